"""The names of files: each lies in a known folder, has the right suffix and an id that no other has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from catalogue.files.tree import Tree
from catalogue.model.fields import ID_PATTERN
from catalogue.model.kinds import FOLDERS, KINDS, Kind
from catalogue.model.record import Record
from catalogue.model.remedies import id_advice
from catalogue.model.shape import fields_of
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, did_you_mean, excerpt, nearest, tell_of_file

SETTINGS, REDIRECTS, GLOSSARY, ADDRESSES = "site.yml", "redirects.yml", "glossary.yml", "addresses.txt"
NO_RECORDS = (SETTINGS, REDIRECTS, GLOSSARY, ADDRESSES)
"""The files of a tree that hold no record. They lie in its root."""
ID_LIMIT = 80
"""How many characters an id may have."""


def kind_of(path: str) -> Kind | None:
    """The kind whose folder a file lies in; None if it lies in no folder of a kind."""
    folder, slash, _ = path.partition("/")
    return FOLDERS.get(folder) if slash else None


def wrong_names(tree: Tree) -> Iterator[Problem]:
    """Every problem of the names of the files, each at the first line of its file."""
    if SETTINGS not in tree.files:
        yield tell_of_file(tree.printable_path(SETTINGS), FaultCode.MISSING_FILE, name=SETTINGS)
    for path in tree.files:
        if path not in NO_RECORDS:
            yield from wrong_name(tree, path)
    yield from repeated_ids(tree)


def wrong_name(tree: Tree, path: str) -> Iterator[Problem]:
    """A file of records lies in the folder of a kind, ends in `.yml`, and its stem is an id."""
    file, full_path = PurePosixPath(path), tree.printable_path(path)
    if kind_of(path) is None:
        folders = ", ".join(FOLDERS)
        yield tell_of_file(full_path, FaultCode.UNKNOWN_FOLDER, hint=folder_hint(file), folders=folders)
    elif file.suffix != ".yml":
        yield tell_of_file(full_path, FaultCode.WRONG_SUFFIX, name=file.name, advice=suffix_advice(file))
    elif not re.fullmatch(ID_PATTERN.strip("^$"), file.stem) or len(file.stem) > ID_LIMIT:
        written, advice = excerpt(file.stem), id_advice(file.stem)
        yield tell_of_file(full_path, FaultCode.BAD_ID, written=written, advice=advice)


def wrong_folder(tree: Tree, path: str, kind: Kind, value: object) -> Problem | None:
    """A file whose keys are those of another kind than its folder's; None where they are not."""
    keys = [str(key) for key in value if key not in fields_of(Record)] if isinstance(value, dict) else []
    meant = kind_meant(kind, keys)
    if meant is None:
        return None
    telling = [key for key in keys if key in fields_of(meant.model) and key not in fields_of(kind.model)]
    return tell_of_file(
        tree.printable_path(path),
        FaultCode.WRONG_FOLDER,
        meant=meant.label.lower(),
        keys=", ".join(f"«{key}»" for key in telling[:3]),
        kind=kind.label.lower(),
        folder=tree.printable_path(meant.folder),
    )


def kind_meant(kind: Kind, keys: Collection[str]) -> Kind | None:
    """The other kind that some keys beyond those of every record are of; None where they are of their own.

    They are where most, or half of several, are no keys of their kind, and one other takes nearly all.
    """
    unknown = {each.code: sum(key not in fields_of(each.model) for key in keys) for each in KINDS.values()}
    own = unknown[kind.code]
    meant, next_best = sorted(KINDS.values(), key=lambda each: unknown[each.code])[:2]
    is_clear = unknown[meant.code] < unknown[next_best.code] and 3 * unknown[meant.code] <= own
    return meant if own and is_clear and 2 * own + (own > 1) > len(keys) else None


def folder_hint(file: PurePosixPath) -> str:
    """Asks for the folder that is meant, or for the file without records where a file lies in the root."""
    return did_you_mean(nearest(file.parts[0], FOLDERS if len(file.parts) > 1 else NO_RECORDS))


def suffix_advice(file: PurePosixPath) -> str:
    """What to do with a file that does not end in `.yml`: a new name helps only where it may be YAML."""
    name, yaml, _ = file.name.lower().partition(".yml")
    if file.suffix.lower() == ".txt" and yaml:
        return f"Đổi tên thành «{file.name[: len(name)]}.yml», bỏ phần «.txt»."
    if file.suffix.lower() in {"", ".yml", ".yaml"}:
        return f"Đổi tên thành «{file.stem}.yml»."
    return "Chuyển tệp ra khỏi thư mục dữ liệu; nội dung của nó thì viết vào một tệp .yml."


def repeated_ids(tree: Tree) -> Iterator[Problem]:
    """No two records of a kind have the same id, also not in other sub-folders or with other capitals."""
    first: dict[tuple[str, str], str] = {}
    for path in tree.files:
        file, kind = PurePosixPath(path), kind_of(path)
        if kind is None or file.suffix != ".yml":
            continue
        other = first.setdefault((kind.code, file.stem.casefold()), path)
        if other != path:
            yield tell_of_file(
                tree.printable_path(path),
                FaultCode.DUPLICATE_ID,
                id=excerpt(file.stem),
                other=tree.printable_path(other),
            )
