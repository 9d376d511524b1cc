"""From a tree of files to a catalogue: each file alone first; what only the whole can know when every file is right."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple

from catalogue.files.any_file import ParsedFile, locate
from catalogue.files.tree import Tree, read_tree
from catalogue.model.collection import Records
from catalogue.model.kinds import KINDS
from catalogue.model.records import Record
from catalogue.model.settings import SiteSettings
from catalogue.parallel import no_collecting
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, Severity, printable
from catalogue.reading import Files, Readings, read_files
from catalogue.rules import RULES
from catalogue.rules.reviews import unreviewed


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


def load(folder: Path, root: str | None = None, earlier: Readings | None = None) -> Loaded:
    """The catalogue of a folder; `root` is the name that problems tell it by, its own path unless given.

    With `earlier`, files that are as they were when it was last given are not read again.
    """
    with no_collecting():
        loaded = load_folder(folder, root, earlier)
        gc.freeze()
    return loaded


def load_folder(folder: Path, root: str | None, earlier: Readings | None) -> Loaded:
    tree, problems = read_tree(folder, printable(root or folder.as_posix().rstrip("/")))
    if any(problem.code == FaultCode.NO_DATA_FOLDER for problem in problems):
        return Loaded(None, tuple(problems))
    return load_tree(tree, problems, earlier)


def load_tree(tree: Tree, problems: Iterable[Problem] = (), earlier: Readings | None = None) -> Loaded:
    """The catalogue of a tree, with the problems that reading the tree itself met."""
    files = read_files(tree, earlier)
    found = [*problems, *files.problems]
    records = None
    if files.settings and not any(problem.severity is Severity.ERROR for problem in found):
        records = collect(tree, files, files.settings)
        found += [problem for rule in RULES for problem in rule(records)]
        found = list(unreviewed(records, found))
    located = tuple(sorted(set(with_lines(files.parsed_files, found))))
    refused = any(problem.severity is Severity.ERROR for problem in located)
    return Loaded(None if records is None or refused else proven(records), located)


def proven(records: Records) -> Catalogue:
    """The same records as a catalogue, with the references that the rules have looked up already."""
    catalogue = Catalogue(**{each.name: getattr(records, each.name) for each in fields(records)})
    vars(catalogue).update(vars(records))
    return catalogue


def collect(tree: Tree, files: Files, settings: SiteSettings) -> Records:
    """All records by kind and id, in the order of their ids."""
    by_kind: dict[str, dict[str, Record]] = {code: {} for code in KINDS}
    for record in sorted(files.records, key=lambda record: record.id):
        by_kind[record.kind][record.id] = record
    kinds: dict[str, Any] = {kind.folder.replace("-", "_"): by_kind[code] for code, kind in KINDS.items()}
    return Records(
        settings=settings,
        redirects=files.redirects,
        abbreviations=files.abbreviations,
        published_addresses=files.published_addresses,
        root=tree.root,
        **kinds,
    )


def with_lines(parsed_files: Mapping[str, ParsedFile], problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems with line and column, worked out for the files that have something to tell, and for no others."""
    waiting: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.line:
            yield problem
        else:
            waiting[problem.path].append(problem)
    for path, of_file in waiting.items():
        yield from locate(parsed_files[path], of_file)
