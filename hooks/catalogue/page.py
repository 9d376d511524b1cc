"""What views are made of: runs of text, pages, files, outputs, what fills a template; the home of Jinja."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache, partial
from json import JSONEncoder
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, TypeAlias

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape
from pydantic_core import to_json

from catalogue.language.vietnamese import number

TEMPLATES = Path(__file__).with_name("templates")
JSON = "application/json"
"""The media type of JSON."""
ROOT = "\x02"
"""Stands for the way to the site's root while it is not known on which page a text will stand.

Nobody can type it: the guard keeps control characters out of the data.
"""


class Piece(NamedTuple):
    """A run of text: plain, a link (`address`), a date (`datetime`), or one that stands back (`quiet`)."""

    text: str
    address: str = ""
    datetime: str = ""
    quiet: bool = False


Phrase = tuple[Piece, ...]


def text_of(phrase: Phrase) -> str:
    """The words of a phrase."""
    return phrase[0].text if len(phrase) == 1 else "".join([piece.text for piece in phrase])


@dataclass(frozen=True)
class Page:
    """One page of the site, without the frame around it.

    `address` is relative to the site's root and ends in a slash: `chuong-trinh/x/`; the home page's is empty.
    `body` is HTML, its links relative to the page's own address.
    `json_ld` is JSON text that is safe inside a script element. `trail` is the way to it from the home page,
    whose links begin with `ROOT`.
    """

    address: str
    title: str
    description: str
    section: str
    body: str
    edit_path: str = ""
    json_ld: str = ""
    indexed: bool = True
    trail: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class File:
    """One file that is not a page: its address (`api/v1/programs/x.json`), bytes and media type.

    The media type is for whoever has the file in hand, as tests do. It is not published: hosts go by the
    ending of the address.
    """

    address: str
    content: bytes
    media_type: str


class Download(NamedTuple):
    """What readers are told of a file that they can take along.

    `title` says what is in it («Lớp của đơn vị»), the same in every form; `form` in which form («Excel»),
    and is put in brackets behind the title. `page` is the address of the page whose content it has. `total`
    tells how much that is, in `counted` («lớp»). `guide` leads to the page that says how one uses it, where
    that needs saying.
    """

    title: str
    form: str
    page: str
    total: int
    counted: str
    guide: Piece | None = None


class Output(NamedTuple):
    """Something to publish: its address, how it is made, whether search engines may list it.

    A file that readers can take along says so by its `download`. What does not last, such as a page
    of a list, comes and goes with what there is to tell: nobody is promised it.
    """

    address: str
    make: Callable[[], Page | File]
    indexed: bool = False
    download: Download | None = None
    lasts: bool = True


Published: TypeAlias = Callable[[str], bytes]
"""The bytes of what was published at an address."""


class Closing(NamedTuple):
    """An output that is made of the bytes of files to take along, once these are published: an archive, say.

    It may also be made of the closing outputs that stand before it.
    """

    address: str
    make: Callable[[Published], Page | File]
    indexed: bool = False
    download: Download | None = None

    def after(self, published: Published) -> Output:
        """The output, once others can be read."""
        return Output(self.address, partial(self.make, published), self.indexed, self.download)


def as_made(file: File) -> File:
    """A file that is there already, since its name tells what is in it."""
    return file


class WrittenPage(NamedTuple):
    """A page that is written by hand: its address, its title, its words."""

    address: str
    title: str
    words: str


@dataclass(frozen=True)
class Publication:
    """What comes from outside the data.

    `address` is the site's, ended by a slash; empty where nobody knows it. `revision` and `revised`
    (YYYY-MM-DD) are the data's, or empty.
    `editing` stands before the path of a file in the address of its editor, empty where there is none;
    `data_folder` is the folder of the data below the root of its repository. `written` are the written pages.
    `redirecting` is the address of the script that redirects load, `embedding` that of the stylesheet of what
    other sites embed; empty where none is published.
    """

    address: str
    revision: str = ""
    revised: str = ""
    editing: str = ""
    data_folder: str = "data"
    redirecting: str = ""
    embedding: str = ""
    written: tuple[WrittenPage, ...] = ()


@dataclass(frozen=True)
class TemplateContent:
    """What a template is filled with: one type for each, whose fields are all that the template may name."""

    template: ClassVar[str]
    """The name of the template's file, without its ending."""

    def html(self) -> Markup:
        """The template with these values in it."""
        return Markup(template(self.template)(vars(self)))  # noqa: S704 - a template made it


@dataclass(frozen=True)
class PageContent(TemplateContent):
    """What fills the template of a page: its title, and the way to it from the home page."""

    title: str
    trail: list[Piece]


@dataclass(frozen=True)
class LedContent(PageContent):
    """What fills the template of a page that opens with a sentence."""

    lead: str


def page(
    address: str, title: str, description: str, section: str, content: TemplateContent, **rest: Any
) -> Page:
    """A page with its content, whose links may begin with the way to the site's root, `ROOT`."""
    body = content.html().replace(ROOT, "../" * address.count("/"))
    trail = tuple(content.trail) if isinstance(content, PageContent) else ()
    return Page(address, title, description, section, body, trail=trail, **rest)


@cache
def environment() -> Environment:
    """The templates, all with the macros as `m`.

    What is put in is text unless a template made it; a missing name is an error.
    """
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"number": number, "phrase": phrase, "or_unknown": or_unknown}
    environment.filters |= {"lines": lines, "json": quoted_json}
    environment.globals["root"] = ROOT
    environment.globals["m"] = environment.get_template("macros.html").module
    return environment


@cache
def template(name: str) -> Callable[[Mapping[str, Any]], str]:
    """The function that renders a template, compiled once."""
    found = environment().get_template(f"{name}.html")
    found.globals = dict(found.globals)  # Jinja's chain of maps would be copied for every rendering
    return found.render


def compile_templates() -> None:
    """Compile every template now: each of the processes that share the work would compile them again."""
    for name in environment().list_templates():
        environment().get_template(name)


def forget_templates() -> None:
    """Read every template from the disk again when it is asked for next."""
    template.cache_clear()
    environment.cache_clear()


def phrase(pieces: Sequence[Piece]) -> Markup:
    """The HTML of a phrase. Pages hold dozens, and a macro of Jinja's takes ten times as long to call."""
    if len(pieces) == 1:
        return piece_html(pieces[0])
    return Markup("".join([piece_html(piece) for piece in pieces]))  # noqa: S704 - every text in it is escaped


def or_unknown(pieces: Phrase) -> Markup:
    """The HTML of a phrase, or the words for what is not known."""
    return phrase(pieces) if pieces else Markup('<span class="unknown">Chưa có thông tin</span>')


def lines(made: Iterable[Markup]) -> Markup:
    """Pieces of HTML, each on lines of its own."""
    return Markup("\n".join(made))  # noqa: S704 - all of it is HTML


def bare(value: Decimal, bound: str = "") -> Markup:
    """The HTML of a number that a copy holds in digits alone, so that any spreadsheet takes it for one.

    The stylesheet draws the points between thousands, which a spreadsheet may take for those of decimals, and
    the word for how exactly the number is stated: «khoảng».
    """
    first, *rest = number(value).split(".")
    html = first + "".join(f'<span class="thousand">{each}</span>' for each in rest)
    return Markup(f'<span data-bound="{escape(bound)}">{html}</span>' if bound else html)  # noqa: S704 - digits


@lru_cache(65536)
def piece_html(piece: Piece) -> Markup:
    """The HTML of a run of text; a link's stands in an element that keeps it from turning the line around."""
    text = escape(piece.text)
    if piece.address:
        outside = ' rel="external"' if piece.address.startswith(("https://", "http://")) else ""
        return Markup(f'<a href="{escape(piece.address)}"{outside}><bdi>{text}</bdi></a>')  # noqa: S704
    if piece.datetime:
        return Markup(f'<time datetime="{escape(piece.datetime)}">{text}</time>')  # noqa: S704
    return Markup(f"<small>{text}</small>") if piece.quiet else text  # noqa: S704 - all of it is escaped


def only_stated(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values for programs without those that say nothing: what is not known, or not so, has no key."""
    return {
        name: value
        for name, value in values.items()
        if value is not False and value not in (None, "", (), [])
    }


def json_for_script(value: object) -> str:
    """JSON that can stand inside a script element: nothing in it ends the element or opens a comment."""
    text = to_json(value).decode()
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


quoted_json = partial(htmlsafe_json_dumps, dumps=JSONEncoder(sort_keys=True, separators=(",", ":")).encode)
"""JSON that can stand in an attribute, between single quotes."""


def mark_of(*contents: bytes) -> str:
    """What tells files with these contents from any others: short letters that can stand in their names."""
    return hashlib.sha256(b"\0".join(contents)).hexdigest()[:12]


def json_file(address: str, value: object) -> File:
    """A JSON file as people and programs read it."""
    return File(address, to_json(value, indent=2) + b"\n", JSON)


def marked_json(address: str, mark: str, content: bytes) -> File:
    """A JSON file without spaces that opens with the mark of its build: a phone waits for it."""
    return File(address, b'{"mark":"' + mark.encode() + b'",' + content[1:], JSON)
