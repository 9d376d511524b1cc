"""What the frame of a section loads: stylesheets, one script, and beforehand what that will ask for.

Paths are relative to the site's root. The files stand in docs/; what a page needs of them is joined.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from catalogue.publish.scripts import BETWEEN_LINES, SCRIPTS, Joining, addresses_in, join

STYLESHEETS = "assets/stylesheets/"
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
    "history",
    "forced-colors",
)
PARTS = (
    "common/tokens",
    "common/base",
    "common/frame",
    *(f"components/{component}" for component in COMPONENTS),
    "search/box",
)
"""What is joined, in the order in which later rules overrule earlier ones."""
EMBEDDED = f"{STYLESHEETS}embed.css"
"""The stylesheet of what other sites embed, made of parts of its own."""
EMBEDDED_PARTS = (
    "common/tokens",
    "common/base",
    "components/words",
    "components/tags",
    "components/entries",
    "components/forced-colors",
    "embed/page",
)

EVERYWHERE = ("common/scheme", "common/menu", "common/states", "common/share", "my-list/stars")
FIRST_SCRIPT = f"{SCRIPTS}common/before-drawing.js"
REDIRECTING = f"{SCRIPTS}common/redirect.js"
"""The script of the pages that stand at addresses which have moved."""
ALONE = (FIRST_SCRIPT, f"{SCRIPTS}common/renewal.js", REDIRECTING)
"""The scripts that stand under their own names in every build."""
BOX = "search/page/box"
"""The script of the search box: every page has it but that of search, which has one of its own."""
OWN: Mapping[str, tuple[str, str]] = {
    "": ("home/page", "home/page"),
    "tra-cuu": ("search/page/page", "search/page"),
    "tim-lop": ("eligibility/page", "eligibility/page"),
    "lich": ("schedule/page", "schedule/page"),
    "don-vi": ("desk/page", "desk/page"),
    "danh-sach-cua-toi": ("my-list/page", "my-list/page"),
    "ke-hoach": ("annex/page", "annex/page"),
}
"""The sections with a script and a stylesheet of their own; the home page is that with the empty path."""
OTHER = "*"
"""Stands for all other sections."""

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
ENDING = re.compile(r"(?: (?={))?([;{},])\n")
"""What ends a line of a stylesheet and needs none."""


class PublishedScripts(NamedTuple):
    """The joined scripts by their addresses, and which one the pages of a section load.

    `of_section` names the sections with one of their own; all others load that of `OTHER`.
    """

    files: Mapping[str, bytes]
    of_section: Mapping[str, str]


class Assets(NamedTuple):
    """What one frame loads, by paths below the site's root.

    `preloads` are scripts that the page's own asks for as soon as it runs.
    """

    first_script: str
    stylesheets: tuple[str, ...]
    print_stylesheet: str
    script: str
    preloads: tuple[str, ...]


def published_scripts(docs: Path) -> PublishedScripts:
    """The scripts of all pages; `docs` is the folder that `assets/` lies in."""
    joining = Joining(docs)
    of_section = {}
    for section, own in {OTHER: "", **{section: script for section, (script, _) in OWN.items()}}.items():
        entries = [f"{SCRIPTS}{name}.js" for name in scripts_beside(own)]
        of_section[section] = join(own.split("/")[0] or "everywhere", entries, joining)
    return PublishedScripts(joining.files, of_section)


def assets_of(section: str, scripts: PublishedScripts) -> Assets:
    """What the pages of a section load."""
    script, stylesheet = OWN.get(section, ("", ""))
    return Assets(
        first_script=FIRST_SCRIPT,
        stylesheets=(JOINED, f"{STYLESHEETS}{stylesheet}.css") if stylesheet else (JOINED,),
        print_stylesheet=f"{STYLESHEETS}common/print.css",
        script=scripts.of_section.get(section, scripts.of_section[OTHER]),
        preloads=tuple(addresses_in(scripts.files, "worker")) if script.startswith("search/") else (),
    )


def scripts_beside(own: str) -> tuple[str, ...]:
    """All scripts of a page, whether it has one of its own or not."""
    if own.startswith("search/"):
        return (*EVERYWHERE, own)
    return (own, *EVERYWHERE, BOX) if own else (*EVERYWHERE, BOX)


def is_script(path: str) -> bool:
    """Whether a file of docs/ is a script."""
    return path.startswith(SCRIPTS)


def joined_stylesheet(docs: Path, parts: Sequence[str] = PARTS) -> bytes:
    """A stylesheet with its parts joined: that of every page, or of what other sites embed."""
    return b"".join(bare_stylesheet((docs / f"{STYLESHEETS}{part}.css").read_bytes()) for part in parts)


def bare_stylesheet(stylesheet: bytes) -> bytes:
    """A stylesheet without its indentation, its comments and the ends of its lines."""
    lines = BETWEEN_LINES.sub("\n", COMMENT.sub("", stylesheet.decode())).lstrip()
    return ENDING.sub(r"\1", lines).encode()


def is_stylesheet(path: str) -> bool:
    """Whether a file of docs/ is a stylesheet."""
    return path.startswith(STYLESHEETS)


def is_joined(path: str) -> bool:
    """Whether a file of docs/ is published only as a part of a joined stylesheet."""
    return path in {f"{STYLESHEETS}{part}.css" for part in (*PARTS, *EMBEDDED_PARTS)}
