"""The page that stands in for the site while its data has errors: shown while serving, never published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalogue.page import Content, Page
from catalogue.problems.problem import Problem, Severity


@dataclass(frozen=True)
class ProblemsContent(Content):
    """What fills the template of the page."""

    template = "problems"
    title: str
    problems: Sequence[Problem]
    error: Severity


def problem_page(problems: Sequence[Problem]) -> Page:
    """What is wrong with the data, in place of the site."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    title = f"Dữ liệu có {len(errors)} lỗi"
    body = ProblemsContent(title, problems, Severity.ERROR).html()
    return Page("", title, "Trang trở lại khi các lỗi được sửa.", "", body, indexed=False)
