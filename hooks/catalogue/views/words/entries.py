"""A record as an entry of a list: its link, its tags, what decides about it, where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from markupsafe import Markup

from catalogue.language.vietnamese import day, number
from catalogue.language.vocabulary import PEOPLE, Confirmation, DocumentState, Measure, Progress, labels
from catalogue.load import Catalogue
from catalogue.model.confirmation import confirmation_of
from catalogue.model.kinds import KINDS
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Document, Group, Organization, Plan, Report, Source, Topic, TopicSet
from catalogue.model.shape import title
from catalogue.page import Phrase, Piece, TemplateContent
from catalogue.parallel import divided
from catalogue.rules.bodies import ACTING
from catalogue.views.words.figures import amounts, whole_figures
from catalogue.views.words.phrases import Phrases, in_sentence, joined, plain
from catalogue.views.words.states import StateShown, state_of_program
from catalogue.views.words.validity import changes_to, is_replaced

PART = 512
"""Records that one process makes into entries at a time: a small catalogue needs no second process."""
FEW = 4
"""Names that an entry lists before it counts the others."""
CLASSES_AND_PEOPLE = PEOPLE | {Measure.CLASSES}
"""What a reader of a plan asks for first."""


Meta = list[tuple[str, Phrase]]
"""What decides about a record: labels, each with a few words."""


class Tag(NamedTuple):
    """A small word about a record: its text and the sort that colours it (`training`, `planned`, …)."""

    text: str
    sort: str


@dataclass(frozen=True)
class EntryContent(TemplateContent):
    """What fills the template of an entry; `sort` tells a draft and what is past from the others."""

    template = "entry"
    link: Piece
    meta: Meta
    tags: list[Tag]
    state: StateShown | None
    sort: str


@dataclass(frozen=True)
class EntriesContent(TemplateContent):
    """What fills the template of a list of entries."""

    template = "entries"
    entries: list[Markup]
    drafts: list[Markup]
    said_once: str


class Entries:
    """Records as entries of lists. A record stands in a dozen lists, so each is made once and kept."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.usual = usual_level(phrases.catalogue)
        self._made: dict[tuple[str, str], Markup] = {}

    def of(self, record: Record) -> Markup:
        """The entry of a record."""
        made = self._made.get((record.kind, record.id))
        if made is None:
            made = self._made[record.kind, record.id] = entry(self.phrases, record, self.usual)
        return made

    def each(self, records: Iterable[Record]) -> list[Markup]:
        """The entry of each of some records."""
        return [self.of(record) for record in records]

    def listed(self, records: Sequence[Record]) -> Markup:
        """Some records as a list of entries, drafts folded behind the others."""
        published = self.each(record for record in records if not record.is_draft)
        drafts = self.each(record for record in records if record.is_draft)
        return EntriesContent(published, drafts, self.said_once if published else "").html()

    @property
    def said_once(self) -> str:
        """What the entries of a list do not say each: how far most are confirmed. Empty where nothing is."""
        return f"Mức độ xác minh: {in_sentence(self.usual.label)}, trừ mục có ghi khác." if self.usual else ""

    def make_all(self) -> None:
        """Make every entry now, on all processors: whoever is about to make all pages needs each of them."""
        records = list(self.phrases.catalogue)

        def work(part: int) -> list[str]:
            share = records[part * PART : (part + 1) * PART]
            return [str(entry(self.phrases, record, self.usual)) for record in share]

        made = [each for part in divided(-(-len(records) // PART), work) for each in part]
        for record, each in zip(records, made, strict=True):
            self._made[record.kind, record.id] = Markup(each)  # noqa: S704 - a template made it


def usual_level(catalogue: Catalogue) -> Confirmation | None:
    """How far most of what is published is confirmed; None where nothing is published."""
    counts = Counter(confirmation_of(catalogue, record) for record in catalogue if not record.is_draft)
    return max(counts, key=lambda level: (counts[level], level)) if counts else None


def entry(phrases: Phrases, record: Record, usual: Confirmation | None) -> Markup:
    """A record as an entry: its link, its tags but what is usual, what decides."""
    catalogue = phrases.catalogue
    state = state_of_program(catalogue, record).for_list if isinstance(record, Program) else None
    ended = (
        (isinstance(record, (Organization, Group)) and record.end is not None)
        or (isinstance(record, Document) and is_replaced(catalogue, record))
        or (state is not None and state.over)
    )
    sort = "draft" if record.is_draft else "past" if ended else ""
    return EntryContent(
        link=phrases.link(record),
        meta=meta(phrases, record),
        tags=[tag for tag in tags_of(catalogue, record) if tag.sort != usual],
        state=state,
        sort=sort,
    ).html()


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


def topic_meta(_: Phrases, topic: Topic) -> Meta:
    """What it is about; of a draft what it may be about."""
    fields = [(title(Topic, "fields"), plain(", ".join(labels(topic.fields))))] if topic.fields else []
    return fields + ([(title(Topic, "hint"), plain(topic.hint.subject))] if topic.hint else [])


def organization_meta(phrases: Phrases, body: Organization) -> Meta:
    """What it does, in how many programmes, plans and documents."""
    acts = {
        (each.reference.inverse, each.record.kind, each.record.id)
        for each in phrases.catalogue.backlinks.get(("organization", body.id), ())
        if ACTING.intersection(each.place) and not each.record.is_draft
    }
    counts = Counter((act, kind) for act, kind, _ in sorted(acts))
    return [
        (act, plain(f"{number(many)} {KINDS[kind].label.lower()}"))
        for (act, kind), many in counts.most_common(FEW)
    ]


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
    named = catalogue.referring("plan", plan.id, "plan")
    programs = [each for each in named if isinstance(each, Program) and not each.is_draft]
    stated = [each for each in programs if {figure.measure for figure in each.figures} & CLASSES_AND_PEOPLE]
    if programs:
        part = "đều có" if len(stated) == len(programs) else f"trong đó {number(len(stated))} có"
        yield "Chương trình", plain(f"{number(len(programs))}, {part} số lớp, chỉ tiêu")


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
    """Its figures, row by row; a draft's stand on its own page alone."""
    if report.is_draft:
        return []
    rows = [(row.title, row.figures) for row in report.rows]
    words = [
        ": ".join(part for part in (title, phrases.figures(figures)) if part)
        for title, figures in [(None, report.declared), *rows]
        if figures
    ]
    return [("Số nguồn nêu", plain("; ".join(words)))] if words else []


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


def tags_of(catalogue: Catalogue, record: Record) -> list[Tag]:
    """The tags of a record: what it is, how it stands, how far it is confirmed."""
    tags: list[Tag] = []
    if isinstance(record, Program):
        tags += [Tag(category.label, "training") for category in record.categories]
    if isinstance(record, (Organization, Group)) and record.end:
        tags.append(Tag(f"Kết thúc {day(record.end)}{'' if record.end.year else ', không rõ năm'}", "ended"))
    if isinstance(record, Plan) and (years := catalogue.years(record)):
        tags.append(Tag(years_in_words(years), "planned"))
    if isinstance(record, Document):
        tags.append(Tag(record.category.label, "training"))
        tags += [Tag(record.state.label, "planned")] if record.state is DocumentState.IN_PREPARATION else []
        tags += [Tag("Đã được thay thế", "ended")] if is_replaced(catalogue, record) else []
    confirmation = confirmation_of(catalogue, record)
    return [*tags, Tag(confirmation.label, confirmation.value)]


def years_in_words(years: tuple[int, ...]) -> str:
    """«Năm 2024», «Giai đoạn 2022-2025»; nothing where no year is known."""
    return f"Giai đoạn {years[0]}-{years[-1]}" if len(years) > 1 else f"Năm {years[0]}" if years else ""
