"""The views: pure functions, which make the same bytes of the same context."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from catalogue.page import Output
from catalogue.views.exports.data import data_files
from catalogue.views.exports.renamed import renamed_files
from catalogue.views.exports.search_data import search_files
from catalogue.views.pages.browse import browse_pages
from catalogue.views.pages.choices import block_pages
from catalogue.views.pages.confirmation import confirmation_pages
from catalogue.views.pages.coverage import coverage_pages
from catalogue.views.pages.eligibility import eligibility_pages
from catalogue.views.pages.faults import fault_pages
from catalogue.views.pages.history import history_pages
from catalogue.views.pages.home import home_page
from catalogue.views.pages.my_list import my_list_page
from catalogue.views.pages.open_data import open_data_page
from catalogue.views.pages.overlaps import overlap_pages
from catalogue.views.pages.reconciliation import reconciliation_pages
from catalogue.views.pages.record import record_pages
from catalogue.views.pages.redirects import redirect_files
from catalogue.views.pages.schedule import schedule_pages
from catalogue.views.pages.search_page import search_page
from catalogue.views.pages.statistics import statistics_pages
from catalogue.views.pages.years import year_pages
from catalogue.views.words.context import Context

View = Callable[[Context], Iterator[Output]]

VIEWS: tuple[View, ...] = (
    home_page,
    statistics_pages,
    confirmation_pages,
    reconciliation_pages,
    coverage_pages,
    overlap_pages,
    schedule_pages,
    history_pages,
    search_page,
    browse_pages,
    year_pages,
    block_pages,
    record_pages,
    fault_pages,
    open_data_page,
    data_files,
    renamed_files,
    search_files,
    redirect_files,
    eligibility_pages,
    my_list_page,
)


def outputs(context: Context) -> list[Output]:
    """Everything of the site that is made from data, none of it made yet."""
    return [output for view in VIEWS for output in view(context)]
