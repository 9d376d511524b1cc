"""The frame around a page: a rendered page cut at its slots once, then filled for every page by joining."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from catalogue.page import Page

SLOTS: Mapping[str, str] = {
    name: f"\x02{name}\x03"
    for name in ("title", "description", "address", "root", "current", "head", "body", "edit")
}
"""What a frame's template puts where a value comes later. Nobody can type the control characters around a name: the guard keeps them out of the data."""

SLOT = re.compile("\x02([a-z]+)\x03")


@dataclass(frozen=True)
class Publication:
    """Where pages are published and edited: the site's address, and what comes before the path of a file to make the address of its editor (or nothing)."""

    address: str
    editing: str = ""


@dataclass(frozen=True)
class Shell:
    """A frame: the texts between the slots, and in every second place the name of a slot."""

    pieces: tuple[str, ...]

    @classmethod
    def parse(cls, html: str) -> Shell:
        """The frame in a page that was rendered with `SLOTS` for values."""
        return cls(tuple(SLOT.split(html)))

    def fill(self, page: Page, publication: Publication) -> str:
        """The whole page. What has been filled in is never searched, so a value comes out as it is whatever it holds."""
        values = values_of(page, publication)
        pieces = list(self.pieces)
        pieces[1::2] = [values[name] for name in pieces[1::2]]
        return "".join(pieces)


def values_of(page: Page, publication: Publication, root: str | None = None) -> dict[str, str]:
    """What goes into each slot, escaped for text and for attributes alike.

    `root` is the way to the site's root, without a slash at its end: from the page's address unless it answers elsewhere.
    """
    return {
        "title": escape(page.title),
        "description": escape(page.description),
        "address": escape(publication.address + page.address),
        "root": way_to_root(page.address) if root is None else escape(root),
        "current": "page" if page.address.count("/") < 2 else "true",
        "head": head_of(page),
        "body": page.body,
        "edit": editing_line(page, publication),
    }


def way_to_root(address: str) -> str:
    """The relative way from a page to the site's root: `.`, `..` or `../..`."""
    return "/".join([".."] * address.count("/")) or "."


def head_of(page: Page) -> str:
    """What only some pages have in their head: a word to search engines, and the data for machines."""
    robots = "" if page.indexed else '<meta name="robots" content="noindex">'
    return robots + (f'<script type="application/ld+json">{page.json_ld}</script>' if page.json_ld else "")


def editing_line(page: Page, publication: Publication) -> str:
    """The line for editors at the foot of a page that comes from a file of the repository."""
    if not (page.edit_path and publication.editing):
        return ""
    address = escape(publication.editing + quote(page.edit_path))
    return f'<p class="editor">Dành cho người cập nhật: <a href="{address}" rel="external">sửa tệp <code>{escape(page.edit_path)}</code></a></p>'
