"""Building the site wherever its data lies, whatever git knows of it, whoever listens."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from catalogue.changes.history import History
from catalogue.files.commits import BROKEN
from catalogue.publish.repository import Repository
from load_catalogue import building_from
from tests.catalogue.trees import loaded
from tests.examples import for_a_proof
from tests.site.built import ROOT, build, clean_environment, contents, run
from tests.site.checkout import checkout, committed

REPOSITORY = "https://github.com/danh-muc/kho"
DAY, SECONDS = "2023-11-14", "1700000000"
"""A day, and the seconds by which `SOURCE_DATE_EPOCH` asks for it."""
ASCII = {"PYTHONIOENCODING": "ascii:strict"}
C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
ODD = [
    (ASCII, "abc", "{sources}/liên kết"),
    *for_a_proof(
        ((C_LOCALE, "", "data"),),
        ((C_LOCALE, "9" * 30, "{sources}/data"),),
        ((ASCII, "-1" * 20, "data/"),),
        ((ASCII, "abc", "./data"),),
        ((ASCII, "abc", "hooks/../data"),),
        ((ASCII, "abc", "liên kết"),),
    ),
]
"""The terminal's alphabet, the day that is asked for, how the folder of the data is named: all three odd."""


class OddBuild(NamedTuple):
    """A build in odd surroundings: the folder of all, the day that was asked for, the site, what it said."""

    folder: Path
    asked: str
    site: Mapping[str, bytes]
    done: subprocess.CompletedProcess[str]

    @property
    def said(self) -> str:
        return self.done.stdout + self.done.stderr


@pytest.fixture(scope="module", params=ODD)
def odd(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> OddBuild:
    """A build in surroundings that are odd, which every test of them asks."""
    terminal, asked, where = request.param
    folder = tmp_path_factory.mktemp("odd")
    sources = with_repository(checkout(folder / "nguồn"))
    (sources / "liên kết").symlink_to(sources / "data")
    named = {"CATALOGUE_DATA": where.format(sources=sources), "SOURCE_DATE_EPOCH": asked}
    done = build(folder / "site", sources, environment={**terminal, **named})
    assert done.returncode == 0, done.stderr
    return OddBuild(folder, asked, contents(folder / "site"), done)


def with_repository(sources: Path) -> Path:
    """The sources of a site that names its repository."""
    with (sources / "data/site.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"repository: {REPOSITORY}\n")
    return sources


def test_a_terminal_of_any_alphabet_is_told_of_the_site(odd: OddBuild):
    assert "Traceback" not in odd.done.stderr
    assert "trang, tạo trong" in odd.done.stdout


def test_a_day_that_is_none_is_told_and_left_out(odd: OddBuild):
    assert ("SOURCE_DATE_EPOCH" in odd.said) == bool(odd.asked)
    assert b"<lastmod>" not in odd.site["sitemap.xml"]


def test_what_git_does_not_know_is_told_once_and_stands_on_no_page(odd: OddBuild):
    assert odd.said.count("Không rõ ngày và số bản (revision) của dữ liệu: ") == 1
    assert b"<time datetime" not in odd.site["gioi-thieu/index.html"]


def test_whoever_builds_is_told_why_a_history_is_not_whole_since_no_page_says_so(
    caplog: pytest.LogCaptureFixture, tmp_path: Path
):
    with caplog.at_level(logging.INFO):
        for _ in range(2):
            building_from(
                loaded({}), tmp_path, tmp_path, Repository(), lambda _: History(doubt=BROKEN), serving=False
            )
    assert [each for each in caplog.messages if BROKEN in each] == [
        f"Không biết hết các lần thay đổi của dữ liệu: {BROKEN}."
    ]


def test_the_editor_of_a_record_is_found_however_the_folder_of_the_data_is_named(odd: OddBuild):
    told = f"{REPOSITORY}/edit/main/data/programs/tieng-anh-giao-vien-nuoc-ngoai.yml"
    assert told in page_of_program(odd.site)


def test_no_page_names_a_folder_of_the_machine_that_built_it(odd: OddBuild):
    assert [path for path, content in odd.site.items() if str(odd.folder).encode() in content] == []


def page_of_program(site: Mapping[str, bytes]) -> str:
    return site["chuong-trinh/tieng-anh-giao-vien-nuoc-ngoai/index.html"].decode()


WITHOUT_PATIENCE = """
import sys
from catalogue import terminal
terminal.PATIENCE = terminal.PACE = 0.02
import build_site
sys.exit(build_site.main())
"""


def test_whoever_watches_a_terminal_sees_how_far_a_build_of_a_day_that_is_asked_for_is(
    sources: Path, tmp_path: Path
):
    committed(sources, "data")
    screen, inside = os.openpty()
    command = [sys.executable, "-c", WITHOUT_PATIENCE, "--site-dir", str(tmp_path / "site")]
    hooks = clean_environment(PYTHONPATH=str(sources / "hooks"), SOURCE_DATE_EPOCH=SECONDS)
    hooks.pop("CI", None)
    with subprocess.Popen(command, cwd=sources, env=hooks, stdout=subprocess.PIPE, stderr=inside) as done:
        os.close(inside)
        seen = ""
        with suppress(OSError):  # what the end of a terminal is on Linux
            while text := os.read(screen, 4096):
                seen += text.decode("utf-8", "replace")
    os.close(screen)
    assert done.returncode == 0, seen
    shown = [each.strip() for each in seen.split("\r")]
    assert "Đọc dữ liệu…" in shown
    assert "Tạo tệp, lập danh sách trang…" in shown
    assert any(each.startswith("Tạo trang: ") for each in shown)
    assert shown[-1] == shown[-2] == ""
    assert days_in(contents(tmp_path / "site")) == {DAY}


def days_in(site: Mapping[str, bytes]) -> set[str]:
    """The days in the sitemap of a site."""
    pieces = site["sitemap.xml"].decode().split("<lastmod>")[1:]
    return {piece.partition("</lastmod>")[0] for piece in pieces}


@pytest.mark.parametrize("reader", [">&-", *for_a_proof("2>&-", ">/dev/full", ">/dev/full 2>&1", "| true")])
def test_a_reader_that_is_not_there_stops_no_site(sources: Path, tmp_path: Path, reader: str):
    command = f'"$0" "$1" --site-dir "$2" {reader}'
    script, site = sources / "hooks/build_site.py", tmp_path / "site"
    environment = {"PYTHONPATH": str(sources / "hooks"), "SOURCE_DATE_EPOCH": SECONDS}
    done = run(["/bin/sh", "-c", command, sys.executable, script, site], sources, environment)
    assert "Traceback" not in done.stdout + done.stderr
    assert "Exception ignored" not in done.stderr
    assert done.returncode == 0
    assert days_in(contents(site)) == {DAY}
    assert "2>" in reader or "Không rõ số bản (revision) của dữ liệu: " in done.stderr


def test_the_day_of_the_data_is_that_of_its_revision_and_the_way_to_its_files_that_in_its_repository(
    sources: Path, tmp_path: Path
):
    shutil.copy(ROOT / "CONTRIBUTING.md", with_repository(sources))
    committed(tmp_path, "nguồn")
    assert build(tmp_path / "site", sources).returncode == 0
    site, folder = contents(tmp_path / "site"), "ngu%E1%BB%93n"
    assert days_in(site) == {"2024-05-06"}
    assert b"06-05-2024" in site["index.html"]
    program = f"{folder}/data/programs/tieng-anh-giao-vien-nuoc-ngoai.yml"
    assert f"{REPOSITORY}/edit/main/{program}" in page_of_program(site)
    pages = ("gioi-thieu", "huong-dan/cap-nhat", "huong-dan")
    about, *guides = (site[f"{page}/index.html"].decode() for page in pages)
    assert f"{REPOSITORY}/edit/main/{folder}/docs/gioi-thieu.md" in about
    assert f"{REPOSITORY}/blob/main/" in "".join([about, *guides])
