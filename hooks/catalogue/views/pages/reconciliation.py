"""Every declared number beside its parts: how many agree, what disagrees, and the rest by its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from catalogue.findings.checks import Check, Verdict
from catalogue.findings.reconciliation import reconciled, verdicts
from catalogue.model.sections import SECTIONS
from catalogue.page import LedContent, Output, Page, page
from catalogue.views.words.checks import (
    CHECKS_SHOWN,
    PARTS_TOLD,
    SECTION,
    CheckRowsContent,
    check_words,
    parts_list,
    under_headings,
)
from catalogue.views.words.context import Context
from catalogue.views.words.lists import Beginning, LongList, anchor, beginning, list_pages
from catalogue.views.words.phrases import Phrases
from catalogue.views.words.trails import HOME, trail_below

TITLE = SECTIONS[SECTION].title
LEAD = (
    "Mỗi số mà nguồn nêu cho cả một kế hoạch, chương trình, danh sách, bản số liệu hay lớp được đặt cạnh "
    "tổng các phần của nó, nếu có. «Không đối chiếu được» không phải là khớp."
)
UNCHECKED = (
    "Không đối chiếu: mục giữ chỗ, chưa xác minh; chỉ tiêu của lớp chưa ghi phân bổ và chưa ghi số người "
    "học; số của đối tượng và của từng dòng chi tiết khi nguồn không chia số ấy ra phần."
)
MEANINGS = (
    "Lệch: đã có đủ các phần mà cộng lại khác số nguồn nêu, hoặc các phần đã nhiều hơn số ấy. Chưa đủ: còn "
    "thiếu phần hoặc thiếu số của phần, hoặc có phần chỉ nêu mức ít nhất, nhiều nhất, nên chưa biết có khớp "
    "hay không; không phải là chưa đạt chỉ tiêu. "
    "Không có phần nào: không phần nào nêu số ấy."
)
ONE_PART = (
    "Khớp, chỉ có một phần: số của cả mục bằng số của phần duy nhất, tức là một số được nêu ở hai chỗ; "
    "chưa phải nhiều phần cộng lại bằng tổng."
)
NONE_DISAGREES = "Không có số nào lệch."


class CheckList(NamedTuple):
    """The checks of one verdict and reason: title, anchor, beginning, and whether it is folded away."""

    title: str
    anchor: str
    list: Beginning
    folded: bool


@dataclass(frozen=True)
class ReconciliationContent(LedContent):
    """What fills the template: each verdict with its number, which add up to the total, and the lists."""

    template = "reconciliation"
    counts: list[tuple[str, int]]
    total: int
    notes: list[str]
    lists: list[CheckList]


def reconciliation_pages(context: Context) -> Iterator[Output]:
    """The page of all verdicts, those of their long lists, and of the parts of what disagrees in many."""
    checks = reconciled(context.catalogue)
    lists = list(verdict_lists(context.phrases, checks))
    counts = [(verdict.label, count) for verdict, count in verdicts(checks).items()]
    yield Output(f"{SECTION}/", partial(reconciliation_page, counts, lists), indexed=True)
    for _, long in lists:
        yield from list_pages(long) if len(long.items) > CHECKS_SHOWN else ()
    for check in checks:
        if check.verdict is Verdict.DISAGREES and len(check.parts) > PARTS_TOLD:
            yield from list_pages(parts_list(context.phrases, check))


def verdict_lists(phrases: Phrases, checks: Sequence[Check]) -> Iterator[tuple[Verdict, LongList]]:
    """The checks of each verdict, and of each reason why nothing can be compared."""
    for verdict, title, alike in under_headings(checks):
        address = f"{SECTION}/{anchor(title)}/"
        yield verdict, LongList(address, SECTION, title, trail_below(SECTION), alike, partial(drawn, phrases))


def drawn(phrases: Phrases, checks: Sequence[Check]) -> Markup:
    """Some checks as a list."""
    return CheckRowsContent([check_words(phrases, check) for check in checks]).html()


def reconciliation_page(counts: list[tuple[str, int]], lists: Sequence[tuple[Verdict, LongList]]) -> Page:
    """How many checks came to each verdict, then what disagrees, then the rest folded away."""
    told = [
        CheckList(
            long.title, anchor(long.title), beginning(long, CHECKS_SHOWN), verdict is not Verdict.DISAGREES
        )
        for verdict, long in lists
    ]
    total = sum(count for _, count in counts)
    agrees = [NONE_DISAGREES] if all(each.folded for each in told) else []
    notes = [*agrees, MEANINGS, ONE_PART, UNCHECKED]
    content = ReconciliationContent(TITLE, [HOME], LEAD, counts, total, notes, told)
    return page(f"{SECTION}/", TITLE, LEAD, SECTION, content)
