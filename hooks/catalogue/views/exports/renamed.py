"""The JSON of a record that was renamed, where it stood under its old id: programs go on reading it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from catalogue.model.collection import Catalogue
from catalogue.model.kinds import KINDS
from catalogue.model.record import Record
from catalogue.page import Output
from catalogue.views.exports.data import file_address, json_output, record_json
from catalogue.views.words.context import Context


def renamed_files(context: Context) -> Iterator[Output]:
    """For each old id, the file of the record as it is now, with its present id inside."""
    for old_id, record in renamed(context.catalogue):
        yield json_output(file_address(KINDS[record.kind], old_id), partial(record_json, context, record))


def renamed(catalogue: Catalogue) -> Iterator[tuple[str, Record]]:
    """The old ids that redirects name, each with the record that it now leads to, in the same section."""
    records = {f"/{catalogue.address(record)}": record for record in catalogue} if catalogue.redirects else {}
    for address, target in catalogue.redirects.items():
        section, _, old_id = address.strip("/").partition("/")
        record = records.get(target)
        if record and section == KINDS[record.kind].section and "/" not in old_id:
            yield old_id, record
