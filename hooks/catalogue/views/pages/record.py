"""The page of a record of any kind: facts, classes, figures, relations both ways, sources."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import filterfalse
from typing import NamedTuple

from markupsafe import Markup

from catalogue.language.vietnamese import number
from catalogue.model.collection import Backlink, Catalogue
from catalogue.model.kinds import KINDS
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Group, Organization, Plan, Report, Topic
from catalogue.page import ROOT, Output, Page, PageContent, Phrase, Piece, page
from catalogue.views.pages.annex import annex_pages
from catalogue.views.pages.desk import desk_pages
from catalogue.views.pages.history import OwnHistory, own_history
from catalogue.views.pages.unit import UnitSections, unit_sections
from catalogue.views.words.checks import LastChecks, OwnChecks
from catalogue.views.words.citations import CitationWords, citation, verification
from catalogue.views.words.classes import ClassTable, class_table
from catalogue.views.words.context import Context
from catalogue.views.words.entries import Tag, tags_of
from catalogue.views.words.facts import Fact, facts_of, notices
from catalogue.views.words.figures import (
    FigureTable,
    ReportTables,
    Sum,
    figure_table,
    figures_of,
    reference_sum,
    report_tables,
)
from catalogue.views.words.json_ld import json_ld
from catalogue.views.words.lists import LongList, anchor, drafts_last, list_pages
from catalogue.views.words.pairs import own_pairs
from catalogue.views.words.phrases import joined, kind_label
from catalogue.views.words.plans import PlanTables, plan_tables
from catalogue.views.words.series import series_table
from catalogue.views.words.states import StateShown, state_of_program
from catalogue.views.words.trails import trail_below

FOLD_FROM = 12
"""A list of relations that is longer is folded behind its first ones."""
LONG_FROM, LONG_FROM_OF_BODY = 40, 12
"""One that is longer still stands on pages of its own; sooner that of a body, which has a dozen of them."""


class Relation(NamedTuple):
    """The records that refer to this one under a heading: the first ones, those folded behind them, drafts.

    Where they are too many, all of them stand elsewhere: `total` tells how many, `more` where.
    """

    heading: str
    first: list[Markup]
    folded: list[Markup]
    drafts: list[Markup]
    total: int
    more: Phrase = ()


@dataclass(frozen=True)
class RecordContent(PageContent):
    """What fills the template of a record's page, whatever its kind: what a kind does not have is empty."""

    template = "record"
    record: Record
    tags: list[Tag]
    state: StateShown | None
    notices: list[tuple[str, Phrase]]
    facts: list[Fact]
    details: list[Fact]
    unknown: list[str]
    classes: ClassTable | None
    series: Markup
    pairs: Markup
    figures: FigureTable | None
    plan: PlanTables | None
    report: ReportTables | None
    reference_sum: Sum | None
    checks: OwnChecks | None
    relations: list[Relation]
    unit: UnitSections[Relation] | None
    said_once: str
    citations: list[CitationWords]
    verification: list[Fact]
    history: OwnHistory | None
    mail: str | None
    address: str


def record_pages(context: Context) -> Iterator[Output]:
    """A page for every record, and the pages of its long lists."""
    catalogue = context.catalogue
    for record in catalogue:
        address = catalogue.address(record)
        yield Output(address, partial(record_page, context, record), indexed=not record.is_draft)
        if len(catalogue.backlinks.get((record.kind, record.id), ())) > long_from(record):
            yield from relation_pages(context, record)
        if isinstance(record, Plan):
            yield from annex_pages(context, record)
        if isinstance(record, Organization):
            yield from desk_pages(context, record)


def relation_pages(context: Context, record: Record) -> Iterator[Output]:
    """The pages of those relations that are too long for the page of a record."""
    for heading, records in referring(context.catalogue, record).items():
        if len(records) > long_from(record):
            yield from list_pages(relation_list(context, record, heading, records))


def record_page(context: Context, record: Record) -> Page:
    """The page of one record."""
    description = record.summary or f"{kind_label(record)}: {record.title}."
    return page(
        address=context.catalogue.address(record),
        title=context.catalogue.name(record),
        description=" ".join(description.split())[:300],
        section=KINDS[record.kind].section,
        content=record_content(context, record),
        edit_path=edit_path(context, record),
        json_ld=json_ld(context, record),
        indexed=not record.is_draft,
    )


def edit_path(context: Context, record: Record) -> str:
    """The path of a record's file below the root of its repository, however the data's folder was named."""
    file = record.path.removeprefix(f"{context.catalogue.root}/")
    return posixpath.normpath(posixpath.join(context.publication.data_folder, file))


def record_content(context: Context, record: Record) -> RecordContent:
    """Everything that the page of a record says."""
    catalogue, phrases = context.catalogue, context.phrases
    facts = facts_of(phrases, record)
    program = record if isinstance(record, Program) else None
    report = record if isinstance(record, Report) else None
    related = relations(context, record)
    stated = figures_of(record) if isinstance(record, (Plan, Report)) else []
    return RecordContent(
        title=record.title,
        trail=trail(catalogue, record),
        record=record,
        tags=tags_of(catalogue, record),
        state=state_of_program(catalogue, program) if program else None,
        notices=list(notices(phrases, record)),
        facts=facts.first,
        details=facts.later,
        unknown=facts.unknown,
        classes=class_table(phrases, program) if program and program.classes else None,
        series=series_table(context, program) if program else Markup(),
        pairs=own_pairs(context, program) if program else Markup(),
        figures=figure_table(phrases, record, stated) if stated else None,
        plan=plan_tables(phrases, record) if isinstance(record, Plan) else None,
        report=report_tables(phrases, report) if report else None,
        reference_sum=reference_sum(phrases, report) if report else None,
        checks=catalogue.once(LastChecks).of(phrases, record),
        relations=related,
        unit=unit_sections(context, record, related) if isinstance(record, Organization) else None,
        said_once=context.entries.said_once if any(each.first for each in related) else "",
        citations=[citation(phrases, each) for each in record.sources],
        verification=verification(phrases, record),
        history=own_history(context, record),
        mail=catalogue.settings.mail,
        address=context.address(record) or f"/{catalogue.address(record)}",
    )


def trail(catalogue: Catalogue, record: Record) -> list[Piece]:
    """The way from the home page to a record; a topic stands below its set.

    What is no draft names none above it, since search engines are told the way.
    """
    above = trail_below(KINDS[record.kind].section)
    topic_set = catalogue.topic_sets[record.set] if isinstance(record, Topic) and record.set else None
    if topic_set and (record.is_draft or not topic_set.is_draft):
        above.append(Piece(catalogue.name(topic_set), ROOT + catalogue.address(topic_set)))
    return above


def relations(context: Context, record: Record) -> list[Relation]:
    """Who refers to a record, under the headings that the fields name; a group's kin before them."""
    found = kindred(context, record) if isinstance(record, Group) else []
    return found + [
        relation(context, record, heading, records)
        for heading, records in referring(context.catalogue, record).items()
    ]


def referring(catalogue: Catalogue, record: Record) -> dict[str, list[Record]]:
    """The records that refer to one by the heading of the field that does, each once."""
    grouped: dict[str, dict[tuple[str, str], Record]] = defaultdict(dict)
    backlinks = catalogue.backlinks.get((record.kind, record.id), ())
    for backlink in filterfalse(stands_in_table, backlinks) if isinstance(record, Plan) else backlinks:
        grouped[heading(backlink)][backlink.record.kind, backlink.record.id] = backlink.record
    return {heading: drafts_last(list(records.values())) for heading, records in grouped.items()}


def long_from(record: Record) -> int:
    """The length from which on a list of relations stands on pages of its own."""
    return LONG_FROM_OF_BODY if isinstance(record, Organization) else LONG_FROM


def stands_in_table(backlink: Backlink) -> bool:
    """Whether what refers to a plan needs no list: its programmes stand in its table, but for drafts."""
    programme = backlink.place == ("plan",) and isinstance(backlink.record, Program)
    return programme and not backlink.record.is_draft


def relation(context: Context, record: Record, heading: str, records: list[Record]) -> Relation:
    """The records under one heading as the page shows them."""
    total = len(records)
    if total > long_from(record):
        elsewhere = ROOT + relation_list(context, record, heading, records).address
        more = (Piece(f"Xem tất cả {number(total)} mục", elsewhere),)
        return Relation(heading, context.entries.each(records[: FOLD_FROM // 2]), [], [], total, more)
    first = context.entries.each(each for each in records if not each.is_draft)
    cut = len(first) if len(first) <= FOLD_FROM else FOLD_FROM // 2
    drafts = context.entries.each(each for each in records if each.is_draft)
    return Relation(heading, first[:cut], first[cut:], drafts, total)


def relation_list(context: Context, record: Record, heading: str, records: list[Record]) -> LongList:
    """The records under one heading as a list on pages of its own."""
    return LongList(
        f"{context.catalogue.address(record)}{anchor(heading)}/",
        KINDS[record.kind].section,
        f"{context.catalogue.name(record)}: {heading}",
        [*trail(context.catalogue, record), context.phrases.link(record)],
        records,
        context.entries.listed,
        indexed=not record.is_draft,
    )


def kindred(context: Context, group: Group) -> list[Relation]:
    """The programmes of the groups that a learner group lies in or holds: they may be for its people too."""
    wider = [group.parent] if group.parent else []
    narrower = [each.id for each in context.catalogue.referring("group", group.id, "parent")]
    found = [programs_for(context, which, ids) for which, ids in (("rộng hơn", wider), ("hẹp hơn", narrower))]
    return [relation for relation in found if relation.total]


def programs_for(context: Context, which: str, ids: list[str]) -> Relation:
    """The programmes that name some groups; where they are too many, the groups' own pages list them."""
    records = {
        backlink.record.id: backlink.record
        for id in ids
        for backlink in context.catalogue.backlinks.get(("group", id), ())
        if isinstance(backlink.record, Program)
    }
    programs = [record for record in records.values() if not record.is_draft]
    heading, total = f"Chương trình cho đối tượng {which}", len(programs)
    if total > LONG_FROM:
        names = joined([(context.phrases.named("group", id),) for id in ids], "; ")
        more = (Piece(f"Tất cả {number(total)} mục ở trang của: "), *names)
        return Relation(heading, context.entries.each(programs[: FOLD_FROM // 2]), [], [], total, more)
    entries = context.entries.each(programs)
    return Relation(heading, entries[:FOLD_FROM], entries[FOLD_FROM:], [], total)


def heading(backlink: Backlink) -> str:
    """The heading of a relation; sources tell what kind of thing rests on them."""
    return (
        f"{backlink.reference.inverse}: {kind_label(backlink.record).lower()}"
        if backlink.reference.kind == "source"
        else backlink.reference.inverse
    )
