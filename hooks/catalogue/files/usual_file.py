"""The usual file, read fast: its bytes into a plain value.

A file with anything unusual (a comment behind a value, an escape, an empty value, a key twice, any fault)
gives None here. `any_file` then reads it slowly: it gives the same value, or says what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import yaml

from catalogue.files.guard import SIZE_LIMIT, is_clean
from catalogue.files.reader import DEPTH_LIMIT
from catalogue.files.syntax import CONSTANTS
from catalogue.files.tree import Tree
from catalogue.parallel import divided

Next: TypeAlias = Callable[[], Any]
"""Gives the parser's next event. It is `Any`, since checking its exact type is faster than `isinstance`."""
PART = 512
"""How many files a process reads before it asks for more."""


class UnusualError(Exception):
    """Something that `any_file` must look at."""


def plain_values(tree: Tree, paths: Sequence[str]) -> list[dict[str, object] | None]:
    """The value of each file that is a usual one, None for another. All processors read."""

    def values(part: int) -> list[dict[str, object] | None]:
        return [plain_value(tree.files[path]) for path in paths[part * PART : (part + 1) * PART]]

    return [value for values in divided(-(-len(paths) // PART), values) for value in values]


def plain_value(content: bytes) -> dict[str, object] | None:
    """The mapping that a usual file holds, no part of it empty; None if `any_file` must look at the file."""
    try:
        text = content.decode() if len(content) <= SIZE_LIMIT else ""
        return None if "\\" in text or " #" in text or not is_clean(text) else only_mapping(text)
    except (UnicodeDecodeError, UnusualError, yaml.YAMLError):
        return None


def only_mapping(text: str) -> dict[str, object]:
    """The one mapping that a text holds and nothing else."""
    following: Next = yaml.CSafeLoader(text).get_event
    following()
    following()
    found = value(following(), following, 1)
    following()
    if type(following()) is not yaml.StreamEndEvent or not isinstance(found, dict):
        raise UnusualError
    return found


def value(event: Any, following: Next, depth: int) -> object:
    """The value that begins with an event."""
    kind = type(event)
    if kind is yaml.ScalarEvent:
        return scalar(event)
    if kind not in COLLECTIONS or event.anchor is not None or event.tag is not None or depth > DEPTH_LIMIT:
        raise UnusualError
    return COLLECTIONS[kind](following, depth)


def scalar(event: Any) -> object:
    """A text that is not blank, or true or false."""
    text = event.value
    if not text or text.isspace() or event.anchor is not None or event.tag is not None:
        raise UnusualError
    if "- " in text and event.start_mark.line != event.end_mark.line:  # it may have swallowed an item
        raise UnusualError
    if event.implicit[0] and text in CONSTANTS:
        return not_empty(CONSTANTS[text])
    return text


def not_empty(value: object) -> object:
    """The value, unless it is empty."""
    if value is None or value in ({}, []):
        raise UnusualError
    return value


def sequence(following: Next, depth: int) -> object:
    """The items up to the end of a sequence."""
    items: list[object] = []
    while type(event := following()) is not yaml.SequenceEndEvent:
        items.append(value(event, following, depth + 1))
    return not_empty(items)


def mapping(following: Next, depth: int) -> object:
    """The values by key up to the end of a mapping."""
    values: dict[str, object] = {}
    while type(event := following()) is not yaml.MappingEndEvent:
        if type(event) is not yaml.ScalarEvent:
            raise UnusualError
        key = scalar(event)
        if not isinstance(key, str) or key in values or key == "<<":
            raise UnusualError
        values[key] = value(following(), following, depth + 1)
    return not_empty(values)


COLLECTIONS: Mapping[type[yaml.Event], Callable[[Next, int], object]] = {
    yaml.MappingStartEvent: mapping,
    yaml.SequenceStartEvent: sequence,
}
"""The function that reads on after the event that opens a collection."""
