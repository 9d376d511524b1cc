"""`addresses` lists the addresses of records and downloads, and keeps the list of those published."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from catalogue.changes.history import history_of
from catalogue.commands.command import Command, add_data_option
from catalogue.commands.data import valid_catalogue
from catalogue.file_names import ADDRESSES
from catalogue.language.vietnamese import number
from catalogue.model.collection import Catalogue
from catalogue.page import Closing, Output, Publication
from catalogue.views.edition import CLOSING, DOWNLOADS
from catalogue.views.words.context import Context


def add_options(parser: ArgumentParser) -> None:
    add_data_option(parser)
    parser.add_argument("--append", action="store_true", help=f"ghi thêm địa chỉ mới vào {ADDRESSES}")


def list_addresses(chosen: Namespace) -> int:
    """Print all addresses, or append those that are not listed yet and print how many."""
    catalogue = valid_catalogue(chosen.data)
    if catalogue is None:
        return 1
    pages = [f"/{catalogue.address(record)}" for record in catalogue]
    addresses = [*pages, *files_of(catalogue, chosen.data)]
    if chosen.append:
        added = append(chosen.data / ADDRESSES, catalogue.published_addresses, addresses)
        print(f"Thêm {number(added)} địa chỉ mới.")
    else:
        print("\n".join(addresses))
    return 0


def files_of(catalogue: Catalogue, folder: Path) -> list[str]:
    """The addresses of the files that readers can take along; feeds are among them where git is there."""
    history = history_of(folder, catalogue.redirects)
    context = Context(catalogue, Publication(catalogue.settings.place), history)
    files: list[Output | Closing] = [output for view in DOWNLOADS for output in view(context)]
    files += [output for view in CLOSING for output in view(context)]
    return [f"/{output.address}" for output in files if output.download]


def append(file: Path, lines: Sequence[str], addresses: Sequence[str]) -> int:
    """Write the lines of the list and the addresses that it lacks; returns how many it lacked."""
    listed = [line for line in lines if line]
    present = set(listed)
    missing = [address for address in addresses if address not in present]
    file.write_text("".join(f"{address}\n" for address in (*listed, *missing)), encoding="utf-8")
    return len(missing)


COMMAND = Command(
    "addresses", "liệt kê địa chỉ các trang bản ghi và các tệp tải về", add_options, list_addresses
)
