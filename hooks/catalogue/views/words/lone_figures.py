"""The figures of reports that nothing can be set beside: what each counts, the number, when, its sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from catalogue.findings.charts import report_charts
from catalogue.model.records import Report
from catalogue.page import Phrase, Piece
from catalogue.views.words.chart_sources import sources_in_words
from catalogue.views.words.figures import row_title, times_of, untitled, usual_time
from catalogue.views.words.phrases import Phrases, figure_words, joined


class LoneFigure(NamedTuple):
    """A figure that stands alone: of which report, what it counts, the number, when, its sources."""

    report: Piece
    what: str
    value: str
    time: Phrase
    sources: Phrase


def lone_figures(phrases: Phrases, report: Report) -> Iterator[LoneFigure]:
    """The figures of a report that nothing can be set beside."""
    for figure in report_charts(report).alone:
        yield LoneFigure(
            phrases.link(report),
            figure.title or row_title(figure),
            figure_words(untitled(figure)),
            joined(times_of(phrases, figure)) or usual_time(phrases, report),
            sources_in_words(phrases, [(report, figure)], in_parts=bool(figure.parts)),
        )
