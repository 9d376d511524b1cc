"""Every file of a tree, each alone: its value, its record, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple, TypeAlias

from catalogue.files.any_file import ParsedFile, parse
from catalogue.files.guard import LINE_BREAK, decode
from catalogue.files.tree import LIST_LIMIT, Tree
from catalogue.files.usual_file import plain_value
from catalogue.model.fields import ID_PATTERN
from catalogue.model.kinds import FOLDERS, Kind
from catalogue.model.records import Record
from catalogue.model.settings import Abbreviation, Glossary, Redirects, SiteSettings
from catalogue.model.validation import id_advice, validate
from catalogue.parallel import divided
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, did_you_mean, excerpt, nearest, tell

SETTINGS, REDIRECTS, GLOSSARY, ADDRESSES = "site.yml", "redirects.yml", "glossary.yml", "addresses.txt"
PART = 512
"""Files that one process reads at a time."""


class Reading(NamedTuple):
    """What came of a file with these bytes: the file as parsed, its record if it is one, what is wrong with it."""

    content: bytes
    parsed: ParsedFile
    record: Record | None
    problems: tuple[Problem, ...]


Readings: TypeAlias = dict[str, Reading]
"""What has been read, by path: what a program that loads again and again keeps, so that only changed files are read again."""


@dataclass(frozen=True)
class Files:
    """The files of a tree as the model takes them, and everything that is wrong with each alone."""

    records: tuple[Record, ...]
    settings: SiteSettings | None
    redirects: Mapping[str, str]
    abbreviations: tuple[Abbreviation, ...]
    published_addresses: tuple[str, ...]
    parsed_files: Mapping[str, ParsedFile]
    problems: tuple[Problem, ...]


def read_files(tree: Tree, earlier: Readings | None = None) -> Files:
    """Every file of a tree, each checked alone; those that were read `earlier` as they are now are not read again."""
    readings = read_all(tree, {} if earlier is None else earlier)
    parsed_files = {path: reading.parsed for path, reading in readings.items()}
    problems = [problem for reading in readings.values() for problem in reading.problems]
    problems += [problem for path in tree.files for problem in misplaced(tree, path)]
    settings, settings_problems = read_settings(tree, parsed_files)
    redirects, redirect_problems = read_redirects(parsed_files)
    abbreviations, glossary_problems = read_glossary(parsed_files)
    published_addresses, published_problems = read_published(tree)
    problems += [
        *settings_problems,
        *redirect_problems,
        *glossary_problems,
        *published_problems,
        *repeated_ids(tree),
    ]
    records = tuple(reading.record for reading in readings.values() if reading.record)
    return Files(
        records,
        settings,
        redirects,
        abbreviations,
        published_addresses,
        {parsed.path: parsed for parsed in parsed_files.values()},
        tuple(problems),
    )


def read_all(tree: Tree, earlier: Readings) -> Readings:
    """What came of every YAML file, in the order of the tree; `earlier` is brought up to date."""
    paths = [path for path in tree.files if path.endswith(".yml")]
    changed = [path for path in paths if path not in earlier or earlier[path].content != tree.files[path]]
    fresh = {
        path: read_one(tree, path, value)
        for path, value in zip(changed, plain_values(tree, changed), strict=True)
    }
    readings = {path: fresh.get(path) or earlier[path] for path in paths}
    earlier.clear()
    earlier.update(readings)
    return readings


def plain_values(tree: Tree, paths: Sequence[str]) -> list[dict[str, object] | None]:
    """The values of those files that are as usual, read by all processors."""

    def values(part: int) -> list[dict[str, object] | None]:
        return [plain_value(tree.files[path]) for path in paths[part * PART : (part + 1) * PART]]

    return [value for values in divided(-(-len(paths) // PART), values) for value in values]


def read_one(tree: Tree, path: str, value: dict[str, object] | None) -> Reading:
    """What came of one file, whose value is known where the file is as usual."""
    content, told = tree.files[path], tree.printable_path(path)
    parsed = (
        parse(told, content) if value is None else ParsedFile(told, content.decode(), value, (), filled=True)
    )
    kind = FOLDERS.get(path.split("/", maxsplit=1)[0])
    if not (kind and "/" in path) or parsed.value is None:
        return Reading(content, parsed, None, parsed.problems)
    record, refused = read_record(kind, PurePosixPath(path).stem, parsed)
    return Reading(content, parsed, record, (*parsed.problems, *refused))


def misplaced(tree: Tree, path: str) -> Iterator[Problem]:
    """What the name and the place of a file do not allow."""
    place = PurePosixPath(path)
    if path in {SETTINGS, REDIRECTS, GLOSSARY, ADDRESSES}:
        return
    if len(place.parts) == 1 or place.parts[0] not in FOLDERS:
        hint = did_you_mean(
            nearest(
                place.parts[0],
                FOLDERS if len(place.parts) > 1 else (SETTINGS, REDIRECTS, GLOSSARY, ADDRESSES),
            )
        )
        yield tell(
            tree.printable_path(path),
            (),
            FaultCode.UNKNOWN_FOLDER,
            line=1,
            column=1,
            hint=hint,
            folders=", ".join(FOLDERS),
        )
    elif place.suffix != ".yml":
        yield tell(
            tree.printable_path(path),
            (),
            FaultCode.WRONG_SUFFIX,
            line=1,
            column=1,
            name=place.name,
            advice=suffix_advice(place),
        )
    elif not re.fullmatch(ID_PATTERN.strip("^$"), place.stem) or len(place.stem) > 80:
        yield tell(
            tree.printable_path(path),
            (),
            FaultCode.BAD_ID,
            line=1,
            column=1,
            written=excerpt(place.stem),
            advice=id_advice(place.stem),
        )


def suffix_advice(place: PurePosixPath) -> str:
    """What to do with a file that does not end in `.yml`: only a text of the same sort can be had by another name."""
    if place.suffix.lower() in {"", ".yml", ".yaml"}:
        return f"Đổi tên thành «{place.stem}.yml»."
    return "Chuyển tệp ra khỏi thư mục dữ liệu; nội dung của nó thì viết vào một tệp .yml."


def repeated_ids(tree: Tree) -> Iterator[Problem]:
    """Files of one kind with the same id, small and capital letters taken as one."""
    first: dict[tuple[str, str], str] = {}
    for path in tree.files:
        place = PurePosixPath(path)
        if len(place.parts) == 1 or place.parts[0] not in FOLDERS or place.suffix != ".yml":
            continue
        holder = first.setdefault((place.parts[0], place.stem.casefold()), path)
        if holder != path:
            yield tell(
                tree.printable_path(path),
                (),
                FaultCode.DUPLICATE_ID,
                line=1,
                column=1,
                id=excerpt(place.stem),
                other=tree.printable_path(holder),
            )


def read_record(kind: Kind, id: str, parsed: ParsedFile) -> tuple[Record | None, list[Problem]]:
    """The record of a parsed file, with what its file says of it."""
    record, problems = validate(kind.model, parsed)
    return (record.placed(kind.code, id, parsed.path) if record else None), problems


def read_settings(
    tree: Tree, parsed_files: Mapping[str, ParsedFile]
) -> tuple[SiteSettings | None, list[Problem]]:
    """The settings of the catalogue."""
    parsed = parsed_files.get(SETTINGS)
    if parsed is None:
        missing = tell(
            tree.printable_path(SETTINGS), (), FaultCode.MISSING_FILE, line=1, column=1, name=SETTINGS
        )
        return None, [missing]
    return validate(SiteSettings, parsed) if parsed.value is not None else (None, [])


def read_redirects(parsed_files: Mapping[str, ParsedFile]) -> tuple[Mapping[str, str], list[Problem]]:
    """Old addresses and where they lead; none where there is no such file."""
    parsed = parsed_files.get(REDIRECTS)
    if parsed is None or parsed.value is None:
        return {}, []
    redirects, problems = validate(Redirects, parsed)
    return (redirects.root if redirects else {}), problems


def read_glossary(parsed_files: Mapping[str, ParsedFile]) -> tuple[tuple[Abbreviation, ...], list[Problem]]:
    """The abbreviations that search knows; none where there is no such file."""
    parsed = parsed_files.get(GLOSSARY)
    if parsed is None or parsed.value is None:
        return (), []
    glossary, problems = validate(Glossary, parsed)
    return (glossary.terms if glossary else ()), problems


def read_published(tree: Tree) -> tuple[tuple[str, ...], list[Problem]]:
    """The addresses that were published, one a line."""
    text, refused = decode(tree.printable_path(ADDRESSES), tree.files.get(ADDRESSES, b""), LIST_LIMIT)
    if refused:
        return (), [refused]
    lines = LINE_BREAK.split(text) if text else []
    wrong = [
        tell(
            tree.printable_path(ADDRESSES),
            (),
            FaultCode.BAD_ADDRESS,
            line=number,
            column=1,
            written=excerpt(line),
        )
        for number, line in enumerate(lines, start=1)
        if line and not re.fullmatch(r"/([a-z0-9.-]+/)*", line)
    ]
    return tuple(lines), wrong
