"""Which way a change goes: what goes another way than the others of its field is a sort of its own."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from catalogue.changes.days import shift
from catalogue.changes.fields import Difference, Key
from catalogue.model.dates import Date
from catalogue.model.shape import Shape, shapes

WEB = ("https://", "http://")


def turn(difference: Difference) -> str:
    """From which code to which a field went, from yes to no, or whether a day lies earlier; empty for others.

    There are few such ways.
    """
    shape, (before, after) = difference.shape, difference.values
    if is_coded(shape):
        return f"{before} → {after}" if isinstance(difference.place[-1], Key) else ""
    return "earlier" if shape.single is Date and shift(before, after) < 0 else ""


def bearing(difference: Difference) -> str:
    """From which record to which a field went, or from which host; of an item what it is by its codes.

    There may be as many such ways as changes.
    """
    if difference.shape.is_number:
        return ""
    one, other = mark(difference.before, difference), mark(difference.after, difference)
    return f"{one} → {other}" if one != other else ""


def mark(value: Any, difference: Difference) -> str:
    """What sets a value apart from others of its field; empty for nothing."""
    shape = difference.shape
    if isinstance(value, dict) and shape.model:
        coded = (key for key, inner in shapes(shape.model).items() if key in value and is_coded(inner))
        return ", ".join(f"{key} {value[key]}" for key in coded)
    if not isinstance(value, str):
        return ""
    if shape.reference or (shape.codes and not isinstance(difference.place[-1], Key)):
        return value
    return host(value) if value.startswith(WEB) else ""


def is_coded(shape: Shape) -> bool:
    """Whether a value is a code, or yes or no."""
    return bool(shape.codes) or shape.single is bool


def host(address: str) -> str:
    """The host of an address of the web; empty where what somebody typed has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
