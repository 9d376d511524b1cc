"""What an editor types is text wherever it comes out: on the page, in attributes, in JSON, in the frame."""

from __future__ import annotations

import json
import unicodedata
from typing import Any
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from catalogue.files.tree import Tree
from catalogue.load import load_tree
from catalogue.model.kinds import KINDS, Kind
from catalogue.page import Page, Publication
from catalogue.publish.frame import plain_frame
from catalogue.views.edition import edition_of
from catalogue.views.words.context import Context
from tests.catalogue.views.hostile import HARM, WORKED_OUT, files, stem, texts_in
from tests.catalogue.views.small import (
    ARTICLE,
    PLACE,
    SETTINGS,
    Published,
    Sheet,
    catalogue_of,
    published,
)
from tests.elements import words

FULL = files()
each_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))


@pytest.fixture(scope="module")
def hostile() -> Published:
    return published(catalogue_of(FULL))


SVG = "{http://www.w3.org/2000/svg}"
"""What html5lib puts before the name of an element of a picture."""


def address_of(kind: Kind) -> str:
    return f"{kind.section}/{stem(kind.code, 'nay')}/"


def record_of(kind: Kind) -> Any:
    return json.loads(FULL[f"{kind.folder}/{stem(kind.code, 'nay')}.yml"])


@each_kind
def test_every_text_of_a_record_stands_on_its_page_as_it_was_typed(hostile: Published, kind: Kind):
    typed, text = list(texts_in(record_of(kind))), hostile[address_of(kind)].text
    assert typed
    assert [each for each in typed if each not in text] == []


def test_no_page_has_an_element_or_an_attribute_that_was_typed(hostile: Published):
    for sheet in hostile.sheets.values():
        assert not list(sheet.tree.iter("script"))
        for element in sheet.tree.iter():
            assert not any(name.startswith("on") for name in element.attrib)
            assert not any(
                str(element.get(name, "")).strip().lower().startswith(("javascript:", "data:"))
                for name in ("href", "src", "action")
            )
            assert "{" not in str(element.tag).removeprefix(SVG) + "".join(element.attrib)


def test_nothing_that_was_typed_is_worked_out_as_a_template(hostile: Published):
    for sheet in hostile.sheets.values():
        assert WORKED_OUT not in sheet.text


@each_kind
def test_json_ld_reads_back_as_it_was_typed_and_cannot_end_its_element(hostile: Published, kind: Kind):
    sheet = hostile[f"{kind.section}/{stem(kind.code, 'kia')}/"]
    assert sheet.json_ld["name"] == f"khác title {HARM}"
    assert "<" not in sheet.page.json_ld
    if kind.code != "topic":
        full = hostile[address_of(kind)]
        assert full.json_ld["name"] == f"title {HARM}"
        assert full.json_ld["description"] == f"summary {HARM}"
        assert not {"<", ">", "&"} & set(full.page.json_ld)


@each_kind
def test_a_json_file_holds_what_was_typed(hostile: Published, kind: Kind):
    file = hostile.json(f"api/v1/{kind.folder}/{stem(kind.code, 'nay')}.json")
    assert sorted(texts_in(file["record"])) == sorted(texts_in(record_of(kind)))


def test_every_reference_of_every_field_shows_on_both_pages(hostile: Published):
    assert len(hostile.references) > len(list(hostile.catalogue))
    assert hostile.one_way == []


def test_every_field_of_every_kind_is_filled_by_these_tests():
    for kind in KINDS.values():
        given_away = {"inferred_year", "end"}
        assert set(kind.model.model_fields) - set(record_of(kind)) <= given_away


def test_titles_in_mails_and_buttons_are_what_was_typed(hostile: Published):
    sheet = hostile["chuong-trinh/nay/"]
    button = next(sheet.tree.iter("button"))
    assert button.get("data-title") == f"title {HARM}"
    assert f"title {HARM}" in unquote(sheet.mail)


def framed(page: Page, catalogue_settings: Any) -> Element:
    """A whole page in the plain frame, read strictly."""
    frame = plain_frame(catalogue_settings)
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(
        frame.fill(page, Publication(PLACE.address, editing="https://git.example/edit/"))
    )
    return tree


def meta(tree: Element, name: str) -> str:
    return next(str(each.get("content")) for each in tree.iter("meta") if each.get("name") == name)


def test_a_whole_page_is_sound_and_has_title_and_description_as_typed(hostile: Published):
    for sheet in hostile.sheets.values():
        tree = framed(sheet.page, hostile.catalogue.settings)
        assert words(next(tree.iter("title"))) == " ".join(sheet.page.title.split())
        assert meta(tree, "description") == sheet.page.description


def test_what_looks_like_a_slot_of_the_frame_is_text():
    program = "title: '{{ slot.body }} body \\x02body\\x03'\nverification: {level: draft}\n"
    small = published(catalogue_of({"programs/x.yml": program}))
    tree = framed(small["chuong-trinh/x/"].page, small.catalogue.settings)
    assert [words(each) for each in tree.iter("h1")] == ["{{ slot.body }} body \\x02body\\x03"]


def passed(title: str) -> Sheet | None:
    """The page of a programme with a title; None where the guard does not let the title through."""
    record = {"title": title, "summary": title, "note": title, "verification": {"level": "draft"}}
    written = json.dumps(record, ensure_ascii=False)
    texts = {"site.yml": SETTINGS, **ARTICLE, "programs/x.yml": written}
    catalogue = load_tree(Tree("data", {path: text.encode() for path, text in texts.items()})).catalogue
    if catalogue is None:
        return None
    all_of_it = edition_of(Context(catalogue, PLACE)).outputs
    item = next(each.make() for each in all_of_it if each.address == "chuong-trinh/x/")
    assert isinstance(item, Page)
    return Sheet(item)


MARKS = st.sampled_from(
    [*"<>&\"'`=\t", "{{", "}}", "{%", "%}", "<!--", "-->", "]]>", "</title>", "</script>", "&lt;", "&#0;"]
)
LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Cf", "Cn"])
TEXTS = st.lists(MARKS | LETTERS, min_size=1, max_size=40).map("".join)


@given(TEXTS.map(lambda text: unicodedata.normalize("NFC", text)))
def test_any_text_that_the_guard_lets_through_comes_out_as_it_went_in(title: str):
    sheet = passed(title)
    assume(sheet is not None)
    assert sheet
    stripped = sheet.page.title
    assert stripped == title.strip()
    assert "".join(next(sheet.tree.iter("h1")).itertext()) == stripped
    assert next(sheet.tree.iter("button")).get("data-title") == stripped
    lead = next(each for each in sheet.tree.iter("p") if each.get("class") == "lead")
    assert "".join(lead.itertext()) == stripped
    tree = framed(sheet.page, catalogue_of({}).settings)
    # A title has no spaces at its ends to a browser; what is inside stays.
    assert "".join(next(tree.iter("title")).itertext()) == stripped
    assert meta(tree, "description") == " ".join(stripped.split())[:300]


def test_characters_that_no_page_may_hold_do_not_pass_the_guard():
    assert passed("ab")
    refused = "\ufdd0\ufdef\U0001fffe\U0010ffff\x00\x02\u202e\ufffe"
    assert [character for character in refused if passed(f"a{character}b")] == []
