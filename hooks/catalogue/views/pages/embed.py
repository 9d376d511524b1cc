"""A body's programmes and classes on a page without a frame, to stand inside one of the body's own site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from catalogue.findings.desk import by_year, desk_of
from catalogue.findings.duties import Duty
from catalogue.language.vietnamese import day, number
from catalogue.model.collection import Catalogue
from catalogue.model.kinds import KINDS
from catalogue.model.program import Program
from catalogue.model.records import Organization
from catalogue.model.settings import SiteSettings
from catalogue.page import ROOT, File, Output, Phrase, Piece, TemplateContent
from catalogue.views.exports.renamed import moved, renamed
from catalogue.views.pages.desk import ANCHOR
from catalogue.views.pages.redirects import file_at
from catalogue.views.words.context import Context
from catalogue.views.words.duties import (
    ClassHead,
    deadline_of_duty,
    seats_of_duty,
    time_of_duty,
    year_in_words,
)

PATH = "nhung/"
SHOWN = 20
"""The programmes and the duties that such a page shows: it stands in a corner of another."""
HEIGHT = 480
"""The height of its frame in the line of HTML, in CSS pixels; it scrolls inside."""


class EmbeddedDuty(NamedTuple):
    """A class that a body sends people to: its link, and what is known of it, each with its label."""

    head: ClassHead
    facts: list[tuple[str, Phrase]]


@dataclass(frozen=True)
class EmbedContent(TemplateContent):
    """What fills the template of the page. `way` leads to the body's own, `place` is its full address."""

    template = "embed"
    title: str
    settings: SiteSettings
    stylesheet: str
    way: str
    place: str
    said_once: str
    programs: list[Markup]
    more_programs: Phrase
    year: str
    duties: list[EmbeddedDuty]
    more_duties: Phrase
    revised: Phrase


def embed_files(context: Context) -> Iterator[Output]:
    """A page for each body, complete without the frame that all others have; also where it stood before.

    Whoever put the line of HTML into a page does not hear of a new id.
    """
    for body in context.catalogue.organizations.values():
        if not body.is_draft:
            yield Output(file_at(address_of(context, body)), partial(embed_file, context, body))
    for old_id, record in renamed(context.catalogue):
        if isinstance(record, Organization) and not record.is_draft:
            old = file_at(f"{KINDS[record.kind].section}/{old_id}/{PATH}")
            yield Output(old, partial(moved, partial(embed_file, context, record), old))


def address_of(context: Context, body: Organization) -> str:
    """Where the page of a body stands that others embed."""
    return f"{context.catalogue.address(body)}{PATH}"


def line_of_html(context: Context, body: Organization) -> str:
    """The line that puts a body's list into a page of its own site; empty where this one has no address."""
    if not context.publication.address or body.is_draft:
        return ""
    place = context.publication.address + address_of(context, body)
    return (
        f'<iframe src="{escape(place)}" title="{escape(title_of(context.catalogue, body))}" '
        f'width="100%" height="{HEIGHT}" loading="lazy"></iframe>'
    )


def embed_file(context: Context, body: Organization) -> File:
    """The page of a body: what it leads or organizes and what it sends people to, the newest first."""
    address, publication = address_of(context, body), context.publication
    programs = programs_of(context.catalogue, body)
    year, duties = newest_duties(context.catalogue, body)
    revised = publication.revised
    content = EmbedContent(
        title_of(context.catalogue, body),
        context.catalogue.settings,
        publication.embedding and ROOT + publication.embedding,
        ROOT + context.catalogue.address(body),
        context.address(body),
        context.entries.said_once if programs else "",
        context.entries.each(programs[:SHOWN]),
        more(context, body, "", f"Xem tất cả {number(len(programs))} chương trình", len(programs)),
        year,
        [embedded(context, duty) for duty in duties[:SHOWN]],
        more(context, body, f"#{ANCHOR}", f"Xem tất cả {number(len(duties))} việc {year}", len(duties)),
        (Piece(day(revised), datetime=revised),) if revised else (),
    )
    html = content.html().replace(ROOT, "../" * address.count("/"))
    return File(file_at(address), html.encode(), "text/html")


def title_of(catalogue: Catalogue, body: Organization) -> str:
    """What such a page is called."""
    return f"Chương trình, lớp học của {catalogue.name(body)}"


def programs_of(catalogue: Catalogue, body: Organization) -> Sequence[Program]:
    """The programmes that a body leads or organizes, without drafts: the newest year first, no year last."""
    found = {
        record.id: record
        for field in ("lead", "organizers")
        for record in catalogue.referring("organization", body.id, field)
        if isinstance(record, Program) and not record.is_draft
    }
    turns = catalogue.turns
    return sorted(found.values(), key=lambda each: (-newest(catalogue, each), turns["program", each.id]))


def newest(catalogue: Catalogue, program: Program) -> int:
    """The last year of a programme; 0 where none is known."""
    return next(reversed(catalogue.years(program)), 0)


def newest_duties(catalogue: Catalogue, body: Organization) -> tuple[str, list[Duty]]:
    """The duties of the newest year on a body's desk, and that year in words."""
    for year, duties in by_year(catalogue, desk_of(catalogue, body)).items():
        return year_in_words(year), duties
    return "", []


def embedded(context: Context, duty: Duty) -> EmbeddedDuty:
    """A duty with what decides whether somebody is sent."""
    said = {
        "Thời gian": time_of_duty(context.phrases, duty),
        "Hạn gửi danh sách": deadline_of_duty(context.phrases, duty),
        "Chỉ tiêu": seats_of_duty(context.phrases, duty),
    }
    return EmbeddedDuty(context.class_heads.of(duty), [each for each in said.items() if each[1]])


def more(context: Context, body: Organization, anchor: str, words: str, total: int) -> Phrase:
    """The link to all of something of which more is there than is shown."""
    address = f"{ROOT}{context.catalogue.address(body)}{anchor}"
    return (Piece(words, address),) if total > SHOWN else ()
