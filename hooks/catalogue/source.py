"""Reading: a tree of files into plain values, with a guard before the reader and the line of every value on demand.

The one place that knows YAML. Plain scalars arrive as written (`no`, `0123`, `12:30`, `2026-03-01` are text), except null, true and false;
the model gives them their types. One pass over the parser's events builds the values and refuses what a record must not hold.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from catalogue.problem import Place, Problem, tell

SIZE_LIMIT = 256 * 1024
"""Bytes that one file may have: the largest record of real life is a tenth of it."""
DEPTH_LIMIT = 12
"""How deep values may nest: records need six, and the C parser dies of a hundred thousand."""

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]")
"""Control, bidirectional and zero-width characters: nobody sees them, and they turn or split what is read."""
LINE_BREAK = re.compile("\r\n|\n|\r")
CONSTANTS = {"": None, "~": None, "null": None, "Null": None, "NULL": None, "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}

SYNTAX = (
    ("mapping values are not allowed", "Có dấu hai chấm ở chỗ không được có", "Nếu dấu hai chấm thuộc nội dung, đặt cả giá trị trong dấu nháy kép."),
    ("found unexpected end of stream", "Dấu nháy mở ra mà không đóng lại", "Thêm dấu nháy đóng ở cuối giá trị."),
    ("found unexpected document indicator", "Dấu nháy mở ra mà không đóng lại", "Thêm dấu nháy đóng ở cuối giá trị."),
    ("could not find expected ':'", "Thiếu dấu hai chấm sau tên khóa, hoặc dòng nối tiếp thụt lề sai", "Viết «khóa: giá trị», sau dấu hai chấm có một dấu cách."),
    ("did not find expected ',' or ']'", "Danh sách trong ngoặc vuông chưa đóng", "Thêm dấu «]», hoặc viết mỗi mục một dòng bắt đầu bằng «- »."),
    ("did not find expected ',' or '}'", "Nhóm trong ngoặc nhọn chưa đóng", "Thêm dấu «}», hoặc viết mỗi khóa một dòng."),
    ("block sequence entries are not allowed", "Dấu gạch đầu dòng đứng ở chỗ không được có", "Đưa «- » xuống dòng riêng, thụt vào dưới tên khóa."),
    ("did not find expected '-' indicator", "Các mục của danh sách thụt lề không đều", "Cho mọi dấu «- » của một danh sách thẳng cột với nhau."),
    ("did not find expected key", "Thụt lề không đều, hoặc còn chữ thừa sau dấu nháy đóng", "Cho các khóa cùng cấp thẳng cột với nhau; giá trị có dấu nháy thì bao cả giá trị."),
    ("found character that cannot start any token", "Giá trị bắt đầu bằng một dấu dành riêng", "Đặt cả giá trị trong dấu nháy kép."),
    ("found unknown escape character", "Dấu «\\» trong dấu nháy kép không đúng cách", "Viết «\\\\», hoặc dùng dấu nháy đơn."),
)
"""What the parser says, what that means to an editor, and the remedy."""


@dataclass(frozen=True)
class Tree:
    """Files by their path below the root, and the name that the root is told by (`data`)."""

    root: str
    files: Mapping[str, bytes]

    def told(self, path: str) -> str:
        """The path as problems and editors name it."""
        return f"{self.root}/{path}"


@dataclass(frozen=True)
class Document:
    """One file as read: its path as told, its text, its value (None where it has problems that leave none)."""

    path: str
    text: str
    value: object
    problems: tuple[Problem, ...]


def read_tree(folder: Path, root: str) -> tuple[Tree, list[Problem]]:
    """Every file below a folder, hidden ones left out, and what makes some of them unreadable."""
    if not folder.is_dir():
        return Tree(root, {}), [tell(root, (), "no-data-folder", line=1, column=1, folder=root)]
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in walk(folder):
        name = path.relative_to(folder).as_posix()
        code = unreadable(path, folder)
        if code:
            problems.append(tell(f"{root}/{name}", (), code, line=1, column=1, name=path.name))
        elif path.is_file():
            files[name] = read_file(path)
    return Tree(root, files), problems


def walk(folder: Path) -> Iterator[Path]:
    """The paths below a folder in the order of their names, without hidden ones and without following links."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        yield path
        if path.is_dir() and not path.is_symlink():
            yield from walk(path)


def unreadable(path: Path, folder: Path) -> str:
    """The code of what keeps a path from being read as a file or a folder of the tree; empty where nothing does."""
    if path.is_symlink() and (not path.exists() or path.is_dir() or not path.resolve().is_relative_to(folder.resolve())):
        return "link-out-of-tree"
    if path.is_dir():
        return "folder-named-like-file" if path.suffix in {".yml", ".yaml"} else ""
    return "" if path.is_file() else "not-a-file"


def read_file(path: Path) -> bytes:
    """The file's bytes, one more than the limit at most."""
    with path.open("rb") as stream:
        return stream.read(SIZE_LIMIT + 1)


def read_document(path: str, content: bytes) -> Document:
    """The value that a file holds, or the problems that it has."""
    text, refused = decode(path, content)
    if refused:
        return Document(path, text, None, (refused,))
    problems = list(forbidden_text(path, text))
    value = None if problems else read_value(path, text, problems)
    return Document(path, text, None if problems else value, tuple(problems))


def read_value(path: str, text: str, problems: list[Problem]) -> object:
    """The value of a text, or None and one problem more."""
    try:
        return Reader(path, problems).read(text)
    except TooDeepError:
        return None
    except yaml.MarkedYAMLError as error:
        problems.append(syntax_problem(path, text, error))
        return None


def decode(path: str, content: bytes) -> tuple[str, Problem | None]:
    """The text of a file that is small enough and UTF-8 without a byte-order mark."""
    if len(content) > SIZE_LIMIT:
        return "", tell(path, (), "too-large", line=1, column=1, limit=SIZE_LIMIT // 1024)
    if content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return "", tell(path, (), "byte-order-mark", line=1, column=1)
    try:
        return content.decode("utf-8"), None
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        line, column = position(before, len(before))
        return "", tell(path, (), "not-utf8", line=line, column=column)


def forbidden_text(path: str, text: str) -> Iterator[Problem]:
    """Characters that nobody sees, tabs that indent, letters that are not composed: the first of each sort."""
    if found := FORBIDDEN.search(text):
        line, column = position(text, found.start())
        yield tell(path, (), "invisible-character", line=line, column=column, character=f"U+{ord(found[0]):04X}")
    if found := re.search(r"^ *\t", text, re.MULTILINE):
        line, column = position(text, found.end() - 1)
        yield tell(path, (), "tab", line=line, column=column)
    if not unicodedata.is_normalized("NFC", text):
        composed = unicodedata.normalize("NFC", text)
        start = next((index for index, (one, other) in enumerate(zip(text, composed, strict=False)) if one != other), len(composed))
        line, column = position(text, start)
        yield tell(path, (), "not-nfc", line=line, column=column)


def position(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of a character of a text."""
    breaks = list(LINE_BREAK.finditer(text, 0, index))
    return len(breaks) + 1, index - (breaks[-1].end() if breaks else 0) + 1


def syntax_problem(path: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """What the parser stumbled over, in an editor's words."""
    mark = error.problem_mark or error.context_mark
    said = f"{error.context or ''} {error.problem or ''}"
    meaning, remedy = next(((meaning, remedy) for words, meaning, remedy in SYNTAX if words in said), ("Tệp viết sai quy tắc YAML", "So với một tệp đúng bên cạnh."))
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return tell(path, (), "yaml-syntax", line=min(line, len(text.splitlines()) or 1), column=column, meaning=meaning, advice=remedy)


class TooDeepError(Exception):
    """Values nest past the limit: reading stops before the parser is in danger."""


class Reader:
    """Builds plain values from the events of one file; keeps the problems met, and where asked the mark of every value."""

    def __init__(self, path: str, problems: list[Problem], marks: dict[Place, yaml.Mark] | None = None) -> None:
        self.path = path
        self.problems = problems
        self.marks = marks
        self.events: Iterator[yaml.Event] = iter(())

    def read(self, text: str) -> object:
        """The value of the one document of a text."""
        self.events = yaml.parse(text, Loader=yaml.CSafeLoader)
        next(self.events)
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            self.problems.append(tell(self.path, (), "empty-file", line=1, column=1))
            return None
        value = self.value(next(self.events), (), 1)
        next(self.events)
        if not isinstance(after := next(self.events), yaml.StreamEndEvent):
            self.report("second-document", after)
        elif not isinstance(value, dict) and not self.problems:
            self.problems.append(tell(self.path, (), "not-a-record", line=1, column=1))
        return value

    def value(self, event: yaml.Event, place: Place, depth: int) -> object:
        """The value that begins with an event."""
        if self.marks is not None:
            self.marks[place] = event.start_mark
        if isinstance(event, yaml.AliasEvent):
            return self.report("alias", event)
        if event.anchor is not None:
            self.report("alias", event)
        if event.tag is not None:
            self.report("tag", event)
        if isinstance(event, yaml.ScalarEvent):
            return CONSTANTS.get(event.value, event.value) if event.implicit[0] else event.value
        if depth > DEPTH_LIMIT:
            self.report("too-deep", event, limit=DEPTH_LIMIT)
            raise TooDeepError
        return self.mapping(place, depth) if isinstance(event, yaml.MappingStartEvent) else self.sequence(place, depth)

    def sequence(self, place: Place, depth: int) -> list[object]:
        """The items up to the end of a sequence."""
        items: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*place, len(items)), depth + 1))
        return items

    def mapping(self, place: Place, depth: int) -> dict[str, object]:
        """The values by key up to the end of a mapping."""
        values: dict[str, object] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event, place, depth)
            if key in values:
                self.report("duplicate-key", event, key=key)
            if self.marks is not None:
                self.marks.setdefault((*place, key, "@key"), event.start_mark)
            values[key] = self.value(next(self.events), (*place, key), depth + 1)
        return values

    def key(self, event: yaml.Event, place: Place, depth: int) -> str:
        """The key that an event is; one that is no plain word is told and stands as an empty one."""
        if not isinstance(event, yaml.ScalarEvent):
            self.value(event, place, depth + 1)
        if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag or not event.value:
            self.report("bad-key", event)
            return ""
        if event.value == "<<":
            self.report("merge-key", event)
        return event.value

    def report(self, code: str, event: yaml.Event, **values: object) -> None:
        """Keep a problem at the place of an event."""
        mark = event.start_mark
        self.problems.append(tell(self.path, (), code, line=mark.line + 1, column=mark.column + 1, **values))


def locate(document: Document, problems: list[Problem]) -> Iterator[Problem]:
    """The problems of one document with line and column worked out from their places."""
    marks: dict[Place, yaml.Mark] = {}
    Reader(document.path, [], marks).read(document.text)
    for problem in problems:
        mark = marks[nearest_mark(marks, problem)]
        yield Problem(problem.path, mark.line + 1, mark.column + 1, problem.code, problem.message, problem.remedy, problem.place)


def nearest_mark(marks: Mapping[Place, object], problem: Problem) -> Place:
    """The place of a problem that the text has: the key where the key is meant, else the value, else what holds it."""
    place = problem.place
    if problem.at_key and (*place, "@key") in marks:
        return (*place, "@key")
    while place not in marks:
        place = place[:-1]
    return place

