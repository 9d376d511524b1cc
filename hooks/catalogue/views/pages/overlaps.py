"""«Có thể trùng, cần rà soát»: pairs of programmes to look at, what was compared, what could not be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from catalogue.findings.clashes import NARROW, clashes
from catalogue.findings.overlaps import LEAST, LEAST_ELSEWHERE, Overlap, Overlaps, overlaps
from catalogue.language.vietnamese import number
from catalogue.model.sections import SECTIONS
from catalogue.page import LedContent, Output, Page, Phrase, Piece, page
from catalogue.problems.codes import FaultCode
from catalogue.rules.pairs import judgements_of_pair
from catalogue.views.words.context import Context
from catalogue.views.words.lists import Beginning, LongList, anchor, beginning, list_pages
from catalogue.views.words.pairs import SECTION, ProgramPair, drawn
from catalogue.views.words.phrases import in_sentence, joined, plain
from catalogue.views.words.trails import HOME, trail_below

TITLE = SECTIONS[SECTION].title
LEAD = (
    "Chương trình của hai đơn vị cho cùng đối tượng, cùng lĩnh vực hay nội dung, trong cùng năm, mà tên "
    "giống nhau: nêu ra để người có trách nhiệm xem, không kết luận là trùng."
)
METHOD = (
    "Cách so: đối tượng là một, hoặc nhóm này nằm trong nhóm kia; có chung một lĩnh vực hay một nội dung; có "
    "chung một năm; hai đơn vị chủ trì khác nhau (chưa ghi chủ trì thì xét đơn vị tổ chức). Đơn vị và nơi "
    "tiếp nhận nó coi là một; chương trình tổ chức lại, chuyển từ năm trước hay là phần của nhau thì không "
    "xét."
)
MEASURE = (
    "Mức giống của hai tên tính trên các cặp âm tiết đứng liền nhau: hai lần phần chung chia cho cả hai tên, "
    "cặp càng ít tên có thì càng nặng; viết tắt được viết đủ; năm, đợt, khóa và tên đối tượng không tính. "
    f"Nêu từ {LEAST * 100:.0f}% trở lên, hai đơn vị ở hai địa bàn thì từ {LEAST_ELSEWHERE * 100:.0f}%."
)
TO_REVIEW, OF_TWO_PLACES = "Cặp cần rà soát", "Cặp ở hai địa bàn"
CLASHING, WITH_A_CHOICE = "Lớp trùng ngày", "Lớp trùng ngày, còn lớp khác"
REVIEWED = "Đã rà soát"
NOTES = {
    TO_REVIEW: "",
    OF_TWO_PLACES: "Hai xã, hai huyện thường dạy người của địa bàn mình, nên những cặp này để riêng.",
    CLASHING: (
        "Lớp của hai chương trình cho cùng một nhóm hẹp: nhóm không chứa nhóm nào khác, nguồn nêu không quá "
        f"{number(NARROW)} người; nguồn không nêu số người thì là nhóm ghi theo chức danh hay của một đơn "
        "vị. Chỉ xét lớp có đủ ngày, không quá hai tuần, chưa hoãn hay hủy."
    ),
    WITH_A_CHOICE: "Hai chương trình cho cùng một nhóm hẹp, nhưng còn lớp vào ngày khác hoặc chưa rõ ngày.",
    REVIEWED: "Có người đã xem và để nguyên, vì lý do ghi ở đó.",
}
"""What pairs stand under, in this order, and what is to be known of them."""
NOT_COMPARED = "Bản nháp và chương trình mà mọi lớp đã hoãn, hủy thì không so."
NOT_YET = "Chưa so được vì "
OPEN, FOLDED, A_PAGE = 20, 10, 50
"""What the first page shows of the list to review and of each other one; pairs on a page of a long list."""


class ListOfPairs(NamedTuple):
    """A list with its heading, what is to be known of it, and whether it is folded away."""

    title: str
    anchor: str
    note: str
    list: Beginning
    folded: bool


@dataclass(frozen=True)
class OverlapsContent(LedContent):
    """What fills the template: what was counted, notes, where editors read on, lists."""

    template = "overlaps"
    counts: list[Phrase]
    notes: list[str]
    code: str
    lists: list[ListOfPairs]


class NotedList(NamedTuple):
    """Things to be listed under a heading, and what is to be known of them."""

    title: str
    note: str
    long: LongList

    @property
    def is_open(self) -> bool:
        """Whether it is the list that the page is there for."""
        return self.title == TO_REVIEW

    @property
    def shown(self) -> int:
        """How much of it the first page shows."""
        return OPEN if self.is_open else FOLDED


def overlap_pages(context: Context) -> Iterator[Output]:
    """The page of all pairs, and those of long lists."""
    found = context.catalogue.once(overlaps)
    noted = [*lists_of_pairs(context, found), *lists_of_lacks(context, found)]
    yield Output(f"{SECTION}/", partial(overlaps_page, found, noted), indexed=True)
    for each in noted:
        yield from list_pages(each.long) if len(each.long.items) > each.shown else ()


def lists_of_pairs(context: Context, found: Overlaps) -> Iterator[NotedList]:
    """The pairs by what is to be done: those to look at, those of two places, clashes, those reviewed."""
    pairs: list[ProgramPair] = [*found.pairs, *context.catalogue.once(clashes)]
    listed: dict[str, list[ProgramPair]] = {title: [] for title in NOTES}
    for pair in pairs:
        listed[heading(pair)].append(pair)
    draw = partial(drawn, context.phrases)
    for title, note in NOTES.items():
        long = LongList(address(title), SECTION, title, trail_below(SECTION), listed[title], draw, A_PAGE)
        yield NotedList(title, note, long)


def heading(pair: ProgramPair) -> str:
    """What a pair stands under."""
    if judgements_of_pair(pair):
        return REVIEWED
    if isinstance(pair, Overlap):
        return OF_TWO_PLACES if pair.is_elsewhere else TO_REVIEW
    return WITH_A_CHOICE if pair.is_avoidable else CLASHING


def lists_of_lacks(context: Context, found: Overlaps) -> Iterator[NotedList]:
    """The programmes that could not be compared, by what they lack."""
    for lack, programs in found.lacking.items():
        title = f"{NOT_YET}thiếu {lack.label}"
        records = context.catalogue.sorted(programs)
        draw = context.entries.listed
        long = LongList(address(title), SECTION, title, trail_below(SECTION), records, draw)
        yield NotedList(title, "", long)


def address(title: str) -> str:
    """Where a long list stands."""
    return f"{SECTION}/{anchor(title)}/"


def overlaps_page(found: Overlaps, noted: Sequence[NotedList]) -> Page:
    """How many pairs, what was compared and what not, then the lists."""
    lists = [
        ListOfPairs(
            each.title,
            anchor(each.title),
            each.note,
            beginning(each.long, each.shown, each.shown),
            not each.is_open,
        )
        for each in noted
        if each.long.items
    ]
    code = FaultCode.PROGRAMS_OVERLAP
    content = OverlapsContent(TITLE, [HOME], LEAD, counts(found, noted), notes(found), code, lists)
    return page(f"{SECTION}/", TITLE, LEAD, SECTION, content)


def counts(found: Overlaps, noted: Sequence[NotedList]) -> list[Phrase]:
    """How many programmes were compared and what came of it, how many could not be; with where they stand."""
    pairs = [counted(each) for each in noted if each.title in NOTES]
    lacking = [counted(each) for each in noted if each.title not in NOTES and each.long.items]
    compared = f"Đã so {number(found.compared)} trong {number(found.total)} chương trình"
    if not any(each.long.items for each in noted if each.title in NOTES):
        told = plain(f"{compared}: chưa thấy cặp nào có thể trùng, cũng chưa thấy lớp nào trùng ngày.")
    else:
        told = (Piece(f"{compared}: "), *joined(pairs, "; "), Piece("."))
    return [told, (Piece("Chưa so được: "), *joined(lacking, "; "), Piece("."))] if lacking else [told]


def counted(each: NotedList) -> Phrase:
    """The heading of a list with how much stands there."""
    words = f"{in_sentence(each.title.removeprefix(NOT_YET))}:\u00a0{number(len(each.long.items))}"
    return (Piece(words, f"#{anchor(each.title)}" if each.long.items else ""),)


def notes(found: Overlaps) -> list[str]:
    """How was compared, and what was not."""
    crowded = number(len(found.crowded))
    cut = [f"{crowded} chương trình có quá nhiều chương trình gần giống nên chỉ so một phần."]
    return [METHOD, MEASURE, NOT_COMPARED, *(cut if found.crowded else [])]
