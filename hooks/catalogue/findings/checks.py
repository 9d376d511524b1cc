"""What a reconciliation is made of: declared numbers as assertions, each held against its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from catalogue.language.quantities import added_by_unit
from catalogue.language.vocabulary import Bound, Measure, Progress, TopicSetContent, Vocabulary
from catalogue.model.parts import NOTHING, Class, Figure
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.shape import value_of
from catalogue.model.standing import CALLED_OFF
from catalogue.problems.problem import Place


class Verdict(Vocabulary):
    """What comes of a check. «Không đối chiếu được» says that nothing can be said: it is no pass."""

    AGREES = "agrees", "Khớp"
    DISAGREES = "disagrees", "Lệch"
    INCOMPLETE = "incomplete", "Chưa đủ"
    INCOMPARABLE = "incomparable", "Không đối chiếu được"
    NO_PARTS = "no_parts", "Không có phần nào"


class Reason(Vocabulary):
    """Why a number and its parts cannot be compared; the first that holds is told."""

    OTHER_UNIT = "other_unit", "khác đơn vị tính"
    OTHER_PERIOD = "other_period", "khác kỳ"
    OTHER_STATE = "other_state", "khác trạng thái (kế hoạch, thực hiện)"
    COMPUTED_FROM_WHOLE = "computed_from_whole", "phần tính từ chính tổng"
    MAY_OVERLAP = "may_overlap", "đơn vị có thể trùng nhau"
    NOT_SAID_TO_ADD = "not_said_to_add", "nguồn không nói các phần có cộng lại"
    SEVERAL_NUMBERS = "several_numbers", "có nhiều số cho cùng một nội dung"


class Omission(Vocabulary):
    """Why a part is left out that is no obstacle to comparing the others."""

    LACKING = "lacking", "chưa có số này"
    DRAFT = "draft", "mục giữ chỗ, chưa xác minh"
    INSIDE = "inside", "đã nằm trong phần khác"
    PERHAPS = "perhaps", "nguồn không nói rõ có thuộc số này"
    CALLED_OFF = "called_off", "hoãn hoặc hủy"


class Obstacle(Vocabulary):
    """Why numbers are not added up that are not held against a declared one."""

    NO_PLAN = "no_plan", "chưa rõ thuộc kế hoạch nào"
    GIVEN_IN_PART = "given_in_part", "nguồn chỉ nêu một phần của kế hoạch"
    SOME_CLASSES = "some_classes", "mới có số của một số lớp"


NotAdded: TypeAlias = Reason | Omission | Obstacle
"""Why a number is not added to others, whatever table they stand in."""


class Among(Vocabulary):
    """What the parts of a declared number are."""

    OWN_PARTS = "own_parts", "các phần ghi ngay ở số này"
    PROGRAMS = "programs", "các chương trình của kế hoạch"
    COVERED = "covered", "các chương trình được tính trong số này"
    PLANS = "plans", "các kế hoạch con"
    PART_PROGRAMS = "part_programs", "các chương trình con"
    CLASSES = "classes", "các lớp"
    ROWS = "rows", "các dòng chi tiết"
    REFERENCE_SUM = "reference_sum", "phép cộng tham khảo"
    LISTED = "listed", "các mục có tên"
    ALLOCATIONS = "allocations", "chỉ tiêu phân bổ cho các đơn vị"
    RESULTS = "results", "kết quả của lớp"


class Spot(NamedTuple):
    """Where a number stands: its record, and the place in the file; the record's sources are its own."""

    record: Record
    place: Place

    def way(self) -> Iterator[Any]:
        """The record, then what lies at each step of the place in it; last the number, or what states it."""
        holder: Any = self.record
        yield holder
        for step in self.place:
            is_item = isinstance(holder, (tuple, dict))
            holder = holder[step] if is_item else value_of(holder, str(step))
            yield holder

    @property
    def held(self) -> Class | None:
        """The class that it lies in."""
        if isinstance(self.record, Program) and self.place[:1] == ("classes",):
            return self.record.classes[int(self.place[1])]
        return None


class StatedNumber(NamedTuple):
    """A number as it is stated: where, how many of what, the ends of what agrees with it, how exactly."""

    spot: Spot
    value: Decimal
    label: str
    least: Decimal
    most: Decimal
    bound: Bound = Bound.EXACT
    computed_from: str = ""


OPEN_ABOVE, OPEN_BELOW = {Bound.AT_LEAST, Bound.OVER}, {Bound.AT_MOST}
"""How numbers are stated that say no most, and those that say no least."""
End: TypeAlias = tuple[Decimal, int]
"""An end of the numbers that agree: a number; above 0 what agrees is more than it, below 0 less."""


def least_of(numbers: Sequence[StatedNumber]) -> End:
    """The least that numbers can come to. «Hơn 300» is more than 300."""
    over = Bound.OVER
    above = len([each for each in numbers if each.bound is over])
    return sum([each.least for each in numbers], NOTHING), above


def most_of(numbers: Sequence[StatedNumber]) -> End:
    """The most that numbers can come to. «Gần 300» is less than 300; without any tolerance it is 300."""
    almost = Bound.ALMOST
    below = len([each for each in numbers if each.bound is almost and each.least < each.most])
    return sum([each.most for each in numbers], NOTHING), -below


def bound_of_sum(bounds: Iterable[Bound]) -> Bound:
    """How exactly the sum of numbers is known that are stated so: «hơn 18» and 29 are «hơn 47»."""
    found = {*bounds} - {Bound.EXACT}
    if len(found) < 2:
        return next(iter(found), Bound.EXACT)
    return Bound.OVER if found == OPEN_ABOVE else Bound.ABOUT


class LeftOut(NamedTuple):
    """A part that is not counted, why, and what it states instead, where it states something like it."""

    spot: Spot
    why: Reason | Omission
    value: Decimal | None = None
    label: str = ""


class Assertion(NamedTuple):
    """A declared number of a whole: what it counts, how far it may be off, planned or done."""

    number: StatedNumber
    measure: Measure | TopicSetContent
    slack: Decimal
    state: Progress | None = None


class Check(NamedTuple):
    """A declared number held against its parts of one sort; `among` is none where there are no parts.

    `is_exceeded`: the parts are not said to add, and are only some of all, yet more than their whole.
    `is_unconfirmed`: they are all, and may be their whole, but leave open one end of what they come to.
    """

    declared: Assertion
    among: Among | None
    parts: tuple[StatedNumber, ...]
    left_out: tuple[LeftOut, ...]
    verdict: Verdict
    reason: Reason | None
    is_exceeded: bool = False
    is_unconfirmed: bool = False

    @property
    def counted(self) -> Decimal | None:
        """The sum of the parts; none where no part is counted, but of a list, which may have none."""
        if not self.parts and self.among is not Among.LISTED:
            return None
        return sum([part.value for part in self.parts], NOTHING)

    @property
    def bound(self) -> Bound:
        """How exactly the sum of the parts is known."""
        return bound_of_sum(part.bound for part in self.parts)

    @property
    def open_ends(self) -> tuple[Bound, ...]:
        """How those parts are stated of which only the least or the most is known."""
        found = {part.bound for part in self.parts} & (OPEN_ABOVE | OPEN_BELOW)
        return tuple(sorted(found, key=list(Bound).index))

    @property
    def called_off(self) -> int:
        """How many of the classes counted are put off or cancelled."""
        if self.among is not Among.CLASSES:
            return 0
        held = [part.spot.held for part in self.parts]
        return sum(each is not None and each.state in CALLED_OFF for each in held)

    @property
    def is_of_one_part(self) -> bool:
        """Whether it agrees with a single part: that is one number told twice, and no sum."""
        return self.verdict is Verdict.AGREES and len(self.parts) == 1

    @property
    def difference(self) -> Decimal | None:
        """How much more the parts are than the number, less where it is negative."""
        counted = self.counted
        return None if counted is None else counted - self.declared.number.value

    @property
    def totals(self) -> Mapping[str, Decimal]:
        """All that the parts state, those left out too, added up by unit: for orientation only."""
        rows: tuple[StatedNumber | LeftOut, ...] = (*self.parts, *self.left_out)
        return added_by_unit((each.label, each.value) for each in rows if each.value is not None)


def stated(spot: Spot, figure: Figure) -> StatedNumber:
    """A figure as a number among others."""
    least, most = figure.limits
    return StatedNumber(
        spot, figure.value, figure.label, least, most, figure.bound, figure.computed_from or ""
    )


def exact(spot: Spot, value: Decimal | int, label: str, computed_from: str = "") -> StatedNumber:
    """A number that is no figure, and so exact."""
    number = Decimal(value)
    return StatedNumber(spot, number, label, number, number, computed_from=computed_from)


def declared_figure(spot: Spot, figure: Figure) -> Assertion:
    """A figure as an assertion."""
    own = spot.record.state if isinstance(spot.record, Program) else None
    state = figure.state or own
    return Assertion(stated(spot, figure), figure.measure, figure.slack, state)
