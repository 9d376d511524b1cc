"""The pages that search finds although no record stands behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from catalogue.model.sections import SECTIONS
from catalogue.page import WrittenPage


class SearchedPage(NamedTuple):
    """A page that is found although no record stands behind it: its address, title, other names and words."""

    address: str
    title: str
    names: tuple[str, ...]
    words: str


ASKED_FOR: Mapping[str, tuple[str, ...]] = {
    "tim-lop": (
        "tìm lớp",
        "có lớp nào cho tôi",
        "khóa học dành cho tôi",
        "tôi cần học lớp nào",
        "tôi được đi học lớp nào",
        "tôi muốn đi học",
        "tôi nên học lớp gì",
        "tôi phải học lớp nào",
        "lớp nào phù hợp với tôi",
        "ai được cử đi học",
    ),
    "lich": (
        "lịch khai giảng",
        "bao giờ khai giảng",
        "sắp khai giảng",
        "còn nhận danh sách",
        "còn hạn đăng ký",
        "lớp nào sắp mở",
        "lớp đang học",
    ),
    "danh-sach-cua-toi": ("lớp tôi đã chọn", "lớp đã đánh dấu"),
    "xac-minh": ("số liệu có chính xác không", "đã kiểm chứng chưa", "độ tin cậy"),
    "trung-lap": ("lớp nào trùng nhau", "chương trình trùng lặp", "lớp trùng ngày", "mở trùng"),
    "doi-chieu": ("số liệu có khớp không", "cộng lại có bằng tổng không", "số nào lệch"),
    "thay-doi": ("mới cập nhật gì", "lịch sử thay đổi", "điều chỉnh, đính chính"),
    "du-lieu": ("tải dữ liệu", "tải về máy", "xuất ra Excel", "CSV", "JSON", "API"),
    "gioi-thieu": ("báo sai sót", "liên hệ", "góp ý", "sửa thông tin sai"),
    "huong-dan": (
        "đăng ký học",
        "cách đăng ký",
        "cách tìm lớp",
        "hạn nộp hồ sơ",
        "hồ sơ cần nộp",
        "hạn gửi danh sách",
    ),
    "huong-dan/tra-cuu": ("cách tra cứu", "cách gõ", "tải kết quả ra Excel", "xuất danh sách"),
    "huong-dan/cap-nhat": ("thêm lớp mới", "sửa dữ liệu", "đưa chương trình lên danh mục"),
}
"""What people ask for when they mean a page, by its address."""


def searched_pages(written: Iterable[WrittenPage]) -> Iterator[SearchedPage]:
    """The pages that are written by hand, then the sections that are made from the data."""
    for page in written:
        path = page.address.strip("/")
        yield SearchedPage(page.address, page.title, ASKED_FOR.get(path, ()), page.words)
    known = {page.address.strip("/") for page in written}
    for section in SECTIONS.values():
        if section.path in ASKED_FOR and section.path not in known:
            yield SearchedPage(f"{section.path}/", section.title, ASKED_FOR[section.path], "")
