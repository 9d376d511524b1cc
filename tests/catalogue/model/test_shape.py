"""The shape of the models: where references stand, and what each field is called."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from catalogue.language.vocabulary import Block, Mode
from catalogue.model.dates import Date
from catalogue.model.kinds import FOLDERS, KINDS
from catalogue.model.parts import Class, Nomination, Verification
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Organization
from catalogue.model.reviews import NamedRecord
from catalogue.model.shape import display_of, fields_of, links, shape_at, shapes


def test_a_shape_says_what_a_field_holds():
    found = shapes(Program)
    assert found["lead"].reference
    assert found["lead"].reference.kind == "organization"
    assert found["nomination"].model is Nomination
    assert found["classes"].item
    assert found["classes"].item.model is Class
    assert found["mode"].codes == tuple(Mode)
    assert found["blocks"].item
    assert found["blocks"].item.codes == tuple(Block)
    assert not found["title"].reference


def test_every_reference_is_found_with_its_place_in_the_order_of_the_fields():
    program = Program.model_validate(
        {
            "title": "a",
            "verification": {"level": "draft", "by": "b"},
            "partners": ["c", "d"],
            "groups": [{"group": "e"}],
            "classes": [{"id": "f", "allocations": {"g": "1"}, "venue": {"organization": "h"}}],
        }
    )
    assert [(link.place, link.reference.kind, link.id) for link in links(program)] == [
        (("verification", "by"), "organization", "b"),
        (("groups", 0, "group"), "group", "e"),
        (("partners", 0), "organization", "c"),
        (("partners", 1), "organization", "d"),
        (("classes", 0, "venue", "organization"), "organization", "h"),
        (("classes", 0, "allocations", "g"), "organization", "g"),
    ]


def test_a_key_that_is_a_word_of_python_stands_in_places_as_the_data_has_it():
    program = Program.model_validate(
        {
            "title": "a",
            "verification": {"level": "draft"},
            "reviews": [
                {
                    "finding": "body-not-existing",
                    "with": [{"organization": "b"}],
                    "reason": "c",
                    "by": "d",
                    "day": "2024",
                }
            ],
        }
    )
    assert [link.place for link in links(program)] == [
        ("reviews", 0, "with", 0, "organization"),
        ("reviews", 0, "by"),
    ]
    assert shape_at(Program, ("reviews", 0, "with", 0)).model is NamedRecord


@pytest.mark.parametrize(
    "place", [("x",), ("title", "x"), ("classes", 0, "x", 1), (0,), ("classes", "x", "y")]
)
def test_a_place_that_a_model_does_not_have_has_no_shape(place: tuple[str | int, ...]):
    assert not shape_at(Program, place).model
    assert shape_at(Program, ("classes", 0)).model is Class
    assert shape_at(Program, ()).model is Program
    assert shape_at(Organization, ("verification",)).model is Verification


def test_a_field_says_how_it_is_shown():
    assert (display_of(Program, "title"), display_of(Program, "lead"), display_of(Program, "hours")) == (
        "never",
        "always",
        "",
    )


@pytest.mark.parametrize("code", KINDS)
def test_every_field_of_every_kind_has_a_vietnamese_name(code: str):
    def untitled(model: type[BaseModel]) -> list[str]:
        inner = [shape.model or (shape.item and shape.item.model) for shape in shapes(model).values()]
        here = [f"{model.__name__}.{name}" for name, field in fields_of(model).items() if not field.title]
        return [*here, *(name for each in inner if each for name in untitled(each))]

    assert untitled(KINDS[code].model) == []


@pytest.mark.parametrize("code", KINDS)
def test_a_reference_names_a_kind_and_one_without_circles_its_own(code: str):
    def references(model: type[BaseModel]) -> list[tuple[str, bool]]:
        found = []
        for shape in shapes(model).values():
            for each in (shape, shape.item, shape.key):
                if each and each.reference:
                    found.append((each.reference.kind, each.reference.acyclic))
                elif each and each.model:
                    found += references(each.model)
        return found

    for kind, acyclic in references(KINDS[code].model):
        assert kind in KINDS
        assert not acyclic or kind == code


def test_folders_and_kinds_are_the_same_things():
    assert {kind.folder: kind for kind in KINDS.values()} == FOLDERS
    assert all(issubclass(kind.model, Record) for kind in KINDS.values())


def test_a_record_cannot_be_changed():
    program = Program.model_validate({"title": "a", "verification": {"level": "draft", "checked": "2024-03"}})
    assert program.verification.checked == Date(2024, 3)
    with pytest.raises(ValueError, match="frozen"):
        program.title = "b"
