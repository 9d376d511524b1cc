"""From the place of a problem in a record to its line and column in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from catalogue.files.any_file import ParsedFile
from catalogue.files.guard import LINE_BREAK, LineColumn
from catalogue.files.reader import Marks, read_marks
from catalogue.problems.problem import Problem


def locate(parsed: ParsedFile, problems: Iterable[Problem]) -> Iterator[Problem]:
    """All problems of one file with line and column, for which the file is parsed again."""
    marks = read_marks(parsed.text)
    starts = [0, *(found.end() for found in LINE_BREAK.finditer(parsed.text))]
    for problem in problems:
        line, column = sought_mark(parsed.text, starts, problem.sought, nearest_mark(marks, problem))
        yield replace(problem, line=line, column=column)


def nearest_mark(marks: Marks, problem: Problem) -> LineColumn:
    """Where a problem stands: at its key if that is meant, else at its value, else at what would hold it."""
    place = problem.place
    if problem.at_key and (place, True) in marks:
        return marks[place, True]
    while place and (place, False) not in marks:
        place = place[:-1]
    return marks[place, False]


def sought_mark(text: str, starts: Sequence[int], sought: str, mark: LineColumn) -> LineColumn:
    """Where a piece of a value stands, the value being at a mark; the mark itself where nothing is sought.

    `starts` are the indices at which the lines of the text begin.
    """
    if not sought:
        return mark
    index = text.find(sought, starts[mark[0] - 1] + mark[1] - 1)
    line = bisect_right(starts, index)
    return (line, index - starts[line - 1] + 1) if index >= 0 else mark
