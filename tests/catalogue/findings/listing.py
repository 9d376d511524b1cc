"""The checks of a catalogue as lines, and the two reviewed lists of them, which `python -m` this renews."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from catalogue.findings.checks import Check
from catalogue.findings.reconciliation import reconciled
from catalogue.model.collection import Catalogue
from sample.recipe import Recipe
from tests.catalogue.views.small import catalogue_in
from tests.sample.reading import made

HERE = Path(__file__).parent
RENEW = "PYTHONPATH=hooks .venv/bin/python -m tests.catalogue.findings.listing"
PROGRAMS = 300
"""How many programmes the sample has whose checks are listed."""


def line_of(check: Check) -> str:
    """A check on one line: its number, what its parts come to, how many are left out and why, the verdict."""
    whole = check.declared.number
    place = ".".join(str(step) for step in whole.spot.place)
    told = [f"{whole.spot.record.kind} {whole.spot.record.id} {place}"]
    told.append(f"{whole.bound.label} {whole.value} {whole.label}".strip())
    if check.among:
        told.append(f"{check.among} {len(check.parts)}: {check.counted}")
    left_out = Counter(row.why for row in check.left_out)
    told += [f"without {count} {why}" for why, count in sorted(left_out.items())]
    told.append(f"{check.verdict}: {check.reason}" if check.reason else str(check.verdict))
    return " | ".join(told)


def listed(checks: Iterable[Check]) -> str:
    """Checks as a file has them."""
    return "".join(f"{line_of(check)}\n" for check in checks)


def sample_of_300() -> Catalogue:
    """The sample whose checks are listed."""
    outcome = made(Recipe(PROGRAMS))
    assert outcome.catalogue
    return outcome.catalogue


def renew() -> None:
    """Write both lists anew; what differs in them is to be read before it is committed."""
    for name, catalogue in (("data", catalogue_in("data")), ("sample", sample_of_300())):
        (HERE / f"checks-of-{name}.txt").write_text(listed(reconciled(catalogue)), encoding="utf-8")


if __name__ == "__main__":
    renew()
