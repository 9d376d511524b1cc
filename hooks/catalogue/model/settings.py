"""The files of a catalogue that hold no record: `site.yml`, `redirects.yml`, `glossary.yml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, RootModel, StringConstraints

from catalogue.model.fields import Address, Model, OneLine, Text
from catalogue.model.parts import Citation

PageAddress = Annotated[str, StringConstraints(max_length=200, pattern=r"^/([a-z0-9.-]+/)+$")]
"""The address of a page below the site's root: `/chuong-trinh/x/`."""


class SiteSettings(Model):
    """What makes one catalogue differ from another: its names, its place, its licence, its notice."""

    name: OneLine = Field(title="Tên trang")
    short_name: OneLine = Field(title="Tên ngắn")
    city: OneLine = Field(title="Địa phương")
    description: Text = Field(title="Giới thiệu một câu")
    address: Address = Field(title="Địa chỉ công bố")
    repository: Address | None = Field(None, title="Kho dữ liệu")
    branch: OneLine = Field("main", title="Nhánh")
    licence: OneLine = Field(title="Giấy phép dữ liệu")
    licence_address: Address = Field(title="Địa chỉ giấy phép")
    notice: OneLine = Field(title="Lưu ý trên mọi trang")
    mail: OneLine | None = Field(None, title="Thư nhận báo sai sót")


class Redirects(RootModel[dict[PageAddress, PageAddress]]):
    """Old addresses and where they lead now."""


class Abbreviation(Model):
    """A short form and the words that it stands for, with where it is in use; one that is only known from general use is a draft."""

    short: OneLine = Field(title="Viết tắt")
    long: OneLine = Field(title="Viết đủ")
    sources: tuple[Citation, ...] = Field((), title="Nguồn", min_length=1)
    draft: Literal[True] | None = Field(
        None, title="Chưa xác minh", description="true: thường dùng, chưa gặp trong nguồn nào của danh mục."
    )


class Glossary(Model):
    """The abbreviations that search knows. A short form may stand for several things: one entry each."""

    terms: tuple[Abbreviation, ...] = Field((), title="Các chữ viết tắt", min_length=1)
