"""What a plan's page shows besides its facts: its largest programmes, its annex, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from catalogue.findings.checks import StatedNumber
from catalogue.findings.plans import programs_of
from catalogue.language.quantities import quantity
from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import Measure, Progress, SourceCategory
from catalogue.model.collection import Catalogue
from catalogue.model.parts import Figure
from catalogue.model.program import Program
from catalogue.model.records import Plan, TopicSet
from catalogue.page import Phrase, Piece
from catalogue.views.words.annex import LastAnnex, annex_list
from catalogue.views.words.chart_sources import sources_in_words
from catalogue.views.words.lists import Beginning, beginning
from catalogue.views.words.phrases import Phrases

PICTURED, LONGEST = 8, 80
"""Bars of a picture, of which more tell nothing; the longest in per cent, since a full line reads as done."""


class Bar(NamedTuple):
    """A programme as a bar: its numbers in words, and how long it is, in per cent of the line."""

    link: Piece
    said: str
    share: float


class Picture(NamedTuple):
    """The largest programmes of a plan as bars, what these measure in words, where the numbers come from."""

    bars: Sequence[Bar] = ()
    measured: str = ""
    sources: Phrase = ()


class PlanTables(NamedTuple):
    """The annex of a plan or its beginning, its largest programmes as a picture, what is missing in words."""

    table: Beginning
    picture: Picture
    missing: list[str]


def plan_tables(phrases: Phrases, plan: Plan) -> PlanTables:
    """The programmes of a plan."""
    return PlanTables(
        beginning(annex_list(phrases, plan)),
        pictured(phrases, plan),
        missing(phrases.catalogue, plan),
    )


def pictured(phrases: Phrases, plan: Plan, most: int = PICTURED) -> Picture:
    """The largest programmes of a plan as bars of one unit, the largest first; parts of others have none.

    Measured are people as planned, else as they came, in the unit that most have.
    """
    programs = programs_of(phrases.catalogue, plan)
    counted = phrases.catalogue.once(LastAnnex).of(phrases, plan).counted
    column = next((each for each in counted if each.measure is not Measure.CLASSES), None)
    if column is None:
        return Picture()
    ids = {program.id for program in programs}
    found = [(column.answers[each.id], each) for each in programs if each.part_of not in ids]
    sized = [(row, program) for row, program in found if isinstance(row, StatedNumber) and row.value]
    largest = sorted(sized, key=lambda each: -each[0].value)[:most]
    if not largest:
        return Picture()
    bars = [
        Bar(
            phrases.link(program),
            quantity(row.value, row.label, row.bound),
            round(float(LONGEST * row.value / largest[0][0].value), 1),
        )
        for row, program in largest
    ]
    state = "đã thực hiện" if column.state is Progress.DONE else "theo kế hoạch"
    sources = sources_in_words(phrases, ((program, figure_of(program, row)) for row, program in largest))
    return Picture(bars, f"số {column.label} {state}", sources)


def figure_of(program: Program, row: StatedNumber) -> Figure:
    """The figure that states the number of a programme."""
    return program.figures[int(row.spot.place[1])]


def missing(catalogue: Catalogue, plan: Plan) -> list[str]:
    """What the data does not have of a plan, in sentences."""
    programs = programs_of(catalogue, plan)
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
