"""All records together: by kind and id, who refers to whom, when each took place, where its page stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from catalogue.language.vietnamese import canonical, collation_key
from catalogue.model.dates import Date
from catalogue.model.fields import Reference
from catalogue.model.kinds import KINDS
from catalogue.model.naming import TELLING, columns_needed, life, telling_words
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Document, Group, Organization, Plan, Report, Source, Topic, TopicSet
from catalogue.model.settings import Abbreviation, SiteSettings
from catalogue.model.shape import Link, links
from catalogue.problems.problem import Place

AnyRecord = TypeVar("AnyRecord", bound=Record)


class Backlink(NamedTuple):
    """A reference seen from the record that it names: who refers to it, at which place, by which field."""

    record: Record
    place: Place
    reference: Reference


@dataclass(frozen=True)
class Records:
    """Every record of a tree whose files are each right alone; the rules judge them together."""

    settings: SiteSettings
    programs: Mapping[str, Program] = field(default_factory=dict)
    topic_sets: Mapping[str, TopicSet] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    organizations: Mapping[str, Organization] = field(default_factory=dict)
    plans: Mapping[str, Plan] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    reports: Mapping[str, Report] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    abbreviations: tuple[Abbreviation, ...] = ()
    published_addresses: tuple[str, ...] = ()
    root: str = "data"

    def of(self, kind: str) -> Mapping[str, Any]:
        """The records of a kind, by id."""
        mapping: Mapping[str, Any] = getattr(self, KINDS[kind].folder.replace("-", "_"))
        return mapping

    def __iter__(self) -> Iterator[Record]:
        """Every record, kind by kind, in the order of their ids."""
        for kind in KINDS:
            yield from self.of(kind).values()

    def address(self, record: Record) -> str:
        """The address of a record's page below the site's root."""
        return f"{KINDS[record.kind].section}/{record.id}/"

    @cached_property
    def by_title(self) -> tuple[Record, ...]:
        """Every record in dictionary order of what lists call it."""
        return tuple(sorted(self, key=lambda record: (collation_key(self.name(record)), record.id)))

    @cached_property
    def namesakes(self) -> tuple[tuple[Record, ...], ...]:
        """The records of a kind that have one title, however it is spelt; none that is alone in its title."""
        same: dict[tuple[str, str], list[Record]] = defaultdict(list)
        for kind in TELLING:
            for record in self.of(kind).values():
                same[kind, canonical(record.title)].append(record)
        return tuple(tuple(records) for records in same.values() if len(records) > 1)

    def name(self, record: Record) -> str:
        """What lists call a record: its title and, where others have the same, what tells it apart."""
        apart = self.told_apart.get((record.kind, record.id))
        return f"{record.title} ({apart})" if apart else record.title

    @cached_property
    def told_apart(self) -> Mapping[tuple[str, str], str]:
        """What tells each namesake apart from the others, by its kind and id, as far as it says."""
        found: dict[tuple[str, str], str] = {}
        for namesakes in self.namesakes:
            said = [[*self.context(record, found), *life(record)] for record in namesakes]
            needed = columns_needed(list(zip(*said, strict=True)))
            for record, words in zip(namesakes, said, strict=True):
                found[record.kind, record.id] = ", ".join(words[index] for index in needed if words[index])
        return found

    def context(self, record: Record, told_apart: Mapping[tuple[str, str], str]) -> list[str]:
        """What a record says that can tell it apart from its namesakes, and its years."""
        named = []
        for link in self.links[record.kind, record.id]:
            if other := self.of(link.reference.kind).get(link.id):
                apart = told_apart.get((other.kind, other.id))
                title = getattr(other, "short_name", None) or other.title
                named.append((str(link.place[0]), f"{title} ({apart})" if apart else title))
        years = self.years(record) if isinstance(record, (Program, Plan)) else ()
        time = "-".join(str(year) for year in dict.fromkeys(years[:1] + years[-1:]))
        return [*telling_words(record, named), f"năm {time}" if time else ""]

    @cached_property
    def turns(self) -> Mapping[tuple[str, str], int]:
        """The turn of each record, by its kind and id, in dictionary order of all titles."""
        return {(record.kind, record.id): turn for turn, record in enumerate(self.by_title)}

    def sorted(self, records: Iterable[AnyRecord]) -> list[AnyRecord]:
        """Some records in dictionary order of their titles; no title is compared again, whatever the list."""
        return sorted(records, key=lambda record: self.turns[record.kind, record.id])

    @cached_property
    def links(self) -> Mapping[tuple[str, str], tuple[Link, ...]]:
        """The references of every record, by its kind and id."""
        return {(record.kind, record.id): tuple(links(record)) for record in self}

    @cached_property
    def backlinks(self) -> Mapping[tuple[str, str], tuple[Backlink, ...]]:
        """Who refers to each record, by kind and id; in dictionary order of their titles."""
        found: dict[tuple[str, str], list[Backlink]] = defaultdict(list)
        order = list(KINDS)
        for record in sorted(self.by_title, key=lambda record: order.index(record.kind)):
            for link in self.links[record.kind, record.id]:
                found[link.reference.kind, link.id].append(Backlink(record, link.place, link.reference))
        return {key: tuple(backlinks) for key, backlinks in found.items()}

    def referring(self, kind: str, id: str, key: str) -> list[Any]:
        """The records that name a record under a key of their own (`plan`, `set`), in dictionary order."""
        return [
            backlink.record for backlink in self.backlinks.get((kind, id), ()) if backlink.place == (key,)
        ]

    @cached_property
    def newest_plan_year(self) -> int | None:
        """The year of the newest plan; None where no plan has one."""
        return max(
            (plan.year for plan in self.plans.values() if plan.year and not plan.is_draft), default=None
        )

    def years(self, record: Program | Plan) -> tuple[int, ...]:
        """The years that a programme or a plan takes place in, as far as it says; inferred years don't count.

        A programme that states no time has the years of its plan.
        """
        if isinstance(record, Plan):
            return (
                (record.year,)
                if record.year
                else years_between([record.period.start, record.period.end] if record.period else [])
            )
        plan = self.plans.get(record.plan or "")
        return years_between(dates_of(record)) or (self.years(plan) if plan else ())


def dates_of(program: Program) -> Iterator[Date | None]:
    """The dates that a programme states: of its period, else of its classes."""
    if program.period and (program.period.start or program.period.end):
        yield from (program.period.start, program.period.end)
        return
    for each in program.classes:
        yield from (each.start, each.end)


def years_between(dates: Iterable[Date | None]) -> tuple[int, ...]:
    """Every year from the first to the last of some dates; those without a year count for nothing."""
    years = [date.year for date in dates if date and date.year]
    return tuple(range(min(years), max(years) + 1)) if years else ()
