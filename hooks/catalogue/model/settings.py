"""The settings of a catalogue: `site.yml` and `redirects.yml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, RootModel, StringConstraints

from catalogue.model.fields import Address, Line, Model, Text

PageAddress = Annotated[str, StringConstraints(max_length=200, pattern=r"^/([a-z0-9.-]+/)+$")]
"""The address of a page below the site's root: `/chuong-trinh/x/`."""


class SiteSettings(Model):
    """What makes one catalogue differ from another: its names, its place, its licence, its notice."""

    name: Line = Field(title="Tên trang")
    short_name: Line = Field(title="Tên ngắn")
    city: Line = Field(title="Địa phương")
    description: Text = Field(title="Giới thiệu một câu")
    address: Address = Field(title="Địa chỉ công bố")
    repository: Address | None = Field(None, title="Kho dữ liệu")
    branch: Line = Field("main", title="Nhánh")
    licence: Line = Field(title="Giấy phép dữ liệu")
    licence_address: Address = Field(title="Địa chỉ giấy phép")
    notice: Line = Field(title="Lưu ý trên mọi trang")
    mail: Line | None = Field(None, title="Thư nhận báo sai sót")


class Redirects(RootModel[dict[PageAddress, PageAddress]]):
    """Old addresses and where they lead now."""
