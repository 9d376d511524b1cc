"""The page that searches everything: its form and filters, which the browser fills, and the ways in that need no script."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from catalogue.load import Catalogue
from catalogue.page import Output, Page, Site, page, template
from catalogue.views.pages.browse import HOME
from catalogue.views.pages.overview import ways
from catalogue.views.words.phrases import Phrases

ADDRESS = "tra-cuu/"
TITLE = "Tra cứu"
DESCRIPTION = "Tìm chương trình, lớp, chuyên đề, đối tượng, đơn vị, kế hoạch và văn bản trong danh mục; gõ có dấu hay không dấu đều được."

FIRST_FACETS = (
    ("group", "Đối tượng"),
    ("lead", "Đơn vị chủ trì"),
    ("year", "Năm"),
    ("state", "Tình trạng lớp"),
)
OTHER_FACETS = (
    ("block", "Khối"),
    ("category", "Loại"),
    ("content", "Nội dung"),
    ("field", "Lĩnh vực"),
    ("month", "Tháng khai giảng"),
    ("mode", "Hình thức học"),
    ("abroad", "Trong hay ngoài nước"),
    ("verification", "Mức độ xác minh"),
    ("kind", "Loại trang"),
)
GUIDE = "huong-dan/tra-cuu/"
"""Where the guide to search stands, on a site that has the pages written by hand."""
SORTS = (
    ("relevance", "Phù hợp nhất"),
    ("start", "Khai giảng"),
    ("deadline", "Hạn gửi danh sách"),
    ("title", "Tên"),
)


def search_page(phrases: Phrases, site: Site) -> Iterator[Output]:
    """The page of search."""
    yield Output(
        ADDRESS,
        partial(made, phrases.catalogue, guided=any(each.address == GUIDE for each in site.written)),
        indexed=True,
    )


def made(catalogue: Catalogue, *, guided: bool) -> Page:
    """The page: what of it depends on the query is drawn by docs/assets/javascripts/search/page/page.js."""
    body = template("search")(
        title=TITLE,
        trail=[HOME],
        first_facets=FIRST_FACETS,
        other_facets=OTHER_FACETS,
        sorts=SORTS,
        ways=[
            *ways(catalogue),
            ("Theo năm", "nam/", "Mỗi năm có những chương trình, kế hoạch nào"),
            ("Theo khối", "khoi/", "Khối Đảng, đoàn thể, chính quyền"),
        ],
        site=catalogue.settings,
        guide=GUIDE if guided else "",
    )
    return page(ADDRESS, TITLE, DESCRIPTION, ADDRESS.rstrip("/"), body)
