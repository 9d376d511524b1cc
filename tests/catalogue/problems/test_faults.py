"""Every fault has a case under tests/problems: broken files, and the complete list of their problems."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from catalogue.files.tree import Tree
from catalogue.load import Loaded, load_tree
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Severity, faults
from tests.catalogue.trees import base_files, loaded, told
from tests.tables import table_in

TESTS = Path(__file__).parents[2]
CASES = {path.stem: table_in(path) for path in sorted((TESTS / "problems").glob("*.yml"))}
CODE = Path(TESTS.parent, "hooks", "catalogue")

IN_A_FOLDER = {
    "no-data-folder",
    "link-out-of-tree",
    "folder-named-like-file",
    "not-a-file",
    "unreadable-file",
}
"""What needs a real file system: test_tree.py has these."""


def content_of(written: str | dict[str, Any]) -> bytes:
    """The bytes of a file of a case, which is a text or a mapping.

    `hex` gives bytes; `repeat` a text that stands so many `times`, with another text `before` it.
    """
    if isinstance(written, str):
        return written.encode()
    if "hex" in written:
        return bytes.fromhex(str(written["hex"]))
    return str(written.get("before", "") + written["repeat"] * written["times"]).encode()


@cache
def outcome_of(name: str) -> Loaded:
    """What comes of the small catalogue with the files of a case, and without those that it names."""
    case = CASES[name]
    kept = {path: content for path, content in base_files().items() if path not in case.get("without", [])}
    return load_tree(
        Tree("data", kept | {path: content_of(written) for path, written in case["files"].items()})
    )


@pytest.mark.parametrize("name", CASES)
def test_a_broken_catalogue_is_told_completely(name: str):
    expected = CASES[name]["problems"] or []
    outcome = outcome_of(name)
    assert told(outcome) == [next(iter(each)) if isinstance(each, dict) else each for each in expected]
    for problem, each in zip(outcome.problems, expected, strict=True):
        for words in each.values() if isinstance(each, dict) else ():
            assert words == {name: getattr(problem, name) for name in words}


@pytest.mark.parametrize("name", CASES)
def test_a_catalogue_stands_exactly_when_no_error_is_told(name: str):
    outcome = outcome_of(name)
    assert (outcome.catalogue is None) == any(
        problem.severity is Severity.ERROR for problem in outcome.problems
    )


def test_the_small_catalogue_itself_has_no_problem():
    assert told(loaded({})) == []


def test_every_fault_has_a_case_with_its_words():
    """But a remark, which stands on pages alone: its case shows that nobody is told, and what reviews do."""
    worded = {
        next(iter(each)).split()[1]
        for case in CASES.values()
        for each in case["problems"] or []
        if isinstance(each, dict)
    }
    told = {code for code, fault in faults().items() if fault.severity is not Severity.REMARK}
    assert told - worded == IN_A_FOLDER


def test_every_code_has_its_words_and_is_used_somewhere():
    assert list(faults()) == list(FaultCode)
    used = {
        node.attr
        for path in CODE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "FaultCode"
    }
    assert used == {code.name for code in FaultCode}
