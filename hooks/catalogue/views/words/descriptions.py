"""What a record is about, for programs that ask for a description: its summary, else its facts in a sentence.

Search engines want one of every course, and of every dataset one of 50 to 5000 characters
(developers.google.com/search/docs/appearance/structured-data: course, dataset).
"""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Report
from catalogue.model.spans import Period
from catalogue.page import text_of
from catalogue.views.words.context import Context
from catalogue.views.words.entries import years_named

LEAST_OF_DATASET, MOST = 50, 5000


def description_of(context: Context, record: Record) -> str:
    """The description of a record; empty where it has no summary and nobody asks for one."""
    summary = record.summary or ""
    if isinstance(record, Program):
        return summary or course_sentence(context, record)
    if isinstance(record, Report) and len(summary) < LEAST_OF_DATASET:
        settings = context.catalogue.settings
        more = f"{dataset_sentence(context, record)} Trong danh mục «{settings.name}»: {settings.description}"
        return f"{summary} {more}".strip()[:MOST]
    return summary


def course_sentence(context: Context, program: Program) -> str:
    """What a programme is, for whom, led by whom, when; as far as it is stated and no draft."""
    kinds = ", ".join(category.label.lower() for category in program.categories)
    opening = f"Chương trình {kinds}".strip()
    return f"{opening}: {program.title}{''.join(particulars(context, program))}."


def particulars(context: Context, program: Program) -> Iterator[str]:
    """What is stated of a programme, as parts of a sentence."""
    if groups := titles(context, "group", [each.group for each in program.groups]):
        yield f"; dành cho {groups}"
    if lead := titles(context, "organization", [program.lead] if program.lead else []):
        yield f"; {lead} chủ trì"
    elif organizers := titles(context, "organization", program.organizers):
        yield f"; {organizers} tổ chức"
    if program.period:
        yield from timed(context, program.period)
    elif years := years_named(context.catalogue.years(program)):
        yield f"; {years.lower()}"


def dataset_sentence(context: Context, report: Report) -> str:
    """What a report is about, whose numbers, of which time, what is counted, and by what."""
    return f"Số liệu: {report.title}{''.join(contents(context, report))}."


def contents(context: Context, report: Report) -> Iterator[str]:
    """What is stated of a report, as parts of a sentence."""
    if report.subject:
        yield f"; về {report.subject}"
    if body := titles(context, "organization", [report.organization] if report.organization else []):
        yield f"; của {body}"
    if group := titles(context, "group", [report.group] if report.group else []):
        yield f"; về đối tượng {group}"
    if report.period:
        yield from timed(context, report.period)
    if figures := context.phrases.figures(each for each in report.declared if not each.computed_from):
        yield f"; nguồn nêu {figures}"
    if rows := ", ".join(row.title for row in report.rows if row.title):
        yield f"; chi tiết: {rows}"


def timed(context: Context, period: Period) -> Iterator[str]:
    """When something is, as a part of a sentence; nothing where that is inferred, or its year not known."""
    known = all(date.year for date in (period.start, period.end) if date)
    words = text_of(context.phrases.dates(period.start, period.end))
    if words and known and not period.inferred:
        yield f"; thời gian {words}"


def titles(context: Context, kind: str, ids: list[str] | tuple[str, ...]) -> str:
    """The titles of some records, drafts left out."""
    records = [context.catalogue.of(kind)[id] for id in ids]
    return ", ".join(record.title for record in records if not record.is_draft)
