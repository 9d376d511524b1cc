"""What a command is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import NamedTuple


class Command(NamedTuple):
    """One command: its name, one line of help, its options, and what it does.

    `run` gets the chosen options and returns the exit status, 1 where the data has errors. It raises an
    OutputError or an OSError where something cannot be written.
    """

    name: str
    help: str
    add_options: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]
