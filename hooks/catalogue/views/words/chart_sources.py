"""Where the numbers of a picture come from: each one's own source, else what its whole record rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from catalogue.language.vietnamese import number
from catalogue.model.confirmation import figure_confirmation
from catalogue.model.parts import Figure
from catalogue.model.record import Record
from catalogue.page import Phrase, Piece
from catalogue.views.words.phrases import Phrases, in_sentence, joined, plain

FEW = 4
"""Sources that are named; of more it is told how many they are."""
OWN, OF_RECORD, OF_RECORDS = "Nguồn", "Nguồn chung của cả mục", "Nguồn chung của từng mục"
PARTS = "Các phần không ghi nguồn riêng."
StatedFigure: TypeAlias = tuple[Record, Figure]
"""A record, and a figure that it states."""
CitedId: TypeAlias = tuple[str, str]
"""A source or a document by kind and id."""


def sources_in_words(phrases: Phrases, stated: Iterable[StatedFigure], *, in_parts: bool = False) -> Phrase:
    """The sources of some figures, and how far these are confirmed: «Nguồn: … Mức độ xác minh: …».

    `in_parts`: the picture is of the parts of a figure, of which no source is told.
    """
    told = {id(figure): (record, figure) for record, figure in stated}.values()
    own = dict.fromkeys(("source", figure.source) for _, figure in told if figure.source)
    shared = dict.fromkeys(
        named for record, figure in told if not figure.source for named in rested_on(record)
    )
    others = [named for named in shared if named not in own]
    are_many = len({(record.kind, record.id) for record, _ in told}) > 1
    sentences = [named_in(phrases, OWN, [*own])] if own else []
    sentences += [named_in(phrases, OF_RECORDS if are_many else OF_RECORD, others)] if others else []
    sentences += [plain(PARTS)] if in_parts else []
    return joined([*sentences, plain(confirmed_in_words(phrases, told))], " ")


def rested_on(record: Record) -> Iterator[CitedId]:
    """The sources and documents that a record rests on."""
    for each in record.sources:
        if each.source:
            yield "source", each.source
        elif each.document:
            yield "document", each.document


def named_in(phrases: Phrases, head: str, found: Sequence[CitedId]) -> Phrase:
    """Some sources behind the words for what they are, the first by name."""
    names: list[Phrase] = [(phrases.named(*each),) for each in found[:FEW]]
    more = len(found) - len(names)
    names += [plain(f"{number(more)} nguồn khác, xem ở trang của từng mục")] if more else []
    return (Piece(f"{head}: "), *joined(names, "; "), Piece("."))


def confirmed_in_words(phrases: Phrases, told: Iterable[StatedFigure]) -> str:
    """How far some figures are confirmed, with how many where not all are so far: «theo báo chí (11 số)»."""
    levels = Counter(figure_confirmation(phrases.catalogue, *each).label for each in told)
    counted = [f"{in_sentence(label)} ({number(count)} số)" for label, count in levels.most_common()]
    words = ", ".join(counted) if len(counted) > 1 else in_sentence(next(iter(levels)))
    return f"Mức độ xác minh: {words}."
