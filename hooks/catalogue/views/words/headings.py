"""Records under headings: by level, by year, by block, by what they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from itertools import count
from typing import Any, NamedTuple

from catalogue.language.vocabulary import Level
from catalogue.model.collection import Catalogue
from catalogue.model.kinds import KINDS
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Plan
from catalogue.views.words.entries import years_named
from catalogue.views.words.lists import anchor, drafts_last

UNKNOWN = "Chưa có thông tin"
LEVELS = list(Level)


class Headed(NamedTuple):
    """Records under a heading, drafts last; with the page of what the heading names, where there is one."""

    heading: str
    records: list[Record]
    link: str = ""
    anchor: str = ""


def grouped(
    catalogue: Catalogue,
    records: Iterable[Record],
    headings: Callable[[Any], Iterable[str]],
    order: Iterable[str],
    unknown: str = UNKNOWN,
) -> list[Headed]:
    """Records under their headings, in the order given; those without one come last, under `unknown`."""
    under: dict[str, list[Record]] = {heading: [] for heading in order}
    for record in catalogue.sorted(records):
        for heading in dict.fromkeys(headings(record)) or (unknown,):
            under.setdefault(heading, []).append(record)
    without = under.pop(unknown, [])
    return [
        Headed(heading, drafts_last(members))
        for heading, members in [*under.items(), (unknown, without)]
        if members
    ]


def with_anchors(headed: list[Headed]) -> list[Headed]:
    """The same with an anchor each; a number follows where two headings fold to the same, or to nothing."""
    taken: set[str] = set()
    found = []
    for each in headed:
        wanted = anchor(each.heading)
        names = (f"{wanted}-{number}".removesuffix("-1").strip("-") for number in count(1))
        found.append(each._replace(anchor=next(name for name in names if name and name not in taken)))
        taken.add(found[-1].anchor)
    return found


def time_heading(catalogue: Catalogue, record: Program | Plan) -> list[str]:
    """The heading of a programme or a plan by its time: a year, or a period; none where it is not known."""
    words = years_named(catalogue.years(record))
    return [words] if words else []


def time_headings(catalogue: Catalogue, records: Iterable[Program | Plan]) -> list[str]:
    """The headings of all records by time: years first, then periods, the newest of each first."""
    spans = {years for record in records if (years := catalogue.years(record))}
    ordered = sorted(spans, key=lambda years: (len(years) > 1, -years[-1], -years[0]))
    return [years_named(years) for years in ordered]


def by_kind(catalogue: Catalogue, records: list[Record]) -> list[Headed]:
    """Records under the names of their kinds, plans first."""
    order = [KINDS["plan"].label, *(kind.label for kind in KINDS.values() if kind.code != "plan")]
    return by_level(catalogue, grouped(catalogue, records, lambda record: [KINDS[record.kind].label], order))


def by_level(catalogue: Catalogue, headed: list[Headed]) -> list[Headed]:
    """The same with plans by the level of whose they are: the city's before a district's."""
    return [
        each._replace(records=sorted(each.records, key=partial(turn_of_plan, catalogue))) for each in headed
    ]


def turn_of_plan(catalogue: Catalogue, record: Record) -> tuple[bool, int, bool]:
    """What a record is sorted by: drafts last; a plan by its level, then behind those of one year."""
    if not isinstance(record, Plan):
        return record.is_draft, 0, False
    body = catalogue.organizations.get(record.issuer or record.lead or "")
    level = LEVELS.index(body.level) if body and body.level else len(LEVELS)
    return record.is_draft, level, len(catalogue.years(record)) > 1


def counts_by_kind(records: Iterable[Record]) -> str:
    """How many records of each kind there are: «2 kế hoạch, 12 chương trình»."""
    counts = Counter(record.kind for record in records)
    words = [f"{counts[kind]} {KINDS[kind].label.lower()}" for kind in KINDS if counts[kind]]
    return ", ".join(words) or "Chưa có mục nào"
