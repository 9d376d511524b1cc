"""Tables, bars, tags and buttons as a reader meets them: on a phone, in forced colours, on paper."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.kinds import address_of
from tests.browser.overflow import low_targets
from tests.examples import for_a_proof, some_of

PHONES = (320, 360)
PHONE, TABLET, DESK, PAPER = 599, 768, 1280, 688
"""Widths in px; of paper that of A4 within its margins."""
PICTURED = {"home": (TABLET, DESK), "plan with programmes": (360, DESK)}
"""The kinds with bars, and the widths at which they show them: home on a phone has none."""
WITH_CLASSES = "programme with classes"
REPORTS = ("report with parts", "report with a reference sum")
TABLES = (WITH_CLASSES, "plan with programmes", *REPORTS, "statistics", "data")
PRESSED = ("home", WITH_CLASSES, "programmes", "topics", "confirmation", "guide", "page for lost addresses")
PRINTED = ("home", WITH_CLASSES, "plan with programmes", "source", "confirmation", "guide")

COLOURS = """async (png) => {
  const image = new Image();
  image.src = "data:image/png;base64," + png;
  await image.decode();
  const { width, height } = image;
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const shares = {};
  for (let at = 0; at < data.length; at += 4) {
    const colour = [...data.slice(at, at + 3)].map((each) => each >> 5).join();
    shares[colour] = (shares[colour] ?? 0) + 4 / data.length;
  }
  return Object.values(shares).filter((share) => share > 0.03).length;
}"""


def colours_of(element: Locator) -> int:
    """How many colours make up at least a thirtieth of what is really drawn of an element."""
    element.scroll_into_view_if_needed()
    png = base64.b64encode(element.screenshot()).decode()
    return int(element.page.evaluate(COLOURS, png))


# Tables

LABELS = """(cells) => cells.map((cell) => {
  return [cell.dataset.label ?? "", getComputedStyle(cell, "::before").content];
})"""

TURNED = """(all) => all.filter((each) => {
  const lines = each.getBoundingClientRect().height / parseFloat(getComputedStyle(each).lineHeight);
  return lines > 2 && !["left", "start"].includes(getComputedStyle(each).textAlign);
}).map((each) => each.outerHTML)"""


def words_in(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


@pytest.mark.parametrize("kind", TABLES)
def test_below_600_px_each_row_is_a_card_whose_values_have_their_labels_and_are_set_left(
    page: Page, site: Path, kind: str
):
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.goto(address_of(site, kind))
    table = page.locator("table.data").first
    assert table.locator("tbody tr").first.evaluate("(row) => getComputedStyle(row).display") == "block"
    headings = words_in(" ".join(table.locator("thead th").all_inner_texts()))
    cells = table.locator("tbody tr:not(.remark) td").filter(visible=True).evaluate_all(LABELS)
    assert cells
    for label, shown in cells:
        assert label
        assert shown == f'"{label}"'
        assert words_in(label) <= headings
    page.set_viewport_size({"width": DESK, "height": 800})
    assert table.locator("tbody tr").first.evaluate("(row) => getComputedStyle(row).display") == "table-row"
    label_of = "(cell) => getComputedStyle(cell, '::before').content"
    assert table.locator("tbody td").first.evaluate(label_of) == "none"
    for width in PHONES:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.locator("main td, main dd, .site-notice p").evaluate_all(TURNED) == [], width


@pytest.mark.parametrize("width", [360])
def test_to_a_screen_reader_a_card_is_still_a_row_of_a_table(page: Page, site: Path):
    page.goto(address_of(site, "plan with programmes"))
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in nodes if not node["ignored"]]
    assert roles.count("table") == page.locator("table").count() > 0
    assert roles.count("row") == page.locator("tr").filter(visible=True).count()
    assert roles.count("rowheader") == page.locator("th[scope=row]").count()
    assert roles.count("columnheader") == page.locator("th[scope=col]").count()


# Colours

FAINT = """() => {
  const faint = (colour, ground) => {
    const text = document.querySelector("main p").cloneNode(true);
    Object.assign(text.style, { color: colour, background: ground });
    document.querySelector("main").append(text);
  };
  faint("#bbb", "#fff");
  faint("#111", "#222");
}"""


def test_a_faint_text_is_found_beside_others_of_its_kind(page: Page, site: Path):
    page.goto(address_of(site, "page for lost addresses"))
    assert violations(page) == []
    page.evaluate(FAINT)
    [found] = violations(page)
    assert all(colour in found for colour in ("#bbbbbb", "#111111"))


# Targets


@pytest.mark.parametrize("kind", PRESSED)
@pytest.mark.parametrize("width", [360])
def test_what_is_pressed_most_is_44_px_high_on_a_phone(page: Page, site: Path, kind: str):
    page.goto(address_of(site, kind))
    page.get_by_role("button", name="Menu", exact=True).click()
    of_frame = "nav.tabs a, .site-header__name, .site-footer nav a"
    of_page = "button, .button, .jump li, .letters li, summary, .cards > .card"
    assert low_targets(page.locator(f"{of_frame}, {of_page}")) == []


ROOM_FOR_WORDS = """(box) => {
  const style = getComputedStyle(box);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = style.font;
  const room = box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return [pen.measureText(box.placeholder).width, room];
}"""


@pytest.mark.parametrize("width", [320])
@pytest.mark.parametrize("kind", ["home", "search", WITH_CLASSES])
def test_the_words_in_an_empty_search_box_are_not_cut(page: Page, site: Path, kind: str):
    page.goto(address_of(site, kind))
    if kind == WITH_CLASSES:
        page.get_by_role("button", name="Tra cứu", exact=True).click()
    box = page.locator("main [name=q], .site-search--open [name=q]").first
    for width in PHONES:
        page.set_viewport_size({"width": width, "height": 800})
        needed, room = box.evaluate(ROOM_FOR_WORDS)
        assert 0 < needed <= room, width


@pytest.mark.parametrize(
    ("width", "height", "letters"), [(360, 740, "200%"), (320, 256, "100%"), (1280, 720, "200%")]
)
def test_however_large_the_letters_what_stands_around_a_page_leaves_it_half_the_screen(
    page: Page, site: Path, height: int, letters: str
):
    page.goto(address_of(site, WITH_CLASSES))
    page.evaluate("(size) => (document.documentElement.style.fontSize = size)", letters)
    box = page.locator("main").bounding_box()
    assert box
    assert box["y"] <= height / 2


# Bars


@pytest.mark.parametrize("kind", PICTURED)
def test_bars_are_as_long_as_the_numbers_that_stand_beside_them(page: Page, site: Path, kind: str):
    page.goto(address_of(site, kind))
    for width in PICTURED[kind]:
        page.set_viewport_size({"width": width, "height": 800})
        bars = drawn_bars(page)
        assert len(bars) > 1
        longest = max(bars, key=lambda bar: float(bar["length"]))
        scale = longest["length"] / people(longest["numbers"])
        assert [bar for bar in bars if abs(bar["length"] - people(bar["numbers"]) * scale) > 2] == [], width


def people(numbers: str) -> float:
    """The people of «10 lớp, 395 học viên», where Vietnamese puts a point between thousands."""
    return float(re.findall(r"\d[\d.]*", numbers)[-1].replace(".", ""))


def drawn_bars(page: Page) -> list[dict[str, Any]]:
    """The bars of a page in their order: the numbers beside each, and how long it is."""
    found: list[dict[str, Any]] = page.locator(".bar").evaluate_all(
        """(bars) => bars.map((bar) => {
          const drawn = getComputedStyle(bar.querySelector(".bar__track > svg"));
          return {
            numbers: bar.querySelector("p > b").innerText,
            length: parseFloat(drawn.width),
          };
        })"""
    )
    return found


# Forced colours


@pytest.mark.proved
@pytest.mark.parametrize("colour_scheme", ["light", *for_a_proof("dark")])
def test_in_forced_colours_bars_stacks_and_tags_are_still_drawn(page: Page, site: Path):
    page.emulate_media(forced_colors="active")
    page.goto(address_of(site, "home"))
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    bars = page.locator(".bar__track").all()
    assert bars
    assert all(colours_of(bar) > 1 for bar in some_of(bars))
    page.goto(address_of(site, "confirmation"))
    stacks = [each for each in page.locator(".stack").all() if each.locator(".stack__part").count() > 1]
    assert stacks
    assert all(colours_of(stack) > 1 for stack in some_of(stacks))
    page.goto(address_of(site, WITH_CLASSES))
    tags = page.locator(".tag").filter(visible=True).all()
    assert tags
    for tag in some_of(tags):
        assert tag.evaluate("(tag) => getComputedStyle(tag).borderTopStyle") != "none"
        assert colours_of(tag) > 1
    assert colours_of(page.get_by_role("button", name="Gửi cho đồng nghiệp")) > 1


def test_in_forced_colours_the_focus_and_the_open_tab_are_seen(page: Page, site: Path):
    page.emulate_media(forced_colors="active")
    page.goto(address_of(site, WITH_CLASSES))
    tab = page.locator("nav.tabs [aria-current]")
    other = page.locator("nav.tabs a:not([aria-current])").first
    border = "(tab) => getComputedStyle(tab).borderBottomColor + getComputedStyle(tab).fontWeight"
    assert tab.evaluate(border) != other.evaluate(border)
    before = tab.screenshot()
    tab.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert tab.screenshot() != before


# Paper

GONE_ON_PAPER = (
    "header",
    "nav.tabs",
    ".skip",
    "button",
    ".button",
    ".actions",
    "footer nav",
    ".jump",
    ".files",
)


def test_on_paper_there_is_nothing_to_press_and_the_notice_stands_on_top(page: Page, site: Path):
    missing = set(GONE_ON_PAPER)
    for kind in PRINTED:
        page.emulate_media(media="screen")
        page.goto(address_of(site, kind))
        missing -= {gone for gone in missing if page.locator(gone).count()}
        page.emulate_media(media="print")
        expect(page.locator(", ".join(GONE_ON_PAPER)).filter(visible=True)).to_have_count(0)
        notice, heading = page.get_by_label("Lưu ý"), page.locator("h1")
        expect(notice).to_contain_text("Trang thử nghiệm, không phải trang chính thức")
        assert notice.bounding_box()["y"] < heading.bounding_box()["y"], kind  # type: ignore[index]
        expect(heading).to_be_visible()
    assert missing == set(), "what paper leaves out is there on some screen"


@pytest.mark.parametrize("colour_scheme", ["light", "dark"])
def test_paper_is_white_and_ink_black_whatever_the_screen(page: Page, site: Path):
    page.goto(address_of(site, WITH_CLASSES))
    page.get_by_role("button", name="Nền tối").click()
    page.emulate_media(media="print")
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert (paper, ink) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")


def test_on_paper_the_addresses_of_sources_are_written_out_once(page: Page, site: Path):
    page.goto(address_of(site, WITH_CLASSES))
    page.emulate_media(media="print")
    links = page.locator(".citation a[href^=http]").all()
    assert links
    for link in links:
        added = "(link) => getComputedStyle(link, '::after').content.replace(/^(none|normal)$/, '')"
        printed = link.inner_text() + link.evaluate(added)
        assert printed.count(link.get_attribute("href") or "-") == 1
        expect(link).to_be_visible()


@pytest.mark.parametrize("width", [PAPER])
def test_on_paper_tables_are_tables(page: Page, site: Path):
    page.goto(address_of(site, "plan with programmes"))
    page.emulate_media(media="print")
    table = page.locator("table.data").first
    assert table.locator("tbody tr").first.evaluate("(row) => getComputedStyle(row).display") == "table-row"
    expect(table.locator("thead")).to_be_visible()
