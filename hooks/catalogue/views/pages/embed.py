"""A body's programmes and classes on a page without a frame, to stand inside one of the body's own site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from catalogue.findings.desk import desk_by_year
from catalogue.findings.duties import Duty
from catalogue.language.vietnamese import day, number, year_in_words
from catalogue.language.vocabulary import Measure
from catalogue.model.collection import Catalogue
from catalogue.model.kinds import KINDS
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
)
from catalogue.views.words.roles import Work, work_of

PATH = "nhung/"
SHOWN = 10
"""What such a page shows, all together: it stands in a corner of another. Half is kept for duties."""
HEIGHT = 480
"""The height of its frame in the line of HTML, in CSS pixels; it scrolls inside."""


class EmbeddedDuty(NamedTuple):
    """A class that a body sends people to: its link, and what is known of it, each with its label."""

    head: ClassHead
    facts: list[tuple[str, Phrase]]


class EmbeddedRole(NamedTuple):
    """What a body does in one of its roles, as entries."""

    heading: str
    entries: list[Markup]


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
    roles: list[EmbeddedRole]
    more_works: Phrase
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
    """The page of a body: what it does in each of its roles and what it sends people to, the newest first."""
    address, publication = address_of(context, body), context.publication
    works, (year, duties) = work_of(context.catalogue, body), newest_duties(context.catalogue, body)
    total = sum(map(len, works.values()))
    room, room_of_duties = rooms(total, len(duties))
    revised = publication.revised
    content = EmbedContent(
        title_of(context.catalogue, body),
        context.catalogue.settings,
        publication.embedding and ROOT + publication.embedding,
        ROOT + context.catalogue.address(body),
        context.address(body),
        context.entries.said_once if works else "",
        roles_shown(context, works, room),
        more(context, body, "#muc_chu_tri", f"{number(total)} mục") if total > room else (),
        year,
        [embedded(context, duty) for duty in duties[:room_of_duties]],
        more(context, body, f"#{ANCHOR}", f"{number(len(duties))} việc {year}")
        if len(duties) > room_of_duties
        else (),
        (Piece(day(revised), datetime=revised),) if revised else (),
    )
    html = content.html().replace(ROOT, "../" * address.count("/"))
    return File(file_at(address), html.encode(), "text/html")


def rooms(works: int, duties: int) -> tuple[int, int]:
    """How many works and how many duties are shown: half each, and what the other leaves over."""
    half = SHOWN // 2
    return SHOWN - min(duties, half), SHOWN - min(works, half)


def roles_shown(context: Context, works: Mapping[str, Sequence[Work]], room: int) -> list[EmbeddedRole]:
    """The first works of a body, each under its role."""
    shown: list[EmbeddedRole] = []
    for role, records in works.items():
        if room > 0:
            shown.append(EmbeddedRole(role, context.entries.each(records[:room])))
            room -= len(records)
    return shown


def title_of(catalogue: Catalogue, body: Organization) -> str:
    """What such a page is called."""
    return f"Chương trình, lớp học của {catalogue.name(body)}"


def newest_duties(catalogue: Catalogue, body: Organization) -> tuple[str, Sequence[Duty]]:
    """The duties of the newest year on a body's desk, and that year in words."""
    for year, duties in desk_by_year(catalogue, body).items():
        return year_in_words(year), duties
    return "", []


def embedded(context: Context, duty: Duty) -> EmbeddedDuty:
    """A duty with what decides whether somebody is sent."""
    said = {
        "Thời gian": time_of_duty(context.phrases, duty),
        "Hạn gửi danh sách": deadline_of_duty(context.phrases, duty),
        "Chỉ tiêu": seats_of_duty(context.phrases, duty, Measure.LEARNERS.label),
    }
    return EmbeddedDuty(context.class_heads.of(duty), [each for each in said.items() if each[1]])


def more(context: Context, body: Organization, anchor: str, total: str) -> Phrase:
    """The link to all of something of which more is there than is shown."""
    address = f"{ROOT}{context.catalogue.address(body)}{anchor}"
    return (Piece(f"Xem tất cả {total} ở trang của đơn vị", address),)
