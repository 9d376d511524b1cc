"""All views: the files that readers take along, the pages, and what is made of the bytes of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from catalogue.changes.history import History
from catalogue.changes.recorded import RecordedCommit, RecordEdit
from catalogue.model.collection import Catalogue
from catalogue.page import Closing, Output, Publication
from catalogue.parallel import no_collecting
from catalogue.views.exports.archive import archive_file
from catalogue.views.exports.atom import feed_files
from catalogue.views.exports.calendars import calendar_files
from catalogue.views.exports.csv_tables import csv_files
from catalogue.views.exports.data import data_files
from catalogue.views.exports.data_package import data_package_file
from catalogue.views.exports.dcat import dcat_file
from catalogue.views.exports.json_lines import json_lines_files
from catalogue.views.exports.kept import kept_files
from catalogue.views.exports.openapi import openapi_files
from catalogue.views.exports.plan_csv import plan_csv_files
from catalogue.views.exports.renamed import renamed_files
from catalogue.views.exports.search_data import search_files
from catalogue.views.exports.spreadsheets import workbook_files
from catalogue.views.exports.sqlite import sqlite_file
from catalogue.views.exports.top import top_files
from catalogue.views.exports.whole import whole_file
from catalogue.views.pages.browse import browse_pages
from catalogue.views.pages.choices import block_pages
from catalogue.views.pages.confirmation import confirmation_pages
from catalogue.views.pages.coverage import coverage_pages
from catalogue.views.pages.eligibility import eligibility_pages
from catalogue.views.pages.embed import embed_files
from catalogue.views.pages.faults import fault_pages
from catalogue.views.pages.following import following_page
from catalogue.views.pages.history import history_pages
from catalogue.views.pages.home import home_page
from catalogue.views.pages.my_list import my_list_page
from catalogue.views.pages.open_data import open_data_page
from catalogue.views.pages.overlaps import overlap_pages
from catalogue.views.pages.reconciliation import reconciliation_pages
from catalogue.views.pages.record import record_pages
from catalogue.views.pages.redirects import moved_pages, redirect_files
from catalogue.views.pages.schedule import schedule_pages
from catalogue.views.pages.search_page import search_page
from catalogue.views.pages.statistics import statistics_pages
from catalogue.views.pages.subscribing import subscribing_page
from catalogue.views.pages.years import year_pages
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import downloads_of

View = Callable[[Context], Iterator[Output]]
ClosingView = Callable[[Context], Iterator[Closing]]

DOWNLOADS: tuple[View, ...] = (
    workbook_files,
    plan_csv_files,
    csv_files,
    sqlite_file,
    json_lines_files,
    calendar_files,
    feed_files,
    top_files,
    openapi_files,
    data_files,
)
"""The files that readers take along, in the order in which a page names its own."""

CLOSING: tuple[ClosingView, ...] = (
    whole_file,
    data_package_file,
    archive_file,
    dcat_file,
    open_data_page,
)
"""What is made of the bytes of these files; each may read those before it."""

VIEWS: tuple[View, ...] = (
    home_page,
    statistics_pages,
    confirmation_pages,
    reconciliation_pages,
    coverage_pages,
    overlap_pages,
    schedule_pages,
    subscribing_page,
    history_pages,
    following_page,
    search_page,
    browse_pages,
    year_pages,
    block_pages,
    record_pages,
    fault_pages,
    redirect_files,
    embed_files,
    eligibility_pages,
    my_list_page,
)

FETCHED: tuple[View, ...] = (search_files,)
"""What only the site's own scripts fetch, from folders named by what is in them."""

OF_A_BUILD = "assets/"
"""Below this all is named by what is in it: no such address lasts."""
INDEX = "index.html"


class Edition(NamedTuple):
    """Everything of a site that is made from data; `closing` is made of the bytes of `files`.

    `files` are those that readers take along, `pages` all else, with what scripts read.
    """

    context: Context
    files: list[Output]
    pages: list[Output]
    closing: tuple[Closing, ...]

    @property
    def outputs(self) -> list[Output]:
        """All but what closes it."""
        return [*self.files, *self.pages]

    @property
    def listed(self) -> list[str]:
        """The addresses that search engines may list."""
        closing = (each.address for each in self.closing if each.indexed)
        return [*(each.address for each in self.pages if each.indexed), *closing]


@no_collecting()
def edition_of(context: Context) -> Edition:
    """All outputs of a context, which learns which files its pages name.

    There is one context for files and pages, so that what both need is worked out once.
    """
    return with_pages(edition_of_files(context))


def pages_of(context: Context) -> Iterator[Output]:
    """All pages, and what leads to those that stood elsewhere."""
    pages: list[Output] = []
    for view in VIEWS:
        for output in view(context):
            pages.append(output)
            yield output
    yield from moved_pages(context, pages)


def addresses_of(catalogue: Catalogue) -> frozenset[str]:
    """Every address of a site that others may keep, those of the classes on their pages among them.

    No page and no file is made. What depends on a history is there as soon as a record has one.
    """
    came = tuple(RecordEdit((each.kind, each.id), "", each.id, "", each.path) for each in catalogue)
    history = History((RecordedCommit("", "", "", "", came),))
    context = Context(catalogue, Publication(catalogue.settings.place), history)
    files = edition_of_files(context)
    outputs = [*files.files, *pages_of(files.context)]
    lasting = [each.address for each in outputs if each.lasts and not each.address.startswith(OF_A_BUILD)]
    closing = [each.address for each in files.closing]
    pages = (f"/{each.removesuffix(INDEX)}" for each in (*lasting, *closing))
    return frozenset((*pages, *classes_of(catalogue)))


def classes_of(catalogue: Catalogue) -> Iterator[str]:
    """The addresses of all classes, also behind those that now lead to their programmes."""
    places: dict[str, list[str]] = defaultdict(list)
    for old, page in catalogue.redirects.items():
        places[page].append(old)
    for program in catalogue.programs.values():
        page = f"/{catalogue.address(program)}"
        for place in (page, *places[page]):
            yield from (f"{place}#{each.id}" for each in program.classes)


@no_collecting()
def edition_of_files(context: Context) -> Edition:
    """An edition without its pages: the files that readers take along, and what closes it.

    The context learns of these files.
    """
    files = list(page_by_page(output for view in DOWNLOADS for output in view(context)))
    closing = tuple(output for view in CLOSING for output in view(context))
    context.downloads.update(downloads_of((*files, *closing)))
    files += renamed_files(context.catalogue, files)
    return Edition(context, [*files, *kept_files(context, files)], [], closing)


@no_collecting()
def with_pages(files: Edition) -> Edition:
    """An edition that has its files, with its pages."""
    fetched = (output for view in FETCHED for output in view(files.context))
    return files._replace(pages=[*pages_of(files.context), *fetched])


def page_by_page(files: Iterable[Output]) -> Iterator[Output]:
    """Files with those of one page one after the other: what they share is then worked out once."""
    found: dict[str, list[Output]] = defaultdict(list)
    for each in files:
        found[each.download.page if each.download else ""].append(each)
    for of_page in found.values():
        yield from of_page
