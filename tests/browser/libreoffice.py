"""Opens tables in LibreOffice, as a reader's spreadsheet does, and tells what it makes of each cell.

`python -m tests.browser.libreoffice` finds a LibreOffice, or installs one, and prints its path.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from tests.browser.chromium import first_that_runs, install_one_of

NAMES = ("soffice", "libreoffice")
PACKAGE = "libreoffice-calc"
MISSING = (
    "The proof of the tables needs LibreOffice, and none could be found or installed. "
    f"Install it (Debian: apt-get install {PACKAGE}) or name it: SOFFICE=/path/to/soffice."
)
SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}


LANGUAGES = {"vi-VN": 1066, "en-US": 1033}
"""The languages in which a file is opened, as LibreOffice numbers them."""
OPENING = "CSV:44,34,76,1,,{language},false,true"
"""How a file is opened: commas, quotation marks, UTF-8, from line 1, in a language, dates and numbers found.

Its dialogue proposes UTF-8 where a file begins with a byte order mark; without a dialogue it must be told.
"""


class Cell(NamedTuple):
    """A cell of a spreadsheet: the text that it shows; its formula, its day, where it has one."""

    text: str
    formula: str = ""
    day: str = ""


def find_libreoffice() -> str:
    """The path of a LibreOffice that runs; where none is to be had, a RuntimeError names what to install."""
    named = os.environ.get("SOFFICE")
    if named and not shutil.which(named):
        raise RuntimeError(f"SOFFICE={named} is no LibreOffice that runs here.")
    found = named or first_that_runs(NAMES) or (install_one_of([PACKAGE]) and first_that_runs(NAMES))
    if not found:
        raise RuntimeError(MISSING)
    return found


def opened(table: Path, folder: Path, language: str) -> list[list[Cell]]:
    """The rows of a table as LibreOffice has them when it opens the file in a language."""
    opening = f"--infilter={OPENING.format(language=LANGUAGES[language])}"
    (written,) = converted([table], folder, "fods", opening)
    (sheet,) = ElementTree.parse(written).iterfind(".//table:table", SPACES)  # noqa: S314 - it is our own
    rows = [cells_of(row) for row in sheet.iterfind(".//table:table-row", SPACES)]
    while rows and not rows[-1]:
        rows.pop()
    return rows


def converted(files: Sequence[Path], folder: Path, form: str, *options: str) -> list[Path]:
    """Files as LibreOffice writes them in another form, or anew in their own, into a folder."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert: list[str | Path] = ["--convert-to", form, "--outdir", folder, *files]
    command = [find_libreoffice(), profile, "--headless", *options, *convert]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    written = [folder / f"{file.stem}.{form}" for file in files]
    assert all(each.exists() for each in written), done.stdout + done.stderr
    return written


def cells_of(row: Element) -> list[Cell]:
    """The cells of a row up to the last that holds something."""
    cells: list[Cell] = []
    for each in row.iterfind("table:table-cell", SPACES):
        text = "\n".join("".join(part.itertext()) for part in each.iterfind("text:p", SPACES))
        cell = Cell(text, attribute(each, "table:formula"), attribute(each, "office:date-value"))
        cells += [cell] * min(int(attribute(each, "table:number-columns-repeated") or 1), 100)
    while cells and cells[-1] == Cell(""):
        cells.pop()
    return cells


def attribute(element: Element, name: str) -> str:
    space, _, local = name.partition(":")
    return element.get(f"{{{SPACES[space]}}}{local}", "")


if __name__ == "__main__":
    try:
        sys.stdout.write(find_libreoffice() + "\n")
    except RuntimeError as missing:
        sys.exit(str(missing))
