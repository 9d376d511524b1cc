"""The code keeps the rules of the house: one word for a thing, one sentence for a module, nothing long."""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
HOOKS = ROOT / "hooks"
CATALOGUE = sorted((HOOKS / "catalogue").rglob("*.py"))
SITE = sorted(HOOKS.rglob("*.py"))
PROGRAMS = sorted([*SITE, *(ROOT / "benchmarks").rglob("*.py")])

TYPE_NAME = re.compile(r"[A-Z]\w*[a-z]\w*")
"""The name of a class or a type, which has small letters; that of a constant has none."""
SENTENCE_END = re.compile(r"[.!?] (?=[A-ZĐ«`])")
FUNCTION_LIMIT = 40
"""How many lines a function may have, with its docstring."""
FILE_LIMIT = 320
"""How many lines a file may have."""


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def types_of(module: ast.Module) -> Iterator[str]:
    """The names of the classes and type aliases that a module defines for others."""
    for node in module.body:
        match node:
            case ast.ClassDef(name=name):
                yield name
            case ast.Assign(value=ast.Call(func=ast.Name(id="TypeVar"))):
                continue
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                if TYPE_NAME.fullmatch(name):
                    yield name


def test_a_class_or_type_has_a_name_of_its_own():
    owners: dict[str, list[str]] = defaultdict(list)
    for file in PROGRAMS:
        for name in types_of(tree_of(file)):
            owners[name].append(name_of(file))
    assert len(owners) > 100
    assert {name: files for name, files in owners.items() if len(files) > 1} == {}


def test_types_are_found_however_they_are_defined():
    module = """
class A: ...
class Ab(NamedTuple): ...
Meta = list[str]
Rows: TypeAlias = tuple[int, ...]
Id = Annotated[str, "id"]
Result = TypeVar("Result")
LIMIT = 3
SIZES: dict[str, int] = {}
"""
    assert list(types_of(ast.parse(module))) == ["A", "Ab", "Meta", "Rows", "Id"]


def test_no_module_beside_the_hooks_is_named_like_one_of_python():
    """MkDocs puts the folder of a hook before the standard library while it loads the hook."""
    importable = {path.stem for path in HOOKS.iterdir() if path.suffix == ".py" or path.is_dir()}
    assert {"catalogue", "sample", "load_catalogue"} <= importable
    assert importable & sys.stdlib_module_names == set()


def found_in(files: list[Path], search: Callable[[Path], object]) -> dict[str, object]:
    """What a search finds in any file, by its name."""
    return {name_of(file): found for file in files if (found := search(file))}


def test_a_module_opens_with_one_sentence():
    assert found_in(CATALOGUE, not_one_sentence) == {}


def not_one_sentence(file: Path) -> str:
    """How a module opens, unless by one sentence."""
    opening = (ast.get_docstring(tree_of(file)) or "").split("\n\n")[0]
    is_one = opening.endswith(".") and SENTENCE_END.search(" ".join(opening.split())) is None
    return "" if is_one else opening or "nothing"


def test_no_function_is_long():
    assert found_in(PROGRAMS, long_functions) == {}


def long_functions(file: Path) -> dict[str, int]:
    """The functions of a file that are too long, with their lines."""
    functions = [node for node in ast.walk(tree_of(file)) if isinstance(node, ast.FunctionDef)]
    lines = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    return {name: count for name, count in lines.items() if count > FUNCTION_LIMIT}


def test_no_file_is_long():
    assert found_in(PROGRAMS, lines_too_many) == {}


def lines_too_many(file: Path) -> int:
    """By how many lines a file is too long."""
    return max(0, len(file.read_text(encoding="utf-8").splitlines()) - FILE_LIMIT)
