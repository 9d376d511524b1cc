"""What an editor means by a code or a key that there is not: a label, a synonym, a slip, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel
from rapidfuzz.distance import OSA

from catalogue.language.synonyms import KEY_SYNONYMS, KEYS, synonyms_of, words_of
from catalogue.language.vietnamese import fold
from catalogue.language.vocabulary import Vocabulary
from catalogue.model.shape import fields_of, shapes
from catalogue.problems.problem import nearest

SLIP_LENGTH = 5
"""How many letters a label has, at least, in which one may be wrong: a shorter one may be another word."""
MOST = 3
"""In how many groups a key may belong for a remedy to name them."""
BEGINNING = 3
"""How many letters of a code tell it, at least, where the rest was left out."""


class KeyMeant(NamedTuple):
    """The key that a written one means; `within` are the keys of the groups that it belongs in, if in others.

    `outside` says that it is a key of the record itself, `sure` that the word is the name of the field, and
    not a slip in its key.
    """

    key: str
    within: tuple[str, ...] = ()
    outside: bool = False
    sure: bool = False


def typed(written: str) -> str:
    """A word as it is compared: without marks and brackets, with spaces for other signs between words."""
    return " ".join(re.sub(r"[_\-./:]|\(.*", " ", fold(written)).split())


def code_meant(codes: Iterable[Vocabulary], written: str) -> str:
    """The code that a word means; empty where it means none of them, or could mean several."""
    words, known = typed(written), list(codes)
    if not words:
        return ""
    for means in (is_name, is_beginning):
        if meant := [str(code) for code in known if means(code, words)]:
            return meant[0] if len(meant) == 1 else ""
    near = [str(code) for code in known if is_slip_of_label(code, words)]
    return nearest(written.lower(), [str(code) for code in known]) or (near[0] if len(near) == 1 else "")


def is_name(code: Vocabulary, words: str) -> bool:
    """Whether a word is the code itself, its label, or a synonym of it."""
    return words in {typed(code), label_of(code), *map(typed, synonyms_of(code))}


def label_of(code: Vocabulary) -> str:
    """The label of a code as it is compared."""
    return typed(code.label)


def is_beginning(code: Vocabulary, words: str) -> bool:
    """Whether a word is the beginning of a code: `plan` of `planned`."""
    return len(words) >= BEGINNING and typed(code).startswith(words)


def is_slip_of_label(code: Vocabulary, words: str) -> bool:
    """Whether a word is a label with one slip in it."""
    return len(words) >= SLIP_LENGTH and OSA.distance(words, label_of(code)) <= 1


def key_meant(model: type[BaseModel], written: str) -> KeyMeant | None:
    """The key of a group of fields, or of one within it, that a written one means; None if none is near."""
    words = typed(written)
    if key := named_key(model, words):
        return KeyMeant(key, sure=True)
    inner = [(holder, named_key(group, words)) for holder, group in groups_within(model)]
    if keys := {key for _, key in inner if key}:
        holders = tuple(holder for holder, key in inner if key)
        return KeyMeant(min(keys), holders, sure=True) if len(keys) == 1 and len(holders) <= MOST else None
    key = "" if words in KEYS else nearest(written.lower(), fields_of(model))
    return KeyMeant(key) if key else None


def named_key(model: type[BaseModel], words: str) -> str:
    """The one key of a group of fields that a word names; empty where none or several are called so."""
    named = [key for key in fields_of(model) if words in names_of(model, key)]
    return named[0] if len(named) == 1 else ""


@cache
def names_of(model: type[BaseModel], key: str) -> frozenset[str]:
    """What a key may be called: itself, the name of its field, its synonyms."""
    synonyms = words_of(KEY_SYNONYMS.get(key, ""))
    return frozenset(map(typed, (key, str(fields_of(model)[key].title), *synonyms)))


def groups_within(model: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    """The groups of fields that a group holds, alone or in lists, by their keys."""
    for holder, shape in shapes(model).items():
        group = shape.model or (shape.item.model if shape.item else None)
        if group:
            yield holder, group


def listed_codes(codes: Iterable[Vocabulary]) -> str:
    """Codes with their labels, as a remedy lists them."""
    return ", ".join(f"{code} ({code.label})" if code.label else str(code) for code in codes)
