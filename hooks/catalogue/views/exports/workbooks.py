"""Writes sheets into a workbook that Excel and LibreOffice open, each sheet one page wide.

XlsxWriter makes the styles alone: all else that it does for the workbook of a body takes longer than its rows
do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from catalogue.views.exports.sheet_frame import SheetFrame
from catalogue.views.exports.sheet_rows import utf16_cut
from catalogue.views.exports.sheets import Sheet, with_room
from catalogue.views.exports.workbook_parts import NamedSheet, Properties, parts_beside

NAME_LENGTH = 31
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The day of every part, the first that an archive knows."""
LEVEL = 3
"""A tenth larger than by more work, in half of the time."""


def workbook_bytes(properties: Properties, sheets: Iterable[Sheet]) -> bytes:
    """A workbook of sheets. The same sheets give the same bytes."""
    stream, named = BytesIO(), list[NamedSheet]()
    with ZipFile(stream, "w") as into:
        for turn, sheet in enumerate(sheets, 1):
            frame, name = (
                SheetFrame(with_room(sheet)),
                free_name(sheet.name, {each.name.casefold() for each in named}),
            )
            text = "".join(frame.xml(properties.remark, is_first=turn == 1))
            into.writestr(member(f"xl/worksheets/sheet{turn}.xml"), text, ZIP_DEFLATED, LEVEL)
            named.append(NamedSheet(name, frame.head, frame.filtered))
        for place, content in parts_beside(properties, named):
            into.writestr(member(place), content, ZIP_DEFLATED, LEVEL)
    return stream.getvalue()


def member(place: str) -> ZipInfo:
    """A part of a workbook, without what differs from machine to machine."""
    info = ZipInfo(place, NO_DAY)
    info.create_system = 3
    return info


def free_name(name: str, taken: set[str]) -> str:
    """A name that a sheet may have: without signs that Excel forbids, 31 letters at most, none twice."""
    wanted = " ".join(NOT_IN_NAMES.sub(" ", name).split()).strip(" '") or "Trang"
    found, turn = utf16_cut(wanted, NAME_LENGTH).strip(" '"), 1
    while found.casefold() in taken:
        turn += 1
        mark = f" ({turn})"
        found = f"{utf16_cut(wanted, NAME_LENGTH - len(mark)).strip()}{mark}"
    return found
