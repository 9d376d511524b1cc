"""Rows as CSV that spreadsheets open without harm and programs read without loss.

UTF-8 with a byte order mark, commas, lines that end by CR LF (RFC 4180). A text that a spreadsheet could take
for a formula gets an apostrophe before it, and so does one that begins with an apostrophe: whoever takes away
the first apostrophe of every text that begins with one has each as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from operator import getitem

from catalogue.views.words.table_parts import ADDING, EMPTY_WITH_ANOTHER, TableColumn, TableRow, Value

MARK = "\ufeff"
"""The byte order mark, by which spreadsheets know UTF-8."""
GUARD = "'"
GUARDED = frozenset("=+-@\t\r\n＝＋－＠" + GUARD)
"""What a text may not begin with."""
BOOLEANS: Mapping[Value, bytes] = {True: b"true", False: b"false", None: b""}
MEANT = re.compile(r'[",\r\n]')
"""The signs for whose sake a text stands in quotes."""
SHORT = 200
"""Texts of fewer bytes are kept."""
END = b"\r\n"
GUARD_TOLD = (
    "Ô mở đầu bằng = + - @ hay dấu nháy đơn có thêm một dấu nháy đơn ' ở trước, để bảng tính không coi là "
    "công thức. Chương trình đọc tệp: ô nào mở đầu bằng dấu nháy đơn thì bỏ đúng một dấu ấy là được chữ gốc."
)
"""The guard in words."""
LONG_TOLD = (
    "Ô dài quá 32.767 ký tự thì Excel không giữ đủ khi mở tệp CSV: đọc ô ấy bằng chương trình khác hoặc ở "
    "trang của mục."
)
"""The limit of a spreadsheet that a file of texts does not have."""
NOT_ADDED_IS_EMPTY = "xem cột _adds; true là số này được cộng, cũng trống là không có số."
"""What an empty cell means in a column that says why a number is not added."""
HOW_CSV_IS_READ = (
    "Trong tệp CSV, bảng chương trình có một dòng cho mỗi lớp; số lớp, số người học của cả chương trình chỉ "
    f"ghi ở dòng đầu của nó. {ADDING} Cột unknown nêu tên những cột để trống vì nguồn không nói tới. "
    f"{EMPTY_WITH_ANOTHER} Ở tệp của kế hoạch, section và remark trống là không có gì; cột có tên kết thúc "
    f"bằng _not_added trống thì {NOT_ADDED_IS_EMPTY} "
    f"{GUARD_TOLD} {LONG_TOLD} Cột about ở dòng đầu nói tệp là của ngày nào, giấy phép nào; tệp chưa có "
    "dòng nào thì chưa nói được, phải xem trang này hoặc datapackage.json."
)
"""What a page says of the files."""


def csv_content(columns: Sequence[TableColumn], rows: Iterable[TableRow]) -> bytes:
    """Columns and rows as the bytes of a CSV file."""
    texts = CellTexts()
    ways = [BOOLEANS if column.type == "boolean" else texts for column in columns]
    head = MARK.encode() + b",".join([texts[column.name] for column in columns])
    return END.join([head, *(b",".join(map(getitem, ways, row)) for row in rows), b""])


class CellTexts(dict[Value, bytes]):
    """Values as they stand in cells, the short ones kept, since most come again and again."""

    def __missing__(self, value: Value) -> bytes:
        text = "" if value is None else cell_text(value) if isinstance(value, str) else str(value)
        content = text.encode()
        if len(content) < SHORT:
            self[value] = content
        return content


def cell_text(text: str) -> str:
    """A text as it stands in a cell: guarded, and in quotes where it has a sign that means something."""
    guarded = GUARD + text if text[:1] in GUARDED else text
    return '"' + guarded.replace('"', '""') + '"' if MEANT.search(guarded) else guarded
