"""What changed as JSON, for programs: always the whole of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from catalogue.changes.states import Origin
from catalogue.problems.report import as_json_text
from catalogue.views.words.told import ToldChange, ToldComparison

UNSEEN = re.compile(r"[^\x20-\x7e\n]|(?<=##)\[")


def as_json(told: ToldComparison) -> str:
    """A comparison with its counts, its changes in the order of telling, and what was not read."""
    return shown(
        {
            "base": origin(told.base),
            "head": origin(told.head),
            "counts": {
                "records": dict(told.records),
                "changes": told.total,
                "errors": told.errors,
                "unread": len(told.unread),
                "concerns": {str(each.concern): len(each.rows) for each in told.concerns},
            },
            "unread": [
                {"path": each.path, "state": origin(each.origin), "reason": each.reason}
                for each in told.unread
            ],
            "effects_unknown": told.doubt or None,
            "changes": [change(each.concern, row) for each in told.concerns for row in each.rows],
        }
    )


def failure_json(reason: str) -> str:
    """That nothing could be compared, and why: no counts, which could be taken for «nothing changed»."""
    return shown({"failure": reason})


def shown(value: object) -> str:
    """JSON in which no character is hidden and a log of GitHub finds no command."""
    return UNSEEN.sub(lambda found: visible(found[0]), as_json_text(value))


def visible(character: str) -> str:
    """A character that is seen, else its escape."""
    if character.isprintable() and character != "[":
        return character
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def origin(state: Origin) -> Mapping[str, str | None]:
    """Which state it is."""
    return {"name": state.name, "commit": state.commit or None, "day": state.day or None}


def change(concern: str, row: ToldChange) -> Mapping[str, Any]:
    """A change in words and in plain values."""
    before, after = row.values
    return {
        "concern": str(concern),
        "record": row.subject,
        "id": row.name,
        "path": row.path or None,
        "field": row.sort or None,
        "where": row.what or None,
        "before": before,
        "after": after,
        "words": {"before": row.before or None, "after": row.after or None},
        "removal": row.is_removal,
        "error": row.is_error,
    }
