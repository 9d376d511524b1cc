"""All records together: by kind and id, who refers to whom, when each took place, where its page stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from catalogue.language.vietnamese import canonical, collation_key
from catalogue.model.dates import Date
from catalogue.model.fields import Reference
from catalogue.model.kinds import KINDS
from catalogue.model.naming import TELLING, life, telling_words, words_apart
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Document, Group, Organization, Plan, Report, Source, Topic, TopicSet
from catalogue.model.settings import Abbreviation, SiteSettings
from catalogue.model.shape import Link, links
from catalogue.problems.problem import Place

AnyRecord = TypeVar("AnyRecord", bound=Record)
Anything = TypeVar("Anything")


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

    def once(self, work: Callable[[Any], Anything]) -> Anything:
        """What a function works out of all records, worked out when it is first asked for."""
        kept: dict[Callable[[Any], Any], Any] = vars(self).setdefault("worked_out", {})
        if work not in kept:
            kept[work] = work(self)
        found: Anything = kept[work]
        return found

    def address(self, record: Record) -> str:
        """The address of a record's page below the site's root."""
        return f"{KINDS[record.kind].section}/{record.id}/"

    @cached_property
    def published(self) -> frozenset[str]:
        """The addresses that were published, to be looked up."""
        return frozenset(self.published_addresses)

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
        return titled(record, self.told_apart.get((record.kind, record.id), ""))

    @cached_property
    def told_apart(self) -> Mapping[tuple[str, str], str]:
        """What tells each namesake apart from the others, by its kind and id."""
        groups = {(record.kind, record.id): group for group in self.namesakes for record in group}
        found: dict[tuple[str, str], str] = {}

        def apart(record: Record) -> str:
            """What tells a record apart, those that it names first; nothing yet where they lead back."""
            key = record.kind, record.id
            if key in groups and key not in found:
                group = groups[key]
                found.update(dict.fromkeys(((each.kind, each.id) for each in group), ""))
                said = [[*self.context(each, apart), *life(each)] for each in group]
                words = zip(group, words_apart(said, [each.id for each in group]), strict=True)
                found.update({(each.kind, each.id): told for each, told in words})
            return found.get(key, "")

        for group in self.namesakes:
            apart(group[0])
        return found

    def brief_name(self, record: Record) -> str:
        """What sentences call a record: its short name where no other has the same, else what lists do."""
        return self.short_name(record) or self.name(record)

    def short_name(self, record: Record) -> str:
        """The short name of a body; empty where it has none, or another goes by the same."""
        short = record.short_name if isinstance(record, Organization) else None
        return short if short and self.bodies_called[canonical(short)] == 1 else ""

    @cached_property
    def bodies_called(self) -> Mapping[str, int]:
        """How many bodies go by each name, a title or a short name, however it is spelt."""
        names = ({body.title, body.short_name or body.title} for body in self.organizations.values())
        return Counter(each for called in names for each in {canonical(name) for name in called})

    def context(self, record: Record, apart: Callable[[Record], str]) -> list[str]:
        """What a record says that can tell it apart from its namesakes, and its years.

        `apart` tells the records that it names apart from theirs.
        """
        named = []
        for link in self.links[record.kind, record.id]:
            field = str(link.place[0])
            other = self.of(link.reference.kind).get(link.id) if field in TELLING[record.kind] else None
            if other:
                words = self.short_name(other) or titled(other, apart(other))
                named.append((field, words))
        years = self.years(record) if isinstance(record, (Program, Plan)) else ()
        time = years_in_words(years)
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
        return self.all_years[record.kind, record.id]

    @cached_property
    def all_years(self) -> Mapping[tuple[str, str], tuple[int, ...]]:
        """The years of every programme and plan, by kind and id: they are asked for a dozen times."""
        of_plans = {id: years_of_plan(plan) for id, plan in self.plans.items()}
        of_programs = {
            id: years_between(dates_of(program)) or of_plans.get(program.plan or "", ())
            for id, program in self.programs.items()
        }
        return {
            **{("plan", id): years for id, years in of_plans.items()},
            **{("program", id): years for id, years in of_programs.items()},
        }


def years_of_plan(plan: Plan) -> tuple[int, ...]:
    """The years of a plan, as far as it says."""
    if plan.year:
        return (plan.year,)
    return years_between([plan.period.start, plan.period.end]) if plan.period else ()


class Catalogue(Records):
    """Records that obey every rule. Only `load` makes one, so whoever has one need not check it."""


def titled(record: Record, apart: str) -> str:
    """A title with what tells the record apart from others of that title."""
    return f"{record.title} ({apart})" if apart else record.title


def dates_of(program: Program) -> Iterator[Date | None]:
    """The dates that a programme states: of its period, else of its classes."""
    if program.period and program.period.is_dated:
        yield from (program.period.start, program.period.end)
        return
    for each in program.classes:
        yield from (each.start, each.end)


def years_between(dates: Iterable[Date | None]) -> tuple[int, ...]:
    """Every year from the first to the last of some dates; those without a year count for nothing."""
    years = [date.year for date in dates if date and date.year]
    return tuple(range(min(years), max(years) + 1)) if years else ()


def years_in_words(years: Sequence[int]) -> str:
    """Years in a row as they are written: 2024, 2022-2025; empty for none."""
    return "-".join(dict.fromkeys(str(year) for year in (*years[:1], *years[-1:])))
