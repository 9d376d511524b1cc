"""The way to a page from the home page, as links."""

from __future__ import annotations

from catalogue.model.sections import SECTIONS
from catalogue.page import ROOT, Piece

HOME = Piece(SECTIONS[""].title, ROOT)


def section_link(section: str) -> Piece:
    """A link to the first page of a section."""
    return Piece(SECTIONS[section].title, f"{ROOT}{section}/")


def trail_below(section: str) -> list[Piece]:
    """The way to a page that stands below the first page of a section."""
    return [HOME, section_link(section)]
