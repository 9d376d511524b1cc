"""Kinship: which programmes are one in other years, or parts of one whole, and so no two that overlap."""

from __future__ import annotations

from collections.abc import Callable

from catalogue.findings.series import first_of
from catalogue.model.collection import Catalogue
from catalogue.model.program import Program

Before = Callable[[Program], str | None]
"""What a programme follows: the id of another."""


class Kinship:
    """Tells the kin of programmes, each once; the way that several go up together is gone once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.firsts: dict[Before, dict[str, str]] = {in_whole: {}, in_time: {}}
        self.found: dict[str, frozenset[str]] = {}

    def of(self, program: Program) -> frozenset[str]:
        """The first programmes of what a programme is part of and repeats. Kin have one in common."""
        kin = self.found.get(program.id)
        if kin is None:
            kin = self.found[program.id] = frozenset(
                [first_of(self.catalogue, program, known, before) for before, known in self.firsts.items()]
            )
        return kin


def in_whole(program: Program) -> str | None:
    """What a programme is part of, or may be, else what it repeats."""
    return program.part_of or program.perhaps_part_of or program.repeats


def in_time(program: Program) -> str | None:
    """What a programme repeats, else what it is part of, or may be."""
    return program.repeats or program.part_of or program.perhaps_part_of
