"""«Danh sách của tôi»: the page of the programmes and classes that a reader keeps. Which they are only the reader's device knows, so the browser fills it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from catalogue.load import Catalogue
from catalogue.model.kinds import KINDS
from catalogue.page import ROOT, Output, Page, Site, page, template
from catalogue.views.pages import eligibility, search_page
from catalogue.views.pages.browse import HOME
from catalogue.views.pages.overview import ways
from catalogue.views.words.phrases import Phrases

SECTION = "danh-sach-cua-toi"
TITLE = "Danh sách của tôi"
LEAD = "Chương trình, lớp đã đánh dấu để xem lại, so sánh, in hoặc gửi cho đồng nghiệp."
FACTS = ("Thời gian", "Hạn gửi danh sách", "Đối tượng", "Đơn vị chủ trì", "Địa điểm", "Tình trạng")
"""What the list tells of each item, by the labels that the page of a programme has for it."""


def my_list_page(phrases: Phrases, site: Site) -> Iterator[Output]:
    """The page of the list."""
    yield Output(f"{SECTION}/", partial(made, phrases.catalogue), indexed=True)


def made(catalogue: Catalogue) -> Page:
    """The page as it is before a script has read what is kept, with the ways to what can be kept."""
    body = template("my-list")(
        title=TITLE,
        lead=LEAD,
        trail=[HOME],
        address=f"{ROOT}{SECTION}/",
        facts=FACTS,
        programs=f"{ROOT}{KINDS['program'].section}/",
        ways=[
            ("Tra cứu", search_page.ADDRESS, "Tìm theo tên, đối tượng, đơn vị, thời gian"),
            (
                eligibility.TITLE,
                f"{eligibility.SECTION}/",
                "Trả lời vài câu để thấy chương trình hợp với mình",
            ),
            *ways(catalogue),
        ],
    )
    return page(f"{SECTION}/", TITLE, LEAD, SECTION, body)
