"""What flat tables are made of: columns, their types and keys, whatever form they are put into."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

Value: TypeAlias = str | int | Decimal | bool | None
"""What a cell holds. A date is a text as the data writes it; what is not known is None, never 0 or empty."""
TableRow: TypeAlias = tuple[Value, ...]
ColumnType = Literal["string", "integer", "number", "boolean", "date"]
BETWEEN_SHORT, BETWEEN_WORDS = "; ", "\n"
"""What stands between several names of columns or years in a cell; and between ids, codes, words."""
ADDING = (
    "Không cộng cả một cột: số này có thể đã nằm trong số kia, khác đơn vị tính, khác kỳ hoặc trùng người. "
    "Chỉ cộng số lớp, số người học mà cột «cộng được» của số ấy (tên cột tận cùng là adds) ghi true, trong "
    "Excel là Có; cùng năm, cùng đơn vị tính mới cộng với nhau."
)
"""Which numbers of programmes may be added up."""


class TableColumn(NamedTuple):
    """A column: its name, which stays, and its title, as pages call it.

    `refers_to` is the table whose `id` it holds, `names` the column whose ids it puts into words. A date may
    be a month or a year alone, and lacks its year where the source prints none: 2024-03-05, 2024-03, 2024,
    --03-05.
    """

    name: str
    title: str
    type: ColumnType = "string"
    description: str = ""
    refers_to: str = ""
    names: str = ""


class Foreign(NamedTuple):
    """Columns that together name a row of another table, by its key."""

    columns: tuple[str, ...]
    table: str
    keys: tuple[str, ...]


class Table(NamedTuple):
    """A flat table of the catalogue: what a row is, its columns, its rows whenever they are asked for.

    The columns of `key` tell each row from all others; `belongs_to` are the rows that a row lies in.
    """

    name: str
    title: str
    grain: str
    columns: tuple[TableColumn, ...]
    key: tuple[str, ...]
    rows: Callable[[], Iterable[TableRow]]
    counted: Callable[[], int]
    belongs_to: tuple[Foreign, ...] = ()

    @property
    def total(self) -> int:
        """How many rows it has."""
        return self.counted()

    def kept(self) -> Table:
        """The table with rows that are made when they are first asked for, and kept."""
        return self._replace(rows=cache(lambda: list(self.rows())))

    @property
    def file_name(self) -> str:
        """What its files are called, as the folders of the data are: topic_sets as topic-sets."""
        return self.name.replace("_", "-")

    @property
    def foreign(self) -> tuple[Foreign, ...]:
        """Every reference of its rows to those of tables, this one included."""
        single = (Foreign((each.name,), each.refers_to, ("id",)) for each in self.columns if each.refers_to)
        return (*self.belongs_to, *single)


def column_table(tables: Sequence[Table]) -> Table:
    """The columns of tables as a table."""

    def rows() -> Iterator[TableRow]:
        for table in tables:
            for turn, each in enumerate(table.columns, 1):
                told = (each.title, each.type, each.refers_to or None, each.description or None)
                yield (table.name, table.title, table.grain, turn, each.name, *told)

    columns = (
        TableColumn("table", "Bảng"),
        TableColumn("table_title", "Tên bảng"),
        TableColumn("grain", "Mỗi dòng"),
        TableColumn("number", "Thứ tự", "integer"),
        TableColumn("column", "Cột"),
        TableColumn("title", "Tên cột"),
        TableColumn("type", "Kiểu"),
        TableColumn("refers_to", "Chứa mã của bảng", description="trống: không chứa mã."),
        TableColumn("description", "Giải thích", description="trống: tên cột đã nói đủ."),
    )
    key, total = ("table", "column"), sum(len(table.columns) for table in tables)
    return Table("columns", "Các cột", "Mỗi dòng một cột của một bảng.", columns, key, rows, lambda: total)


EMPTY_WITH_ANOTHER = "Cột có tên là tên cột khác nối thêm (_title, _label, _unit, _adds…) trống theo cột ấy."
"""Which empty cells need no name, since they only say more of another."""
UNKNOWN = TableColumn(
    "unknown",
    "Chưa có thông tin",
    description="Tên những cột để trống vì nguồn không nói tới, cách nhau bằng dấu chấm phẩy; tên có dấu * "
    f"thay cho mọi cột mở đầu như thế. {EMPTY_WITH_ANOTHER} Ô trống không phải là 0, không phải là «không».",
)
"""The last column of a table that follows the model, so that no cell is empty without a word."""
IS_DRAFT = TableColumn(
    "is_draft",
    "Bản nháp",
    "boolean",
    "true: mục chưa xác minh, không tính vào số đếm, số cộng nào của danh mục.",
)


def coded(name: str, title: str, description: str = "") -> tuple[TableColumn, TableColumn]:
    """A column of codes for programs, and one of the words for them for readers."""
    return (
        TableColumn(name, f"{title} (mã)", description=description),
        TableColumn(f"{name}_label", title, description=f"Tên của «{name}»."),
    )


def referring(
    name: str, title: str, table: str, description: str = "", *, several: bool = False
) -> tuple[TableColumn, TableColumn]:
    """A column of the ids of records of a table, and one of what lists call them."""
    return (
        TableColumn(name, f"{title} (mã)", description=description, refers_to="" if several else table),
        TableColumn(f"{name}_title", title, description=f"Tên của «{name}».", names=name),
    )
