"""What git tells of a folder: where its repository begins, its last change, or why neither is known."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from catalogue.git import CHECKED_OUT, NO_GIT, PLAIN, SHALLOW, asked, doubt_of, has_git, is_shallow

COMMIT = re.compile(r"([0-9a-f]{12})[0-9a-f]{28,52} (\d{4}-\d\d-\d\d)((?: [0-9a-f]{40,64})*)", re.ASCII)
"""A commit as it is asked for: its name, its day, its parents."""

NO_COMMIT = "kho git chưa lưu (commit) thư mục dữ liệu lần nào"


class Repository(NamedTuple):
    """The root of a folder's repository; revision and day (YYYY-MM-DD) of the last change in the folder.

    What is not known is None or empty, and `doubt` says why.
    """

    root: Path | None = None
    revision: str = ""
    day: str = ""
    doubt: str = ""


def repository_of(folder: Path, tip: str = CHECKED_OUT) -> Repository:
    """What git tells of a folder as of a commit, whatever the environment and the user's settings say."""
    if not has_git():
        return Repository(doubt=NO_GIT)
    root, refusal = asked(folder, "rev-parse", "--show-toplevel")
    if not root:
        return Repository(doubt=doubt_of(refusal))
    told, _ = asked(folder, *PLAIN, "log", "-1", "--format=%H %cs %P", tip, "--", ".")
    commit = COMMIT.fullmatch(told.rstrip())
    if not commit:
        return Repository(doubt=NO_COMMIT)
    revision, day, parents = commit.groups()
    if not parents and is_shallow(folder):
        # The oldest commit of a shallow clone seems to have made all files, whoever changed them last.
        return Repository(Path(root), doubt=SHALLOW)
    return Repository(Path(root), revision, day)


def day_of_epoch(seconds: str) -> str:
    """The day (YYYY-MM-DD) that `SOURCE_DATE_EPOCH` names in seconds; empty where it names none."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return ""


def path_below(root: Path, file: Path) -> str | None:
    """The path of a file or folder below a root, wherever links lead; None where it lies elsewhere."""
    real, top = file.resolve(), root.resolve()
    return real.relative_to(top).as_posix() if real.is_relative_to(top) else None
