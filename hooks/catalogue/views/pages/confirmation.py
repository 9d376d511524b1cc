"""How far the data is confirmed, by programmes and by figures, and the programmes of each level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from catalogue.language.vocabulary import Confirmation, labels
from catalogue.model.confirmation import confirmation_of
from catalogue.model.sections import SECTIONS
from catalogue.page import LedContent, Output, Page, page
from catalogue.views.words.context import Context
from catalogue.views.words.headings import grouped
from catalogue.views.words.lists import PAGE_LENGTH, Beginning, LongList, anchor, beginning, list_pages
from catalogue.views.words.shares import Share, figure_shares, shares
from catalogue.views.words.trails import HOME, trail_below

SECTION = "xac-minh"
TITLE = SECTIONS[SECTION].title
LEAD = (
    "Mỗi mục cho biết đã đối chiếu với văn bản, mới theo nguồn nào (cơ quan nhà nước, báo chí, trang khác, "
    "bản chép lại), hay chưa xác minh; có nhiều nguồn thì tính theo nguồn tốt nhất."
)


@dataclass(frozen=True)
class ConfirmationContent(LedContent):
    """What fills the template; of each list of programmes its title, its anchor and its beginning."""

    template = "confirmation"
    by_programs: list[Share]
    by_figures: list[Share]
    by_records: list[Share]
    lists: list[tuple[str, str, Beginning]]


def confirmation_pages(context: Context) -> Iterator[Output]:
    """The page of the levels, and those of their long lists."""
    lists = [*level_lists(context)]
    yield Output(f"{SECTION}/", partial(confirmation_page, context, lists), indexed=True)
    for long in lists:
        yield from list_pages(long) if len(long.items) > PAGE_LENGTH else ()


def level_lists(context: Context) -> Iterator[LongList]:
    """The programmes of each level of confirmation."""
    headed = grouped(
        context.catalogue,
        context.catalogue.programs.values(),
        lambda program: [confirmation_of(context.catalogue, program).label],
        labels(Confirmation),
    )
    for each in headed:
        address, title = f"{SECTION}/{anchor(each.heading)}/", f"Chương trình: {each.heading.lower()}"
        yield LongList(address, SECTION, title, trail_below(SECTION), each.records, context.entries.listed)


def confirmation_page(context: Context, lists: list[LongList]) -> Page:
    """The shares of the levels, and the beginning of each list."""
    content = ConfirmationContent(
        TITLE,
        [HOME],
        LEAD,
        by_programs=shares(context.catalogue, context.catalogue.programs.values()),
        by_figures=figure_shares(context.catalogue),
        by_records=shares(context.catalogue, context.catalogue),
        lists=[(long.title, anchor(long.title), beginning(long)) for long in lists],
    )
    return page(f"{SECTION}/", TITLE, LEAD, SECTION, content)
