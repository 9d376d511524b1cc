"""A check in words: what is declared, what the parts come to, what is left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from catalogue.findings.checks import Among, Assertion, Check, LeftOut, Verdict
from catalogue.language.quantities import measured, quantity
from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import Bound
from catalogue.model.parts import ROUNDED, ROUNDING
from catalogue.problems.problem import Place


def said(check: Check) -> Iterator[str]:
    """What is declared, what the parts come to, and which parts are left out."""
    yield f"nguồn nêu {declared(check.declared)}"
    if check.among:
        yield f"{check.among.label}: {sum_of(check)}"
    yield from left_out(check.left_out)


def sum_of(check: Check) -> str:
    """What the parts come to, and how far that is from the declared number.

    What cannot be compared is not added: a sum that no source makes would be taken for one.
    """
    if check.reason and check.parts:
        return f"{number(len(check.parts))} phần, không cộng"
    counted, label, many = check.counted, check.declared.number.label, len(check.parts)
    if counted is None:
        return "chưa phần nào có số so được với số này"
    if not many:
        return "chưa mục nào có tên"
    added = f"cộng {number(many)} phần được" if many > 1 else "chỉ một phần có số,"
    return f"{added} {quantity(counted, label)}, {outcome(counted - check.declared.number.value, check)}"


def outcome(difference: Decimal, check: Check) -> str:
    """How far the parts are from their whole; of seats shared out among units, how many are still left."""
    label, is_short = check.declared.number.label, check.verdict is Verdict.INCOMPLETE and difference < 0
    if check.among is Among.ALLOCATIONS and is_short:
        return f"còn {quantity(-difference, label)} chưa phân bổ"
    return apart(difference, label)


def declared(assertion: Assertion) -> str:
    """A declared number with its bound, and how far it may be off."""
    whole = assertion.number
    state = f" ({assertion.state.label.lower()})" if assertion.state else ""
    words = quantity(whole.value, whole.label, assertion.bound) + state
    if not assertion.slack:
        return words
    slack = quantity(assertion.slack.normalize() + 0, whole.label)
    if assertion.bound in ROUNDED and assertion.slack == whole.value * ROUNDING:
        share = measured(Bound.EXACT, f"{100 * ROUNDING:.0f}", "%")
        return f"{words} (số gần đúng: lệch tới {share}, tức {slack}, vẫn coi là khớp)"
    return f"{words} (lệch không quá {slack} vẫn coi là khớp)"


def apart(difference: Decimal, label: str) -> str:
    """How far the parts are from their whole."""
    if not difference:
        return "bằng số nguồn nêu"
    return f"{'nhiều' if difference > 0 else 'ít'} hơn {quantity(abs(difference), label)} so với số nguồn nêu"


def left_out(rows: Iterable[LeftOut]) -> Iterator[str]:
    """How many parts are left out, by the reason."""
    reasons = [row.why for row in rows]
    for why in dict.fromkeys(reasons):
        yield f"không tính {number(reasons.count(why))} phần ({why.label})"


def steps(place: Place) -> str:
    """The way to a number inside its file: «figures, mục 1, value»."""
    return ", ".join(f"mục {step + 1}" if isinstance(step, int) else step for step in place)
