"""The duties of a body as a table, every cell ready to print, and their sums in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from catalogue.findings.desk import DeskSum, years_told
from catalogue.findings.duties import Duty
from catalogue.language.quantities import measured
from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import Bound
from catalogue.model.collection import years_in_words
from catalogue.model.deadlines import due
from catalogue.model.parts import Nomination
from catalogue.model.program import Program
from catalogue.model.shape import title
from catalogue.model.standing import NOT_TOLD, Phase
from catalogue.page import Phrase, Piece, TemplateContent, lines, or_unknown, phrase
from catalogue.views.words.cells import cell
from catalogue.views.words.class_titles import class_titles
from catalogue.views.words.classes import time_of_class
from catalogue.views.words.deadlines import deadline_words
from catalogue.views.words.phrases import Phrases, in_sentence, plain
from catalogue.views.words.states import StateShown, state_of_program, states_of_classes


class DutyColumn(NamedTuple):
    """A column of the table: its head, what it says of a duty, and which sort of cell it has."""

    head: str
    words: Callable[[Phrases, Duty], Phrase]
    sort: str = ""


@dataclass(frozen=True)
class ClassHead:
    """What a class is called, with a link to it, and where it stands."""

    link: Piece
    state: StateShown

    @cached_property
    def html(self) -> Markup:
        """Both as a table has them; files ask for the words alone."""
        return Markup(f"{phrase([self.link])} {self.state.tag}")  # noqa: S704 - both are HTML


class DutyRow(NamedTuple):
    """A duty as a row: its class, and a cell for each column."""

    head: Markup
    cells: Markup


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


def duties_table(heads: ClassHeads, of: str, whole: DeskSum, duties: Sequence[Duty]) -> Markup:
    """Duties as a table with the sum of all that they are some of, which are `of` a year, or of none.

    A column of which nothing is known becomes a word below the table.
    """
    known = [heads.cells(duty) for duty in duties]
    shown = [column for column in COLUMNS if any(cells[column] for cells in known)]
    before = 1 + (shown.index(SEATS) if SEATS in shown else len(shown))
    return DutiesContent(
        caption(of, whole, len(duties)),
        shown,
        [
            DutyRow(heads.of(duty).html, lines([cells[column] or UNKNOWN[column] for column in shown]))
            for duty, cells in zip(duties, known, strict=True)
        ],
        [in_sentence(column.head) for column in COLUMNS if column not in shown],
        sum=sum_in_words(of, whole),
        seats=number(whole.seats) if whole.tells_seats else NOT_TOLD,
        rest="; ".join(left_out_in_words(whole)),
        before=before,
        has_seats=SEATS in shown,
        behind=max(len(shown) - before, 0),
    ).html()


def caption(of: str, whole: DeskSum, shown: int) -> str:
    """What stands above the table: of which year it is, and how much of it."""
    some = f" ({number(shown)} trong {number(whole.duties)} mục)" if shown < whole.duties else ""
    return f"Việc của đơn vị {of}".strip() + f", theo hạn gửi danh sách{some}"


class ClassHeads:
    """What desks say of classes. A class is on several desks, so what all of these say is made once."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self._made: dict[str, list[ClassHead]] = {}
        self._cells: dict[tuple[str, int | None, bool], Mapping[DutyColumn, Markup]] = {}

    def of(self, duty: Duty) -> ClassHead:
        """The head of a duty: of its class, or of its programme where that names none."""
        heads = self._made.get(duty.program.id)
        if heads is None:
            heads = self._made[duty.program.id] = class_heads(self.phrases, duty.program)
        return heads[duty.position or 0]

    def cells(self, duty: Duty) -> Mapping[DutyColumn, Markup]:
        """The cells of a duty; empty where nothing is known."""
        key = (duty.program.id, duty.position, duty.sends_itself)
        if key not in self._cells:
            self._cells[key] = {each: self.cell(each, duty) for each in COLUMNS if each is not SEATS}
        return {**self._cells[key], SEATS: self.cell(SEATS, duty)}

    def cell(self, column: DutyColumn, duty: Duty) -> Markup:
        """What a column says of a duty, as a cell."""
        words = column.words(self.phrases, duty)
        return cell(column.head, column.sort, phrase(words)) if words else Markup()


def class_heads(phrases: Phrases, program: Program) -> list[ClassHead]:
    """The heads of all classes of a programme; its own where it names none.

    A class is called as its programme, with what tells it apart where that has others or it has a title.
    """
    catalogue, classes, link = phrases.catalogue, program.classes, phrases.link(program)
    if not classes:
        return [ClassHead(link, brief(state_of_program(catalogue, program)))]
    named = len(classes) > 1 or classes[0].title
    titles = class_titles(catalogue, program) if named else {}
    return [
        ClassHead(
            Piece(
                ": ".join([link.text, *([titles[each.id]] if titles else [])]), f"{link.address}#{each.id}"
            ),
            brief(state),
        )
        for each, state in zip(classes, states_of_classes(catalogue, program), strict=True)
    ]


def brief(state: StateShown) -> StateShown:
    """A state without its times where its phase alone tells scripts that it has gone by."""
    return state.for_list if state.phase is Phase.PAST else state


def time_of_duty(phrases: Phrases, duty: Duty) -> Phrase:
    """When a class is; where it doesn't say, when its programme is."""
    if own := time_of_class(phrases, duty.each) if duty.each else ():
        return own
    period, years = duty.program.period, years_in_words(years_told(phrases.catalogue, duty.program))
    told = phrases.period(period) if period else plain(f"năm {years}") if years else ()
    return (*told, Piece(" (theo chương trình)", quiet=True)) if told and duty.each else told


def seats_of_duty(phrases: Phrases, duty: Duty, unit: str = "") -> Phrase:
    """How many seats the body has; where that is not told, how many others share or the class has.

    Numbers have a `unit` where no column of a table says what they count.
    """
    if duty.seats is not None:
        return plain(measured(Bound.EXACT, number(duty.seats), unit))
    if duty.shared is not None and duty.through:
        return seats_of_others(f"nhóm {phrases.catalogue.brief_name(duty.through)}", duty.shared, unit)
    if duty.each and duty.each.seats is not None:
        return seats_of_others("lớp", duty.each.seats, unit)
    return ()


def seats_of_others(whose: str, seats: int, unit: str) -> Phrase:
    """That seats of a body are not known, and how many all have together."""
    told = measured(Bound.EXACT, number(seats), unit)
    return (*plain(NOT_TOLD), Piece(f" (cả {whose}: {told})", quiet=True))


def deadline_of_duty(phrases: Phrases, duty: Duty) -> Phrase:
    """By when names are to be sent."""
    return deadline_words(phrases, due(duty.program, duty.each))


def receiver_of_duty(phrases: Phrases, duty: Duty) -> Phrase:
    """Whom names are sent to, and who makes the list where that is another or many."""
    nomination = duty.program.nomination
    if nomination is None:
        return ()
    to = (phrases.named("organization", nomination.to),) if nomination.to else ()
    if not nomination.by or duty.sends_itself:
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
RECEIVER = DutyColumn("Gửi ai", receiver_of_duty)
COLUMNS = (
    DutyColumn("Thời gian", time_of_duty),
    SEATS,
    DutyColumn(title(Nomination, "deadline"), deadline_of_duty, "due"),
    RECEIVER,
    DutyColumn("Mẫu và giấy tờ", papers_of_duty),
)
"""What a table of duties can say of each, in the order of its columns."""
UNKNOWN = {each: cell(each.head, each.sort, or_unknown(())) for each in COLUMNS}
"""The cells of what is not known."""


def sum_in_words(of: str, whole: DeskSum) -> str:
    """What duties of a year add up to."""
    return f"Cộng{f' ({of})' if of else ''}: {', '.join(counted_in_words(whole))}"


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
