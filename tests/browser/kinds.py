"""The kinds of pages that the site has, and how a page of each is found among the built files."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from catalogue.views.words.history import EARLIER, UNKNOWN


class Kind(NamedTuple):
    """A kind of page. A page is of it whose file lies there and whose HTML these regular expressions fit."""

    name: str
    files: str
    near_title: str = ""
    """What it holds near its title."""
    holds: str = ""
    lacks: str = r"\Z(?!)"
    of_history: bool = False
    """Whether it needs commits that a shallow clone lacks: there the page that says so stands for it."""


CLASSES = "<caption>Các lớp của chương trình</caption>"
KINDS = (
    Kind("home", "index.html"),
    Kind("search", "tra-cuu/index.html"),
    Kind("eligibility", "tim-lop/index.html"),
    Kind("my list", "danh-sach-cua-toi/index.html"),
    Kind("programmes that name no group", "danh-sach/chuong-trinh/khong-ghi-doi-tuong/index.html"),
    Kind("programme with classes", "chuong-trinh/*/index.html", holds=CLASSES),
    Kind("programme without classes", "chuong-trinh/*/index.html", lacks=CLASSES),
    Kind("programme with a class of an unknown year", "chuong-trinh/*/index.html", holds="không rõ năm"),
    Kind("planned programme", "chuong-trinh/*/index.html", near_title='data-phase="planned"'),
    Kind(
        "programme that was carried out", "chuong-trinh/*/index.html", near_title='state" data-phase="past"'
    ),
    Kind("proposed programme", "chuong-trinh/*/index.html", near_title='data-phase="proposed"'),
    Kind("programme that may be part of another", "chuong-trinh/*/index.html", near_title="Có thể thuộc <a"),
    Kind("topic set", "chuyen-de/*/index.html", holds="<dt>Danh sách gồm</dt>"),
    Kind("draft topic", "chuyen-de/*/index.html", near_title="notice--draft"),
    Kind("draft topic with a hint", "chuyen-de/*/index.html", "notice--draft", "<dt>Lĩnh vực gợi ý</dt>"),
    Kind("group", "doi-tuong/*/index.html"),
    Kind("organization", "don-vi/*/index.html", near_title=r"\A(?:(?!notice--ended).)*\Z"),
    Kind("organization that ended", "don-vi/*/index.html", near_title="notice--ended"),
    Kind("organization that ended with a successor", "don-vi/*/index.html", "Đơn vị tiếp nhận: <a"),
    Kind("organization with a desk", "don-vi/*/index.html", holds="data-duties"),
    Kind("collective", "don-vi/*/index.html", holds="<dd>Nhóm đơn vị</dd>"),
    Kind("plan with programmes", "ke-hoach/*/index.html", holds='class="bars"'),
    Kind("plan with parts", "ke-hoach/*/index.html", holds='<tr class="part">'),
    Kind("plan without programmes", "ke-hoach/*/index.html", holds="Chưa có thông tin về chương trình của"),
    Kind("annex for paper", "ke-hoach/*/in/index.html"),
    Kind("document", "van-ban/*/index.html"),
    Kind("document in preparation", "van-ban/*/index.html", near_title="tag--planned"),
    Kind("source", "nguon/*/index.html"),
    Kind("report with parts", "so-lieu/*/index.html", holds='<tr class="part">'),
    Kind("report with a reference sum", "so-lieu/*/index.html", holds=">Phép cộng tham khảo</h2>"),
    Kind("numbers of one time", "danh-sach/so-lieu/*/*/index.html"),
    Kind("programmes", "chuong-trinh/index.html"),
    Kind("topics", "chuyen-de/index.html"),
    Kind("groups", "doi-tuong/index.html"),
    Kind("organizations", "don-vi/index.html"),
    Kind("plans", "ke-hoach/index.html"),
    Kind("documents", "van-ban/index.html"),
    Kind("sources", "nguon/index.html"),
    Kind("years", "nam/index.html"),
    Kind("year", "nam/*/index.html"),
    Kind("year without a plan", "nam/*/index.html", holds="chưa có kế hoạch nào của riêng năm"),
    Kind("blocks", "khoi/index.html"),
    Kind("block", "khoi/*/index.html"),
    Kind("statistics", "so-lieu/index.html"),
    Kind("confirmation", "xac-minh/index.html"),
    Kind("calendar", "lich/index.html"),
    Kind("month", "lich/[0-9]*-*/index.html"),
    Kind("subscribing to a calendar", "lich/dang-ky/index.html"),
    Kind("coverage", "do-phu/index.html"),
    Kind("coverage of a year", "do-phu/*/index.html"),
    Kind("overlaps", "trung-lap/index.html"),
    Kind("programmes that could not be compared", "trung-lap/*/index.html"),
    Kind("reconciliation", "doi-chieu/index.html"),
    Kind("checks of one verdict", "doi-chieu/*/index.html"),
    Kind("changes", "thay-doi/index.html"),
    Kind("later page of changes", "thay-doi/[0-9]*/index.html", of_history=True),
    Kind("changes that concern a body", "thay-doi/don-vi/*/index.html", of_history=True),
    Kind("changes that concern a group", "thay-doi/doi-tuong/*/index.html", of_history=True),
    Kind("changes that concern a plan", "thay-doi/ke-hoach/*/index.html", of_history=True),
    Kind("how one follows changes", "thay-doi/theo-doi/index.html"),
    Kind("data", "du-lieu/index.html"),
    Kind("faults", "loi/index.html"),
    Kind("fault", "loi/*/index.html"),
    Kind("about", "gioi-thieu/index.html"),
    Kind("guide", "huong-dan/index.html"),
    Kind("guide for editors", "huong-dan/*/index.html"),
    Kind("page for lost addresses", "404.html"),
)
EMBEDDED = Kind("list that other sites embed", "don-vi/*/nhung/index.html")
"""Pages without a frame, which `test_embed` looks at inside another site."""
NAMED = {kind.name: kind for kind in KINDS}


CHANGES, UNKNOWN_HISTORY = "thay-doi/", (EARLIER, UNKNOWN)
"""The page of changes, and what it may say in a shallow clone."""


def read(site: Path, address: str) -> str:
    """The page at an address, as HTML."""
    return (site / address / "index.html").read_text(encoding="utf-8")


def address_of(site: Path, name: str) -> str:
    """The address of the largest page of a kind: the one with most on it that can go wrong."""
    found = pages_of(site, NAMED[name])
    if NAMED[name].of_history and not found and any(map(read(site, CHANGES).__contains__, UNKNOWN_HISTORY)):
        return CHANGES
    if not found:
        pytest.fail(f"the site has no page of the kind «{name}»", pytrace=False)
    return found[0]


@cache
def pages_of(site: Path, kind: Kind) -> tuple[str, ...]:
    """The addresses of the pages of a kind, the largest first."""
    texts = [(path, path.read_text(encoding="utf-8")) for path in site.glob(kind.files)]
    matching = [(path, html) for path, html in texts if is_of(kind, html)]
    ordered = sorted(matching, key=lambda each: (-len(each[1]), each[0]))
    return tuple(path.relative_to(site).as_posix().removesuffix("index.html") for path, _ in ordered)


def is_of(kind: Kind, html: str) -> bool:
    """Whether a page is of a kind, if its file lies where such pages lie."""
    near_title = html.partition("<h1")[2].partition('<div class="layout"')[0]
    return bool(
        re.search(kind.near_title, near_title, re.DOTALL)
        and re.search(kind.holds, html)
        and not re.search(kind.lacks, html)
    )
