"""Files that were published and would have nothing in them now: they stay where they are and say so.

A body loses its last class, a plan its programmes: whoever subscribed to the calendar or links to the
workbook must not meet an address that leads nowhere. No page names them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from catalogue.findings.by_year import records_by_year
from catalogue.model.kinds import KINDS
from catalogue.page import File, Output
from catalogue.views.exports.calendars import ENDING as CALENDAR
from catalogue.views.exports.calendars import Calendars
from catalogue.views.exports.common_sheets import about_sheet
from catalogue.views.exports.csv_tables import MEDIA_TYPE
from catalogue.views.exports.plan_csv import PLAN_COLUMNS
from catalogue.views.exports.renamed import renamed
from catalogue.views.exports.spreadsheets import ENDING as WORKBOOK
from catalogue.views.exports.spreadsheets import workbook
from catalogue.views.words.context import Context
from catalogue.views.words.csv_text import csv_content
from catalogue.views.words.downloads import beside

NOTHING = "Hiện danh mục không có chương trình, lớp nào để đưa vào tệp này."
"""What a workbook says in which there is nothing."""
TABLE = "csv"
PLANS = f"/{KINDS['plan'].section}/"
"""Where the pages of plans stand."""
Make = Callable[[Context, str, str, str], File]
"""Makes a file without content, of its address, its page and whose it is."""


def kept_files(context: Context, made: Iterable[Output]) -> Iterator[Output]:
    """The files that stand nowhere among those made, though they were published beside a page that stands."""
    there = {*context.catalogue.redirects, *(f"/{output.address}" for output in made)}
    published = ((each, make_of(each)) for each in context.catalogue.published_addresses)
    absent = {address: make for address, make in published if make and address not in there}
    pages = holders(context) if absent else {}
    for address, make in absent.items():
        page = f"{address[1:].rpartition('/')[0]}/"
        if page in pages and address == f"/{beside(page, ending_of(address))}":
            yield Output(address[1:], partial(make, context, address[1:], page, pages[page]))


def holders(context: Context) -> Mapping[str, str]:
    """What those are called that have files of their own, by the addresses of their pages, old ones too."""
    catalogue = context.catalogue
    years = {f"nam/{year}/": f"năm {year}" for year in catalogue.once(records_by_year)}
    old = {f"{KINDS[record.kind].section}/{id}/": record for id, record in renamed(catalogue)}
    records = {**{catalogue.address(record): record for record in catalogue}, **old}
    return {**years, **{page: catalogue.name(record) for page, record in records.items()}}


def make_of(address: str) -> Make | None:
    """How a file without content is made, if an address is that of such a file: plans alone have a table."""
    ending = ending_of(address)
    return EMPTY.get(ending) if ending != TABLE or address.startswith(PLANS) else None


def ending_of(address: str) -> str:
    """The ending of a file's name."""
    return address.rpartition(".")[2]


def empty_calendar(context: Context, address: str, _: str, name: str) -> File:
    """A calendar in which nothing happens."""
    return Calendars.of(context).file(address, name, ())


def empty_workbook(context: Context, address: str, page: str, name: str) -> File:
    """A workbook that says what it is of, and that there is nothing."""
    return workbook(context, address, name, lambda: [about_sheet(context, name, page, [NOTHING])])


def empty_table(_: Context, address: str, __: str, ___: str) -> File:
    """The table of a plan that has its head alone."""
    return File(address, csv_content(PLAN_COLUMNS, ()), MEDIA_TYPE)


EMPTY: Mapping[str, Make] = {CALENDAR: empty_calendar, WORKBOOK: empty_workbook, TABLE: empty_table}
"""How files without content are made, by their endings. A feed ends with its record alone."""
