"""Cells of tables, each with the head of its column, for where there is no room for a row of heads."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape


def cell(head: str, look: str, html: Markup) -> Markup:
    """A cell: the head of its column, what the stylesheet knows it by, what is in it."""
    return Markup(f"{cell_start(head, look)}{html}</td>")  # noqa: S704 - all of it is escaped


@lru_cache
def cell_start(head: str, look: str) -> str:
    """What a cell begins with."""
    known_by = f' class="{escape(look)}"' if look else ""
    return f'<td data-label="{escape(head)}"{known_by}>'
