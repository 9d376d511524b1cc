"""The shapes of the files below `/api/v1/`: made by one view, described by another, so that both are one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, WithJsonSchema

from catalogue.language.vocabulary import Confirmation, VerificationLevel
from catalogue.model.fields import Id
from catalogue.model.kinds import KINDS
from catalogue.views.words.misreadings import CLOSED, Misreading

ToldAddress = Annotated[
    str,
    Field(description="Địa chỉ đầy đủ; chỗ chưa rõ địa chỉ của trang thì tính từ tệp này."),
]
"""An address as a file tells it."""
KindCode = Annotated[str, Field(description="Loại của mục", json_schema_extra={"enum": list(KINDS)})]
TextOrNull = Annotated[str | None, WithJsonSchema({"type": ["string", "null"]})]
"""A text, or null: what a file tells of itself has its key also where nobody knows it."""
Revision = Annotated[TextOrNull, Field(description="Bản dữ liệu (git); null khi không rõ")]
DayOfData = Annotated[TextOrNull, Field(description="Ngày của bản dữ liệu, YYYY-MM-DD; null khi không rõ")]
OfConfirmation = Annotated[
    Confirmation, Field(description="Chắc tới đâu, xét cả các nguồn; draft thì không tính vào số nào")
]


@dataclass(frozen=True)
class Backreference:
    """A record that names this one, and the place in it where it does."""

    __pydantic_config__ = CLOSED
    kind: KindCode
    id: Id
    place: Annotated[str, Field(description="Đường tới chỗ nêu, như classes.0.venue")]


@dataclass(frozen=True)
class RecordFile:
    """The file of a record: what its YAML file says, and what only the whole can tell."""

    __pydantic_config__ = CLOSED
    api_version: Literal[1]
    kind: KindCode
    id: Id
    address: Annotated[ToldAddress, Field(title="Trang của mục")]
    notice: Annotated[str, Field(title="Lưu ý trên mọi trang")]
    licence: Annotated[str, Field(title="Giấy phép")]
    revision: Revision
    revised: DayOfData
    confirmation: OfConfirmation
    record: Annotated[Mapping[str, object], Field(title="Nội dung; điều chưa biết thì không có khóa")]
    referred_to_by: Annotated[tuple[Backreference, ...], Field(title="Những mục nêu mục này")]


@dataclass(frozen=True)
class IndexEntry:
    """A record as the index of its kind names it."""

    __pydantic_config__ = CLOSED
    id: Id
    title: str
    verification: VerificationLevel
    confirmation: OfConfirmation
    address: Annotated[ToldAddress, Field(title="Trang của mục")]
    json: Annotated[ToldAddress, Field(title="Tệp JSON của mục")]


@dataclass(frozen=True)
class IndexFile:
    """All records of a kind."""

    __pydantic_config__ = CLOSED
    api_version: Literal[1]
    kind: KindCode
    notice: Annotated[str, Field(title="Lưu ý trên mọi trang")]
    licence: Annotated[str, Field(title="Giấy phép")]
    revision: Revision
    revised: DayOfData
    records: tuple[IndexEntry, ...]


@dataclass(frozen=True)
class FirstWords:
    """What to know before reading: what one record of each kind is, and how it is misread."""

    __pydantic_config__ = CLOSED
    grains: Annotated[Mapping[str, str], Field(title="Mỗi mục của một loại là gì")]
    misreadings: Annotated[tuple[Misreading, ...], Field(title="Những cách đọc sai")]


@dataclass(frozen=True)
class Collection:
    """The records of a kind: how many, and where they are found."""

    __pydantic_config__ = CLOSED
    kind: KindCode
    title: str
    total: Annotated[int, Field(title="Số mục, cả mục chưa xác minh")]
    drafts: Annotated[int, Field(title="Trong đó chưa xác minh")]
    index: Annotated[ToldAddress, Field(title="Bảng kê")]
    record: Annotated[ToldAddress, Field(title="Tệp của từng mục; thay {id} bằng mã")]


@dataclass(frozen=True)
class FileHead:
    """What a file of the whole catalogue opens with: how it is misread, of which data it is."""

    __pydantic_config__ = CLOSED
    readFirst: Annotated[FirstWords, Field(title="Đọc trước khi dùng")]  # noqa: N815 - the key in the file
    api_version: Literal[1]
    title: str
    notice: Annotated[str, Field(title="Lưu ý trên mọi trang")]
    revision: Revision
    revised: DayOfData
    description: Annotated[ToldAddress, Field(title="Mô tả OpenAPI của các tệp")]


@dataclass(frozen=True)
class TopFile(FileHead):
    """The first file to read: what there is, where it is, and how not to misread it."""

    address: Annotated[ToldAddress, Field(title="Trang đầu")]
    licence: Annotated[str, Field(title="Giấy phép")]
    collections: tuple[Collection, ...]


@dataclass(frozen=True)
class WholeFile(FileHead):
    """Everything in one file: of which data it is, how it is misread, all records by kinds."""

    licence: Annotated[str, Field(title="Tên giấy phép")]
    licence_address: Annotated[TextOrNull, Field(title="Nơi đọc giấy phép; null khi không rõ")]
    address: Annotated[TextOrNull, Field(title="Trang đầu; null khi không rõ")]
    citation: Annotated[str, Field(title="Cách ghi nguồn")]
    bibtex: Annotated[str, Field(title="Cách ghi nguồn, dạng BibTeX")]
    records: Mapping[str, tuple[RecordFile, ...]]


SHAPES: tuple[TypeAdapter[Any], ...] = tuple(map(TypeAdapter, (TopFile, WholeFile, IndexFile, RecordFile)))
"""The shapes of files as pydantic describes them, which asks for the surroundings when it first meets one."""
