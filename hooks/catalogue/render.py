"""What a view yields: pages and files; and the one place that knows Jinja."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from catalogue.vietnamese import number

TEMPLATES = Path(__file__).with_name("templates")


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


@dataclass(frozen=True)
class Site:
    """What comes from outside the data: the address that the site is published at (ends in a slash), the revision and its day (YYYY-MM-DD)."""

    address: str
    revision: str = ""
    revised: str = ""


@cache
def environment() -> Environment:
    """The templates: everything put into them is text unless a template made it; a name that is not there is an error."""
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["number"] = number
    return environment


@cache
def template(name: str) -> Callable[..., str]:
    """The function that renders a template, compiled once."""
    return environment().get_template(f"{name}.html").render


def json_for_script(value: object) -> str:
    """JSON that can stand inside a script element: nothing in it ends the element or opens a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def json_file(address: str, value: object) -> File:
    """A JSON file as people and programs read it."""
    return File(address, (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode(), "application/json")
