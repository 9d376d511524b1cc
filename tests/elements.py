"""What a reader gets from parts of a page: words, facts, tags, rows of tables."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

BLOCKS = {"p", "li", "ul", "ol", "div", "dd", "dt", "td", "th", "tr", "h1", "h2", "br"}
BLOCKS |= {"summary", "caption", "nav", "section"}


def one(element: Element, path: str) -> Element:
    """The first element on a path; where there is none, the test fails."""
    found = element.find(f".//{path}")
    assert found is not None, path
    return found


def words(element: Element) -> str:
    """The text of an element as it is read: spaces taken together, one between two blocks."""
    return " ".join("".join(texts(element)).split())


def texts(element: Element) -> Iterator[str]:
    """The texts in an element but for scripts and styles, with a space where a block begins or ends."""
    if element.tag in {"script", "style"}:
        return
    edge = " " if element.tag in BLOCKS else ""
    yield edge + (element.text or "")
    for child in element:
        yield from texts(child)
        yield child.tail or ""
    yield edge


def facts_in(tree: Element) -> dict[str, str]:
    """The facts of a record's page, by label."""
    return {words(one(row, "dt")): words(one(row, "dd")) for row in tree.iterfind(".//dl/div")}


def tags_in(tree: Element) -> list[str]:
    """The tags below the title; none on a page without them."""
    found = next((each for each in tree.iter("p") if each.get("class") == "tags"), ())
    return [words(tag) for tag in found]


def rows_in(tree: Element) -> list[list[str]]:
    """The rows of all tables below their heads, cell by cell."""
    return [[words(cell) for cell in row] for row in tree.iter("tr") if row[0].get("scope") != "col"]
