"""The built site, page by page: sound HTML, heads that are right, living links, nothing from elsewhere."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree
from zipfile import ZipFile, is_zipfile

import pytest

from catalogue.load import load
from catalogue.page import mark_of
from tests.catalogue.views.hostile import HARM, WORKED_OUT, files
from tests.elements import words
from tests.site.built import ROOT, Sheet, Site, built, folded, search_folder_in

FOLDERS = {"real": "data", "hai_duong": "tests/hai-duong"}
LARGEST_PAGE = 200_000
"""Bytes that no page of the real site passes: half a minute on a bad line."""


@pytest.fixture(scope="session", params=FOLDERS)
def named(request: pytest.FixtureRequest) -> tuple[Site, str]:
    """Each site with the folder of its data."""
    return request.getfixturevalue(request.param), FOLDERS[request.param]


CLASSES = ["cac-muc", "noi-dung-chinh", "noi-dung", "nguon", "lop"]
NASTY = {
    "programs/x.yml": f"title: X\nclasses: [{', '.join(f'{{id: {id}}}' for id in CLASSES)}]",
    "topic-sets/cac-muc.yml": "title: Các mục\nof: topics",
    "topic-sets/noi-dung-chinh.yml": "title: Nội dung chính\nof: topics",
    "topic-sets/noi-dung.yml": "title: Nội dung\nof: topics",
    "topics/a.yml": "title: A\nset: cac-muc",
    "topics/b.yml": "title: B\nset: noi-dung-chinh",
    "topics/c.yml": "title: C\nset: noi-dung",
}
"""Names that the frame around a page may have for its own parts."""


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site in which every text, those of the settings included, and some ids hold what could do harm."""
    data = tmp_path_factory.mktemp("hostile")
    nasty = {path: f"{text}\nverification: {{level: draft}}\n" for path, text in NASTY.items()}
    for path, text in (files() | nasty).items():
        (data / path).parent.mkdir(exist_ok=True)
        (data / path).write_text(text, encoding="utf-8")
    return built(tmp_path_factory.mktemp("hostile-site") / "site", CATALOGUE_DATA=str(data))


def address_of(folder: str) -> str:
    """Where a site stands; empty where its settings have but a placeholder for it."""
    catalogue = load(ROOT / folder, folder).catalogue
    assert catalogue
    return catalogue.settings.place


def test_a_strict_parser_accepts_every_page(either: Site):
    assert [error for sheet in either.sheets.values() for error in sheet.errors] == []


def test_every_page_is_vietnamese_and_has_one_title_and_one_main_heading(either: Site):
    for sheet in either.pages:
        assert sheet.tree.get("lang") == "vi", sheet.path
        assert [len(list(sheet.tree.iter(tag))) for tag in ("h1", "title", "main")] == [1, 1, 1], sheet.path
        title, heading = (words(next(sheet.tree.iter(tag))) for tag in ("title", "h1"))
        assert title.startswith(heading) or sheet.path == "index.html", sheet.path


def test_no_two_elements_of_a_page_share_an_id(either: Site):
    assert {sheet.path: shared for sheet in either.pages if (shared := shared_ids(sheet))} == {}


def shared_ids(sheet: Sheet) -> list[str]:
    """The ids that more than one element of a page has."""
    return [id for id, number in Counter(sheet.ids).items() if number > 1]


def test_headings_go_down_one_level_at_a_time(either: Site):
    for sheet in either.pages:
        headings = [str(each.tag) for each in sheet.tree.iter() if each.tag in {"h1", "h2", "h3", "h4"}]
        levels = [int(tag[1]) for tag in headings]
        assert levels[0] == 1, sheet.path
        assert all(after - before <= 1 for before, after in pairwise(levels)), sheet.path


def test_every_page_has_a_description_of_its_own_and_says_where_it_stands(named: tuple[Site, str]):
    site, folder = named
    root = address_of(folder)
    for sheet in site.pages:
        (description,) = sheet.metas("name", "description")
        assert 0 < len(description) <= 400, sheet.path
        assert sheet.metas("property", "og:description") == [description]
        places = [] if sheet.path == "404.html" or not root else [root + sheet.address]
        assert sheet.links("canonical") == sheet.metas("property", "og:url") == places, sheet.path


def test_open_graph_gives_title_site_and_language(named: tuple[Site, str]):
    site, folder = named
    catalogue = load(ROOT / folder, folder).catalogue
    assert catalogue
    for sheet in site.pages:
        (title,) = sheet.metas("property", "og:title")
        assert sheet.title in {title, f"{title} - {catalogue.settings.name}"}, sheet.path
        assert sheet.metas("property", "og:site_name") == [catalogue.settings.name]
        assert sheet.metas("property", "og:locale") == ["vi_VN"]
        assert sheet.metas("property", "og:type") == ["website"]


def test_titles_tell_the_pages_apart(either: Site):
    sections = {"doi-tuong", "don-vi", "ke-hoach", "van-ban"}
    titles = Counter((sheet.path.split("/")[0], sheet.title) for sheet in either.pages)
    assert sections - {section for section, _ in titles} <= {"ke-hoach"}  # the second catalogue has no plan
    assert [key for key, number in titles.items() if number > 1 and key[0] in sections] == []


def test_every_link_and_anchor_inside_the_site_leads_somewhere(named: tuple[Site, str]):
    site, folder = named
    base = urlsplit(address_of(folder)).path or "/"
    assert site.dead(base) == []


def test_every_page_is_reached_from_home(either: Site):
    known, waiting = {""}, [""]
    while waiting:
        sheet = either.sheets[waiting.pop()]
        for path in either.files_named_by(sheet):
            address = path.removesuffix("index.html")
            if address in either.sheets and address not in known:
                known.add(address)
                waiting.append(address)
    assert {sheet.address for sheet in either.pages} - known == {"404.html"}


def test_the_addresses_that_a_page_tells_machines_lead_to_files_of_the_site(hai_duong: Site):
    site, root = hai_duong, address_of(FOLDERS["hai_duong"])
    files = [
        (site.folder / path).read_text(encoding="utf-8") for path in site.paths if path.endswith(".json")
    ]
    scripts = [each for sheet in site.pages for each in sheet.tree.iter("script")]
    described = [each.text or "" for each in scripts if "ld+json" in str(each.get("type"))]
    assert files
    assert described
    told = {
        each
        for text in [*files, *described]
        for each in texts_in(json.loads(text))
        if each.startswith(root) and "{id}" not in each  # which stands for any id
    }
    places = [each.removeprefix(root).partition("#") for each in told]
    assert [address for address, _, _ in places if not site.file_at(address)] == []
    anchored = [(address, anchor) for address, _, anchor in places if anchor]
    assert [place for place in anchored if place[1] not in site.anchors[place[0]]] == []


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inner:
        yield from texts_in(item)


def test_nothing_is_loaded_from_another_host(named: tuple[Site, str]):
    site, folder = named
    root = address_of(folder)
    for sheet in site.sheets.values():
        for tag, href in sheet.references:
            if tag != "a":
                assert not urlsplit(href).scheme or href.startswith(root), (sheet.path, tag, href)
                assert not href.startswith("//"), (sheet.path, tag, href)
    for path in site.paths:
        if path.endswith((".css", ".js", ".svg")):
            text = (site.folder / path).read_text(encoding="utf-8")
            assert "@import" not in text
            assert not re.findall("https?://(?!www.w3.org/)", text), path


def test_a_page_loads_scripts_and_data_that_are_there_named_by_what_is_in_them(either: Site):
    for sheet in either.pages:
        scripts = [str(each.get("src")) for each in sheet.tree.iter("script") if each.get("type") == "module"]
        for script in [*scripts, *sheet.links("modulepreload")]:
            file = either.folder / script.partition("assets/")[1] / script.partition("assets/")[2]
            assert f".{mark_of(file.read_bytes())}.js" in script
        assert sheet.tree.get("data-search") == search_folder_in(either.folder)


def test_a_link_to_another_host_says_so(either: Site):
    anchors = [anchor for sheet in either.pages for anchor in sheet.tree.iter("a")]
    leaving = [each for each in anchors if urlsplit(str(each.get("href"))).scheme in {"http", "https"}]
    assert leaving
    assert [each.get("href") for each in leaving if not each.get("rel")] == []


def test_the_notice_stands_on_every_page_twice(named: tuple[Site, str]):
    site, folder = named
    catalogue = load(ROOT / folder, folder).catalogue
    assert catalogue
    for sheet in site.pages:
        assert sheet.words.count(catalogue.settings.notice.rstrip(".")) >= 2, sheet.path
        assert catalogue.settings.licence in sheet.words, sheet.path


def test_the_second_catalogue_names_no_other_city(hai_duong: Site):
    for path in hai_duong.paths:
        assert "ha noi" not in folded(path)
        assert "hanoi" not in folded(path)
        if not path.endswith((".png", ".ico", ".woff2")):
            text = folded(text_in(hai_duong.folder / path))
            assert not [name for name in ("ha noi", "hanoi") if name in text], path


def text_in(file: Path) -> str:
    """The text of a file; of all that is in it, where it is an archive or a workbook."""
    if not is_zipfile(file):
        return file.read_bytes().decode(errors="ignore")  # a database is text but for its numbers
    with ZipFile(file) as archive:
        return " ".join(archive.read(name).decode() for name in archive.namelist())


def test_no_address_is_escaped_twice(real: Site):
    assert [
        (sheet.path, href) for sheet in real.pages for _, href in sheet.references if "&amp;" in href
    ] == []


def test_the_sitemap_has_every_page_once_without_drafts_redirects_and_the_lost_page(hai_duong: Site):
    site, folder = hai_duong, FOLDERS["hai_duong"]
    root = address_of(folder)
    catalogue = load(ROOT / folder, folder).catalogue
    assert catalogue
    sitemap = ElementTree.parse(site.folder / "sitemap.xml").getroot()  # noqa: S314 - it is our own
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert sitemap.tag == f"{space}urlset"
    listed = [str(each.findtext(f"{space}loc")) for each in sitemap]
    drafts = {root + catalogue.address(record) for record in catalogue if record.is_draft}
    pages = {root + sheet.address for sheet in site.pages if sheet.path != "404.html"}
    assert len(set(listed)) == len(listed)
    assert set(listed) == pages - drafts
    assert listed == sorted(listed)
    for sheet in site.pages:
        hidden = root + sheet.address in drafts or sheet.path == "404.html"
        assert (sheet.metas("name", "robots") == ["noindex"]) is hidden, sheet.path


def test_the_pages_stay_small(either: Site):
    sizes = sorted(((len(sheet.text.encode()), sheet.path) for sheet in either.pages), reverse=True)
    assert sizes[0][0] < LARGEST_PAGE, sizes[:3]


def test_every_page_has_a_tab_that_is_marked_where_its_section_has_one(either: Site):
    for sheet in either.pages:
        section = sheet.path.removeprefix("danh-sach/").split("/")[0] if "/" in sheet.path else ""
        current = [each for each in sheet.tree.iter("a") if each.get("aria-current") in {"page", "true"}]
        marked = [str(anchor.get("href")) for anchor in current if anchor.text]
        if section and sheet.path != "404.html":
            assert any(f"/{section}/" in f"/{href}" for href in marked), sheet.path


def test_the_theme_leaves_nothing_of_its_own_in_the_site(either: Site):
    assets = {path for path in either.paths if path.startswith("assets/")}
    assert {Path(path).suffix for path in assets} == {".css", ".js", ".json", ".svg"}
    leftovers = ("search/search_index", ".map", ".gz")
    assert [path for path in either.paths if any(each in path for each in leftovers)] == []
    used = {path for sheet in either.pages for path in either.files_named_by(sheet)}
    readers = [path for path in either.paths if path.endswith((".js", "index.html"))]
    texts = {path: (either.folder / path).read_text(encoding="utf-8") for path in readers}
    assert [path for path in assets - used if not named_in(path, texts)] == []


def named_in(path: str, texts: dict[str, str]) -> bool:
    """Whether another script or page names a file, without its ending."""
    return any(Path(path).stem in text for other, text in texts.items() if other != path)


def test_hostile_text_makes_no_page_unsound_and_no_link_dead(hostile: Site):
    assert [error for sheet in hostile.sheets.values() for error in sheet.errors] == []
    assert hostile.dead("/thu/") == []
    for sheet in hostile.pages:
        scripts = [each for each in sheet.tree.iter("script") if "ld+json" not in str(each.get("type"))]
        assert "alert(1)" not in "".join(text for each in scripts for text in each.itertext()), sheet.path
        assert not any(name.startswith("on") for element in sheet.tree.iter() for name in element.attrib)
        assert f"notice {HARM}" in sheet.words, sheet.path
        assert WORKED_OUT not in sheet.words


def test_no_name_in_the_data_meets_one_of_the_frame(hostile: Site):
    assert set(CLASSES) <= set(hostile.sheets["chuong-trinh/x/"].ids)
    assert {"cac-muc", "noi-dung-chinh", "noi-dung"} <= set(hostile.sheets["chuyen-de/"].ids)
    assert {sheet.path: shared for sheet in hostile.pages if (shared := shared_ids(sheet))} == {}


def test_names_of_the_site_stand_in_its_heads_as_they_were_typed(hostile: Site):
    for sheet in hostile.pages:
        assert sheet.metas("property", "og:site_name") == [f"name {HARM}"]
    assert hostile.sheets[""].metas("name", "description") == [f"description {HARM}"]
    assert hostile.sheets["chuong-trinh/nay/"].title == f"title {HARM} - name {HARM}"
