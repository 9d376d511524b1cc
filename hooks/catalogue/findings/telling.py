"""A check in words: what is declared, what the parts come to, what is left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from catalogue.findings.checks import Assertion, Check, LeftOut
from catalogue.language.quantities import quantity
from catalogue.language.vietnamese import number
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
    return f"{added} {quantity(counted, label)}, {apart(counted - check.declared.number.value, label)}"


def declared(assertion: Assertion) -> str:
    """A declared number with its bound, and how far it may be off."""
    whole = assertion.number
    state = f" ({assertion.state.label.lower()})" if assertion.state else ""
    words = quantity(whole.value, whole.label, assertion.bound) + state
    if not assertion.slack:
        return words
    slack = quantity(assertion.slack.normalize() + 0, whole.label)
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
