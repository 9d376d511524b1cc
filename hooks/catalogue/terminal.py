"""What is told to a terminal, a file or a program, whatever alphabet it has and however long it listens."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO


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
