"""A site is published anew while somebody reads: a page shows one build, whole, or tells of the newer."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Lock
from typing import ClassVar

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, Builder, SiteHandler, served
from tests.browser.searching import box, heading, links, look_up
from tests.browser.windows import Windows
from tests.examples import for_a_proof
from tests.site.built import SECOND

CATALOGUE = ROOT / "tests/hai-duong"
PROGRAM = "programs/tieng-anh-giao-vien-nuoc-ngoai.yml"
OLD = "Bồi dưỡng tiếng Anh do giáo viên nước ngoài giảng dạy"
NEW = f"{OLD} (bản mới)"
QUERY = "tieng anh giao vien"
ASKED = f"tra-cuu/?q={QUERY.replace(' ', '+')}&kind=program"
OUTDATED = "Trang đã có bản mới. Hãy tải lại trang để tra cứu."

KEPT = {"pages": ".html", "all": ".html .js .json .css", "nothing": ""}
pytestmark = pytest.mark.parametrize("kept", [KEPT["all"], *for_a_proof(KEPT["pages"], KEPT["nothing"])])
"""What a browser keeps for ten minutes, by the endings of files; the rest it asks for each time."""


def nothing(path: str) -> None:
    """What happens before an answer, as a rule."""


class Host(SiteHandler):
    """A host whose site can be replaced by another, all at once."""

    asked: ClassVar[list[str]] = []
    before: ClassVar[Callable[[str], None]] = staticmethod(nothing)
    kept: ClassVar[str] = ""

    def do_GET(self) -> None:  # noqa: N802 - the base class names it so
        Host.asked.append(self.path)
        Host.before(self.path)
        super().do_GET()

    def end_headers(self) -> None:
        file = Path(self.translate_path(self.path.partition("?")[0]))
        ending = ".html" if file.is_dir() else file.suffix
        is_kept = ending and ending in Host.kept.split()
        self.send_header("Cache-Control", "max-age=600" if is_kept else "no-store")
        super().end_headers()


class Place:
    """Where the site stands: a link to the newest build."""

    def __init__(self, folder: Path, old: Path, new: Path) -> None:
        self.link, self.old, self.new = folder / "site", old, new
        self.lock = Lock()
        self.put(old)

    def put(self, site: Path) -> None:
        with self.lock:
            fresh = self.link.with_suffix(".fresh")
            fresh.symlink_to(site)
            fresh.replace(self.link)

    def publish(self) -> None:
        self.put(self.new)


@pytest.fixture(scope="module")
def builds(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two builds of the second catalogue: in the later a programme has another title."""
    data = tmp_path_factory.mktemp("builds") / "data"
    return [built(SECOND, CATALOGUE), built("build", partial(with_new_title, data))]


def with_new_title(folder: Path) -> Path:
    """The catalogue in which one programme has the new title."""
    shutil.copytree(CATALOGUE, folder)
    text = (folder / PROGRAM).read_text(encoding="utf-8")
    (folder / PROGRAM).write_text(text.replace(f"title: {OLD}\n", f"title: {NEW}\n"), encoding="utf-8")
    return folder


@pytest.fixture
def place(builds: list[Path], tmp_path: Path) -> Place:
    return Place(tmp_path, *builds)


@pytest.fixture
def site_url(place: Place, kept: str) -> Iterator[str]:
    Host.asked, Host.before, Host.kept = [], staticmethod(nothing), kept
    with served(place.link, Host) as address:
        yield address


class Unexpected(list[str]):
    """Faults besides those that a test here provokes: that a file is gone."""

    def append(self, fault: str) -> None:
        if "Failed to load resource" not in fault:
            super().append(fault)


@pytest.fixture
def faults() -> list[str]:
    return Unexpected()


@pytest.fixture
def windows(browser: Browser, site_url: str, faults: list[str]) -> Iterator[Windows]:
    """A window for each test: the host that it looks at is new, too."""
    with Windows(browser, site_url, "", faults) as own:
        yield own


def one_build(page: Page) -> str:
    """The title that is shown, once titles, filters and all the rest are there."""
    expect(page.locator("[data-finder]")).to_have_attribute("aria-busy", "false")
    expect(page.locator(".facet__count").first).to_be_visible()
    (title,) = links(page).all_text_contents()
    return title


def pages_asked() -> int:
    return sum("tra-cuu/" in path for path in Host.asked)


def test_before_a_visit(page: Page, place: Place, kept: str):
    look_up(page, q=QUERY, kind="program")
    page.goto("about:blank")
    place.publish()
    page.goto(ASKED)
    expect(heading(page)).to_contain_text("kết quả")
    everything_kept = ".js" in kept
    assert one_build(page) == (OLD if everything_kept else NEW)
    assert pages_asked() <= 4
    assert box(page).input_value() == QUERY


@pytest.mark.parametrize("name", ["titles", "details", "search", *for_a_proof("facets", "worker")])
def test_between_two_files_of_a_visit(page: Page, place: Place, name: str):
    Host.before = staticmethod(lambda path: place.publish() if f"/{name}." in path else None)
    page.goto(ASKED)
    expect(links(page)).to_have_text([NEW])
    assert one_build(page) == NEW
    assert pages_asked() <= 4
    assert page.url.endswith(ASKED)


@pytest.mark.own_window
def test_whoever_types_is_told_and_keeps_what_was_typed(page: Page, place: Place):
    def late(path: str) -> None:
        if "/facets." in path and not typed:
            typed.append(path)
            place.publish()

    typed: list[str] = []
    Host.before = staticmethod(late)
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => document.querySelector('[name=q]').focus())"
    )
    page.goto(ASKED)
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(OUTDATED)
    page.keyboard.press("End")
    page.keyboard.type(" nuoc")
    page.wait_for_url("**nuoc**")
    alert.get_by_role("button", name="Tải lại trang").click()
    expect(box(page)).to_have_value(f"{QUERY} nuoc")
    assert one_build(page) == NEW


def test_a_host_that_gives_now_this_build_now_that_is_asked_a_few_times_and_no_more(page: Page, place: Place):
    def flip(path: str) -> None:
        if "tra-cuu/" in path:
            place.put(place.new if pages_asked() % 2 else place.old)
        elif "assets/search/" in path:
            place.put(next(site for site in (place.old, place.new) if not (site / path[1:]).exists()))

    Host.before = staticmethod(flip)
    page.goto(ASKED)
    expect(page.get_by_role("alert")).to_contain_text(re.compile("Trang đã có bản mới|tải không trọn vẹn"))
    page.wait_for_timeout(1500)
    assert pages_asked() <= 4


def test_data_that_is_gone_from_the_newest_build_is_told_as_such(page: Page, place: Place, tmp_path: Path):
    shutil.copytree(place.old, tmp_path / "broken")
    shutil.rmtree(tmp_path / "broken/assets/search")
    place.put(tmp_path / "broken")
    page.goto(ASKED)
    expect(page.get_by_role("alert")).to_contain_text("Dữ liệu tra cứu tải không trọn vẹn.")
    assert pages_asked() == 2


@pytest.mark.parametrize("part", ["groups", "programs/"])
def test_the_questionnaire_gets_the_data_of_the_newer_build_and_keeps_the_answers(
    page: Page, place: Place, part: str
):
    folder = re.compile(rf"/assets/eligibility/\w+/{part}")
    Host.before = staticmethod(lambda path: place.publish() if folder.match(path) else None)
    page.goto("tim-lop/?service=civil_servant")
    expect(page.locator("[data-found] li > a", has_text=NEW)).to_be_attached()
    assert page.url.endswith("tim-lop/?service=civil_servant")
    expect(page.get_by_role("radio", name="Công chức")).to_be_checked()


@pytest.mark.own_window
def test_whoever_answers_in_words_is_told_and_keeps_what_was_typed(page: Page, place: Place):
    Host.before = staticmethod(lambda path: place.publish() if "/groups." in path else None)
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => document.querySelector('[name=position]').focus())"
    )
    page.goto("tim-lop/?service=civil_servant")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Trang đã có bản mới. Hãy tải lại trang để đối chiếu.")
    page.keyboard.type("ke toan")
    alert.get_by_role("button", name="Tải lại trang").click()
    expect(page.locator("[data-said]")).to_contain_text("chương trình đúng đối tượng")
    expect(page.locator("[name=position]")).to_have_value("ke toan")
