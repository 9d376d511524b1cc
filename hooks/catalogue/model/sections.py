"""The sections of the site: where their pages stand and what they are called.

A new one is a line here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Section(NamedTuple):
    """One section: the first part of its pages' addresses (`ke-hoach`; the home page's is empty), its name.

    Those with a tab are linked to above every page, the others below it, both in the order of the table.
    """

    path: str
    title: str
    has_tab: bool = True


SECTIONS: Mapping[str, Section] = {
    section.path: section
    for section in (
        Section("", "Trang chủ"),
        Section("tra-cuu", "Tra cứu"),
        Section("chuong-trinh", "Chương trình"),
        Section("chuyen-de", "Chuyên đề"),
        Section("doi-tuong", "Đối tượng"),
        Section("don-vi", "Đơn vị"),
        Section("ke-hoach", "Kế hoạch"),
        Section("so-lieu", "Số liệu"),
        Section("huong-dan", "Hướng dẫn"),
        Section("danh-sach-cua-toi", "Danh sách của tôi"),
        Section("tim-lop", "Tôi được cử học lớp nào?", has_tab=False),
        Section("khoi", "Khối", has_tab=False),
        Section("nam", "Năm", has_tab=False),
        Section("van-ban", "Văn bản", has_tab=False),
        Section("nguon", "Nguồn", has_tab=False),
        Section("xac-minh", "Mức độ xác minh", has_tab=False),
        Section("du-lieu", "Dữ liệu mở", has_tab=False),
        Section("loi", "Các lỗi dữ liệu", has_tab=False),
        Section("gioi-thieu", "Giới thiệu", has_tab=False),
    )
}
"""Every section by its path."""
