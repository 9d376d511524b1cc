"""`python -m catalogue write OUT`: all pages and files without MkDocs, with links that work from a folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from catalogue.__main__ import main
from tests.catalogue.views.small import catalogue_in
from tests.examples import for_a_proof
from tests.site.built import ROOT, Site, contents, run

SECOND = ROOT / "tests/hai-duong"
WITHOUT_MKDOCS = """
import sys
sys.modules.update(mkdocs=None, material=None)
from catalogue.__main__ import main
sys.exit(main())
"""


def write(out: Path, data: str | Path, **environment: str) -> tuple[int, str]:
    """Its exit code and what it said."""
    done = run([sys.executable, "-c", WITHOUT_MKDOCS, "write", out, "--data", data], environment=environment)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module", params=["tests/hai-duong", *for_a_proof("data")])
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, str]:
    out = tmp_path_factory.mktemp("written")  # an empty folder is taken; `again` below is a new one
    code, said = write(out, request.param)
    assert code == 0, said
    assert str(out) in said
    return Site(out), request.param


def test_every_record_has_its_page_and_its_file_and_a_known_address_a_sitemap(written: tuple[Site, str]):
    site, folder = written
    catalogue = catalogue_in(folder)
    assert {catalogue.address(record) for record in catalogue} <= set(site.sheets)
    others = {"index.html", "api/v1/programs.json", "nam/index.html", "loi/index.html"}
    assert others <= site.paths
    assert ("sitemap.xml" in site.paths) == bool(catalogue.settings.place)


def test_the_pages_are_sound_and_bear_the_notice(written: tuple[Site, str]):
    site, folder = written
    assert [error for sheet in site.sheets.values() for error in sheet.errors] == []
    notice = catalogue_in(folder).settings.notice
    for sheet in site.pages:
        assert sheet.tree.get("lang") == "vi"
        assert notice in sheet.words
        assert len(list(sheet.tree.iter("h1"))) == 1
        assert len(set(sheet.ids)) == len(sheet.ids)


def test_every_link_works_from_the_folder_that_it_lies_in(written: tuple[Site, str]):
    assert written[0].dead() == []


def test_nothing_is_loaded_from_another_host(written: tuple[Site, str]):
    for sheet in written[0].sheets.values():
        outside = {tag for tag, href in sheet.references if href.startswith(("http:", "https:"))}
        assert outside <= {"a", "link"}
        assert sheet.links("stylesheet") == sheet.links("icon") == []


def test_writing_twice_gives_the_same_bytes(written: tuple[Site, str], tmp_path: Path):
    site, folder = written
    write(tmp_path / "again", folder, SOURCE_DATE_EPOCH="1", PYTHONHASHSEED="3")
    assert contents(tmp_path / "again") == contents(site.folder)


def refused(out: Path, data: str | Path, said: pytest.CaptureFixture[str]) -> str:
    """What is said where nothing is written; how the command was started does not matter to that."""
    assert main(["write", str(out), "--data", str(data)]) == 1
    return said.readouterr().err


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "thu.txt").write_text("của tôi", encoding="utf-8")
    assert str(tmp_path) in refused(tmp_path, SECOND, capsys)
    assert contents(tmp_path) == {"thu.txt": "của tôi".encode()}


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "out").write_text("")
    assert str(tmp_path / "out") in refused(tmp_path / "out", SECOND, capsys)


def test_broken_data_writes_nothing_and_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "data/programs").mkdir(parents=True)
    (tmp_path / "data/site.yml").write_bytes((SECOND / "site.yml").read_bytes())
    (tmp_path / "data/programs/x.yml").write_text(
        "title: X\nhours: nhiều\nverification: {level: draft}\n", encoding="utf-8"
    )
    told = refused(tmp_path / "out", tmp_path / "data", capsys)
    assert f"{tmp_path}/data/programs/x.yml:2:8: not-a-number" in told
    assert not (tmp_path / "out").exists()
