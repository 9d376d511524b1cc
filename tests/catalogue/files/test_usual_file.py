"""What the fast reading of usual files gives, the careful reading gives too; it leaves all other files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.files.any_file import parse
from catalogue.files.guard import FORBIDDEN, is_clean
from catalogue.files.usual_file import plain_value
from catalogue.model.fields import is_nothing
from catalogue.model.program import Program
from catalogue.writer import record_yaml

ROOT = Path(__file__).parents[3]
LINES = st.lists(
    st.sampled_from(
        ["a: b", "b:", "  - c", "  - d: e", "    f: g", "a: &x y", "c: *x", "d: !t u", 'e: "\\n"', "f: 'g'",
         "h: # i", "j: k #l", "<<: m", "n: |", "  o", "p: []", "q: {}", "r: null", "s: true", "t: ~", "---",
         "...", "\tu: v", "? w", "x: \u200b", "y: e\u0301", "z: ' '", "", "- aa"]
    ),
    max_size=12,
)  # fmt: skip


def holds_nothing(value: object) -> bool:
    """Whether some part of a value is empty."""
    items = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return is_nothing(value) or any(holds_nothing(item) for item in items)


@given(LINES)
def test_what_it_gives_the_careful_reading_gives_too(lines: list[str]):
    content = "\n".join(lines).encode()
    value = plain_value(content)
    if value is not None:
        parsed = parse("a.yml", content)
        assert (parsed.value, parsed.problems) == (value, ())
        assert not holds_nothing(value)


@given(st.binary(max_size=60))
def test_whatever_bytes_come_in_it_gives_a_record_or_nothing(content: bytes):
    assert plain_value(content) is None or isinstance(plain_value(content), dict)


def test_every_file_of_the_real_data_is_usual():
    files = [file for file in (ROOT / "data").rglob("*.yml") if file.name != "glossary.yml"]
    assert len(files) > 250
    assert [file.name for file in files if plain_value(file.read_bytes()) is None] == []


def test_what_the_catalogue_writes_is_usual():
    assert plain_value(record_yaml(Program, {"title": "Lớp A", "summary": "Một.\n\nHai."}).encode()) == {
        "title": "Lớp A",
        "summary": "Một.\n\nHai.",
    }


@pytest.mark.parametrize(
    "text",
    [
        "a: {}",
        "a: []",
        "a:",
        "a: ' '",
        "a: b\na: c",
        "a: b #c",
        'a: "\\u0041"',
        "a: &x b",
        "- a",
        "",
        "a: b\n---\nc: d",
        "a: b\r\n",
        "a: ðào",
        "a: “b”",
        "a: b\n  - c",
        "a:\n  - b\n   - c",
    ],
)
def test_what_is_not_usual_is_left_to_the_careful_reading(text: str):
    assert plain_value(text.encode()) is None


def test_no_forbidden_character_is_clean():
    letters = (chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    assert [letter for letter in letters if FORBIDDEN.match(letter) and is_clean(f"a{letter}")] == []
