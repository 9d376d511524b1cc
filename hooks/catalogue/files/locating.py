"""From the place of a problem in a record to its line and column in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from catalogue.files.any_file import ParsedFile
from catalogue.files.guard import LineColumn
from catalogue.files.reader import Marks, read_marks
from catalogue.problems.problem import Problem


def locate(parsed: ParsedFile, problems: Iterable[Problem]) -> Iterator[Problem]:
    """All problems of one file with line and column, for which the file is parsed again."""
    marks = read_marks(parsed.text)
    for problem in problems:
        line, column = nearest_mark(marks, problem)
        yield replace(problem, line=line, column=column)


def nearest_mark(marks: Marks, problem: Problem) -> LineColumn:
    """Where a problem stands: at its key if that is meant, else at its value, else at what would hold it."""
    place = problem.place
    if problem.at_key and (place, True) in marks:
        return marks[place, True]
    while place and (place, False) not in marks:
        place = place[:-1]
    return marks[place, False]
