"""The kinds of records but the programme: what it teaches, whom, in which plan, by which document.

The title of a field is its name on the site; its annotation says what it refers to and how it is shown.
Fields stand in the order that they have on a page and in the YAML that the catalogue writes.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from catalogue.language.vocabulary import (
    Block,
    DocumentCategory,
    DocumentState,
    Language,
    Level,
    OrganizationCategory,
    Rank,
    Service,
    SourceCategory,
    SourceOrigin,
    Subject,
    TopicSetContent,
)
from catalogue.model.dates import Date
from catalogue.model.fields import Address, Count, Flag, Id, OneLine, Reference, Sign, SourceAddress, Year
from catalogue.model.parts import (
    Contact,
    Figure,
    Hint,
    LegalBasis,
    ReferenceSum,
    Regulation,
    ReportRow,
    Succession,
)
from catalogue.model.record import ALWAYS, NEVER, Record
from catalogue.model.spans import InForce, Period, Term


class TopicSet(Record):
    """A list of topics, programmes, modules, fields or needs that a source counts or names together.

    `groups`, `fields` and `period` are those of needs.
    """

    of: TopicSetContent = Field(title="Danh sách gồm")
    count: Annotated[Count | None, ALWAYS] = Field(None, title="Số lượng nguồn nêu")
    complete: Flag | None = Field(None, title="Nguồn nêu đủ", description="false: nguồn bỏ lửng danh sách.")
    items: tuple[OneLine, ...] = Field((), title="Các mục nguồn nêu tên", min_length=1)
    groups: tuple[Annotated[Id, Reference("group", "Nhu cầu của đối tượng này")], ...] = Field(
        (),
        title="Nhu cầu của đối tượng",
        description="Chỉ cho danh sách nhu cầu: những ai cần học.",
        min_length=1,
    )
    fields: tuple[Subject, ...] = Field(
        (),
        title="Nhu cầu về lĩnh vực",
        description="Chỉ cho danh sách nhu cầu: cần học về lĩnh vực nào.",
        min_length=1,
    )
    period: Period | None = Field(
        None,
        title="Nhu cầu trong thời gian",
        description="Chỉ cho danh sách nhu cầu: cần trong thời gian nào.",
    )
    programs: tuple[Annotated[Id, Reference("program", "Nằm trong danh sách")], ...] = Field(
        (), title="Các chương trình nguồn nêu tên", min_length=1
    )
    program: Annotated[Id, Reference("program", "Danh sách nội dung")] | None = Field(
        None, title="Của chương trình"
    )
    plan: Annotated[Id, Reference("plan", "Danh sách nội dung")] | None = Field(None, title="Của kế hoạch")
    lead: Annotated[Id, Reference("organization", "Chủ trì danh sách chuyên đề")] | None = Field(
        None, title="Đơn vị chủ trì"
    )
    blocks: tuple[Block, ...] = Field((), title="Khối", min_length=1)


class Topic(Record):
    """One topic (chuyên đề)."""

    set: Annotated[Id, Reference("topic_set", "Chuyên đề trong danh sách")] | None = Field(
        None, title="Thuộc danh sách"
    )
    number: Count | None = Field(None, title="Số")
    blocks: tuple[Block, ...] = Field((), title="Khối", min_length=1)
    fields: tuple[Subject, ...] = Field((), title="Lĩnh vực", min_length=1)
    keywords: tuple[OneLine, ...] = Field((), title="Từ khóa", min_length=1)
    hint: Hint | None = Field(
        None,
        title="Lĩnh vực gợi ý",
        description="Chỉ cho bản nháp: lĩnh vực mà một nguồn nhắc tới, không chắc là của chuyên đề này.",
    )


class Group(Record):
    """A learner group (đối tượng), with the regulation that defines it where a source gives one."""

    regulation: Annotated[Regulation | None, ALWAYS] = Field(None, title="Quy định định nghĩa")
    code: OneLine | None = Field(None, title="Tên gọi trong quy định")
    service: tuple[Service, ...] = Field((), title="Diện", min_length=1)
    level: tuple[Level, ...] = Field((), title="Cấp", min_length=1)
    blocks: tuple[Block, ...] = Field((), title="Khối", min_length=1)
    rank: tuple[Rank, ...] = Field((), title="Ngạch", min_length=1)
    job: tuple[OneLine, ...] = Field((), title="Vị trí việc làm", min_length=1)
    positions: tuple[OneLine, ...] = Field((), title="Chức danh", min_length=1)
    planned: Literal[True] | None = Field(None, title="Thuộc quy hoạch")
    term: Term | None = Field(None, title="Nhiệm kỳ")
    organization: Annotated[Id, Reference("organization", "Đối tượng thuộc đơn vị")] | None = Field(
        None, title="Thuộc đơn vị"
    )
    parent: Annotated[Id, Reference("group", "Gồm các đối tượng", acyclic=True)] | None = Field(
        None, title="Thuộc đối tượng"
    )
    exhaustive: Literal[True] | None = Field(
        None,
        title="Đã nêu đủ điều kiện",
        description="true: tên đối tượng không nói gì hơn các trường ở trên; ai khớp mọi trường ấy là thuộc "
        "đối tượng này. Không chắc thì bỏ dòng này.",
    )
    figures: tuple[Figure, ...] = Field((), title="Số người", min_length=1)
    start: Date | None = Field(None, title="Có từ")
    end: Date | None = Field(None, title="Kết thúc")


class Organization(Record):
    """A body: a committee, an office, a school; or a collective of bodies that a source names together."""

    short_name: OneLine | None = Field(None, title="Tên ngắn")
    aliases: tuple[OneLine, ...] = Field((), title="Tên khác", min_length=1)
    category: OrganizationCategory = Field(title="Loại")
    level: Level | None = Field(None, title="Cấp")
    blocks: tuple[Block, ...] = Field((), title="Khối", min_length=1)
    territory: OneLine | None = Field(None, title="Địa bàn")
    parent: Annotated[Id, Reference("organization", "Đơn vị trực thuộc", acyclic=True)] | None = Field(
        None, title="Trực thuộc"
    )
    contact: Annotated[Contact | None, ALWAYS] = Field(None, title="Liên hệ")
    start: Date | None = Field(None, title="Bắt đầu hoạt động")
    end: Date | None = Field(None, title="Kết thúc hoạt động")
    successors: tuple[Succession, ...] = Field((), title="Đơn vị tiếp nhận", min_length=1)
    successors_complete: Flag | None = Field(None, title="Đã nêu đủ đơn vị tiếp nhận")


class Plan(Record):
    """A training plan: of one year, of a period, or of every year."""

    year: Annotated[Year | None, ALWAYS] = Field(None, title="Năm")
    annual: Literal[True] | None = Field(
        None, title="Hằng năm", description="true: nguồn nói về kế hoạch của mọi năm, không phải một năm."
    )
    period: Period | None = Field(None, title="Giai đoạn", description="Khi kế hoạch kéo dài nhiều năm.")
    document: Annotated[Annotated[Id, Reference("document", "Là văn bản của kế hoạch")] | None, ALWAYS] = (
        Field(None, title="Văn bản")
    )
    issuer: Annotated[Annotated[Id, Reference("organization", "Ban hành kế hoạch")] | None, ALWAYS] = Field(
        None, title="Cơ quan ban hành"
    )
    lead: Annotated[Annotated[Id, Reference("organization", "Chủ trì kế hoạch")] | None, ALWAYS] = Field(
        None, title="Đơn vị chủ trì"
    )
    groups: tuple[Annotated[Id, Reference("group", "Kế hoạch cho đối tượng này")], ...] = Field(
        (), title="Đối tượng", min_length=1
    )
    parent: Annotated[Id, Reference("plan", "Kế hoạch con", acyclic=True)] | None = Field(
        None, title="Thuộc kế hoạch"
    )
    blocks: tuple[Block, ...] = Field((), title="Khối", min_length=1)
    complete: Flag | None = Field(
        None,
        title="Nguồn nêu đủ các phần",
        description="true: nguồn nêu đủ các chương trình của kế hoạch; false: nguồn chỉ nêu một phần.",
    )
    figures: Annotated[tuple[Figure, ...], NEVER] = Field(
        (), title="Số liệu riêng của kế hoạch", min_length=1
    )
    legal_basis: tuple[LegalBasis, ...] = Field((), title="Căn cứ", min_length=1)


class Document(Record):
    """A document: a regulation, a plan, a project, a decision."""

    number: Annotated[Sign | None, ALWAYS] = Field(None, title="Số, ký hiệu")
    as_printed: tuple[OneLine, ...] = Field((), title="Cách viết trong nguồn", min_length=1)
    category: DocumentCategory = Field(title="Loại văn bản")
    state: DocumentState | None = Field(None, title="Tình trạng")
    issuers: Annotated[tuple[Annotated[Id, Reference("organization", "Ban hành")], ...], ALWAYS] = Field(
        (), title="Cơ quan ban hành", min_length=1
    )
    issued: Annotated[Date | None, ALWAYS] = Field(None, title="Ngày ban hành")
    in_force: Annotated[InForce | None, ALWAYS] = Field(None, title="Hiệu lực")
    replaces: tuple[Annotated[Id, Reference("document", "Được thay bằng", acyclic=True)], ...] = Field(
        (), title="Thay thế", min_length=1
    )
    amends: tuple[Annotated[Id, Reference("document", "Được sửa đổi bằng", acyclic=True)], ...] = Field(
        (), title="Sửa đổi, bổ sung", min_length=1
    )
    guides: tuple[Annotated[Id, Reference("document", "Được hướng dẫn bằng", acyclic=True)], ...] = Field(
        (), title="Hướng dẫn thi hành", min_length=1
    )
    address: Address | None = Field(None, title="Toàn văn")


class Source(Record):
    """Where statements come from: an article, a page, the text of a document."""

    publisher: Annotated[OneLine | None, ALWAYS] = Field(None, title="Nơi đăng")
    date: Annotated[Date | None, ALWAYS] = Field(None, title="Ngày đăng")
    inferred_year: Year | None = Field(None, title="Năm suy đoán")
    address: Annotated[SourceAddress | None, ALWAYS] = Field(None, title="Địa chỉ")
    category: SourceCategory = Field(title="Loại nguồn")
    origin: SourceOrigin | None = Field(
        None, title="Nguồn của ai", description="Xét theo nơi đăng; không chắc thì bỏ dòng này."
    )
    language: Language = Field(Language.VI, title="Ngôn ngữ")


class Report(Record):
    """Figures about a subject that are those of no one programme or plan."""

    subject: OneLine | None = Field(None, title="Về")
    organization: Annotated[Id, Reference("organization", "Số liệu của đơn vị")] | None = Field(
        None, title="Đơn vị"
    )
    group: Annotated[Id, Reference("group", "Số liệu của đối tượng")] | None = Field(None, title="Đối tượng")
    period: Annotated[Period | None, ALWAYS] = Field(None, title="Thời gian")
    declared: tuple[Figure, ...] = Field((), title="Số nguồn nêu", min_length=1)
    complete: Flag | None = Field(
        None,
        title="Nguồn nêu đủ các phần",
        description="true: nguồn nêu đủ các dòng chi tiết; false: nguồn chỉ nêu một phần.",
    )
    rows: Annotated[tuple[ReportRow, ...], NEVER] = Field((), title="Chi tiết", min_length=1)
    reference_sum: Annotated[ReferenceSum | None, NEVER] = Field(None, title="Phép cộng tham khảo")
