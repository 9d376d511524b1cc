"""A body's list inside a page of another site: no cookie, no script, and its links take the whole window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations_in_light_and_dark
from tests.browser.conftest import ROOT, Builder, served
from tests.browser.kinds import EMBEDDED, pages_of
from tests.browser.overflow import overflows
from tests.browser.test_paper import sheets
from tests.site.built import SECOND

HOST = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trang của đơn vị</title>
<h1>Trang của đơn vị</h1>
<iframe src="{place}" title="Chương trình, lớp học" width="100%" height="480" loading="lazy"></iframe>"""


@pytest.fixture(scope="module")
def address(site: Path) -> str:
    """The largest page that other sites embed."""
    return pages_of(site, EMBEDDED)[0]


@pytest.fixture(scope="module")
def host_url(tmp_path_factory: pytest.TempPathFactory, site_url: str, address: str) -> Iterator[str]:
    """Another site, whose first page has the list in a frame."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "index.html").write_text(HOST.format(place=f"{site_url}{address}"), encoding="utf-8")
    (folder / "favicon.ico").touch()
    with served(folder) as url:
        yield url


@pytest.mark.parametrize("javascript", [False])
@pytest.mark.own_window
def test_another_site_shows_the_list_and_its_links_take_the_window(
    page: Page, host_url: str, site_url: str, address: str, faults: list[str]
):
    page.goto(host_url)
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading", level=1)).to_be_visible()
    assert page.context.cookies() == []
    frame.get_by_role("heading", level=1).get_by_role("link").click()
    expect(page).to_have_url(f"{site_url}{address.removesuffix('nhung/')}")
    assert {each.removeprefix("request: ").removeprefix(host_url) for each in faults} <= {"", "favicon.ico"}
    faults.clear()


@pytest.mark.parametrize("width", [320])
def test_it_is_small_keeps_nothing_and_reads_well_on_the_smallest_phone(page: Page, address: str):
    loaded: list[int] = []
    page.on("response", lambda answer: loaded.append(len(answer.body())))
    page.goto(address)
    assert sum(loaded) < 40_000
    assert page.evaluate("[localStorage.length, document.scripts.length, document.cookie]") == [0, 0, ""]
    assert page.evaluate("[...document.styleSheets].every((sheet) => sheet.cssRules.length > 0)")
    assert overflows(page) == []
    assert violations_in_light_and_dark(page) == []


@pytest.mark.own_window
@pytest.mark.parametrize("width", [320])
def test_the_page_of_a_body_gives_a_line_to_copy_and_prints_without_it(
    page: Page, built: Builder, faults: list[str]
):
    with served(built(SECOND, ROOT / "tests/hai-duong")) as url:
        page.goto(f"{url}don-vi/ban-to-chuc-tinh-uy/")
        page.get_by_text("Đưa danh sách này vào trang của đơn vị").click()
        page.get_by_role("button", name="Chép dòng này").click()
        expect(page.get_by_text("Dòng đã được chọn").or_(page.get_by_text("Đã chép."))).to_be_visible()
        selected = page.evaluate("getSelection().toString() || navigator.clipboard.readText()")
        assert selected.startswith('<iframe src="https://hai-duong.example.vn/danh-muc/don-vi/')
        assert overflows(page) == []
        printed = " ".join(sheets(page))
        assert "Dữ liệu, nguồn và mức độ xác minh" in printed
        assert "iframe" not in printed
        assert "Đưa danh sách này" not in printed
    faults[:] = [each for each in faults if not each.startswith(f"request: {url}")]
