"""The page of a record: facts, classes, figures, relations both ways, sources. One view serves every kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from catalogue.load import Catalogue
from catalogue.model.collection import Backlink
from catalogue.model.kinds import KINDS
from catalogue.model.parts import Citation, Class, Figure
from catalogue.model.records import Group, Organization, Plan, Program, Record, Report, Source, Topic
from catalogue.model.shape import Shape, shapes, shown
from catalogue.render import Page, Site, template
from catalogue.vietnamese import day, number
from catalogue.views.entries import State, entry, state_of_class, state_of_program, tags_of
from catalogue.views.json_ld import json_ld
from catalogue.views.phrases import Phrase, Phrases, Piece, joined, kind_label, plain
from catalogue.views.plan import plan_tables
from catalogue.vocabulary import Progress

BASE = "../../"
DETAILS_FROM: Mapping[str, str] = {"program": "content"}
"""The field from which on the facts of a kind move below the classes and figures."""
FOLD_FROM = 12
"""A list of relations that is longer is folded behind its first ones."""


class Fact(NamedTuple):
    """A line of the facts: a label and its phrases; none where nothing is known."""

    label: str
    phrases: list[Phrase]


class Relation(NamedTuple):
    """The records that refer to this one under one heading: the first ones, and those folded behind them."""

    heading: str
    first: list[Any]
    folded: list[Any]


class ClassRow(NamedTuple):
    """A class as a row: every cell ready to print."""

    id: str
    title: str
    time: Phrase
    venue: Phrase
    seats: str
    results: str
    deadline: Phrase
    allocations: list[Phrase]
    note: str
    sources: list[Phrase]
    state: State


class FigureRow(NamedTuple):
    """A figure as a row, with its parts as further rows."""

    title: str
    value: str
    state: str
    time: Phrase
    note: Phrase
    part: bool


def record_pages(catalogue: Catalogue, site: Site) -> Iterator[Page]:
    """A page for every record."""
    phrases = Phrases(catalogue, BASE)
    for record in catalogue:
        yield record_page(catalogue, site, phrases, record)


def record_page(catalogue: Catalogue, site: Site, phrases: Phrases, record: Record) -> Page:
    """The page of one record."""
    kind = KINDS[record.kind]
    facts, details = split_facts(phrases, record)
    body = template("record")(
        base=BASE,
        record=record,
        trail=trail(catalogue, record),
        title=record.title,
        tags=tags_of(catalogue, record),
        state=state_of_program(catalogue, record) if isinstance(record, Program) else None,
        notices=list(notices(catalogue, phrases, record)),
        facts=facts,
        details=details,
        highlights=highlights(record),
        classes=[class_row(phrases, record, each) for each in record.classes] if isinstance(record, Program) else [],
        figures=[row for figure in figures_worth_a_table(record) for row in figure_rows(phrases, figure)],
        plan=plan_tables(catalogue, phrases, record) if isinstance(record, Plan) else None,
        report=report_rows(phrases, record) if isinstance(record, Report) else [],
        reference_sum=reference_sum(catalogue, phrases, record) if isinstance(record, Report) else None,
        relations=relations(catalogue, phrases, record),
        citations=[citation(catalogue, phrases, each) for each in record.sources],
        verification=verification(phrases, record),
        json_address=f"{BASE}api/v1/{kind.folder}/{record.id}.json",
        mail=catalogue.site.mail,
        address=site.address + catalogue.address(record),
    )
    description = record.summary or f"{kind_label(record)}: {record.title}."
    return Page(
        address=catalogue.address(record),
        title=record.title,
        description=" ".join(description.split())[:300],
        section=kind.section,
        body=body,
        edit_path=record.path,
        json_ld=json_ld(catalogue, site, record),
        indexed=not record.is_draft,
    )


def trail(catalogue: Catalogue, record: Record) -> list[Piece]:
    """The way from the home page to a record; a topic stands below its set."""
    from_home = [Piece("Trang chủ", BASE), Piece(section_label(KINDS[record.kind].section), f"{BASE}{KINDS[record.kind].section}/")]
    if isinstance(record, Topic) and record.set:
        topic_set = catalogue.topic_sets[record.set]
        from_home.append(Piece(topic_set.title, BASE + catalogue.address(topic_set)))
    return from_home


def section_label(section: str) -> str:
    """What a section is called: the label of its plainest kind."""
    return next(kind.label for kind in reversed(KINDS.values()) if kind.section == section)


def split_facts(phrases: Phrases, record: Record) -> tuple[list[Fact], list[Fact]]:
    """The facts that come first, and those that come below the classes and figures."""
    first: list[Fact] = []
    later: list[Fact] = []
    current = first
    for name, shape in shapes(type(record)).items():
        current = later if name == DETAILS_FROM.get(record.kind) else current
        when = shown(type(record), name)
        if when != "never":
            values = fact_values(phrases, record, name, shape)
            if values or when == "always":
                current.append(Fact(label_of(record, name), values))
    return first, later


def label_of(record: Record, name: str) -> str:
    """What a field is called on the page: the figures of what has been done are no longer seats that are planned."""
    if name == "figures" and isinstance(record, Program) and record.state is not Progress.PLANNED:
        return "Kết quả" if record.state is Progress.DONE else "Số liệu"
    return str(type(record).model_fields[name].title)


def fact_values(phrases: Phrases, record: Record, name: str, shape: Shape) -> list[Phrase]:
    """The phrases of a field; the time of a programme comes from its classes or its plan where it states none itself."""
    value = getattr(record, name)
    if name == "period" and value is None and isinstance(record, Program):
        return time_of(phrases, record)
    if name == "date" and isinstance(record, Source) and record.date:
        return [(phrases.date(record.date, record.inferred_year),)]
    if name == "address" and value:
        return [(Piece(value, value),)]
    found = phrases.of(value, shape) if value not in (None, ()) else []
    return [joined(found)] if found and is_plain_list(shape) and not any(len(phrase) > 1 or "," in phrase[0].text for phrase in found) else found


def is_plain_list(shape: Shape) -> bool:
    """Whether a field is a list of words that fit on one line: a vocabulary's, or short texts."""
    return bool(shape.item and not shape.item.model and not shape.item.reference)


def time_of(phrases: Phrases, program: Program) -> list[Phrase]:
    """When a programme's classes are, else the year of its plan."""
    dated = [phrases.dates(each.start, each.end, each.inferred_year) for each in program.classes if each.start or each.end]
    if dated:
        return dated
    plan = phrases.catalogue.plans.get(program.plan or "")
    return [(Piece(f"Năm {plan.year}"), Piece(" (theo kế hoạch)", quiet=True))] if plan and plan.year else []


def notices(catalogue: Catalogue, phrases: Phrases, record: Record) -> Iterator[tuple[str, Phrase]]:
    """What a reader must know before the facts: that a thing is a draft, has ended, is a proposal, or may lie inside another."""
    if isinstance(record, Topic) and record.is_draft:
        yield "draft", draft_words(catalogue, phrases, record)
    elif record.is_draft:
        yield "draft", plain("Bản ghi đang soạn, chưa xác minh. Không tính vào số liệu và danh sách của năm.")
    if isinstance(record, (Organization, Group)) and record.end:
        yield "ended", ended_words(phrases, record)
    if isinstance(record, Program) and record.state is Progress.PROPOSED:
        yield "warning", plain("Đây là đề xuất được nêu trong nguồn, chưa phải chương trình đã có kế hoạch.")
    if isinstance(record, Program) and record.perhaps_part_of:
        whole = phrases.named("program", record.perhaps_part_of)
        yield "warning", (Piece("Có thể thuộc "), whole, Piece("; nguồn không nói rõ, nên không cộng số liệu của hai mục."))


def draft_words(catalogue: Catalogue, phrases: Phrases, topic: Topic) -> Phrase:
    """What a topic without a name stands for, and that its number is not the source's."""
    words = "Tên chính thức chưa có trong các nguồn đã dùng. Số ghi tạm do danh mục đặt, không phải thứ tự của nguồn."
    if topic.set and (count := catalogue.topic_sets[topic.set].count):
        words += f" Nguồn chỉ cho biết có {count} chuyên đề; trang này giữ chỗ cho một trong số đó."
    if not topic.hint:
        return plain(words)
    source = phrases.named("source", topic.hint.source)
    hint = f" Lĩnh vực gợi ý: {topic.hint.subject}. Lĩnh vực này được nhắc tới trong "
    return (Piece(words + hint), source, Piece("; nguồn ấy không nói đây là một trong các chuyên đề của danh sách."))


def ended_words(phrases: Phrases, record: Organization | Group) -> Phrase:
    """When a body or a group ended and who took over, as far as it is known."""
    opening = Piece(f"Kết thúc hoạt động: {day(record.end)}. " if isinstance(record, Organization) else f"Đối tượng này có đến {day(record.end)}. ")
    if isinstance(record, Group):
        return (opening,)
    if not record.successors:
        return (opening, Piece("Dữ liệu chưa có thông tin về đơn vị tiếp nhận."))
    followers = joined([phrases.linked(each) for each in record.successors])
    incomplete = Piece("." if record.successors_complete else " (có thể chưa đủ).")
    return (opening, Piece("Đơn vị tiếp nhận: "), *followers, incomplete)


def figures_of(record: Record) -> list[Figure]:
    """The figures that a record states of itself."""
    return list(getattr(record, "figures", ())) + list(getattr(record, "declared", ()))


def figures_worth_a_table(record: Record) -> list[Figure]:
    """All figures of a record where one of them says more than its number; none where the facts have told it all."""
    stated = figures_of(record)
    telling = any(figure.parts or figure.note or figure.period or figure.as_of or figure.computed_from or figure.source or figure.title for figure in stated)
    return stated if telling or isinstance(record, (Plan, Report)) else []


def highlights(record: Record) -> list[tuple[str, str, str]]:
    """The numbers that stand large beside the facts: number, unit, what is said of it; at most four."""
    chosen = [figure for figure in figures_of(record) if not figure.title][:4]
    return [(f"{figure.bound.label} {number(figure.value)}".strip(), figure.label, figure.state.label if figure.state else "") for figure in chosen]


def figure_rows(phrases: Phrases, figure: Figure) -> Iterator[FigureRow]:
    """A figure and its parts."""
    remarks: list[Phrase] = []
    remarks += [plain(figure.note)] if figure.note else []
    remarks += [plain(f"Danh mục tính: {figure.computed_from}")] if figure.computed_from else []
    remarks += [plain(figure.parts_add.label)] if figure.parts and figure.parts_add else []
    remarks += [(Piece("Nguồn: "), phrases.named("source", figure.source))] if figure.source else []
    time = phrases.period(figure.period) if figure.period else (Piece("tính đến "), phrases.date(figure.as_of)) if figure.as_of else ()
    value = phrases.figure(figure.model_copy(update={"title": None}))
    yield FigureRow(figure.title or figure.label.capitalize(), value, figure.state.label if figure.state else "", time, joined(remarks, ". "), False)
    for part in figure.parts:
        remark = plain(f"Danh mục tính: {part.computed_from}") if part.computed_from else ()
        yield FigureRow(f"trong đó: {part.title}", f"{number(part.value)} {figure.label}".replace(" %", "\u202f%"), "", (), remark, True)


def class_row(phrases: Phrases, program: Program, each: Class) -> ClassRow:
    """A class with every cell in words."""
    results = [f"{number(getattr(each.results, name))} {label}" for name, label in RESULT_WORDS if each.results and getattr(each.results, name) is not None]
    return ClassRow(
        id=each.id,
        title=each.title or (f"Lớp {each.number}" if each.number else "Lớp"),
        time=phrases.dates(each.start, each.end, each.inferred_year),
        venue=phrases.linked(each.venue) if each.venue else (),
        seats=number(each.seats) if each.seats is not None else "",
        results=", ".join(results),
        deadline=(phrases.date(each.deadline),) if each.deadline else (),
        allocations=phrases.of(each.allocations, shapes(Class)["allocations"]),
        note=each.note or "",
        sources=[phrases.linked(source) for source in each.sources],
        state=state_of_class(program, each),
    )


RESULT_WORDS = (("attended", "người học"), ("completed", "hoàn thành"), ("certified", "được cấp chứng chỉ"))


def report_rows(phrases: Phrases, report: Report) -> list[tuple[Phrase, list[FigureRow]]]:
    """The rows of a report: whom or what each is about, and its figures."""
    rows = []
    for row in report.rows:
        name = row.organization and (phrases.named("organization", row.organization),) or row.group and (phrases.named("group", row.group),) or ()
        about = joined([phrase for phrase in (plain(row.title) if row.title else (), name) if phrase], " · ")
        rows.append((about, [line for figure in row.figures for line in figure_rows(phrases, figure)]))
    return rows


class Sum(NamedTuple):
    """An addition for orientation: its lines, its totals by unit, and the caution that stands with it."""

    lines: list[tuple[Piece, str]]
    totals: list[str]
    caution: str


def reference_sum(catalogue: Catalogue, phrases: Phrases, report: Report) -> Sum | None:
    """The figures of the programmes that a report may be set beside: classes added, and all learners whatever their unit."""
    if not report.reference_sum:
        return None
    programs = [catalogue.programs[id] for id in report.reference_sum.programs]
    lines = [(phrases.link(program), ", ".join(phrases.figure(figure) for figure in program.figures)) for program in programs]
    stated = [figure for program in programs for figure in program.figures if not figure.title]
    classes = sum(figure.value for figure in stated if figure.measure.value == "classes")
    people = [figure for figure in stated if figure.measure.value in {"learners", "attendances", "members"}]
    units = " và ".join(dict.fromkeys(figure.label for figure in people))
    return Sum(lines, [f"{number(classes)} lớp", f"{number(sum(figure.value for figure in people))} ({units})"], report.reference_sum.caution)


def relations(catalogue: Catalogue, phrases: Phrases, record: Record) -> list[Relation]:
    """Who refers to a record, under the headings that the fields name; each record once under a heading, drafts last; a plan's table has its programmes."""
    grouped: dict[str, dict[tuple[str, str], Backlink]] = {}
    for backlink in catalogue.backlinks.get((record.kind, record.id), ()):
        if isinstance(record, Plan) and isinstance(backlink.record, Program) and backlink.place == ("plan",):
            continue
        grouped.setdefault(heading(backlink), {}).setdefault((backlink.record.kind, backlink.record.id), backlink)
    found = []
    for title, backlinks in grouped.items():
        entries = [entry(catalogue, phrases, backlink.record) for backlink in sorted(backlinks.values(), key=lambda each: each.record.is_draft)]
        cut = len(entries) if len(entries) <= FOLD_FROM else FOLD_FROM // 2
        found.append(Relation(title, entries[:cut], entries[cut:]))
    return found


def heading(backlink: Backlink) -> str:
    """The heading of a relation; sources tell what kind of thing rests on them."""
    return f"{backlink.reference.inverse}: {kind_label(backlink.record).lower()}" if backlink.reference.kind == "source" else backlink.reference.inverse


def citation(catalogue: Catalogue, phrases: Phrases, each: Citation) -> dict[str, Any]:
    """A source as it is quoted: link, publisher, date, address, and the place in it."""
    if each.document:
        return {"link": phrases.named("document", each.document), "publisher": "", "date": (), "address": "", "locator": each.locator or ""}
    source = catalogue.sources[str(each.source)]
    return {
        "link": phrases.link(source),
        "publisher": source.publisher or "",
        "date": (phrases.date(source.date, source.inferred_year),) if source.date else (),
        "address": source.address or "",
        "locator": each.locator or "",
    }


def verification(phrases: Phrases, record: Record) -> list[Fact]:
    """How far the record is confirmed, in lines."""
    group = record.verification
    return [
        Fact(str(type(group).model_fields[name].title), phrases.of(getattr(group, name), shape)) for name, shape in shapes(type(group)).items() if getattr(group, name)
    ]
