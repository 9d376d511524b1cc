"""What the two hooks hand to each other during a build."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from catalogue.load import Catalogue
from catalogue.page import Publication, WrittenPage
from catalogue.problems.problem import Problem


@dataclass
class Building:
    """One build: the catalogue or, where it has errors, None; its problems; what comes from outside the data.

    `root` is where the repository of the data begins. `serving` tells a build that `mkdocs serve` makes.
    `written` gathers the pages written by hand.
    """

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]
    publication: Publication
    root: Path
    serving: bool
    written: list[WrittenPage] = field(default_factory=list)
