"""What the frame of a section loads: stylesheets, scripts, and beforehand all that these scripts import.

Paths are relative to the site's root. The files stand in docs/ and are copied, but a phone gets no more
than it needs: scripts without their comments, and the parts of the stylesheet of every page as one file.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

SCRIPTS, STYLESHEETS = "assets/javascripts/", "assets/stylesheets/"
JOINED = f"{STYLESHEETS}site.css"
"""The stylesheet of every page, made of its parts."""
COMPONENTS = (
    "words",
    "breadcrumb",
    "tags",
    "record",
    "boxes",
    "numbers",
    "tables",
    "entries",
    "actions",
    "star",
    "references",
    "home",
    "forced-colors",
)
PARTS = (
    "common/tokens",
    "common/frame",
    *(f"components/{component}" for component in COMPONENTS),
    "search/box",
)
"""What is joined, in the order in which later rules overrule earlier ones."""

EVERYWHERE = ("common/scheme", "common/menu", "common/today", "common/share", "my-list/stars")
REDIRECTING = f"{SCRIPTS}common/redirect.js"
"""The script of the pages that stand at addresses which have moved."""
BOX = "search/page/box"
"""The script of the search box: every page has it but that of search, which has one of its own."""
OWN: Mapping[str, tuple[str, str]] = {
    "tra-cuu": ("search/page/page", "search/page"),
    "tim-lop": ("eligibility/page", "eligibility/page"),
    "danh-sach-cua-toi": ("my-list/page", "my-list/page"),
}
"""The sections with a script and a stylesheet of their own."""

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BLANK_LINES = re.compile(r"\n\s*\n")
SCRIPT_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*(?:(?!\*/).)*\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)
"""A comment with lines of its own; what looks so inside a template literal would be taken for one."""
IMPORT = re.compile(r'^(?:import|(?:import|export|\}).* from) "(\.{1,2}/[^"]+\.js)";$', re.MULTILINE)
"""An import that is followed before a module runs; those asked for later stand in parentheses."""


class Assets(NamedTuple):
    """What one frame loads, by paths below the site's root, each list in its order."""

    first_script: str
    stylesheets: tuple[str, ...]
    print_stylesheet: str
    scripts: tuple[str, ...]
    preloads: tuple[str, ...]


def assets_of(section: str, docs: Path) -> Assets:
    """What the pages of a section load; `docs` is the folder that `assets/` lies in."""
    script, stylesheet = OWN.get(section, ("", ""))
    entries = [f"{SCRIPTS}{name}.js" for name in scripts_beside(script)]
    return Assets(
        first_script=f"{SCRIPTS}common/before-drawing.js",
        stylesheets=(JOINED, f"{STYLESHEETS}{stylesheet}.css") if stylesheet else (JOINED,),
        print_stylesheet=f"{STYLESHEETS}common/print.css",
        scripts=tuple(entries),
        preloads=tuple(sorted(imported_by(entries, docs))) if script else (),
    )


def scripts_beside(own: str) -> tuple[str, ...]:
    """All scripts of a page, whether it has one of its own or not."""
    if own.startswith("search/"):
        return (*EVERYWHERE, own)
    return (own, *EVERYWHERE, BOX) if own else (*EVERYWHERE, BOX)


def imported_by(entries: list[str], docs: Path) -> set[str]:
    """Every module that scripts import, directly or through others; the scripts themselves left out."""
    found: set[str] = set()
    waiting = list(entries)
    while waiting:
        fresh = set(imports_of(waiting.pop(), docs)) - found
        found |= fresh
        waiting += fresh
    return found - set(entries)


def imports_of(script: str, docs: Path) -> Iterator[str]:
    """The modules that a script names in its imports."""
    for target in IMPORT.findall((docs / script).read_text(encoding="utf-8")):
        yield posixpath.normpath(posixpath.join(posixpath.dirname(script), target))


def is_script(path: str) -> bool:
    """Whether a file of docs/ is a script."""
    return path.startswith(SCRIPTS)


def bare_script(script: bytes) -> bytes:
    """A script without its comments; those that share a line with code stay."""
    text = SCRIPT_COMMENT.sub("", script.decode())
    return BLANK_LINES.sub("\n", text).lstrip().encode()


def joined_stylesheet(docs: Path) -> bytes:
    """The stylesheet of every page: its parts joined, without their comments."""
    text = "".join((docs / f"{STYLESHEETS}{part}.css").read_text(encoding="utf-8") for part in PARTS)
    return BLANK_LINES.sub("\n", COMMENT.sub("", text)).lstrip().encode()


def is_joined(path: str) -> bool:
    """Whether a file of docs/ is published only as a part of the joined stylesheet."""
    return path in {f"{STYLESHEETS}{part}.css" for part in PARTS}
