"""Reconciliation (đối chiếu số liệu): every declared number of a catalogue, held against its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from catalogue.findings.checks import Check, Spot, Verdict, declared_figure
from catalogue.findings.plans import plan_checks, programs_of
from catalogue.findings.programs import program_checks
from catalogue.findings.reports import report_checks
from catalogue.findings.topic_sets import topic_set_checks
from catalogue.findings.trying import checked, own_parts
from catalogue.model.collection import Catalogue
from catalogue.model.counting import figures, is_figure
from catalogue.model.record import Record
from catalogue.model.records import Organization, Plan
from catalogue.model.shape import holding
from catalogue.parallel import no_collecting

WHOLES: Mapping[str, Callable[[Catalogue, Any], Iterator[Check]]] = {
    "plan": plan_checks,
    "program": program_checks,
    "report": report_checks,
    "topic_set": topic_set_checks,
}
"""The kinds whose numbers are of a whole, with what checks them."""
ANSWERING = {"lead", "organizers", "issuer"}
"""The fields by which a record names the unit that answers for its numbers."""
DECLARING = {"plan": "figures", "program": "figures", "report": "declared"}
"""Where the figures of these kinds stand that are checked with all that the record is made of."""


def reconciled(catalogue: Catalogue) -> Sequence[Check]:
    """The checks of all records but drafts, kind by kind, in the order of ids and of places in the file."""
    return [check for checks in catalogue.once(by_record).values() for check in checks]


@no_collecting()
def by_record(catalogue: Catalogue) -> Mapping[tuple[str, str], Sequence[Check]]:
    """The checks of each record that has any and is no draft, by its kind and id."""
    published = (record for record in catalogue if not record.is_draft)
    found = ((record, tuple(checks_of(catalogue, record))) for record in published)
    return {(record.kind, record.id): checks for record, checks in found if checks}


def own_checks_of(catalogue: Catalogue, record: Record) -> Sequence[Check]:
    """The checks of a record's own numbers; of a draft, which stands in no list of them, made anew."""
    if record.is_draft:
        return list(checks_of(catalogue, record))
    return catalogue.once(by_record).get((record.kind, record.id), ())


def checks_of_unit(catalogue: Catalogue, unit: Organization) -> Sequence[Check]:
    """The checks of what a unit leads, organises or issues."""
    answered = [
        (backlink.record.kind, backlink.record.id)
        for backlink in catalogue.backlinks.get((unit.kind, unit.id), ())
        if backlink.place[0] in ANSWERING and backlink.record.kind in WHOLES
    ]
    checks = catalogue.once(by_record)
    return [check for key in dict.fromkeys(answered) for check in checks.get(key, ())]


def checks_of_plan(catalogue: Catalogue, plan: Plan) -> Sequence[Check]:
    """The checks of a plan's own numbers, then those of its programmes."""
    checks = catalogue.once(by_record)
    records = (plan, *programs_of(catalogue, plan))
    return [check for each in records for check in checks.get((each.kind, each.id), ())]


def checks_of(catalogue: Catalogue, record: Record) -> Iterator[Check]:
    """The checks of one record: of its own numbers, then of other figures that have parts of their own."""
    if record.kind in WHOLES:
        yield from WHOLES[record.kind](catalogue, record)
    if may_hold_others(type(record), DECLARING.get(record.kind)):
        for place, figure in figures(record):
            if figure.parts and place[0] != DECLARING.get(record.kind):
                spot = Spot(record, place)
                yield from checked(declared_figure(spot, figure), list(own_parts(spot, figure)))


@cache
def may_hold_others(model: type[Record], declaring: str | None) -> bool:
    """Whether a record can hold figures in another field than the one that it declares them in."""
    return any(key != declaring for key, _ in holding(model, is_figure))


def verdicts(checks: Iterable[Check]) -> Mapping[Verdict, int]:
    """How many checks came to each verdict: every verdict is named, and all together are all checks."""
    found = Counter(check.verdict for check in checks)
    return {verdict: found[verdict] for verdict in Verdict}
