"""Each template is filled by one frozen type: the names in the template are the fields of the type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
from jinja2 import meta

import catalogue.publish.frame
import catalogue.publish.paper
import catalogue.views.edition
import catalogue.views.pages.problems  # noqa: F401 - a page that no view makes
from catalogue.page import TEMPLATES, TemplateContent, environment

PARTS = {"macros", "own_checks", "plan", "unit"}
"""The templates that others take in."""


def filling(of: type[TemplateContent] = TemplateContent) -> Iterator[type[TemplateContent]]:
    """Every type that names a template."""
    for each in of.__subclasses__():
        if "template" in vars(each):
            yield each
        yield from filling(each)


TYPES = list(filling())


def names_in(template: str) -> set[str]:
    """The names that a template asks for, and those that the parts ask for which it includes."""
    loader = environment().loader
    assert loader
    tree = environment().parse(loader.get_source(environment(), f"{template}.html")[0])
    own = meta.find_undeclared_variables(tree) - set(environment().globals)
    parts = [part for part in meta.find_referenced_templates(tree) if part and part.endswith(".html")]
    return own.union(*(names_in(part.removesuffix(".html")) for part in parts))


def test_every_template_is_filled_by_one_type():
    assert sorted(each.template for each in TYPES) == sorted(
        path.stem for path in TEMPLATES.glob("*.html") if path.stem not in PARTS
    )


@pytest.mark.parametrize("filled", TYPES, ids=[each.template for each in TYPES])
def test_a_template_names_all_that_its_type_has_and_nothing_else(filled: type[TemplateContent]):
    assert names_in(filled.template) == {field.name for field in fields(filled)}


@pytest.mark.parametrize("filled", TYPES, ids=[each.template for each in TYPES])
def test_what_fills_a_template_does_not_change(filled: Any):
    assert filled.__dataclass_params__.frozen
