"""The table of spellings, asked of Python; test_engine.py asks it of the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from catalogue.language.vietnamese import canonical, fold
from tests.tables import table_in

TABLE: dict[str, list[list[Any]]] = table_in(Path(__file__).with_name("folding.yml"))


@pytest.mark.parametrize(("text", "folded"), TABLE["fold"])
def test_a_text_is_folded_to_what_is_typed_without_marks(text: str, folded: str):
    assert fold(text) == folded


@pytest.mark.parametrize(("one", "other"), TABLE["same"])
def test_spellings_of_one_word_are_one(one: str, other: str):
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(("one", "other"), TABLE["different"])
def test_other_letters_or_another_tone_make_another_word(one: str, other: str):
    assert canonical(one) != canonical(other)
