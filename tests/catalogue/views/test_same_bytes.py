"""Same data, same bytes, in any order of files, with any seed, at any time; and no more work than data."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from catalogue.files.tree import Tree, read_tree
from catalogue.load import load_tree
from catalogue.page import File
from tests.catalogue.views.small import REPORTED, ROOT, catalogue_of, made_of
from tests.examples import PROVING, for_a_proof

IMPORTS = """
import hashlib, sys
from pathlib import Path
from catalogue.load import load_tree
from catalogue.page import Publication
from catalogue.files.tree import Tree, read_tree
from catalogue.views.edition import edition_of
from catalogue.views.words.context import Context
"""

FINGERPRINT = """
tree, _ = read_tree(Path(sys.argv[1]), "data")
files = dict(sorted(tree.files.items(), reverse="reverse" in sys.argv))
catalogue = load_tree(Tree("data", files)).catalogue
found = hashlib.sha256()
context = Context(catalogue, Publication("https://example.vn/thu/", "abc1234", "2026-03-01"))
edition = edition_of(context)
made = {each.address: each.make() for each in edition.outputs}
for each in edition.closing:
    made[each.address] = each.make(lambda address: made[address].content)
for item in made.values():
    found.update(repr(item).encode())
print(len(made), found.hexdigest())
"""

NO_CLOCK = """
import datetime, os, random, socket, time

def refuse(*_, **__):
    raise AssertionError("a view asked for the time, for chance or for the world outside")

for module, names in {
    time: ["time", "time_ns", "localtime", "gmtime", "strftime", "ctime"],
    random: ["random", "randint", "choice", "shuffle"],
    socket: ["socket", "create_connection"],
    os: ["urandom", "getpid", "getcwd", "getenv", "getlogin"],
}.items():
    for name in names:
        setattr(module, name, refuse)

class Day(datetime.date):
    today = classmethod(refuse)

class Moment(datetime.datetime):
    now = today = utcnow = classmethod(refuse)

replaced = {datetime.date: Day, datetime.datetime: Moment}
datetime.date, datetime.datetime = Day, Moment
for name, module in list(sys.modules.items()):
    for attribute, value in list(vars(module).items()) if name.startswith("catalogue") else ():
        if isinstance(value, type) and value in replaced:
            setattr(module, attribute, replaced[value])
"""
"""A world in which asking for the time, for chance or for the surroundings fails."""


def fingerprint(folder: str, *arguments: str, seed: str = "0", before: str = "") -> str:
    """What another Python makes of a folder's data."""
    command = [sys.executable, "-c", f"{IMPORTS}\n{before}\n{FINGERPRINT}", str(ROOT / folder), *arguments]
    done = subprocess.run(
        command,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("folder", ["tests/hai-duong", *for_a_proof("data")])
def test_publishing_gives_the_same_bytes_in_any_order_with_any_seed_and_without_a_clock(folder: str):
    found = fingerprint(folder)
    assert fingerprint(folder, "reverse", seed="4711", before=NO_CLOCK) == found
    assert int(found.split()[0]) > 100


def test_publishing_twice_gives_the_same_bytes_in_the_same_order():
    tree, _ = read_tree(ROOT / "tests/hai-duong", "tests/hai-duong")
    paths = sorted(tree.files, key=lambda path: hashlib.sha256(path.encode()).digest())
    usual = load_tree(tree).catalogue
    shuffled = load_tree(Tree(tree.root, {path: tree.files[path] for path in paths})).catalogue
    assert usual
    assert shuffled
    first, second = made_of(usual), made_of(shuffled)
    assert [item.address for item in first] == [item.address for item in second]
    assert first == second
    assert made_of(usual) == first != []


def test_the_folder_that_the_data_lies_in_changes_nothing(tmp_path: Path):
    tree, _ = read_tree(ROOT / "tests/hai-duong", "tests/hai-duong")
    here = load_tree(tree).catalogue
    there = load_tree(Tree(str(tmp_path), tree.files)).catalogue
    assert here
    assert there
    assert made_of(here) == made_of(there)


SHARED = {
    "plans/nam.yml": f"title: Kế hoạch\nyear: 2024\n{REPORTED}",
    "organizations/so.yml": f"title: Sở\ncategory: administration\n{REPORTED}",
    "groups/nhom.yml": f"title: Nhóm\n{REPORTED}",
}
EACH = f"""
title: Chương trình NUMBER
plan: nam
lead: so
groups: [{{group: nhom}}]
blocks: [party]
figures: [{{measure: learners, value: NUMBER, state: planned}}]
classes: [{{id: a, start: 2024-03-05, venue: {{organization: so}}}}]
{REPORTED}"""


def work_of(programs: int) -> tuple[int, int]:
    """Calls and bytes when so many programmes are published, all of one plan, one body, one group."""
    numbers = map(str, range(1, programs + 1))
    catalogue = catalogue_of(
        SHARED | {f"programs/p{number}.yml": EACH.replace("NUMBER", number) for number in numbers}
    )
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    size = 0
    sys.setprofile(count)
    try:
        for item in made_of(catalogue):
            size += len(item.content if isinstance(item, File) else item.body)
    finally:
        sys.setprofile(None)
    return calls, size


@pytest.mark.proved
def test_the_work_for_one_record_more_does_not_grow_with_the_number_of_records():
    work_of(1)  # templates are compiled once
    few = 100 if PROVING else 20
    works = [work_of(number) for number in (few, 2 * few, 4 * few)]
    for one, two, four in zip(*works, strict=True):
        assert four - two < 1.3 * 2 * (two - one)
