"""What persons are told by the scripts of «Tôi được cử học lớp nào?», asked in a browser."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from pydantic_core import from_json, to_json

from catalogue.model.collection import Catalogue
from catalogue.views.exports.eligibility_data import groups_json, program_json
from tests.catalogue.views.small import trees_of
from tests.tables import table_in

FILE = table_in(Path(__file__).with_name("persons.yml"))
TREES = trees_of(Path(__file__).with_name("small-catalogues.yml"))
LISTS = ("right", "perhaps", "unknown")
TODAY = "2026-11-22"
JUDGE = """async ([data, persons, today]) => {
  const { judge } = await import("/eligibility/verdict.js");
  const known = JSON.parse(data);
  return JSON.stringify(persons.map((person) => judge(known, person, today)));
}"""
"""Data and answers as texts: Playwright takes twenty times as long for so many values."""

Told = Mapping[str, list[dict[str, Any]]]


def written(catalogue: Catalogue) -> str:
    """All that the parts hold together, as one text."""
    programs = [program_json(catalogue, each) for each in catalogue.programs.values() if each.groups]
    return to_json({**groups_json(catalogue), "programs": programs}).decode()


def whole(catalogue: Catalogue) -> Any:
    """All that the parts hold together, as the browser has it once they are there."""
    return from_json(written(catalogue))


def all_judged(
    scripts: Page, catalogue: Catalogue, persons: list[Mapping[str, Any]], today: str = TODAY
) -> list[Told]:
    """What each of some persons is told."""
    told: list[Told] = from_json(scripts.evaluate(JUDGE, [written(catalogue), persons, today]))
    return told


def judged(scripts: Page, catalogue: Catalogue, person: Mapping[str, Any], today: str = TODAY) -> Told:
    """What a person is told."""
    return all_judged(scripts, catalogue, [person], today)[0]


def ids(told: Told, name: str) -> set[str]:
    return {entry["program"]["id"] for entry in told[name]}
