"""The foot of a table of figures in words: what its rows come to, or why they are not added up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from catalogue.findings.additions import Addition, why_apart
from catalogue.findings.checks import Among, Check, NotAdded, Obstacle, Omission, Reason, Verdict
from catalogue.findings.telling import (
    contradiction,
    declared,
    sum_of,
    tried_sum,
    unconfirmed,
    with_called_off,
)
from catalogue.language.quantities import added_by_unit, quantity
from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import Progress
from catalogue.model.counting import SEATS
from catalogue.model.parts import Figure
from catalogue.problems.problem import Place
from catalogue.views.words.phrases import in_sentence

ADDED_ROWS = "Cộng các dòng có số"
"""What the row of sums of a table is called."""
NOT_COUNTED: Mapping[NotAdded, str] = {
    Omission.INSIDE: "đã nằm trong {row} khác",
    Omission.PERHAPS: "có thể đã nằm trong {row} khác",
    Omission.CALLED_OFF: "hoãn hoặc hủy",
    Reason.MAY_OVERLAP: "có thể tính trùng với {row} khác",
    Reason.OTHER_UNIT: "khác đơn vị tính",
    Reason.OTHER_PERIOD: "chỉ có số của kỳ khác, như cả giai đoạn hoặc năm khác",
    Reason.OTHER_STATE: "khác trạng thái",
    Reason.SEVERAL_NUMBERS: Reason.SEVERAL_NUMBERS.label,
    Obstacle.GIVEN_IN_PART: "thuộc kế hoạch mà nguồn chỉ nêu một phần",
}
"""Why rows stand in a table and not in its sum."""


def foot_of_rows(
    additions: Sequence[Addition], checks: Sequence[Check], row: str = "dòng", before: str = ""
) -> str:
    """The foot of a table whose columns are additions, with the declared numbers that its rows answer.

    `before` stands before all that.
    «Cộng các dòng có số: 309 lớp, 17.470 học viên; 21 dòng chưa có số lớp; nguồn nêu 745 lượt học viên: khác
    đơn vị tính, không so được.»
    """
    clauses = [
        *([before] if before else []),
        *sums(additions, row),
        *not_added(additions, row),
        *lacking(additions, row),
        *not_counted(additions, row),
        *(beside_rows(check, additions, row) for check in checks),
    ]
    return sentence(clauses)


def sentence(clauses: Sequence[str]) -> str:
    """Clauses as a sentence; none for none."""
    words = "; ".join(clauses)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def sums(additions: Sequence[Addition], row: str) -> Iterator[str]:
    """What the columns come to."""
    found = [
        f"{quantity(each.total, each.label, each.bound)}{state_of(each)}" for each in additions if each.total
    ]
    if found:
        yield f"cộng các {row} có số: {', '.join(found)}"


def state_of(addition: Addition) -> str:
    """What is said behind a number of what was done."""
    return f" {in_sentence(Progress.DONE.label)}" if addition.state is Progress.DONE else ""


def name_of(addition: Addition) -> str:
    """What the numbers of a column are called."""
    return addition.label if addition.label == SEATS else f"số {addition.label}{state_of(addition)}"


def not_added(additions: Sequence[Addition], row: str) -> Iterator[str]:
    """The columns that are not added up, by what stands against it."""
    by_reason: dict[str, list[str]] = defaultdict(list)
    for each in additions:
        if each.against:
            by_reason[each.against.label].append(name_of(each))
    for reason, names in by_reason.items():
        told = reason.replace("các phần", f"các {row} này")
        yield f"không cộng {', '.join(names)} của các {row}: {told}"


def lacking(additions: Sequence[Addition], row: str) -> Iterator[str]:
    """How many rows have no number, where the others are added up; once where the same have none of any."""
    found = {name_of(each): rows_lacking(each) for each in additions if each.total}
    if len(found) > 1 and len(set(found.values())) == 1:
        found = {"các số này": next(iter(found.values()))}
    for name, rows in found.items():
        if rows:
            yield f"{number(len(rows))} {row} chưa có {name}"


def rows_lacking(addition: Addition) -> tuple[tuple[str, Place], ...]:
    """The rows that have no number in a column, as places in records."""
    lacking = [each.spot for each in addition.left_out if each.why is Omission.LACKING]
    return tuple((spot.record.id, spot.place) for spot in lacking)


def why_left_out(why: NotAdded, row: str = "dòng") -> str:
    """Why a row of a table is not in its sum."""
    return NOT_COUNTED[why].format(row=row) if why in NOT_COUNTED else why.label


class RowLeftOut(NamedTuple):
    """A row that the sum of a column does not have, by the id of its record: why, and if it has no number."""

    record: str
    why: str
    is_lacking: bool = False


def rows_left_out(addition: Addition) -> Iterator[RowLeftOut]:
    """The rows that are not added; all of them where something speaks against adding."""
    for each in addition.left_out:
        yield RowLeftOut(each.spot.record.id, why_left_out(each.why), each.why is Omission.LACKING)
    if addition.against:
        for part in addition.parts:
            yield RowLeftOut(part.spot.record.id, addition.against.label)


def left_out(addition: Addition) -> Counter[NotAdded]:
    """How many rows of a column are left out, by the reason."""
    return Counter(each.why for each in addition.left_out)


def not_counted(additions: Sequence[Addition], row: str) -> Iterator[str]:
    """How many rows stand in no sum though they may have numbers, by the reason."""
    adding = [each for each in additions if each.total]
    counts = [left_out(each) for each in adding if each.left_out]
    for why, words in NOT_COUNTED.items():
        many = max((count[why] for count in counts), default=0)
        if many:
            yield f"không cộng {number(many)} {row} {words.format(row=row)}{instead(adding, why)}"


def instead(additions: Sequence[Addition], why: NotAdded) -> str:
    """What rows that are left out state, by its unit: « (170 lượt người)»."""
    totals = added_by_unit(
        (each.label, each.value)
        for addition in additions
        for each in addition.left_out
        if each.why is why and each.value is not None
    )
    words = ", ".join(quantity(value, label) for label, value in totals.items())
    return f" ({words})" if words else ""


def beside_rows(check: Check, additions: Sequence[Addition], row: str) -> str:
    """A declared number beside the sum of the rows: «nguồn nêu 745 lượt: khác đơn vị tính, không so được»."""
    stated = f"nguồn nêu {declared(check.declared)}"
    if check.reason:
        is_told = any(each.against is check.reason for each in additions)
        beside = f"không so được với tổng các {row}"
        compared = f"{stated}, {beside}" if is_told else f"{stated}: {check.reason.label}, {beside}"
        return "; ".join([compared, *tried_sum(check)])
    verdict, called_off = in_sentence(check.verdict.label), with_called_off(check)
    if check.verdict is Verdict.DISAGREES and check.difference is not None:
        return f"{stated}: {verdict}, các {row}{called_off} {contradiction(check.difference, check)}"
    if check.is_unconfirmed:
        return f"{stated}: {verdict}, {unconfirmed(check)}"
    return f"{stated}: {verdict}{called_off if check.verdict is Verdict.AGREES else ''}"


def foot_of_figures(figures: Sequence[Figure], checks: Sequence[Check]) -> str:
    """The foot of a table of figures and their parts: what the parts come to, why nothing else is added."""
    clauses = [
        f"số {check.declared.number.label}, {Among.OWN_PARTS.label}: {sum_of(check)}" for check in checks
    ]
    if len(figures) > 1:
        clauses.append(f"không cộng các số với nhau: {why_apart(figures).label}")
    return sentence(clauses)


def foot_of_report(figures: Sequence[Figure], checks: Sequence[Check]) -> str:
    """The foot of the rows of a report; `figures` are those that stand alone in a table without a foot."""
    clauses = [f"nguồn nêu {declared(check.declared)}; {sum_of(check)}" for check in checks]
    if not clauses and len(figures) > 1:
        clauses = [f"không cộng các dòng chi tiết: {why_apart(figures).label}"]
    return sentence(clauses)
