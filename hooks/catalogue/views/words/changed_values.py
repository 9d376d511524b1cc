"""Plain values in words, as files have them: right or wrong, of the model of today or of another."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any, TypeAlias
from unicodedata import normalize

from pydantic import BaseModel, ValidationError

from catalogue.changes.concerns import AT, Concern
from catalogue.changes.fields import Difference, Item, Key, plain_number
from catalogue.changes.states import RecordKey
from catalogue.language.vietnamese import day, number
from catalogue.language.vocabulary import Bound
from catalogue.model.dates import DATE_PATTERN, Date
from catalogue.model.parts import Class, Figure
from catalogue.model.shape import Shape, fields_of, shapes, title
from catalogue.problems.problem import excerpt, printable
from catalogue.views.words.figures import row_title
from catalogue.views.words.narrowed import narrowed
from catalogue.views.words.phrases import SPEAKING, YES_NO, figure_words, in_sentence

BothTexts: TypeAlias = tuple[str, str]
"""A value in words as it was and as it is."""
LONGEST = 160
"""How many characters of a value are shown."""
BOUNDS = {bound: f"«{bound.label}» trước con số" if bound.label else "đúng con số" for bound in Bound}
"""How exactly a number is stated: most codes of it are words before a number, and say nothing alone."""
HIDDEN_DIFFERENCE = "chỉ khác dấu cách, hoặc cách ghép chữ với dấu"
OTHER_FORM = "nói như cũ, ghi trong tệp theo cách khác"
LINE_BREAKS = re.compile(r"\s*\n\s*")


@dataclass(frozen=True)
class ValueWords:
    """Puts plain values into words: it knows what the records are called that values name.

    Of the keys that are `unsaid` nothing is told; a text is cut where it is longer than `longest`.
    """

    names: Mapping[RecordKey, str]
    unsaid: frozenset[str] = frozenset()
    longest: int = LONGEST

    def both(self, difference: Difference) -> tuple[BothTexts, BothTexts]:
        """A value as it was and as it is, in words: as it is shown, and uncut."""
        shown, uncut = self.cut(difference)
        if not looks_the_same(*uncut):
            return shown, uncut
        is_text = isinstance(difference.before, str) and isinstance(difference.after, str)
        remark = HIDDEN_DIFFERENCE if is_text else OTHER_FORM
        return with_remark(shown, remark), with_remark(uncut, remark)

    def cut(self, difference: Difference) -> tuple[BothTexts, BothTexts]:
        """A value as it was and as it is, in words: cut where it is long, and uncut."""
        uncut = replace(self, longest=sys.maxsize).sides(difference)
        if max(map(len, uncut)) <= LONGEST + len("«»"):
            return uncut, uncut
        if isinstance(difference.before, str) and isinstance(difference.after, str):
            return narrowed(*uncut, 2 * LONGEST), uncut
        was, is_now = (excerpt(each, 2 * LONGEST) for each in self.sides(difference))
        return (was, is_now), uncut

    def sides(self, difference: Difference) -> BothTexts:
        """A value as it was and as it is; empty where it was or is not there."""
        values, key = (difference.before, difference.after), difference.keys[-1]
        was, is_now = (self.value(value, difference.shape, key) for value in values)
        moved = moved_with(difference)
        return (was, is_now + moved) if is_now else (was + moved, "")

    def value(self, value: Any, shape: Shape, key: str = "") -> str:
        """One value in words; empty for none."""
        if value is None:
            return ""
        if isinstance(value, list):
            return "; ".join(self.value(each, shape.item or Shape(), key) for each in value)
        if isinstance(value, dict):
            return self.group(value, shape)
        if isinstance(value, bool):
            return YES_NO[value]
        return self.named(value, shape) or single(str(value), shape, key) or quoted(str(value), self.longest)

    def named(self, value: object, shape: Shape) -> str:
        """The name of the record that a value stands for; empty where it stands for none that is known.

        An id in the stead of a group of fields, as an older model may have it, stands for what that names.
        """
        of_group = shapes(shape.model).values() if shape.model else ()
        references = (each.reference for each in (shape, *of_group) if each.reference)
        name = next(
            (self.names[key] for each in references if (key := (each.kind, str(value))) in self.names), ""
        )
        return quoted(name) if name else ""

    def group(self, values: Mapping[str, Any], shape: Shape) -> str:
        """A group of fields: a figure and a class as pages call them, else what it says, key by key."""
        known = model_of(values, shape)
        if isinstance(known, Figure):
            state = f" ({in_sentence(known.state.label)})" if known.state else ""
            return printable(figure_words(known)) + state
        if isinstance(known, Class):
            rest = {key: value for key, value in values.items() if key not in {"number", "title"}}
            return "; ".join((printable(known.name), *self.labelled(rest, shape)))
        return "; ".join(self.labelled(values, shape))

    def labelled(self, values: Mapping[str, Any], shape: Shape) -> Iterator[str]:
        """What a group says, each value behind its label where it does not speak for itself."""
        inner = shapes(shape.model) if shape.model else {}
        known = (key for key in inner if key in values)
        for key in (*known, *(key for key in values if key not in inner)):
            if key in self.unsaid:
                continue
            here = inner.get(key) or Shape(single=shape.single)
            words = self.value(values[key], here, key)
            speaks = bool(here.reference) or key in SPEAKING
            yield words if speaks else f"{in_sentence(self.label(Key(key, shape)))} {words}"

    def label(self, step: Key) -> str:
        """What a key is called: by the model, as the record that it names, else as it is written."""
        model = step.holder.model
        if model and step.name in fields_of(model):
            return title(model, step.name)
        of_mapping = step.holder.key
        name = self.named(step.name, of_mapping) if of_mapping else ""
        return name or f"Khóa «{excerpt(printable(step.name))}»"

    def item(self, item: Item, following: Key | Item | None) -> str:
        """What an item of a list is called: a class by its number, a figure by what it counts and its state.

        Where it is the state that changed, what follows says which it is.
        """
        value = item.known
        if not isinstance(value, dict):
            return self.value(value, item.shape)
        known = model_of(value, item.shape)
        if isinstance(known, Class):
            return printable(known.name if known.number or known.title else f"{known.name} ({known.id})")
        if isinstance(known, Figure):
            called = ": ".join(words for words in (known.title, row_title(known)) if words)
            told = known.state if not (isinstance(following, Key) and following.name == "state") else None
            return printable(f"{called} ({in_sentence(told.label)})" if told else called)
        telling = next((each for each in TELLING_KEYS if each in value), None)
        inner = shapes(item.shape.model) if item.shape.model else {}
        return self.value(value[telling], inner.get(telling, Shape()), telling) if telling else ""

    def place(self, difference: Difference) -> str:
        """Where a value stands: «Số học viên», «Lớp số 2: hạn gửi danh sách»."""
        steps = difference.place
        words = [
            self.label(step) if isinstance(step, Key) else self.item(step, following)
            for step, following in zip_longest(steps, steps[1:])
            if says_something(step, following, steps[-1])
        ]
        told = [word for word, last in zip(words, ["", *words], strict=False) if word != last]
        said = (word if not at else in_sentence(word) for at, word in enumerate(told) if word)
        return excerpt(": ".join(said), LONGEST)


SELF_NAMED = {Class, Figure}
"""The items whose names say what they are, so that their list need not be named."""
NUMBER_OF_FIGURE = (Figure, "value")


def says_something(step: Key | Item, following: Key | Item | None, last: Key | Item) -> bool:
    """Whether a step says where a value stands: no list of what names itself, nor that a figure is a number.

    An item that is the value itself is told as such.
    """
    if isinstance(step, Item):
        return following is not None
    named = isinstance(following, Item) and following is not last and following.shape.model in SELF_NAMED
    return not named and (step.holder.model, step.name) != NUMBER_OF_FIGURE


TELLING_KEYS = (
    "group",
    "organization",
    "source",
    "document",
    "title",
    "short",
    "what",
    "finding",
    "id",
    "measure",
)
"""The keys of an item of which one tells what it is, the most telling first."""


def model_of(values: Mapping[str, Any], shape: Shape) -> BaseModel | None:
    """The group of the model that some values make; None where they make none."""
    try:
        return shape.model.model_validate(values) if shape.model else None
    except ValidationError:
        return None


def single(value: str, shape: Shape, key: str) -> str:
    """A code, a day or a number as pages write it; empty for what is none, or is not written rightly."""
    code = next((code for code in shape.codes if code == value), None)
    if code is not None:
        return BOUNDS[code] if isinstance(code, Bound) else code.label
    if shape.single is Date and DATE_PATTERN.fullmatch(value):
        return day(value)
    if shape.single is int and AT.get(key) is Concern.DAY:
        return value if value.isdecimal() else ""
    counted = plain_number(value) if shape.is_number else None
    return "" if counted is None else number(counted)


def quoted(text: str, longest: int = LONGEST) -> str:
    """A text as it is typed, between quotes, on one line, with nothing hidden."""
    return f"«{excerpt(printable(LINE_BREAKS.sub(' ¶ ', text.strip())), longest)}»"


def looks_the_same(before: str, after: str) -> bool:
    """Whether two texts that differ cannot be told apart by eye."""
    one, other = (normalize("NFC", text).split() for text in (before, after))
    return one == other != []


def with_remark(texts: BothTexts, remark: str) -> BothTexts:
    """Two texts, a remark behind the second."""
    return texts[0], f"{texts[1]} ({remark})"


def moved_with(difference: Difference) -> str:
    """Where a class that is called off moved to: « (khai giảng từ 5-3-2026 sang 19-3-2026)»."""
    item = difference.place[1] if len(difference.place) > 1 else None
    if difference.keys != ("classes", "state") or not isinstance(item, Item):
        return ""
    days = [day(held.get("start")) if isinstance(held, dict) else "" for held in (item.before, item.after)]
    return f" (khai giảng từ {days[0]} sang {days[1]})" if all(days) and days[0] != days[1] else ""
