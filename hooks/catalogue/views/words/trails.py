"""The way to a page from the home page, as links."""

from __future__ import annotations

from typing import Any

from catalogue.model.sections import SECTIONS
from catalogue.page import ROOT, Page, Piece, json_for_script

HOME = Piece(SECTIONS[""].title, ROOT)


def section_link(section: str) -> Piece:
    """A link to the first page of a section."""
    return Piece(SECTIONS[section].title, f"{ROOT}{section}/")


def trail_below(section: str) -> list[Piece]:
    """The way to a page that stands below the first page of a section."""
    return [HOME, section_link(section)]


def breadcrumbs(page: Page, place: str) -> str:
    """The way to a page in schema.org's words, safe inside a script element; `place` is the site's address.

    Empty where nobody knows where the site stands, and of what search engines may not list: drafts, later
    pages of lists.
    """
    if not (place and page.indexed and page.trail):
        return ""
    steps: list[dict[str, Any]] = [
        {
            "@type": "ListItem",
            "position": at,
            "name": piece.text,
            "item": {"@id": place + piece.address.removeprefix(ROOT)},
        }
        for at, piece in enumerate(page.trail, start=1)
    ]
    last = {"@type": "ListItem", "position": len(steps) + 1, "name": page.title}
    steps.append(last)
    return json_for_script(
        {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": steps}
    )
