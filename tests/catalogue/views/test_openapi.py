"""The description of the files for programs: valid by OpenAPI, and true of every file that is published."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from catalogue.language.vocabulary import Confirmation
from catalogue.model.kinds import KINDS
from catalogue.page import File, Publication
from catalogue.views.exports.data_package import ADDRESS as DATA_PACKAGE
from catalogue.views.exports.openapi import DESCRIPTION, TOP, WHOLE
from tests.catalogue.views.small import PLACE, REPORTED, Published, catalogue_of, made_of, published_from

BY_OTHER_STANDARDS = {DESCRIPTION, DATA_PACKAGE}
"""What is JSON and described elsewhere."""
OF_SCRIPTS = "assets/"
"""Where the files stand that scripts alone read."""


@pytest.fixture(scope="module")
def small() -> Published:
    """A catalogue of little more than a programme."""
    program = f"title: X\nhours: 8\nclasses: [{{id: a, start: 2024-03-05, seats: 20}}]\n{REPORTED}"
    draft = "title: Nháp\nverification: {level: draft}\n"
    return published_from({"programs/x.yml": program, "programs/y.yml": draft})


def schema_of(described: Any, address: str) -> Any:
    """The schema that a description has for the file at an address; exactly one path may answer to it."""
    (path,) = [
        path
        for path in described["paths"]
        if re.fullmatch(re.escape(path).replace(r"\{id\}", "[^/]+"), f"/{address}")
    ]
    content = described["paths"][path]["get"]["responses"]["200"]["content"]
    return content["application/json"]["schema"]


def faults_of(described: Any, address: str, value: Any) -> list[str]:
    """Where a value is not what the description says of the file at an address."""
    schema = {**schema_of(described, address), "components": described["components"]}
    return [
        f"{address} {error.json_path}: {error.message}"
        for error in Draft202012Validator(schema).iter_errors(value)
    ]


def test_the_description_is_valid_openapi(hai_duong: Published):
    described = hai_duong.json(DESCRIPTION)
    validate(described)
    assert described["openapi"].startswith("3.1")
    assert described["servers"] == [{"url": PLACE.address.rstrip("/")}]
    assert hai_duong.catalogue.settings.notice in described["info"]["description"]
    assert described["info"]["license"]["url"] == hai_duong.catalogue.settings.licence_address


def test_every_json_file_for_programs_is_as_it_is_described(city: Published):
    described = city.json(DESCRIPTION)
    addresses = {file.address for file in city.files.values() if is_described(file)}
    assert len(addresses) > len(list(city.catalogue))
    assert not [fault for address in addresses for fault in faults_of(described, address, city.json(address))]


def test_the_files_of_a_site_of_unknown_address_and_revision_are_as_they_are_described():
    made = [each for each in made_of(catalogue_of({}), publication=Publication("")) if isinstance(each, File)]
    files = {each.address: json.loads(each.content) for each in made if is_described(each)}
    (description,) = [json.loads(each.content) for each in made if each.address == DESCRIPTION]
    assert (files[WHOLE]["address"], files[WHOLE]["revision"]) == (None, None)
    assert not [fault for each, value in files.items() for fault in faults_of(description, each, value)]


def is_described(file: File) -> bool:
    """Whether a file is JSON for programs that the description must tell of."""
    is_json = file.media_type == "application/json" and not file.address.startswith(OF_SCRIPTS)
    return is_json and file.address not in BY_OTHER_STANDARDS


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("record", "hours"), "8"),
        (("record", "hours"), None),
        (("record", "classes", 0, "start"), 2024),
        (("record", "classes", 0, "seats"), -1),
        (("record", "verification", "level"), "sure"),
        (("record", "unheard_of"), 1),
        (("unheard_of",), 1),
        (("kind",), "plan"),
    ],
)
def test_what_no_file_may_hold_is_not_as_described(
    small: Published, place: tuple[str | int, ...], value: object
):
    file = small.json("api/v1/programs/x.json")
    part = file
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    assert faults_of(small.json(DESCRIPTION), "api/v1/programs/x.json", file)


def test_codes_are_described_with_the_words_of_the_site(small: Published):
    schemas = small.json(DESCRIPTION)["components"]["schemas"]
    assert set(schemas["Confirmation"]["enum"]) == set(Confirmation)
    assert all(f"{code}: {code.label}" in schemas["Confirmation"]["description"] for code in Confirmation)


def test_the_first_file_tells_what_a_record_of_each_kind_is_and_how_many_there_are(small: Published):
    top = small.json(TOP)
    assert set(top["readFirst"]["grains"]) == set(KINDS)
    of_kind = {each["kind"]: each for each in top["collections"]}
    assert list(of_kind) == list(KINDS)
    assert (of_kind["program"]["total"], of_kind["program"]["drafts"]) == (2, 1)
    assert of_kind["program"]["index"] == f"{PLACE.address}api/v1/programs.json"
    assert of_kind["program"]["record"] == f"{PLACE.address}api/v1/programs/{{id}}.json"
    assert (top["revision"], top["revised"]) == (PLACE.revision, PLACE.revised)


def test_the_first_file_begins_with_what_to_read_first(small: Published):
    top = small.json(TOP)
    assert next(iter(top)) == "readFirst"
    told = json.dumps(top["readFirst"], ensure_ascii=False)
    assert all(word in told for word in ("draft", "parts_add", "attendances", "inferred_year", "/doi-chieu/"))
