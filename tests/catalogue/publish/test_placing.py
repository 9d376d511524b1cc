"""Putting a new site where the old one stands: folder for folder, or file by file."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from catalogue.publish.placing import HalfPlacedError, in_order, put_in_place, refill, rename_both
from tests.site.built import contents

OLD = {"index.html": "cũ", "x/index.html": "cũ", "site.css": "cũ", "gone/a/index.html": "cũ", "y": "tệp"}
NEW = {
    "index.html": "mới",
    "x/index.html": "mới",
    "site.css": "mới",
    "new/index.html": "mới",
    "y/z.json": "mới",
}


def site_of(folder: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def texts(folder: Path) -> dict[str, str]:
    return {path: content.decode() for path, content in contents(folder).items()}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_of(tmp_path / "site", OLD)


@pytest.mark.parametrize("exchanging", [put_in_place, rename_both])
def test_folders_are_exchanged(site: Path, tmp_path: Path, exchanging: Callable[[Path, Path], bool | None]):
    new = site_of(tmp_path / "new", NEW)
    inode = new.stat().st_ino
    assert exchanging(new, site) is not False
    assert (texts(site), texts(new)) == (NEW, OLD)
    assert site.stat().st_ino == inode


def test_where_no_site_stands_the_new_one_is_put(tmp_path: Path):
    assert put_in_place(site_of(tmp_path / "new", NEW), tmp_path / "site")
    assert texts(tmp_path / "site") == NEW


@pytest.mark.parametrize("place", ["new", "site/.building-1"])
def test_a_folder_that_stays_gets_the_files_of_the_new_site_and_keeps_none_of_the_old(
    site: Path, tmp_path: Path, place: str
):
    inode = site.stat().st_ino
    refill(site, site_of(tmp_path / place, NEW))
    if place != "new":
        (site / ".building-1").rename(tmp_path / "empty")
    assert texts(site) == NEW
    assert site.stat().st_ino == inode
    assert sorted(path.name for path in site.iterdir()) == ["index.html", "new", "site.css", "x", "y"]


def test_a_folder_in_the_place_of_a_file_and_a_link_out_are_no_obstacle(site: Path, tmp_path: Path):
    (site / "site.css").unlink()
    site_of(site / "site.css", {"a/b": "cũ"})
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/kept").write_text("của tôi", encoding="utf-8")
    (site / "new").symlink_to(tmp_path / "outside")
    (site / "gone/link").symlink_to(tmp_path / "outside")
    refill(site, site_of(tmp_path / "new", NEW))
    assert texts(site) == NEW
    assert texts(tmp_path / "outside") == {"kept": "của tôi"}


def test_no_page_is_put_before_what_it_names_and_nothing_is_changed_before_all_that_is_new_is_there():
    assert in_order(NEW, set(OLD)) == ["y/z.json", "new/index.html", "site.css", "index.html", "x/index.html"]


def test_a_copy_that_fails_leaves_the_old_site_whole(site: Path, tmp_path: Path):
    new = site_of(tmp_path / "new", NEW)
    (new / "z.html").symlink_to(new / "x")  # a link to a folder cannot be copied as a file
    with pytest.raises(IsADirectoryError):
        refill(site, new)
    assert texts(site) == OLD


def test_a_failure_in_between_is_told_as_such_and_the_next_time_mends_it(site: Path, tmp_path: Path):
    os.mkfifo(site / "new")
    with pytest.raises(HalfPlacedError):
        refill(site, site_of(tmp_path / "new", NEW))
    (site / "new").unlink()
    refill(site, tmp_path / "new")
    assert texts(site) == NEW
