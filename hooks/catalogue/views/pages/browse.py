"""The pages to browse by: each kind, each year, each block; they work without JavaScript."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count
from typing import Any, NamedTuple

from markupsafe import Markup

from catalogue.language.vietnamese import collation_key
from catalogue.language.vocabulary import Block, DocumentCategory, Level, OrganizationCategory, Vocabulary
from catalogue.load import Catalogue
from catalogue.model.kinds import KINDS
from catalogue.model.records import Plan, Program, Record
from catalogue.page import ROOT, Output, Page, Piece, Site, page, template
from catalogue.views.words.entries import line, years_in_words
from catalogue.views.words.lists import LongList, anchor, drafts_last, entries, list_pages
from catalogue.views.words.phrases import Phrases

UNKNOWN = "Chưa có thông tin"
UNKNOWN_YEAR, UNKNOWN_LEVEL, UNKNOWN_BLOCK = "Chưa rõ năm", "Chưa rõ cấp", "Chưa rõ khối"
HOME = Piece("Trang chủ", ROOT)
WHOLE = 150
"""Lines that a browse page shows in whole; where there are more, each group shows its first ones."""
FIRST = 20


class Group(NamedTuple):
    """Records under a heading, drafts last; with the page of what the heading names, where there is one."""

    heading: str
    records: list[Record]
    link: str = ""
    anchor: str = ""


class Listing(NamedTuple):
    """What a browse page lists, under which title; `lists` is the address below which the pages of its long groups stand."""

    address: str
    section: str
    title: str
    lead: str
    trail: list[Piece]
    groups: list[Group]
    lists: str


class Made(NamedTuple):
    """What the page of a section lists: its title, its opening sentence, its groups."""

    title: str
    lead: str
    groups: list[Group]


class ShownGroup(NamedTuple):
    """A group as its page shows it: the first entries, the drafts that are folded behind them, and where all of it stands if that is elsewhere."""

    heading: str
    anchor: str
    link: str
    first: list[Markup]
    drafts: list[Markup]
    total: int
    more: str


def browse_pages(phrases: Phrases, site: Site) -> Iterator[Output]:
    """Every browse page."""
    for section, make in SECTIONS.items():
        title, lead, groups = make(phrases.catalogue)
        yield from browse(
            phrases, Listing(f"{section}/", section, title, lead, [HOME], groups, f"danh-sach/{section}/")
        )
    yield from year_pages(phrases)
    yield from block_pages(phrases)


def browse(phrases: Phrases, listing: Listing) -> Iterator[Output]:
    """A page of groups, and the pages of those that are too long for it."""
    distinct_groups = distinct(listing.groups)
    yield Output(
        listing.address, partial(browse_page, phrases, listing._replace(groups=distinct_groups)), indexed=True
    )
    for group in distinct_groups:
        if len(group.records) > shown_of_each(listing.groups) and not group.link:
            yield from list_pages(long_list(phrases, listing, group))


def long_list(phrases: Phrases, listing: Listing, group: Group) -> LongList:
    """A group on pages of its own."""
    trail, title = (
        [*listing.trail, Piece(listing.title, ROOT + listing.address)],
        f"{listing.title}: {group.heading}",
    )
    return LongList(
        f"{listing.lists}{group.anchor}/",
        listing.section,
        title,
        trail,
        group.records,
        partial(entries, phrases),
    )


def browse_page(phrases: Phrases, listing: Listing) -> Page:
    """A page of groups."""
    groups = [shown_group(phrases, listing, group) for group in listing.groups]
    body = template("browse")(title=listing.title, lead=listing.lead, groups=groups, trail=listing.trail)
    return page(listing.address, listing.title, listing.lead, listing.section, body)


def shown_of_each(groups: Sequence[Group]) -> int:
    """How many entries of each group its page shows."""
    total = sum(len(group.records) for group in groups)
    return total if total <= WHOLE else min(FIRST, WHOLE // len(groups))


def shown_group(phrases: Phrases, listing: Listing, group: Group) -> ShownGroup:
    """A group as its page shows it."""
    total, most = len(group.records), shown_of_each(listing.groups)
    more = "" if total <= most else group.link or f"{ROOT}{listing.lists}{group.anchor}/"
    first = group.records[:most]
    shown = [line(phrases, record) for record in first if not record.is_draft]
    return ShownGroup(
        group.heading,
        group.anchor,
        group.link,
        shown,
        [line(phrases, record) for record in first if record.is_draft],
        total,
        more,
    )


def grouped(
    catalogue: Catalogue,
    records: Iterable[Record],
    keys: Callable[[Record], Iterable[str]],
    order: Iterable[str],
    unknown: str = UNKNOWN,
) -> list[Group]:
    """Records under headings in an order given; those that have none under the heading for what is not known, last."""
    under: dict[str, list[Record]] = {heading: [] for heading in order}
    for record in catalogue.sorted(records):
        for heading in dict.fromkeys(keys(record)) or (unknown,):
            under.setdefault(heading, []).append(record)
    without = under.pop(unknown, [])
    return [
        Group(heading, drafts_last(members))
        for heading, members in [*under.items(), (unknown, without)]
        if members
    ]


def distinct(groups: list[Group]) -> list[Group]:
    """Groups with anchors that are theirs alone: a number follows where two headings fold to the same words, or to none."""
    taken: set[str] = set()
    found = []
    for group in groups:
        wanted = anchor(group.heading)
        names = (
            name
            for number in count(1)
            if (name := f"{wanted}-{number}".removesuffix("-1").strip("-")) and name not in taken
        )
        found.append(group._replace(anchor=next(names)))
        taken.add(found[-1].anchor)
    return found


def labels(terms: Iterable[Vocabulary]) -> list[str]:
    """The labels of a vocabulary, in its order."""
    return [term.label for term in terms]


def programs(catalogue: Catalogue) -> Made:
    """All programmes by year, the newest first; those of several years below."""
    lead = (
        "Mọi chương trình, lớp đã ghi nhận, xếp theo năm; chương trình nhiều năm xếp theo giai đoạn, ở dưới."
    )
    records = catalogue.programs.values()
    times = lambda record: time_heading(catalogue, record)  # noqa: E731
    return Made(
        "Chương trình",
        lead,
        grouped(catalogue, records, times, time_headings(catalogue, records), UNKNOWN_YEAR),
    )


def time_heading(catalogue: Catalogue, record: Any) -> list[str]:
    """The heading of a programme or a plan by its time: a year, or a period; none where it is not known."""
    words = years_in_words(catalogue.years(record))
    return [words] if words else []


def time_headings(catalogue: Catalogue, records: Iterable[Program | Plan]) -> list[str]:
    """The headings of all records by time: years first, then periods, the newest of each first."""
    spans = {years for record in records if (years := catalogue.years(record))}
    ordered = sorted(spans, key=lambda years: (len(years) > 1, -years[-1], -years[0]))
    return [years_in_words(years) for years in ordered]


def topics(catalogue: Catalogue) -> Made:
    """The topic sets, then the topics of each, then the topics that belong to none."""
    sets = catalogue.sorted(catalogue.topic_sets.values())
    found = [Group("Các danh sách", [*sets])] if sets else []
    for topic_set in sets:
        if members := catalogue.referring("topic_set", topic_set.id, "set"):
            ordered = sorted(members, key=lambda topic: (topic.number is None, topic.number or 0))
            found.append(Group(topic_set.title, drafts_last(ordered), ROOT + catalogue.address(topic_set)))
    if alone := [topic for topic in catalogue.topics.values() if not topic.set]:
        found.append(Group("Chuyên đề khác", drafts_last(catalogue.sorted(alone))))
    lead = "Các danh sách chuyên đề, chương trình và lĩnh vực mà nguồn nêu, kể cả danh sách chưa công bố tên."
    return Made("Chuyên đề", lead, found)


def groups(catalogue: Catalogue) -> Made:
    """Learner groups by level."""
    keys = lambda record: labels(record.level)  # noqa: E731
    lead = "Nhóm người học được nêu trong kế hoạch và chương trình; mở từng nhóm để xem lớp dành cho nhóm đó."
    return Made(
        "Đối tượng", lead, grouped(catalogue, catalogue.groups.values(), keys, labels(Level), UNKNOWN_LEVEL)
    )


def organizations(catalogue: Catalogue) -> Made:
    """Bodies by what they are."""
    keys = lambda record: [record.category.label]  # noqa: E731
    lead = "Đơn vị chủ trì, phối hợp, mở lớp, cử người học và ban hành văn bản."
    return Made(
        "Đơn vị",
        lead,
        grouped(catalogue, catalogue.organizations.values(), keys, labels(OrganizationCategory)),
    )


def plans(catalogue: Catalogue) -> Made:
    """Plans by year, the newest first; those of several years and of every year apart."""
    lead = "Kế hoạch đào tạo, bồi dưỡng theo năm: chương trình, số lớp, chỉ tiêu, và những gì còn thiếu."
    records = catalogue.plans.values()
    times = lambda record: time_heading(catalogue, record) or (["Hằng năm"] if record.annual else [])  # noqa: E731
    order = [*time_headings(catalogue, records), "Hằng năm"]
    return Made("Kế hoạch", lead, grouped(catalogue, records, times, order, UNKNOWN_YEAR))


def documents(catalogue: Catalogue) -> Made:
    """Documents by type."""
    keys = lambda record: [record.category.label]  # noqa: E731
    lead = "Quy định, nghị quyết, kế hoạch, đề án làm căn cứ cho các chương trình."
    return Made(
        "Văn bản", lead, grouped(catalogue, catalogue.documents.values(), keys, labels(DocumentCategory))
    )


def sources(catalogue: Catalogue) -> Made:
    """Sources by the place that published them."""
    publishers = sorted(
        {source.publisher for source in catalogue.sources.values() if source.publisher}, key=collation_key
    )
    keys = lambda record: [record.publisher] if record.publisher else []  # noqa: E731
    lead = "Bài báo và trang thông tin mà dữ liệu dựa vào; mỗi số liệu đều lần được về nguồn."
    return Made("Nguồn", lead, grouped(catalogue, catalogue.sources.values(), keys, publishers))


SECTIONS: Mapping[str, Callable[[Catalogue], Made]] = {
    "chuong-trinh": programs,
    "chuyen-de": topics,
    "doi-tuong": groups,
    "don-vi": organizations,
    "ke-hoach": plans,
    "van-ban": documents,
    "nguon": sources,
}


def year_pages(phrases: Phrases) -> Iterator[Output]:
    """The page of each year with its plans and programmes, and the list of years; drafts stand in no year."""
    by_year = records_by_year(phrases.catalogue)
    title, lead = "Theo năm", "Chọn năm để xem kế hoạch và chương trình của năm đó."
    cards = [
        (f"Năm {year}", f"{ROOT}nam/{year}/", summary_of(by_year[year]))
        for year in sorted(by_year, reverse=True)
    ]
    yield Output("nam/", partial(choice_page, "nam", title, lead, cards), indexed=True)
    for year, records in sorted(by_year.items()):
        address = f"nam/{year}/"
        lead = f"Kế hoạch và chương trình của năm {year}; chương trình nhiều năm có mặt ở mỗi năm của nó."
        yield from browse(
            phrases,
            Listing(
                address,
                "nam",
                f"Năm {year}",
                lead,
                [HOME, Piece(title, f"{ROOT}nam/")],
                by_kind(phrases.catalogue, records),
                address,
            ),
        )


def records_by_year(catalogue: Catalogue) -> dict[int, list[Record]]:
    """The plans and programmes of each year."""
    by_year: dict[int, list[Record]] = {}
    dated: list[Plan | Program] = [*catalogue.plans.values(), *catalogue.programs.values()]
    for record in dated:
        for year in () if record.is_draft else catalogue.years(record):
            by_year.setdefault(year, []).append(record)
    return by_year


BLOCK_ADDRESSES: Mapping[str, str] = {
    Block.PARTY.label: "dang",
    Block.MASS_ORGANIZATIONS.label: "doan-the",
    Block.GOVERNMENT.label: "chinh-quyen",
    UNKNOWN_BLOCK: "chua-ro",
}


def block_pages(phrases: Phrases) -> Iterator[Output]:
    """The page of each block with everything that names it, of the programmes that name none, and the list of them."""
    members = records_by_block(phrases.catalogue)
    title, lead = "Theo khối", "Ba khối mà kế hoạch chia theo: Đảng, đoàn thể, chính quyền."
    published = {
        label: [record for record in records if not record.is_draft] for label, records in members.items()
    }
    cards = [
        (label, f"{ROOT}khoi/{BLOCK_ADDRESSES[label]}/", summary_of(records))
        for label, records in published.items()
    ]
    yield Output("khoi/", partial(choice_page, "khoi", title, lead, cards), indexed=True)
    for label, records in members.items():
        address = f"khoi/{BLOCK_ADDRESSES[label]}/"
        lead = (
            "Chương trình mà nguồn không nói thuộc khối nào."
            if label == UNKNOWN_BLOCK
            else f"Những gì nguồn gắn với {label.replace('Khối', 'khối')}."
        )
        yield from browse(
            phrases,
            Listing(
                address,
                "khoi",
                label,
                lead,
                [HOME, Piece(title, f"{ROOT}khoi/")],
                by_kind(phrases.catalogue, records),
                address,
            ),
        )


def records_by_block(catalogue: Catalogue) -> dict[str, list[Record]]:
    """The records that name each block, and the programmes that name none."""
    members: dict[str, list[Record]] = {block.label: [] for block in Block}
    for record in catalogue:
        for block in getattr(record, "blocks", ()):
            members[block.label].append(record)
    members[UNKNOWN_BLOCK] = [program for program in catalogue.programs.values() if not program.blocks]
    return members


def by_kind(catalogue: Catalogue, records: list[Record]) -> list[Group]:
    """Records under the names of their kinds, plans first."""
    order = ["Kế hoạch", *(kind.label for kind in KINDS.values() if kind.code != "plan")]
    return grouped(catalogue, records, lambda record: [KINDS[record.kind].label], order)


def summary_of(records: Iterable[Record]) -> str:
    """How many of each kind there are: «2 kế hoạch, 12 chương trình»."""
    counts = Counter(record.kind for record in records)
    return (
        ", ".join(f"{counts[kind]} {KINDS[kind].label.lower()}" for kind in KINDS if counts[kind])
        or "Chưa có bản ghi"
    )


def choice_page(section: str, title: str, lead: str, cards: list[tuple[str, str, str]]) -> Page:
    """A page of cards, each leading to one page."""
    body = template("choice")(title=title, lead=lead, lines=cards, trail=[HOME])
    return page(f"{section}/", title, lead, section, body)
