"""A record as an entry of a list: its link, its tags, what decides about it, where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from catalogue.language.vietnamese import day
from catalogue.language.vocabulary import Confirmation, DocumentState
from catalogue.model.collection import Catalogue, years_in_words
from catalogue.model.confirmation import confirmation_of
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Document, Group, Organization, Plan
from catalogue.page import Piece, TemplateContent
from catalogue.parallel import divided
from catalogue.views.words.metas import Meta, meta
from catalogue.views.words.phrases import Phrases, in_sentence
from catalogue.views.words.states import StateShown, state_of_program
from catalogue.views.words.validity import is_replaced

PART = 512
"""Records that one process makes into entries at a time: a small catalogue needs no second process."""


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
        self.said = frozenset({self.usual.label} if self.usual else ())
        self._made: dict[tuple[str, str], Markup] = {}

    def of(self, record: Record, heading: str = "") -> Markup:
        """The entry of a record; below a heading it has no tag that only repeats that."""
        if heading and any(tag.text == heading for tag in tags_of(self.phrases.catalogue, record)):
            return entry(self.phrases, record, self.said | {heading})
        made = self._made.get((record.kind, record.id))
        if made is None:
            made = self._made[record.kind, record.id] = entry(self.phrases, record, self.said)
        return made

    def each(self, records: Iterable[Record], heading: str = "") -> list[Markup]:
        """The entry of each of some records, below a heading if they stand under one."""
        return [self.of(record, heading) for record in records]

    def listed(self, records: Sequence[Record], heading: str = "") -> Markup:
        """Some records as a list of entries, drafts folded behind the others."""
        published = self.each((record for record in records if not record.is_draft), heading)
        drafts = self.each((record for record in records if record.is_draft), heading)
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
            return [str(entry(self.phrases, record, self.said)) for record in share]

        made = [each for part in divided(-(-len(records) // PART), work) for each in part]
        for record, each in zip(records, made, strict=True):
            self._made[record.kind, record.id] = Markup(each)  # noqa: S704 - a template made it


def usual_level(catalogue: Catalogue) -> Confirmation | None:
    """How far most of what is published is confirmed; None where nothing is published."""
    counts = Counter(confirmation_of(catalogue, record) for record in catalogue if not record.is_draft)
    return max(counts, key=lambda level: (counts[level], level)) if counts else None


def entry(phrases: Phrases, record: Record, said: AbstractSet[str]) -> Markup:
    """A record as an entry: its link, its tags but those that are said above the list, what decides."""
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
        tags=[tag for tag in tags_of(catalogue, record) if tag.text not in said],
        state=state,
        sort=sort,
    ).html()


def tags_of(catalogue: Catalogue, record: Record) -> list[Tag]:
    """The tags of a record: what it is, how it stands, how far it is confirmed."""
    tags: list[Tag] = []
    if isinstance(record, Program):
        tags += [Tag(category.label, "training") for category in record.categories]
    if isinstance(record, (Organization, Group)) and record.end:
        tags.append(Tag(f"Kết thúc {day(record.end)}{'' if record.end.year else ', không rõ năm'}", "ended"))
    if isinstance(record, Plan) and (years := catalogue.years(record)):
        tags.append(Tag(years_named(years), "planned"))
    if isinstance(record, Document):
        tags.append(Tag(record.category.label, "training"))
        tags += [Tag(record.state.label, "planned")] if record.state is DocumentState.IN_PREPARATION else []
        tags += [Tag("Đã được thay thế", "ended")] if is_replaced(catalogue, record) else []
    confirmation = confirmation_of(catalogue, record)
    return [*tags, Tag(confirmation.label, confirmation.value)]


def years_named(years: tuple[int, ...]) -> str:
    """«Năm 2024», «Giai đoạn 2022-2025»; nothing where no year is known."""
    return f"{'Giai đoạn' if len(years) > 1 else 'Năm'} {years_in_words(years)}" if years else ""
