"""The frame around a page: cut once, filled for every page, and no value in it is ever taken for a slot."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.page import Download, Page, Piece, Publication
from catalogue.publish.frame import NAMES, SLOTS, Frame, plain_frame, values_of, way_to_root
from catalogue.views.words.downloads import Offer
from tests.catalogue.views.small import catalogue_of

PUBLICATION = Publication("https://example.vn/thu/", editing="https://git.example/edit/main/")
PAGE = Page(
    address="chuong-trinh/x/",
    title="Lớp <b>",
    description='Nói "có"',
    section="chuong-trinh",
    body="<h1>Thân</h1>",
    edit_path="data/programs/x y.yml",
    json_ld='{"name":"X"}',
)
texts = st.text(st.characters(exclude_characters="\x02\x03"))


def filled(html: str, page: Page = PAGE) -> str:
    """A page in a frame that was rendered as this text."""
    return Frame.parse(html).fill(page, PUBLICATION)


def test_a_text_without_slots_is_its_own_frame():
    assert filled("") == ""
    assert filled("<main></main>") == "<main></main>"


@given(st.lists(texts | st.sampled_from(NAMES).map(SLOTS.get).map(str), max_size=12))
def test_every_slot_takes_its_value_and_all_between_them_stays(pieces: list[str]):
    values = values_of(PAGE, PUBLICATION)
    names = {slot: name for name, slot in SLOTS.items()}
    expected = [values[names[piece]] if piece in names else piece for piece in pieces]
    assert filled("".join(pieces)) == "".join(expected)


def test_a_value_that_looks_like_a_slot_stays_as_it_is():
    body = "".join(SLOTS.values())
    page = Page("x/", "Tên", "Mô tả", "x", body)
    assert filled(f"<i>{SLOTS['body']}</i>{SLOTS['title']}", page) == f"<i>{body}</i>Tên"


def test_a_slot_that_nothing_fills_is_an_error():
    with pytest.raises(KeyError, match="khac"):
        filled("\x02khac\x03")


def test_values_are_escaped_for_texts_and_attributes_but_for_the_body():
    values = values_of(PAGE, PUBLICATION)
    assert values["title"] == "Lớp &lt;b&gt;"
    assert values["description"] == "Nói &quot;có&quot;"
    assert values["address"] == "https://example.vn/thu/chuong-trinh/x/"
    assert values["body"] == "<h1>Thân</h1>"


@pytest.mark.parametrize(
    ("address", "root"),
    [("", "."), ("404.html", "."), ("don-vi/", ".."), ("don-vi/x/", "../.."), ("a/b/c/", "../../..")],
)
def test_the_way_to_the_root_leads_up_as_many_folders_as_the_page_lies_deep(address: str, root: str):
    assert way_to_root(address) == root
    assert values_of(Page(address, "T", "M", "x", ""), PUBLICATION)["root"] == root


def test_a_page_that_answers_anywhere_is_given_its_way_to_the_root():
    assert values_of(PAGE, PUBLICATION, "/thu")["root"] == "/thu"
    assert values_of(PAGE, PUBLICATION, "")["root"] == ""


@pytest.mark.parametrize(("address", "current"), [("", "page"), ("don-vi/", "page"), ("don-vi/x/", "true")])
def test_the_tab_of_a_section_is_the_page_itself_or_the_one_above_it(address: str, current: str):
    assert values_of(Page(address, "T", "M", "don-vi", ""), PUBLICATION)["current"] == current


@pytest.mark.parametrize(
    ("json_ld", "indexed", "head"),
    [
        ("", True, ""),
        ("", False, '<meta name="robots" content="noindex">'),
        ("{}", True, '<script type="application/ld+json">{}</script>'),
    ],
)
def test_the_head_of_a_page_tells_search_engines_what_it_has_for_them(json_ld: str, indexed: bool, head: str):
    page = Page("x/", "T", "M", "x", "", json_ld=json_ld, indexed=indexed)
    assert values_of(page, PUBLICATION)["head"] == head


def test_editors_are_led_to_the_file_of_a_page():
    line = values_of(PAGE, PUBLICATION)["edit"]
    assert 'href="https://git.example/edit/main/data/programs/x%20y.yml"' in line
    assert "<code>data/programs/x y.yml</code>" in line


def test_a_page_names_the_files_of_what_it_shows():
    offer = Offer("chuong-trinh/x/chuong-trinh-x.csv", Download("Lớp & ngày", "CSV", PAGE.address, 3, "lớp"))
    html = Frame.parse(SLOTS["files"]).fill(PAGE, PUBLICATION, [offer])
    assert html == (
        '<p class="files">Tải về: '
        '<a href="../../chuong-trinh/x/chuong-trinh-x.csv">Lớp &amp; ngày (CSV)</a></p>'
    )
    assert not Frame.parse(SLOTS["files"]).fill(PAGE, PUBLICATION)


def test_a_file_that_readers_may_not_know_how_to_use_leads_to_the_page_that_says_it():
    guide = Piece("cách đăng ký", "lich/dang-ky/")
    offer = Offer("lich/lich.ics", Download("Lịch", "iCalendar", PAGE.address, 3, "mục", guide))
    html = Frame.parse(SLOTS["files"]).fill(PAGE, PUBLICATION, [offer])
    assert html.endswith(
        '<a href="../../lich/lich.ics">Lịch (iCalendar)</a>, '
        '<a href="../../lich/dang-ky/">cách đăng ký</a></p>'
    )


def test_the_head_of_a_page_names_its_feed():
    download = Download("Thay đổi & tin", "Atom", PAGE.address, 3, "tin", Piece("cách theo dõi", "x/"))
    offers = [Offer("chuong-trinh/x/chuong-trinh-x.atom", download)]
    html = Frame.parse(SLOTS["head"]).fill(replace(PAGE, json_ld=""), PUBLICATION, offers)
    assert html == (
        '<link rel="alternate" type="application/atom+xml" title="Thay đổi &amp; tin" '
        'href="../../chuong-trinh/x/chuong-trinh-x.atom">'
    )


@pytest.mark.parametrize(("edit_path", "editing"), [("", "https://git.example/"), ("data/x.yml", "")])
def test_without_a_file_or_a_repository_there_is_no_line_for_editors(edit_path: str, editing: str):
    page = Page("x/", "T", "M", "x", "", edit_path=edit_path)
    assert values_of(page, Publication("https://example.vn/", editing=editing))["edit"] == ""


def test_the_plain_frame_has_a_place_for_what_every_page_says():
    html = plain_frame(catalogue_of({}).settings).fill(PAGE, PUBLICATION)
    assert "<title>Lớp &lt;b&gt;" in html
    assert 'content="Nói &quot;có&quot;"' in html
    assert "<h1>Thân</h1>" in html
    assert '<script type="application/ld+json">{"name":"X"}</script>' in html
    assert "Trang thử nghiệm, không phải trang chính thức" in html
    assert not {"\x02", "\x03"} & set(html)
