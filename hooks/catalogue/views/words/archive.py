"""What stands in the archive beside its files: a text to read first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalogue.language.vietnamese import number
from catalogue.views.words.context import Context
from catalogue.views.words.csv_text import GUARD_TOLD, LONG_TOLD
from catalogue.views.words.misreadings import MISREADINGS
from catalogue.views.words.provenance import bibtex, citation
from catalogue.views.words.table_joined import ROW
from catalogue.views.words.table_parts import UNKNOWN, Table

READ_FIRST = "DOC-TRUOC.txt"


def read_first(context: Context, tables: Sequence[Table]) -> str:
    """The text, which any editor opens; lines end as Windows has them."""
    return "\ufeff" + "\r\n".join(lines(context, tables)) + "\r\n"


def lines(context: Context, tables: Sequence[Table]) -> Iterator[str]:
    """Its lines."""
    settings = context.catalogue.settings
    yield from (settings.name.upper(), f"{settings.notice}.", "")
    licence = f" ({settings.licence_place})" if settings.licence_place else ""
    yield from (f"Giấy phép: {settings.licence}{licence}.", f"Trích dẫn: {citation(context)}.", "")
    yield from (*bibtex(context).split("\n"), "")
    yield from ("TRONG TỆP NÉN", "csv/: các bảng, mở bằng bảng tính hay chương trình:")
    for table in tables:
        yield f"  {table.file_name}.csv: {table.title}. {table.grain} {number(table.total)} dòng."
    yield "datapackage.json: mô tả các bảng ấy cho chương trình (Frictionless Data Package)."
    yield "danh-muc.json: mọi mục với mọi điều biết về nó; khóa nào là gì xem ở schema/."
    yield "schema/: lược đồ JSON của từng loại mục. Cột nào là gì xem ở csv/columns.csv."
    yield from ("", "ĐỌC TỆP CSV", "Chữ UTF-8 có BOM; giữa các cột là dấu phẩy, số thập phân dùng dấu chấm.")
    yield f"{GUARD_TOLD} {LONG_TOLD}"
    yield "Ngày ghi năm-tháng-ngày, năm-tháng hoặc năm; --05-27 là ngày mà nguồn không in năm."
    for column in (UNKNOWN, ROW):
        yield f"Cột {column.name}: {column.description}"
    yield from ("", "ĐỪNG ĐỌC SAI")
    for each in MISREADINGS:
        yield f"- {each.wrong} {each.because} {each.instead}"
