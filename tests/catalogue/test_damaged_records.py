"""Real records, damaged: whatever becomes of a file, problems or a catalogue come out, never an exception."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from catalogue.files.tree import Tree
from catalogue.load import load_tree
from catalogue.problems.problem import Severity
from tests.catalogue.trees import base_files
from tests.examples import examples

ROOT = Path(__file__).parents[2]
BASE = base_files()
RECORDS = [
    (path.relative_to(ROOT / folder).as_posix(), path.read_bytes())
    for folder in ("data", "tests/hai-duong")
    for path in sorted((ROOT / folder).glob("*/**/*.yml"))
]
PIECES = ["\n", "  ", "- ", ": ", "[", "]", "{", "}", '"', "'", "|", "&a ", "*a", "!!int ", "<<: ", "#"]
PIECES += ["---\n", "\t", "\0", "\r", "\u202e", "e\u0301", "null", "true", "-1", "2024-02-30", "title: x\n"]
places = st.integers(0, 4_000)
cuts = st.tuples(places, st.integers(0, 60), st.sampled_from(PIECES).map(str.encode) | st.binary(max_size=8))


def damaged(content: bytes, damages: list[tuple[int, int, bytes]]) -> bytes:
    """A content in which pieces are cut out, others put in their place."""
    for place, length, piece in damages:
        start = place % (len(content) + 1)
        content = content[:start] + piece + content[start + length :]
    return content


def test_there_are_real_records_of_every_size_to_damage():
    assert len(RECORDS) > 250
    assert max(len(content) for _, content in RECORDS) > 2_000


@examples(300, proof=20_000)
@given(st.sampled_from(RECORDS), st.lists(cuts, min_size=1, max_size=4))
def test_a_damaged_record_is_taken_or_told(record: tuple[str, bytes], damages: list[tuple[int, int, bytes]]):
    path, whole = record
    content = damaged(whole, damages)
    outcome = load_tree(Tree("data", BASE | {path: content}))
    has_error = any(problem.severity is Severity.ERROR for problem in outcome.problems)
    assert (outcome.catalogue is None) == has_error
    lines = 1 + content.count(b"\n") + content.count(b"\r")
    for problem in outcome.problems:
        if problem.path == f"data/{path}":
            assert 1 <= problem.line <= lines
        assert problem.message.isprintable()
        assert problem.remedy.isprintable()


def test_a_record_that_is_no_text_is_told_so_whatever_it_sets_aside():
    path, whole = next(each for each in RECORDS if each[0].startswith("documents/"))
    outcome = load_tree(Tree("data", BASE | {path: b"\x80" + whole + b"#items:\n  - x\n"}))
    assert [problem.code for problem in outcome.problems if problem.path == f"data/{path}"] == ["not-utf8"]
