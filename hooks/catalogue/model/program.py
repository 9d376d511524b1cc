"""The training programme: who learns what, when and where, led by whom.

The title of a field is its name on the site; its annotation says what it refers to and how it is shown.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from catalogue.language.vocabulary import Block, Category, Content, Mode, PartsAdd, Progress, Subject
from catalogue.model.fields import Count, Flag, Id, OneLine, Reference
from catalogue.model.parts import (
    Audience,
    Class,
    Duration,
    Figure,
    LegalBasis,
    Module,
    Nomination,
    Scheme,
    Venue,
)
from catalogue.model.record import ALWAYS, NEVER, Record
from catalogue.model.spans import Period


class Program(Record):
    """A training programme: who learns what, when, where, led by whom; with its classes."""

    groups: Annotated[tuple[Audience, ...], ALWAYS] = Field((), title="Đối tượng", min_length=1)
    lead: Annotated[Annotated[Id, Reference("organization", "Chủ trì")] | None, ALWAYS] = Field(
        None, title="Đơn vị chủ trì"
    )
    organizers: tuple[Annotated[Id, Reference("organization", "Tổ chức lớp")], ...] = Field(
        (), title="Đơn vị tổ chức", min_length=1
    )
    advisers: tuple[Annotated[Id, Reference("organization", "Tham mưu")], ...] = Field(
        (), title="Đơn vị tham mưu", min_length=1
    )
    partners: tuple[Annotated[Id, Reference("organization", "Phối hợp")], ...] = Field(
        (), title="Đơn vị phối hợp", min_length=1
    )
    approver: Annotated[Id, Reference("organization", "Cho ý kiến trước khi mở lớp")] | None = Field(
        None, title="Cần ý kiến thống nhất của"
    )
    period: Annotated[Period | None, ALWAYS] = Field(None, title="Thời gian")
    state: Annotated[Progress | None, NEVER] = Field(None, title="Kế hoạch hay đã thực hiện")
    venue: Annotated[Venue | None, ALWAYS] = Field(None, title="Địa điểm")
    abroad: Flag | None = Field(
        None,
        title="Ở nước ngoài",
        description="true: ở nước ngoài; false: trong nước; không biết thì bỏ dòng này.",
    )
    country: OneLine | None = Field(None, title="Nước")
    mode: Mode | None = Field(None, title="Hình thức học")
    nomination: Annotated[Nomination | None, ALWAYS] = Field(None, title="Cử người học")
    figures: Annotated[tuple[Figure, ...], ALWAYS] = Field((), title="Chỉ tiêu", min_length=1)
    parts_add: PartsAdd | None = Field(
        None,
        title="Các phần của chỉ tiêu",
        description="Chỉ tiêu của các chương trình con có cộng lại bằng chương trình này không.",
    )
    complete: Flag | None = Field(
        None,
        title="Nguồn nêu đủ các phần",
        description="true: nguồn nêu đủ các lớp, các chương trình con; false: nguồn chỉ nêu một phần.",
    )
    duration: Annotated[Duration | None, ALWAYS] = Field(None, title="Thời lượng")
    hours: Count | None = Field(None, title="Số tiết")
    modules: Annotated[tuple[Module, ...], ALWAYS] = Field((), title="Khối lượng", min_length=1)
    categories: Annotated[tuple[Category, ...], NEVER] = Field((), title="Loại", min_length=1)
    content: tuple[Content, ...] = Field((), title="Nội dung", min_length=1)
    fields: tuple[Subject, ...] = Field((), title="Lĩnh vực", min_length=1)
    blocks: tuple[Block, ...] = Field((), title="Khối", min_length=1)
    topics: tuple[Annotated[Id, Reference("topic", "Có trong chương trình")], ...] = Field(
        (), title="Chuyên đề", min_length=1
    )
    plan: Annotated[Id, Reference("plan", "Chương trình trong kế hoạch")] | None = Field(
        None, title="Kế hoạch"
    )
    line: OneLine | None = Field(None, title="TT trong kế hoạch")
    in_plan: Flag | None = Field(None, title="Trong kế hoạch", description="false: mở ngoài kế hoạch.")
    carried_over: Flag | None = Field(None, title="Chuyển từ năm trước")
    part_of: Annotated[Id, Reference("program", "Gồm có", acyclic=True)] | None = Field(
        None, title="Thuộc chương trình"
    )
    perhaps_part_of: Annotated[Id, Reference("program", "Có thể gồm có", acyclic=True)] | None = Field(
        None, title="Có thể thuộc chương trình", description="Nguồn không nói rõ: không cộng số liệu."
    )
    repeats: Annotated[Id, Reference("program", "Được tổ chức lại ở", acyclic=True)] | None = Field(
        None,
        title="Tổ chức lại chương trình",
        description="Chương trình của năm trước mà chương trình này tổ chức lại.",
    )
    scheme: Scheme | None = Field(None, title="Thực hiện đề án")
    legal_basis: tuple[LegalBasis, ...] = Field((), title="Căn cứ", min_length=1)
    eligibility: tuple[OneLine, ...] = Field((), title="Điều kiện", min_length=1)
    exemptions: tuple[OneLine, ...] = Field((), title="Được miễn", min_length=1)
    objectives: tuple[OneLine, ...] = Field((), title="Mục tiêu, nội dung chính", min_length=1)
    assessment: tuple[OneLine, ...] = Field((), title="Đánh giá", min_length=1)
    certificate: OneLine | None = Field(None, title="Chứng chỉ, chứng nhận")
    funding: OneLine | None = Field(None, title="Kinh phí")
    classes: Annotated[tuple[Class, ...], NEVER] = Field((), title="Lớp", min_length=1)
