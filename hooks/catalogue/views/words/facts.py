"""The facts of a record, field by field, and what a reader must know before them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from catalogue.language.vocabulary import Progress
from catalogue.load import Catalogue
from catalogue.model.parts import Figure
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Group, Organization, Plan, Source, Topic
from catalogue.model.shape import Shape, display_of, shapes, title
from catalogue.page import Phrase, Piece
from catalogue.views.words.figures import copied, progress
from catalogue.views.words.phrases import Phrases, joined, plain

DETAILS_FROM: Mapping[str, str] = {"program": "content"}
"""The field from which on the facts of a kind move below the classes and figures."""


ADVICE: Mapping[str, str] = {"nomination": "hãy hỏi bộ phận tổ chức, cán bộ của cơ quan bạn"}
"""Where to ask for what is not known."""


class Fact(NamedTuple):
    """A fact: a label and its phrases; none where nothing is known, and then perhaps where to ask."""

    label: str
    phrases: list[Phrase]
    advice: str = ""


def split_facts(phrases: Phrases, record: Record) -> tuple[list[Fact], list[Fact]]:
    """The facts that come first, and those that come below the classes and figures."""
    first: list[Fact] = []
    later: list[Fact] = []
    last: list[Fact] = []
    current = first
    for name, shape in shapes(type(record)).items():
        current = later if name == DETAILS_FROM.get(record.kind) else current
        when = display_of(type(record), name)
        if when != "never":
            values = fact_values(phrases, record, name, shape)
            if values or (when == "always" and not needless(record, name)):
                fact = Fact(label_of(record, name), values, ADVICE.get(name, ""))
                (last if when == "last" else current).append(fact)
    return [*first, *last], later


def needless(record: Record, name: str) -> bool:
    """Whether a missing field says nothing: the year of a plan that has a period or is made every year."""
    return isinstance(record, Plan) and name == "year" and bool(record.period or record.annual)


def label_of(record: Record, name: str) -> str:
    """What a field is called on the page. What is done is no target; a draft's number is ours."""
    if name == "figures" and isinstance(record, Program):
        states = states_of(record)
        return (
            "Chỉ tiêu"
            if states == {Progress.PLANNED}
            else "Đã thực hiện"
            if states == {Progress.DONE}
            else "Số liệu"
        )
    if name == "number" and isinstance(record, Topic) and record.is_draft:
        return "Số ghi tạm"
    return title(type(record), name)


def fact_values(phrases: Phrases, record: Record, name: str, shape: Shape) -> list[Phrase]:
    """The phrases of a field. A programme without a time of its own has that of its classes or its plan."""
    value = getattr(record, name)
    if value is None or value == ():
        return time_of(phrases, record) if name == "period" and isinstance(record, Program) else []
    if name == "date" and isinstance(record, Source) and record.date:
        return [(phrases.date(record.date, record.inferred_year),)]
    if name == "figures" and isinstance(record, Program):
        return [figure_words(phrases, record, figure) for figure in record.figures]
    found = phrases.of(value, shape)
    return (
        [joined(found)]
        if is_plain_list(shape) and not any(len(phrase) > 1 or "," in phrase[0].text for phrase in found)
        else found
    )


def states_of(program: Program) -> set[Progress | None]:
    """The states of a programme's figures; of the programme itself where it has none."""
    return {progress(program, figure) for figure in program.figures} or {program.state}


def figure_words(phrases: Phrases, program: Program, figure: Figure) -> Phrase:
    """A figure: with its state among others of another, and with the copies that it rests on alone.

    «912 học viên (đã thực hiện)».
    """
    state = progress(program, figure) if len(states_of(program)) > 1 else None
    copy = copied(phrases, program, figure)
    words = f"{phrases.figure(figure)} ({state.label.lower()})" if state else phrases.figure(figure)
    return (Piece(words), *((Piece(f" {copy[:1].lower()}{copy[1:]}", quiet=True),) if copy else ()))


def is_plain_list(shape: Shape) -> bool:
    """Whether a field is a list of words that fit on one line: a vocabulary's, or short texts."""
    return bool(shape.item and not shape.item.model and not shape.item.reference)


def time_of(phrases: Phrases, program: Program) -> list[Phrase]:
    """When a programme's classes are, else the year of its plan."""
    dated = [
        phrases.dates(each.start, each.end, each.inferred_year)
        for each in program.classes
        if each.start or each.end
    ]
    if dated:
        return dated
    plan = phrases.catalogue.plans.get(program.plan or "")
    return [(Piece(f"Năm {plan.year}"), Piece(" (theo kế hoạch)", quiet=True))] if plan and plan.year else []


def notices(phrases: Phrases, record: Record) -> Iterator[tuple[str, Phrase]]:
    """What a reader must know first: that it is a draft or proposal, has ended, or may be part of another."""
    if isinstance(record, Topic) and record.is_draft:
        yield "draft", draft_words(phrases.catalogue, record)
    elif record.is_draft:
        yield "draft", plain("Bản ghi đang soạn, chưa xác minh. Không tính vào số liệu và danh sách của năm.")
    if isinstance(record, (Organization, Group)) and record.end:
        yield "ended", ended_words(phrases, record)
    if isinstance(record, Program) and record.state is Progress.PROPOSED:
        yield "warning", plain("Đây là đề xuất được nêu trong nguồn, chưa phải chương trình đã có kế hoạch.")
    if isinstance(record, Program) and record.perhaps_part_of:
        whole = phrases.named("program", record.perhaps_part_of)
        yield (
            "warning",
            (
                Piece("Có thể thuộc "),
                whole,
                Piece("; nguồn không nói rõ, nên không cộng số liệu của hai mục."),
            ),
        )


def draft_words(catalogue: Catalogue, topic: Topic) -> Phrase:
    """What a topic without a name stands for, and that its number is not the source's."""
    words = (
        "Tên chính thức chưa có trong các nguồn đã dùng. "
        "Số ghi tạm do danh mục đặt, không phải thứ tự của nguồn."
    )
    if topic.set and (count := catalogue.topic_sets[topic.set].count):
        words += f" Nguồn chỉ cho biết có {count} chuyên đề; trang này giữ chỗ cho một trong số đó."
    return plain(words)


def ended_words(phrases: Phrases, record: Organization | Group) -> Phrase:
    """When a body or a group ended and who took over, as far as it is known."""
    end = phrases.date(record.end).text if record.end else ""
    opening = Piece(
        f"Kết thúc hoạt động: {end}. "
        if isinstance(record, Organization)
        else f"Đối tượng này có đến {end}. "
    )
    if isinstance(record, Group):
        return (opening,)
    if not record.successors:
        return (opening, Piece("Dữ liệu chưa có thông tin về đơn vị tiếp nhận."))
    followers = joined([phrases.linked(each) for each in record.successors])
    incomplete = Piece("." if record.successors_complete else " (có thể chưa đủ).")
    return (opening, Piece("Đơn vị tiếp nhận: "), *followers, incomplete)
