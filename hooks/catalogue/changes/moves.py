"""How often what calendars hold of a programme was moved, and under which id it was first known.

The time, the place and the calling off of a class, its deadline, those of a programme: whoever noted one of
them must note it again when it changes. Worked out from what commits did to the file, whatever its model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from catalogue.changes.blocks import values
from catalogue.changes.following import following
from catalogue.changes.history import History, ids_of
from catalogue.changes.recorded import RecordEdit
from catalogue.changes.states import PlainValues, UnreadableError
from catalogue.model.standing import CALLED_OFF

MovingKey: TypeAlias = tuple[str, str]
"""What can move: «start» or «deadline», and the class; no class where it is of the whole programme."""
Moving: TypeAlias = Mapping[MovingKey, Any]
"""What stands in a file of all that can move."""
START, DEADLINE = "start", "deadline"
MOVING = {"classes", "nomination", "period", "venue"}
"""The keys of a file below which that stands."""


class Moves(NamedTuple):
    """A programme's first id, when it was last edited (empty if nobody knows), how often each thing moved."""

    first_id: str
    moment: str
    times: Mapping[MovingKey, int]


def moves_of(history: History, program: str) -> Moves:
    """What a history tells of a programme, by the id that it has now."""
    edits = history.by_record.get(("program", program), ())
    *_, first_id = ids_of([edit for _, edit in edits], program)
    return Moves(
        first_id,
        edits[0][0].moment if edits else "",
        counted(states(history, [edit for _, edit in reversed(edits)])),
    )


def is_whole(history: History) -> bool:
    """Whether all that was done is known: else it may have moved more often than can be counted."""
    return bool(history.commits) and not history.doubt


def counted(states: Iterable[tuple[Moving, Moving]]) -> Mapping[MovingKey, int]:
    """How often each thing was not what it was before; what comes for the first time has not moved."""
    times: dict[MovingKey, int] = {}
    for before, after in states:
        times |= {key: 0 for key in before if key not in times}
        for key in before.keys() | after.keys():
            if before.get(key) != after.get(key):
                times[key] = times.get(key, -1) + 1
    return times


def states(history: History, edits: Iterable[RecordEdit]) -> Iterator[tuple[Moving, Moving]]:
    """What could move before and after each edit; nothing of one that moves nothing, or cannot be read."""
    for edit in edits:
        found = history.values_followed(edit)
        if found and not (edit.is_change and MOVING.isdisjoint({*found[0], *found[1]})):
            paths = edit.path_before, edit.path_after
            one, other = (values if path else None for path, values in zip(paths, found, strict=True))
            known = {} if one is None or other is None else unchanged(history, edit, one, other)
            yield moving(one, known), moving(other, known)


def unchanged(history: History, edit: RecordEdit, one: PlainValues, other: PlainValues) -> PlainValues:
    """What stayed of the classes or of the place of their programme, where the other decides what moved.

    An edit tells only what differs; the file is read again where that is too little.
    """
    differing = {"classes", "venue"} & {*one, *other}
    if len(differing) != 1 or ("classes" in differing and places(one) == places(other)):
        return {}
    try:
        held = values(history.contents.get(edit.after, b""))
    except UnreadableError:
        return {}
    known = {key: held[key] for key in ("classes", "venue") if key not in differing and key in held}
    return following(known, edit.key, history.renamed)


def places(values: PlainValues) -> Mapping[str, Any]:
    """Where each class is, as far as it says so itself."""
    return {str(each.get("id")): each.get("venue") for each in classes_in(values)}


def moving(values: PlainValues | None, known: PlainValues) -> Moving:
    """All that can move of a programme as its file tells it; nothing where there is no file."""
    if values is None:
        return {}
    told = {**known, **values}
    period, venue = group(told.get("period")), told.get("venue")
    held = classes_in(told)
    states = {off(each) for each in held}
    found: dict[MovingKey, Any] = {
        (START, ""): (period.get("start"), period.get("end"), venue),
        (DEADLINE, ""): (group(told.get("nomination")).get("deadline"), states if len(states) == 1 else None),
    }
    for each in held:
        id = str(each.get("id"))
        found[START, id] = (each.get("start"), each.get("end"), each.get("venue") or venue, off(each))
        found[DEADLINE, id] = (each.get("deadline"), off(each))
    return found


def classes_in(values: PlainValues) -> list[PlainValues]:
    """The classes of a programme."""
    found = values.get("classes")
    return [group(each) for each in found] if isinstance(found, list) else []


def off(held: PlainValues) -> str:
    """How a class was called off; empty where it was not."""
    state = held.get("state")
    return state if isinstance(state, str) and state in CALLED_OFF else ""


def group(value: Any) -> PlainValues:
    """A group of fields; an empty one where the data had something else."""
    return value if isinstance(value, dict) else {}
