"""Addresses of the site: which page each of them stands or falls with."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from catalogue.model.kinds import FOLDERS, KINDS

RECORD_SECTIONS = frozenset(kind.section for kind in KINDS.values())
"""The sections in which records have their pages."""
OPEN_DATA = "du-lieu"
"""The section that the files of the whole catalogue belong to."""
OF_RECORD = re.compile(rf"(?:^|/)((?:{'|'.join(sorted(RECORD_SECTIONS))})/[^/]+/)")
"""The page of a record, from the site's root, in the address of any page about the record."""


def page_of(address: str) -> str:
    """The page that an address stands or falls with: a file has its record's, else that of its section."""
    if address.endswith("/") or not address:
        return address
    *folders, name = address.split("/")[1:]
    section = "".join(folders[:1])
    if section == "api":
        kind = FOLDERS.get(folders[-1])
        return f"/{kind.section}/{PurePosixPath(name).stem}/" if kind else f"/{OPEN_DATA}/"
    return "/".join(["", *folders[: 2 if section in RECORD_SECTIONS else 1], ""])
