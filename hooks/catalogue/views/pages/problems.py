"""The page that stands in for the site while its data has errors: shown while serving, never published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from catalogue.page import Page, TemplateContent
from catalogue.problems.problem import Problem, Severity
from catalogue.problems.report import label, location


class ProblemWords(NamedTuple):
    """A problem as the page tells it, in the words of the terminal."""

    location: str
    label: str
    message: str
    remedy: str
    is_warning: bool


@dataclass(frozen=True)
class ProblemsContent(TemplateContent):
    """What fills the template of the page."""

    template = "problems"
    title: str
    problems: list[ProblemWords]


def problem_page(problems: Sequence[Problem]) -> Page:
    """What is wrong with the data, in place of the site."""
    told = [in_words(problem) for problem in problems]
    title = f"Dữ liệu có {sum(not problem.is_warning for problem in told)} lỗi"
    body = ProblemsContent(title, told).html()
    return Page("", title, "Trang trở lại khi các lỗi được sửa.", "", body, indexed=False)


def in_words(problem: Problem) -> ProblemWords:
    """A problem taken apart for the page."""
    is_warning = problem.severity is Severity.WARNING
    return ProblemWords(location(problem), label(problem), problem.message, problem.remedy, is_warning)
