"""`check` prints every problem of the data, and counts what it holds."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from catalogue.commands.command import Command, add_data_option
from catalogue.commands.data import counts
from catalogue.load import load
from catalogue.problems.report import FORMATS


def add_options(parser: ArgumentParser) -> None:
    add_data_option(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="cách in các lỗi")


def check(chosen: Namespace) -> int:
    """Print the problems and the counts, which go to standard error where programs read the problems."""
    loaded = load(chosen.data)
    sys.stdout.write(FORMATS[chosen.format](loaded.problems))
    print(counts(loaded), file=sys.stderr if chosen.format in {"json", "gitlab"} else sys.stdout)
    return 1 if loaded.has_errors else 0


COMMAND = Command("check", "kiểm tra dữ liệu", add_options, check)
