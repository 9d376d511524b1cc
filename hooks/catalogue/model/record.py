"""What every record has, whatever its kind, and where on its page a field stands."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import Field

from catalogue.language.vocabulary import VerificationLevel
from catalogue.model.fields import Display, Id, Model, OneLine, Reference, Text
from catalogue.model.parts import Adjustment, Citation, Verification
from catalogue.model.reviews import Review

ALWAYS, LAST, NEVER = Display("always"), Display("last"), Display("never")


class Record(Model):
    """What every record has. Its id is the stem of its file and does not stand inside."""

    title: Annotated[OneLine, NEVER] = Field(title="Tên")
    summary: Annotated[Text | None, NEVER] = Field(
        None, title="Tóm tắt", description="Một, hai câu tự viết; không chép câu của nguồn."
    )
    note: Annotated[Text | None, NEVER] = Field(None, title="Ghi chú")
    sources: Annotated[tuple[Citation, ...], NEVER] = Field((), title="Nguồn", min_length=1)
    verification: Annotated[Verification, NEVER] = Field(title="Mức độ xác minh")
    owner: Annotated[Id, Reference("organization", "Phụ trách cập nhật")] | None = Field(
        None, title="Đơn vị phụ trách cập nhật"
    )
    adjustments: Annotated[tuple[Adjustment, ...], LAST] = Field(
        (),
        title="Điều chỉnh",
        description="Những lần thay đổi sau khi đã ban hành, đã mở lớp; các khóa khác ghi nội dung mới nhất.",
        min_length=1,
    )
    reviews: Annotated[tuple[Review, ...], NEVER] = Field(
        (),
        title="Đã rà soát",
        description="Cảnh báo mà người có trách nhiệm đã xem và để nguyên: máy thôi nhắc, trang vẫn ghi.",
        min_length=1,
    )

    # Where a record stands is no field of it. Pages ask for it a million times: slots are read as fast as
    # fields, pydantic's private attributes are not.
    __slots__ = ("id", "is_draft", "kind", "path")
    kind: ClassVar[str]
    """The code of its kind (`program`)."""
    id: ClassVar[str]
    """The stem of its file, unique in its kind."""
    path: ClassVar[str]
    """Its file, as problems and editors name it."""
    is_draft: ClassVar[bool]
    """Whether it is a draft, which counts and pages of years leave out."""

    def placed(self, kind: str, id: str, path: str) -> Self:
        """The record itself, once it is told its kind, its id and its file."""
        for name, value in (
            ("kind", kind),
            ("id", id),
            ("path", path),
            ("is_draft", self.verification.level is VerificationLevel.DRAFT),
        ):
            object.__setattr__(self, name, value)
        return self
