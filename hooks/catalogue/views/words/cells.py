"""Cells of tables, each with the head of its column, for where there is no room for a row of heads."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape


def row_of(cells: Iterable[str]) -> Markup:
    """Cells side by side."""
    return Markup("\n".join(cells))  # noqa: S704 - each is made by `cell`


def cell(head: str, look: str, html: Markup) -> str:
    """A cell: the head of its column, what the stylesheet knows it by, what is in it."""
    return f"{cell_start(head, look)}{html}</td>"


@lru_cache
def cell_start(head: str, look: str) -> str:
    """What a cell begins with."""
    known_by = f' class="{escape(look)}"' if look else ""
    return f'<td data-label="{escape(head)}"{known_by}>'
