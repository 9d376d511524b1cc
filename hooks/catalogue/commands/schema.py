"""`schema` writes the JSON Schema of every kind of record into a folder."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from catalogue.commands.command import Command
from catalogue.model.schema import write_schemas


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "out", type=Path, nargs="?", default=Path("schema"), metavar="OUT", help="thư mục để ghi vào (schema)"
    )


def write_schema(chosen: Namespace) -> int:
    return write_schemas(chosen.out)


COMMAND = Command(
    "schema", "ghi JSON Schema của từng loại bản ghi vào thư mục schema", add_options, write_schema
)
