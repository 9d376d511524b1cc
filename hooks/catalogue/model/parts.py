"""The groups of fields that records are made of: citations, figures, nominations, classes."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from catalogue.language.vietnamese import day
from catalogue.language.vocabulary import (
    Bound,
    ClassState,
    DurationUnit,
    Measure,
    ModuleUnit,
    Obligation,
    PartsAdd,
    Progress,
    VerificationLevel,
)
from catalogue.model.dates import Date
from catalogue.model.fields import Address, Count, Id, Model, OneLine, Quantity, Reference, Text, Year
from catalogue.model.spans import Period

ROUNDED, ROUNDING = {Bound.ABOUT, Bound.ALMOST}, Decimal("0.05")
"""How a rounded number is stated, and how far it may lie from the exact one where no tolerance is named."""
NOTHING, UNLIMITED = Decimal(), Decimal("Infinity")


class Citation(Model):
    """Where a statement comes from: a source or a document, and the place in it."""

    source: Annotated[Id, Reference("source", "Dùng làm nguồn cho")] | None = Field(None, title="Nguồn")
    document: Annotated[Id, Reference("document", "Dùng làm nguồn cho")] | None = Field(None, title="Văn bản")
    locator: OneLine | None = Field(None, title="Vị trí", description="Đoạn, mục, trang, điều.")


class Verification(Model):
    """How far a record is confirmed, against which document, when and by which body."""

    level: VerificationLevel = Field(title="Mức độ xác minh")
    document: Annotated[Id, Reference("document", "Đã đối chiếu với văn bản này")] | None = Field(
        None, title="Văn bản đối chiếu"
    )
    locator: OneLine | None = Field(None, title="Điều, trang")
    checked: Date | None = Field(None, title="Ngày đối chiếu")
    by: Annotated[Id, Reference("organization", "Đã đối chiếu")] | None = Field(
        None, title="Đơn vị đối chiếu"
    )


class Adjustment(Model):
    """A change that was made to something after it was first decided (điều chỉnh)."""

    document: Annotated[Id, Reference("document", "Điều chỉnh")] | None = Field(
        None, title="Văn bản điều chỉnh"
    )
    date: Date | None = Field(None, title="Ngày điều chỉnh")
    what: OneLine = Field(title="Nội dung điều chỉnh", description="Điều gì đổi, từ thế nào thành thế nào.")


class Part(Model):
    """One part of a figure."""

    title: OneLine = Field(title="Phần")
    value: Quantity = Field(title="Số")
    computed_from: OneLine | None = Field(
        None, title="Cách tính", description="Phép tính, khi số này do danh mục tính ra chứ nguồn không nêu."
    )


class Figure(Model):
    """A number: what it counts, how exact it is, of what time it is true."""

    measure: Measure = Field(title="Loại số liệu")
    value: Quantity = Field(title="Số")
    unit: OneLine | None = Field(
        None, title="Đơn vị tính", description="Như nguồn viết, khi khác nhãn của loại số liệu."
    )
    title: OneLine | None = Field(
        None, title="Nội dung", description="Số này nói về điều gì, khi không phải cả bản ghi."
    )
    state: Progress | None = Field(None, title="Kế hoạch hay đã thực hiện")
    bound: Bound = Field(Bound.EXACT, title="Độ chính xác")
    tolerance: Quantity | None = Field(
        None,
        title="Sai lệch cho phép",
        description="Khi đối chiếu, lệch nhau tới chừng này vẫn coi là khớp; tính bằng đơn vị của số này. "
        "Chỉ ghi khi nguồn làm tròn số; không ghi thì phải khớp đúng, trừ số ghi «khoảng» (lệch tới 5%) "
        "và «gần» (ít hơn tới 5%). «gần», «hơn» không gồm chính số ấy.",
    )
    period: Period | None = Field(None, title="Thời gian")
    as_of: Date | None = Field(None, title="Tính đến")
    computed_from: OneLine | None = Field(
        None, title="Cách tính", description="Phép tính, khi số này do danh mục tính ra chứ nguồn không nêu."
    )
    parts: tuple[Part, ...] = Field((), title="Gồm", min_length=1)
    parts_add: PartsAdd | None = Field(None, title="Cộng các phần")
    covers: tuple[Annotated[Id, Reference("program", "Được tính trong số cộng")], ...] = Field(
        (),
        title="Tính các chương trình",
        description="Mã các chương trình được tính trong số này, khi đây là số cộng của một số chương trình "
        "chứ không phải của cả kế hoạch.",
        min_length=1,
    )
    source: Annotated[Id, Reference("source", "Dùng làm nguồn cho")] | None = Field(
        None, title="Nguồn của số này"
    )
    note: OneLine | None = Field(None, title="Ghi chú")

    @property
    def label(self) -> str:
        """The unit that stands behind the number."""
        return self.unit or self.measure.label

    @property
    def parts_total(self) -> Decimal:
        """The sum of the parts."""
        return sum((part.value for part in self.parts), Decimal())

    @property
    def slack(self) -> Decimal:
        """How far the exact number may lie from the one that is stated."""
        if self.tolerance is not None:
            return self.tolerance
        return self.value * ROUNDING if self.bound in ROUNDED else NOTHING

    @property
    def limits(self) -> tuple[Decimal, Decimal]:
        """The ends of the numbers that agree with it; none is too large for «more than».

        An end that is the number itself does not agree where the source says «hơn» or «gần».
        """
        slack, bound = self.slack, self.bound
        least = NOTHING if bound is Bound.AT_MOST else self.value - slack if slack else self.value
        if bound is Bound.AT_LEAST or bound is Bound.OVER:
            return least, UNLIMITED
        return least, self.value + slack if slack and bound is not Bound.ALMOST else self.value


class Duration(Model):
    """How long something takes."""

    value: Quantity = Field(title="Số")
    unit: DurationUnit = Field(title="Đơn vị")
    bound: Bound = Field(Bound.EXACT, title="Độ chính xác")


class LegalBasis(Model):
    """A document that a programme or a plan rests on, and the place in it."""

    document: Annotated[Id, Reference("document", "Làm căn cứ cho")] = Field(title="Văn bản")
    locator: OneLine | None = Field(None, title="Điều, khoản")


class AudienceBasis(LegalBasis):
    """The document that says who has to or may attend a programme."""

    document: Annotated[Id, Reference("document", "Quy định người học cho")] = Field(title="Văn bản")


class Regulation(LegalBasis):
    """The document that defines a learner group."""

    document: Annotated[Id, Reference("document", "Định nghĩa đối tượng")] = Field(title="Văn bản")


class Audience(Model):
    """A learner group that a programme is for."""

    group: Annotated[Id, Reference("group", "Chương trình cho đối tượng này")] = Field(title="Đối tượng")
    obligation: Obligation | None = Field(None, title="Mức độ bắt buộc")
    basis: AudienceBasis | None = Field(None, title="Căn cứ")


class Venue(Model):
    """Where something takes place: the premises of a body, or a place in words."""

    organization: Annotated[Id, Reference("organization", "Là địa điểm của")] | None = Field(
        None, title="Đơn vị"
    )
    place: OneLine | None = Field(None, title="Nơi")


class Scheme(Model):
    """The project (đề án) that a programme carries out, and its order in it."""

    document: Annotated[Id, Reference("document", "Chương trình thực hiện")] = Field(title="Đề án")
    order: Count | None = Field(None, title="Lớp thứ")


class Module(Model):
    """A part of what is taught, by its title or by how many there are: «15 chuyên đề»."""

    title: OneLine | None = Field(None, title="Tên")
    count: Count | None = Field(None, title="Số lượng")
    unit: ModuleUnit | None = Field(None, title="Đơn vị")


class Nomination(Model):
    """Who sends names of learners to whom, by when, on which form (cử người học)."""

    by: Annotated[Id, Reference("organization", "Cử người học")] | None = Field(
        None, title="Đơn vị lập danh sách"
    )
    to: Annotated[Id, Reference("organization", "Nhận danh sách người học")] | None = Field(
        None, title="Nơi nhận"
    )
    deadline: Date | None = Field(None, title="Hạn gửi danh sách")
    form: OneLine | None = Field(None, title="Mẫu danh sách")
    papers: tuple[OneLine, ...] = Field((), title="Hồ sơ", min_length=1)
    note: OneLine | None = Field(None, title="Ghi chú")


class Results(Model):
    """How many learners attended and completed a class, and how many got its certificate."""

    attended: Count | None = Field(None, title="Người học")
    completed: Count | None = Field(None, title="Hoàn thành")
    certified: Count | None = Field(None, title="Được cấp chứng chỉ")


def begins_with(title: str, number: str) -> bool:
    """Whether a title tells the number of its class itself: «Lớp 2, Nhà văn hóa» does, «Lớp 21» does not."""
    told, behind = title[: len(number)].replace(" ", "\u00a0"), title[len(number) : len(number) + 1]
    return bool(number) and told == number and not behind.isalnum()


class Class(Model):
    """A class (lớp) of a programme. Its id is unique in the programme and part of the class's address."""

    id: Id = Field(title="Mã lớp")
    title: OneLine | None = Field(None, title="Tên lớp")
    number: OneLine | None = Field(None, title="Lớp số")
    start: Date | None = Field(None, title="Khai giảng")
    end: Date | None = Field(None, title="Bế giảng")
    inferred_year: Year | None = Field(
        None, title="Năm suy đoán", description="Chỉ khi nguồn không in năm và ngày viết dạng --05-27."
    )
    venue: Venue | None = Field(None, title="Địa điểm")
    seats: Count | None = Field(None, title="Chỉ tiêu")
    allocations: dict[Annotated[Id, Reference("organization", "Được phân bổ chỉ tiêu")], Count] = Field(
        {}, title="Phân bổ chỉ tiêu"
    )
    results: Results | None = Field(None, title="Kết quả")
    deadline: Date | None = Field(None, title="Hạn gửi danh sách")
    state: ClassState | None = Field(None, title="Tình trạng lớp")
    sources: tuple[Citation, ...] = Field((), title="Nguồn", min_length=1)
    note: OneLine | None = Field(None, title="Ghi chú")

    @property
    def name(self) -> str:
        """What a class is called: its number and title, else the day that it begins."""
        number, title = f"Lớp\u00a0{self.number}" if self.number else "", self.title or ""
        named = ": ".join(words for words in ("" if begins_with(title, number) else number, title) if words)
        return named or (f"Lớp khai giảng {day(self.start)}" if self.start else "Lớp")


class Succession(Model):
    """A body that took over from another, and what it took over."""

    organization: Annotated[Id, Reference("organization", "Tiếp nhận từ", acyclic=True)] = Field(
        title="Đơn vị tiếp nhận"
    )
    what: OneLine | None = Field(None, title="Phần việc")


class Contact(Model):
    """How to reach an office; never a person."""

    office: OneLine | None = Field(None, title="Bộ phận")
    address: OneLine | None = Field(None, title="Địa chỉ")
    phone: OneLine | None = Field(None, title="Điện thoại")
    mail: OneLine | None = Field(None, title="Thư điện tử")
    website: Address | None = Field(None, title="Trang thông tin")


class Hint(Model):
    """A field that a source names near a draft topic, without saying that the topic is about it."""

    subject: OneLine = Field(title="Lĩnh vực gợi ý")
    source: Annotated[Id, Reference("source", "Gợi ý lĩnh vực cho")] = Field(title="Nguồn gợi ý")


class ReportRow(Model):
    """The figures of one body or learner group in a report."""

    title: OneLine | None = Field(None, title="Nội dung")
    organization: Annotated[Id, Reference("organization", "Có số liệu trong")] | None = Field(
        None, title="Đơn vị"
    )
    group: Annotated[Id, Reference("group", "Có số liệu trong")] | None = Field(None, title="Đối tượng")
    figures: tuple[Figure, ...] = Field(title="Số liệu", min_length=1)


class ReferenceSum(Model):
    """Programmes whose figures are added up beside a report's own number, for orientation only."""

    programs: tuple[Annotated[Id, Reference("program", "Được cộng tham khảo trong")], ...] = Field(
        title="Chương trình", min_length=1
    )
    caution: Text = Field(title="Lưu ý")
