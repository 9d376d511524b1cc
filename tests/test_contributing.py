"""The guide for editors shows records that the catalogue would take: every YAML example is read and fits its kind."""

import re
from pathlib import Path, PurePosixPath

import pytest
from pydantic import BaseModel

from catalogue.files.any_file import parse
from catalogue.model.fields import ID_PATTERN
from catalogue.model.kinds import FOLDERS, KINDS
from catalogue.model.records import Program
from catalogue.model.settings import Redirects, SiteSettings
from catalogue.model.validation import validate

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^Tệp `data/([^`]+)`:\n\n```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
PAGES = sorted((ROOT / "docs" / "huong-dan").glob("*.md"))
PAGE_EXAMPLES = [
    text
    for page in PAGES
    for text in re.findall(
        r"^```yaml\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
]
SETTINGS: dict[str, type[BaseModel]] = {"site.yml": SiteSettings, "redirects.yml": Redirects}

each_example = pytest.mark.parametrize(("path", "text"), EXAMPLES, ids=[path for path, _ in EXAMPLES])


def model_of(path: str) -> type[BaseModel]:
    """What a file of the data must be."""
    return SETTINGS[path] if path in SETTINGS else FOLDERS[PurePosixPath(path).parts[0]].model


@each_example
def test_an_example_is_read_and_accepted(path: str, text: str):
    document = parse(path, text.encode())
    assert document.problems == ()
    assert validate(model_of(path), document)[1] == []


@each_example
def test_an_example_explains_each_of_its_keys(path: str, text: str):
    unexplained = re.findall(r"^(?!#).*\n([a-z_]+):", "\n" + text, re.MULTILINE)
    assert set(unexplained) <= {"licence_address"}, path


@pytest.mark.parametrize("text", PAGE_EXAMPLES)
def test_an_example_on_a_page_for_editors_is_a_programme_that_is_accepted(text: str):
    document = parse("programs/vi-du.yml", text.encode())
    assert document.problems == ()
    assert validate(Program, document)[1] == []


def test_the_pages_for_editors_show_an_example():
    assert PAGE_EXAMPLES


def test_the_file_above_an_example_has_an_id_that_can_be_used():
    for path, _ in EXAMPLES:
        assert re.fullmatch(ID_PATTERN, PurePosixPath(path).stem)


def test_every_yaml_example_has_its_file_above_it():
    assert len(EXAMPLES) == len(re.findall(r"^ *```ya?ml", GUIDE, re.MULTILINE))


def test_every_kind_has_an_example():
    shown = {FOLDERS[PurePosixPath(path).parts[0]].code for path, _ in EXAMPLES if path not in SETTINGS}
    assert shown == set(KINDS)


def test_a_class_inside_a_programme_is_shown():
    programs = [
        Program.model_validate(parse(path, text.encode()).value)
        for path, text in EXAMPLES
        if path.startswith("programs/")
    ]
    assert any(program.classes for program in programs)


def test_links_inside_the_guide_lead_to_its_headings():
    headings = {
        re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        for title in re.findall(r"^#+ (.+)$", GUIDE, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", GUIDE)) <= headings
