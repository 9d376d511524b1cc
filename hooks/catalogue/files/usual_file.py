"""The usual file, read fast: its bytes into plain values where there is nothing that an editor must hear of.

Whatever is not usual (a comment behind a value, an escape, an empty value, a key twice, any fault) gives nothing here and is left to `source`,
which reads the same file with its eyes open, tells what is wrong with it, and gives the same value where nothing is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import yaml

from catalogue.files.any_file import DEPTH_LIMIT
from catalogue.files.guard import SIZE_LIMIT, is_clean
from catalogue.files.syntax import CONSTANTS

Next: TypeAlias = Callable[[], Any]
"""The parser's next event; `Any`, since its type is looked at before anything else of it."""


class UnusualError(Exception):
    """Something that `source` must look at."""


def plain_value(content: bytes) -> dict[str, object] | None:
    """The record that a usual file holds, with something in every place; None where a closer look is due."""
    try:
        text = content.decode() if len(content) <= SIZE_LIMIT else ""
        return None if "\\" in text or " #" in text or not is_clean(text) else record(text)
    except (UnicodeDecodeError, UnusualError, yaml.YAMLError):
        return None


def record(text: str) -> dict[str, object]:
    """The one mapping that a text holds."""
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


def scalar(event: yaml.ScalarEvent) -> object:
    """A text, or true or false."""
    text = event.value
    if not text or text.isspace() or event.anchor is not None or event.tag is not None:
        raise UnusualError
    if event.implicit[0] and text in CONSTANTS:
        return something(CONSTANTS[text])
    return text


def something(found: object) -> object:
    """What has been found, unless it is nothing."""
    if found is None or found in ({}, []):
        raise UnusualError
    return found


def sequence(following: Next, depth: int) -> object:
    """The items up to the end of a sequence."""
    items: list[object] = []
    while type(event := following()) is not yaml.SequenceEndEvent:
        items.append(value(event, following, depth + 1))
    return something(items)


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
    return something(values)


COLLECTIONS: Mapping[type[yaml.Event], Callable[[Next, int], object]] = {
    yaml.MappingStartEvent: mapping,
    yaml.SequenceStartEvent: sequence,
}
"""What reads on after the event that opens a collection."""
