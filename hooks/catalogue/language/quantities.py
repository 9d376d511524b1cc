"""Numbers with what they count: «khoảng 91 tỷ đồng»."""

from __future__ import annotations

from decimal import Decimal

from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import Bound, Measure


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
