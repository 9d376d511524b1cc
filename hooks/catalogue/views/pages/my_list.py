"""«Danh sách của tôi»: the programmes and classes that a reader keeps.

Which they are only the reader's device knows, so the browser fills the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from catalogue.model.collection import Catalogue
from catalogue.model.kinds import KINDS
from catalogue.model.sections import SECTIONS
from catalogue.page import ROOT, LedContent, Output, Page, page
from catalogue.views.words.context import Context
from catalogue.views.words.trails import HOME
from catalogue.views.words.ways import Way, ways

SECTION = "danh-sach-cua-toi"
TITLE = SECTIONS[SECTION].title
LEAD = "Chương trình, lớp đã đánh dấu để xem lại, so sánh, in hoặc gửi cho đồng nghiệp."
FACTS = ("Thời gian", "Hạn gửi danh sách", "Đối tượng", "Đơn vị chủ trì", "Địa điểm", "Tình trạng")
"""What the list tells of each item, by the labels that the page of a programme has for it."""
WAYS = (
    Way(SECTIONS["tra-cuu"].title, "tra-cuu/", "Tìm theo tên, đối tượng, đơn vị, thời gian"),
    Way(SECTIONS["tim-lop"].title, "tim-lop/", "Trả lời vài câu để thấy chương trình hợp với mình"),
)
"""The ways to what can be kept that come before those of every page."""


@dataclass(frozen=True)
class MyListContent(LedContent):
    """What fills the template of the list."""

    template = "my-list"
    address: str
    facts: tuple[str, ...]
    programs: str
    ways: list[Way]


def my_list_page(context: Context) -> Iterator[Output]:
    """The page of the list."""
    yield Output(f"{SECTION}/", partial(empty_list, context.catalogue), indexed=True)


def empty_list(catalogue: Catalogue) -> Page:
    """The page before a script has read what is kept, with the ways to what can be kept."""
    content = MyListContent(
        TITLE,
        [HOME],
        LEAD,
        address=f"{ROOT}{SECTION}/",
        facts=FACTS,
        programs=f"{ROOT}{KINDS['program'].section}/",
        ways=[*WAYS, *ways(catalogue)],
    )
    return page(f"{SECTION}/", TITLE, LEAD, SECTION, content)
