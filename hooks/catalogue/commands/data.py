"""What the commands that read the data share: its catalogue, its counts."""

from __future__ import annotations

import sys
from pathlib import Path

from catalogue.language.vietnamese import number
from catalogue.load import Loaded, load
from catalogue.model.collection import Catalogue
from catalogue.model.kinds import KINDS
from catalogue.problems.problem import Severity
from catalogue.problems.report import as_text


def valid_catalogue(folder: Path) -> Catalogue | None:
    """The catalogue of a folder; None where it has errors, which are then printed on standard error."""
    loaded = load(folder)
    if loaded.catalogue is None:
        sys.stderr.write(as_text(loaded.problems) + counts(loaded) + "\n")
    return loaded.catalogue


def counts(loaded: Loaded) -> str:
    """One line: how many records of each kind there are, or how many errors, and how many warnings."""
    errors = sum(1 for problem in loaded.problems if problem.severity is Severity.ERROR)
    warnings = f"{number(len(loaded.problems) - errors)} cảnh báo"
    if loaded.catalogue is None:
        return f"{number(errors)} lỗi, {warnings}. Chưa công bố được."
    records = [
        f"{number(count)} {kind.label.lower()}"
        for kind in KINDS.values()
        if (count := len(loaded.catalogue.of(kind.code)))
    ]
    return f"Dữ liệu đúng: {', '.join(records) or 'chưa có bản ghi'}; {warnings}."
