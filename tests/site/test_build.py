"""Building the site: all of it or nothing, the old one whole until then, the same bytes at all times."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.site.built import Site, build, clean_environment, contents
from tests.site.checkout import checkout, quickened, slowed

BROKEN = """\
title: Chương trình hỏng
hours: nhiều
plan: khong-co
sources: [{source: haiduong-2021-10-14}]
verification: {level: reported}
"""
LATER = """
import datetime, time

def later(real=time.time):
    return real() + 500 * 86400

class Moment(datetime.datetime):
    @classmethod
    def now(cls, zone=None):
        return cls.fromtimestamp(later(), zone)
    today = utcnow = now

time.time, datetime.datetime = later, Moment
"""
"""What makes a Python believe that it runs in another year."""


class First(NamedTuple):
    """A site that was built into an empty folder."""

    site: Path
    said: str


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> First:
    """A site built once, for the tests that need an old one."""
    folder = tmp_path_factory.mktemp("first")
    (folder / "site").mkdir()
    done = build(folder / "site", checkout(folder / "nguồn"))
    assert done.returncode == 0, done.stderr
    return First(folder / "site", done.stdout)


@pytest.fixture
def old(first: First, tmp_path: Path) -> dict[str, bytes]:
    """What stands in `site` before a test."""
    shutil.copytree(first.site, tmp_path / "site")
    return contents(first.site)


def left(folder: Path) -> list[str]:
    """What is there besides the sources and the site."""
    return [path.name for path in folder.iterdir() if path.name not in {"nguồn", "site", "reached"}]


def test_broken_data_leaves_the_old_site_whole_and_every_problem_is_told(
    sources: Path, old: dict[str, bytes], tmp_path: Path
):
    (sources / "data/programs/hong.yml").write_text(BROKEN, encoding="utf-8")
    (sources / "data/groups/hong.yml").write_text("titel: X\n", encoding="utf-8")
    done = build(tmp_path / "site", sources)
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert contents(tmp_path / "site") == old
    assert "data/programs/hong.yml:2:8: not-a-number" in said
    assert "data/groups/hong.yml:1:1: unknown-key" in said
    assert "data/groups/hong.yml:1:1: missing-key" in said
    assert "Traceback" not in said
    assert "còn nguyên" in said
    assert left(tmp_path) == []


@pytest.mark.parametrize(
    ("path", "added", "told"),
    [
        ("docs/gioi-thieu.md", "[Hỏng](khong-co.md)", "contains a link 'khong-co.md'"),
        pytest.param(
            "docs/gioi-thieu.md",
            "[Hỏng](huong-dan/index.md#co)",
            "does not contain an anchor '#co'",
            marks=pytest.mark.proof,
        ),
        pytest.param(
            "hooks/catalogue/templates/record.html",
            "{% if %}",
            "TemplateSyntaxError: Expected an expression",
            marks=pytest.mark.proof,
        ),
        ("hooks/catalogue/templates/record.html", "{{ khong_co }}", "'khong_co' is undefined"),
        pytest.param(
            "overrides/base.html", "{{ khong_co.gi }}", "'khong_co' is undefined", marks=pytest.mark.proof
        ),
        ("mkdocs.yml", "theme: [", "error parsing the configuration file"),
    ],
)
def test_whatever_else_fails_leaves_the_old_site_whole(
    sources: Path, old: dict[str, bytes], tmp_path: Path, path: str, added: str, told: str
):
    with (sources / path).open("a", encoding="utf-8") as file:
        file.write(f"\n{added}\n")
    done = build(tmp_path / "site", sources)
    assert done.returncode == 1
    assert told in done.stdout + done.stderr
    assert contents(tmp_path / "site") == old
    assert left(tmp_path) == []


@contextmanager
def unfinished(sources: Path, site: Path, reached: Path, *more: str) -> Iterator[subprocess.Popen[bytes]]:
    """A build that has written everything and not yet put it in place."""
    reached.unlink(missing_ok=True)
    environment = clean_environment(PYTHONPATH=str(slowed(sources) / "hooks"), REACHED=str(reached))
    command: list[str | Path] = [sys.executable, sources / "hooks/build_site.py", "--site-dir", site, *more]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(reached, process)
        yield process
    finally:
        process.kill()
        process.wait()


def wait_for(path: Path, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while not (path.exists() and path.read_text(encoding="utf-8")):
        assert process.poll() is None, "the build ended"
        assert time.monotonic() < end, "the build never came so far"
        time.sleep(0.02)


def test_a_build_killed_in_the_middle_leaves_the_old_site_whole_and_the_next_cleans_up(
    sources: Path, old: dict[str, bytes], tmp_path: Path
):
    with unfinished(sources, tmp_path / "site", tmp_path / "reached") as process:
        (begun,) = left(tmp_path)
        assert contents(tmp_path / "site") == old
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert contents(tmp_path / "site") == old
    assert left(tmp_path) == [begun]
    assert build(tmp_path / "site", quickened(sources)).returncode == 0
    assert contents(tmp_path / "site") == old
    assert left(tmp_path) == []


def test_a_build_that_is_interrupted_cleans_up_after_itself(
    sources: Path, old: dict[str, bytes], tmp_path: Path
):
    with unfinished(sources, tmp_path / "site", tmp_path / "reached") as process:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 128 + signal.SIGINT
    assert contents(tmp_path / "site") == old
    assert left(tmp_path) == []


def test_a_build_leaves_another_alone_that_still_runs_which_cleans_up_when_it_is_asked_to_stop(
    sources: Path, old: dict[str, bytes], tmp_path: Path
):
    with unfinished(sources, tmp_path / "site", tmp_path / "reached") as process:
        (begun,) = left(tmp_path)
        assert build(tmp_path / "site", quickened(sources)).returncode == 0
        assert left(tmp_path) == [begun]
        assert (tmp_path / begun / "half").exists()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 128 + signal.SIGTERM
    assert contents(tmp_path / "site") == old
    assert left(tmp_path) == []


def test_a_new_build_leaves_nothing_of_the_old_site_nor_its_folder(
    sources: Path, old: dict[str, bytes], tmp_path: Path
):
    (tmp_path / "site/cu.html").write_text("cũ", encoding="utf-8")
    (sources / "data/programs/tap-huan-cong-tac-xay-dung-dang.yml").unlink()
    inode = (tmp_path / "site").stat().st_ino
    done = build(tmp_path / "site", sources)
    assert done.returncode == 0
    assert "giữ nguyên chỗ" not in done.stdout
    assert (tmp_path / "site").stat().st_ino != inode
    new = contents(tmp_path / "site")
    # What is named by its content is another file in every build.
    assert {address for address in set(old) - set(new) if not address.startswith("assets/")} == {
        "chuong-trinh/tap-huan-cong-tac-xay-dung-dang/index.html",
        "api/v1/programs/tap-huan-cong-tac-xay-dung-dang.json",
        # The only programme that this body had a part in.
        "don-vi/dang-uy-khoi-cac-co-quan-tinh/don-vi-dang-uy-khoi-cac-co-quan-tinh.xlsx",
    }
    assert "cu.html" not in new


def test_a_folder_that_is_not_ours_is_refused_and_left_as_it_is(sources: Path, tmp_path: Path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/luan-van.txt").write_text("của tôi", encoding="utf-8")
    done = build(tmp_path / "site", sources)
    assert done.returncode == 2
    assert "thay thế" in done.stderr
    assert contents(tmp_path / "site") == {"luan-van.txt": "của tôi".encode()}


def test_a_file_and_a_folder_of_a_folder_that_is_not_there_are_refused(sources: Path, tmp_path: Path):
    (tmp_path / "site").write_text("một tệp", encoding="utf-8")
    for asked in (tmp_path / "site", tmp_path / "khong/co"):
        done = build(asked, sources)
        assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert (tmp_path / "site").read_text(encoding="utf-8") == "một tệp"


def test_an_empty_folder_is_taken_and_the_pages_are_counted(first: First):
    pages = sum(1 for path in contents(first.site) if path.endswith(".html"))
    assert pages
    assert f"{pages} trang" in first.said


def test_two_builds_are_the_same_byte_for_byte_wherever_whenever_and_by_whatever_seed(
    first: First, tmp_path: Path
):
    assert differing(contents(first.site), contents(built_elsewhere(tmp_path, "tests/hai-duong"))) == []


@pytest.mark.proof
def test_two_builds_of_the_real_data_are_the_same_too(tmp_path: Path):
    here = checkout(tmp_path / "a", "data")
    assert build(tmp_path / "one", here, environment={"PYTHONHASHSEED": "1"}).returncode == 0
    assert differing(contents(tmp_path / "one"), contents(built_elsewhere(tmp_path, "data"))) == []


def built_elsewhere(folder: Path, data: str) -> Path:
    """The site of some data that lay elsewhere and is old, built in another year, zone and order."""
    sources = checkout(folder / "ở nơi khác", data)
    (folder / "later").mkdir()
    (folder / "later/sitecustomize.py").write_text(LATER, encoding="utf-8")
    for path in sources.rglob("*"):
        os.utime(path, (1, 1))
    surroundings = {
        "PYTHONHASHSEED": "2",
        "PYTHONPATH": f"{folder / 'later'}:{sources / 'hooks'}",
        "TZ": "Asia/Ho_Chi_Minh",
    }
    done = build(folder / "other", sources, folder, surroundings)
    assert done.returncode == 0, done.stderr
    return folder / "other"


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The files that are not the same in two sites, both of which have the same files."""
    assert list(one) == list(other) != []
    return [path for path in one if one[path] != other[path]]


def test_another_catalogue_is_built_by_the_same_code_from_the_folder_that_is_named(hai_duong: Site):
    assert "Đào tạo, bồi dưỡng Hải Dương" in hai_duong.sheets[""].words


def test_a_folder_that_must_stay_gets_the_new_site_file_by_file(
    sources: Path, old: dict[str, bytes], tmp_path: Path
):
    site = tmp_path / "site"
    (site / "cu/index.html").parent.mkdir()
    (site / "cu/index.html").write_text("cũ", encoding="utf-8")
    inode = site.stat().st_ino
    done = build(site, sources, more=["--in-place"])
    assert done.returncode == 0, done.stderr
    assert "thư mục được giữ nguyên chỗ, từng tệp trong đó được thay" in done.stdout
    assert contents(site) == old
    assert site.stat().st_ino == inode
    assert not [path for path in site.iterdir() if path.name.startswith(".building-")]
    assert not (site / "cu").exists()


def test_a_failed_or_killed_build_leaves_the_site_in_a_folder_that_must_stay_whole(
    sources: Path, old: dict[str, bytes], tmp_path: Path
):
    site = tmp_path / "site"
    with unfinished(sources, site, tmp_path / "reached", "--in-place") as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
    (left_inside,) = (path for path in site.iterdir() if path.name.startswith(".building-"))
    assert old.items() <= contents(site).items()
    (quickened(sources) / "data/programs/hong.yml").write_text(BROKEN, encoding="utf-8")
    assert build(site, sources, more=["--in-place"]).returncode == 1
    assert contents(site) == old
    assert not left_inside.exists()
