"""The page of a record: facts, classes, figures, relations both ways, sources. One view serves every kind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from catalogue.language.vietnamese import number
from catalogue.load import Catalogue
from catalogue.model.collection import Backlink
from catalogue.model.kinds import KINDS
from catalogue.model.parts import Citation
from catalogue.model.records import Group, Plan, Program, Record, Report, Topic
from catalogue.model.shape import shapes, title
from catalogue.page import ROOT, Output, Page, Phrase, Piece, Site, page, template
from catalogue.views.pages.plan import plan_lists, plan_tables
from catalogue.views.words.classes import class_row
from catalogue.views.words.entries import line, state_of_program, tags_of
from catalogue.views.words.facts import Fact, notices, split_facts
from catalogue.views.words.figures import (
    figure_table,
    figures_worth_a_table,
    highlights,
    reference_sum,
    report_rows,
)
from catalogue.views.words.json_ld import json_ld
from catalogue.views.words.lists import LongList, anchor, drafts_last, entries, list_pages
from catalogue.views.words.phrases import Phrases, joined, kind_label

FOLD_FROM = 12
"""A list of relations that is longer is folded behind its first ones."""
LONG_FROM = 40
"""One that is longer still stands on pages of its own."""


class Relation(NamedTuple):
    """The records that refer to this one under one heading: the first ones, those folded behind them, the drafts, folded too.

    Where they are too many, all of them stand elsewhere: `total` tells how many, `more` where.
    """

    heading: str
    first: list[Markup]
    folded: list[Markup]
    drafts: list[Markup]
    total: int = 0
    more: Phrase = ()


def record_pages(phrases: Phrases, site: Site) -> Iterator[Output]:
    """A page for every record, and the pages of its long lists."""
    catalogue = phrases.catalogue
    for record in catalogue:
        yield Output(
            catalogue.address(record),
            partial(record_page, phrases, site, record),
            indexed=not record.is_draft,
        )
        for heading, records in (
            referring(catalogue, record).items()
            if len(catalogue.backlinks.get((record.kind, record.id), ())) > LONG_FROM
            else ()
        ):
            yield from (
                list_pages(relation_list(phrases, record, heading, records))
                if len(records) > LONG_FROM
                else ()
            )
        yield from plan_lists(phrases, record) if isinstance(record, Plan) else ()


def record_page(phrases: Phrases, site: Site, record: Record) -> Page:
    """The page of one record."""
    catalogue, kind = phrases.catalogue, KINDS[record.kind]
    facts, details = split_facts(phrases, record)
    body = template("record")(
        record=record,
        trail=trail(catalogue, record),
        title=record.title,
        tags=tags_of(catalogue, record),
        state=state_of_program(catalogue, record) if isinstance(record, Program) else None,
        notices=list(notices(catalogue, phrases, record)),
        facts=facts,
        details=details,
        highlights=highlights(record),
        classes=[class_row(phrases, record, each) for each in record.classes]
        if isinstance(record, Program)
        else [],
        figures=figure_table(phrases, record, figures_worth_a_table(record)),
        plan=plan_tables(catalogue, phrases, record) if isinstance(record, Plan) else None,
        report=report_rows(phrases, record) if isinstance(record, Report) else [],
        reference_sum=reference_sum(catalogue, phrases, record) if isinstance(record, Report) else None,
        relations=relations(catalogue, phrases, record),
        citations=[citation(catalogue, phrases, each) for each in record.sources],
        verification=verification(phrases, record),
        json_address=f"{ROOT}api/v1/{kind.folder}/{record.id}.json",
        mail=catalogue.settings.mail,
        address=site.address + catalogue.address(record),
    )
    description = record.summary or f"{kind_label(record)}: {record.title}."
    return page(
        address=catalogue.address(record),
        title=record.title,
        description=" ".join(description.split())[:300],
        section=kind.section,
        body=body,
        edit_path=""
        if record.path.startswith(("/", "../"))
        else record.path,  # data from outside the repository has no editor there
        json_ld=json_ld(catalogue, site, record),
        indexed=not record.is_draft,
    )


def trail(catalogue: Catalogue, record: Record) -> list[Piece]:
    """The way from the home page to a record; a topic stands below its set."""
    from_home = [
        Piece("Trang chủ", ROOT),
        Piece(section_label(KINDS[record.kind].section), f"{ROOT}{KINDS[record.kind].section}/"),
    ]
    if isinstance(record, Topic) and record.set:
        topic_set = catalogue.topic_sets[record.set]
        from_home.append(Piece(topic_set.title, ROOT + catalogue.address(topic_set)))
    return from_home


def section_label(section: str) -> str:
    """What a section is called: the label of its plainest kind."""
    return [kind.label for kind in KINDS.values() if kind.section == section][-1]


def relations(catalogue: Catalogue, phrases: Phrases, record: Record) -> list[Relation]:
    """Who refers to a record, under the headings that the fields name; a group's kin before them."""
    found = kindred(catalogue, phrases, record) if isinstance(record, Group) else []
    return found + [
        relation(phrases, record, heading, records)
        for heading, records in referring(catalogue, record).items()
    ]


def referring(catalogue: Catalogue, record: Record) -> dict[str, list[Record]]:
    """The records that refer to one by the heading of the field that does, each once; the programmes of a plan stand in its table, but for drafts."""
    grouped: dict[str, dict[tuple[str, str], Record]] = {}
    for backlink in catalogue.backlinks.get((record.kind, record.id), ()):
        if (
            isinstance(record, Plan)
            and isinstance(backlink.record, Program)
            and backlink.place == ("plan",)
            and not backlink.record.is_draft
        ):
            continue
        grouped.setdefault(heading(backlink), {}).setdefault(
            (backlink.record.kind, backlink.record.id), backlink.record
        )
    return {heading: drafts_last(list(records.values())) for heading, records in grouped.items()}


def relation(phrases: Phrases, record: Record, heading: str, records: list[Record]) -> Relation:
    """The records under one heading as the page shows them."""
    if len(records) > LONG_FROM:
        more = (
            Piece(
                f"Xem tất cả {number(len(records))} mục",
                ROOT + relation_list(phrases, record, heading, records).address,
            ),
        )
        return Relation(
            heading, [line(phrases, each) for each in records[: FOLD_FROM // 2]], [], [], len(records), more
        )
    lines = [line(phrases, each) for each in records if not each.is_draft]
    cut = len(lines) if len(lines) <= FOLD_FROM else FOLD_FROM // 2
    return Relation(
        heading,
        lines[:cut],
        lines[cut:],
        [line(phrases, each) for each in records if each.is_draft],
        len(records),
    )


def relation_list(phrases: Phrases, record: Record, heading: str, records: list[Record]) -> LongList:
    """The records under one heading as a list on pages of its own."""
    address, here = (
        phrases.catalogue.address(record),
        [*trail(phrases.catalogue, record), phrases.link(record)],
    )
    return LongList(
        f"{address}{anchor(heading)}/",
        KINDS[record.kind].section,
        f"{record.title}: {heading}",
        here,
        records,
        partial(entries, phrases),
    )


def kindred(catalogue: Catalogue, phrases: Phrases, group: Group) -> list[Relation]:
    """The programmes of the groups that a learner group lies in or holds: they may be for its people too."""
    around = [
        ("rộng hơn", [group.parent] if group.parent else []),
        ("hẹp hơn", [each.id for each in catalogue.referring("group", group.id, "parent")]),
    ]
    found = []
    for which, ids in around:
        records = {
            link.record.id: link.record
            for id in ids
            for link in catalogue.backlinks.get(("group", id), ())
            if isinstance(link.record, Program)
        }
        programs = [record for record in records.values() if not record.is_draft]
        whole = len(programs) <= LONG_FROM
        lines = [line(phrases, each) for each in (programs if whole else programs[: FOLD_FROM // 2])]
        names = joined([(phrases.named("group", id),) for id in ids], "; ")
        more: Phrase = () if whole else (Piece(f"Tất cả {number(len(programs))} mục ở trang của: "), *names)
        found += (
            [
                Relation(
                    f"Chương trình cho đối tượng {which}",
                    lines[:FOLD_FROM],
                    lines[FOLD_FROM:],
                    [],
                    len(programs),
                    more,
                )
            ]
            if programs
            else []
        )
    return found


def heading(backlink: Backlink) -> str:
    """The heading of a relation; sources tell what kind of thing rests on them."""
    return (
        f"{backlink.reference.inverse}: {kind_label(backlink.record).lower()}"
        if backlink.reference.kind == "source"
        else backlink.reference.inverse
    )


def citation(catalogue: Catalogue, phrases: Phrases, each: Citation) -> dict[str, Any]:
    """A source as it is quoted: link, publisher, date, address, and the place in it."""
    if each.document:
        return {
            "link": phrases.named("document", each.document),
            "publisher": "",
            "date": (),
            "address": "",
            "locator": each.locator or "",
        }
    source = catalogue.sources[str(each.source)]
    return {
        "link": phrases.link(source),
        "publisher": source.publisher or "",
        "date": (phrases.date(source.date, source.inferred_year),) if source.date else (),
        "address": source.address or "",
        "locator": each.locator or "",
    }


def verification(phrases: Phrases, record: Record) -> list[Fact]:
    """How far the record is confirmed, in lines."""
    group = record.verification
    known = [(name, shape) for name, shape in shapes(type(group)).items() if getattr(group, name)]
    return [Fact(title(type(group), name), phrases.of(getattr(group, name), shape)) for name, shape in known]
