"""Lists that may be long: a page shows their first items; all stand on pages of their own, a hundred each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import Any, NamedTuple

from markupsafe import Markup

from catalogue.language.vietnamese import fold
from catalogue.model.record import Record
from catalogue.page import ROOT, LedContent, Output, Page, Piece, page

PAGE_LENGTH = 100
"""Items of one page of a list: about a hundred kilobytes."""

HEAVIEST = 165_000
"""Bytes of lists on a page: with all that stands around them it has less than two hundred thousand."""
FARTHEST = "../" * 4
"""The longest way to the site's root from a page with a list."""


class LongList(NamedTuple):
    """A list on pages of its own: the address of the first of them, its title, the way to it, its items.

    `draw` makes the HTML of some of the items; `length` are on a page. Search engines may list the first page
    of one that is `indexed`. `guide` makes what tells on each page which of them holds what.
    """

    address: str
    section: str
    title: str
    trail: list[Piece]
    items: Sequence[Any]
    draw: Callable[[Sequence[Any]], Markup]
    length: int = PAGE_LENGTH
    indexed: bool = True
    guide: Callable[[], Markup] = Markup


@dataclass(frozen=True)
class ListContent(LedContent):
    """What fills the template. In the pager a gap is None, and the page itself has no address."""

    template = "list"
    guide: Markup
    items: Markup
    pager: list[Piece | None]


def list_pages(long: LongList) -> Iterator[Output]:
    """The pages of a list, none of which lasts: the page that leads here tells all of a shorter one."""
    for number in range(1, last_page(long) + 1):
        draw = partial(list_page, long, number)
        yield Output(address_of(long, number), draw, is_indexed(long, number), lasts=False)


def list_page(long: LongList, number: int) -> Page:
    """One page of a list."""
    start = (number - 1) * long.length
    items = long.items[start : start + long.length]
    title = long.title if number == 1 else f"{long.title}, trang {number}"
    lead = f"Mục {start + 1} đến {start + len(items)} trong {len(long.items)} mục."
    content = ListContent(
        title, long.trail, lead, long.guide(), items=long.draw(items), pager=list(pager(long, number))
    )
    return page(
        address_of(long, number),
        title,
        f"{title}. {lead}",
        long.section,
        content,
        indexed=is_indexed(long, number),
    )


def is_indexed(long: LongList, number: int) -> bool:
    """Whether search engines may list a page of a list."""
    return long.indexed and number == 1


def last_page(long: LongList) -> int:
    """How many pages a list has."""
    return pages_for(len(long.items), long.length)


def pages_for(items: int, length: int = PAGE_LENGTH) -> int:
    """How many pages so many items need."""
    return -(-items // length)


def address_of(long: LongList, number: int) -> str:
    """Where a page of a list stands."""
    return numbered(long.address, number)


def numbered(address: str, number: int) -> str:
    """The address of a page of a list whose first one stands at an address."""
    return address if number == 1 else f"{address}{number}/"


def pager(long: LongList, current: int) -> Iterator[Piece | None]:
    """The links from a page of a list to its others."""
    return pages_between(long.address, current, last_page(long))


def pages_between(address: str, current: int, last: int) -> Iterator[Piece | None]:
    """The links to the first page, those around the current one, the last; None where some are left out.

    The current page has no address.
    """
    numbers = sorted({1, current - 1, current, current + 1, last} & set(range(1, last + 1)))
    for before, number in zip([0, *numbers], numbers, strict=False):
        if number > before + 1:
            yield None
        yield Piece(str(number), "" if number == current else ROOT + numbered(address, number))


class Beginning(NamedTuple):
    """The first items of a list as HTML, how many it has, and where all of them stand if not here."""

    items: Markup
    total: int
    more: str


def beginning(long: LongList, most: int = PAGE_LENGTH, first: int = 20) -> Beginning:
    """A list as a page shows it that has others too: in whole up to `most` items, else the `first` ones."""
    whole = len(long.items) <= most
    return Beginning(
        long.draw(long.items if whole else long.items[:first]),
        len(long.items),
        "" if whole else ROOT + long.address,
    )


def weight(html: Markup) -> int:
    """The bytes of some HTML on a page, wherever that stands."""
    return len(html.replace(ROOT, FARTHEST).encode())


def weights(long: LongList) -> list[int]:
    """What each item of a list adds to a page."""
    empty = weight(long.draw([]))
    return [weight(long.draw([each])) - empty for each in long.items]


def fitting(weights: Sequence[int], most: int) -> int:
    """How many of the first items weigh so much at most, but one at least."""
    return max(bisect_right(list(accumulate(weights)), most), min(len(weights), 1))


def bearable_length(weights: Sequence[int], length: int) -> int:
    """How many items each page of a list has, so many at most, so that the heaviest is not too heavy."""
    return next(
        (
            each
            for each in range(length, 1, -1)
            if all(sum(weights[start : start + each]) <= HEAVIEST for start in range(0, len(weights), each))
        ),
        1,
    )


def side_by_side(lists: Sequence[Sequence[int]]) -> list[int]:
    """How many of the first items of each list fit on one page by their weights; heavy lists give way."""
    fit, left = [0] * len(lists), HEAVIEST
    lightest = sorted(range(len(lists)), key=lambda at: sum(lists[at]))
    for waiting, at in zip(range(len(lists), 0, -1), lightest, strict=True):
        fit[at] = fitting(lists[at], left // waiting)
        left -= sum(lists[at][: fit[at]])
    return fit


def anchor(heading: str) -> str:
    """The anchor of a heading, and its part of an address: folded words with hyphens."""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in fold(heading)).split())


def drafts_last(records: Sequence[Record]) -> list[Record]:
    """The same records, drafts after all others."""
    return [
        *(record for record in records if not record.is_draft),
        *(record for record in records if record.is_draft),
    ]
