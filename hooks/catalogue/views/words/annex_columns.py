"""The columns of a plan's table, as its printed annex has them: what each says of a programme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup

from catalogue.findings.additions import Addition, Counted
from catalogue.findings.checks import LeftOut, Reason, StatedNumber
from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import Bound, PartsAdd, Progress
from catalogue.model.collection import Catalogue
from catalogue.model.parts import Figure, Venue
from catalogue.model.program import Program
from catalogue.model.shape import title
from catalogue.model.standing import CALLED_OFF, NOT_TOLD
from catalogue.page import Phrase, bare, phrase
from catalogue.views.words.deadlines import deadlines_in_brief
from catalogue.views.words.facts import facts_about
from catalogue.views.words.feet import why_left_out
from catalogue.views.words.figures import copied, whole_figures
from catalogue.views.words.phrases import Phrases, figure_words, in_sentence, joined, plain

FEW = 3
"""Values that a cell shows; more of them stand on the page of the programme."""


UNKNOWN: Phrase = plain(NOT_TOLD)


class AnnexCell(NamedTuple):
    """A cell: a bare number and how exactly it is stated, or words; neither where nothing is known.

    A sum `adds` the numbers of some programmes, by their ids.
    """

    is_number: bool
    words: Phrase = ()
    value: Decimal | None = None
    bound: str = ""
    adds: tuple[str, ...] = ()

    @property
    def says(self) -> bool:
        """Whether it says anything."""
        return bool(self.words) or self.value is not None

    @property
    def look(self) -> str:
        """What the stylesheet knows it by."""
        return " ".join(["number"] * self.is_number + ["unknown"] * (not self.says))

    @property
    def html(self) -> Markup:
        """What stands in it."""
        if self.value is not None:
            return bare(self.value, self.bound)
        return phrase(self.words or UNKNOWN)


class AnnexHead(NamedTuple):
    """The head of a column, and what is not known where the column says nothing."""

    label: str
    noun: str
    is_number: bool = False


class AnnexColumn(NamedTuple):
    """A column of words: its head, and what it says of a programme."""

    head: AnnexHead
    words: Callable[[Phrases, Program], Phrase]


def groups_of(phrases: Phrases, program: Program) -> Phrase:
    """Whom a programme is for."""
    return few([(phrases.named("group", each.group),) for each in program.groups], "đối tượng")


def time_of_program(phrases: Phrases, program: Program) -> Phrase:
    """When a programme is, by its own words or those of its classes."""
    return few([words for fact in facts_about(phrases, program, "period") for words in fact.phrases], "lớp")


def venues_of(phrases: Phrases, program: Program) -> Phrase:
    """Where a programme is, else where its classes are."""
    venues: Iterable[Venue | None] = (
        [program.venue] if program.venue else [each.venue for each in program.classes]
    )
    return few([phrases.linked(each) for each in dict.fromkeys(venues) if each], "nơi")


def mode_of(_: Phrases, program: Program) -> Phrase:
    """How a programme is taught."""
    return plain(program.mode.label) if program.mode else ()


def leads_of(phrases: Phrases, program: Program) -> Phrase:
    """Who leads a programme and holds its classes."""
    bodies = [program.lead, *program.organizers] if program.lead else program.organizers
    return few(bodies_named(phrases, bodies), "đơn vị")


def partners_of(phrases: Phrases, program: Program) -> Phrase:
    """Who takes part in a programme."""
    return few(bodies_named(phrases, program.partners), "đơn vị")


def bodies_named(phrases: Phrases, ids: Iterable[str]) -> list[Phrase]:
    """Bodies as links, each once."""
    return [(phrases.named("organization", id),) for id in dict.fromkeys(ids)]


def deadlines_of(phrases: Phrases, program: Program) -> Phrase:
    """By when names are to be sent, for the programme and for its classes."""
    return few(deadlines_in_brief(phrases, program), "hạn")


def few(values: Sequence[Phrase], what: str) -> Phrase:
    """Values one after the other, the first of them where they are many."""
    if len(values) <= FEW + 1:
        return joined(list(values), "; ")
    return joined([*values[:FEW], plain(f"và {number(len(values) - FEW)} {what} khác")], "; ")


GROUPS = AnnexColumn(AnnexHead("Đối tượng", "đối tượng"), groups_of)
OTHERS = (
    AnnexColumn(AnnexHead("Thời gian", "thời gian"), time_of_program),
    AnnexColumn(AnnexHead("Địa điểm", "địa điểm"), venues_of),
    AnnexColumn(AnnexHead("Hình thức", "hình thức"), mode_of),
    AnnexColumn(AnnexHead("Chủ trì, tổ chức", "đơn vị chủ trì, tổ chức"), leads_of),
    AnnexColumn(AnnexHead("Phối hợp", "đơn vị phối hợp"), partners_of),
    AnnexColumn(AnnexHead("Hạn gửi danh sách", "hạn gửi danh sách"), deadlines_of),
)
"""The columns of words before and behind those of numbers."""


def heads_of(counted: Sequence[Counted]) -> list[AnnexHead]:
    """The heads of all columns, in their order."""
    return [GROUPS.head, *(number_head(each) for each in counted), *(column.head for column in OTHERS)]


def number_head(column: Counted) -> AnnexHead:
    """The head of a column of numbers, with the unit that all its numbers have."""
    done = f", {in_sentence(Progress.DONE.label)}" if column.state is Progress.DONE else ""
    label = f"Số {column.label}{done}"
    return AnnexHead(label, in_sentence(label), is_number=True)


def cells_of(
    phrases: Phrases, program: Program, counted: Sequence[Counted]
) -> tuple[list[AnnexCell], Phrase]:
    """What a programme says in all columns, and what must be said beside its numbers."""
    numbers, remark = number_cells(phrases, program, counted)
    first, *others = (AnnexCell(False, column.words(phrases, program)) for column in (GROUPS, *OTHERS))
    return [first, *numbers, *others], remark


def cells_of_sums(additions: Sequence[Addition | None]) -> list[AnnexCell]:
    """A row of sums: empty but for the columns of numbers."""
    empty = AnnexCell(False)
    return [empty, *(sum_of(each) for each in additions), *([empty] * len(OTHERS))]


def sum_of(addition: Addition | None) -> AnnexCell:
    """What a column comes to; empty where it is not added."""
    if addition is None or addition.total is None:
        return AnnexCell(True)
    adds = tuple(part.spot.record.id for part in addition.parts)
    return AnnexCell(True, value=addition.total, bound=addition.bound.label, adds=adds)


def number_cells(
    phrases: Phrases, program: Program, columns: Sequence[Counted]
) -> tuple[list[AnnexCell], Phrase]:
    """What a programme has in the columns of numbers, and what must be said of its numbers beside them.

    What has another unit, time or state than its column stands there with its words, so that nobody adds it.
    """
    rows = [column.answers[program.id] for column in columns]
    placed = {row.spot.place[1] for row in rows if row.spot.place}
    others = [each for each in whole_figures(program) if program.figures.index(each) not in placed]
    said = list(remarks_on(phrases, program, others))
    return [number_cell(program, row) for row in rows], plain(". ".join(said)) if said else ()


def number_cell(program: Program, row: StatedNumber | LeftOut) -> AnnexCell:
    """What a programme answers to a column."""
    if not row.spot.place:
        if isinstance(row, LeftOut) and isinstance(row.why, Reason):
            return AnnexCell(True, plain(why_left_out(row.why)))
        return AnnexCell(True)
    figure = program.figures[int(row.spot.place[1])]
    if isinstance(row, StatedNumber):
        return AnnexCell(True, value=row.value, bound=figure.bound.label)
    apart = "" if row.why is Reason.OTHER_UNIT else f" ({row.why.label})"
    return AnnexCell(True, plain(f"{figure_words(figure)}{apart}"))


def remarks_on(phrases: Phrases, program: Program, others: Sequence[Figure]) -> Iterator[str]:
    """What must be said of a row: how its numbers stand to others, how sure they are, what else is stated."""
    if program.state is Progress.PROPOSED:
        yield "Mới là đề xuất"
    if program.in_plan is False:
        yield "Ngoài kế hoạch"
    if program.carried_over:
        yield title(Program, "carried_over")
    if words := adding_of(phrases.catalogue, program):
        yield words
    yield from dict.fromkeys(
        words for each in whole_figures(program) if (words := copied(phrases, program, each))
    )
    placed = [each for each in whole_figures(program) if each not in others]
    rounded = [figure_words(each) for each in placed if each.bound is not Bound.EXACT]
    if rounded:
        yield f"Nguồn ghi {', '.join(rounded)}"
    if others:
        yield f"Nguồn còn nêu {phrases.figures(others)}"
    yield from classes_called_off(program)


def adding_of(catalogue: Catalogue, program: Program) -> str:
    """How the numbers of a programme stand to those of its parts, or of what it may be part of."""
    if program.parts_add is PartsAdd.UNSTATED:
        return "Nguồn không nói các phần có cộng lại bằng tổng hay không"
    if program.parts_add is PartsAdd.NO:
        return "Nguồn chỉ nêu một phần của tổng số này"
    if program.parts_add is PartsAdd.OVERLAP:
        return f"{PartsAdd.OVERLAP.label}; không cộng"
    whole = catalogue.programs.get(program.perhaps_part_of or "")
    if whole is None:
        return ""
    beside = whole.plan == program.plan
    return f"Có thể nằm trong «{whole.title}», {'không cộng' if beside else 'không có ở bảng này'}"


def classes_called_off(program: Program) -> Iterator[str]:
    """How many classes of a programme are put off or cancelled."""
    many = sum(each.state in CALLED_OFF for each in program.classes)
    if many:
        yield f"{number(many)} lớp hoãn hoặc hủy"
