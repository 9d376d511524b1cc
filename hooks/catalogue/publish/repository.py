"""What git tells of a folder: where its repository begins, its last change, or why neither is known."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

ELSEWHERE = {
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
}
"""What names a repository whatever the folder; git sets it for its hooks, whose repository may be another."""
PLAIN = ("-c", "log.showSignature=false", "-c", "log.follow=false")
"""Against a user's settings that add to what a log says, or change what it is about."""
COMMIT = re.compile(r"([0-9a-f]{12})[0-9a-f]{28,52} (\d{4}-\d\d-\d\d)((?: [0-9a-f]{40,64})*)", re.ASCII)
"""A commit as it is asked for: its name, its day, its parents."""
REFUSED = re.compile(r"safe\.directory (.+)")
"""How git says that the repository belongs to someone else, with its place."""

NO_GIT = "máy này không có git"
NO_REPOSITORY = "thư mục dữ liệu không nằm trong kho git nào"
NO_COMMIT = "kho git chưa lưu (commit) thư mục dữ liệu lần nào"
FOREIGN = "kho git thuộc người dùng khác nên git không đọc; nếu tin kho này, hãy chạy: {remedy}"
SHALLOW = "bản sao git này thiếu các lần lưu trước (shallow); lấy đủ bằng: git fetch --unshallow"


class Repository(NamedTuple):
    """The root of a folder's repository; revision and day (YYYY-MM-DD) of the last change in the folder.

    What is not known is None or empty, and `doubt` says why.
    """

    root: Path | None = None
    revision: str = ""
    day: str = ""
    doubt: str = ""


def repository_of(folder: Path) -> Repository:
    """What git tells of a folder, whatever the environment and the user's settings say."""
    if shutil.which("git") is None:
        return Repository(doubt=NO_GIT)
    root, refusal = asked(folder, "rev-parse", "--show-toplevel")
    if not root:
        return Repository(doubt=doubt_of(refusal))
    told, _ = asked(folder, *PLAIN, "log", "-1", "--format=%H %cs %P", "--", ".")
    commit = COMMIT.fullmatch(told.rstrip())
    if not commit:
        return Repository(doubt=NO_COMMIT)
    revision, day, parents = commit.groups()
    if not parents and asked(folder, "rev-parse", "--is-shallow-repository")[0] == "true":
        # The oldest commit of a shallow clone seems to have made all files, whoever changed them last.
        return Repository(Path(root), doubt=SHALLOW)
    return Repository(Path(root), revision, day)


def asked(folder: Path, *question: str) -> tuple[str, str]:
    """What git answers about a folder, and what it complains of, in English."""
    environment = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    answer = subprocess.run(  # noqa: S603
        ["git", "-C", str(folder), *question],  # noqa: S607 - whichever git there is
        env=environment | {"LC_ALL": "C"},
        capture_output=True,
        check=False,
    )
    told = os.fsdecode(answer.stdout).removesuffix("\n") if answer.returncode == 0 else ""
    return told, os.fsdecode(answer.stderr)


def doubt_of(refusal: str) -> str:
    """Why git knows no repository, from what it complains of."""
    foreign = REFUSED.search(refusal)
    remedy = f"git config --global --add safe.directory {foreign[1]}" if foreign else ""
    return FOREIGN.format(remedy=remedy) if foreign else NO_REPOSITORY


def path_below(root: Path, file: Path) -> str | None:
    """The path of a file or folder below a root, wherever links lead; None where it lies elsewhere."""
    real, top = file.resolve(), root.resolve()
    return real.relative_to(top).as_posix() if real.is_relative_to(top) else None
