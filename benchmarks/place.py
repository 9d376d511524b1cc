"""Where a benchmark works, and the machine that it runs on."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IN_MEMORY = Path("/dev/shm")  # noqa: S108
BYTES_A_PROGRAM = 160_000
"""What a programme takes on the disk, rounded up: in the sample, the largest site, the peers' folders."""
BYTES_AT_LEAST = 100_000_000


class NoRoomError(Exception):
    """The folder to work in can't hold what the run would write."""


def room_needed(programs: int) -> int:
    """Bytes for the largest size: those of smaller ones are gone by then."""
    return BYTES_AT_LEAST + BYTES_A_PROGRAM * programs


@contextmanager
def workplace(asked: Path | None, programs: int) -> Iterator[Path]:
    """A new folder with enough room, gone at the end."""
    needed = room_needed(programs)
    parent = asked or (IN_MEMORY if in_memory(needed) else Path(tempfile.gettempdir()))
    if not parent.is_dir():
        raise NoRoomError(f"{parent} is no folder; make it, or name another one with --work.")
    free = shutil.disk_usage(parent).free
    if free < needed:
        raise NoRoomError(
            f"{parent} has {megabytes(free)} free, {programs:,} programmes need {megabytes(needed)}; "
            "name another folder with --work."
        )
    with tempfile.TemporaryDirectory(
        prefix="catalogue-bench-", dir=parent, ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder)


def in_memory(needed: int) -> bool:
    """Whether a folder in memory has the room, and leaves as much again to the contenders."""
    return (
        IN_MEMORY.is_dir()
        and os.access(IN_MEMORY, os.W_OK)
        and min(shutil.disk_usage(IN_MEMORY).free, memory("MemAvailable") // 2) > needed
    )


def megabytes(size: int) -> str:
    return f"{size / 1e6:,.0f} MB"


def memory(name: str) -> int:
    """Bytes of memory, as the system names them; 0 where it doesn't tell."""
    found = re.search(rf"^{name}:\s+(\d+) kB", read("/proc/meminfo"), re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


def read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""


def machine() -> str:
    """Processor, cores, memory and kernel."""
    model = re.search(r"^model name\s*: (.*)$", read("/proc/cpuinfo"), re.MULTILINE)
    processor = f"{model[1] if model else platform.machine()}, {len(os.sched_getaffinity(0))} cores"
    kernel = f"{platform.system()} {platform.release()}"
    return f"{processor}, {memory('MemTotal') / 2**30:.0f} GiB; {kernel}"


def file_system(folder: Path) -> str:
    """The kind of file system that a folder is on: `tmpfs`, `ext4`."""
    mounts = [line.split()[1:3] for line in read("/proc/mounts").splitlines()]
    above = [(point, kind) for point, kind in mounts if folder.resolve().is_relative_to(point)]
    return max(above, key=lambda mount: len(mount[0]), default=("", "unknown"))[1]


def revision() -> str:
    """The revision of this project, and whether the checkout differs from it."""
    return first_line(["git", "-C", str(ROOT), "describe", "--always", "--dirty"]) or "outside git"


def first_line(words: list[str]) -> str:
    """The first line that a command prints; nothing where it fails or isn't there."""
    try:
        printed = subprocess.run(words, capture_output=True, text=True, check=True, timeout=60).stdout
    except (OSError, subprocess.SubprocessError):
        return ""
    return printed.strip().partition("\n")[0]
