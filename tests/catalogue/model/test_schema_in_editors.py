"""What an editor's program flags with the schemas: nothing that is right, though it reads YAML otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator

from catalogue.files.tree import Tree
from catalogue.language import vocabulary
from catalogue.language.vocabulary import Vocabulary
from catalogue.load import load_tree
from catalogue.model.kinds import FOLDERS
from sample.files import sample_files
from sample.recipe import Recipe
from tests.catalogue.model.test_schema import made
from tests.catalogue.trees import BASE
from tests.tables import table_in

ROOT = Path(__file__).parents[3]


class CoreLoader(yaml.SafeLoader):
    """Reads YAML 1.2 by its core schema, as editors' programs do: numbers, true, false, null; no dates."""


NULL, BOOL = r"~|null|Null|NULL|", r"true|True|TRUE|false|False|FALSE"
INT = r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
FLOAT = r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern in (("null", NULL), ("bool", BOOL), ("int", INT), ("float", FLOAT)):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})\Z"), None)


def core_int(written: str) -> int:
    """A whole number as YAML 1.2 has it: 0123 is 123."""
    return int(written, 0) if written.startswith(("0o", "0x")) else int(written)


CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: core_int(node.value))


@cache
def validator(schema: str) -> Validator:
    return Draft202012Validator(made()[schema])


def schema_for(path: str) -> str:
    """The schema of a file, by its path below the folder of the data."""
    folder = path.split("/", maxsplit=1)[0]
    return (
        f"{FOLDERS[folder].code.replace('_', '-')}.json" if folder in FOLDERS else f"{Path(path).stem}.json"
    )


def flagged(path: str, text: str) -> list[str]:
    """What an editor's program says of a file."""
    value = yaml.load(text, Loader=CoreLoader)  # noqa: S506 - it is made of the safe one
    return [
        f"{path}: {error.json_path} {error.message}"
        for error in validator(schema_for(path)).iter_errors(value)
    ]


def files_of(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*.yml")):
        yield path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")


def told(files: dict[str, str]) -> list[str]:
    """What the catalogue's own check tells of files that are laid over a small catalogue."""
    tree = {path: text.encode() for path, text in (*files_of(BASE), *files.items())}
    return [f"{problem.path} {problem.code}" for problem in load_tree(Tree("data", tree)).problems]


def test_the_loader_reads_as_editors_do():
    read = yaml.load("[8, 0123, 1e3, .5, 0x1F, ~, no, 12:30, 2026-03-01, True, '8', 2024]", Loader=CoreLoader)  # noqa: S506
    assert read == [8, 123, 1000.0, 0.5, 31, None, "no", "12:30", "2026-03-01", True, "8", 2024]


@pytest.mark.parametrize("folder", ["data", "tests/hai-duong", "tests/problems/base"])
def test_nothing_is_flagged_in_data_that_is_right(folder: str):
    files = list(files_of(ROOT / folder))
    assert files
    assert [error for path, text in files for error in flagged(path, text)] == []


def test_nothing_is_flagged_in_a_sample():
    assert [
        error
        for path, text in sample_files(Recipe(60))
        if path.endswith(".yml")
        for error in flagged(path, text)
    ] == []


DRAFT = "verification: {level: draft}\n"
CASES = table_in(Path(__file__).with_name("in-editors.yml"))
LONG = {
    "right": {
        "a name and a note as long as may be": f"title: >\n  {'ă' * 400}\nnote: |+\n  {'ơ' * 4000}\n\n\n"
    },
    "wrong": {
        "a name too long": f"title: {'ă' * 401}\n",
        "a note too long": f"title: A\nnote: {'ă' * 4001}\n",
    },
}


def cases(sort: str) -> dict[str, tuple[str, str]]:
    """The files of a sort by their names, each with its path; they are drafts where they say nothing else."""
    files = {name: next(iter(file.items())) for name, file in CASES[sort].items()}
    files |= {name: ("topics/a.yml", text) for name, text in LONG[sort].items()}
    return {
        name: (path, text if "verification" in text else text + DRAFT) for name, (path, text) in files.items()
    }


RIGHT, WRONG = cases("right"), cases("wrong")


@pytest.mark.parametrize(("path", "text"), RIGHT.values(), ids=RIGHT)
def test_what_is_right_but_odd_is_flagged_by_neither(path: str, text: str):
    assert told({path: text}) == []
    assert flagged(path, text) == []


@pytest.mark.parametrize(("path", "text"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_flagged_by_both(path: str, text: str):
    assert told({path: text}) != []
    assert flagged(path, text) != []


def test_no_code_is_a_number_true_or_null_to_an_editor():
    kinds = [
        kind for kind in vars(vocabulary).values() if isinstance(kind, type) and issubclass(kind, Vocabulary)
    ]
    codes = [code.value for kind in kinds for code in kind]
    assert codes
    assert yaml.load(yaml.safe_dump(codes), Loader=CoreLoader) == codes  # noqa: S506
    assert [code for code in codes if yaml.load(code, Loader=CoreLoader) != code] == []  # noqa: S506
