"""A state of the data: which files it has, and their plain values, each read when it is asked for.

No value goes through the model, so that a state which the model of today refuses is compared as well.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path, PurePosixPath
from typing import Any, TypeAlias

from catalogue.file_names import ADDRESSES, ID_LIMIT, NO_RECORDS, REDIRECTS, kind_of, wrong_name
from catalogue.files.any_file import parse
from catalogue.files.revisions import RevisionError, commit_of, contents, files_of, standing_on
from catalogue.files.tree import Tree, read_tree
from catalogue.files.usual_file import plain_values
from catalogue.model.fields import ID_PATTERN
from catalogue.model.kinds import FOLDERS, KINDS
from catalogue.model.sections import FIRST_PAGES
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, printable
from catalogue.writer import without_empty

RecordKey: TypeAlias = tuple[str, str]
"""A record by its kind and id; a file without records by an empty kind and its name."""
PlainValues: TypeAlias = Mapping[str, Any]
"""The plain values of a file by their keys: texts, true, false, lists and groups of them; none is empty."""

USUAL_PATH = re.compile(rf"({'|'.join(FOLDERS)})/(?:.*/)?({ID_PATTERN.strip('^$')})\.yml", re.DOTALL)
"""The path of a record: its folder, its id."""
NOT_A_FILE = "không phải một tệp thường (liên kết, hoặc kho git khác)"
LOST_CONTENT = "kho git không còn nội dung của tệp, hoặc nội dung ấy đã hỏng"
TOO_LARGE = "tệp lớn quá mức được đọc"
AMBIGUOUS = {FaultCode.DUPLICATE_KEY, FaultCode.MISSING_DASH}
"""Faults that leave more than one value for a key: which of them is meant, nobody knows."""
NO_GROUP = "nội dung không phải là các dòng «khóa: giá trị»"
SAME_ID = "trùng mã với {other}"


@dataclass(frozen=True)
class Origin:
    """Which state it is: how it was asked for, and of a commit its whole name and day (YYYY-MM-DD)."""

    name: str
    commit: str = ""
    day: str = ""


@dataclass(frozen=True)
class Contents:
    """The files of a state: the mark of what is in each, and why some cannot be read, both by path.

    Files with one mark have the same bytes. `fetch` gives the bytes of some paths, without those it cannot.
    """

    origin: Origin
    root: str
    marks: Mapping[str, str]
    refused: Mapping[str, str]
    fetch: Callable[[Iterable[str]], Mapping[str, bytes]]


class State:
    """Files with the values that were read of it so far."""

    def __init__(self, held: Contents) -> None:
        self.held = held
        self.origin, self.marks = held.origin, held.marks
        self.refused, self.misplaced = dict(held.refused), dict[str, str]()
        self.values: dict[str, PlainValues] = {}

    @cached_property
    def paths(self) -> Mapping[RecordKey, str]:
        """The path of each record, and of each file without records, by its key.

        Of two files of one id the first stands for it; the other is misplaced, as is what holds no record.
        """
        found: dict[RecordKey, str] = {}
        for path in sorted(self.marks):
            reason = misplacement(path)
            other = path if reason else found.setdefault(key_of(path), path)
            if reason or other != path:
                self.misplaced[path] = reason or SAME_ID.format(other=printable(other))
        return found

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses that lead to a page: of the pages of records, and those redirected to any page."""
        return self.leading(key for key, path in self.paths.items() if path not in self.refused)

    @cached_property
    def possible_addresses(self) -> frozenset[str]:
        """These, and those of records that cannot be read: whether they have a page nobody knows."""
        return self.leading(self.paths)

    def leading(self, keys: Iterable[RecordKey]) -> frozenset[str]:
        """The addresses that lead to the page of one of some records, or to one that is always there.

        A redirect whose way ends at no page, however long it is, leads nowhere.
        """
        found = {address(key) for key in keys if key[0]}
        leading: dict[str, list[str]] = defaultdict(list)
        for old, target in self.redirects.items():
            leading[target].append(old)
        waiting = [*found, *FIRST_PAGES]
        while waiting:
            redirected = leading.pop(waiting.pop(), [])
            found.update(redirected)
            waiting += redirected
        return frozenset(found)

    @cached_property
    def redirects(self) -> Mapping[str, str]:
        """Where old addresses lead."""
        found = self.of(("", REDIRECTS))
        return {key: target for key, target in found.items() if isinstance(target, str)}

    @cached_property
    def published(self) -> tuple[str, ...]:
        """The addresses that were published, as far as they are listed."""
        content = self.held.fetch([ADDRESSES] if ADDRESSES in self.marks else []).get(ADDRESSES, b"")
        return tuple(line for line in content.decode("utf-8", "replace").splitlines() if line)

    def of(self, key: RecordKey) -> PlainValues:
        """The values of a record; none where it is not there or cannot be read."""
        path = self.paths.get(key)
        if path is None:
            return {}
        self.read([path])
        return self.values.get(path, {})

    def read(self, paths: Iterable[str]) -> None:
        """Read the values of some files, all of them at once; what cannot be read is refused."""
        if found := self.unread(paths):
            tree = Tree(self.held.root, found)
            for path, value in zip(found, plain_values(tree, list(found)), strict=True):
                self.take(path, value, found[path])

    def unread(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """The bytes of those of some files that were not read yet; those that are lost are refused."""
        unknown = [path for path in paths if path not in self.values and path not in self.refused]
        wanted = [path for path in unknown if path != ADDRESSES]
        found = self.held.fetch(wanted) if wanted else {}
        self.refused |= {path: LOST_CONTENT for path in wanted if path not in found}
        return found

    def take(self, path: str, value: object, content: bytes) -> None:
        """Keep the value of a file, which is None where it is no usual one; or why it has none."""
        try:
            self.values[path] = values_of(self.held.root, content, value)
        except UnreadableError as error:
            self.refused[path] = str(error)


class UnreadableError(Exception):
    """Why a content holds no record, whatever it was meant to be."""


def values_of(root: str, content: bytes, usual: object) -> PlainValues:
    """The plain values of a content; `usual` is its value where it is that of a usual file, else None."""
    found = usual
    if found is None:
        parsed = parse(root, content)
        unclear = next((each for each in parsed.problems if each.code in AMBIGUOUS), None)
        if unclear or (parsed.value is None and parsed.problems):
            raise UnreadableError(told(unclear or parsed.problems[0]))
        found = without_empty(parsed.value or {})
    if not isinstance(found, dict):
        raise UnreadableError(NO_GROUP)
    return found


def told(problem: Problem) -> str:
    """A problem of a file with its line."""
    return f"dòng {problem.line}: {problem.message}" if problem.line > 1 else problem.message


def key_of(path: str) -> RecordKey:
    """The record whose file lies at a path; the name alone of a file that holds none."""
    if right := USUAL_PATH.fullmatch(path):
        return FOLDERS[right[1]].code, right[2]
    kind = kind_of(path)
    return (kind.code, PurePosixPath(path).stem) if kind else ("", path)


def misplacement(path: str) -> str:
    """Why a path is neither that of a record nor of a file without records; empty where it is one."""
    right = USUAL_PATH.fullmatch(path)
    if path in NO_RECORDS or (right and len(right[2]) <= ID_LIMIT):
        return ""
    problem = next(wrong_name(Tree("", {}), path), None)
    return problem.message if problem else ""


def address(key: RecordKey) -> str:
    """The address of a record's page."""
    kind, id = key
    return f"/{KINDS[kind].section}/{id}/"


def state_of_files(files: Mapping[str, bytes], origin: Origin, root: str = "data") -> State:
    """The state that some files in memory make."""
    marks = {path: mark_of(content) for path, content in files.items()}
    return State(Contents(origin, root, marks, {}, partial(kept, files)))


def state_of_folder(folder: Path) -> State:
    """A folder as it lies on the disk, whether git keeps it or not."""
    root = printable(folder.as_posix())
    tree, problems = read_tree(folder, root)
    if any(problem.code == FaultCode.NO_DATA_FOLDER for problem in problems):
        raise RevisionError(problems[0].message)
    found = {problem.path.removeprefix(f"{root}/"): problem for problem in problems}
    refused = {path: problem.message for path, problem in found.items()}
    marks = {path: mark_of(content) for path, content in tree.files.items()}
    # A folder named like a file is refused and no file: git has no such thing either.
    marks |= {path: "" for path, problem in found.items() if problem.code != FaultCode.FOLDER_NAMED_LIKE_FILE}
    commit = standing_on(folder)[:12]
    origin = Origin(f"thư mục {root}" + (f", đang ở trên bản {commit}" if commit else ""))
    return State(Contents(origin, root, marks, refused, partial(kept, tree.files)))


def kept(files: Mapping[str, bytes], paths: Iterable[str]) -> Mapping[str, bytes]:
    """The bytes of some paths, as far as they are there."""
    return {path: files[path] for path in paths if path in files}


def mark_of(content: bytes) -> str:
    """The name that git gives to a content, so that a folder can be held against a revision."""
    return hashlib.sha1(b"blob %d\0%b" % (len(content), content), usedforsecurity=False).hexdigest()


def state_of_revision(folder: Path, revision: str, name: str = "") -> State:
    """A folder as git keeps it in a revision; `name` is what that is called, if not as it was asked for."""
    commit = commit_of(folder, revision)
    stored = files_of(folder, commit.name)
    names = {each.path: each.name for each in stored}
    refused = {each.path: NOT_A_FILE for each in stored if not each.is_file}
    refused |= {each.path: TOO_LARGE for each in stored if not each.is_small}

    def fetch(paths: Iterable[str]) -> Mapping[str, bytes]:
        wanted = list(paths)
        found = contents(folder, [names[path] for path in wanted])
        return {path: found[names[path]] for path in wanted if names[path] in found}

    origin = Origin(printable(name or revision), commit.name, commit.day)
    return State(Contents(origin, printable(folder.as_posix()), names, refused, fetch))
