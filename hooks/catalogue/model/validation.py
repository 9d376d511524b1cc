"""From the value of one file to its model, or to every problem that its fields have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import islice
from typing import Any, TypeAlias, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from catalogue.files.any_file import ParsedFile
from catalogue.files.odd_signs import INDENTED, odd_character
from catalogue.files.syntax import CONSTANTS
from catalogue.language.odd_characters import ODD, plain
from catalogue.model.fields import is_nothing
from catalogue.model.meaning import KeyMeant, key_meant, named_key, typed
from catalogue.model.remedies import key_of, place_in, problem_of
from catalogue.model.shape import shape_at
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Place, Problem, tell, told_once

AnyModel = TypeVar("AnyModel", bound=BaseModel)

KeyOrValue: TypeAlias = tuple[Place, bool]
"""A value by its place; with True instead of False its key."""
STRANGERS_LIMIT = 100
"""How many unknown keys of a file are told."""
IN_SYNTAX = {"tuple_type", "model_type", "dict_type"}
"""The errors of a text that should have been a group of keys or a list."""


def validate(model: type[AnyModel], parsed: ParsedFile) -> tuple[AnyModel | None, list[Problem]]:
    """A parsed file's value as its model, or None and the problems of its fields, still without lines."""
    validated, refused = checked(model, parsed.value)
    refused = first_strangers(refused)
    if not refused and parsed.filled:
        return validated, []
    value, odd = with_usual_characters(model, parsed, refused)
    if value is not parsed.value:
        refused = first_strangers(checked(model, value)[1])
    meant = meant_keys(model, value, refused)
    problems = odd + [empty_value(parsed.path, place) for place in empty_places(value, explained(meant))]
    for details in refused:
        problems += problem_of(model, replace(parsed, value=value), details, meant)
    return (None if problems else validated), list(told_once(problems))


def checked(model: type[AnyModel], value: object) -> tuple[AnyModel | None, list[ErrorDetails]]:
    """A value as its model, or None and what pydantic refuses in it."""
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def first_strangers(refused: list[ErrorDetails]) -> list[ErrorDetails]:
    """What pydantic refuses, of unknown keys the first: for each of them a near word is looked for."""
    strangers = (index for index, details in enumerate(refused) if details["type"] == "extra_forbidden")
    further = set(islice(strangers, STRANGERS_LIMIT, None))
    return [details for index, details in enumerate(refused) if index not in further]


# --- Odd characters ----------------------------------------------------------


def with_usual_characters(
    model: type[BaseModel], parsed: ParsedFile, refused: Iterable[ErrorDetails]
) -> tuple[object, list[Problem]]:
    """The value with usual characters in what the model refuses, with a problem where they alone mend it."""
    parts = odd_parts(parsed.value, refused)
    value = replaced(parsed.value, parts) if parts else parsed.value
    wrong = {part_of(value, details) for details in checked(model, value)[1]} if parts else set()
    problems = [
        odd_character(parsed.path, place, written_at(parsed.value, place, at_key), meant, at_key=at_key)
        for (place, at_key), meant in parts.items()
        if ((*place[:-1], meant) if at_key else place, at_key) not in wrong
    ]
    return value, problems


def part_of(value: object, details: ErrorDetails) -> KeyOrValue:
    """The part of a value that pydantic refuses: the place that it means, or the key there."""
    place = place_in(value, details["loc"])
    return place, details["type"] == "extra_forbidden" or details["loc"] == (*place, "[key]")


def odd_parts(value: object, refused: Iterable[ErrorDetails]) -> dict[KeyOrValue, str]:
    """The refused parts that hold odd characters, each with what it is in usual ones.

    Where a group or a list is wanted, the odd character is one of syntax, of which `remedies` tells.
    """
    parts = (part_of(value, details) for details in refused if details["type"] not in IN_SYNTAX)
    written = {part: written_at(value, *part) for part in parts}
    return {
        (place, at_key): plain(text)
        for (place, at_key), text in written.items()
        if ODD.search(text) and not (at_key and INDENTED.match(text))
    }


def written_at(value: Any, place: Place, at_key: bool) -> str:
    """The key or the text that stands at a place; empty where something else does."""
    if at_key and place:
        return str(place[-1])
    for step in place:
        value = value[step]
    return value if isinstance(value, str) else ""


def replaced(value: object, parts: Mapping[KeyOrValue, str], place: Place = ()) -> object:
    """A value with other texts in some places and for some keys."""
    if isinstance(value, dict):
        return {
            parts.get(((*place, key), True), key): replaced(item, parts, (*place, key))
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [replaced(item, parts, (*place, index)) for index, item in enumerate(value)]
    meant = parts.get((place, False))
    return value if meant is None else CONSTANTS.get(meant, meant)


# --- Keys --------------------------------------------------------------------


def meant_keys(
    model: type[BaseModel], value: object, refused: Iterable[ErrorDetails]
) -> dict[Place, KeyMeant | None]:
    """What the unknown keys of a value mean, by their places."""
    places = [place_in(value, details["loc"]) for details in refused if details["type"] == "extra_forbidden"]
    return {place: meant_key(model, value, place) for place in places}


def meant_key(model: type[BaseModel], value: Any, place: Place) -> KeyMeant | None:
    """What an unknown key means, also one of the record that stands in a group.

    Of several groups that it may belong in, it is meant for the one that stands empty.
    """
    holder = shape_at(model, place[:-1]).model
    meant = key_meant(holder, str(place[-1])) if holder else None
    if len(place) > 1 and not (meant and meant.sure) and (outer := named_key(model, typed(str(place[-1])))):
        return KeyMeant(outer, outside=True, sure=True)
    for step in place[:-1]:
        value = value[step]
    empty = [key for key in meant.within if key in value and is_nothing(value[key])] if meant else []
    return meant._replace(within=tuple(empty[:1])) if meant and empty else meant


def explained(meant: Mapping[Place, KeyMeant | None]) -> set[Place]:
    """The places that are empty for a reason that is told: unknown keys, groups whose keys stand beside."""
    beside = {(*place[:-1], key) for place, known in meant.items() if known for key in known.within}
    return {*meant, *beside}


def empty_places(value: object, explained: AbstractSet[Place], place: Place = ()) -> Iterator[Place]:
    """The places that hold nothing, save those that are explained and what is under them.

    Where a field may be absent, pydantic takes nothing for an answer; an editor left it to be filled in.
    """
    if place in explained:
        return
    if place and is_nothing(value):
        yield place
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from empty_places(item, explained, (*place, key))


def empty_value(path: str, place: Place) -> Problem:
    """A key, or an item under a key, that holds nothing."""
    return tell(path, place, FaultCode.EMPTY_VALUE, at_key=True, key=key_of(place))
