"""`write` writes every page and file into a folder, without MkDocs."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from catalogue.commands.command import Command, add_data_option
from catalogue.commands.data import valid_catalogue
from catalogue.language.vietnamese import number
from catalogue.publish.output import write_outputs


def add_options(parser: ArgumentParser) -> None:
    add_data_option(parser)
    parser.add_argument("out", type=Path, metavar="OUT", help="thư mục để ghi vào")


def write(chosen: Namespace) -> int:
    """Write every output, and print how many there are."""
    catalogue = valid_catalogue(chosen.data)
    if catalogue is None:
        return 1
    written = write_outputs(catalogue, chosen.out)
    print(f"Đã ghi {number(written)} tệp vào {chosen.out}.")
    return 0


COMMAND = Command("write", "ghi mọi trang và tệp ra một thư mục, không cần MkDocs", add_options, write)
