"""With the keyboard alone: all is reached in reading order, seen, and used; nothing holds the focus."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.focus import FOCUSED, number_stops, tab_through, unseen
from tests.browser.kinds import address_of
from tests.examples import for_a_proof, some_of

RECORDS = ("programme with classes", "plan with programmes")
LISTS = ("home", "topics", "block", "confirmation")
OTHERS = ("fault", "guide for editors", "page for lost addresses")


@pytest.fixture(autouse=True)
def at_rest(page: Page) -> None:
    """Nothing moves while it is looked at."""
    page.emulate_media(reduced_motion="reduce")


@pytest.mark.proved
@pytest.mark.parametrize("kind", [*RECORDS, *some_of(LISTS), *some_of(OTHERS)])
def test_tab_reaches_everything_in_reading_order_and_shows_where_it_is(page: Page, site: Path, kind: str):
    page.goto(address_of(site, kind))
    names = number_stops(page)
    seen = tab_through(page, len(names))
    assert [names[each["stop"]] for each in seen if each["stop"] is not None] == names
    assert [each["name"] for each in seen if each["stop"] is None] == []
    assert unseen(seen) == []


@pytest.mark.parametrize("colour_scheme", ["dark"])
def test_the_focus_is_seen_in_the_dark_too(page: Page, site: Path):
    page.goto(address_of(site, "programme with classes"))
    names = number_stops(page)
    seen = tab_through(page, len(names))
    assert len(seen) == len(names)
    assert unseen(seen) == []


def test_the_first_stops_are_skip_link_name_list_palette_and_tabs(page: Page, site: Path):
    page.goto(address_of(site, "home"))
    names = number_stops(page)
    tabs = page.locator("nav.tabs a").filter(visible=True).all_inner_texts()
    assert names[:4] == ["a Đến nội dung chính", f"a {page.title()}", "a Danh sách của tôi", "button Nền tối"]
    assert names[4 : 4 + len(tabs)] == [f"a {tab}" for tab in tabs]
    assert len(tabs) >= 8


def test_shift_tab_leads_all_the_way_back(page: Page, site: Path):
    page.goto(address_of(site, "page for lost addresses"))
    names = number_stops(page)
    backwards = tab_through(page, len(names), "Shift+Tab")
    assert [each["stop"] for each in backwards] == list(reversed(range(len(names))))


def test_the_skip_link_appears_with_the_focus_and_leads_to_the_content(page: Page, site: Path):
    page.goto(address_of(site, "programme with classes"))
    skip = page.get_by_role("link", name="Đến nội dung chính")
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    page.wait_for_function("document.querySelector('.skip').getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("main a").first).to_be_focused()


@pytest.mark.parametrize("width", [360])
@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("home", "Enter"),
        ("programme with classes", "Space"),
        *for_a_proof(("home", "Space"), ("programme with classes", "Enter")),
    ],
)
def test_on_a_phone_the_menu_opens_and_closes_by_keyboard(page: Page, site: Path, kind: str, key: str):
    page.goto(address_of(site, kind))
    menu = page.get_by_role("button", name="Menu", exact=True)
    tabs = page.get_by_role("navigation", name="Các mục chính")
    expect(tabs).to_be_hidden()
    while not menu.evaluate("(button) => button === document.activeElement"):
        page.keyboard.press("Tab")
    expect(menu).to_have_attribute("aria-expanded", "false")
    page.keyboard.press(key)
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(tabs).to_be_visible()
    page.keyboard.press("Tab")
    expect(tabs.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(tabs).to_be_hidden()
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    page.keyboard.press(key)
    expect(tabs).to_be_visible()
    page.keyboard.press(key)
    expect(tabs).to_be_hidden()


@pytest.mark.parametrize("width", [360])
def test_on_a_phone_tab_reaches_everything_with_the_menu_open(page: Page, site: Path):
    page.goto(address_of(site, "programme with classes"))
    page.get_by_role("button", name="Menu", exact=True).press("Enter")
    page.evaluate("document.activeElement.blur()")
    names = number_stops(page)
    page.get_by_role("link", name="Đến nội dung chính").focus()
    seen = [page.evaluate(FOCUSED), *tab_through(page, len(names))]
    assert [each["stop"] for each in seen] == list(range(len(names)))
    assert unseen(seen) == []


def test_what_is_folded_opens_with_enter_and_is_then_reached(page: Page, site: Path):
    page.goto(address_of(site, "topics"))
    summary = page.locator("summary").first
    folded = page.locator("details a").first
    expect(folded).to_be_hidden()
    summary.press("Enter")
    expect(folded).to_be_visible()
    page.keyboard.press("Tab")
    expect(folded).to_be_focused()


def test_the_share_button_copies_the_address_that_the_reader_is_at_and_says_so_politely(
    page: Page, site: Path
):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address_of(site, 'programme with classes')}?tu=thu#lop-1")
    address = page.evaluate("location.origin + location.pathname")
    said = page.locator(".actions [role=status]")
    expect(said).to_have_text("")
    page.get_by_role("button", name="Gửi cho đồng nghiệp").press("Enter")
    expect(said).to_have_text("Đã chép liên kết. Dán vào thư hoặc tin nhắn để gửi.")
    expect(page.get_by_role("button", name="Gửi cho đồng nghiệp")).to_be_focused()
    assert page.evaluate("navigator.clipboard.readText()") == address


@pytest.mark.own_window
def test_where_the_clipboard_is_forbidden_the_share_button_shows_the_address(page: Page, site: Path):
    page.goto(address_of(site, "programme with classes"))
    address = page.evaluate("location.href")
    devtools = page.context.new_cdp_session(page)
    profile = devtools.send("Target.getTargetInfo")["targetInfo"]["browserContextId"]
    denied = {"permission": {"name": "clipboard-write"}, "setting": "denied"}
    devtools.send("Browser.setPermission", {**denied, "browserContextId": profile})
    page.get_by_role("button", name="Gửi cho đồng nghiệp").press("Space")
    box = page.get_by_label("Chép liên kết này để gửi:")
    expect(box).to_have_value(address)
    expect(box).to_be_focused()
    assert page.evaluate("getSelection().toString()") == address


def test_the_palette_is_turned_by_keyboard(page: Page, site: Path):
    page.goto(address_of(site, "home"))
    button = page.get_by_role("button", name="Nền tối")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.press("Space")
    expect(button).to_have_attribute("aria-pressed", "false")
