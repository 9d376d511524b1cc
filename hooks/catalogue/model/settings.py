"""The files of a catalogue that hold no record: `site.yml`, `redirects.yml`, `glossary.yml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, RootModel, StringConstraints, WithJsonSchema

from catalogue.language.vocabulary import Forge
from catalogue.model.dates import date_of
from catalogue.model.fields import Address, Model, OneLine, Text, as_written, refuse
from catalogue.model.parts import Citation
from catalogue.problems.codes import FaultCode

PageAddress = Annotated[str, StringConstraints(max_length=200, pattern=r"^/([a-z0-9.-]+/)+$")]
"""The address of a page below the site's root: `/chuong-trinh/x/`."""
ACCOUNT = re.compile(r"@[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*", re.ASCII)
AUTHORITY = re.compile(r"((?:[a-z0-9-]+\.)+[a-z]{2,}),(\d{4}(?:-\d\d){0,2})", re.ASCII)

LEADING_OUT = ("address", "repository", "mail", "id_authority", "licence_address")
"""The settings that name a place on the web."""
RESERVED_HOST = re.compile(r"(.*\.)?(example(\.(com|net|org))?|test|invalid|localhost)", re.ASCII)
"""The names that RFC 2606 and RFC 6761 keep for examples and tests: nothing is ever found there."""
HOST = re.compile(r"(?:https?://)?(?:[^/?#]*@)?(?P<host>[^/?#:,]*)")
"""The host of an address, of a mail or of an authority."""


def account(written: object) -> str:
    """An account, or a team, of the place that holds the repository."""
    if isinstance(written, str) and ACCOUNT.fullmatch(written.strip()):
        return written.strip()
    raise refuse(FaultCode.NOT_AN_ACCOUNT, written=as_written(written))


def authority(written: object) -> str:
    """A domain and a date on which the publisher held it: who mints ids, by RFC 4151."""
    found = AUTHORITY.fullmatch(written.strip()) if isinstance(written, str) else None
    if not found:
        raise refuse(FaultCode.NOT_AN_AUTHORITY, written=as_written(written))
    return f"{found[1]},{date_of(found[2])}"


Account = Annotated[
    str, BeforeValidator(account), WithJsonSchema({"type": "string", "pattern": f"^{ACCOUNT.pattern}$"})
]
Authority = Annotated[
    str, BeforeValidator(authority), WithJsonSchema({"type": "string", "pattern": f"^{AUTHORITY.pattern}$"})
]
"""Who gives out ids that outlive an address: «don-vi.example,2026»."""


class SiteSettings(Model):
    """What makes one catalogue differ from another: its names, its addresses, its licence, its notice."""

    name: OneLine = Field(title="Tên trang")
    short_name: OneLine = Field(title="Tên ngắn")
    city: OneLine = Field(title="Địa phương")
    description: Text = Field(title="Giới thiệu một câu")
    address: Address = Field(title="Địa chỉ công bố")
    repository: Address | None = Field(None, title="Kho dữ liệu")
    branch: OneLine = Field("main", title="Nhánh")
    forge: Forge | None = Field(
        None,
        title="Nơi giữ kho dữ liệu",
        description="Phần mềm của nơi ấy; cần ghi khi kho nằm trên máy chủ riêng của cơ quan.",
    )
    owners: dict[OneLine, Account] = Field(
        {},
        title="Ai phụ trách phần nào",
        description="Mỗi dòng: thư mục dữ liệu (programs, programs/2026) hoặc mã đơn vị, rồi tài khoản "
        "hay nhóm được báo khi có người đề nghị sửa phần ấy.",
    )
    id_authority: Authority | None = Field(
        None,
        title="Tên gốc của các mã",
        description="Tên miền của đơn vị và năm đang giữ tên miền ấy. Mã của lịch, bản tin gắn với tên này "
        "nên còn mãi khi trang đổi địa chỉ; đã đặt thì đừng đổi.",
    )
    licence: OneLine = Field(title="Giấy phép dữ liệu")
    licence_address: Address = Field(title="Địa chỉ giấy phép")
    notice: OneLine = Field(title="Lưu ý trên mọi trang")
    mail: OneLine | None = Field(None, title="Thư nhận báo sai sót")

    @property
    def placeholders(self) -> Mapping[str, str]:
        """The settings that name a place where nothing is ever found, by their keys."""
        written = {key: getattr(self, key) for key in LEADING_OUT}
        return {key: value for key, value in written.items() if value and is_placeholder(value)}

    @property
    def place(self) -> str:
        """The address of the site, ended by a slash; empty where only a placeholder stands for it."""
        return "" if is_placeholder(self.address) else self.address.rstrip("/") + "/"

    @property
    def id_domain(self) -> str:
        """The domain that ids of events and feeds stand under: that of `id_authority`, else the site's own.

        It is empty where only placeholders stand for both: such ids are unique in this catalogue alone.
        """
        return host_of(self.published().id_authority or self.place)

    @property
    def licence_place(self) -> str:
        """Where the licence is read; empty where only a placeholder stands for it."""
        return "" if is_placeholder(self.licence_address) else self.licence_address

    def published(self) -> Self:
        """The settings that pages are made with: what leads nowhere is left out where it may be absent.

        For the others `place` and `licence_place` are what pages name.
        """
        dead = {key for key in self.placeholders if not type(self).model_fields[key].is_required()}
        return self.model_copy(update=dict.fromkeys(dead))


def host_of(written: str) -> str:
    """The host that an address, a mail or an authority names."""
    found = HOST.match(written)
    return found["host"].rstrip(".").lower() if found else ""


def is_placeholder(written: str) -> bool:
    """Whether an address, a mail or a domain names a host that is kept for examples."""
    return bool(RESERVED_HOST.fullmatch(host_of(written)))


class Redirects(RootModel[dict[PageAddress, PageAddress]]):
    """Old addresses and where they lead now."""


class Abbreviation(Model):
    """A short form and the words that it stands for, with sources that use it.

    It is a draft where it is known from general use alone.
    """

    short: OneLine = Field(title="Viết tắt")
    long: OneLine = Field(title="Viết đủ")
    sources: tuple[Citation, ...] = Field((), title="Nguồn", min_length=1)
    draft: Literal[True] | None = Field(
        None, title="Chưa xác minh", description="true: thường dùng, chưa gặp trong nguồn nào của danh mục."
    )


class Glossary(Model):
    """The abbreviations that search knows. A short form may stand for several things: one entry each."""

    terms: tuple[Abbreviation, ...] = Field((), title="Các chữ viết tắt", min_length=1)
