"""The nine kinds of records.

The title of a field is its name on the site; its annotation says what it refers to and how it is shown.
Fields stand in the order that they have on a page and in the YAML that the catalogue writes.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field

from catalogue.language.vocabulary import (
    Block,
    Category,
    Content,
    DocumentCategory,
    DocumentState,
    Language,
    Level,
    Mode,
    OrganizationCategory,
    PartsAdd,
    Progress,
    Rank,
    Service,
    SourceCategory,
    SourceOrigin,
    Subject,
    TopicSetContent,
    VerificationLevel,
)
from catalogue.model.dates import Date
from catalogue.model.fields import (
    Address,
    Count,
    Display,
    Flag,
    Id,
    Model,
    OneLine,
    Reference,
    SourceAddress,
    Text,
    Year,
)
from catalogue.model.parts import (
    Adjustment,
    Audience,
    Citation,
    Class,
    Contact,
    Duration,
    Figure,
    Hint,
    InForce,
    LegalBasis,
    Module,
    Nomination,
    Period,
    ReferenceSum,
    Regulation,
    ReportRow,
    Scheme,
    Succession,
    Term,
    Venue,
    Verification,
)
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
    owner: Annotated[Id, Reference("organization", "Phụ trách bản ghi")] | None = Field(
        None, title="Đơn vị phụ trách bản ghi"
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
        None, title="Đơn vị ban hành"
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

    number: Annotated[OneLine | None, ALWAYS] = Field(None, title="Số, ký hiệu")
    as_printed: tuple[OneLine, ...] = Field((), title="Cách viết trong nguồn", min_length=1)
    category: DocumentCategory = Field(title="Loại văn bản")
    state: DocumentState | None = Field(None, title="Tình trạng")
    issuers: Annotated[tuple[Annotated[Id, Reference("organization", "Ban hành")], ...], ALWAYS] = Field(
        (), title="Nơi ban hành", min_length=1
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
