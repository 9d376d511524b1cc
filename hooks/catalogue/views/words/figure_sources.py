"""Each figure of a record with its state, its time, how far it is confirmed, and on what it rests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from catalogue.findings.amounts import progress
from catalogue.model.confirmation import confirmation_of, figure_confirmation
from catalogue.model.counting import figures
from catalogue.model.parts import Figure
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.page import Phrase
from catalogue.views.words.citations import CitationWords, citation, source_words
from catalogue.views.words.figures import notes_on, row_title, times_of, usual_time
from catalogue.views.words.phrases import Phrases, joined


class FigureTold(NamedTuple):
    """A figure with all that is said of it; none where a record states no figure."""

    figure: Figure | None
    title: str
    state: str
    time: Phrase
    confirmation: str
    sources: tuple[str, ...]
    note: Phrase


def figures_told(phrases: Phrases, record: Record) -> Iterator[FigureTold]:
    """Each figure of a record; the record alone where it has none."""
    own = tuple(quoted(citation(phrases, each)) for each in record.sources)
    is_empty = True
    for _, figure in figures(record):
        is_empty = False
        sources = (quoted(source_words(phrases, figure.source)),) if figure.source else own
        yield figure_told(phrases, record, figure, sources)
    if is_empty:
        level = confirmation_of(phrases.catalogue, record).label
        yield FigureTold(None, "", "", usual_time(phrases, record), level, own, ())


def figure_told(phrases: Phrases, record: Record, figure: Figure, sources: tuple[str, ...]) -> FigureTold:
    """A figure that rests on some sources."""
    state = progress(record, figure) if isinstance(record, Program) else figure.state
    return FigureTold(
        figure,
        figure.title or row_title(figure),
        state.label if state else "",
        joined(times_of(phrases, figure)) or usual_time(phrases, record),
        figure_confirmation(phrases.catalogue, record, figure).label,
        sources,
        joined(notes_on(phrases, figure), ". "),
    )


def quoted(each: CitationWords) -> str:
    """A source on one line: «Tên bài (báo Hà Nội mới, 5-3-2024), mục 2, https://…»."""
    printed = [each.publisher, *(piece.text for piece in each.date)]
    within = ", ".join(word for word in printed if word)
    named = f"{each.link.text} ({within})" if within else each.link.text
    return ", ".join(word for word in (named, each.locator, each.address) if word)
