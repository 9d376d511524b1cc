"""Rules of identity: titles and addresses tell things apart, and what was once published is never lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from catalogue.language.vietnamese import canonical
from catalogue.model.addresses import RECORD_SECTIONS, page_of
from catalogue.model.collection import AnyRecord, Records
from catalogue.model.kinds import FOLDERS, KINDS
from catalogue.model.naming import telling_words
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Group, Organization, Plan, Topic
from catalogue.model.sections import FIRST_PAGES, SECTIONS
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, suggester, tell
from catalogue.rules.time import Span, span_of, time_of

FOREVER = Span(None, None)
RESERVED = frozenset({*SECTIONS, "api", "assets"}) - RECORD_SECTIONS
"""The first parts of addresses that no redirect may take."""


def titles_tell_records_apart(records: Records) -> Iterator[Problem]:
    """No two records of a kind have the same title at the same time and the same context.

    The context of a topic is its set, that of an article its paper, and so on: `model/naming` lists them.
    """
    for namesakes in records.namesakes:
        same: dict[tuple[str, ...], list[Record]] = defaultdict(list)
        for record in namesakes:
            same[context(records, record)].append(record)
        for alike in same.values():
            if len(alike) > 1:
                yield from overlapping(records, sorted(alike, key=lambda record: record.path))


def context(records: Records, record: Record) -> tuple[str, ...]:
    """What tells a record apart from its namesakes beside its time; all spellings of it are equal."""
    named = [(str(link.place[0]), link.id) for link in records.links[record.kind, record.id]]
    return tuple(canonical(words) for words in telling_words(record, named))


def overlapping(records: Records, namesakes: list[Record]) -> Iterator[Problem]:
    """A problem for each of some records whose time begins in that of an earlier one."""
    timed = sorted(
        ((span(records, record), record) for record in namesakes),
        key=lambda pair: (pair[0].start is not None, pair[0].start or 0, pair[1].path),
    )
    widest, holder = timed[0]
    for time, record in timed[1:]:
        if widest.overlaps(time):
            yield namesake(records, *newcomer_first(records, record, holder))
        if widest.end is not None and (time.end is None or time.end > widest.end):
            widest, holder = time, record


def newcomer_first(records: Records, record: AnyRecord, other: AnyRecord) -> tuple[AnyRecord, AnyRecord]:
    """Two records, the one first that is to be mended: not the one whose page is published already."""
    return (
        (other, record)
        if is_published(records, record) and not is_published(records, other)
        else (record, other)
    )


def is_published(records: Records, record: Record) -> bool:
    """Whether the page of a record was published before, so that the record is no newcomer."""
    return f"/{records.address(record)}" in records.published


def namesake(records: Records, record: Record, other: Record) -> Problem:
    """The fault of a record that has the title of another; of two that are equally new, neither is blamed."""
    is_newer = is_published(records, other) and not is_published(records, record)
    advice = (
        "Hai tệp ghi giống hệt nhau: xóa tệp chép thừa, hoặc sửa tệp mới chép cho đúng bản ghi mới."
        if record == other
        else "Nếu là một, gộp hai tệp; nếu là hai, thêm năm, nhiệm kỳ hoặc đơn vị vào tên của tệp mới thêm."
    )
    return tell(
        record.path,
        ("title",),
        FaultCode.DUPLICATE_TITLE,
        other=other.path,
        standing="; tệp kia đã có trên trang từ trước" if is_newer else "",
        advice=advice,
    )


def span(records: Records, record: Record) -> Span:
    """When a record is there: from the start to the end of its own or its plan's time, or for ever."""
    if isinstance(record, (Group, Organization)):
        return span_of(record.start, record.end)
    return (time_of(records, record) if isinstance(record, (Program, Plan)) else None) or FOREVER


def addresses_are_unique(records: Records) -> Iterator[Problem]:
    """No two records stand at the same address: topics and topic sets share theirs."""
    holders: dict[str, Record] = {}
    for record in records:
        holder = holders.setdefault(records.address(record), record)
        if holder is not record:
            yield tell(
                record.path,
                (),
                FaultCode.SAME_ADDRESS,
                other=holder.path,
                address=f"/{records.address(record)}",
            )


def redirects_lead_to_pages(records: Records) -> Iterator[Problem]:
    """A redirect leads from an address without a page to one that has it."""
    pages = page_addresses(records)
    hints = suggester(pages)
    path = f"{records.root}/redirects.yml"
    for address, target in records.redirects.items():
        if target not in pages:
            yield tell(path, (address,), FaultCode.BAD_REDIRECT, target=target, hint=hints(target))
        if address in pages or address.split("/")[1] in RESERVED:
            yield tell(path, (address,), FaultCode.REDIRECT_OVER_PAGE, at_key=True, address=address)


def owners_look_after_something(records: Records) -> Iterator[Problem]:
    """Who is told of changes is told of a folder that there is, or of a body."""
    known = {*folders(records), *records.organizations} if records.settings.owners else set()
    hints = suggester(sorted(known))
    for key in records.settings.owners:
        if key not in known:
            yield tell(
                f"{records.root}/site.yml",
                ("owners", key),
                FaultCode.OWNER_OF_NOTHING,
                at_key=True,
                key=key,
                hint=hints(key),
                folder=f"{records.root}/{KINDS['organization'].folder}",
            )


def folders(records: Records) -> Iterator[str]:
    """The folders of the data: one of each kind, and those below them that hold records."""
    yield from FOLDERS
    for record in records:
        path = PurePosixPath(record.path.removeprefix(f"{records.root}/"))
        yield from (str(folder) for folder in path.parents[:-1])


def published_addresses_last(records: Records) -> Iterator[Problem]:
    """An address that was once published has a page or a redirect; a file has those of its page.

    Of a page that is lost its files are not told: whoever redirects it redirects them.
    """
    pages = page_addresses(records)
    hints = suggester(pages)
    for line, address in enumerate(records.published_addresses, start=1):
        page = page_of(address)
        told = page != address and page in records.published
        if address and not told and page not in pages and page not in records.redirects:
            yield tell(
                f"{records.root}/addresses.txt",
                (),
                FaultCode.LOST_ADDRESS,
                line=line,
                column=1,
                address=address,
                page=page,
                hint=hints(page),
            )


def page_addresses(records: Records) -> dict[str, None]:
    """The addresses of all pages made from records, and of the first page of every section."""
    return dict.fromkeys((*FIRST_PAGES, *(f"/{records.address(record)}" for record in records)))


def class_ids_are_unique(records: Records) -> Iterator[Problem]:
    """No two classes of a programme share an id."""
    for program in records.programs.values():
        seen: set[str] = set()
        for index, each in enumerate(program.classes):
            if each.id in seen:
                yield tell(program.path, ("classes", index, "id"), FaultCode.DUPLICATE_CLASS, id=each.id)
            seen.add(each.id)


def topic_numbers_are_unique(records: Records) -> Iterator[Problem]:
    """No two topics of a set have the same number."""
    holders: dict[tuple[str, int], Topic] = {}
    for topic in records.topics.values():
        if topic.set and topic.number is not None:
            holder = holders.setdefault((topic.set, topic.number), topic)
            if holder is not topic:
                newer, older = newcomer_first(records, topic, holder)
                listed = records.topic_sets.get(topic.set)
                yield tell(
                    newer.path,
                    ("number",),
                    FaultCode.DUPLICATE_NUMBER,
                    number=topic.number,
                    title=listed.title if listed else topic.set,
                    other=older.path,
                )
