"""A large site is the same byte for byte, in any folder, with any order of files, any seed and processes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sample.files import sample_files
from sample.recipe import Recipe
from tests.site.built import build, contents

pytestmark = pytest.mark.proof


def write(texts: Iterable[tuple[str, str]], folder: Path) -> Path:
    """Writes files one after the other: a folder tells them in that order, or in one of its own."""
    for path, text in texts:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@contextmanager
def one_processor() -> Iterator[None]:
    """Whatever is started meanwhile has one processor, and so one process."""
    usual = os.sched_getaffinity(0)
    assert len(usual) > 1, "on one processor nothing shows that several processes do the same"
    os.sched_setaffinity(0, {min(usual)})
    yield
    os.sched_setaffinity(0, usual)


def test_a_thousand_programmes_are_published_as_the_same_bytes(tmp_path: Path):
    texts = list(sample_files(Recipe(1_000)))
    here = write(texts, tmp_path / "a" / "data")
    there = write(reversed(texts), tmp_path / "ở nơi khác" / "data")
    one = build(tmp_path / "one", environment={"CATALOGUE_DATA": str(here), "PYTHONHASHSEED": "1"})
    with one_processor():
        other = build(tmp_path / "other", environment={"CATALOGUE_DATA": str(there), "PYTHONHASHSEED": "2"})
    assert (one.returncode, other.returncode) == (0, 0), one.stderr + other.stderr
    first, second = contents(tmp_path / "one"), contents(tmp_path / "other")
    assert list(first) == list(second)
    assert len(first) > 3_000
    assert [path for path in first if first[path] != second[path]] == []
