"""What tells records apart that have one title: of each kind the fields, and what they say in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from catalogue.language.vietnamese import day
from catalogue.language.vocabulary import Vocabulary
from catalogue.model.dates import Date
from catalogue.model.record import Record
from catalogue.model.records import Document, Group, Organization
from catalogue.model.spans import Period, Term

TELLING: Mapping[str, tuple[str, ...]] = {
    "organization": ("parent", "level", "territory"),
    "document": ("number", "issued", "issuers"),
    "group": ("organization", "term", "code", "regulation"),
    "plan": ("lead", "issuer", "parent"),
    "program": ("lead", "plan", "part_of"),
    "topic_set": ("plan", "program", "lead", "period"),
    "topic": ("set",),
    "source": ("publisher", "date"),
    "report": ("period", "organization", "group", "subject"),
}
"""The fields of each kind that tell its records apart beside their titles; time does too, if it is known."""


def telling_words(record: Record, named: Iterable[tuple[str, str]]) -> list[str]:
    """What each of these fields says of a record; nothing where it is not known.

    `named` are the records that it refers to: the field, and what stands for the record.
    """
    references: dict[str, list[str]] = {}
    for field, name in named:
        references.setdefault(field, []).append(name)
    return [
        ", ".join(references[field]) if field in references else in_words(record, field)
        for field in TELLING[record.kind]
    ]


def in_words(record: Record, field: str) -> str:
    """What a field that names no record says; of a document's day only the year, which its number needs."""
    value = getattr(record, field)
    if isinstance(record, Document) and isinstance(value, Date):
        return f"năm {value.year}" if value.year else ""
    return words_of(value)


def words_of(value: Any) -> str:
    """A value in few words; nothing of what names another record."""
    if isinstance(value, Term):
        return f"nhiệm kỳ {value.start}-{value.end}"
    if isinstance(value, Period):
        return " đến ".join(day(each) for each in (value.start, value.end) if each)
    if isinstance(value, Vocabulary):
        return value.label
    return day(value) if isinstance(value, Date) else value if isinstance(value, str) else ""


def life(record: Record) -> list[str]:
    """Since when and until when a group or a body exists, as far as it is known."""
    if not isinstance(record, (Group, Organization)):
        return []
    return [f"từ {day(record.start)}" if record.start else "", f"đến {day(record.end)}" if record.end else ""]


def words_apart(said: Sequence[Sequence[str]], ids: Sequence[str]) -> list[str]:
    """The words that tell some records apart, by what each says; its id where others say the same."""
    needed = columns_needed(list(zip(*said, strict=True)))
    words = [", ".join(row[index] for index in needed if row[index]) for row in said]
    counts = Counter(words)
    return [
        told if counts[told] == 1 else ", ".join(part for part in (told, f"mã {id}") if part)
        for told, id in zip(words, ids, strict=True)
    ]


def columns_needed(columns: Sequence[tuple[str, ...]]) -> list[int]:
    """Which columns tell rows apart: the shortest that does so alone, else all in which rows differ."""
    alone = [index for index, column in enumerate(columns) if all(column) and len({*column}) == len(column)]
    if alone:
        return [min(alone, key=lambda index: len("".join(columns[index])))]
    return [index for index, column in enumerate(columns) if len({*column}) > 1]
