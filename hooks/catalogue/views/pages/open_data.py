"""«Dữ liệu mở»: what programs can read, at which address, under which licence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from catalogue.model.kinds import KINDS, Kind
from catalogue.model.sections import SECTIONS
from catalogue.model.settings import SiteSettings
from catalogue.page import Closing, LedContent, Page, Published, page
from catalogue.views.exports.data import API_VERSION, index_address
from catalogue.views.words.context import Context
from catalogue.views.words.trails import HOME

SECTION = "du-lieu"
TITLE = SECTIONS[SECTION].title
LEAD = "Toàn bộ dữ liệu để tải về và dùng lại, tại địa chỉ không đổi."


@dataclass(frozen=True)
class OpenDataContent(LedContent):
    """What fills the template: of each kind how many records it has and where its index stands."""

    template = "open-data"
    kinds: list[tuple[Kind, int, str]]
    settings: SiteSettings
    revision: str
    version: int


def open_data_page(context: Context) -> Iterator[Closing]:
    """The page that tells of the files, once they are there."""
    yield Closing(f"{SECTION}/", partial(open_data, context), indexed=True)


def open_data(context: Context, published: Published) -> Page:
    catalogue = context.catalogue
    content = OpenDataContent(
        TITLE,
        [HOME],
        LEAD,
        kinds=[(kind, len(catalogue.of(kind.code)), index_address(kind)) for kind in KINDS.values()],
        settings=catalogue.settings,
        revision=context.publication.revision,
        version=API_VERSION,
    )
    return page(f"{SECTION}/", TITLE, LEAD, SECTION, content.html())
