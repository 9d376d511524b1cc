"""Problems in words: as text, as annotations of a pull request, as a code quality report, as JSON."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from catalogue.problems.problem import Problem, Severity


def location(problem: Problem) -> str:
    """The file, line and column of a problem, as editors and terminals link them: `data/a.yml:3:7`."""
    return f"{problem.path}:{problem.line}:{problem.column}"


def explanation(problem: Problem) -> str:
    """What is wrong and what to do: the message and the remedy."""
    return f"{problem.message} {problem.remedy}"


def label(problem: Problem) -> str:
    """The code of a problem; that of a warning says that it is one."""
    return f"cảnh báo {problem.code}" if problem.severity is Severity.WARNING else problem.code


def in_words(problem: Problem) -> str:
    """What a problem is called, what is wrong and what to do, on one line."""
    return f"{label(problem)} {explanation(problem)}"


def as_text(problems: Sequence[Problem]) -> str:
    """One problem a line: `path:line:column: code message remedy`."""
    return "".join(f"{location(problem)}: {in_words(problem)}\n" for problem in problems)


def as_github(problems: Sequence[Problem]) -> str:
    """Each problem as text, then as the workflow command that shows it at the line of a change.

    GitHub shows ten annotations of a kind in a step, and of each command no more than its message in the log:
    there the text says where and which.
    """
    return "".join(f"{github_text(problem)}\n{github_command(problem)}\n" for problem in problems)


def github_text(problem: Problem) -> str:
    """A problem as text in which GitHub finds no command: older ones may begin anywhere in a line."""
    return f"{location(problem)}: {in_words(problem)}".replace("##[", "## [")


def github_command(problem: Problem) -> str:
    """The workflow command that annotates the line of a problem."""
    properties = {
        "file": problem.path,
        "line": str(problem.line),
        "col": str(problem.column),
        "title": problem.code,
    }
    listed = ",".join(f"{name}={escape_property(value)}" for name, value in properties.items())
    return f"::{problem.severity} {listed}::{escape(explanation(problem))}"


def escape(text: str) -> str:
    """The message of a workflow command, its percent signs and line breaks escaped."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """The value of a property of a workflow command, which may hold no colon and no comma either."""
    return escape(text).replace(":", "%3A").replace(",", "%2C")


def as_gitlab(problems: Sequence[Problem]) -> str:
    """GitLab's code quality report."""
    return as_json_text(
        [
            {
                "description": explanation(problem),
                "check_name": problem.code,
                "fingerprint": fingerprint,
                "severity": "major" if problem.severity is Severity.ERROR else "minor",
                "location": {"path": problem.path, "lines": {"begin": problem.line}},
            }
            for problem, fingerprint in zip(problems, fingerprints(problems), strict=True)
        ]
    )


def fingerprints(problems: Sequence[Problem]) -> Iterator[str]:
    """A fingerprint for each problem, which no other has and which stays when its line moves.

    It is made of the file, the code, the place and the message, and of how often these came before.
    """
    seen: Counter[str] = Counter()
    for problem in problems:
        identity = f"{problem.path}\0{problem.code}\0{problem.place}\0{problem.message}"
        seen[identity] += 1
        yield hashlib.sha256(f"{identity}\0{seen[identity]}".encode()).hexdigest()


def as_json(problems: Sequence[Problem]) -> str:
    """Every field of each problem, for programs."""
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
    """Indented JSON, ended by a line break."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "github": as_github,
    "gitlab": as_gitlab,
    "json": as_json,
}
"""What `check --format` offers: a name and the function that writes a list of problems in that form."""
