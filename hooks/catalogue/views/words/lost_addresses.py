"""Addresses that are lost, in words: a page with what falls with it, what a page that stands has lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from catalogue.language.vietnamese import number
from catalogue.model.addresses import OF_RECORD, page_of
from catalogue.problems.problem import printable
from catalogue.views.words.told import ToldChange

NO_PAGE = "không còn trang, không chuyển hướng tới trang nào"
NO_FILE = "không còn tệp"
NO_CLASS = "trang không còn lớp có mã này"
STRUCK = "bị xóa khỏi danh sách địa chỉ đã công bố"


def lost_rows(lost: Iterable[str], unlisted: Iterable[str]) -> Iterator[ToldChange]:
    """The addresses that are lost; those that fall with the page of a record are told with it.

    Each is told once, though it was struck off the list of what was published too.
    """
    every, struck = set(lost), {*unlisted}
    falling: dict[str, list[str]] = defaultdict(list)
    for each in sorted(every):
        page = page_of_record(each)
        falling[page if page in every else each].append(each)
    for first, those in falling.items():
        yield of_address(first, what_became_of(first, those, struck), those)


def struck_rows(unlisted: Iterable[str], lost: AbstractSet[str]) -> Iterator[ToldChange]:
    """The addresses that were struck off the list of what was published, and are not lost by this change."""
    yield from (of_address(each, STRUCK, [each]) for each in unlisted if each not in lost)


def page_of_record(address: str) -> str:
    """The page of the record that an address is of; the address itself where it is of none."""
    found = OF_RECORD.search(page_of(address))
    return f"/{found[1]}" if found else address


def what_became_of(first: str, those: list[str], struck: AbstractSet[str]) -> str:
    """What became of an address and of those that fall with it, in words."""
    said = NO_CLASS if "#" in first else NO_PAGE if first.endswith("/") else NO_FILE
    words = [said, f"cũng {STRUCK}"] if first in struck else [said]
    others = [printable(each) for each in those if each != first]
    if others:
        words.append(f"mất theo {number(len(others))} địa chỉ: {', '.join(others)}")
    return "; ".join(words)


def of_address(address: str, what: str, those: list[str]) -> ToldChange:
    """What became of an address; `those` fall with it."""
    shown = printable(address)
    return ToldChange(f"Địa chỉ {shown}", shown, "", what, is_removal=True, values=(those, None))
