"""Addresses of files last as those of pages: each belongs to a page, and no format is given up in silence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogue.model.addresses import page_of
from catalogue.views.edition import edition_of
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import Offer
from catalogue.views.words.offers import is_whole, offered, pattern_of
from sample.files import sample_files
from sample.recipe import Recipe
from tests.catalogue.histories import Step, history_in_memory
from tests.catalogue.views.small import PLACE, catalogue_of
from tests.catalogue.views.told_by_files import FORMS, HELD_ELSEWHERE

LIST = Path(__file__).with_name("addresses-of-files.txt")


@pytest.fixture(scope="module")
def offers() -> list[Offer]:
    """Every file that the sample city offers, whose history is known."""
    files = dict(sample_files(Recipe(60)))
    history = history_in_memory([Step("2026-03-01", "Danh mục mẫu", files)])
    return [*offered(edition_of(Context(catalogue_of(files), PLACE, history)).context.downloads)]


def patterns(offers: list[Offer]) -> Iterator[str]:
    """How the addresses of files are made, each once."""
    yield from dict.fromkeys(each.address if is_whole(each) else pattern_of(each) for each in offers)


def test_every_file_stands_or_falls_with_its_page_or_the_page_of_its_section(offers: list[Offer]):
    wrong = [
        each
        for each in offers
        if f"/{each.download.page}" != page_of(f"/{each.address}")
        and page_of(f"/{each.address}").count("/") > 2
    ]
    assert wrong == []


def test_no_format_of_a_file_is_given_up_and_a_new_one_is_listed(offers: list[Offer]):
    listed = LIST.read_text(encoding="utf-8").splitlines()
    made = sorted(patterns(offers))
    assert [each for each in listed if each not in made] == [], "once published, an address is kept for ever"
    assert [each for each in made if each not in listed] == [], (
        f"list them in {LIST.name}: from now on they stay"
    )


def test_every_form_is_held_against_the_pages_or_has_a_reason_not_to_be(offers: list[Offer]):
    assert {each.download.form for each in offers} == {*FORMS, *HELD_ELSEWHERE}
