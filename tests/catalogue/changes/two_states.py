"""Two small states to be compared, and what differs between them in a form that a test can read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from catalogue.changes.compare import Comparison, compare
from catalogue.changes.concerns import FieldChange
from catalogue.changes.fields import Item, Steps
from catalogue.changes.states import Contents, Origin, PlainValues, RecordKey, State, state_of_files

BASE, HEAD = Origin("cũ", "1" * 40, "2026-01-02"), Origin("mới", "2" * 40, "2026-03-04")
REPORTED = {"level": "reported"}


def state(files: Mapping[str, Any], origin: Origin) -> State:
    """The state of some files: bytes and texts as they are, other values written as JSON, which is YAML."""
    written = {
        path: content
        if isinstance(content, bytes)
        else (content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)).encode()
        for path, content in files.items()
    }
    return state_of_files(written, origin)


def compared(before: Mapping[str, Any], after: Mapping[str, Any]) -> Comparison:
    """What differs between two trees of files."""
    return compare(state(before, BASE), state(after, HEAD))


def of_program(before: PlainValues, after: PlainValues) -> list[str]:
    """What changed in a programme, each change as «concern place: before → after»."""
    path = "programs/x.yml"
    return told(compared({path: {"title": "X", **before}}, {path: {"title": "X", **after}}))


def told(comparison: Comparison) -> list[str]:
    """The changes of all records, each on one line."""
    return [said(change) for record in comparison.records for change in record.changes]


def said(change: FieldChange) -> str:
    """A change on one line; an error has a «!»."""
    what = change.difference
    values = "another order" if what.reordered else f"{what.before} → {what.after}"
    return f"{change.concern}{'!' if change.is_error else ''} {place_of(what.place)}: {values}"


def place_of(place: Steps) -> str:
    """A place with its keys; an item goes by its id, its group or its measure."""
    names = [named(step.known) if isinstance(step, Item) else step.name for step in place]
    return "/".join(name for name in names if name)


def named(item: Any) -> str:
    if not isinstance(item, dict):
        return str(item)
    return next(
        (str(item[key]) for key in ("id", "group", "measure", "source", "document") if key in item), ""
    )


def keys(comparison: Comparison) -> dict[str, list[RecordKey]]:
    """The keys of the records that are new, gone, changed; of the renamed both."""
    found: dict[str, list[RecordKey]] = {"new": [], "gone": [], "renamed": [], "changed": []}
    for record in comparison.records:
        match record.before, record.after:
            case None, after if after:
                found["new"].append(after.key)
            case before, None if before:
                found["gone"].append(before.key)
            case before, after if before and after:
                sort = "renamed" if record.is_renamed else "changed"
                found[sort] += [before.key, after.key] if record.is_renamed else [after.key]
    return {sort: of_sort for sort, of_sort in found.items() if of_sort}


def state_of_values(values: Mapping[str, PlainValues], origin: Origin) -> State:
    """The state of plain values by their paths, without a file: none has to be read."""
    marks = {path: json.dumps(held, sort_keys=True) for path, held in values.items()}
    found = State(Contents(origin, "data", marks, {}, lambda _: {}))
    found.values.update(values)
    return found
