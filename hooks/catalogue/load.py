"""From a tree of files to a catalogue: first each file alone, then, if all are right, the whole."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple

from catalogue.files.any_file import parse
from catalogue.files.locating import locate
from catalogue.files.tree import Tree, read_tree
from catalogue.model.collection import Catalogue, Records
from catalogue.model.kinds import KINDS
from catalogue.model.record import Record
from catalogue.model.settings import SiteSettings
from catalogue.parallel import no_collecting
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, Severity, printable
from catalogue.reading import Files, Readings, read_files
from catalogue.rules import LATER_RULES, RULES
from catalogue.rules.reviews import unreviewed


class Loaded(NamedTuple):
    """What came of loading: the problems, sorted, and the catalogue; None if one of them is an error."""

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        """Whether one of the problems forbids publication."""
        return has_error(self.problems)


def load(folder: Path, root: str | None = None, earlier: Readings | None = None) -> Loaded:
    """The catalogue of a folder. `root` is the folder's name in problems, its own path unless given.

    `earlier` holds the readings of an earlier load: files that have not changed since are not read again.
    """
    with no_collecting():
        tree, problems = read_tree(folder, printable(root or folder.as_posix().rstrip("/")))
        if any(problem.code == FaultCode.NO_DATA_FOLDER for problem in problems):
            return Loaded(None, tuple(problems))
        loaded = load_tree(tree, problems, earlier)
        gc.freeze()
    return loaded


def load_tree(tree: Tree, problems: Iterable[Problem] = (), earlier: Readings | None = None) -> Loaded:
    """The catalogue of a tree. `problems` are those that were met when the tree was read."""
    files = read_files(tree, earlier)
    records, found = checked(tree, files, problems)
    catalogue = None if records is None or has_error(found) else as_catalogue(records)
    if catalogue is not None:
        found += [problem for rule in LATER_RULES for problem in rule(catalogue)]
    if records is not None:
        found = list(unreviewed(records, found, all_told=catalogue is not None))
    return Loaded(catalogue, tuple(sorted(set(with_lines(files.contents, found)))))


def catalogue_of_tree(tree: Tree, earlier: Readings) -> Catalogue | None:
    """The catalogue of a tree for whoever tells no problem, so that none needs its line."""
    records, found = checked(tree, read_files(tree, earlier), ())
    return None if records is None or has_error(found) else as_catalogue(records)


def checked(tree: Tree, files: Files, problems: Iterable[Problem]) -> tuple[Records | None, list[Problem]]:
    """All records, where each file alone is right, and the problems that make a catalogue of them or not."""
    found = [*problems, *files.problems]
    if files.settings is None or has_error(found):
        return None, found
    records = collect(tree, files, files.settings)
    return records, [*found, *(problem for rule in RULES for problem in rule(records))]


def has_error(problems: Iterable[Problem]) -> bool:
    """Whether one of the problems forbids publication."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def as_catalogue(records: Records) -> Catalogue:
    """The same records as a catalogue. It keeps what the rules have worked out and cached in them.

    What its settings name that leads nowhere is left out where it may be.
    """
    values = vars(records) | {"settings": records.settings.published()}
    catalogue = Catalogue(**{each.name: values[each.name] for each in fields(records)})
    vars(catalogue).update(values)
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


def with_lines(contents: Mapping[str, bytes], problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems with line and column. Only files that have problems are parsed again for that."""
    waiting: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.line:
            yield problem
        else:
            waiting[problem.path].append(problem)
    for path, of_file in waiting.items():
        yield from locate(parse(path, contents[path]), of_file)
