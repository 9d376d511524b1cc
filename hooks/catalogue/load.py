"""From a tree of files to a catalogue: each file alone first; what only the whole can know when every file is right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from catalogue.guard import LINE_BREAK, decode
from catalogue.model.collection import Records
from catalogue.model.fields import ID_PATTERN
from catalogue.model.kinds import FOLDERS, KINDS, Kind
from catalogue.model.records import Record
from catalogue.model.settings import Redirects, SiteSettings
from catalogue.model.validation import id_advice, validate
from catalogue.problem import Problem, Severity, did_you_mean, excerpt, nearest, printable, tell
from catalogue.rules import RULES
from catalogue.source import Document, locate, read_document
from catalogue.tree import LIST_LIMIT, Tree, read_tree

SETTINGS, REDIRECTS, ADDRESSES = "site.yml", "redirects.yml", "addresses.txt"


class Catalogue(Records):
    """Records that every rule holds for. Only `load` makes one, so whoever has one need not check again."""


class Loaded(NamedTuple):
    """What came of reading: the catalogue, or None where an error stands among the problems; problems sorted by place."""

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        """Whether anything forbids publication."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True)
class Files:
    """The files of a tree as the model takes them, and everything that is wrong with each alone."""

    records: tuple[Record, ...]
    site: SiteSettings | None
    redirects: Mapping[str, str]
    published: tuple[str, ...]
    documents: Mapping[str, Document]
    problems: tuple[Problem, ...]


def load(folder: Path, root: str | None = None) -> Loaded:
    """The catalogue of a folder; `root` is the name that problems tell it by, its own path unless given."""
    tree, problems = read_tree(folder, printable(root or folder.as_posix().rstrip("/")))
    if any(problem.code == "no-data-folder" for problem in problems):
        return Loaded(None, tuple(problems))
    return load_tree(tree, problems)


def load_tree(tree: Tree, problems: Iterable[Problem] = ()) -> Loaded:
    """The catalogue of a tree, with the problems that reading the tree itself met."""
    files = read_files(tree)
    found = [*problems, *files.problems]
    records = None
    if files.site and not any(problem.severity is Severity.ERROR for problem in found):
        records = collect(tree, files, files.site)
        found += [problem for rule in RULES for problem in rule(records)]
    located = tuple(sorted(set(with_lines(files.documents, found))))
    refused = any(problem.severity is Severity.ERROR for problem in located)
    return Loaded(None if records is None or refused else proven(records), located)


def proven(records: Records) -> Catalogue:
    """The same records as a catalogue, with the references that the rules have looked up already."""
    catalogue = Catalogue(**{each.name: getattr(records, each.name) for each in fields(records)})
    vars(catalogue).update(vars(records))
    return catalogue


def read_files(tree: Tree) -> Files:
    """Every file of a tree, each checked alone."""
    documents = {path: read_document(tree.told(path), content) for path, content in tree.files.items() if path.endswith(".yml")}
    problems = [problem for document in documents.values() for problem in document.problems]
    problems += [problem for path in tree.files for problem in misplaced(tree, path)]
    records = []
    for path, document in documents.items():
        kind = FOLDERS.get(path.split("/")[0])
        if kind and "/" in path and document.value is not None:
            record, refused = read_record(kind, PurePosixPath(path).stem, document)
            problems += refused
            records += [record] if record else []
    site, site_problems = read_settings(tree, documents)
    redirects, redirect_problems = read_redirects(documents)
    published, published_problems = read_published(tree)
    problems += [*site_problems, *redirect_problems, *published_problems, *repeated_ids(tree)]
    by_told_path = {document.path: document for document in documents.values()}
    return Files(tuple(records), site, redirects, published, by_told_path, tuple(problems))


def misplaced(tree: Tree, path: str) -> Iterator[Problem]:
    """What the name and the place of a file do not allow."""
    place = PurePosixPath(path)
    if path in {SETTINGS, REDIRECTS, ADDRESSES}:
        return
    if len(place.parts) == 1 or place.parts[0] not in FOLDERS:
        hint = did_you_mean(nearest(place.parts[0], FOLDERS if len(place.parts) > 1 else (SETTINGS, REDIRECTS, ADDRESSES)))
        yield tell(tree.told(path), (), "unknown-folder", line=1, column=1, hint=hint, folders=", ".join(FOLDERS))
    elif place.suffix != ".yml":
        yield tell(tree.told(path), (), "wrong-suffix", line=1, column=1, name=place.name, advice=suffix_advice(place))
    elif not re.fullmatch(ID_PATTERN.strip("^$"), place.stem) or len(place.stem) > 80:
        yield tell(tree.told(path), (), "bad-id", line=1, column=1, written=excerpt(place.stem), advice=id_advice(place.stem))


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
            yield tell(tree.told(path), (), "duplicate-id", line=1, column=1, id=excerpt(place.stem), other=tree.told(holder))


def read_record(kind: Kind, id: str, document: Document) -> tuple[Record | None, list[Problem]]:
    """The record of a document, with what its file says of it."""
    record, problems = validate(kind.model, document)
    return (record.placed(kind.code, id, document.path) if record else None), problems


def read_settings(tree: Tree, documents: Mapping[str, Document]) -> tuple[SiteSettings | None, list[Problem]]:
    """The settings of the catalogue."""
    document = documents.get(SETTINGS)
    if document is None:
        missing = tell(tree.told(SETTINGS), (), "missing-file", line=1, column=1, name=SETTINGS)
        return None, [missing]
    return validate(SiteSettings, document) if document.value is not None else (None, [])


def read_redirects(documents: Mapping[str, Document]) -> tuple[Mapping[str, str], list[Problem]]:
    """Old addresses and where they lead; none where there is no such file."""
    document = documents.get(REDIRECTS)
    if document is None or document.value is None:
        return {}, []
    redirects, problems = validate(Redirects, document)
    return (redirects.root if redirects else {}), problems


def read_published(tree: Tree) -> tuple[tuple[str, ...], list[Problem]]:
    """The addresses that were published, one a line."""
    text, refused = decode(tree.told(ADDRESSES), tree.files.get(ADDRESSES, b""), LIST_LIMIT)
    if refused:
        return (), [refused]
    lines = LINE_BREAK.split(text) if text else []
    wrong = [
        tell(tree.told(ADDRESSES), (), "bad-address", line=number, column=1, written=excerpt(line))
        for number, line in enumerate(lines, start=1)
        if line and not re.fullmatch(r"/([a-z0-9.-]+/)*", line)
    ]
    return tuple(lines), wrong


def collect(tree: Tree, files: Files, site: SiteSettings) -> Records:
    """All records by kind and id, in the order of their ids."""
    by_kind: dict[str, dict[str, Record]] = {code: {} for code in KINDS}
    for record in sorted(files.records, key=lambda record: record.id):
        by_kind[record.kind][record.id] = record
    kinds = {kind.folder.replace("-", "_"): by_kind[code] for code, kind in KINDS.items()}
    return Records(site=site, redirects=files.redirects, published=files.published, root=tree.root, **kinds)  # type: ignore[arg-type]


def with_lines(documents: Mapping[str, Document], problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems with line and column, worked out for the files that have something to tell, and for no others."""
    waiting: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.line:
            yield problem
        else:
            waiting[problem.path].append(problem)
    for path, of_file in waiting.items():
        yield from locate(documents[path], of_file)
