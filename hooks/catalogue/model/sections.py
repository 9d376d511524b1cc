"""The sections of the site: where their pages stand and what they are called.

A new one is a line here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Row = Literal["tabs", "foot", "editors"]


class Section(NamedTuple):
    """One section: the first part of its pages' addresses (`ke-hoach`; the home page's is empty), its name.

    Every page links to it in one of three rows: the tabs above, the foot, and there a row for editors alone;
    each in the order of the table.
    """

    path: str
    title: str
    row: Row = "tabs"


SECTIONS: Mapping[str, Section] = {
    section.path: section
    for section in (
        Section("", "Trang chủ"),
        Section("tra-cuu", "Tra cứu"),
        Section("tim-lop", "Tôi được cử học lớp nào?"),
        Section("chuong-trinh", "Chương trình"),
        Section("chuyen-de", "Chuyên đề"),
        Section("doi-tuong", "Đối tượng"),
        Section("don-vi", "Đơn vị"),
        Section("ke-hoach", "Kế hoạch"),
        Section("so-lieu", "Số liệu"),
        Section("huong-dan", "Hướng dẫn"),
        Section("danh-sach-cua-toi", "Danh sách của tôi"),
        Section("lich", "Lịch", "foot"),
        Section("khoi", "Khối", "foot"),
        Section("nam", "Năm", "foot"),
        Section("van-ban", "Văn bản", "foot"),
        Section("nguon", "Nguồn", "foot"),
        Section("xac-minh", "Mức độ xác minh", "foot"),
        Section("do-phu", "Nhóm nào đã có lớp", "foot"),
        Section("trung-lap", "Có thể trùng, cần rà soát", "foot"),
        Section("doi-chieu", "Đối chiếu số liệu", "foot"),
        Section("thay-doi", "Thay đổi", "foot"),
        Section("du-lieu", "Dữ liệu mở", "foot"),
        Section("gioi-thieu", "Giới thiệu", "foot"),
        Section("loi", "Lỗi khi cập nhật và cách sửa", "editors"),
    )
}
"""Every section by its path."""
FIRST_PAGES = tuple(f"/{path}/" if path else "/" for path in SECTIONS)
"""The addresses of the first page of every section."""
