"""What a sample is made of: records as plain values, each with what the records made after it need to know of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple, Self

from catalogue.model.kinds import KINDS

Values = dict[str, Any]
"""A record or a group of fields as `writer` takes it: None and empty lists for what is not known."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Entry:
    """A record: its kind, its id, its values, the sub-folder that its file lies in."""

    kind: str
    id: str
    values: Mapping[str, Any] = field(repr=False)
    subfolder: str = ""

    @property
    def title(self) -> str:
        return str(self.values["title"])

    def remembered(self) -> Self:
        """What later records need of it: not its fields, which of ten thousand fill the memory."""
        return replace(self, values={"title": self.title})

    @property
    def path(self) -> str:
        """Where its file lies below the root of the data."""
        return "/".join(part for part in (KINDS[self.kind].folder, self.subfolder, f"{self.id}.yml") if part)

    @property
    def address(self) -> str:
        """Where its page stands below the root of the site."""
        return f"/{KINDS[self.kind].section}/{self.id}/"


@dataclass(frozen=True, kw_only=True, eq=False)
class Body(Entry):
    """An organisation: what it is in the city (`role`), its name in a sentence, its block, what it leads in alone, its commune or district, its life."""

    role: str
    name: str
    block: str
    tags: frozenset[str] = frozenset()
    place: str = ""
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Paper(Entry):
    """A document: its category, the day of its issue (None while it is being prepared)."""

    category: str
    issued: date | None


@dataclass(frozen=True, kw_only=True, eq=False)
class Audience(Entry):
    """A learner group: its name in a sentence, what concerns it alone."""

    name: str
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, eq=False)
class Plan(Entry):
    """A training plan: its year (None of a plan of several years), the body that leads it."""

    year: int | None
    lead: str


class Theme(NamedTuple):
    """What a programme teaches: in words, by content, by field of work where it belongs to one; the country where it is taught abroad."""

    matter: str
    contents: tuple[str, ...]
    subject: str | None = None
    country: str | None = None

    @property
    def tag(self) -> str:
        """By what bodies and groups are found that it concerns."""
        return self.subject or self.contents[0]


class Taught(NamedTuple):
    """What is taught, to whom, led by whom: the same where a programme comes again."""

    theme: Theme
    groups: Sequence[Audience]
    lead: Body


@dataclass(frozen=True, kw_only=True, eq=False)
class Course(Entry):
    """A programme: its year, and what is taught."""

    year: int | None
    taught: Taught
