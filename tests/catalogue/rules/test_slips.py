"""Slips in the real data, one at a time: each is told, where it is, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.files.tree import Tree
from catalogue.load import load_tree

DATA = Path(__file__).parents[3] / "data"
FILES = {
    path.relative_to(DATA).as_posix(): path.read_bytes() for path in sorted(DATA.rglob("*")) if path.is_file()
}
CHIEFS = "programs/pho-bi-thu-dang-uy-cap-xa-2023.yml"
SECRETARIES = "programs/can-bo-nguon-bi-thu-quan-huyen-2020-2025.yml"
UPDATES = "programs/cap-nhat-kien-thuc-dien-ban-thuong-vu-thanh-uy-2022.yml"


def slipped(path: str, old: str, new: str) -> list[str]:
    """The files and codes of what is told of the real data with one change, but for its placeholders."""
    text = FILES[path].decode()
    assert old in text
    outcome = load_tree(Tree("data", FILES | {path: text.replace(old, new, 1).encode()}))
    told = [problem for problem in outcome.problems if problem.code != "placeholder-address"]
    return [f"{problem.path.removeprefix('data/')} {problem.code}" for problem in told]


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (CHIEFS, "value: 558\n", "value: 5580000\n", "out-of-proportion"),
        (CHIEFS, "value: 558\n", "value: 55800\n", "out-of-proportion"),
        (CHIEFS, "state: done\n", "state: planned\n", "contradictory-state"),
        (CHIEFS, "note: ", "note: Gọi đồng chí A, 0912 345 678. ", "personal-data"),
        (CHIEFS, "note: ", "note: Gửi về dong.chi.a@gmail.com. ", "personal-data"),
        (SECRETARIES, "value: 87\n", "value: 78\n", "numbers-disagree"),
        (SECRETARIES, "attended: 87\n", "attended: 870\n", "numbers-disagree"),
        (UPDATES, "number: 2\n", "number: 1\n", "repeated-number"),
        (UPDATES, "value: 3\n", "value: 1\n", "numbers-disagree"),
        (UPDATES, "seats: 227\n", "seats: 2270\n", "numbers-disagree"),
        ("topics/khoi-chinh-quyen-09.yml", "number: 9\n", "number: 8\n", "duplicate-number"),
    ],
)
def test_a_slip_is_told_where_it_is(path: str, old: str, new: str, code: str):
    assert slipped(path, old, new) == [f"{path} {code}"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (CHIEFS, "value: 558\n", "value: 5580\n"),
        (SECRETARIES, "value: 87\n", "value: 90\n    bound: about\n"),
        (UPDATES, "value: 707\n", "value: 227\n    bound: over\n"),
        (UPDATES, "value: 707\n", "value: 200\n    title: Riêng khối Đảng\n"),
        (UPDATES, "note: ", "note: Quyết định 0123456789, 1.300.000.000 đồng. "),
    ],
)
def test_what_may_be_right_is_not_told(path: str, old: str, new: str):
    assert slipped(path, old, new) == []
