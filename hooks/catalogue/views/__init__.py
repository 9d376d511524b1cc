"""The views: pure functions from a catalogue to pages and files. Same data, same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from catalogue.load import Catalogue
from catalogue.render import File, Output, Page, Site
from catalogue.views.browse import browse_pages
from catalogue.views.data import data_files
from catalogue.views.eligibility import eligibility_pages
from catalogue.views.entries import make_lines
from catalogue.views.faults import fault_pages
from catalogue.views.my_list import my_list_page
from catalogue.views.overview import overview_pages
from catalogue.views.phrases import Phrases
from catalogue.views.record import record_pages
from catalogue.views.redirects import redirect_files
from catalogue.views.search_data import search_files
from catalogue.views.search_page import search_page

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
