"""The facts of a record, field by field, and what a reader must know before them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pydantic import BaseModel

from catalogue.language.vocabulary import Progress
from catalogue.model.collection import Catalogue
from catalogue.model.dates import Date
from catalogue.model.parts import Class, Nomination
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Group, Organization, Plan, Source, Topic
from catalogue.model.shape import Shape, display_of, shapes, title
from catalogue.model.standing import CALLED_OFF
from catalogue.page import Phrase, Piece
from catalogue.views.words.deadlines import deadlines_with_classes
from catalogue.views.words.figures import AMOUNTS, figure_in_full, states_of
from catalogue.views.words.phrases import Phrases, in_sentence, joined, plain
from catalogue.views.words.plan_facts import TOLD_OF_PLANS

FIRST: Mapping[str, tuple[str, ...]] = {"program": ("groups", "period", "figures", "nomination", "lead")}
"""What is asked first about a record of a kind; its other facts follow in the order of the model."""
DETAILS_FROM: Mapping[str, str] = {"program": "content"}
"""The field from which on the facts of a kind move below the classes."""
FOOT = frozenset({"owner"})
"""Fields that stand at the foot of a page: who keeps a record leads nothing of it."""
CALLED_OTHERWISE: Mapping[tuple[type[BaseModel], str], str] = {
    (Nomination, "note"): "Lưu ý khi gửi",
    (Class, "title"): "Lớp",
    (Class, "number"): "Lớp",
    (Class, "results"): Progress.DONE.label,
}
"""The fields of a group that a page calls otherwise than their group does, which says whose they are."""
ADVICE: Mapping[str, str] = {"nomination": " (hãy hỏi bộ phận tổ chức, cán bộ của cơ quan bạn)"}
"""Where to ask for what is not known."""


class Fact(NamedTuple):
    """A fact: its label and its phrases, and the field that a script finds it by."""

    label: str
    phrases: list[Phrase]
    field: str = ""


class Facts(NamedTuple):
    """The facts of a record: those that come first, those below the classes, and what is not known of it."""

    first: list[Fact]
    later: list[Fact]
    unknown: list[str]


def facts_of(phrases: Phrases, record: Record) -> Facts:
    """The facts of a record, field by field."""
    first: list[Fact] = []
    later: list[Fact] = []
    last: list[Fact] = []
    unknown: list[str] = []
    current = first
    for name in ordered(record):
        current = later if name == DETAILS_FROM.get(record.kind) else current
        when = display_of(type(record), name)
        found = facts_about(phrases, record, name)
        (last if when == "last" else current).extend(found)
        if not found and when == "always" and not needless(record, name):
            unknown.append(in_sentence(label_of(record, name)) + ADVICE.get(name, ""))
    return Facts([*first, *last], later, unknown)


def ordered(record: Record) -> list[str]:
    """The fields that stand among the facts of a record, in their order."""
    first = FIRST.get(record.kind, ())
    rest = [name for name in shapes(type(record)) if name not in first and name not in FOOT]
    return [name for name in (*first, *rest) if display_of(type(record), name) != "never"]


def facts_about(phrases: Phrases, record: Record, name: str) -> list[Fact]:
    """What a field says: one fact, one for each thing to do where names are sent, or none."""
    if name == "nomination" and isinstance(record, Program):
        return nomination_facts(phrases, record)
    if name in TOLD_OF_PLANS and isinstance(record, Plan):
        return [Fact(*told, name) for told in TOLD_OF_PLANS[name](phrases, record)]
    values = fact_values(phrases, record, name, shapes(type(record))[name])
    return [Fact(label_of(record, name), values, name)] if values else []


def nomination_facts(phrases: Phrases, program: Program) -> list[Fact]:
    """What whoever sends names has to know, a row each: by when, to whom, on which form, which papers."""
    deadlines = deadlines_with_classes(phrases, program)
    found = [Fact(title(Nomination, "deadline"), deadlines, "deadline")] if deadlines else []
    if nomination := program.nomination:
        for name in ("to", "by", "form", "papers", "note"):
            if value := getattr(nomination, name):
                words = phrases.of(value, shapes(Nomination)[name])
                found.append(Fact(label_within(Nomination, name), words, name))
    return found


def needless(record: Record, name: str) -> bool:
    """Whether a missing field says nothing: the year of a plan that has a period or is made every year."""
    return isinstance(record, Plan) and name == "year" and bool(record.period or record.annual)


def label_of(record: Record, name: str) -> str:
    """What a field is called on the page. What is done is no target; a draft's number is ours."""
    if name == "figures" and isinstance(record, Program):
        states = states_of(record)
        return next((label for label, meant in AMOUNTS.items() if states <= meant), "Số liệu")
    if name == "number" and isinstance(record, Topic) and record.is_draft:
        return "Số ghi tạm"
    return title(type(record), name)


def label_within(group: type[BaseModel], name: str) -> str:
    """What a field of a group of fields is called on the page."""
    return CALLED_OTHERWISE.get((group, name)) or title(group, name)


def fact_values(phrases: Phrases, record: Record, name: str, shape: Shape) -> list[Phrase]:
    """The phrases of a field. A programme without a time of its own has that of its classes or its plan."""
    value = getattr(record, name)
    if value is None or value == ():
        return (
            FROM_CLASSES[name](phrases, record)
            if name in FROM_CLASSES and isinstance(record, Program)
            else []
        )
    if name == "date" and isinstance(record, Source) and record.date:
        return [(phrases.date(record.date, record.inferred_year),)]
    if name == "figures" and isinstance(record, (Program, Group)):
        return [figure_in_full(phrases, record, figure) for figure in record.figures]
    found = phrases.of(value, shape)
    return (
        [joined(found)]
        if is_plain_list(shape) and not any(len(phrase) > 1 or "," in phrase[0].text for phrase in found)
        else found
    )


def is_plain_list(shape: Shape) -> bool:
    """Whether a field is a list of words that fit on one line: a vocabulary's, or short texts."""
    return bool(shape.item and not shape.item.model and not shape.item.reference)


def time_of(phrases: Phrases, program: Program) -> list[Phrase]:
    """From when until when a programme's classes are, but for those called off; else the year of its plan."""
    if dated := dated_classes(program):
        return span_of_classes(phrases, dated)
    plan = phrases.catalogue.plans.get(program.plan or "")
    return [(Piece(f"Năm {plan.year}"), Piece(" (theo kế hoạch)", quiet=True))] if plan and plan.year else []


def dated_classes(program: Program) -> list[Class]:
    """The classes of a programme of which a time is known, but for those called off."""
    return [each for each in program.classes if (each.start or each.end) and each.state not in CALLED_OFF]


def first_and_last(program: Program) -> tuple[Date | None, Date | None]:
    """From when until when a programme is, by its own words, else as far as it is known of all classes."""
    if program.period:
        return program.period.start, program.period.end
    dated = dated_classes(program)
    return (dated[0].start, dated[0].end) if len(dated) == 1 else span_of(dated)


def span_of(dated: Sequence[Class]) -> tuple[Date | None, Date | None]:
    """From when until when classes are; None where the year of that is not known of all of them."""
    starts = [each.start for each in dated if each.start and each.start.year]
    ends = [each.end for each in dated if each.end and each.end.year]
    return (
        min(starts, key=first_day) if starts and len(starts) == len(dated) else None,
        max(ends, key=last_day) if ends and len(ends) == len(dated) else None,
    )


def span_of_classes(phrases: Phrases, dated: Sequence[Class]) -> list[Phrase]:
    """The time of all classes as one span, or when they begin; of each, where that is not known of all."""
    start, end = span_of(dated)
    if len(dated) == 1 or start is None:
        return list(dict.fromkeys(phrases.dates(each.start, each.end, each.inferred_year) for each in dated))
    begin = () if end else (Piece("khai giảng "),)
    span = phrases.dates(start, end or max((each.start for each in dated if each.start), key=last_day))
    return [(*begin, *span, Piece(f" ({len(dated)} lớp)", quiet=True))]


def first_day(written: Date) -> date:
    """The first day that a date with a year can mean."""
    return written.earliest or date.min


def last_day(written: Date) -> date:
    """The last day that a date with a year can mean."""
    return written.latest or date.min


def place_of(phrases: Phrases, program: Program) -> list[Phrase]:
    """Where all classes of a programme are, where that is one place."""
    venues = {each.venue for each in program.classes}
    venue = venues.pop() if len(venues) == 1 else None
    return [phrases.linked(venue)] if venue else []


FROM_CLASSES: Mapping[str, Callable[[Phrases, Program], list[Phrase]]] = {
    "period": time_of,
    "venue": place_of,
}
"""What the classes of a programme tell where it says nothing itself."""


def notices(phrases: Phrases, record: Record) -> Iterator[tuple[str, Phrase]]:
    """What a reader must know first: that it is a draft or proposal, has ended, or may be part of another."""
    if isinstance(record, Topic) and record.is_draft:
        yield "draft", draft_words(phrases.catalogue, record)
    elif record.is_draft:
        yield "draft", plain("Mục đang soạn, chưa xác minh. Không tính vào số liệu và danh sách của năm.")
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
