"""The table of standing.yml: every case as a programme of one catalogue, and what is seen of it on a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from catalogue.model.collection import Catalogue
from catalogue.model.standing import ClassTimes, Phase, ProgramTimes, Standing, class_times, program_times

ALWAYS = "always"
CONFIRMED = {"sources": [{"source": "bao"}], "verification": {"level": "reported"}}
NAMED: dict[str, dict[str, Any]] = {
    "plans/nam-2026.yml": {"title": "Kế hoạch năm 2026", "year": "2026"},
    "groups/moi-nguoi.yml": {"title": "Mọi người"},
    "sources/bao.yml": {"title": "Một bài báo", "category": "article"},
}
"""What the programmes of the cases name."""


class Seen(NamedTuple):
    """A case on a day: where its class, or a programme without one, stands; the one state of its record."""

    own: Standing
    record: Standing


@dataclass(frozen=True)
class Case:
    """A programme, by its id, with what is to be seen of it."""

    id: str
    written: Mapping[str, Any]

    @property
    def classes(self) -> list[dict[str, Any]]:
        """Its classes, each with an id."""
        classes = self.written.get("classes", [self.written["class"]] if "class" in self.written else [])
        return [{"id": f"lop-{turn}", **each} for turn, each in enumerate(classes, start=1)]

    @property
    def records(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Its programme by its id, and a part of it where it has one."""
        title, classes = self.written["what"], {"classes": self.classes} if self.classes else {}
        yield self.id, {"title": title, **self.written.get("program", {}), **classes}
        if "part" in self.written:
            yield f"{self.id}-phan", {"title": f"{title}: phần", "part_of": self.id, **self.written["part"]}

    @property
    def days(self) -> list[str]:
        """The days that the table tells of."""
        return [day for day in self.written["states"] if day != ALWAYS]

    def seen(self, day: str) -> Seen:
        """What is to be seen on a day, or always."""
        own = standing_of(self.written["states"][day])
        record = self.written.get("record", {}).get(day)
        return Seen(own, standing_of(record) if record else own)

    def times(self, catalogue: Catalogue) -> ClassTimes | ProgramTimes:
        """What the programme says of its time, or its only class does."""
        program = catalogue.programs[self.id]
        whole = program_times(catalogue, program)
        return class_times(program, whole, program.classes[0]) if "class" in self.written else whole


def standing_of(written: list[str]) -> Standing:
    """A standing of the table: its phase, its words, whether it has gone by, whether it is soon."""
    phase, words, *more = written
    return Standing(Phase(phase), words, over=phase == Phase.PAST or "over" in more, soon="soon" in more)


def read_cases() -> list[Case]:
    """Every case; all values are texts, as the data has them."""
    text = Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")
    # Nothing but texts comes out of the base loader.
    table = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506
    return [Case(f"truong-hop-{turn}", written) for turn, written in enumerate(table, start=1)]


CASES = read_cases()
ONE = [case for case in CASES if "classes" not in case.written]
"""The cases of one class or one programme; the others tell of a record with several classes."""
DAYS = sorted({day for case in CASES for day in case.days})


def files() -> dict[str, str]:
    """The files of a catalogue with a programme for each case, all of them for the same group."""
    records = {path: {**values, **CONFIRMED} for path, values in NAMED.items()}
    records["sources/bao.yml"].pop("sources")
    for case in CASES:
        for id, values in case.records:
            records[f"programs/{id}.yml"] = {**values, **CONFIRMED, "groups": [{"group": "moi-nguoi"}]}
    return {path: yaml.safe_dump(values, allow_unicode=True) for path, values in records.items()}


def day_of(written: str) -> date | None:
    """A day of the table."""
    return None if written == ALWAYS else date.fromisoformat(written)
