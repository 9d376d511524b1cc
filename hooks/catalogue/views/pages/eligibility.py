"""«Tôi được cử học lớp nào?»: the page that asks who the reader is, and whose answers the browser judges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from catalogue.language.vocabulary import Block, Level, Rank, Service, Vocabulary
from catalogue.model.collection import Catalogue
from catalogue.model.kinds import KINDS
from catalogue.model.records import Group
from catalogue.model.sections import SECTIONS
from catalogue.page import ROOT, LedContent, Output, Page, page
from catalogue.views.exports.eligibility_data import eligibility_files, parts_of
from catalogue.views.exports.eligibility_groups import term_code
from catalogue.views.pages.search_page import FIRST_FACETS, OTHER_FACETS, SORTS, Named
from catalogue.views.words.context import Context
from catalogue.views.words.lists import LongList, drafts_last, list_pages
from catalogue.views.words.trails import HOME, trail_below

SECTION = "tim-lop"
TITLE = SECTIONS[SECTION].title
LEAD = (
    "Trả lời những câu biết chắc, để trống câu chưa rõ: "
    "danh mục so với đối tượng mà nguồn của từng chương trình nêu. "
    "Việc cử đi học do cơ quan, đơn vị quyết định."
)

OF_PLANNED = ("planned_position", "term")
"""The questions for those alone who are in the planning."""
NARROWING = tuple(
    (code, name) for code, name in (*FIRST_FACETS, *OTHER_FACETS) if code not in {"group", "block", "kind"}
)
"""What results can be narrowed by: as in search, but for what the answers say already."""


class Form(StrEnum):
    """How a question is answered."""

    OPTIONS = "options"
    LIST = "list"
    WORDS = "words"


class Question(NamedTuple):
    """One question of the form: its words, how it is answered, the answers to choose from, codes with labels.

    Where words are typed, the browser offers what groups name.
    """

    title: str
    form: Form
    choices: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class EligibilityContent(LedContent):
    """What fills the template: the questions by the names of their answers, and what is not judged."""

    template = "eligibility"
    ask: dict[str, Question]
    of_planned: dict[str, Question]
    sorts: Named
    facets: Named
    data: str
    silent: LongList


def eligibility_pages(context: Context) -> Iterator[Output]:
    """The page of questions, what it judges by, and the list of the programmes that it cannot judge."""
    silent, parts = silent_programs(context), parts_of(context.catalogue)
    make_page = partial(eligibility_page, context.catalogue, silent, parts.folder)
    yield Output(f"{SECTION}/", make_page, indexed=True)
    yield from eligibility_files(context.catalogue, parts)
    yield from list_pages(silent)


def silent_programs(context: Context) -> LongList:
    """The programmes whose sources name no learners, as a list on pages of its own."""
    programs = [program for program in context.catalogue.programs.values() if not program.groups]
    return LongList(
        "danh-sach/chuong-trinh/khong-ghi-doi-tuong/",
        KINDS["program"].section,
        "Chương trình không ghi đối tượng",
        trail_below(SECTION),
        drafts_last(context.catalogue.sorted(programs)),
        context.entries.listed,
    )


def eligibility_page(catalogue: Catalogue, silent: LongList, data: str) -> Page:
    """The form, and what leads on without a script."""
    ask = questions(catalogue.groups.values())
    content = EligibilityContent(
        TITLE,
        [HOME],
        LEAD,
        ask={name: question for name, question in ask.items() if name not in OF_PLANNED},
        of_planned={name: question for name, question in ask.items() if name in OF_PLANNED},
        sorts=SORTS,
        facets=NARROWING,
        data=ROOT + data,
        silent=silent,
    )
    return page(f"{SECTION}/", TITLE, LEAD, SECTION, content)


def questions(groups: Iterable[Group]) -> dict[str, Question]:
    """The questions by the names of their answers, those alone that any group gives an answer to."""
    every = list(groups)
    named = {
        "job": any(group.job for group in every),
        "position": any(group.positions and not group.planned for group in every),
        "planned_position": any(group.positions and group.planned for group in every),
    }
    asked = {
        "service": Question("Tôi là", Form.OPTIONS, codes_of(every, "service", Service)),
        "level": Question("Cấp nơi đang công tác", Form.OPTIONS, codes_of(every, "level", Level)),
        "block": Question("Khối", Form.OPTIONS, codes_of(every, "blocks", Block)),
        "rank": Question("Ngạch", Form.LIST, codes_of(every, "rank", Rank)),
        "job": Question("Vị trí việc làm", Form.WORDS),
        "position": Question("Chức danh đang giữ", Form.WORDS),
        "planned": Question("Thuộc quy hoạch", Form.OPTIONS, yes_and_no(every)),
        "planned_position": Question("Chức danh được quy hoạch", Form.WORDS),
        "term": Question("Nhiệm kỳ quy hoạch", Form.LIST, terms_of(every)),
    }
    return {name: question for name, question in asked.items() if question.choices or named.get(name)}


def codes_of(groups: list[Group], field: str, terms: type[Vocabulary]) -> list[tuple[str, str]]:
    """The codes of a vocabulary with their labels; none where no group names any."""
    is_named = any(getattr(group, field) for group in groups)
    return [(str(code), code.label) for code in terms] if is_named else []


def yes_and_no(groups: list[Group]) -> list[tuple[str, str]]:
    """The answers of whether somebody is planned for a post; none where no group asks."""
    return [("true", "Có"), ("false", "Không")] if any(group.planned for group in groups) else []


def terms_of(groups: list[Group]) -> list[tuple[str, str]]:
    """The terms of office that groups name, in their order."""
    return [(term, term) for term in sorted({term_code(group.term) for group in groups if group.term})]
