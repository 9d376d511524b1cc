"""What to know before reading the tables: whose data they are, what a row is, how they are misread."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.model.kinds import KINDS
from catalogue.views.words.context import Context
from catalogue.views.words.misreadings import GRAINS, MISREADINGS
from catalogue.views.words.provenance import provenance

TITLES = {
    "title": "Danh mục",
    "notice": "Lưu ý",
    "licence": "Giấy phép",
    "licence_address": "Địa chỉ giấy phép",
    "address": "Trang",
    "revision": "Bản dữ liệu",
    "revised": "Ngày dữ liệu",
    "citation": "Trích dẫn",
    "bibtex": "BibTeX",
}
COLUMNS = "Bảng columns nói từng cột là gì; cột unknown nêu những cột để trống vì nguồn không nói tới."
DRAFTS = "Dòng có is_draft = 1 chưa xác minh, không tính vào số đếm, số cộng nào."
SUMS = (
    "Chỉ cộng từ amounts_to_add (từng số), hoặc lấy sẵn ở sums_by_year: đã bỏ bản nháp, số đã nằm trong số "
    "khác, số của nhiều năm. Mỗi đơn vị tính (unit) một tổng; inexact là trong đó bao nhiêu số chỉ gần đúng."
)
LEFT_OUT = (
    "Nêu tổng thì nêu cả số không cộng: ở sums_by_year, not_added là số chương trình không cộng, why_not là "
    "vì sao. Dòng không có total là không số nào cộng được, không phải 0; dòng không có unit đếm chương "
    "trình chưa có số. Từng lý do ở sums_by_reason; value ở dòng có not_added chỉ để biết cỡ, không cộng vào "
    "total."
)
OF_BODIES = (
    "amounts_by_organization có mỗi số ở mọi đơn vị chủ trì (role là lead) và tổ chức (organizers): lọc một "
    "đơn vị rồi mới cộng những dòng adds = 1, mỗi chương trình một lần; không cộng qua nhiều đơn vị. Số mà "
    "kế hoạch của đơn vị nêu chung (như cả năm bao nhiêu lớp) ở bảng figures, kind là plan; không cộng hai "
    "thứ với nhau."
)
SEARCH = (
    "SELECT r.title, r.page FROM search JOIN records r ON r.turn = search.rowid "
    "WHERE search MATCH 'chuyen vien chinh' ORDER BY rank"
)
"""How the database is searched."""
SPELLED = "gõ có dấu hay không dấu, viết đ hay d đều được"
HOW_SQLITE_IS_READ = (
    f"Trong tệp SQLite, bảng read_first nói cách đọc, cách cộng. Tìm chữ ({SPELLED}) bằng câu lệnh:"
)
"""What a page says of the database, before the search."""
JOINS = (
    "Cột mang tên một loại (program, organization…) chứa mã trong bảng của loại ấy; kind và record cùng nhau "
    "là một dòng của records."
)
OF_TABLES = {
    "Cột": COLUMNS,
    "Bản nháp": DRAFTS,
    "Cộng số lớp, số người học": SUMS,
    "Số không cộng": LEFT_OUT,
    "Số của một đơn vị": OF_BODIES,
    "Tìm, có dấu hay không dấu": f"{SEARCH}; {SPELLED}.",
    "Nối bảng": JOINS,
}
"""How the tables are read."""


def first_words(context: Context) -> Iterator[tuple[str, str]]:
    """What each line is about, and its words."""
    for key, value in provenance(context).items():
        yield TITLES[key], value or "Chưa có thông tin"
    yield from OF_TABLES.items()
    for code, words in GRAINS.items():
        yield KINDS[code].label, words
    for each in MISREADINGS:
        yield "Đừng đọc sai", f"{each.wrong} {each.because} {each.instead}"
