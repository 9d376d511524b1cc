"""The guide for editors and its templates show what the catalogue takes: valid, and every key of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from pydantic import BaseModel

from catalogue.__main__ import parser
from catalogue.commands.diff import diff
from catalogue.files.any_file import ParsedFile, parse
from catalogue.model.fields import ID_PATTERN
from catalogue.model.kinds import FOLDERS, KINDS
from catalogue.model.program import Program
from catalogue.model.reviews import NamedRecord
from catalogue.model.settings import Glossary, Redirects, SiteSettings
from catalogue.model.shape import Shape, fields_of, shapes
from catalogue.model.validation import validate

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^Tệp `data/([^`]+)`:\n\n```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
ADDITIONS = re.findall(
    r"^Thêm vào tệp `data/([^`]+)`:\n\n```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL
)
PAGES = sorted((ROOT / "docs" / "huong-dan").glob("*.md"))
PAGE_EXAMPLES = [
    text
    for page in PAGES
    for text in re.findall(
        r"^```yaml\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
]
SETTINGS: dict[str, type[BaseModel]] = {
    "site.yml": SiteSettings,
    "redirects.yml": Redirects,
    "glossary.yml": Glossary,
}
TEMPLATES: dict[str, type[BaseModel]] = {
    **{f"{code.replace('_', '-')}.yml": kind.model for code, kind in KINDS.items()},
    "glossary.yml": Glossary,
    "site.yml": SiteSettings,
}

each_example = pytest.mark.parametrize(("path", "text"), EXAMPLES, ids=[path for path, _ in EXAMPLES])
each_template = pytest.mark.parametrize("name", TEMPLATES)


def model_of(path: str) -> type[BaseModel]:
    """What a file of the data must be."""
    return SETTINGS[path] if path in SETTINGS else FOLDERS[PurePosixPath(path).parts[0]].model


def problems_of(model: type[BaseModel], text: str) -> list[str]:
    """What is wrong with a text that should be one of a model."""
    parsed = parse("a.yml", text.encode())
    return [problem.message for problem in parsed.problems or validate(model, parsed)[1]]


def template(name: str) -> str:
    """A template as an editor finds it."""
    return (ROOT / "mau" / name).read_text(encoding="utf-8")


def opened(text: str) -> str:
    """A template with every key that may be added; what stands behind `# ` stays a comment."""
    return re.sub(r"^( *)#(?=[^ #\n])", r"\1", text, flags=re.MULTILINE)


def keys_in(value: Any, shape: Shape) -> Iterator[tuple[type[BaseModel], str]]:
    """The keys that a value has, each with the model that takes it."""
    if shape.item:
        for item in value:
            yield from keys_in(item, shape.item)
    for key in value if shape.model else ():
        assert shape.model
        yield shape.model, key
        yield from keys_in(value[key], shapes(shape.model)[key])


def keys_of(shape: Shape) -> Iterator[tuple[type[BaseModel], str]]:
    """The keys that a value of a shape may have at any depth."""
    inner = shape.item or shape
    for key, each in shapes(inner.model).items() if inner.model else ():
        assert inner.model
        yield inner.model, key
        yield from keys_of(each)


@each_template
def test_a_template_is_accepted_as_it_stands_and_with_every_key(name: str):
    assert problems_of(TEMPLATES[name], template(name)) == []
    assert problems_of(TEMPLATES[name], opened(template(name))) == []


@each_template
def test_a_template_names_every_key_of_its_kind(name: str):
    value = parse(name, opened(template(name)).encode()).value
    assert isinstance(value, dict)
    assert list(value) == list(fields_of(TEMPLATES[name]))


def test_the_templates_together_name_every_key_at_any_depth():
    shown, known = set(), set()
    for name, model in TEMPLATES.items():
        shown |= set(keys_in(parse(name, opened(template(name)).encode()).value, Shape(model=model)))
        known |= set(keys_of(Shape(model=model)))
    # A review names its records each under its own key: one of them shows how.
    assert known - shown <= set(keys_of(Shape(model=NamedRecord)))


@each_template
def test_a_template_explains_its_keys(name: str):
    lines = template(name).splitlines()
    unexplained = [
        line
        for before, line in zip(["", *lines], lines, strict=False)
        if re.match(r"#?[a-z_]+:", line) and not before.startswith("# ")
    ]
    assert unexplained == []


def test_every_template_is_one_of_these_and_is_linked_to():
    assert {path.name for path in (ROOT / "mau").iterdir()} == set(TEMPLATES)
    assert set(re.findall(r"\(mau/([^)]+)\)", GUIDE)) == set(TEMPLATES)


@each_example
def test_an_example_is_read_and_accepted(path: str, text: str):
    assert problems_of(model_of(path), text) == []


@pytest.mark.parametrize(("path", "text"), ADDITIONS)
def test_keys_to_add_are_accepted_in_a_record_that_has_the_others(path: str, text: str):
    added, rest = parse(path, text.encode()), parse(path, template(template_for(path)).encode())
    assert added.problems == ()
    assert isinstance(added.value, dict)
    assert isinstance(rest.value, dict)
    assert validate(model_of(path), ParsedFile(path, "", {**rest.value, **added.value}, ()))[1] == []


def template_for(path: str) -> str:
    """The template of a file of the data."""
    return path if path in SETTINGS else f"{FOLDERS[PurePosixPath(path).parts[0]].code.replace('_', '-')}.yml"


@pytest.mark.parametrize("text", PAGE_EXAMPLES)
def test_an_example_on_a_page_for_editors_is_a_programme_that_is_accepted(text: str):
    assert problems_of(Program, text) == []


def test_the_pages_for_editors_show_an_example():
    assert PAGE_EXAMPLES


def test_the_file_above_an_example_has_an_id_that_can_be_used():
    for path, _ in [*EXAMPLES, *ADDITIONS]:
        assert re.fullmatch(ID_PATTERN, PurePosixPath(path).stem)


def test_every_yaml_example_has_its_file_above_it():
    assert len(EXAMPLES) + len(ADDITIONS) == len(re.findall(r"^ *```ya?ml", GUIDE, re.MULTILINE))


def test_a_command_of_the_guide_can_be_called_and_compares_what_make_diff_does():
    calls = [call.split() for call in re.findall(r"`\.venv/bin/python -m catalogue ([^`]+)`", GUIDE)]
    chosen = [parser(call[:1]).parse_args(call) for call in calls]
    assert [each.merge_base for each in chosen if each.run is diff] == [True, True]
    assert 'catalogue diff --merge-base "$$BASE"' in (ROOT / "Makefile").read_text(encoding="utf-8")
    assert any(each.effects for each in chosen)


def test_links_inside_the_guide_lead_to_its_headings():
    headings = {
        re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        for title in re.findall(r"^#+ (.+)$", GUIDE, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", GUIDE)) <= headings
