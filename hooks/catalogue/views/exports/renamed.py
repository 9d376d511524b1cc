"""The files of a record that was renamed, where they stood under its old id: programs go on reading them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from catalogue.model.collection import Catalogue
from catalogue.model.kinds import KINDS
from catalogue.model.record import Record
from catalogue.page import File, Output, Page
from catalogue.views.exports.data import file_address, record_address
from catalogue.views.words.downloads import beside


def renamed_files(catalogue: Catalogue, files: Iterable[Output]) -> Iterator[Output]:
    """For each old id the files of the record as they are now, with its present id inside."""
    of_page: dict[str, list[Output]] = defaultdict(list)
    for output in files:
        if output.download:
            of_page[output.download.page].append(output)
    for old_id, record in renamed(catalogue):
        for output in of_page[catalogue.address(record)]:
            address = old_address(catalogue, record, old_id, output.address)
            yield Output(address, partial(moved, output.make, address))


def old_address(catalogue: Catalogue, record: Record, old_id: str, address: str) -> str:
    """Where a file of a record stood under an old id."""
    if address == record_address(record):
        return file_address(KINDS[record.kind], old_id)
    ending = address.removeprefix(beside(catalogue.address(record), ""))
    return beside(f"{KINDS[record.kind].section}/{old_id}/", ending)


def moved(make: Callable[[], Page | File], address: str) -> Page | File:
    """What an output makes, at another address."""
    return replace(make(), address=address)


def renamed(catalogue: Catalogue) -> Iterator[tuple[str, Record]]:
    """The old ids that redirects name, each with the record that it now leads to, in the same section."""
    records = {f"/{catalogue.address(record)}": record for record in catalogue} if catalogue.redirects else {}
    for address, target in catalogue.redirects.items():
        section, _, old_id = address.strip("/").partition("/")
        record = records.get(target)
        if record and section == KINDS[record.kind].section and "/" not in old_id:
            yield old_id, record
