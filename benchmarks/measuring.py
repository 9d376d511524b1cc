"""Runs a command and tells what it took: time, processor time, memory."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

EVERY = 0.05
"""Seconds between two looks at the memory."""
LINES_TOLD = 12


class Run(NamedTuple):
    """What one run took."""

    wall: float
    """Seconds on the clock."""
    cpu: float
    """Seconds of all processors."""
    largest: float
    """MiB of its largest process."""
    together: float | None = None
    """MiB of all its processes, where that was looked at."""


class Invocation(NamedTuple):
    """A command, where it runs, and what its environment has besides this one's."""

    words: Sequence[str | Path]
    folder: Path
    environment: Mapping[str, str] = {}


class FailedError(Exception):
    """A command ended with an error; the message has its exit code and its last lines."""


def run(command: Invocation, log: Path, *, looked_at: bool = False) -> Run:
    """Run a command to its end. A look at its memory costs time, so such a run is slower than others."""
    begun = time.perf_counter()
    with started(command, log) as process:
        looking = Looking(process.pid) if looked_at else None
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
    together = looking.end() if looking else None
    if process.returncode:
        raise FailedError(f"exit code {process.returncode}\n{last_lines(log)}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, together)


@contextmanager
def started(command: Invocation, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A command that runs, what it prints going to a log; whatever of it still runs at the end is ended."""
    with log.open("wb") as output:
        words = [str(word) for word in command.words]
        environment = {**os.environ, **command.environment}
        process = subprocess.Popen(
            words,
            cwd=command.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        if process.returncode is None:
            process.wait()


def last_lines(log: Path) -> str:
    """The end of a log."""
    with log.open(encoding="utf-8", errors="replace") as lines:
        return "".join(deque(lines, LINES_TOLD)).rstrip()


def seconds_of(work: Callable[[], object]) -> float:
    """The seconds of all processors for some work of this process and of those that it starts and ends.

    What the work gives is let go when the clock has stopped.
    """
    begun = spent()
    given = work()
    took = spent() - begun
    del given
    return took


def spent() -> float:
    """The seconds of all processors that this process has taken, and those that it has ended."""
    every = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(used.ru_utime + used.ru_stime for used in every)


class Looking:
    """Looks again and again at the memory of a process and its children. What they share is counted once."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.most = 0.0
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.look, daemon=True)
        self.thread.start()

    def look(self) -> None:
        while not self.over.wait(EVERY):
            self.most = max(self.most, sum(share_of(pid) for pid in family(self.pid)) / 1024)

    def end(self) -> float:
        """The most that was seen, in MiB."""
        self.over.set()
        self.thread.join()
        return self.most


def family(pid: int) -> Iterator[int]:
    """A process and all that it started, directly or not."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in task.read_text().split():
                yield from family(int(child))


def share_of(pid: int) -> int:
    """The memory of a process in KiB, what it shares with others counted in shares; 0 where it is gone."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
