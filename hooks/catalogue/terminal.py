"""What is told to a terminal, a file or a program, whatever alphabet it has and however long it listens."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO, TypeAlias

Tell: TypeAlias = Callable[[str], None]
"""Takes in words how far a long work is."""
PATIENCE, PACE = 2.0, 0.25
"""After how many seconds somebody who watches is told how far a work is, and how often from then on."""


def open_terminal() -> None:
    """Let every character be printed, in UTF-8; into nothing where whoever started this does not listen."""
    for name in ("stdout", "stderr"):
        stream: TextIO | None = getattr(sys, name)
        if stream is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - it stays open to the end
            setattr(sys, name, nowhere)
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(words: str, stream: TextIO) -> None:
    """Print a line of which nothing depends: who has gone, or has no room for it, goes without."""
    try:
        stream.write(f"{words}\n")
        stream.flush()
    except OSError:
        silence(stream)


def silence(stream: TextIO) -> None:
    """Let what was not delivered, and all that follows, go nowhere: Python would complain at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def tell_nobody(words: str) -> None:
    """Where nobody watches."""


class ProgressLine:
    """How far a long work is, as one line of a terminal that is written over again and again.

    Whoever works only says where it is: the line is drawn by a timer, which no other process inherits.
    """

    def __init__(self, terminal: int) -> None:
        self.terminal, self.words, self.drawn = terminal, "", ""

    def tell(self, words: str) -> None:
        """Take what is to be seen next."""
        self.words = words

    def draw(self) -> None:
        """Show what was told last."""
        with suppress(OSError):
            room = os.get_terminal_size(self.terminal).columns - 1
            self.write(self.words[:room] if room > 0 else self.words)

    def write(self, words: str) -> None:
        """Write a line over the one that stands there, and leave the cursor at its beginning.

        Past Python's buffers, in which a timer may find another text half written.
        """
        if words != self.drawn:
            os.write(self.terminal, f"{words.ljust(len(self.drawn))}\r".encode())
            self.drawn = words

    def clear(self) -> None:
        """Take the line away, so that something else can stand there."""
        with suppress(OSError):
            self.write("")


@contextmanager
def progress(stream: TextIO) -> Iterator[ProgressLine | None]:
    """A line that is drawn while the block takes its time; None where nobody watches: a pipe, a file, CI."""
    if not stream.isatty() or os.environ.get("CI"):
        yield None
        return
    line = ProgressLine(stream.fileno())
    before = signal.signal(signal.SIGALRM, lambda *_: line.draw())
    signal.setitimer(signal.ITIMER_REAL, PATIENCE, PACE)
    try:
        yield line
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        line.clear()
