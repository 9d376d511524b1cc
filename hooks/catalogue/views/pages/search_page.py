"""The page of search: its form and filters, which the browser fills, and the ways in that need no script.

What depends on the query is drawn by docs/assets/javascripts/search/page/page.js.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from catalogue.model.sections import SECTIONS
from catalogue.model.settings import SiteSettings
from catalogue.page import Output, Page, PageContent, page
from catalogue.views.words.context import Context
from catalogue.views.words.figures import AMOUNTS
from catalogue.views.words.trails import HOME
from catalogue.views.words.ways import Way, ways

SECTION = "tra-cuu"
ADDRESS = f"{SECTION}/"
TITLE = SECTIONS[SECTION].title
DESCRIPTION = (
    "Tìm chương trình, lớp, chuyên đề, đối tượng, đơn vị, kế hoạch và văn bản trong danh mục; "
    "gõ có dấu hay không dấu đều được."
)
Named = tuple[tuple[str, str], ...]
"""Codes, each with its name."""

FIRST_FACETS = (
    ("group", "Đối tượng"),
    ("lead", "Đơn vị chủ trì"),
    ("year", "Năm"),
    ("state", "Tình trạng lớp"),
)
OTHER_FACETS = (
    ("allocated", "Đơn vị được phân bổ"),
    ("block", "Khối"),
    ("category", "Loại"),
    ("content", "Nội dung"),
    ("field", "Lĩnh vực"),
    ("month", "Khai giảng"),
    ("mode", "Hình thức học"),
    ("abroad", "Nơi học"),
    ("verification", "Mức độ xác minh"),
    ("kind", "Loại trang"),
)
MORE_WAYS = (
    Way("Theo năm", "nam/", "Mỗi năm có những chương trình, kế hoạch nào"),
    Way("Theo khối", "khoi/", "Khối Đảng, đoàn thể, chính quyền"),
)
GUIDE = "huong-dan/tra-cuu/"
"""Where the guide to search stands, on a site that has the pages written by hand."""
SORTS = (
    ("relevance", "Phù hợp nhất"),
    ("start", "Khai giảng"),
    ("deadline", "Hạn gửi danh sách"),
    ("title", "Tên"),
)


@dataclass(frozen=True)
class SearchContent(PageContent):
    """What fills the template: filters and orders by code and name, the ways in, the guide's address."""

    template = "search"
    first_facets: Named
    other_facets: Named
    sorts: Named
    ways: list[Way]
    settings: SiteSettings
    guide: str
    usual: str
    said_once: str
    amounts: str


def search_page(context: Context) -> Iterator[Output]:
    """The page of search."""
    guided = any(each.address == GUIDE for each in context.publication.written)
    yield Output(ADDRESS, partial(empty_search, context, GUIDE if guided else ""), indexed=True)


def empty_search(context: Context, guide: str) -> Page:
    """The page before a script draws what depends on the query."""
    catalogue, entries = context.catalogue, context.entries
    content = SearchContent(
        TITLE,
        [HOME],
        first_facets=FIRST_FACETS,
        other_facets=OTHER_FACETS,
        sorts=SORTS,
        ways=[*ways(catalogue), *MORE_WAYS],
        settings=catalogue.settings,
        guide=guide,
        usual=entries.usual or "",
        said_once=entries.said_once,
        amounts=json.dumps(list(AMOUNTS), ensure_ascii=False),
    )
    # One step from the home page; its description for machines would be the last straw of the page's weight.
    return replace(page(ADDRESS, TITLE, DESCRIPTION, SECTION, content), trail=())
