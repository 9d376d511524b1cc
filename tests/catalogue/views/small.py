"""Small catalogues made in a test, and their pages as a reader meets them: texts, facts, lists and links."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import join, normpath
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

from catalogue.changes.history import History
from catalogue.files.tree import Tree
from catalogue.load import load, load_tree
from catalogue.model.collection import Catalogue
from catalogue.page import File, Page, Publication
from tests.catalogue.views.making import MadeOnce, file_of, is_page, outputs_of, page_of
from tests.elements import facts_in, one, rows_in, tags_in, words
from tests.tables import table_in

ROOT = Path(__file__).parents[3]
UNKNOWN = "Chưa có thông tin"
PLACE = Publication("https://example.vn/thu/", "abc1234", "2026-03-01")
"""Where the catalogues of these tests are published."""

NO_HISTORY = History()

SETTINGS = """
name: Danh mục thử
short_name: Thử
city: thành phố Thử
description: Danh mục để thử.
address: https://example.vn/thu/
licence: CC BY 4.0
licence_address: https://creativecommons.org/licenses/by/4.0/
notice: Trang thử nghiệm, không phải trang chính thức
mail: thu@example.vn
"""

REPORTED = "sources: [{source: bao}]\nverification: {level: reported}\n"
DRAFT = "verification: {level: draft}\n"
ARTICLE = {"sources/bao.yml": "title: Một bài báo\ncategory: article\nverification: {level: reported}\n"}
"""The source that `REPORTED` names."""


def catalogue_of(files: Mapping[str, str]) -> Catalogue:
    """The catalogue of some files, given as text by path. Settings and the source of `REPORTED` are added."""
    texts = {"site.yml": SETTINGS, **ARTICLE, **files}
    loaded = load_tree(Tree("data", {path: text.encode() for path, text in texts.items()}))
    assert loaded.catalogue, "\n".join(
        f"{each.path}:{each.line} {each.code} {each.message}" for each in loaded.problems
    )
    return loaded.catalogue


def trees_of(file: Path) -> Mapping[str, Mapping[str, str]]:
    """The small catalogues that a YAML file has for tests, each as text by path."""
    written = table_in(file)
    return {
        each: {path: text if is_whole(path, text) else text + REPORTED for path, text in tree.items()}
        for each, tree in written.items()
    }


def is_whole(path: str, text: str) -> bool:
    """Whether a file says how far it is confirmed, or is none that does."""
    return "verification:" in text or path == "glossary.yml"


def catalogue_in(folder: str) -> Catalogue:
    """The catalogue of a folder of the repository."""
    loaded = load(ROOT / folder, folder)
    assert loaded.catalogue, loaded.problems
    return loaded.catalogue


@dataclass(frozen=True)
class Sheet:
    """A page as it is read."""

    page: Page

    @cached_property
    def tree(self) -> Element:
        tree: Element = html5lib.parseFragment(self.page.body, namespaceHTMLElements=False)
        return tree

    @cached_property
    def text(self) -> str:
        """All that can be read on it, spaces taken together."""
        return words(self.tree)

    @cached_property
    def facts(self) -> dict[str, str]:
        """The facts, by label."""
        return facts_in(self.tree)

    @cached_property
    def tags(self) -> list[str]:
        """The tags below the title."""
        return tags_in(self.tree)

    @cached_property
    def notices(self) -> list[str]:
        """What a reader is told before the facts, or set apart in the middle of the page."""
        return [words(each) for each in self.tree.iter("div") if "notice" in str(each.get("class")).split()]

    @cached_property
    def links(self) -> set[str]:
        """The addresses that it links to, from the site's root; those outside as they are."""
        return {self.resolved(str(anchor.get("href"))) for anchor in self.tree.iter("a")}

    @cached_property
    def pages_linked(self) -> set[str]:
        """The addresses of the pages that it links to, wherever on them a link leads."""
        return {link.partition("#")[0] for link in self.links}

    def resolved(self, href: str) -> str:
        """A relative address from the site's root."""
        if re.match(r"[a-z]+:", href):
            return href
        path, mark, anchor = href.partition("#")
        whole = join("/", self.page.address, path) if path else f"/{self.page.address}"
        slash = "/" if whole.endswith(("/", "..", ".")) else ""
        return (normpath(whole) + slash).replace("//", "/").removeprefix("/") + mark + anchor

    @cached_property
    def classes(self) -> dict[str, list[str]]:
        """The rows of its classes, cell by cell, by their ids."""
        rows = [row for row in self.tree.iter("tr") if row.get("id")]
        return {str(row.get("id")): [words(cell) for cell in row] for row in rows}

    @cached_property
    def rows(self) -> list[list[str]]:
        """The rows of all its tables below their heads, cell by cell."""
        return rows_in(self.tree)

    def row(self, start: str) -> list[str]:
        """The cells of the row whose head begins so."""
        return next(row for row in self.rows if row[0].startswith(start))

    def heads(self) -> list[str]:
        """The heads of the rows of its tables, in their order."""
        return [words(row[0]) for row in self.tree.iter("tr") if row[0].get("scope") == "row"]

    def list_under(self, heading: str) -> list[str]:
        """The addresses of the records that are listed under a heading and not folded away."""
        return list(self.listed(heading, folded=False))

    def folded_under(self, heading: str) -> list[str]:
        """The addresses of the records that are folded away under a heading."""
        return list(self.listed(heading, folded=True))

    def listed(self, heading: str, *, folded: bool) -> Iterator[str]:
        """The addresses in the one section with a heading; a page without it fails the test."""
        (section,) = (each for each in self.tree.iter("section") if heading_of(each) == heading)
        away = {id(item) for fold in section.iter("details") for item in fold.iter("li")}
        for item in section.iter("li"):
            if (id(item) in away) is folded:
                yield self.resolved(str(one(item, "a").get("href")))

    @cached_property
    def headings(self) -> list[str]:
        """Its headings below the title."""
        return [words(each) for each in self.tree.iter("h2")]

    @cached_property
    def mail(self) -> str:
        """Where its mail about a mistake goes, with all that is filled in."""
        anchors = (str(anchor.get("href")) for anchor in self.tree.iter("a"))
        return next(href for href in anchors if href.startswith("mailto:"))

    @property
    def json_ld(self) -> Any:
        """What it tells machines; None where it tells nothing."""
        return json.loads(self.page.json_ld) if self.page.json_ld else None


def annex(sheet: Sheet) -> dict[str, dict[str, str]]:
    """The rows of the table of a plan, by what each is called, its cells by the heads of their columns."""
    (place,) = (each for each in sheet.tree.iter("div") if "annex" in str(each.get("class")).split())
    return {
        words(next(row.iter("th"))): {str(cell.get("data-label")): words(cell) for cell in row.iter("td")}
        for row in place.iter("tr")
        if row.find("th[@scope='row']") is not None
    }


@dataclass(frozen=True)
class Published:
    """What a catalogue publishes."""

    catalogue: Catalogue
    sheets: Mapping[str, Sheet]
    files: Mapping[str, File]

    def __getitem__(self, address: str) -> Sheet:
        """The page at an address."""
        return self.sheets[address]

    @cached_property
    def references(self) -> list[tuple[str, str]]:
        """The pages of every two records of which one names the other."""
        catalogue = self.catalogue
        return [
            (catalogue.address(record), catalogue.address(catalogue.of(link.reference.kind)[link.id]))
            for record in catalogue
            for link in catalogue.links[record.kind, record.id]
        ]

    @cached_property
    def led_to(self) -> Mapping[str, set[str]]:
        """The pages that the page of each record leads to, or those of its long lists, by its address."""
        found: dict[str, set[str]] = defaultdict(set)
        for address, sheet in self.sheets.items():
            found["".join(f"{part}/" for part in address.split("/")[:2])] |= sheet.pages_linked
        return found

    @property
    def one_way(self) -> list[tuple[str, str]]:
        """The references that do not show on both pages."""
        return [
            (here, there)
            for here, there in self.references
            if there not in self.led_to[here] or here not in self.led_to[there]
        ]

    def json(self, address: str) -> Any:
        """What the JSON file at an address holds."""
        return json.loads(self.files[address].content)

    def eligibility(self, name: str) -> Any:
        """What a part of what the page of questions judges by holds."""
        return self.json(
            next(
                address
                for address in self.files
                if address.startswith("assets/eligibility/") and address.endswith(f"/{name}.json")
            )
        )

    def search(self, name: str) -> Any:
        """What a file of search holds."""
        return self.json(next(address for address in self.files if address.endswith(f"/{name}.json")))


def heading_of(section: Element) -> str:
    """The heading of a section, of whatever level."""
    return words(next(each for each in section.iter() if each.tag in {"h2", "h3"}))


def made_of(
    catalogue: Catalogue, history: History = NO_HISTORY, publication: Publication = PLACE
) -> list[Page | File]:
    """Every page and file of a catalogue."""
    return list(outputs_of(catalogue, history, publication).values())


def published(catalogue: Catalogue, history: History = NO_HISTORY) -> Published:
    """Everything that a catalogue publishes, by address."""
    outputs = outputs_of(catalogue, history, PLACE)
    pages = [address for address in outputs if is_page(address)]
    return Published(
        catalogue,
        MadeOnce(pages, lambda address: Sheet(page_of(outputs[address]))),
        MadeOnce([each for each in outputs if not is_page(each)], lambda address: file_of(outputs[address])),
    )


def published_from(files: Mapping[str, str]) -> Published:
    """Everything that a small catalogue publishes."""
    return published(catalogue_of(files))
