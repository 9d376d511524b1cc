"""How far the data is confirmed: the levels of confirmation with their parts of a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from catalogue.language.vocabulary import VerificationLevel
from catalogue.load import Catalogue
from catalogue.model.record import Record
from catalogue.rules.figures import figures


class Share(NamedTuple):
    """One level of confirmation with its number and its part of the whole in per cent."""

    level: VerificationLevel
    number: int
    share: float


def shares(records: Iterable[Record]) -> list[Share]:
    """How many records stand at each level of confirmation."""
    return counted(Counter(record.verification.level for record in records))


def figure_shares(catalogue: Catalogue) -> list[Share]:
    """How many figures stand at each level of confirmation, by the record that states them."""
    return counted(Counter(record.verification.level for record in catalogue for _ in figures(record)))


def counted(levels: Counter[VerificationLevel]) -> list[Share]:
    """The levels in their order with their parts of the whole."""
    total = sum(levels.values()) or 1
    return [Share(level, levels[level], round(100 * levels[level] / total, 1)) for level in VerificationLevel]
