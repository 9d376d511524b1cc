"""The duties of a body as a table, every cell ready to print, and their sums in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from catalogue.findings.desk import DeskSum, summed, years_told
from catalogue.findings.duties import Duty
from catalogue.language.vietnamese import number
from catalogue.model.collection import years_in_words
from catalogue.model.parts import Nomination
from catalogue.model.shape import title
from catalogue.page import Phrase, Piece, TemplateContent
from catalogue.views.words.class_titles import class_titles
from catalogue.views.words.classes import time_of_class
from catalogue.views.words.phrases import Phrases, in_sentence, plain
from catalogue.views.words.states import StateShown, state_of_class, state_of_program

NOT_KNOWN = "Chưa có thông tin"


class DutyColumn(NamedTuple):
    """A column of the table: its head, what it says of a duty, and which sort of cell it has."""

    head: str
    words: Callable[[Phrases, Duty], Phrase]
    sort: str = ""


class DutyRow(NamedTuple):
    """A duty as a row: its class, a cell for each column, where the class stands."""

    link: Piece
    cells: list[Phrase]
    state: StateShown


@dataclass(frozen=True)
class DutiesContent(TemplateContent):
    """What fills the template of the table. At its foot stand the sum of the seats and the rest in words.

    `before` and `behind` are how many columns stand before that of the seats, if it has one, and behind it.
    """

    template = "duties"
    caption: str
    columns: list[DutyColumn]
    rows: list[DutyRow]
    unknown: list[str]
    sum: str
    seats: str
    rest: str
    before: int
    has_seats: bool
    behind: int


def duties_table(phrases: Phrases, of: str, whole: Sequence[Duty], duties: Sequence[Duty]) -> Markup:
    """Duties as a table with the sum of all that they are some of, which are `of` a year, or of none.

    A column of which nothing is known becomes a word below the table.
    """
    said = {column: [column.words(phrases, duty) for duty in duties] for column in COLUMNS}
    shown = [column for column in COLUMNS if any(said[column])]
    total = summed(whole)
    before = 1 + (shown.index(SEATS) if SEATS in shown else len(shown))
    return DutiesContent(
        caption(of, whole, duties),
        shown,
        [
            DutyRow(name, [said[column][place] for column in shown], state_of(phrases, duty))
            for place, (duty, name) in enumerate(zip(duties, class_names(phrases, duties), strict=True))
        ],
        [in_sentence(column.head) for column in COLUMNS if column not in shown],
        sum=f"Cộng{f' ({of})' if of else ''}: {', '.join(counted_in_words(total))}",
        seats=number(total.seats) if total.lacking < total.classes + total.programs else NOT_KNOWN,
        rest="; ".join(left_out_in_words(total)),
        before=before,
        has_seats=SEATS in shown,
        behind=max(len(shown) - before, 0),
    ).html()


def caption(of: str, whole: Sequence[Duty], duties: Sequence[Duty]) -> str:
    """What stands above the table: of which year it is, and how much of it."""
    some = f" ({number(len(duties))} trong {number(len(whole))} mục)" if len(duties) < len(whole) else ""
    return f"Việc của đơn vị {of}".strip() + f", theo hạn gửi danh sách{some}"


def class_names(phrases: Phrases, duties: Sequence[Duty]) -> list[Piece]:
    """A link to each class, by the title of its programme and its own where the programme has others."""
    catalogue = phrases.catalogue
    programs = {duty.program.id: duty.program for duty in duties}
    titles = {id: class_titles(catalogue, program) for id, program in programs.items()}
    found = []
    for duty in duties:
        name, address = phrases.link(duty.program)[:2]
        if duty.each:
            own = titles[duty.program.id][duty.each.id]
            name = f"{name}: {own}" if len(duty.program.classes) > 1 or duty.each.title else name
            address = f"{address}#{duty.each.id}"
        found.append(Piece(name, address))
    return found


def state_of(phrases: Phrases, duty: Duty) -> StateShown:
    """Where the class of a duty stands, or its programme where that names no class."""
    catalogue, program, own = phrases.catalogue, duty.program, duty.each
    return (state_of_class(catalogue, program, own) if own else state_of_program(catalogue, program)).for_list


def time_of_duty(phrases: Phrases, duty: Duty) -> Phrase:
    """When a class is; where it doesn't say, when its programme is."""
    if own := time_of_class(phrases, duty.each) if duty.each else ():
        return own
    period, years = duty.program.period, years_in_words(years_told(phrases.catalogue, duty.program))
    told = phrases.period(period) if period else plain(f"năm {years}") if years else ()
    return (*told, Piece(" (theo chương trình)", quiet=True)) if told and duty.each else told


def seats_of_duty(phrases: Phrases, duty: Duty) -> Phrase:
    """How many seats the body has; where that is not told, how many others share or the class has."""
    if duty.seats is not None:
        return plain(number(duty.seats))
    if duty.shared is not None and duty.through:
        whose = phrases.catalogue.brief_name(duty.through)
        return (*plain(NOT_KNOWN), Piece(f" (cả nhóm {whose}: {number(duty.shared)})", quiet=True))
    if duty.each and duty.each.seats is not None:
        return (*plain(NOT_KNOWN), Piece(f" (cả lớp: {number(duty.each.seats)})", quiet=True))
    return ()


def deadline_of_duty(phrases: Phrases, duty: Duty) -> Phrase:
    """By when names are to be sent."""
    return (phrases.date(*duty.deadline),) if duty.deadline else ()


def receiver_of_duty(phrases: Phrases, duty: Duty) -> Phrase:
    """Whom names are sent to, and who makes the list where that is another or many."""
    nomination = duty.program.nomination
    if nomination is None:
        return ()
    to = (phrases.named("organization", nomination.to),) if nomination.to else ()
    if not nomination.by or (duty.sends and not duty.through):
        return to
    sender = (phrases.named("organization", nomination.by), Piece(" lập danh sách"))
    return (*to, Piece(" ("), *sender, Piece(")")) if to else (*sender, Piece(", chưa rõ gửi ai"))


def papers_of_duty(_: Phrases, duty: Duty) -> Phrase:
    """On which form and with which papers."""
    nomination = duty.program.nomination
    if nomination is None:
        return ()
    form = nomination.form or ""
    named = form if not form or form.casefold().startswith("mẫu") else f"Mẫu {form}"
    said = [each for each in (named, *nomination.papers) if each]
    return plain("; ".join(said)) if said else ()


SEATS = DutyColumn("Chỉ tiêu của đơn vị", seats_of_duty, "number")
COLUMNS = (
    DutyColumn("Thời gian", time_of_duty),
    SEATS,
    DutyColumn(title(Nomination, "deadline"), deadline_of_duty, "due"),
    DutyColumn("Gửi ai", receiver_of_duty),
    DutyColumn("Mẫu và giấy tờ", papers_of_duty),
)
"""What a table of duties can say of each, in the order of its columns."""


def counted_in_words(whole: DeskSum) -> Iterator[str]:
    """How many classes duties are, and how many programmes that name none."""
    if whole.classes or not whole.programs:
        yield f"{number(whole.classes)} lớp"
    if whole.programs:
        yield f"{number(whole.programs)} chương trình chưa ghi lớp"


def left_out_in_words(whole: DeskSum) -> Iterator[str]:
    """What the sum of the seats leaves out."""
    if whole.lacking:
        yield f"{number(whole.lacking)} dòng chưa có chỉ tiêu của đơn vị"
    if whole.called_off:
        seats = f" ({number(whole.seats_called_off)} chỉ tiêu)" if whole.seats_called_off else ""
        yield f"không tính {number(whole.called_off)} lớp hoãn, hủy{seats}"
