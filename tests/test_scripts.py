"""What oxlint and tsc cannot hold of the scripts: which knows which, how they open, what is published."""

from __future__ import annotations

import posixpath
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from catalogue.publish.scripts import SCRIPTS, bare_script

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
FOLDER = DOCS / SCRIPTS


def texts_in(folder: Path) -> dict[str, str]:
    """The scripts in a folder by their paths."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.js")
    }


MODULES = texts_in(FOLDER)
WIDTH = 120

KNOWN = {
    "common": {"common"},
    "search/engine": {"common", "search/engine"},
    "search/page": {"common", "search/engine", "search/page"},
    "eligibility": {"common", "search/engine", "search/page", "eligibility"},
    "home": {"common", "home"},
    "my-list": {"common", "my-list"},
    "schedule": {"common", "schedule"},
    "annex": {"common", "annex"},
    "desk": {"common", "desk"},
}
"""The rooms that each room may know, by its imports or by the types that it borrows."""
ENGINE = tuple(
    f"search/engine/{name}.js"
    for name in (
        "records",
        "columns",
        "titles",
        "programs",
        "details",
        "data",
        "class-days",
        "bits",
        "classes",
        "facets",
        "narrowing",
        "traits",
        "syllables",
        "index",
        "arrangement",
        "kept",
        "dashes",
        "marks",
        "presence",
        "neighbours",
        "information",
        "limits",
        "query",
        "filler",
        "spellings",
        "names",
        "ranking",
        "readings",
        "shorthand",
        "correction",
        "scoring",
        "ways",
        "answer",
        "highlights",
        "numbers",
        "why",
        "order",
        "engine",
        "session",
        "worker",
    )
)
"""The modules of the engine: each knows only those before it."""

NAMED = re.compile(r'"(\.{1,2}/[^"]+\.js)"')
"""A module that another one names: to import it at once, later or in a worker, or to borrow a type."""
OPENING = re.compile(r"(?://[^\n]+\n)*//[^\n]+\.\n\n")
FORBIDDEN = {
    "a check that is turned off": r"@ts-|oxlint-disable",
    "a style of its own": r"""["']style["']|\bstyle:|\.cssText""",
    "a type that says nothing": r"(?m)(?:@\w+|^ +\*).*[:<{|(,] ?any\b(?!\??:)",
}

Found = list[str] | set[str]


def named_by(module: str) -> set[str]:
    """The modules that a module names."""
    folder = posixpath.dirname(module)
    return {posixpath.normpath(posixpath.join(folder, name)) for name in NAMED.findall(MODULES[module])}


def found_in(search: Callable[[str], Found]) -> dict[str, Found]:
    """What a search finds in any module."""
    return {module: found for module in MODULES if (found := search(module))}


def test_a_module_names_only_modules_that_are_there():
    assert found_in(lambda module: named_by(module) - set(MODULES)) == {}


def test_a_module_knows_only_rooms_that_its_own_may_know():
    def strangers(module: str) -> set[str]:
        return {posixpath.dirname(each) for each in named_by(module)} - KNOWN[posixpath.dirname(module)]

    assert found_in(strangers) == {}


def test_the_questionnaire_knows_no_more_of_search_than_its_face_and_its_words():
    named = {each for module in MODULES if module.startswith("eligibility/") for each in named_by(module)}
    of_search = {each for each in named if each.startswith("search/")}
    assert of_search == {"search/engine/engine.js", "search/page/words.js"}


def test_a_module_of_the_engine_knows_only_those_before_it():
    def later(module: str) -> set[str]:
        return named_by(module) & set(ENGINE[ENGINE.index(module) :]) if module in ENGINE else set()

    assert found_in(later) == {}
    assert set(ENGINE) == {module for module in MODULES if module.startswith("search/engine/")}


def test_a_module_opens_with_a_sentence_on_what_it_is_for():
    assert [module for module in MODULES if not OPENING.match(MODULES[module])] == []


def test_no_line_is_longer_than_a_screen_is_wide():
    assert found_in(lambda module: [line for line in MODULES[module].splitlines() if len(line) > WIDTH]) == {}


@pytest.mark.parametrize("pattern", FORBIDDEN.values(), ids=FORBIDDEN)
def test_no_module_gets_round_what_is_checked(pattern: str):
    assert found_in(lambda module: re.findall(pattern, MODULES[module])) == {}


def test_what_is_published_is_the_very_code_that_was_written(tmp_path: Path):
    for module, text in MODULES.items():
        for folder, script in (("written", text.encode()), ("bare", bare_script(text.encode()))):
            file = tmp_path / "scripts" / folder / module
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(script)
    compile_all(tmp_path / "scripts", tmp_path / "code")
    written = texts_in(tmp_path / "code/written")
    assert set(written) == set(MODULES)
    assert texts_in(tmp_path / "code/bare") == written


def compile_all(scripts: Path, folder: Path) -> None:
    """Have tsc write down the code of scripts, without any comment."""
    node, tsc = Path(sys.executable).with_name("node"), ROOT / "node_modules/typescript/bin/tsc"
    options = ["--allowJs", "--noCheck", "--removeComments", "--target", "es2023", "--module", "es2022"]
    places: list[str | Path] = ["--rootDir", scripts, "--outDir", folder]
    subprocess.run([node, tsc, "--ignoreConfig", *options, *places, *scripts.rglob("*.js")], check=True)
