"""What decides about a record, in a few words: for whom and by whom, how many, when; kind by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from catalogue.findings.plans import programs_of
from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import PEOPLE, Measure, Progress, labels
from catalogue.model.collection import Catalogue
from catalogue.model.kinds import KINDS
from catalogue.model.parts import Figure, ReportRow
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Document, Group, Organization, Plan, Report, Source, Topic, TopicSet
from catalogue.model.shape import title
from catalogue.page import Phrase, Piece
from catalogue.rules.bodies import ACTING
from catalogue.views.words.figures import ROW_TITLES, amounts, row_title, whole_figures
from catalogue.views.words.phrases import Phrases, figure_words, in_sentence, joined, plain
from catalogue.views.words.validity import changes_to

FEW = 4
"""Names that an entry lists before it counts the others."""
CLASSES_AND_PEOPLE = PEOPLE | {Measure.CLASSES}
"""What a reader of a plan asks for first."""

Meta = list[tuple[str, Phrase]]
"""What decides about a record: labels, each with a few words."""


def meta(phrases: Phrases, record: Record) -> Meta:
    """What decides about a record, a few words each; its page tells what is not known."""
    return METAS[record.kind](phrases, record) if record.kind in METAS else []


def topic_set_meta(phrases: Phrases, topic_set: TopicSet) -> Meta:
    """How many, by whom."""
    count = (
        [("Số lượng", plain(f"{topic_set.count} {topic_set.of.label}"))]
        if topic_set.count is not None
        else []
    )
    return count + led_by(phrases, topic_set.lead)


def topic_meta(phrases: Phrases, topic: Topic) -> Meta:
    """What it is about; of a draft what it may be about, though no source says so."""
    fields = [(title(Topic, "fields"), plain(", ".join(labels(topic.fields))))] if topic.fields else []
    if topic.hint is None:
        return fields
    count = phrases.catalogue.topic_sets[topic.set].count if topic.set else None
    caution = f" (nguồn không nói đây là một trong {count or 'các'} chuyên đề)"
    return [*fields, (title(Topic, "hint"), (Piece(topic.hint.subject), Piece(caution, quiet=True)))]


def organization_meta(phrases: Phrases, body: Organization) -> Meta:
    """What it does, in how many programmes first, then in how many plans and documents."""
    acts = {
        (each.reference.inverse, each.record.kind, each.record.id)
        for each in phrases.catalogue.backlinks.get(("organization", body.id), ())
        if ACTING.intersection(each.place) and not each.record.is_draft
    }
    order, counts = list(KINDS), Counter((kind, act) for act, kind, _ in acts)
    first = sorted(counts, key=lambda each: (order.index(each[0]), -counts[each], each))[:FEW]
    return [(act, plain(f"{number(counts[kind, act])} {KINDS[kind].label.lower()}")) for kind, act in first]


def plan_meta(phrases: Phrases, plan: Plan) -> Meta:
    """Whose plan it is, what it states of classes and people, of how many of its programmes that is known."""
    whose = (
        [(title(Plan, "issuer"), (phrases.named("organization", plan.issuer),))]
        if plan.issuer
        else led_by(phrases, plan.lead)
    )
    counted = [*plan_figures(phrases, plan), *plan_programs(phrases.catalogue, plan)]
    return [*whose, *(counted or [("Số lớp, chỉ tiêu", plain("chưa có thông tin"))])]


def plan_figures(phrases: Phrases, plan: Plan) -> Iterator[tuple[str, Phrase]]:
    """How many classes and people a plan states itself, those planned apart from those that were."""
    stated = [each for each in plan.figures if not each.title and each.measure in CLASSES_AND_PEOPLE]
    for label, is_done in (("Chỉ tiêu", False), (Progress.DONE.label, True)):
        words = phrases.figures(each for each in stated if (each.state is Progress.DONE) is is_done)
        if words:
            yield label, plain(words)


def plan_programs(catalogue: Catalogue, plan: Plan) -> Iterator[tuple[str, Phrase]]:
    """How many programmes of a plan are recorded, and of how many of them classes or people are stated."""
    programs = programs_of(catalogue, plan)
    stated = [each for each in programs if {figure.measure for figure in each.figures} & CLASSES_AND_PEOPLE]
    if programs:
        part = f"trong đó {number(len(stated))} có" if stated else "chưa có"
        part = "đều có" if len(stated) == len(programs) else part
        yield "Chương trình", plain(f"{number(len(programs))}, {part} số lớp hoặc chỉ tiêu")


def document_meta(phrases: Phrases, document: Document) -> Meta:
    """Issued when, by whom; in force from when; replaced or amended by what."""
    found: Meta = [(title(Document, "issued"), (phrases.date(document.issued),))] if document.issued else []
    if document.issuers:
        found.append((title(Document, "issuers"), first_few(phrases, "organization", document.issuers)))
    if document.in_force:
        found.append(
            (title(Document, "in_force"), phrases.dates(document.in_force.start, document.in_force.end))
        )
    for key in ("replaces", "amends"):
        if changes := changes_to(phrases.catalogue, document, key):
            ids = [each.record.id for each in changes]
            found.append((changes[0].reference.inverse, first_few(phrases, "document", ids)))
    return found


def source_meta(phrases: Phrases, source: Source) -> Meta:
    """Published where, when."""
    published = [("Đăng", (phrases.date(source.date, source.inferred_year),))] if source.date else []
    return ([("Nơi đăng", plain(source.publisher))] if source.publisher else []) + published


def report_meta(phrases: Phrases, report: Report) -> Meta:
    """Its figures, those of its rows behind whom they are of; a draft's stand on its own page alone."""
    if report.is_draft:
        return []
    told = [figures_said(report.declared)] if report.declared else []
    told += [f"{row_name(phrases, row)}: {figures_said(row.figures)}" for row in report.rows[:FEW]]
    rest = len(report.rows) - FEW
    told += [f"và {number(rest)} dòng khác"] if rest > 0 else []
    return [("Số nguồn nêu", plain("; ".join(told)))] if told else []


def row_name(phrases: Phrases, row: ReportRow) -> str:
    """Whom or what a row of a report is about."""
    named = (("organization", row.organization), ("group", row.group))
    return row.title or ", ".join(phrases.named(kind, id).text for kind, id in named if id)


def figures_said(figures: Iterable[Figure]) -> str:
    """Figures with what they measure where their unit does not say it: «diện tích 38,25 ha»."""
    return ", ".join(
        f"{in_sentence(row_title(each))} {figure_words(each)}"
        if each.measure in ROW_TITLES and not each.title
        else figure_words(each)
        for each in figures
    )


def first_few(phrases: Phrases, kind: str, ids: Sequence[str]) -> Phrase:
    """The first names of a list and how many follow: an entry stays short however long the list."""
    rest = (Piece(f" và {len(ids) - FEW} mục khác"),) if len(ids) > FEW else ()
    return (*joined([(phrases.named(kind, id),) for id in ids[:FEW]], "; "), *rest)


def led_by(phrases: Phrases, lead: str | None) -> Meta:
    """The body that leads, where it is known."""
    return [("Chủ trì", (phrases.named("organization", lead),))] if lead else []


def program_meta(phrases: Phrases, program: Program) -> Meta:
    """For whom, by whom, how many."""
    found: Meta = []
    if program.groups:
        found.append(("Đối tượng", first_few(phrases, "group", [each.group for each in program.groups])))
    found += led_by(phrases, program.lead)
    found += [(label, plain(words)) for label, words in amounts(phrases, program).items() if words]
    costs = phrases.figures(each for each in whole_figures(program) if each.measure is Measure.COST)
    return [*found, ("Kinh phí", plain(costs))] if costs else found


def group_meta(phrases: Phrases, group: Group) -> Meta:
    """Which positions, and how many programmes are for it."""
    naming = [backlink.record for backlink in phrases.catalogue.backlinks.get(("group", group.id), ())]
    programs = {record.id for record in naming if isinstance(record, Program) and not record.is_draft}
    positions = [("Chức danh", plain(", ".join(group.positions)))] if group.positions else []
    return [*positions, ("Chương trình", plain(str(len(programs)) if programs else "chưa có thông tin"))]


METAS: Mapping[str, Callable[[Phrases, Any], Meta]] = {
    "program": program_meta,
    "topic_set": topic_set_meta,
    "topic": topic_meta,
    "group": group_meta,
    "organization": organization_meta,
    "plan": plan_meta,
    "document": document_meta,
    "source": source_meta,
    "report": report_meta,
}
"""What decides about a record of each kind."""
