"""The pages to browse by: the first page of each section, with its records under headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from catalogue.language.vocabulary import DocumentCategory, Level, OrganizationCategory, SourceOrigin, labels
from catalogue.model.collection import Catalogue
from catalogue.model.confirmation import origin_of
from catalogue.model.sections import SECTIONS
from catalogue.page import ROOT, LedContent, Output, Page, Piece, page
from catalogue.views.words.context import Context
from catalogue.views.words.headings import (
    Headed,
    by_level,
    grouped,
    time_heading,
    time_headings,
    with_anchors,
)
from catalogue.views.words.lists import LongList, drafts_last, list_pages
from catalogue.views.words.trails import HOME, section_link
from catalogue.views.words.validity import is_replaced, validity_in_words

UNKNOWN_YEAR, UNKNOWN_LEVEL = "Chưa rõ năm", "Chưa rõ cấp"
SCREENS = 20
"""Entries on a page that nobody sees at a glance: from here on, links to its headings save scrolling."""
WHOLE = 150
"""Entries that a browse page shows in whole; where there are more, each heading shows its first ones."""
FIRST = 20
OVERVIEWS: Mapping[str, Sequence[str]] = {
    "doi-tuong": ("do-phu", "khoi"),
    "chuong-trinh": ("lich", "trung-lap"),
}
"""The sections that tell what all records of one come to together."""


class Listing(NamedTuple):
    """What a browse page lists, under which title; its long headings have pages below the address `lists`."""

    address: str
    section: str
    title: str
    lead: str
    trail: list[Piece]
    headed: list[Headed]
    lists: str


class HeadedEntries(NamedTuple):
    """A heading as its page shows it: the first entries, and folded behind them the drafts.

    `counted` tells how many records stand under it without drafts, `total` with them; `more` is where all of
    them stand, if that is elsewhere.
    """

    heading: str
    anchor: str
    link: str
    first: list[Markup]
    drafts: list[Markup]
    counted: int
    total: int
    more: str


@dataclass(frozen=True)
class BrowseContent(LedContent):
    """What fills the template of a browse page; it has `jumps` where links to its headings are of use."""

    template = "browse"
    headed: list[HeadedEntries]
    jumps: bool
    said_once: str
    beside: list[Piece]


def browse_pages(context: Context) -> Iterator[Output]:
    """The first page of every section whose pages are records'."""
    for section, headings_of in HEADINGS.items():
        lead, headed = headings_of(context.catalogue)
        title = SECTIONS[section].title
        listing = Listing(f"{section}/", section, title, lead, [HOME], headed, f"danh-sach/{section}/")
        yield from browse(context, listing)


def browse(context: Context, listing: Listing) -> Iterator[Output]:
    """A page of records under headings, and the pages of those headings that are too long for it."""
    headed = with_anchors(listing.headed)
    yield Output(
        listing.address, partial(browse_page, context, listing._replace(headed=headed)), indexed=True
    )
    for each in headed:
        if len(each.records) > most_of_each(headed) and not each.link:
            yield from list_pages(long_list(context, listing, each))


def long_list(context: Context, listing: Listing, headed: Headed) -> LongList:
    """The records under a heading on pages of their own."""
    trail = [*listing.trail, Piece(listing.title, ROOT + listing.address)]
    return LongList(
        f"{listing.lists}{headed.anchor}/",
        listing.section,
        f"{listing.title}: {headed.heading}",
        trail,
        headed.records,
        partial(context.entries.listed, heading=headed.heading),
    )


def browse_page(context: Context, listing: Listing) -> Page:
    """A page of records under headings."""
    most = most_of_each(listing.headed)
    headed = [headed_entries(context, listing, each, most) for each in listing.headed]
    said = context.entries.said_once if any(each.first for each in headed) else ""
    jumps = needs_jumps(listing.headed)
    overviews = OVERVIEWS.get(listing.section, ()) if listing.address == f"{listing.section}/" else ()
    ways = [section_link(each) for each in overviews]
    content = BrowseContent(listing.title, listing.trail, listing.lead, headed, jumps, said, ways)
    return page(listing.address, listing.title, listing.lead, listing.section, content)


def needs_jumps(headed: Sequence[Headed]) -> bool:
    """Whether links to the headings lead on: not on a short page, nor where most would lead to one entry."""
    total = sum(len(each.records) for each in headed)
    return len(headed) > 1 and total > SCREENS and total >= 2 * len(headed)


def most_of_each(headed: Sequence[Headed]) -> int:
    """How many entries of each heading a page shows."""
    total = sum(len(each.records) for each in headed)
    return total if total <= WHOLE else min(FIRST, WHOLE // len(headed))


def headed_entries(context: Context, listing: Listing, headed: Headed, most: int) -> HeadedEntries:
    """A heading as its page shows it."""
    total, first = len(headed.records), headed.records[:most]
    more = "" if total <= most else headed.link or f"{ROOT}{listing.lists}{headed.anchor}/"
    return HeadedEntries(
        headed.heading,
        headed.anchor,
        headed.link,
        context.entries.each((record for record in first if not record.is_draft), headed.heading),
        context.entries.each((record for record in first if record.is_draft), headed.heading),
        sum(not record.is_draft for record in headed.records),
        total,
        more,
    )


Headings = tuple[str, list[Headed]]
"""What the first page of a section says and lists: its opening sentence, its records under headings."""


def programs(catalogue: Catalogue) -> Headings:
    """All programmes by year, the newest first; those of several years below."""
    records = catalogue.programs.values()
    order = time_headings(catalogue, records)
    lead = (
        "Mọi chương trình, lớp đã ghi nhận, xếp theo năm; chương trình nhiều năm xếp theo giai đoạn, ở dưới."
    )
    return lead, grouped(catalogue, records, partial(time_heading, catalogue), order, UNKNOWN_YEAR)


def topics(catalogue: Catalogue) -> Headings:
    """The topic sets, then the topics of each, then the topics that belong to none."""
    sets = catalogue.sorted(catalogue.topic_sets.values())
    found = [Headed("Các danh sách", [*sets])] if sets else []
    for topic_set in sets:
        if members := catalogue.referring("topic_set", topic_set.id, "set"):
            ordered = sorted(members, key=lambda topic: (topic.number is None, topic.number or 0))
            found.append(
                Headed(catalogue.name(topic_set), drafts_last(ordered), ROOT + catalogue.address(topic_set))
            )
    if alone := [topic for topic in catalogue.topics.values() if not topic.set]:
        found.append(Headed("Chuyên đề khác", drafts_last(catalogue.sorted(alone))))
    lead = "Các danh sách chuyên đề, chương trình và lĩnh vực mà nguồn nêu, kể cả danh sách chưa công bố tên."
    return lead, found


def groups(catalogue: Catalogue) -> Headings:
    """Learner groups by level."""
    records = catalogue.groups.values()
    lead = "Nhóm người học được nêu trong kế hoạch và chương trình; mở từng nhóm để xem lớp dành cho nhóm đó."
    return lead, grouped(catalogue, records, lambda group: labels(group.level), labels(Level), UNKNOWN_LEVEL)


def organizations(catalogue: Catalogue) -> Headings:
    """Bodies by what they are."""
    records = catalogue.organizations.values()
    lead = "Đơn vị chủ trì, phối hợp, mở lớp, cử người học và ban hành văn bản."
    return lead, grouped(catalogue, records, lambda body: [body.category.label], labels(OrganizationCategory))


def plans(catalogue: Catalogue) -> Headings:
    """Plans by year, the newest first; those of several years and of every year apart."""
    every_year = "Hằng năm"
    records = catalogue.plans.values()
    order = [*time_headings(catalogue, records), every_year]
    lead = "Kế hoạch đào tạo, bồi dưỡng theo năm: chương trình, số lớp, chỉ tiêu, và những gì còn thiếu."
    headed = grouped(
        catalogue,
        records,
        lambda plan: time_heading(catalogue, plan) or ([every_year] if plan.annual else []),
        order,
        UNKNOWN_YEAR,
    )
    return lead, by_level(catalogue, headed)


def documents(catalogue: Catalogue) -> Headings:
    """Documents by type, those that were replaced behind the others."""
    records = catalogue.documents.values()
    lead = "Quy định, nghị quyết, kế hoạch, đề án làm căn cứ cho các chương trình."
    lead += validity_in_words(catalogue, records)
    headed = grouped(catalogue, records, lambda document: [document.category.label], labels(DocumentCategory))
    return lead, [each._replace(records=replaced_last(catalogue, each.records)) for each in headed]


def replaced_last(catalogue: Catalogue, documents: list[Any]) -> list[Any]:
    """The same documents, those behind the others that were replaced, and last the drafts."""
    return sorted(documents, key=lambda each: (each.is_draft, is_replaced(catalogue, each)))


def sources(catalogue: Catalogue) -> Headings:
    """Sources by who stands behind them."""
    lead = "Bài báo và trang thông tin mà dữ liệu dựa vào; mỗi số liệu đều lần được về nguồn."
    return lead, grouped(
        catalogue,
        catalogue.sources.values(),
        lambda source: [origin_of(source).label],
        labels(SourceOrigin),
    )


HEADINGS: Mapping[str, Callable[[Catalogue], Headings]] = {
    "chuong-trinh": programs,
    "chuyen-de": topics,
    "doi-tuong": groups,
    "don-vi": organizations,
    "ke-hoach": plans,
    "van-ban": documents,
    "nguon": sources,
}
