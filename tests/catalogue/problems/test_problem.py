"""The words of problems are complete, stand on one line, and offer the nearest valid value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import (
    HINT_LIMIT,
    VALUE_LIMIT,
    Fault,
    continued,
    cut_short,
    did_you_mean,
    faults,
    nearest,
    printable,
    suggester,
    tell,
)

each_fault = pytest.mark.parametrize("fault", faults().values(), ids=faults().keys())


@each_fault
def test_a_fault_has_a_title_a_reason_a_remedy_and_an_example(fault: Fault):
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", fault.code)
    assert all((fault.title, fault.message, fault.remedy, fault.why, fault.wrong, fault.right))
    assert fault.wrong != fault.right
    assert "\n" not in fault.title + fault.message + fault.remedy + fault.why


@each_fault
def test_sentences_end_as_sentences_and_a_title_does_not(fault: Fault):
    assert fault.message.endswith(".")
    assert fault.remedy.endswith((".", "{advice}"))
    assert fault.why.endswith(".")
    assert not fault.title.endswith(".")


def test_a_value_that_the_wording_names_must_be_given():
    with pytest.raises(KeyError, match="id"):
        tell("a.yml", (), FaultCode.DUPLICATE_CLASS)


def test_a_remedy_without_its_hint_has_no_gap():
    problem = tell("a.yml", (), FaultCode.UNKNOWN_FOLDER, hint="", folders="x")
    assert problem.remedy == "Chuyển tệp vào một trong các thư mục: x."


@each_fault
def test_a_value_is_put_in_by_its_name_alone(fault: Fault):
    for text in (fault.message, fault.remedy):
        assert all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(text))


@given(st.text())
def test_what_is_told_stands_on_one_line_and_hides_nothing(value: str):
    problem = tell("a.yml", (), FaultCode.DUPLICATE_CLASS, id=value)
    assert problem.message.isprintable()
    assert len(problem.message) < 13 * VALUE_LIMIT
    assert printable(printable(value)) == printable(value)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a\nb", r"a\nb"),
        ("\u202e", r"\u202e"),
        ("\udcff", r"\udcff"),
        ("a\u00a0b", "a b"),
        ("\x1b[0m", r"\x1b[0m"),
        ("hòa", "hòa"),
    ],
)
def test_an_unseen_character_stands_as_its_escape(text: str, escaped: str):
    assert printable(text) == escaped


@pytest.mark.parametrize(
    ("written", "choices", "meant"),
    [
        ("so-noi-vuu", ["so-noi-vu", "so-tai-chinh"], "so-noi-vu"),
        ("so-noi-vuu", {"so-noi-vu": None}, "so-noi-vu"),
        ("ubnd-ha-no", ["ubnd-ha-noi", "ubnd-ha-nam"], "ubnd-ha-noi"),
        ("sonoivu", ["so-noi-vu"], "so-noi-vu"),
        ("titel", ["title", "note"], "title"),
        ("leed", ["lead", "level"], "lead"),
        ("place", ["plan", "line"], ""),
        ("code", ["mode"], ""),
        ("ke-hoach-2027", ["ke-hoach-2024"], ""),
        ("ke-hoach-2024", ["ke-hoach-2023", "ke-hoach-2025"], ""),
        ("lop-2", ["lop-1"], ""),
        ("lop-c", ["lop-a", "lop-b"], ""),
        ("truong-a", ["truong-b"], ""),
        ("khoi-chinh-quyen-7", ["khoi-chinh-quyen-07"], ""),
        ("ke-hoachh-2024", ["ke-hoach-2023", "ke-hoach-2024"], "ke-hoach-2024"),
        ("huyen-uy-gia-lan", ["huyen-uy-gia-lam", "huyen-uy-gia-lai"], ""),
        ("xyz", ["so-noi-vu"], ""),
        ("", ["a"], ""),
        ("a", [], ""),
    ],
)
def test_the_nearest_choice_is_a_slip_away_and_the_only_one(written: str, choices: Iterable[str], meant: str):
    assert nearest(written, choices) == meant


def test_a_word_is_asked_for_and_no_word_is_not():
    assert did_you_mean("a") == "Có phải «a» không?"
    assert did_you_mean("") == ""


def test_an_id_that_goes_on_with_another_word_is_offered_and_of_several_the_shortest():
    choices = ["so-noi-vu-a", "so-noi-vu", "so-noi", "so-noivu"]
    assert continued("so-noi", choices) == "so-noi-vu"
    assert continued("so-no", choices) == continued("so-noivu", choices) == continued("", choices) == ""
    assert suggester(choices)("so") == "Có phải «so-noi» không?"


def test_an_id_without_its_year_is_offered_only_where_there_is_one_year():
    assert continued("ke-hoach", ["ke-hoach-2024", "ke-hoach-2024-bo-sung"]) == "ke-hoach-2024"
    assert continued("ke-hoach", ["ke-hoach-2023", "ke-hoach-2024"]) == ""


def test_an_id_that_is_one_word_longer_than_another_is_offered_that():
    assert cut_short("so-noi-vu-ha", ["so-noi-vu"]) == "so-noi-vu"
    assert cut_short("/don-vi/so-cu-2/", ["/don-vi/so-cu/"]) == "/don-vi/so-cu/"
    assert (
        cut_short("so-noi-vu-ha-noi", ["so-noi-vu"]) == cut_short("so", ["so"]) == cut_short("", [""]) == ""
    )


@given(st.text(st.characters()), st.lists(st.text(st.characters())))
def test_any_text_can_be_looked_up_among_any_others(written: str, choices: list[str]):
    assert nearest(written, choices) in {*choices, ""}


def test_hints_are_looked_up_once_and_stop_at_their_limit():
    suggest = suggester([f"lop-hoc-{number}" for number in range(HINT_LIMIT + 1)])
    hints = [suggest(f"lop-hocc-{number}") for number in range(HINT_LIMIT + 1)]
    assert hints[1] == suggest("lop-hocc-1") == "Có phải «lop-hoc-1» không?"
    assert hints[HINT_LIMIT] == ""
