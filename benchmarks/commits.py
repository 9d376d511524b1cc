"""Makes a repository of any length out of a folder of data: the same commits on every machine.

The newest commit of `main` has the folder as it is, so that a build of it is one of valid data. What stood
there before is made up, from the newest commit back to the oldest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

from benchmarks.measuring import FailedError
from catalogue.git import answered
from catalogue.model.kinds import FOLDERS
from sample.chance import Chance

FileContents: TypeAlias = Mapping[str, bytes]
"""The bytes of files by their paths."""

MAIN, ALL_CHANGED, ONE_CHANGED = "main", "all-changed", "one-changed"
"""The branches: the history; what changes every record of its newest commit, and what changes one."""
TOUCHED = (1, 1, 1, 2, 5)
"""How many records a commit changes, each as likely as the others."""
NEW_IN = 10
"""Of so many changes of records one makes a new one."""
BEGUN, STEP = 1_600_000_000, 7_200
"""The moment of the first commit, and the seconds to each next."""
VALUE = re.compile(rb"(?<=: )\d+$|(?<=: \d{4}-\d\d-)\d\d$", re.MULTILINE)
"""A number, or the day of a date."""
TITLE = re.compile(rb'^title: "?', re.MULTILINE)
SEATS = re.compile(rb"(?<=^    seats: )\d+$", re.MULTILINE)
OFFICIAL = b"level: official"
"""What is checked against its document may not change its numbers without a word of why."""


class MadeCommit(NamedTuple):
    """A commit of the benchmark: what its message says, and what the files hold that it changed."""

    message: str
    files: FileContents


def make_repository(around: Path, data: Path, commits: int) -> Path:
    """Put a folder of data into a new repository, as if it had come to be in so many commits; where it lies.

    Nothing is checked out: the folder's own files are there where it lies in the repository's folder already.
    """
    inside = around / data.name
    inside.mkdir(parents=True, exist_ok=True)
    must_answer(around, "init", "--quiet", f"--initial-branch={MAIN}")
    must_answer(around, "fast-import", "--quiet", given=b"".join(streamed(data, commits)))
    must_answer(around, "reset", "--quiet", MAIN)
    return inside


def must_answer(folder: Path, *question: str, given: bytes = b"") -> None:
    """Let git do something."""
    done = answered(folder, *question, given=given)
    if done.returncode:
        raise FailedError(f"git {question[0]}: {done.stderr.decode(errors='replace').strip()}")


def streamed(data: Path, commits: int) -> Iterator[bytes]:
    """All commits as `git fast-import` reads them."""
    files = {file.relative_to(data).as_posix(): file.read_bytes() for file in sorted(data.rglob("*.*"))}
    paths = [path for path in files if path.split("/")[0] in FOLDERS]
    for at, made in enumerate(commits_to(files, paths, commits)):
        yield from commit(MAIN, at, made, data.name)
    everything = {path: reworded(files[path]) for path in paths}
    one = next((path for path in paths if SEATS.search(everything[path])), paths[0])
    for branch, changed in ((ALL_CHANGED, everything), (ONE_CHANGED, {one: everything[one]})):
        yield b"reset refs/heads/%b\nfrom refs/heads/main\n\n" % branch.encode()
        yield from commit(branch, commits, MadeCommit("Sửa", changed), data.name)


def commit(branch: str, at: int, made: MadeCommit, folder: str) -> Iterator[bytes]:
    """A commit as `git fast-import` reads it."""
    moment = f"{BEGUN + at * STEP} +0700"
    yield f"commit refs/heads/{branch}\ncommitter Editor <editor@example.org> {moment}\n".encode()
    yield from block(made.message.encode())
    for path, content in made.files.items():
        yield f"M 100644 inline {folder}/{path}\n".encode()
        yield from block(content)
    yield b"\n"


def block(content: bytes) -> Iterator[bytes]:
    """Some bytes with how many there are."""
    yield b"data %d\n" % len(content)
    yield content
    yield b"\n"


def commits_to(files: FileContents, paths: list[str], commits: int) -> Iterator[MadeCommit]:
    """The commits that end in these files, the first of which makes nearly all of them."""
    chance = Chance(1, "history")
    held, later = dict(files), list[MadeCommit]()
    for at in reversed(range(1, commits)):
        touched = {chance.pick(paths) for _ in range(chance.pick(TOUCHED))} & held.keys()
        later.append(MadeCommit(message(at, chance), {path: held[path] for path in sorted(touched)}))
        for path in sorted(touched):
            if chance.below(NEW_IN):
                held[path] = earlier(held[path], chance)
            else:
                del held[path]
    yield MadeCommit("Ghi danh mục lần đầu", held)
    yield from reversed(later)


def message(at: int, chance: Chance) -> str:
    """What a commit says of itself; some say why, some that they mend a mistake."""
    said = f"Cập nhật lần {at}"
    return f"{said}\n\n{chance.pick(('', 'Lý do: theo văn bản mới', 'Đính chính: ghi nhầm số của nguồn'))}"


def earlier(content: bytes, chance: Chance) -> bytes:
    """What a record held before a change: another number or day; where it has none, another title."""
    found = [each.span() for each in VALUE.finditer(content)]
    if not found:
        return retitled(content, "Dự thảo")
    start, stop = chance.pick(found)
    return content[:start] + b"%02d" % chance.between(10, 28) + content[stop:]


def reworded(content: bytes) -> bytes:
    """A record with another title and, where nothing must be said of why, more seats in each class."""
    renamed = retitled(content, "Bản mới")
    return renamed if OFFICIAL in content else SEATS.sub(one_more, renamed)


def one_more(number: re.Match[bytes]) -> bytes:
    return b"%d" % (int(number[0]) + 1)


def retitled(content: bytes, word: str) -> bytes:
    """A record whose title begins with another word."""
    return TITLE.sub(lambda found: found[0] + f"{word} ".encode(), content, count=1)
