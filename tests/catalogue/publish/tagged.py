"""What a program that reads aloud is told by a tagged PDF: title, headings, tables, and what is wrong."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from pypdf import PdfReader

CELLS = {"TH", "TD"}
HEADINGS = {f"H{level}": level for level in range(1, 7)}
INSIDE = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
}
"""What must stand in what, by PDF/UA-1."""


class Tag(NamedTuple):
    """An element of the structure: what it is, what it lies in, its own values, its text without spaces."""

    name: str
    within: str
    values: Mapping[str, Any]
    text: str


class Tagged:
    """A tagged PDF as it is read aloud."""

    def __init__(self, reader: PdfReader) -> None:
        self.reader = reader
        self.root: Any = reader.trailer["/Root"]

    @property
    def title(self) -> str:
        """Its title, if readers are to show it."""
        assert self.root["/ViewerPreferences"]["/DisplayDocTitle"].value
        return str(self.reader.metadata.title) if self.reader.metadata else ""

    @property
    def language(self) -> str:
        return str(self.root["/Lang"])

    @property
    def part_of_pdf_ua(self) -> str:
        """The part of PDF/UA that it says it conforms to."""
        found = re.search(rb'pdfuaid:part="(\d)"', self.root["/Metadata"].get_data())
        return found[1].decode() if found and self.root["/MarkInfo"]["/Marked"].value else ""

    @property
    def day(self) -> date | None:
        """The day that it says it was made on."""
        made = self.reader.metadata and self.reader.metadata.creation_date
        return made.date() if made else None

    @cached_property
    def texts(self) -> Mapping[tuple[int, int], str]:
        """The marked texts, by the object number of their sheet and their own number."""
        found: dict[tuple[int, int], str] = defaultdict(str)
        for sheet in self.reader.pages:
            number, open_marks = sheet.indirect_reference.idnum if sheet.indirect_reference else 0, [-1]

            def begin(operator: bytes, values: Any, *_: Any, marks: list[int] = open_marks) -> None:
                if operator in {b"BDC", b"BMC"}:
                    has_number = operator == b"BDC" and hasattr(values[1], "get")
                    marks.append(values[1].get("/MCID", -1) if has_number else -1)

            def end(operator: bytes, *_: Any, marks: list[int] = open_marks) -> None:
                if operator == b"EMC":
                    marks.pop()

            def add(text: str, *_: Any, marks: list[int] = open_marks, sheet: int = number) -> None:
                found[sheet, marks[-1]] += "".join(text.split())

            sheet.extract_text(visitor_operand_before=begin, visitor_operand_after=end, visitor_text=add)
        return found

    @cached_property
    def tags(self) -> list[Tag]:
        """All elements, each before those in it."""
        return list(self.walk(self.root["/StructTreeRoot"]["/K"][0].get_object(), ""))

    def walk(self, element: Any, within: str) -> Iterator[Tag]:
        name = str(element["/S"])[1:]
        inner = [list(self.walk(kid, name)) for kid in kids_of(element)]
        yield Tag(name, within, element, self.text_of(element))
        for tags in inner:
            yield from tags

    def text_of(self, element: Any) -> str:
        """The text of an element of the structure, without spaces.

        One that has no text of its own need not say on which sheet it is.
        """
        kids = [each.get_object() for each in element["/K"]]
        return "".join(
            self.texts.get((element.raw_get("/Pg").idnum, kid), "")
            if isinstance(kid, int)
            else self.text_of(kid)
            for kid in kids
            if isinstance(kid, int) or "/S" in kid
        )

    @property
    def headings(self) -> list[tuple[int, str]]:
        return [(HEADINGS[tag.name], tag.text) for tag in self.tags if tag.name in HEADINGS]

    @cached_property
    def rows(self) -> list[list[str]]:
        """The rows of all tables, cell by cell; a head once, though each sheet repeats it."""
        found: list[list[str]] = []
        heads: set[tuple[str, ...]] = set()
        for tag in self.tags:
            if tag.name == "TR":
                cells = [self.text_of(kid) for kid in kids_of(tag.values) if kid["/S"][1:] in CELLS]
                if tag.within != "THead" or tuple(cells) not in heads:
                    found.append(cells)
                heads |= {tuple(cells)} if tag.within == "THead" else set()
        return found

    @property
    def faults(self) -> list[str]:
        """What a checker of PDF/UA would tell."""
        heads = {str(tag.values["/ID"]) for tag in self.tags if tag.name == "TH"}
        return [fault for tag in self.tags for fault in faults_of(tag, heads)]


def kids_of(element: Any) -> list[Any]:
    """The elements directly in an element."""
    kids = [each.get_object() for each in element["/K"]]
    return [kid for kid in kids if not isinstance(kid, int) and "/S" in kid]


def faults_of(tag: Tag, heads: set[str]) -> Iterator[str]:
    """What is wrong with an element; `heads` are the ids of all cells that are heads."""
    if tag.within not in INSIDE.get(tag.name, {tag.within}):
        yield f"{tag.name} in {tag.within}: {tag.text}"
    if tag.name == "Figure" and not tag.values.get("/Alt"):
        yield "a picture without words"
    if tag.name == "Link" and all(isinstance(each, int) for each in tag.values["/K"]):
        yield f"a link that leads nowhere: {tag.text}"
    if tag.name == "TD":
        named = {str(each) for each in tag.values["/A"].get("/Headers", ())}
        if not named or not named <= heads:
            yield f"a cell without a head: {tag.text}"
