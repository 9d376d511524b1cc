"""Problems as text, as annotations of a pull request, as a code quality report, as JSON."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from catalogue.problems.problem import Problem, Severity


def as_text(problems: Sequence[Problem]) -> str:
    """One problem a line: `path:line:column: CODE message remedy`."""
    return "".join(
        f"{problem.path}:{problem.line}:{problem.column}: {words(problem)}\n" for problem in problems
    )


def words(problem: Problem) -> str:
    """What a problem says, on one line."""
    kind = "cảnh báo " if problem.severity is Severity.WARNING else ""
    return f"{kind}{problem.code} {problem.message} {problem.remedy}".strip()


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that GitHub shows at the lines of a change."""
    return "".join(
        f"::{problem.severity} file={escape(problem.path, property_=True)},line={problem.line},col={problem.column},"
        f"title={escape(problem.code, property_=True)}::{escape(f'{problem.message} {problem.remedy}')}\n"
        for problem in problems
    )


def escape(text: str, *, property_: bool = False) -> str:
    """Text as a workflow command takes it."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if property_ else text


def as_gitlab(problems: Sequence[Problem]) -> str:
    """GitLab's code quality report."""
    return as_json_text(
        [
            {
                "description": f"{problem.message} {problem.remedy}",
                "check_name": problem.code,
                "fingerprint": fingerprint,
                "severity": "major" if problem.severity is Severity.ERROR else "minor",
                "location": {"path": problem.path, "lines": {"begin": problem.line}},
            }
            for problem, fingerprint in zip(problems, fingerprints(problems), strict=True)
        ]
    )


def fingerprints(problems: Sequence[Problem]) -> Iterator[str]:
    """What tells each problem from all others wherever its line moves to: its file, code, place and words, and how often these came before."""
    seen: Counter[str] = Counter()
    for problem in problems:
        words = f"{problem.path}\0{problem.code}\0{problem.place}\0{problem.message}"
        seen[words] += 1
        yield hashlib.sha256(f"{words}\0{seen[words]}".encode()).hexdigest()


def as_json(problems: Sequence[Problem]) -> str:
    """All that is known of each problem, for programs."""
    return as_json_text(
        [
            {
                "path": problem.path,
                "line": problem.line,
                "column": problem.column,
                "place": list(problem.place),
                "severity": problem.severity,
                "code": problem.code,
                "message": problem.message,
                "remedy": problem.remedy,
            }
            for problem in problems
        ]
    )


def as_json_text(value: object) -> str:
    """JSON as people read it, ended by a line break."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "github": as_github,
    "gitlab": as_gitlab,
    "json": as_json,
}
