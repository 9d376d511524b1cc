"""Every file of a tree, each checked alone: its value, its record, its problems."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple, TypeAlias

from catalogue.file_names import ADDRESSES, GLOSSARY, REDIRECTS, SETTINGS, kind_of, wrong_folder, wrong_names
from catalogue.files.any_file import ParsedFile, parse
from catalogue.files.guard import LINE_BREAK, decode
from catalogue.files.tree import LIST_LIMIT, Tree
from catalogue.files.usual_file import plain_values
from catalogue.model.cited import with_ids_of_names
from catalogue.model.mending import mended
from catalogue.model.record import Record
from catalogue.model.settings import Abbreviation, Glossary, Redirects, SiteSettings
from catalogue.model.validation import AnyModel, validate
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, excerpt, tell

LISTED = re.compile(r"/([a-z0-9.-]+/)*([a-z0-9-]+(\.[a-z0-9]+)+)?", re.ASCII)
"""The address of a page or of a file as the list of published addresses has it."""


class Reading(NamedTuple):
    """What came of a file with this content. The record is None where the file has none or has errors.

    A file of records is kept as its record alone: its text and plain value are as large again.
    """

    content: bytes
    parsed: ParsedFile | None
    record: Record | None
    problems: tuple[Problem, ...]


Readings: TypeAlias = dict[str, Reading]
"""Every reading by the path of its file. Who keeps it reads only the changed files the next time."""


@dataclass(frozen=True)
class Files:
    """The files of a tree in the terms of the model, and the problems that each of them has alone.

    What a file without records holds is empty, the settings None, where the file is missing or has errors.
    `contents` goes by the paths that problems name.
    """

    records: tuple[Record, ...]
    settings: SiteSettings | None
    redirects: Mapping[str, str]
    abbreviations: tuple[Abbreviation, ...]
    published_addresses: tuple[str, ...]
    contents: Mapping[str, bytes]
    problems: tuple[Problem, ...]


def read_files(tree: Tree, earlier: Readings | None = None) -> Files:
    """Every file of a tree, each checked alone.

    A file that has the same content in `earlier` is not read again. `earlier` is then brought up to date.
    """
    readings = read_all(tree, {} if earlier is None else earlier)
    settings, settings_problems = read_single(SiteSettings, readings.get(SETTINGS))
    redirects, redirects_problems = read_single(Redirects, readings.get(REDIRECTS))
    glossary, glossary_problems = read_single(Glossary, readings.get(GLOSSARY))
    addresses, addresses_problems = read_addresses(tree)
    records = tuple(reading.record for reading in readings.values() if reading.record)
    alone = (problem for reading in readings.values() for problem in reading.problems)
    return Files(
        records=records,
        settings=settings,
        redirects=redirects.root if redirects else {},
        abbreviations=glossary.terms if glossary else (),
        published_addresses=addresses,
        contents={tree.printable_path(path): reading.content for path, reading in readings.items()},
        problems=(
            *with_ids_of_names(alone, records),
            *settings_problems,
            *redirects_problems,
            *glossary_problems,
            *addresses_problems,
            *wrong_names(tree),
        ),
    )


def read_all(tree: Tree, earlier: Readings) -> Readings:
    """The reading of every YAML file, in the order of the tree; `earlier` then holds the same."""
    paths = [path for path in tree.files if path.endswith(".yml")]
    changed = [path for path in paths if path not in earlier or earlier[path].content != tree.files[path]]
    values = plain_values(tree, changed)
    values.reverse()
    fresh = {path: read_one(tree, path, values.pop()) for path in changed}
    readings = {path: fresh.get(path) or earlier[path] for path in paths}
    earlier.clear()
    earlier.update(readings)
    return readings


def read_one(tree: Tree, path: str, value: dict[str, object] | None) -> Reading:
    """The reading of a file; `value` is its value where it is a usual file."""
    content, full_path = tree.files[path], tree.printable_path(path)
    if value is None:
        parsed = parse(full_path, content)
    else:
        parsed = ParsedFile(full_path, content.decode(), value, (), filled=True)
    kind = kind_of(path)
    if kind is None:
        return Reading(content, parsed, None, parsed.problems)
    record, refused = validate(kind.model, parsed) if parsed.value is not None else (None, [])
    if record is None and (misplaced := wrong_folder(tree, path, kind, parsed.value)):
        return Reading(content, None, None, (misplaced,))
    placed = record.placed(kind.code, PurePosixPath(path).stem, full_path) if record else None
    problems = mended(kind.model, full_path, content, (*parsed.problems, *refused))
    return Reading(content, None, placed, problems)


def read_single(model: type[AnyModel], reading: Reading | None) -> tuple[AnyModel | None, list[Problem]]:
    """The model of a file that holds no record, and its problems; None where there is no such file."""
    if reading is None or reading.parsed is None or reading.parsed.value is None:
        return None, []
    return validate(model, reading.parsed)


def read_addresses(tree: Tree) -> tuple[tuple[str, ...], list[Problem]]:
    """The addresses that were published, one a line, and the problems of lines that are none.

    The index of an address is the number of its line less one, so empty lines are kept.
    """
    path = tree.printable_path(ADDRESSES)
    text, refused = decode(path, tree.files.get(ADDRESSES, b""), LIST_LIMIT)
    if refused:
        return (), [refused]
    lines = LINE_BREAK.split(text) if text else []
    wrong = [
        tell(path, (), FaultCode.BAD_ADDRESS, line=number, column=1, written=excerpt(line))
        for number, line in enumerate(lines, start=1)
        if line and not LISTED.fullmatch(line)
    ]
    return tuple(lines), wrong
