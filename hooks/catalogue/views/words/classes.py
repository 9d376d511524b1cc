"""The classes of a programme as a table, every cell ready to print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from catalogue.findings.additions import checks_of_rows, class_additions
from catalogue.findings.amounts import numbers_of_classes
from catalogue.findings.checks import Among, Omission
from catalogue.findings.reconciliation import own_checks_of
from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import Measure, Progress
from catalogue.model.collection import Catalogue
from catalogue.model.deadlines import common_deadline, due
from catalogue.model.parts import Class, Results
from catalogue.model.program import Program
from catalogue.model.shape import shapes, title
from catalogue.model.standing import CALLED_OFF
from catalogue.page import Phrase
from catalogue.views.words.class_titles import class_titles
from catalogue.views.words.deadlines import deadline_words
from catalogue.views.words.feet import foot_of_rows
from catalogue.views.words.outcomes import HELD
from catalogue.views.words.phrases import Phrases, in_sentence, plain
from catalogue.views.words.states import StateShown, states_of_classes


def nothing(_: Program) -> None:
    """What a programme says itself of what only its classes have."""


class Column(NamedTuple):
    """A column of the table: its head, what it says of a class, and whether that is a number.

    `value` gives what it says of a class, `whole` what a programme says itself of that. Such a column is left
    out where it says the same of all classes and their programme no other: the facts above have it then.
    `noun` is what is not known where the column says nothing, if its head is no noun.
    """

    head: str
    words: Callable[[Phrases, Program, Class], Phrase]
    is_number: bool = False
    value: Callable[[Program, Class], object] | None = None
    whole: Callable[[Program], object] = nothing
    noun: str = ""


class ClassRow(NamedTuple):
    """A class as a row: a cell for each column of the table, and what stands below them."""

    id: str
    title: str
    cells: list[Phrase]
    allocations: list[Phrase]
    note: str
    sources: list[Phrase]
    state: StateShown


class ClassTable(NamedTuple):
    """The classes of a programme: the columns that tell them apart, the rows, what is unknown, the foot."""

    columns: list[Column]
    rows: list[ClassRow]
    unknown: list[str]
    foot: str


def class_table(phrases: Phrases, program: Program) -> ClassTable:
    """The classes of a programme. A column of which nothing is known becomes a word below the table."""
    said = {column: [column.words(phrases, program, each) for each in program.classes] for column in COLUMNS}
    shown = [column for column in COLUMNS if tells(column, said[column], program)]
    unknown = [
        column.noun or in_sentence(column.head)
        for column in COLUMNS
        if not any(said[column]) and not column.whole(program)
    ]
    titles = class_titles(phrases.catalogue, program)
    rows = [
        class_row(phrases, each, titles[each.id], [said[column][place] for column in shown], state)
        for place, (each, state) in enumerate(
            zip(program.classes, states_of_classes(phrases.catalogue, program), strict=True)
        )
    ]
    return ClassTable(shown, rows, unknown, foot_of_classes(phrases.catalogue, program))


def foot_of_classes(catalogue: Catalogue, program: Program) -> str:
    """What the classes of a programme come to, beside the numbers that its source states.

    Neither one class nor classes of which no number is known need a foot.
    """
    if len(program.classes) < 2:
        return ""
    checks = checks_of_rows(own_checks_of(catalogue, program), Among.CLASSES)
    additions = class_additions(program)
    if not checks and not additions:
        return ""
    return foot_of_rows(additions, checks, "lớp", before=classes_named(program))


def classes_named(program: Program) -> str:
    """How many classes a source names, and how many of them were held, in the words and numbers of tables.

    «Nguồn nêu cụ thể 4 lớp: 1 lớp đã kết thúc hoặc đã có kết quả, 1 lớp hoãn hoặc hủy»: the foot goes on with
    how many classes the source declares («nguồn nêu 4 lớp: khớp»), which may be others.
    """
    held = sum(filter(None, numbers_of_classes(program, Measure.CLASSES, Progress.DONE)))
    called_off = sum(each.state in CALLED_OFF for each in program.classes)
    counts = ((held, HELD), (called_off, Omission.CALLED_OFF.label))
    told = ", ".join(f"{number(count)} lớp {words}" for count, words in counts if count)
    return f"nguồn nêu cụ thể {number(len(program.classes))} lớp{f': {told}' if told else ''}"


def tells(column: Column, said: Sequence[Phrase], program: Program) -> bool:
    """Whether a column says anything, and anything that the facts of its programme do not."""
    if not any(said):
        return False
    if column.value is None or len(set(said)) > 1:
        return True
    return column.whole(program) not in (None, column.value(program, program.classes[0]))


def class_row(phrases: Phrases, each: Class, title: str, cells: list[Phrase], state: StateShown) -> ClassRow:
    """A class with every cell in words."""
    return ClassRow(
        id=each.id,
        title=title,
        cells=cells,
        allocations=phrases.of(each.allocations, shapes(Class)["allocations"]),
        note=each.note or "",
        sources=[phrases.linked(source) for source in each.sources],
        state=state,
    )


def time_of_class(phrases: Phrases, each: Class) -> Phrase:
    """From when until when a class is."""
    return phrases.dates(each.start, each.end, each.inferred_year)


def place_of_class(phrases: Phrases, _: Program, each: Class) -> Phrase:
    """Where a class is."""
    return phrases.linked(each.venue) if each.venue else ()


def seats_of_class(_phrases: Phrases, _program: Program, each: Class) -> Phrase:
    """How many may come."""
    return plain(number(each.seats)) if each.seats is not None else ()


def deadline_of_class(phrases: Phrases, program: Program, each: Class) -> Phrase:
    """By when names are to be sent."""
    return deadline_words(phrases, due(program, each))


def results_of_class(_phrases: Phrases, _program: Program, each: Class) -> Phrase:
    """How many came, completed it, and were certified."""
    words = results_words(each.results) if each.results else ""
    return plain(words) if words else ()


def results_words(results: Results) -> str:
    """«120 người học, 118 hoàn thành»."""
    return ", ".join(
        f"{number(value)} {in_sentence(title(Results, name))}" for name, value in results if value is not None
    )


COLUMNS = (
    Column("Thời gian", lambda phrases, _, each: time_of_class(phrases, each)),
    Column("Địa điểm", place_of_class, value=lambda _, each: each.venue, whole=lambda program: program.venue),
    Column("Chỉ tiêu", seats_of_class, is_number=True),
    Column(
        "Hạn gửi danh sách",
        deadline_of_class,
        value=lambda program, each: due(program, each).deadline,
        whole=common_deadline,
    ),
    Column(Progress.DONE.label, results_of_class, noun=in_sentence(title(Class, "results"))),
)
"""What a table of classes can say of each, in the order of its columns."""
