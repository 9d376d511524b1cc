"""The words of problems are complete, stand on one line, and offer the nearest valid value."""

from __future__ import annotations

import re
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


def test_the_nearest_choice_is_offered_and_nothing_that_is_far():
    assert nearest("so-noi-vuu", ["so-noi-vu", "so-tai-chinh"]) == "so-noi-vu"
    assert nearest("so-noi-vuu", {"so-noi-vu": None}) == "so-noi-vu"
    assert nearest("xyz", ["so-noi-vu"]) == nearest("", ["a"]) == nearest("a", []) == ""
    assert did_you_mean("a") == "Có phải «a» không?"
    assert did_you_mean("") == ""


def test_an_id_that_goes_on_with_another_word_is_offered_and_of_several_the_shortest():
    choices = ["so-noi-vu-a", "so-noi-vu", "so-noi", "so-noivu"]
    assert continued("so-noi", choices) == "so-noi-vu"
    assert continued("so-no", choices) == continued("so-noivu", choices) == continued("", choices) == ""
    assert suggester(choices)("so") == "Có phải «so-noi» không?"


@given(st.text(st.characters()), st.lists(st.text(st.characters())))
def test_any_text_can_be_looked_up_among_any_others(written: str, choices: list[str]):
    assert nearest(written, choices) in {*choices, ""}


def test_hints_are_looked_up_once_and_stop_at_their_limit():
    suggest = suggester(["a-0"])
    hints = [suggest(f"a-{number}") for number in range(HINT_LIMIT + 1)]
    assert hints[1] == suggest("a-1") == "Có phải «a-0» không?"
    assert hints[HINT_LIMIT] == ""
