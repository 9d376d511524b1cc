"""What is written reads back unchanged, stands in the order of the model, and looks as an editor writes."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import BaseModel

from catalogue.files.any_file import ParsedFile, parse
from catalogue.files.guard import FORBIDDEN
from catalogue.files.letters import mend_letters
from catalogue.files.odd_signs import unquoted
from catalogue.language.vocabulary import Subject
from catalogue.model.dates import Date
from catalogue.model.kinds import FOLDERS, KINDS
from catalogue.model.records import Topic, TopicSet
from catalogue.model.settings import Redirects, SiteSettings
from catalogue.model.shape import Shape, shapes
from catalogue.model.validation import validate
from catalogue.writer import record_yaml, without_empty

ROOT = Path(__file__).parents[2]
RECORDS = sorted(
    path for folder in ("data", "tests/hai-duong") for path in (ROOT / folder).glob("*/**/*.yml")
)

NASTY = [
    "",
    "no",
    "~",
    "null",
    "True",
    "-",
    "a:",
    "#a",
    "---",
    "...",
    "?",
    ":",
    "@a",
    "`a",
    "%a",
    "!a",
    "&a",
    "*a",
    "|",
    ">",
    "'",
    "[a",
    "{a",
    "<<",
    "=",
]
NASTY += [
    '"',
    "\\",
    "0123",
    "12:30",
    "1e9",
    " ",
    "- a",
    "a: b",
    "a #b",
    "--- a",
    "? a",
    "\u00a0a",
    "\ta",
    "a\t#b",
    "a\nb",
    "a\n\nb",
    " a\nb",
    "a\n b",
]
NASTY += ["a \nb", "a\nb\n", "a\n\tb", "a\r\nb", "a\n# b", "a\n- b"]


def says_what_it_shows(text: str) -> bool:
    """Whether no letter and no quote of a text is refused when it is read."""
    return not mend_letters("", text)[1] and unquoted(text.strip()) is None


texts = (
    (st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
    .map(lambda text: FORBIDDEN.sub("", text))
    .filter(says_what_it_shows)
)
singles = texts | st.booleans() | st.none()


def group_of(model: type[BaseModel], depth: int = 4) -> st.SearchStrategy[object]:
    """Values for some fields of a model: of its shape, but with anything for a single value."""
    fields = shapes(model) if depth else {}
    return st.fixed_dictionaries(
        {}, optional={name: value_of(shape, depth - 1) for name, shape in fields.items()}
    )


def value_of(shape: Shape, depth: int) -> st.SearchStrategy[object]:
    """Values of a shape."""
    if shape.model:
        return group_of(shape.model, depth)
    if shape.item:
        return st.lists(value_of(shape.item, depth), max_size=3)
    return (
        st.dictionaries(texts.filter(lambda key: key not in {"", "<<"}), singles, max_size=3)
        if shape.key
        else singles
    )


def read(text: str) -> ParsedFile:
    return parse("data/a.yml", text.encode())


@given(st.data())
def test_what_is_written_reads_back_as_it_was(data: st.DataObject):
    model = KINDS[data.draw(st.sampled_from(list(KINDS)))].model
    values = data.draw(group_of(model))
    assert isinstance(values, dict)
    written = record_yaml(model, values)
    # Letters that say nothing each may look like an old encoding beside the others of their line.
    assume(not mend_letters("", written)[1])
    document = read(written)
    if without_empty(values):
        assert {problem.code for problem in document.problems} <= {"not-nfc"}
        assert document.value == without_empty(values)


lines = texts.map(lambda text: " ".join(text.split())).filter(bool)
paragraphs = texts.map(str.strip).filter(bool)


@given(
    st.fixed_dictionaries(
        {"title": lines, "note": paragraphs, "items": st.lists(lines, min_size=1, max_size=3)}
    )
)
def test_what_a_model_takes_comes_back_to_it(fields: dict[str, object]):
    values = {**fields, "of": "fields", "verification": {"level": "draft"}, "count": 3, "complete": False}
    record, _ = validate(TopicSet, read(record_yaml(TopicSet, values)))
    written, _ = validate(TopicSet, ParsedFile("data/a.yml", "", without_empty(values), ()))
    assert record == written
    if written:
        again, problems = validate(
            TopicSet, read(record_yaml(TopicSet, written.model_dump(mode="json", exclude_defaults=True)))
        )
        assert (again, problems) == (written, [])


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_record_of_the_catalogue_is_written_as_it_stands(path: Path):
    text = path.read_text(encoding="utf-8")
    value = read(text).value
    assert isinstance(value, dict)
    shuffled = dict(sorted(value.items(), key=lambda item: item[0][::-1]))
    assert record_yaml(FOLDERS[path.parent.name].model, shuffled) == text


@pytest.mark.parametrize("path", ["data/site.yml", "tests/hai-duong/site.yml"])
def test_settings_are_written_as_they_stand(path: str):
    text = (ROOT / path).read_text(encoding="utf-8")
    value = read(text).value
    assert isinstance(value, dict)
    assert record_yaml(SiteSettings, value) == text


def test_redirects_are_a_mapping_of_their_own():
    assert (
        record_yaml(Redirects, {"/don-vi/b/": "/don-vi/c/", "/don-vi/a/": "/"})
        == "/don-vi/b/: /don-vi/c/\n/don-vi/a/: /\n"
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Lớp bồi dưỡng: mở đầu", '"Lớp bồi dưỡng: mở đầu"'),
        ("Lớp 1:2, «đợt#3»; 50 %", "Lớp 1:2, «đợt#3»; 50 %"),
        ("true", '"true"'),
        (True, "true"),
        ("no", "no"),
        (0, "0"),
        ("007", "007"),
        ("--05-27", "--05-27"),
        (Decimal("17.90"), "17.90"),
        (Date.parse("--05-27"), "--05-27"),
        (date(2026, 11, 22), "2026-11-22"),
        (Subject.LAND, "land"),
        ('Nói "có"', 'Nói "có"'),
        ('"Có"', '"\\"Có\\""'),
        ("C:\\", "C:\\"),
        ("một\tngăn", '"một\\tngăn"'),
        ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(value: object, written: str):
    assert record_yaml(Topic, {"title": value}) == f"title: {written}\n"


def test_paragraphs_stand_as_a_block():
    text = record_yaml(Topic, {"note": "Một: hai.\n\n  Ba # bốn.", "title": "A"})
    assert text == "title: A\nnote: |-\n  Một: hai.\n\n    Ba # bốn.\n"


def test_what_is_not_known_is_left_out_at_any_depth():
    values = {
        "title": "A",
        "summary": " ",
        "venue": {"place": None},
        "topics": [None, ""],
        "abroad": False,
        "hours": 0,
    }
    classes = ({"id": "a", "results": {}},)
    assert (
        record_yaml(KINDS["program"].model, {**values, "classes": classes})
        == "title: A\nabroad: false\nhours: 0\nclasses:\n  - id: a\n"
    )


def test_a_key_that_the_model_does_not_have_is_refused():
    with pytest.raises(ValueError, match="leed"):
        record_yaml(KINDS["program"].model, {"title": "A", "leed": "so-noi-vu"})


def test_writing_needs_no_yaml_library():
    program = (
        "import sys; sys.modules['yaml'] = None; "
        "from catalogue.writer import record_yaml; print(record_yaml.__name__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("record_yaml\n", "")
