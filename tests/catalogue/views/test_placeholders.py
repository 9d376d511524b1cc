"""A site whose address nobody knows yet: nothing leads to a placeholder, all that leads within works."""

from __future__ import annotations

import json
import re
from posixpath import dirname, join, normpath
from typing import Any

import pytest

from catalogue.page import File, Page, Publication
from catalogue.publish.frame import plain_frame
from catalogue.publish.output import write_outputs
from catalogue.views.words.context import Context
from catalogue.views.words.provenance import bibtex
from tests.catalogue.views.making import file_of, outputs_of
from tests.catalogue.views.small import NO_HISTORY, PLACE, REPORTED, SETTINGS, catalogue_of
from tests.site.built import contents

PLACEHOLDERS = (
    SETTINGS.replace("https://example.vn/thu/", "https://danh-muc.example/thu/")
    .replace("thu@example.vn", "thu@danh-muc.example")
    .replace("https://creativecommons.org", "https://giay-phep.example")
    + "repository: https://git.example/danh-muc\nid_authority: danh-muc.example,2026\n"
)
FILES = {
    "site.yml": PLACEHOLDERS,
    "redirects.yml": "/chuong-trinh/cu/: /chuong-trinh/x/\n",
    "organizations/so.yml": f"title: Sở\ncategory: administration\n{REPORTED}",
    "programs/x.yml": f"title: Lớp\nlead: so\nclasses: [{{id: lop-1, start: 2024-03-01}}]\n{REPORTED}",
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("placeholders") / "site"
    write_outputs(catalogue_of(FILES), folder)
    return contents(folder)


def test_nothing_that_is_published_names_a_placeholder(pages: dict[str, bytes]):
    told = {path: content for path, content in pages.items() if not path.startswith("loi/")}
    naming = [
        path for path, content in told.items() if re.search(rb"(danh-muc|git|giay-phep)\.example", content)
    ]
    assert naming == []
    assert [path for path, content in pages.items() if b"canonical" in content or b"mailto:" in content] == []


def test_there_is_no_sitemap_since_it_holds_whole_addresses_alone(pages: dict[str, bytes]):
    assert "sitemap.xml" not in pages
    assert b"sitemap.xml" not in pages["du-lieu/index.html"]


def test_a_redirect_leads_on(pages: dict[str, bytes]):
    assert b'url=../../chuong-trinh/x/"' in pages["chuong-trinh/cu/index.html"]


def test_addresses_in_files_lead_from_the_file_to_what_they_name():
    catalogue = catalogue_of(FILES)
    made = outputs_of(catalogue, NO_HISTORY, Publication(""))
    index = "api/v1/programs.json"
    (line,) = json_of(made[index])["records"]
    record = json_of(made["api/v1/programs/x.json"])
    assert normpath(join(dirname(index), line["json"])) == "api/v1/programs/x.json"
    assert normpath(join(dirname(index), line["address"])) + "/" == "chuong-trinh/x/"
    assert normpath(join("api/v1/programs", record["address"])) + "/" == "chuong-trinh/x/"
    page = made["chuong-trinh/x/"]
    assert isinstance(page, Page)
    told = page.json_ld
    assert '"name":"Lớp"' in told
    assert "@id" not in told
    assert '"url"' not in told


def json_of(file: Page | File) -> Any:
    """What a JSON file holds."""
    return json.loads(file_of(file).content)


def test_a_known_address_is_told_beside_placeholders_of_other_settings():
    known = PLACEHOLDERS.replace("https://danh-muc.example/thu/", "https://example.vn/thu")
    settings = catalogue_of({**FILES, "site.yml": known}).settings
    assert (settings.place, settings.repository, settings.mail) == ("https://example.vn/thu/", None, None)
    assert "canonical" in "".join(plain_frame(settings).pieces)


@pytest.mark.parametrize(
    ("publication", "fields"),
    [
        (PLACE, {"title", "year", "url", "note"}),
        (Publication(""), {"title", "note"}),
        (Publication("", "abc", "2026-03-01"), {"title", "year", "note"}),
    ],
)
def test_a_reference_has_no_field_for_what_nobody_knows(publication: Publication, fields: set[str]):
    written = bibtex(Context(catalogue_of(FILES), publication))
    found = dict(re.findall(r"^  (\w+) = \{(.*)\},?$", written, re.MULTILINE))
    assert set(found) == fields
    assert all(found.values())
    assert found["title"] == "{Danh mục thử}"
    assert found.get("url", PLACE.address) == PLACE.address
