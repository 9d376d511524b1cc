"""How far the data is confirmed: the confirmations with their parts of a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from catalogue.language.vocabulary import Confirmation, VerificationLevel
from catalogue.model.collection import Catalogue
from catalogue.model.confirmation import confirmation_of, figure_confirmation
from catalogue.model.counting import figures
from catalogue.model.record import Record


class Share(NamedTuple):
    """One confirmation with its number and its part of the whole in per cent."""

    level: Confirmation
    number: int
    share: float


def shares(catalogue: Catalogue, records: Iterable[Record]) -> list[Share]:
    """How many records have each confirmation."""
    return counted(Counter(confirmation_of(catalogue, record) for record in records))


def figure_shares(catalogue: Catalogue) -> list[Share]:
    """How many figures have each confirmation, by their own sources, else by the records that state them."""
    return counted(
        Counter(
            figure_confirmation(catalogue, record, figure)
            for record in catalogue
            for _, figure in figures(record)
        )
    )


def counted(levels: Counter[Confirmation]) -> list[Share]:
    """The confirmations in their order with their parts of the whole; what nothing has is named only where
    it is a level that a record can state.
    """
    total = sum(levels.values()) or 1
    return [
        Share(level, levels[level], round(100 * levels[level] / total, 1))
        for level in Confirmation
        if levels[level] or level.value in set(VerificationLevel)
    ]
