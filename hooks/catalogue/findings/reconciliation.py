"""Reconciliation (đối chiếu số liệu): every declared number of a catalogue, held against its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from catalogue.findings.checks import Check, Spot, Verdict, declared_figure
from catalogue.findings.plans import plan_checks
from catalogue.findings.programs import program_checks
from catalogue.findings.reports import report_checks
from catalogue.findings.topic_sets import topic_set_checks
from catalogue.findings.trying import checked, own_parts
from catalogue.load import Catalogue
from catalogue.model.counting import figures
from catalogue.model.record import Record

WHOLES: Mapping[str, Callable[[Catalogue, Any], Iterator[Check]]] = {
    "plan": plan_checks,
    "program": program_checks,
    "report": report_checks,
    "topic_set": topic_set_checks,
}
"""The kinds whose numbers are of a whole, with what checks them."""
DECLARING = {"plan": "figures", "program": "figures", "report": "declared"}
"""Where the figures of these kinds stand that are checked with all that the record is made of."""


def reconciled(catalogue: Catalogue) -> Iterator[Check]:
    """The checks of all records but drafts, kind by kind, in the order of ids and of places in the file."""
    for record in catalogue:
        if not record.is_draft:
            yield from checks_of(catalogue, record)


def checks_of(catalogue: Catalogue, record: Record) -> Iterator[Check]:
    """The checks of one record: of its own numbers, then of other figures that have parts of their own."""
    if record.kind in WHOLES:
        yield from WHOLES[record.kind](catalogue, record)
    for place, figure in figures(record):
        if figure.parts and place[0] != DECLARING.get(record.kind):
            spot = Spot(record, place)
            yield from checked(declared_figure(spot, figure), list(own_parts(spot, figure)))


def verdicts(checks: Iterable[Check]) -> Mapping[Verdict, int]:
    """How many checks came to each verdict: every verdict is named, and all together are all checks."""
    found = Counter(check.verdict for check in checks)
    return {verdict: found[verdict] for verdict in Verdict}
