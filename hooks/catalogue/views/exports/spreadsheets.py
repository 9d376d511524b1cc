"""The workbooks that readers take along: of the whole catalogue, of each plan, each year, each body."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from catalogue.findings.by_year import records_by_year
from catalogue.findings.plans import programs_of
from catalogue.model.kinds import KINDS
from catalogue.page import Download, File, Output
from catalogue.views.exports.common_sheets import remark_of
from catalogue.views.exports.plan_workbook import plan_sheets
from catalogue.views.exports.sheets import Sheet
from catalogue.views.exports.unit_workbook import unit_sheets, work_of
from catalogue.views.exports.whole_workbook import whole_sheets
from catalogue.views.exports.year_workbook import year_sheets
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import DATA_PAGE, MEDIA_TYPES, beside

ENDING, FORM = "xlsx", "Excel"
MEDIA_TYPE = MEDIA_TYPES["xlsx"]

WHOLE = f"{DATA_PAGE}danh-muc.{ENDING}"


def workbook_files(context: Context) -> Iterator[Output]:
    """The workbooks of the whole, of plans, years and bodies; who has no programme has none."""
    yield whole_workbook(context)
    yield from plan_workbooks(context)
    yield from year_workbooks(context)
    yield from unit_workbooks(context)


def whole_workbook(context: Context) -> Output:
    """The workbook of the whole catalogue."""
    total = sum(len(context.catalogue.of(kind)) for kind in KINDS)
    offered = Download("Toàn bộ danh mục", FORM, DATA_PAGE, total, "mục")
    title, sheets = context.catalogue.settings.name, partial(whole_sheets, context)
    return Output(WHOLE, partial(workbook, context, WHOLE, title, sheets), download=offered)


def plan_workbooks(context: Context) -> Iterator[Output]:
    """A workbook for each plan that has a programme."""
    for plan in context.catalogue.plans.values():
        if many := len(programs_of(context.catalogue, plan)):
            page = context.catalogue.address(plan)
            title = "Bảng chương trình của kế hoạch, nguồn và đối chiếu"
            offered = Download(title, FORM, page, many, "chương trình")
            yield workbook_output(context, offered, plan.title, partial(plan_sheets, context, plan))


def year_workbooks(context: Context) -> Iterator[Output]:
    """A workbook for each year that has a programme."""
    for each in context.catalogue.once(records_by_year).values():
        if many := len(each.programs):
            page = f"nam/{each.year}/"
            offered = Download("Kế hoạch và kết quả của năm", FORM, page, many, "chương trình")
            title = f"Năm {each.year}: kế hoạch và đã thực hiện"
            yield workbook_output(context, offered, title, partial(year_sheets, context, each))


def unit_workbooks(context: Context) -> Iterator[Output]:
    """A workbook for each body that has something to do with a programme."""
    for body in context.catalogue.organizations.values():
        if many := work_of(context.catalogue, body).programs:
            page = context.catalogue.address(body)
            offered = Download("Việc và chương trình của đơn vị", FORM, page, many, "chương trình")
            yield workbook_output(context, offered, body.title, partial(unit_sheets, context, body))


def workbook_output(
    context: Context, offered: Download, title: str, sheets: Callable[[], Iterable[Sheet]]
) -> Output:
    """A workbook beside its page."""
    address = beside(offered.page, ENDING)
    return Output(address, partial(workbook, context, address, title, sheets), download=offered)


def workbook(context: Context, address: str, title: str, sheets: Callable[[], Iterable[Sheet]]) -> File:
    """A workbook with its sheets."""
    from catalogue.views.exports.workbooks import (  # noqa: PLC0415 - slow to import
        Properties,
        workbook_bytes,
    )

    author, day = context.catalogue.settings.name, context.publication.revised
    properties = Properties(title, author, remark_of(context), day)
    return File(address, workbook_bytes(properties, sheets()), MEDIA_TYPE)
