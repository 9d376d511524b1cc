"""The pages to browse by: each kind, each year, each block; they work without JavaScript."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, NamedTuple

from catalogue.load import Catalogue
from catalogue.model.kinds import KINDS
from catalogue.model.records import Plan, Program, Record
from catalogue.render import Page, Site, template
from catalogue.vietnamese import collation_key, fold
from catalogue.views.entries import Entry, entry, years_in_words
from catalogue.views.phrases import Phrases, Piece
from catalogue.vocabulary import Block, DocumentCategory, Level, OrganizationCategory, Term

UNKNOWN = "Chưa có thông tin"
UNKNOWN_YEAR, UNKNOWN_LEVEL, UNKNOWN_BLOCK = "Chưa rõ năm", "Chưa rõ cấp", "Chưa rõ khối"


class Group(NamedTuple):
    """Entries under a heading; drafts are folded away behind the others."""

    heading: str
    anchor: str
    entries: list[Entry]
    drafts: list[Entry]
    link: str = ""


class Listing(NamedTuple):
    """What a browse page lists, under which title."""

    title: str
    lead: str
    groups: list[Group]


def browse_pages(catalogue: Catalogue, site: Site) -> Iterator[Page]:
    """Every browse page."""
    phrases = Phrases(catalogue, "../")
    for section, make in SECTIONS.items():
        yield browse_page(section, section, make(catalogue, phrases), [Piece("Trang chủ", "../")])
    yield from year_pages(catalogue)
    yield from block_pages(catalogue)


def browse_page(address: str, section: str, listing: Listing, trail: list[Piece]) -> Page:
    """A page of grouped entries; `trail` is the way to it from the home page."""
    body = template("browse")(title=listing.title, lead=listing.lead, groups=distinct(listing.groups), trail=trail)
    return Page(f"{address}/", listing.title, listing.lead, section, body)


def grouped(
    catalogue: Catalogue, phrases: Phrases, records: Iterable[Record], keys: Callable[[Record], Iterable[str]], order: Iterable[str], unknown: str = UNKNOWN
) -> list[Group]:
    """Records under headings in an order given; those that have none under the heading for what is not known, last."""
    under: dict[str, list[Record]] = {heading: [] for heading in order}
    for record in sorted(records, key=lambda record: collation_key(record.title)):
        for heading in dict.fromkeys(keys(record)) or (unknown,):
            under.setdefault(heading, []).append(record)
    without = under.pop(unknown, [])
    return [group_of(catalogue, phrases, heading, members) for heading, members in [*under.items(), (unknown, without)] if members]


def group_of(catalogue: Catalogue, phrases: Phrases, heading: str, members: Sequence[Record], link: str = "") -> Group:
    """Records under one heading."""
    entries = [(record.is_draft, entry(catalogue, phrases, record)) for record in members]
    return Group(heading, anchor(heading), [line for draft, line in entries if not draft], [line for draft, line in entries if draft], link)


def distinct(groups: list[Group]) -> list[Group]:
    """Groups with anchors that are theirs alone: a number follows where two headings fold to the same words, or to none."""
    taken: set[str] = set()
    found = []
    for group in groups:
        names = (name for number in count(1) if (name := f"{group.anchor}-{number}".removesuffix("-1").strip("-")) and name not in taken)
        found.append(group._replace(anchor=next(names)))
        taken.add(found[-1].anchor)
    return found


def anchor(heading: str) -> str:
    """The anchor of a heading: folded words with hyphens."""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in fold(heading)).split())


def labels(terms: Iterable[Term]) -> list[str]:
    """The labels of a vocabulary, in its order."""
    return [term.label for term in terms]


def programs(catalogue: Catalogue, phrases: Phrases) -> Listing:
    """All programmes by year, the newest first; those of several years below."""
    lead = "Mọi chương trình, lớp đã ghi nhận, xếp theo năm; chương trình nhiều năm xếp theo giai đoạn, ở dưới."
    records = catalogue.programs.values()
    times = lambda record: time_heading(catalogue, record)  # noqa: E731
    return Listing("Chương trình", lead, grouped(catalogue, phrases, records, times, time_headings(catalogue, records), UNKNOWN_YEAR))


def time_heading(catalogue: Catalogue, record: Any) -> list[str]:
    """The heading of a programme or a plan by its time: a year, or a period; none where it is not known."""
    words = years_in_words(catalogue.years(record))
    return [words] if words else []


def time_headings(catalogue: Catalogue, records: Iterable[Program | Plan]) -> list[str]:
    """The headings of all records by time: years first, then periods, the newest of each first."""
    spans = {years for record in records if (years := catalogue.years(record))}
    ordered = sorted(spans, key=lambda years: (len(years) > 1, -years[-1], -years[0]))
    return [years_in_words(years) for years in ordered]


def topics(catalogue: Catalogue, phrases: Phrases) -> Listing:
    """The topic sets, then the topics of each, then the topics that belong to none."""
    sets = sorted(catalogue.topic_sets.values(), key=lambda each: collation_key(each.title))
    found = [group_of(catalogue, phrases, "Các danh sách", sets)] if sets else []
    for topic_set in sets:
        if members := catalogue.referring("topic_set", topic_set.id, "set"):
            ordered = sorted(members, key=lambda topic: (topic.number is None, topic.number or 0, collation_key(topic.title)))
            found.append(group_of(catalogue, phrases, topic_set.title, ordered, phrases.link(topic_set).address))
    if alone := [topic for topic in catalogue.topics.values() if not topic.set]:
        found.append(group_of(catalogue, phrases, "Chuyên đề khác", sorted(alone, key=lambda topic: collation_key(topic.title))))
    lead = "Các danh sách chuyên đề, chương trình và lĩnh vực mà nguồn nêu, kể cả danh sách chưa công bố tên."
    return Listing("Chuyên đề", lead, found)


def groups(catalogue: Catalogue, phrases: Phrases) -> Listing:
    """Learner groups by level."""
    keys = lambda record: labels(record.level)  # noqa: E731
    lead = "Nhóm người học được nêu trong kế hoạch và chương trình; mở từng nhóm để xem lớp dành cho nhóm đó."
    return Listing("Đối tượng", lead, grouped(catalogue, phrases, catalogue.groups.values(), keys, labels(Level), UNKNOWN_LEVEL))


def organizations(catalogue: Catalogue, phrases: Phrases) -> Listing:
    """Bodies by what they are."""
    keys = lambda record: [record.category.label]  # noqa: E731
    lead = "Đơn vị chủ trì, phối hợp, mở lớp, cử người học và ban hành văn bản."
    return Listing("Đơn vị", lead, grouped(catalogue, phrases, catalogue.organizations.values(), keys, labels(OrganizationCategory)))


def plans(catalogue: Catalogue, phrases: Phrases) -> Listing:
    """Plans by year, the newest first; those of several years and of every year apart."""
    lead = "Kế hoạch đào tạo, bồi dưỡng theo năm: chương trình, số lớp, chỉ tiêu, và những gì còn thiếu."
    records = catalogue.plans.values()
    times = lambda record: time_heading(catalogue, record) or (["Hằng năm"] if record.annual else [])  # noqa: E731
    order = [*time_headings(catalogue, records), "Hằng năm"]
    return Listing("Kế hoạch", lead, grouped(catalogue, phrases, records, times, order, UNKNOWN_YEAR))


def documents(catalogue: Catalogue, phrases: Phrases) -> Listing:
    """Documents by type."""
    keys = lambda record: [record.category.label]  # noqa: E731
    lead = "Quy định, nghị quyết, kế hoạch, đề án làm căn cứ cho các chương trình."
    return Listing("Văn bản", lead, grouped(catalogue, phrases, catalogue.documents.values(), keys, labels(DocumentCategory)))


def sources(catalogue: Catalogue, phrases: Phrases) -> Listing:
    """Sources by the place that published them."""
    publishers = sorted({source.publisher for source in catalogue.sources.values() if source.publisher}, key=collation_key)
    keys = lambda record: [record.publisher] if record.publisher else []  # noqa: E731
    lead = "Bài báo và trang thông tin mà dữ liệu dựa vào; mỗi số liệu đều lần được về nguồn."
    return Listing("Nguồn", lead, grouped(catalogue, phrases, catalogue.sources.values(), keys, publishers))


SECTIONS: Mapping[str, Callable[[Catalogue, Phrases], Listing]] = {
    "chuong-trinh": programs,
    "chuyen-de": topics,
    "doi-tuong": groups,
    "don-vi": organizations,
    "ke-hoach": plans,
    "van-ban": documents,
    "nguon": sources,
}


def year_pages(catalogue: Catalogue) -> Iterator[Page]:
    """The page of each year with its plans and programmes, and the list of years; drafts stand in no year."""
    by_year: dict[int, list[Record]] = {}
    dated: list[Plan | Program] = [*catalogue.plans.values(), *catalogue.programs.values()]
    for record in dated:
        for year in () if record.is_draft else catalogue.years(record):
            by_year.setdefault(year, []).append(record)
    yield choice_page(
        "nam",
        "Theo năm",
        "Chọn năm để xem kế hoạch và chương trình của năm đó.",
        [(f"Năm {year}", f"{year}/", summary_of(by_year[year])) for year in sorted(by_year, reverse=True)],
    )
    phrases = Phrases(catalogue, "../../")
    for year, records in sorted(by_year.items()):
        kinds = by_kind(catalogue, phrases, records)
        lead = f"Kế hoạch và chương trình của năm {year}; chương trình nhiều năm có mặt ở mỗi năm của nó."
        yield browse_page(f"nam/{year}", "nam", Listing(f"Năm {year}", lead, kinds), [Piece("Trang chủ", "../../"), Piece("Theo năm", "../")])


BLOCK_ADDRESSES: Mapping[str, str] = {
    Block.PARTY.label: "dang",
    Block.MASS_ORGANIZATIONS.label: "doan-the",
    Block.GOVERNMENT.label: "chinh-quyen",
    UNKNOWN_BLOCK: "chua-ro",
}


def block_pages(catalogue: Catalogue) -> Iterator[Page]:
    """The page of each block with everything that names it, of the programmes that name none, and the list of them."""
    members: dict[str, list[Record]] = {block.label: [] for block in Block}
    for record in catalogue:
        for block in getattr(record, "blocks", ()):
            members[block.label].append(record)
    members[UNKNOWN_BLOCK] = [program for program in catalogue.programs.values() if not program.blocks]
    lines = [(label, f"{BLOCK_ADDRESSES[label]}/", summary_of([each for each in records if not each.is_draft])) for label, records in members.items()]
    yield choice_page("khoi", "Theo khối", "Ba khối mà kế hoạch chia theo: Đảng, đoàn thể, chính quyền.", lines)
    phrases = Phrases(catalogue, "../../")
    for label, records in members.items():
        lead = "Chương trình mà nguồn không nói thuộc khối nào." if label == UNKNOWN_BLOCK else f"Những gì nguồn gắn với {label.replace('Khối', 'khối')}."
        trail = [Piece("Trang chủ", "../../"), Piece("Theo khối", "../")]
        yield browse_page(f"khoi/{BLOCK_ADDRESSES[label]}", "khoi", Listing(label, lead, by_kind(catalogue, phrases, records)), trail)


def by_kind(catalogue: Catalogue, phrases: Phrases, records: list[Record]) -> list[Group]:
    """Records under the names of their kinds, plans first."""
    order = ["Kế hoạch", *(kind.label for kind in KINDS.values() if kind.code != "plan")]
    return grouped(catalogue, phrases, records, lambda record: [KINDS[record.kind].label], order)


def summary_of(records: list[Record]) -> str:
    """How many of each kind there are: «2 kế hoạch, 12 chương trình»."""
    counts = {kind: sum(1 for record in records if record.kind == kind) for kind in KINDS}
    return ", ".join(f"{count} {KINDS[kind].label.lower()}" for kind, count in counts.items() if count) or "Chưa có bản ghi"


def choice_page(section: str, title: str, lead: str, lines: list[tuple[str, str, str]]) -> Page:
    """A page of cards, each leading to one page."""
    body = template("choice")(base="../", title=title, lead=lead, lines=lines, trail=[Piece("Trang chủ", "../")])
    return Page(f"{section}/", title, lead, section, body)
