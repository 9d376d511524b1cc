"""Numbers with what they count: «khoảng 91 tỷ đồng»."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from catalogue.language.vietnamese import canonical, number
from catalogue.language.vocabulary import Bound, Measure


@cache
def unit_key(unit: str) -> str:
    """A unit as it is compared: «Học viên» and «học  viên» are one."""
    return canonical(unit)


def added_by_unit(amounts: Iterable[tuple[str, Decimal]]) -> dict[str, Decimal]:
    """Numbers added up by unit, as the first of them spells it."""
    spelled: dict[str, str] = {}
    found: dict[str, Decimal] = {}
    for unit, value in amounts:
        label = spelled.setdefault(unit_key(unit), unit)
        found[label] = found.get(label, Decimal()) + value
    return found


def quantity(value: Decimal, unit: str, bound: Bound = Bound.EXACT) -> str:
    """A number with its unit: «khoảng 91 tỷ đồng»."""
    return measured(bound, *written_amount(value, unit))


def written_amount(value: Decimal, unit: str) -> tuple[str, str]:
    """A number and its unit; a thousand million đồng and more are told in tỷ."""
    if unit == Measure.COST.label and value >= 1000:
        return number((value / 1000).normalize() + 0), "tỷ đồng"
    return number(value), unit


def measured(bound: Bound, value: str, unit: str) -> str:
    """A number between the word for its exactness and its unit; per cent follows after a narrow space."""
    return f"{bound.label} {value} {unit}".strip().replace(" %", "\u202f%")


def signed(difference: Decimal, bound: Bound = Bound.EXACT) -> str:
    """A difference with its sign: «+12», «khoảng −5», «0»."""
    sign = "+" if difference > 0 else "−" if difference else ""
    return measured(bound, f"{sign}{number(abs(difference))}", "")
