"""What an editor types is text, whatever it looks like: on pages, in titles, attributes, links and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypedDict
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from catalogue.model.kinds import FOLDERS
from tests.browser.conftest import ROOT, Builder, served
from tests.browser.hostile import ADDRESS, MAIL, make_hostile
from tests.browser.overflow import overflows
from tests.examples import some_of

SECTIONS = sorted({kind.section for kind in FOLDERS.values()})
INTRUDERS = """() => {
  const made = "img, textarea, title ~ title, body style, body script, [onerror], a[href^='javascript:']";
  return [...document.querySelectorAll(made)].map((each) => each.outerHTML);
}"""

CARRIED = """() => {
  const mails = [...document.querySelectorAll("main a[href^='mailto:']")];
  return {
    title: document.title,
    shared: [
      document.querySelector("meta[property='og:title']").content,
      document.querySelector("[data-share]").dataset.title,
    ],
    mail: mails.find((each) => each.innerText.includes("Báo sai sót")).getAttribute("href"),
    described: [...document.querySelectorAll("script[type='application/ld+json']")].map((each) => each.text),
    draft: document.querySelector(".notice--draft") !== null,
  };
}"""


class Carried(TypedDict):
    """Where a page carries a record's title besides its text."""

    title: str
    shared: list[str]
    mail: str
    described: list[str]
    draft: bool


class HostileSite(NamedTuple):
    """The site of the hostile catalogue: its folder, and its texts by the file that has them."""

    folder: Path
    texts: dict[str, list[str]]


@pytest.fixture(scope="module")
def hostile(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> HostileSite:
    data = tmp_path_factory.mktemp("hostile")
    texts = make_hostile(ROOT / "tests/hai-duong", data)
    return HostileSite(built("hostile/danh-muc", data), texts)


@pytest.fixture(scope="module")
def site_url(hostile: HostileSite) -> Iterator[str]:
    with served(hostile.folder.parent) as address:
        yield f"{address}danh-muc/"


def records_of(section: str, hostile: HostileSite) -> list[str]:
    """The files of the records whose pages lie in a section."""
    records = [path for path in hostile.texts if path != "site.yml"]
    found = [path for path in records if FOLDERS[path.split("/")[0]].section == section]
    assert found
    return found


def shown_text(page: Page) -> str:
    """All that a reader of the page can come to see, with what is folded."""
    page.locator("details").evaluate_all("(all) => all.forEach((each) => { each.open = true; })")
    return " ".join(page.locator("body").inner_text().split())


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("width", [360])
def test_a_record_of_hostile_texts_shows_and_carries_them_all_as_they_are_typed(
    page: Page, hostile: HostileSite, section: str
):
    for path in records_of(section, hostile):
        assert hostile.texts[path]
        page.goto(f"{section}/{Path(path).stem}/")
        carried: Carried = page.evaluate(CARRIED)
        check_carried(carried, hostile.texts[path][0], Path(path).stem)
        shown = shown_text(page)
        assert [text for text in hostile.texts[path] if " ".join(text.split()) not in shown] == [], path
        assert page.evaluate(INTRUDERS) == [], path
        assert overflows(page) == [], path


def check_carried(carried: Carried, title: str, id: str) -> None:
    """The title of a record is unharmed in the page's title, its attributes, its mail and its data."""
    assert carried["title"].startswith(" ".join(title.split()))
    assert carried["shared"] == [title, title]
    mail = urlsplit(carried["mail"])
    assert mail.path == MAIL
    assert parse_qs(mail.query)["subject"] == [f"Báo sai sót: {title}"]
    assert id in parse_qs(mail.query)["body"][0]
    described = [json.loads(each) for each in carried["described"]]
    assert [each["name"] for each in described if "name" in each] == ([] if carried["draft"] else [title])
    ways = [each["itemListElement"] for each in described if "itemListElement" in each]
    assert all(way[-1]["name"] == title for way in ways)


def test_the_json_of_a_record_carries_hostile_texts_unharmed(hostile: HostileSite):
    for section in SECTIONS:
        for path in records_of(section, hostile):
            copied = (hostile.folder / f"api/v1/{path.removesuffix('.yml')}.json").read_text(encoding="utf-8")
            assert json.loads(copied)["record"]["title"] == hostile.texts[path][0]


@pytest.mark.proved
@pytest.mark.parametrize("width", [360])
def test_lists_and_overviews_of_hostile_records_hold_together(page: Page, hostile: HostileSite):
    lists = set(hostile.folder.glob("*/index.html")) - {
        hostile.folder / name / "index.html" for name in ("gioi-thieu", "huong-dan", "loi")
    }
    years, blocks = (some_of(sorted(hostile.folder.glob(f"{part}/*/index.html"))) for part in ("nam", "khoi"))
    assert lists
    assert years
    assert blocks
    found = [path.parent.relative_to(hostile.folder).as_posix() for path in sorted({*lists, *years, *blocks})]
    for address in ["", "loi/alias/", "gioi-thieu/", *(f"{each}/" for each in found)]:
        page.goto(address)
        shown_text(page)
        assert page.evaluate(INTRUDERS) == [], address
        assert overflows(page) == [], address


@pytest.mark.parametrize("width", [360])
def test_a_hostile_name_notice_and_description_of_the_site_are_text(page: Page, hostile: HostileSite):
    page.goto("")
    name, description, notice = (
        next(text for text in hostile.texts["site.yml"] if text.startswith(f"{number} "))
        for number in numbers_of_site(hostile)
    )
    assert page.title() == " ".join(name.split())
    assert page.locator(".site-header__name").inner_text().split() == name.split()
    assert " ".join(description.split()) in shown_text(page)
    assert " ".join(notice.split()) in " ".join(page.get_by_label("Lưu ý").inner_text().split())


def numbers_of_site(hostile: HostileSite) -> list[str]:
    """The numbers at the head of the site's name, description and notice, as they stand in its settings."""
    number = list(hostile.texts).index("site.yml")
    keys = ["name", "short_name", "city", "description", "licence", "notice"]
    return [f"{number}.{keys.index(key)}" for key in ("name", "description", "notice")]


def test_a_hostile_address_of_a_source_is_a_link_to_itself(page: Page):
    page.goto("nguon/doc-hai-source/")
    link = page.locator("main a[rel=external], main dd a[href^=https]").first
    assert link.get_attribute("href") == ADDRESS
    expect(link).to_have_text(ADDRESS)
