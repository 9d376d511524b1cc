"""The programmes of a plan as a table and as a picture, and what is missing of it, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from catalogue.language.vietnamese import collation_key, number
from catalogue.language.vocabulary import PEOPLE, Measure, PartsAdd, Progress, SourceCategory
from catalogue.load import Catalogue
from catalogue.model.kinds import KINDS
from catalogue.model.program import Program
from catalogue.model.records import Plan, TopicSet
from catalogue.page import ROOT, Output, Phrase, Piece, TemplateContent
from catalogue.views.words.columns import unknown_columns
from catalogue.views.words.figures import copied, progress, whole_figures
from catalogue.views.words.lists import PAGE_LENGTH, Beginning, LongList, beginning, list_pages
from catalogue.views.words.phrases import Phrases, figure_words, joined
from catalogue.views.words.trails import trail_below


class PlanRow(NamedTuple):
    """A programme as a row of its plan's table; `level` is 1 where it is part of the row above."""

    number: str
    link: Piece
    groups: Phrase
    lead: Phrase
    classes: str
    people: str
    share: float
    level: int
    remark: str


class PlanTables(NamedTuple):
    """The table of a plan or its beginning, its largest rows as a picture, what is missing in sentences."""

    table: Beginning
    pictured: list[PlanRow]
    missing: list[str]


@dataclass(frozen=True)
class PlanRowsContent(TemplateContent):
    """What fills the template of the table."""

    template = "plan_rows"
    rows: Sequence[PlanRow]
    unknown: Mapping[str, str]


COLUMNS = {
    "groups": "đối tượng",
    "lead": "đơn vị chủ trì, tổ chức",
    "classes": "số lớp",
    "people": "chỉ tiêu",
}
"""The columns of the table of which it may be that nothing is known."""
PICTURED = 25
"""Bars of a picture: more of them tell nothing."""


def plan_tables(phrases: Phrases, plan: Plan) -> PlanTables:
    """The programmes of a plan, parts below their wholes, in the plan's own order."""
    catalogue = phrases.catalogue
    programs, rows = programs_of(catalogue, plan), plan_rows(phrases, plan)
    return PlanTables(
        beginning(plan_list(catalogue, plan, rows)),
        pictured(rows),
        list(missing(catalogue, plan, programs)),
    )


def pictured(rows: list[PlanRow]) -> list[PlanRow]:
    """The rows that have people, the largest where there are too many, in their order."""
    with_people = [each for each in rows if each.share]
    smallest = sorted((each.share for each in with_people), reverse=True)[:PICTURED][-1:]
    return [each for each in with_people if each.share >= smallest[0]][:PICTURED]


def plan_lists(phrases: Phrases, plan: Plan) -> Iterator[Output]:
    """The pages of all programmes of a plan that has more of them than its own page shows."""
    if len(programs_of(phrases.catalogue, plan)) > PAGE_LENGTH:
        yield from list_pages(plan_list(phrases.catalogue, plan, plan_rows(phrases, plan)))


def plan_list(catalogue: Catalogue, plan: Plan, rows: list[PlanRow]) -> LongList:
    """The rows of a plan as a list that may be long."""
    address, section = catalogue.address(plan), KINDS[plan.kind].section
    trail = [*trail_below(section), Piece(catalogue.name(plan), ROOT + address)]
    title = f"{catalogue.name(plan)}: chương trình"
    draw = partial(table, unknown_columns(rows, COLUMNS))
    return LongList(f"{address}chuong-trinh/", section, title, trail, rows, draw)


def table(unknown: Mapping[str, str], rows: Sequence[PlanRow]) -> Markup:
    """Rows of a plan as a table, without the columns of which no row of the plan says anything."""
    return PlanRowsContent(rows, unknown).html()


def programs_of(catalogue: Catalogue, plan: Plan) -> list[Program]:
    """The programmes of a plan, drafts left out."""
    return [
        program
        for program in catalogue.referring("plan", plan.id, "plan")
        if isinstance(program, Program) and not program.is_draft
    ]


def plan_rows(phrases: Phrases, plan: Plan) -> list[PlanRow]:
    """The programmes of a plan as rows, parts below their wholes."""
    ordered = in_order(programs_of(phrases.catalogue, plan))
    largest = max((people_value(program) for program, _ in ordered), default=0) or 1
    return [row(phrases, program, level, people_value(program) / largest) for program, level in ordered]


def in_order(programs: list[Program]) -> list[tuple[Program, int]]:
    """Programmes by their number in the plan and their size, each followed by its parts and their level.

    They must come in the order of their titles.
    """
    ids = {program.id for program in programs}
    children: dict[str, list[Program]] = {}
    for program in sorted(
        programs, key=lambda program: (collation_key(program.line or "~"), -people_value(program))
    ):
        children.setdefault(program.part_of if program.part_of in ids and program.part_of else "", []).append(
            program
        )
    ordered: list[tuple[Program, int]] = []
    stack = [(program, 0) for program in reversed(children.get("", []))]
    while stack:
        program, level = stack.pop()
        ordered.append((program, level))
        stack += [(child, level + 1) for child in reversed(children.get(program.id, []))]
    return ordered


def people_value(program: Program) -> float:
    """How many people or attendances a programme states, for pictures only."""
    return next((float(figure.value) for figure in whole_figures(program) if figure.measure in PEOPLE), 0)


def row(phrases: Phrases, program: Program, level: int, share: float) -> PlanRow:
    """One programme as a row of the plan's table."""
    lead = (*([program.lead] if program.lead else []), *program.organizers)
    return PlanRow(
        number=program.line or "",
        link=phrases.link(program),
        groups=joined([(phrases.named("group", each.group),) for each in program.groups], "; "),
        lead=joined([(phrases.named("organization", id),) for id in lead], "; "),
        classes=count(phrases, program, {Measure.CLASSES}),
        people=count(phrases, program, PEOPLE),
        share=round(100 * share, 1),
        level=level,
        remark=". ".join(each for each in (remark(program), copy_remark(phrases, program)) if each),
    )


def count(phrases: Phrases, program: Program, measures: AbstractSet[Measure]) -> str:
    """What a programme states first of some measures; what is done, and not planned, says so."""
    figure = next((each for each in whole_figures(program) if each.measure in measures), None)
    if figure is None:
        return ""
    return figure_words(figure) + (" (đã thực hiện)" if progress(program, figure) is Progress.DONE else "")


def copy_remark(phrases: Phrases, program: Program) -> str:
    """That the numbers of a row rest on copies alone."""
    return next((words for each in whole_figures(program) if (words := copied(phrases, program, each))), "")


def remark(program: Program) -> str:
    """What must be said of a row before its numbers are used."""
    if program.parts_add is PartsAdd.UNSTATED:
        return "Nguồn không nói các phần có cộng lại bằng tổng hay không."
    if program.parts_add is PartsAdd.NO:
        return "Nguồn chỉ nêu một phần của tổng số này."
    if program.parts_add is PartsAdd.OVERLAP:
        return f"{PartsAdd.OVERLAP.label}; không cộng."
    return "Có thể nằm trong dòng khác; không cộng." if program.perhaps_part_of else ""


def missing(catalogue: Catalogue, plan: Plan, programs: list[Program]) -> list[str]:
    """What the data does not have of a plan, in sentences."""
    found = [] if has_text(catalogue, plan) or plan.complete else ["Chưa có toàn văn kế hoạch."]
    coverage = {
        True: [],
        False: ["Nguồn chỉ nêu một phần của kế hoạch."],
        None: ["Chưa rõ các mục dưới đây đã đủ kế hoạch hay chưa."],
    }
    found += coverage[plan.complete]
    without = [program for program in programs if not program.figures]
    if without:
        found.append(f"{number(len(without))} trong {number(len(programs))} mục chưa có chỉ tiêu.")
    sets = [
        each
        for each in catalogue.referring("plan", plan.id, "plan")
        if isinstance(each, TopicSet) and each.count
    ]
    undisclosed = [
        each for each in sets if not (each.programs or each.items or named_topics(catalogue, each.id))
    ]
    found += [
        f"{each.title}: nguồn nêu {each.count} {each.of.label}, chưa công bố tên." for each in undisclosed
    ]
    return found


def has_text(catalogue: Catalogue, plan: Plan) -> bool:
    """Whether the whole text of a plan can be read: where its document stands, or in one of its sources."""
    document = catalogue.documents.get(plan.document or "")
    sources = [catalogue.sources[each.source] for each in plan.sources if each.source]
    texts = [each for each in sources if each.category is SourceCategory.DOCUMENT_TEXT]
    return bool(texts or (document and document.address))


def named_topics(catalogue: Catalogue, set_id: str) -> int:
    """How many topics of a set have names: drafts have none."""
    return sum(1 for topic in catalogue.referring("topic_set", set_id, "set") if not topic.is_draft)
