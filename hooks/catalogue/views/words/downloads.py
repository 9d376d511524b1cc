"""The files that readers can take along: where they stand, and which of them a page names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from catalogue.page import JSON, Closing, Download, Output

DATA_PAGE = "du-lieu/"
"""The page of what belongs to the whole catalogue."""
MEDIA_TYPES = {
    "atom": "application/atom+xml",
    "csv": "text/csv",
    "ics": "text/calendar",
    "json": JSON,
    "jsonl": "application/jsonl",
    "jsonld": "application/ld+json",
    "sqlite": "application/vnd.sqlite3",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
"""What programs call the forms of files, by the endings of their names."""
FEED = "Atom"
"""The form of a feed."""


class Offer(NamedTuple):
    """A file that can be taken along, and where it stands."""

    address: str
    download: Download


class Seal(NamedTuple):
    """What only the bytes of a file tell: how many they are, and their SHA-256."""

    size: int
    checksum: str


Downloads = Mapping[str, tuple[Offer, ...]]
"""What readers can take along, by the address of the page that names it."""


def downloads_of(outputs: Iterable[Output | Closing]) -> Downloads:
    """The offers of each page, in the order in which they come."""
    by_page: dict[str, list[Offer]] = defaultdict(list)
    for output in outputs:
        if output.download:
            by_page[output.download.page].append(Offer(output.address, output.download))
    return {page: tuple(offers) for page, offers in by_page.items()}


def beside(page: str, ending: str) -> str:
    """The address of a page's file: `don-vi/so-x/` and `ics` give `don-vi/so-x/don-vi-so-x.ics`.

    The name tells it apart from all others, also in the folder where a reader keeps it.
    """
    return f"{page}{page.strip('/').replace('/', '-')}.{ending}"


def named_on(downloads: Downloads, page: str) -> tuple[Offer, ...]:
    """The offers that the foot of a page names; the page of the whole catalogue's tells of them at length."""
    return () if page == DATA_PAGE else downloads.get(page, ())
