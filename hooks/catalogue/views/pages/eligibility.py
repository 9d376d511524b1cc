"""«Tôi được cử học lớp nào?»: the page that asks who the reader is. What the answers come to is judged in the browser, by the rules in the data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from catalogue.language.vietnamese import canonical, collation_key
from catalogue.language.vocabulary import Level, Rank, Service, Vocabulary
from catalogue.load import Catalogue
from catalogue.model.records import Group
from catalogue.page import ROOT, Output, Page, Piece, Site, page, template
from catalogue.views.exports.eligibility_data import DATA, eligibility_file, term_code
from catalogue.views.pages.browse import HOME
from catalogue.views.words.lists import LongList, drafts_last, entries, list_pages
from catalogue.views.words.phrases import Phrases

SECTION = "tim-lop"
TITLE = "Tôi được cử học lớp nào?"
LEAD = (
    "Trả lời những câu biết chắc, để trống câu chưa rõ: danh mục so với đối tượng mà nguồn của từng chương trình nêu. "
    "Việc cử đi học do cơ quan, đơn vị quyết định."
)


class Question(NamedTuple):
    """One question of the form: its words, a hint, and the answers to choose from (or, where words are typed, to begin with), each a code with its label."""

    title: str
    hint: str
    choices: list[tuple[str, str]]


def eligibility_pages(phrases: Phrases, site: Site) -> Iterator[Output]:
    """The page of questions, what the browser judges by, and the list of the programmes that it cannot judge."""
    silent = silent_programs(phrases)
    yield Output(f"{SECTION}/", partial(eligibility_page, phrases.catalogue, silent), indexed=True)
    yield Output(DATA, partial(eligibility_file, phrases.catalogue))
    yield from list_pages(silent)


def silent_programs(phrases: Phrases) -> LongList:
    """The programmes whose sources name no learners, as a list on pages of its own."""
    records = drafts_last(
        phrases.catalogue.sorted(
            program for program in phrases.catalogue.programs.values() if not program.groups
        )
    )
    trail = [HOME, Piece(TITLE, f"{ROOT}{SECTION}/")]
    return LongList(
        "danh-sach/chuong-trinh/khong-ghi-doi-tuong/",
        "chuong-trinh",
        "Chương trình không ghi đối tượng",
        trail,
        records,
        partial(entries, phrases),
    )


def eligibility_page(catalogue: Catalogue, silent: LongList) -> Page:
    """The form, and what leads on without a script."""
    body = template("eligibility")(
        title=TITLE,
        lead=LEAD,
        trail=[HOME],
        ask=questions(catalogue.groups.values()),
        data=ROOT + DATA,
        silent=silent,
    )
    return page(f"{SECTION}/", TITLE, LEAD, SECTION, body)


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
    return [(str(term), term.label) for term in vocabulary]


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
