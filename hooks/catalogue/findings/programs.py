"""Programmes: each figure held against its own parts, the part programmes and the classes."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.findings.checks import Check, Spot, declared_figure
from catalogue.findings.classes import class_checks, class_divisions
from catalogue.findings.plans import Sought, part_programs, setting
from catalogue.findings.trying import checked, own_parts
from catalogue.model.collection import Catalogue
from catalogue.model.program import Program


def program_checks(catalogue: Catalogue, program: Program) -> Iterator[Check]:
    """The figures of a programme against what it is made of; then the seats of its classes."""
    within = setting(catalogue, program)
    for index, figure in enumerate(program.figures):
        spot = Spot(program, ("figures", index))
        divisions = list(own_parts(spot, figure))
        if not figure.title:
            divisions += part_programs(Sought(catalogue, figure, within), program)
            divisions += class_divisions(catalogue, program, figure)
        yield from checked(declared_figure(spot, figure), divisions)
    for index, each in enumerate(program.classes):
        yield from class_checks(program, index, each)
