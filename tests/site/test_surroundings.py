"""Building the site wherever its data lies, whatever git knows of it, whoever listens."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.examples import for_a_proof
from tests.site.built import ROOT, build, clean_environment, run
from tests.site.checkout import committed


@pytest.mark.parametrize(
    "terminal",
    [
        {"PYTHONIOENCODING": "ascii:strict"},
        *for_a_proof({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    ],
)
def test_a_terminal_of_any_alphabet_is_told_of_the_site(
    sources: Path, tmp_path: Path, terminal: dict[str, str]
):
    done = build(tmp_path / "site", sources, environment=terminal)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert "trang, tạo trong" in done.stdout


WITHOUT_PATIENCE = """
import sys
from catalogue import terminal
terminal.PATIENCE = terminal.PACE = 0.02
import build_site
sys.exit(build_site.main())
"""


def test_whoever_watches_a_terminal_sees_how_far_a_build_is(sources: Path, tmp_path: Path):
    screen, inside = os.openpty()
    command = [sys.executable, "-c", WITHOUT_PATIENCE, "--site-dir", str(tmp_path / "site")]
    hooks = clean_environment(PYTHONPATH=str(sources / "hooks"))
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
    assert any(each.startswith("Tạo trang và tệp: ") for each in shown)
    assert shown[-1] == shown[-2] == ""


@pytest.mark.parametrize("reader", [">&-", *for_a_proof("2>&-", ">/dev/full", ">/dev/full 2>&1", "| true")])
def test_a_reader_that_is_not_there_stops_no_site(sources: Path, tmp_path: Path, reader: str):
    command = f'"$0" "$1" --site-dir "$2" {reader}'
    script, site = sources / "hooks/build_site.py", tmp_path / "site"
    done = run(
        ["/bin/sh", "-c", command, sys.executable, script, site],
        sources,
        {"PYTHONPATH": str(sources / "hooks")},
    )
    assert "Traceback" not in done.stdout + done.stderr
    assert "Exception ignored" not in done.stderr
    assert done.returncode == 0
    assert (site / "index.html").exists()


@pytest.mark.parametrize("asked", ["abc", *for_a_proof("", "9" * 30, "-1" * 20)])
def test_a_day_that_is_none_is_told_and_left_out(sources: Path, tmp_path: Path, asked: str):
    done = build(tmp_path / "site", sources, environment={"SOURCE_DATE_EPOCH": asked})
    assert done.returncode == 0, done.stderr
    assert ("SOURCE_DATE_EPOCH" in done.stdout + done.stderr) == bool(asked)


@pytest.mark.parametrize(
    "where",
    ["../liên kết", *for_a_proof("data", "{sources}/data", "data/", "./data", "hooks/../data")],
)
def test_the_editor_of_a_record_is_found_however_the_folder_of_the_data_is_named(
    sources: Path, tmp_path: Path, where: str
):
    with (sources / "data/site.yml").open("a", encoding="utf-8") as settings:
        settings.write("repository: https://github.com/danh-muc/kho\n")
    (tmp_path / "liên kết").symlink_to(sources / "data")
    named = where.format(sources=sources)
    done = build(tmp_path / "site", sources, environment={"CATALOGUE_DATA": named})
    assert done.returncode == 0, done.stderr
    told = "https://github.com/danh-muc/kho/edit/main/data/programs/tieng-anh-giao-vien-nuoc-ngoai.yml"
    assert told in page_of_program(tmp_path / "site")


def page_of_program(site: Path) -> str:
    return (site / "chuong-trinh/tieng-anh-giao-vien-nuoc-ngoai/index.html").read_text(encoding="utf-8")


def test_a_repository_that_begins_above_the_project_is_part_of_the_way_to_its_files(
    sources: Path, tmp_path: Path
):
    with (sources / "data/site.yml").open("a", encoding="utf-8") as settings:
        settings.write("repository: https://github.com/danh-muc/kho\n")
    shutil.copy(ROOT / "CONTRIBUTING.md", sources)
    committed(tmp_path, "nguồn")
    assert build(tmp_path / "site", sources).returncode == 0
    begin, folder = "https://github.com/danh-muc/kho", "ngu%E1%BB%93n"
    assert f"{begin}/edit/main/{folder}/data/programs/tieng-anh-giao-vien-nuoc-ngoai.yml" in page_of_program(
        tmp_path / "site"
    )
    written = (tmp_path / "site/gioi-thieu/index.html").read_text(encoding="utf-8")
    assert f"{begin}/edit/main/{folder}/docs/gioi-thieu.md" in written
    assert f"{begin}/blob/main/" in "".join(
        (tmp_path / f"site/{page}/index.html").read_text(encoding="utf-8")
        for page in ("gioi-thieu", "huong-dan/cap-nhat", "huong-dan")
    )


def test_what_git_does_not_know_is_told_once_and_stands_on_no_page(sources: Path, tmp_path: Path):
    done = build(tmp_path / "site", sources)
    assert (done.stdout + done.stderr).count("Không rõ ngày và số bản (revision) của dữ liệu: ") == 1
    assert "<time datetime" not in (tmp_path / "site/gioi-thieu/index.html").read_text(encoding="utf-8")
    again = build(tmp_path / "site", sources, environment={"SOURCE_DATE_EPOCH": "1700000000"})
    assert "Không rõ số bản (revision) của dữ liệu: " in again.stdout + again.stderr
