"""What the two hooks hand to each other during a build."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from catalogue.changes.history import History
from catalogue.model.collection import Catalogue
from catalogue.page import Publication
from catalogue.problems.problem import Problem
from catalogue.publish.assets import PublishedScripts
from catalogue.views.edition import Edition

TELLING = "telling"
"""Where `config.extra` holds what is told how far a build is, for somebody who watches."""


@dataclass
class Building:
    """One build: the catalogue or, where it has errors, None; its problems; what comes from outside the data.

    `root` is where the repository of the data begins, `history` what git tells of how the data came to be.
    `serving` tells a build that `mkdocs serve` makes. `scripts` are there once the files of docs/ are known;
    `edition` once the pages written by hand are, where there is a catalogue.
    """

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]
    publication: Publication
    root: Path
    serving: bool
    history: History = field(default_factory=History)
    scripts: PublishedScripts = field(init=False)
    edition: Edition = field(init=False)
