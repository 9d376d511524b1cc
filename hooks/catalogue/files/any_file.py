"""Any file: its bytes into a plain value, or into everything that keeps it from being one."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.files.guard import decode, hidden_characters, indenting_tabs, split_letters
from catalogue.files.letters import mend_letters
from catalogue.files.reader import read_value
from catalogue.problems.problem import Problem


@dataclass(frozen=True)
class ParsedFile:
    """One file as read: its path as problems name it, its text, its value and its problems.

    The text is the file's as it is meant: where a letter only looks right, the right one.
    The value is None where a problem leaves none. `filled` says that no part of the value is empty; where it
    is false, some part may be.
    """

    path: str
    text: str
    value: object
    problems: tuple[Problem, ...]
    filled: bool = False


def parse(path: str, content: bytes) -> ParsedFile:
    """A file with its value, its problems, or both where the problems leave a value to be checked further."""
    text, refused = decode(path, content)
    if refused:
        return ParsedFile(path, text, None, (refused,))
    meant, told = mend_letters(path, text)
    unseen = [*hidden_characters(path, meant), *indenting_tabs(path, meant)]
    if unseen:
        return ParsedFile(path, meant, None, (*told, *unseen))
    text, value, problems = read_value(path, meant)
    return ParsedFile(path, text, value, (*told, *split_letters(path, text), *problems))
