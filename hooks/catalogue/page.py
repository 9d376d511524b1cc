"""What views are made of: runs of text, pages, files, and the outputs that make them when asked; and the one place that knows Jinja."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from pydantic_core import to_json

from catalogue.language.vietnamese import number

TEMPLATES = Path(__file__).with_name("templates")
ROOT = "\x02"
"""What stands for the way to the site's root in whatever is made before it is known on which page it will stand.

Nobody can type it: the guard keeps control characters out of the data.
"""


class Piece(NamedTuple):
    """A run of text: plain, a link (`address`), a date (`datetime`), or one that stands back (`quiet`)."""

    text: str
    address: str = ""
    datetime: str = ""
    quiet: bool = False


Phrase = tuple[Piece, ...]


@dataclass(frozen=True)
class Page:
    """One page of the site, without the frame around it.

    `address` is relative to the site's root and ends in a slash (`chuong-trinh/x/`; the home page is empty).
    `body` is HTML, its links relative to the page's own address. `json_ld` is JSON text that is safe inside a script element.
    """

    address: str
    title: str
    description: str
    section: str
    body: str
    edit_path: str = ""
    json_ld: str = ""
    indexed: bool = True


@dataclass(frozen=True)
class File:
    """One file of the site that is not a page: its address (`api/v1/programs/x.json`), bytes and media type."""

    address: str
    content: bytes
    media_type: str


def page(address: str, title: str, description: str, section: str, body: str, **rest: Any) -> Page:
    """A page whose body may name the site's root by `ROOT`."""
    return Page(address, title, description, section, body.replace(ROOT, "../" * address.count("/")), **rest)


class Output(NamedTuple):
    """Something to publish: where it stands, whether search engines may list it, and how it is made once it is asked for."""

    address: str
    make: Callable[[], Page | File]
    indexed: bool = False


class WrittenPage(NamedTuple):
    """A page that is written by hand: its address, its title, its words."""

    address: str
    title: str
    words: str


@dataclass(frozen=True)
class Site:
    """What comes from outside the data: the address that the site is published at (ends in a slash), the revision and its day (YYYY-MM-DD),
    and the pages that are written by hand.
    """

    address: str
    revision: str = ""
    revised: str = ""
    written: tuple[WrittenPage, ...] = ()


@cache
def environment() -> Environment:
    """The templates: everything put into them is text unless a template made it; a name that is not there is an error."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"number": number, "phrase": phrase, "known": known}
    environment.globals["root"] = ROOT
    return environment


@cache
def template(name: str) -> Callable[..., str]:
    """The function that renders a template, compiled once."""
    return environment().get_template(f"{name}.html").render


def phrase(pieces: Iterable[Piece]) -> Markup:
    """The HTML of a phrase. In Python, since pages hold dozens: a macro of Jinja's takes ten times as long to call."""
    return Markup("".join([piece_html(piece) for piece in pieces]))  # noqa: S704 - every text in it is escaped


def known(pieces: Phrase) -> Markup:
    """The HTML of a phrase, or the words for what is not known."""
    return phrase(pieces) if pieces else Markup('<span class="unknown">Chưa có thông tin</span>')


@lru_cache(65536)
def piece_html(piece: Piece) -> str:
    """The HTML of a run of text; a link's text stands in an element that keeps it from turning the line around."""
    text = escape(piece.text)
    if piece.address:
        outside = ' rel="external"' if piece.address.startswith(("https://", "http://")) else ""
        return f'<a href="{escape(piece.address)}"{outside}><bdi>{text}</bdi></a>'
    if piece.datetime:
        return f'<time datetime="{escape(piece.datetime)}">{text}</time>'
    return f"<small>{text}</small>" if piece.quiet else str(text)


def json_for_script(value: object) -> str:
    """JSON that can stand inside a script element: nothing in it ends the element or opens a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return (
        text.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def json_file(address: str, value: object) -> File:
    """A JSON file as people and programs read it."""
    return File(address, to_json(value, indent=2) + b"\n", "application/json")
