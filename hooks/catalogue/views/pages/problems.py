"""The page that stands in for the site while its data has errors: shown while serving, never published."""

from __future__ import annotations

from collections.abc import Sequence

from catalogue.page import Page, template
from catalogue.problems.problem import Problem, Severity


def problem_page(problems: Sequence[Problem]) -> Page:
    """What is wrong with the data, in place of the site."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    title = f"Dữ liệu có {len(errors)} lỗi"
    body = template("problems")(title=title, trail=[], problems=problems, Severity=Severity)
    return Page("", title, "Trang trở lại khi các lỗi được sửa.", "", body, indexed=False)
