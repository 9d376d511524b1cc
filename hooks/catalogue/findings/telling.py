"""A check in words: what is declared, what the parts come to, what is left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from catalogue.findings.checks import (
    OPEN_ABOVE,
    OPEN_BELOW,
    Among,
    Assertion,
    Check,
    LeftOut,
    Verdict,
    least_of,
    most_of,
)
from catalogue.findings.judging import exceeds
from catalogue.language.quantities import measured, quantity
from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import Bound
from catalogue.model.parts import ROUNDED, ROUNDING
from catalogue.problems.problem import Place

LEAST, MOST = "ít nhất", "nhiều nhất"
NOT_APART = {"": "bằng", LEAST: "không nhiều hơn", MOST: "không ít hơn"}
"""How parts are to a number that they come to, by what is known of the end that they leave open."""


def said(check: Check) -> Iterator[str]:
    """What is declared, what the parts come to, and which parts are left out."""
    yield f"nguồn nêu {declared(check.declared)}"
    if check.among:
        yield f"{check.among.label}: {sum_of(check)}"
    yield from left_out(check.left_out)


def sum_of(check: Check) -> str:
    """What the parts come to, and how far that is from the declared number.

    What cannot be compared is not added: a sum that no source makes would be taken for one. But where only
    some parts are known and these are too many already, whoever reads is to know.
    """
    counted, label, many = check.counted, check.declared.number.label, len(check.parts)
    if check.reason and check.parts:
        return "; ".join([f"{number(many)} phần, không cộng", *tried_sum(check)])
    if counted is None:
        return "chưa phần nào có số so được với số này"
    if not many:
        return "chưa mục nào có tên"
    added = f"cộng {number(many)} phần được" if many > 1 else "chỉ một phần có số,"
    total = quantity(counted, label, check.bound)
    return f"{added} {total}{with_called_off(check)}, {outcome(counted - check.declared.number.value, check)}"


def with_called_off(check: Check) -> str:
    """That classes are counted which were put off or cancelled."""
    return f" (kể cả {number(check.called_off)} lớp hoãn hoặc hủy)" if check.called_off else ""


def tried_sum(check: Check) -> Iterator[str]:
    """What parts come to that nobody says to add, where they are more than their whole."""
    if check.is_exceeded and check.counted is not None and check.difference is not None:
        total = quantity(check.counted, check.declared.number.label, check.bound)
        beside = contradiction(check.difference, check)
        yield f"cộng thử để tham khảo được {total}, {beside} (các phần có thể trùng nhau)"


def outcome(difference: Decimal, check: Check) -> str:
    """How far the parts are from their whole; of seats shared out among units, how many are still left."""
    label, is_incomplete = check.declared.number.label, check.verdict is Verdict.INCOMPLETE
    if check.among is Among.ALLOCATIONS and is_incomplete and difference < 0:
        return f"còn {quantity(-difference, label)} chưa phân bổ"
    if check.is_unconfirmed:
        return unconfirmed(check)
    if check.verdict is Verdict.DISAGREES:
        return contradiction(difference, check)
    return apart(difference, label, limit_of(difference, check))


def unconfirmed(check: Check) -> str:
    """That parts leave open what their whole says."""
    words = ", ".join(f"«{bound.label}»" for bound in check.open_ends)
    return f"có phần chỉ nêu {words} nên chưa xác nhận được số nguồn nêu"


def contradiction(difference: Decimal, check: Check) -> str:
    """How far parts are from a whole that they contradict; where they leave one end open, at the least."""
    whole = check.declared.number
    if not difference:
        both = (whole, *check.parts)
        bound = next(each.bound for each in both if least_of([each])[1] or most_of([each])[1])
        return f"đúng con số ấy, mà «{bound.label}» thì không gồm chính nó"
    if not check.open_ends:
        return apart(difference, whole.label)
    if exceeds(check.declared, check.parts):
        sure = least_of(check.parts)[0] - whole.most
    else:
        sure = most_of(check.parts)[0] - whole.least
    return apart(sure.normalize() + 0, whole.label, LEAST) if sure else f"{side(difference)} hơn số nguồn nêu"


def limit_of(difference: Decimal, check: Check) -> str:
    """Whether parts that leave an end open are farther from their whole than they say, or less far."""
    if check.bound not in OPEN_ABOVE | OPEN_BELOW:
        return ""
    return LEAST if (check.bound in OPEN_ABOVE) == (difference > 0) else MOST


def declared(assertion: Assertion) -> str:
    """A declared number with its bound, and how far it may be off."""
    whole = assertion.number
    state = f" ({assertion.state.label.lower()})" if assertion.state else ""
    words = quantity(whole.value, whole.label, whole.bound) + state
    if not assertion.slack:
        return words
    slack = quantity(assertion.slack.normalize() + 0, whole.label)
    off = "ít hơn" if whole.bound is Bound.ALMOST else "lệch"
    if whole.bound in ROUNDED and assertion.slack == whole.value * ROUNDING:
        share = measured(Bound.EXACT, f"{100 * ROUNDING:.0f}", "%")
        return f"{words} (số gần đúng: {off} tới {share}, tức {slack}, vẫn coi là khớp)"
    return f"{words} ({off} không quá {slack} vẫn coi là khớp)"


def apart(difference: Decimal, label: str, limit: str = "") -> str:
    """How far the parts are from their whole, or how far at the least or at the most."""
    if not difference:
        return f"{NOT_APART[limit]} số nguồn nêu"
    far = quantity(abs(difference), label)
    if limit:
        return f"{'nhiều hơn' if difference > 0 else 'kém'} {limit} {far} so với số nguồn nêu"
    return f"{side(difference)} hơn {far} so với số nguồn nêu"


def side(difference: Decimal) -> str:
    """Whether parts are more or less than their whole."""
    return "nhiều" if difference > 0 else "ít"


def left_out(rows: Iterable[LeftOut]) -> Iterator[str]:
    """How many parts are left out, by the reason."""
    reasons = [row.why for row in rows]
    for why in dict.fromkeys(reasons):
        yield f"không tính {number(reasons.count(why))} phần ({why.label})"


def steps(place: Place) -> str:
    """The way to a number inside its file: «figures, mục 1, value»."""
    return ", ".join(f"mục {step + 1}" if isinstance(step, int) else step for step in place)
