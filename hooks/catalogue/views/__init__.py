"""The views: pure functions from a catalogue to pages and files. Same data, same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from catalogue.load import Catalogue
from catalogue.page import File, Output, Page, Site
from catalogue.views.exports.data import data_files
from catalogue.views.exports.search_data import search_files
from catalogue.views.pages.browse import browse_pages
from catalogue.views.pages.eligibility import eligibility_pages
from catalogue.views.pages.faults import fault_pages
from catalogue.views.pages.my_list import my_list_page
from catalogue.views.pages.overview import overview_pages
from catalogue.views.pages.record import record_pages
from catalogue.views.pages.redirects import redirect_files
from catalogue.views.pages.search_page import search_page
from catalogue.views.words.entries import make_lines
from catalogue.views.words.phrases import Phrases

View = Callable[[Phrases, Site], Iterator[Output]]

VIEWS: tuple[View, ...] = (
    overview_pages,
    search_page,
    browse_pages,
    record_pages,
    fault_pages,
    data_files,
    search_files,
    redirect_files,
    eligibility_pages,
    my_list_page,
)


def outputs(catalogue: Catalogue, site: Site, *, whole: bool = False) -> list[Output]:
    """Everything of the site that is made from data, none of it made yet. Who will make the `whole` of it gets what all pages share made first."""
    phrases = Phrases(catalogue)
    if whole:
        make_lines(phrases)
    return [output for view in VIEWS for output in view(phrases, site)]


def publish(catalogue: Catalogue, site: Site) -> Iterator[Page | File]:
    """Every page and file of the site that is made from data."""
    return (output.make() for output in outputs(catalogue, site))
