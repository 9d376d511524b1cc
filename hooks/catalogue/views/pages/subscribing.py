"""«Đăng ký lịch»: how one subscribes to a calendar, how long it takes to see a change, how to read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from catalogue.changes.moves import is_whole
from catalogue.findings.calendars import occasions
from catalogue.model.sections import SECTIONS
from catalogue.page import ROOT, LedContent, Output, Page, Phrase, Piece, page
from catalogue.views.exports.calendars import ENDING, GUIDE, LEFT_OUT, MANY, SCHEDULE, WITHOUT_SEQUENCE
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import beside
from catalogue.views.words.phrases import joined
from catalogue.views.words.trails import HOME, section_link

SECTION = "lich"
TITLE = "Đăng ký lịch"
LEAD = (
    "Đưa lớp khai giảng và hạn gửi danh sách vào lịch trên điện thoại, máy tính; "
    "đăng ký một lần, lịch tự cập nhật khi danh mục thay đổi."
)
PREVIEW = (
    "Trang này chưa có địa chỉ chính thức, nên mã của các mục trong lịch còn đổi: "
    "có thể xem thử, chưa nên đăng ký."
)
WITH_CALENDARS = ("don-vi", "doi-tuong", "chuyen-de", "chuong-trinh", "nam")
"""The sections whose pages have calendars of their own."""


class CalendarProgram(NamedTuple):
    """A program with calendars: what to do in it, how late it is, whether it rings before a deadline."""

    name: str
    steps: tuple[str, ...]
    delay: str
    alarm: str


PROGRAMS = (
    CalendarProgram(
        "iPhone, iPad",
        (
            "Mở ứng dụng Lịch, bấm «Lịch» ở cạnh dưới, rồi «Thêm lịch».",
            "Chọn «Thêm lịch đăng ký».",
            "Dán liên kết vào ô địa chỉ, bấm «Đăng ký», rồi «Thêm».",
        ),
        "Vài giờ đến một ngày, tùy mục «Tìm nạp dữ liệu mới» trong Cài đặt.",
        "Có, nếu khi đăng ký không chọn «Xóa cảnh báo».",
    ),
    CalendarProgram(
        "Lịch Google, điện thoại Android",
        (
            "Trên máy tính, mở calendar.google.com: ứng dụng trên điện thoại không có mục này.",
            "Ở cột trái, cạnh «Lịch khác», bấm dấu +, chọn «Từ URL».",
            "Dán liên kết, bấm «Thêm lịch». Điện thoại dùng cùng tài khoản sẽ hiện lịch ấy sau ít phút.",
        ),
        "Thường 12 đến 24 giờ, có khi lâu hơn; không có nút bắt cập nhật ngay.",
        "Không: Google bỏ lời nhắc của lịch đăng ký. Tự đặt thông báo trong phần cài đặt của lịch ấy.",
    ),
    CalendarProgram(
        "Outlook",
        (
            "Mở Outlook trên web, vào Lịch, bấm «Thêm lịch».",
            "Chọn «Đăng ký từ web».",
            "Dán liên kết, đặt tên, bấm «Nhập».",
        ),
        "Từ vài giờ đến hơn một ngày.",
        "Tùy phiên bản; nên tự đặt.",
    ),
)


@dataclass(frozen=True)
class SubscribingContent(LedContent):
    """What fills the template: where the calendar of the whole is, which pages have others, what to do.

    `at_once` is its address for programs that subscribe at a click; empty where nobody knows where it stands.
    """

    template = "subscribing"
    total: int
    many: int
    file: str
    place: str
    at_once: str
    phrase_of_pages: Phrase
    programs: tuple[CalendarProgram, ...]
    left_out: str
    uncounted: str
    preview: str


def subscribing_page(context: Context) -> Iterator[Output]:
    """The page that each calendar leads to."""
    yield Output(GUIDE.address, partial(subscribing, context), indexed=True)


def subscribing(context: Context) -> Page:
    """How one subscribes."""
    file = beside(SCHEDULE, ENDING)
    links: list[Phrase] = [
        (Piece(SECTIONS[each].title.lower(), f"{ROOT}{each}/"),) for each in WITH_CALENDARS
    ]
    content = SubscribingContent(
        TITLE,
        [HOME, section_link(SECTION)],
        LEAD,
        len(context.catalogue.once(occasions)),
        MANY,
        file,
        context.publication.address + file,
        at_once(context.publication.address, file),
        (*joined(links[:-1]), Piece(" hay "), *links[-1]),
        PROGRAMS,
        LEFT_OUT,
        "" if is_whole(context.history) else WITHOUT_SEQUENCE,
        "" if context.catalogue.settings.id_domain else PREVIEW,
    )
    return page(GUIDE.address, TITLE, LEAD, SECTION, content)


def at_once(place: str, file: str) -> str:
    """The address of a calendar that phones and computers hand to their calendar at a click."""
    return f"webcal:{place.partition(':')[2]}{file}" if place else ""
