"""What a command is, and the option by which those that read the data are told where it is."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
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


def add_data_option(parser: ArgumentParser) -> None:
    """`--data`: the folder of the data, as a Path."""
    parser.add_argument(
        "--data",
        type=Path,
        default=Path(os.environ.get("CATALOGUE_DATA") or "data"),
        metavar="DIR",
        help="thư mục dữ liệu (CATALOGUE_DATA, nếu không có thì data)",
    )
