"""A record as an entry of a list: its link, what decides, its tags, and the state that the reader's clock may change."""

from __future__ import annotations

from typing import NamedTuple

from catalogue.load import Catalogue
from catalogue.model.parts import Class
from catalogue.model.records import Document, Group, Organization, Plan, Program, Record, Source, Topic, TopicSet
from catalogue.vietnamese import day
from catalogue.views.phrases import Phrase, Phrases, Piece, joined, plain
from catalogue.vocabulary import ClassState, Progress


class Tag(NamedTuple):
    """A small word about a record: its text and the sort that colours it (`training`, `planned`, `reported`, …)."""

    text: str
    sort: str


class State(NamedTuple):
    """Where a programme or class stands: the words that hold whatever the day, and the dates from which the browser works out the rest."""

    text: str
    start: str = ""
    end: str = ""
    deadline: str = ""
    year: str = ""
    planned: bool = False
    sort: str = "planned"


class Entry(NamedTuple):
    """A line of a list. `meta` holds what decides, as labelled phrases."""

    link: Piece
    meta: list[tuple[str, Phrase]]
    tags: list[Tag]
    state: State | None
    sort: str


def entry(catalogue: Catalogue, phrases: Phrases, record: Record) -> Entry:
    """A record as a line of a list."""
    state = state_of_program(catalogue, record) if isinstance(record, Program) else None
    ended = isinstance(record, (Organization, Group)) and record.end is not None or bool(state and state.sort == "done")
    sort = "draft" if record.is_draft else "past" if ended else ""
    return Entry(phrases.link(record), meta(catalogue, phrases, record), tags_of(catalogue, record), state, sort)


def meta(catalogue: Catalogue, phrases: Phrases, record: Record) -> list[tuple[str, Phrase]]:
    """What decides about a record, a few words each; what is not known is left out here and told on its page."""
    match record:
        case Program():
            return program_meta(phrases, record)
        case TopicSet():
            count = [("Số lượng", plain(f"{record.count} {record.of.label}"))] if record.count is not None else []
            return count + ([("Chủ trì", (phrases.named("organization", record.lead),))] if record.lead else [])
        case Topic():
            return [("Lĩnh vực gợi ý", plain(record.hint.subject))] if record.hint else []
        case Group():
            return [("Chức danh", plain(", ".join(record.positions)))] if record.positions else []
        case Plan():
            issuer = record.issuer or record.lead
            return [("Đơn vị", (phrases.named("organization", issuer),))] if issuer else []
        case Document():
            issued = [("Ban hành", (phrases.date(record.issued),))] if record.issued else []
            issuers = [("Nơi ban hành", joined([(phrases.named("organization", id),) for id in record.issuers]))] if record.issuers else []
            return issued + issuers
        case Source():
            published = [("Đăng", (phrases.date(record.date, record.inferred_year),))] if record.date else []
            return ([("Nơi đăng", plain(record.publisher))] if record.publisher else []) + published
    return []


def program_meta(phrases: Phrases, program: Program) -> list[tuple[str, Phrase]]:
    """For whom, by whom, how many."""
    found: list[tuple[str, Phrase]] = []
    if program.groups:
        found.append(("Đối tượng", joined([(phrases.named("group", each.group),) for each in program.groups], "; ")))
    if program.lead:
        found.append(("Chủ trì", (phrases.named("organization", program.lead),)))
    counted = [figure for figure in program.figures if not figure.title][:3]
    if counted:
        found.append(("Chỉ tiêu" if program.state is not Progress.DONE else "Đã thực hiện", plain(", ".join(phrases.figure(figure) for figure in counted))))
    return found


def tags_of(catalogue: Catalogue, record: Record) -> list[Tag]:
    """The tags of a record: what it is, how it stands, how far it is confirmed."""
    tags: list[Tag] = []
    if isinstance(record, Program):
        tags += [Tag(category.label, "training") for category in record.categories]
    if isinstance(record, (Organization, Group)) and record.end:
        tags.append(Tag(f"Kết thúc {day(record.end)}", "ended"))
    if isinstance(record, Plan) and (years := catalogue.years(record)):
        tags.append(Tag(years_in_words(years), "planned"))
    if isinstance(record, Document):
        tags.append(Tag(record.state.label, "planned") if record.state.value == "in_preparation" else Tag(record.category.label, "training"))
    return [*tags, Tag(record.verification.level.label, record.verification.level.value)]


def state_of_program(catalogue: Catalogue, program: Program) -> State | None:
    """Where a programme stands. A plan without results says its year; the browser adds that the results are not known once the year is over."""
    years = catalogue.years(program)
    span = years_in_words(years).removeprefix("Năm ").removeprefix("Giai đoạn ")
    if program.state is Progress.DONE:
        return State(f"Đã thực hiện {span}".strip(), sort="done")
    if program.state is Progress.PROPOSED:
        return State("Đề xuất", sort="proposed")
    if program.state is Progress.PLANNED and years:
        return State(f"Kế hoạch {span}", year=str(years[-1]), planned=True)
    return State("Kế hoạch") if program.state is Progress.PLANNED else None


def state_of_class(program: Program, each: Class) -> State:
    """Where a class stands: as its source says, else by its dates, which only the reader's clock can judge."""
    if each.state in {ClassState.CANCELLED, ClassState.POSTPONED}:
        return State(each.state.label, sort="cancelled")
    if each.state is ClassState.FINISHED or (program.state is Progress.DONE and not each.state):
        return State(ClassState.FINISHED.label, sort="done")
    dates = {name: str(date) if date and date.year else "" for name, date in (("start", each.start), ("end", each.end), ("deadline", each.deadline))}
    return State(each.state.label if each.state else "Chưa có thông tin", **dates)


def years_in_words(years: tuple[int, ...]) -> str:
    """«Năm 2024», «Giai đoạn 2022-2025»; nothing where no year is known."""
    return f"Giai đoạn {years[0]}-{years[-1]}" if len(years) > 1 else f"Năm {years[0]}" if years else ""
