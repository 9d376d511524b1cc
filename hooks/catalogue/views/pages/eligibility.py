"""«Tôi được cử học lớp nào?»: the page that asks who the reader is, and whose answers the browser judges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from catalogue.language.vietnamese import canonical, collation_key
from catalogue.language.vocabulary import Level, Rank, Service, Vocabulary
from catalogue.load import Catalogue
from catalogue.model.kinds import KINDS
from catalogue.model.records import Group
from catalogue.model.sections import SECTIONS
from catalogue.page import ROOT, LedContent, Output, Page, as_made, page
from catalogue.views.exports.eligibility_data import eligibility_file, term_code
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


class Question(NamedTuple):
    """One question of the form: its words, a hint, the answers to choose from, each a code with its label.

    Where words are typed, the answers are only offered.
    """

    title: str
    hint: str
    choices: list[tuple[str, str]]


@dataclass(frozen=True)
class EligibilityContent(LedContent):
    """What fills the template: the questions by the names of their answers, and what is not judged."""

    template = "eligibility"
    ask: dict[str, Question]
    data: str
    silent: LongList


def eligibility_pages(context: Context) -> Iterator[Output]:
    """The page of questions, what it judges by, and the list of the programmes that it cannot judge."""
    silent, file = silent_programs(context), eligibility_file(context.catalogue)
    make_page = partial(eligibility_page, context.catalogue, silent, file.address)
    yield Output(f"{SECTION}/", make_page, indexed=True)
    yield Output(file.address, partial(as_made, file))
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
    content = EligibilityContent(TITLE, [HOME], LEAD, ask, data=ROOT + data, silent=silent)
    return page(f"{SECTION}/", TITLE, LEAD, SECTION, content.html())


def questions(groups: Iterable[Group]) -> dict[str, Question]:
    """The questions by the names of their answers; lists of words hold what the groups really name."""
    every = list(groups)
    named = partial(words_of, every)
    return {
        "service": Question("Tôi là", "", labelled(Service)),
        "level": Question("Cấp nơi đang công tác", "", labelled(Level)),
        "rank": Question("Ngạch", rank_hint(every), labelled(Rank)),
        "job": Question("Vị trí việc làm", WORDS_HINT, named(lambda group: group.job)),
        "position": Question(
            "Chức danh đang giữ", WORDS_HINT, named(lambda group: () if group.planned else group.positions)
        ),
        "planned": Question("Thuộc quy hoạch", "", [("true", "Có"), ("false", "Không")]),
        "planned_position": Question(
            "Chức danh được quy hoạch",
            WORDS_HINT,
            named(lambda group: group.positions if group.planned else ()),
        ),
        "term": Question(
            "Nhiệm kỳ quy hoạch", "", named(lambda group: (term_code(group.term),) if group.term else ())
        ),
    }


WORDS_HINT = "Gõ bằng lời của mình hoặc chọn tên gợi ý."


def labelled(vocabulary: type[Vocabulary]) -> list[tuple[str, str]]:
    """The codes of a vocabulary with their labels."""
    return [(str(code), code.label) for code in vocabulary]


def rank_hint(groups: list[Group]) -> str:
    """What an answer about the rank changes: nothing as long as no group names one."""
    return (
        ""
        if any(group.rank for group in groups)
        else "Hiện chưa đối tượng nào trong danh mục ghi ngạch nên câu này chưa làm đổi kết quả."
    )


def words_of(groups: list[Group], wanted: Callable[[Group], Iterable[str]]) -> list[tuple[str, str]]:
    """The words that groups give, each once however it is written, in dictionary order."""
    found: dict[str, str] = {}
    for group in groups:
        for word in wanted(group):
            found.setdefault(canonical(word), word)
    return [(word, word) for word in sorted(found.values(), key=collation_key)]
