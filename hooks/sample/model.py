"""The records of a sample as plain values, each with what records made after it need to know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple, Self

from catalogue.model.kinds import KINDS

Values = dict[str, Any]
"""Fields by their names, as the writer takes them; what is None or empty is not written."""


@dataclass(frozen=True, kw_only=True, eq=False)
class SampleRecord:
    """A record, and the sub-folder that its file lies in."""

    kind: str
    id: str
    values: Mapping[str, Any] = field(repr=False)
    subfolder: str = ""

    @property
    def title(self) -> str:
        return str(self.values["title"])

    def remembered(self) -> Self:
        """The record without the fields that no other record asks for: ten thousand would fill the memory."""
        return replace(self, values={"title": self.title})

    @property
    def path(self) -> str:
        """Where its file lies in the data."""
        return "/".join(part for part in (KINDS[self.kind].folder, self.subfolder, f"{self.id}.yml") if part)

    @property
    def address(self) -> str:
        """Where its page stands on the site."""
        return f"/{KINDS[self.kind].section}/{self.id}/"


@dataclass(frozen=True, kw_only=True, eq=False)
class SampleOrganization(SampleRecord):
    """An organization; `start` and `end` only where it began or ended with the reform."""

    role: str
    """What it is in the city: a department, a school, a commune …"""
    name: str
    """Its name within a sentence."""
    block: str
    areas: frozenset[str] = frozenset()
    """The fields of work and contents that it leads in; none where it leads in all."""
    locality: str = ""
    """The commune or district that it belongs to."""
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class SampleDocument(SampleRecord):
    """A document; it has no day of issue while it is being prepared."""

    category: str
    issued: date | None


@dataclass(frozen=True, kw_only=True, eq=False)
class SampleGroup(SampleRecord):
    """A learner group."""

    name: str
    """Its name within a sentence."""
    areas: frozenset[str] = frozenset()
    """The fields of work and contents that concern it; none where all do."""


@dataclass(frozen=True, kw_only=True, eq=False)
class SamplePlan(SampleRecord):
    """A training plan with the id of its lead; a plan of several years, or of every year, has no year."""

    year: int | None
    lead: str


@dataclass(frozen=True, kw_only=True, eq=False)
class SampleTopic(SampleRecord):
    """A topic; the field of work is unknown where the topic has no name yet."""

    subject: str | None


class Theme(NamedTuple):
    """What a programme teaches."""

    matter: str
    """In words, as they stand within a sentence."""
    contents: tuple[str, ...]
    subject: str | None = None
    """The field of work, where it belongs to one."""
    country: str | None = None
    """Where it is taught abroad."""

    @property
    def area(self) -> str:
        """The field of work or the content by which its organizations and groups are found."""
        return self.subject or self.contents[0]


class Teaching(NamedTuple):
    """What is taught, to whom, led by whom: the same where a programme is repeated the year after."""

    theme: Theme
    groups: Sequence[SampleGroup]
    lead: SampleOrganization


@dataclass(frozen=True, kw_only=True, eq=False)
class SampleProgram(SampleRecord):
    """A programme."""

    year: int | None
    teaching: Teaching
    plan: str | None
    learners: int | None
    """Those planned, where the programme says so and is no part of another."""
