"""How git is asked about a folder, and why it may not answer."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

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
REFUSED = re.compile(r"safe\.directory (.+)")
"""How git says that the repository belongs to someone else, with its place."""
CHECKED_OUT = "HEAD"
"""The commit that the files of a folder were taken from, whichever that is when git is asked."""

NO_GIT = "máy này không có git"
NO_REPOSITORY = "thư mục dữ liệu không nằm trong kho git nào"
FOREIGN = "kho git thuộc người dùng khác nên git không đọc; nếu tin kho này, hãy chạy: {remedy}"
SHALLOW = "bản sao git này thiếu các lần lưu trước (shallow); lấy đủ bằng: git fetch --unshallow"


def has_git() -> bool:
    """Whether there is a git to be asked."""
    return shutil.which("git") is not None


def asked(folder: Path, *question: str) -> tuple[str, str]:
    """What git answers about a folder, and what it complains of, in English."""
    answer = answered(folder, *question)
    told = os.fsdecode(answer.stdout).removesuffix("\n") if answer.returncode == 0 else ""
    return told, os.fsdecode(answer.stderr)


def answered(folder: Path, *question: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """What came of asking git about a folder, in bytes; `given` is what it reads."""
    environment = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    return subprocess.run(  # noqa: S603
        ["git", "-C", str(folder), *question],  # noqa: S607 - whichever git there is
        env=environment | {"LC_ALL": "C"},
        input=given,
        capture_output=True,
        check=False,
    )


def doubt_of(refusal: str) -> str:
    """Why git knows no repository, from what it complains of."""
    foreign = REFUSED.search(refusal)
    remedy = f"git config --global --add safe.directory {foreign[1]}" if foreign else ""
    return FOREIGN.format(remedy=remedy) if foreign else NO_REPOSITORY


def is_shallow(folder: Path) -> bool:
    """Whether the clone that a folder lies in lacks older commits."""
    return asked(folder, "rev-parse", "--is-shallow-repository")[0] == "true"
