"""From a file's value to its model: every fault of a field is told at its place, in the field's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from catalogue.files.any_file import ParsedFile
from catalogue.model.kinds import KINDS
from catalogue.model.program import Program
from catalogue.model.remedies import id_advice
from catalogue.model.settings import Redirects, SiteSettings
from catalogue.model.shape import fields_of, shapes
from catalogue.model.validation import validate
from catalogue.problems.problem import Problem

MODELS: tuple[type[BaseModel], ...] = (*(kind.model for kind in KINDS.values()), SiteSettings, Redirects)
leaves = (
    st.none()
    | st.booleans()
    | st.text(max_size=5)
    | st.sampled_from(["draft", "2024", "-1", "a-b", "https://a.b/"])
)


def keys_of(model: type[BaseModel]) -> set[str]:
    """Every key that a model knows at any depth."""
    found = set(fields_of(model))
    for shape in shapes(model).values():
        inner = shape.model or (shape.item and shape.item.model)
        found |= keys_of(inner) if inner else set()
    return found


KEYS = sorted(set().union(*map(keys_of, MODELS)) | {"[key]", "{x}", "0", "root"})
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


def problems_of(model: type[BaseModel], value: object) -> list[Problem]:
    return validate(model, ParsedFile("a.yml", "", value, ()))[1]


@given(
    st.sampled_from(MODELS),
    st.dictionaries(st.sampled_from(KEYS) | st.text(min_size=1, max_size=5), values, max_size=8),
)
def test_any_value_is_taken_or_told(model: type[BaseModel], value: dict[str, object]):
    taken, problems = validate(model, ParsedFile("a.yml", "", value, ()))
    assert (taken is None) == bool(problems)


@given(st.dictionaries(st.sampled_from(KEYS), values, max_size=6))
def test_a_problem_of_a_field_names_a_place_that_the_value_has(value: dict[str, object]):
    for problem in problems_of(Program, value):
        inner: object = value
        for step in problem.place:
            assert isinstance(inner, (dict, list))
            inner = inner[step]  # type: ignore[index]


@pytest.mark.parametrize("code", KINDS)
def test_a_record_without_its_keys_is_told_each_of_them_by_its_vietnamese_name(code: str):
    model = KINDS[code].model
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    assert [problem.message for problem in problems_of(model, {})] == [
        f"Thiếu khóa «{name}» ({model.model_fields[name].title})." for name in required
    ]


@pytest.mark.parametrize("model", MODELS[:-1])
def test_every_key_left_empty_is_told(model: type[BaseModel]):
    empty = problems_of(model, dict.fromkeys(model.model_fields))
    assert {problem.place for problem in empty} == {(name,) for name in model.model_fields}
    assert {problem.code for problem in empty} == {"empty-value"}


def test_a_key_of_a_mapping_is_told_at_the_key():
    (problem,) = problems_of(
        Program,
        {
            "title": "a",
            "verification": {"level": "draft"},
            "classes": [{"id": "a", "allocations": {"Sở A": "1"}}],
        },
    )
    assert (problem.code, problem.place, problem.at_key) == (
        "bad-id",
        ("classes", 0, "allocations", "Sở A"),
        True,
    )


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("Lớp mới 2024", "Viết «lop-moi-2024»."),
        ("--a--", "Viết «a»."),
        ("Đ", "Viết «d»."),
        ("!!!", "Dùng chữ thường không dấu, chữ số và dấu gạch nối."),
        ("a" * 200, f"Viết «{'a' * 80}»."),
    ],
)
def test_an_id_is_proposed_from_what_was_written(written: str, advice: str):
    assert id_advice(written) == advice


@given(st.text())
def test_an_id_that_is_proposed_can_be_used(written: str):
    proposed = id_advice(written).removeprefix("Viết «").removesuffix("».")
    value = {"title": "a", "verification": {"level": "draft"}, "lead": proposed}
    assert id_advice(written).startswith("Dùng") or problems_of(Program, value) == []
