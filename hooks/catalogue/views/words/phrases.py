"""Values of the model as phrases: texts, links and dates in the words of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from catalogue.language.quantities import measured, written_amount
from catalogue.language.vietnamese import day, number
from catalogue.language.vocabulary import Vocabulary
from catalogue.model import parts, spans
from catalogue.model.collection import Catalogue
from catalogue.model.dates import Date
from catalogue.model.kinds import KINDS
from catalogue.model.record import Record
from catalogue.model.reviews import NamedRecord, Review
from catalogue.model.shape import Shape, links, shapes, title, value_of
from catalogue.page import ROOT, Phrase, Piece
from catalogue.problems.problem import faults

YES_NO = {True: "Có", False: "Không"}
SPEAKING = {"locator", "obligation", "what"}
"""The fields of groups whose values speak for themselves and need no label."""


def plain(text: str) -> Phrase:
    """A phrase of one plain text."""
    return (Piece(text),)


def joined(phrases: list[Phrase], between: str = ", ") -> Phrase:
    """Phrases one after the other with a text between them."""
    pieces: list[Piece] = []
    for index, phrase in enumerate(phrases):
        pieces += [Piece(between)] if index else []
        pieces += phrase
    return tuple(pieces)


def in_sentence(label: str) -> str:
    """A label inside a sentence: «địa điểm»."""
    return label[:1].lower() + label[1:]


class Phrases:
    """Makes phrases: it knows the catalogue. Links lead from the site's root (`ROOT`)."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._links: dict[tuple[str, str], Piece] = {}
        self._dates: dict[Date, Piece] = {}

    def link(self, record: Record) -> Piece:
        """A link to a record's page."""
        return Piece(self.catalogue.name(record), ROOT + self.catalogue.address(record))

    def named(self, kind: str, id: str) -> Piece:
        """A link to the record of a kind and id, by its short name where it has one of its own."""
        link = self._links.get((kind, id))
        if link is None:
            record = self.catalogue.of(kind)[id]
            words = self.catalogue.brief_name(record)
            link = self._links[kind, id] = Piece(words, ROOT + self.catalogue.address(record))
        return link

    def of(self, value: Any, shape: Shape) -> list[Phrase]:
        """The phrases of a field: one for each item of a list, else one."""
        if shape.item:
            return [phrase for item in value for phrase in self.of(item, shape.item)]
        if shape.reference and not shape.key:
            return [(self.named(shape.reference.kind, value),)]
        if shape.key:
            return [self.allocation(key, count, shape.key) for key, count in value.items()]
        return [self.value(value)]

    def allocation(self, key: str, count: int, shape: Shape) -> Phrase:
        """A number that belongs to a record: «Sở Nội vụ: 20»."""
        return (*self.of(key, shape)[0], Piece(f": {number(count)}"))

    def value(self, value: Any) -> Phrase:
        """The phrase of one value by its type."""
        kind: type = type(value)
        return phrasing(kind)(self, value)

    def sentence(self, group: BaseModel) -> Phrase:
        """A group of fields that has no words of its own yet: each field behind its label."""
        return joined(list(self.labelled(group)), "; ")

    def date(self, date: Date, inferred_year: int | None = None) -> Piece:
        """A date; one without a year says so, with the year that may be meant."""
        if date.year is None:
            guess = f" (có thể {inferred_year})" if inferred_year else ""
            return Piece(f"{day(date)}, không rõ năm{guess}")
        piece = self._dates.get(date)
        if piece is None:
            piece = self._dates[date] = Piece(day(date), datetime=str(date))
        return piece

    def dates(self, start: Date | None, end: Date | None, inferred_year: int | None = None) -> Phrase:
        """From one date to another; a missing year is told once, at the end."""
        if start and end and str(start) == str(end):
            return (self.date(start, inferred_year),)
        if start and end and start.year is None and end.year is None:
            return (Piece(f"{day(start)} đến "), self.date(end, inferred_year))
        first: Phrase = (self.date(start, inferred_year),) if start else ()
        last: Phrase = (self.date(end, inferred_year),) if end else ()
        if start and end:
            return (*first, Piece(" đến "), *last)
        return (Piece("từ "), *first) if start else (Piece("đến "), *last) if end else ()

    def period(self, period: spans.Period) -> Phrase:
        """A period, with the words that it was inferred from the context where it was."""
        if period.note and not period.is_dated:
            return plain(period.note)
        marks = [
            mark for mark in ("suy ra từ ngữ cảnh" if period.inferred else "", period.note or "") if mark
        ]
        return (
            *self.dates(period.start, period.end),
            *([Piece(f" ({'; '.join(marks)})", quiet=True)] if marks else []),
        )

    def figures(self, figures: Iterable[parts.Figure]) -> str:
        """Figures one after the other."""
        return ", ".join(figure_words(figure) for figure in figures)

    def linked(self, group: BaseModel) -> Phrase:
        """A group of fields that is about a record: its link first, what else it says in brackets."""
        pieces: list[Piece] = []
        rest: list[Phrase] = []
        for name, shape in shapes(type(group)).items():
            value = value_of(group, name)
            if not value:
                continue
            phrase = self.of(value, shape)[0]
            if isinstance(group, parts.Venue) or (shape.reference and not pieces):
                pieces += [Piece(", ")] if pieces else []
                pieces += phrase
            else:
                rest.append(self.with_label(group, name, phrase))
        return (*pieces, *((Piece(" ("), *joined(rest, "; "), Piece(")")) if rest else ()))

    def with_label(self, group: BaseModel, name: str, phrase: Phrase) -> Phrase:
        """A value behind its label, where the value does not speak for itself."""
        if name in SPEAKING:
            return phrase
        return (Piece(f"{title(type(group), name).lower()} "), *phrase)

    def nomination(self, nomination: parts.Nomination) -> Phrase:
        """Whom to tell, as a sentence: who makes the list, where it goes, by when."""
        sentence = [*self.sending(nomination)]
        if nomination.deadline:
            sentence += [Piece(", hạn "), self.date(nomination.deadline)]
        rest: list[Phrase] = [plain(f"mẫu {nomination.form}")] if nomination.form else []
        rest += [joined([plain(paper) for paper in nomination.papers])] if nomination.papers else []
        rest += [plain(nomination.note)] if nomination.note else []
        return (*sentence, *((Piece(". "), *joined(rest, "; ")) if rest else ()))

    def sending(self, nomination: parts.Nomination) -> Phrase:
        """Who makes the list, and where it goes."""
        by, to = (self.named("organization", id) if id else None for id in (nomination.by, nomination.to))
        sender = by or Piece("Cơ quan, đơn vị quản lý")
        receiver = (Piece(", gửi "), to) if to else ()
        return (sender, Piece(" lập danh sách"), *receiver)

    def hint(self, hint: parts.Hint) -> Phrase:
        """A field that may be a draft topic's, with the words that its source does not say so."""
        source = self.named("source", hint.source)
        return (
            Piece(f"{hint.subject} (được nhắc tới trong "),
            source,
            Piece("; nguồn ấy không nói đây là một trong các chuyên đề của danh sách)"),
        )

    def adjustment(self, adjustment: parts.Adjustment) -> Phrase:
        """When something was changed, what, and by which document: «2-2026: thêm một lớp (Công văn 12)»."""
        when = (self.date(adjustment.date), Piece(": ")) if adjustment.date else ()
        document = (
            (Piece(" ("), self.named("document", adjustment.document), Piece(")"))
            if adjustment.document
            else ()
        )
        return (*when, Piece(adjustment.what), *document)

    def review(self, review: Review) -> Phrase:
        """What a person judged, of which number, beside which records, why it may stand, by whom."""
        beside = [phrase for each in review.with_ for phrase in self.record_names(each)]
        if review.value is not None:
            beside.insert(0, plain(f"số {number(review.value)}"))
        return (
            Piece(faults()[review.finding].title),
            *((Piece(" ("), *joined(beside), Piece(")")) if beside else ()),
            Piece(": "),
            *self.reason(review),
        )

    def reason(self, review: Review) -> Phrase:
        """Why what a person judged may stand, and who says so: for where it is plain what that is."""
        by = self.named("organization", review.by)
        return (Piece(f"{review.reason} ("), by, Piece(", "), self.date(review.day), Piece(")"))

    def record_names(self, named: NamedRecord) -> list[Phrase]:
        """Links to the records that a review names."""
        return [(self.named(link.reference.kind, link.id),) for link in links(named)]

    def labelled(self, group: BaseModel) -> Iterator[Phrase]:
        """Every field of a group behind its label: how a group is told that has no words of its own."""
        for name, shape in shapes(type(group)).items():
            value = value_of(group, name)
            if value not in (None, ()):
                label = title(type(group), name).lower()
                yield (Piece(f"{label} "), *joined(self.of(value, shape)))


def figure_words(figure: parts.Figure) -> str:
    """A figure with its unit: «gần 1.900.000 lượt học viên»."""
    words = measured(figure.bound, *amount(figure))
    return f"{figure.title}: {words}" if figure.title else words


def amount(figure: parts.Figure) -> tuple[str, str]:
    """The number of a figure and its unit, as pages write them."""
    return written_amount(figure.value, figure.label)


def module(module: parts.Module) -> str:
    """«Kinh tế đô thị», «15 chuyên đề», «nghiên cứu thực tế»."""
    counted = " ".join(
        str(part) for part in (module.count, module.unit.label if module.unit else None) if part is not None
    )
    if module.title and module.title.casefold() == counted.casefold():
        return module.title
    return f"{module.title} ({counted})" if module.title and counted else module.title or counted


def web(text: str) -> Phrase:
    """A text, as a link where it is an address of the web."""
    return (Piece(text, text),) if text.startswith(("https://", "http://")) else (Piece(text),)


def kind_label(record: Record) -> str:
    """What a record is, in a word."""
    return KINDS[record.kind].label


@cache
def phrasing(kind: type) -> Callable[[Phrases, Any], Phrase]:
    """How values of a type are put into words."""
    return next(words for types, words in PHRASINGS if issubclass(kind, types))


PHRASINGS: tuple[tuple[tuple[type, ...], Callable[[Phrases, Any], Phrase]], ...] = (
    ((bool,), lambda _, value: plain(YES_NO[value])),
    ((Vocabulary,), lambda _, value: plain(value.label)),
    ((Date,), lambda phrases, value: (phrases.date(value),)),
    ((spans.Period,), Phrases.period),
    ((parts.Figure,), lambda _, value: plain(figure_words(value))),
    ((parts.Duration,), lambda _, value: plain(measured(value.bound, number(value.value), value.unit.label))),
    ((spans.Term,), lambda _, value: plain(f"{value.start}-{value.end}")),
    ((parts.Module,), lambda _, value: plain(module(value))),
    ((parts.Nomination,), Phrases.nomination),
    ((parts.Hint,), Phrases.hint),
    ((parts.Adjustment,), Phrases.adjustment),
    ((Review,), Phrases.review),
    (
        (parts.Audience, parts.Venue, parts.Scheme, parts.LegalBasis, parts.Citation, parts.Succession),
        Phrases.linked,
    ),
    ((BaseModel,), Phrases.sentence),
    ((object,), lambda _, value: web(str(value))),
)
"""The types of the model and how each is put into words, the narrower before the wider."""
