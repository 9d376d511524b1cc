"""Rows as CSV that spreadsheets open without harm and programs read without loss.

UTF-8 with a byte order mark, commas, lines that end by CR LF (RFC 4180). A text that a spreadsheet could take
for a formula gets an apostrophe before it, and so does one that begins with an apostrophe: whoever takes away
the first apostrophe of every text that begins with one has each as it was.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from catalogue.views.words.table_parts import TableRow, Value

MARK = "\ufeff"
"""The byte order mark, by which spreadsheets know UTF-8."""
GUARD = "'"
GUARDED = frozenset("=+-@\t\r\n＝＋－＠" + GUARD)
"""What a text may not begin with."""
BOOLEANS = {True: "true", False: "false"}
GUARD_TOLD = (
    "Ô mở đầu bằng = + - @ hay dấu nháy đơn có thêm một dấu nháy đơn ' ở trước, để bảng tính không coi là "
    "công thức. Chương trình đọc tệp: ô nào mở đầu bằng dấu nháy đơn thì bỏ đúng một dấu ấy là được chữ gốc."
)
"""The guard in words."""


def csv_content(heads: Sequence[str], rows: Iterable[TableRow]) -> bytes:
    """A head and rows as the bytes of a CSV file."""
    text = StringIO()
    text.write(MARK)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([written(value) for value in row] for row in rows)
    return text.getvalue().encode()


def written(value: Value) -> object:
    """A value as it stands in a cell."""
    if isinstance(value, str):
        return GUARD + value if value[:1] in GUARDED else value
    return BOOLEANS[value] if isinstance(value, bool) else value
