"""Overlaps on the sample: a hundred planted in ten ways are found, and most of what is listed is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from catalogue.findings.bodies import Bodies
from catalogue.findings.comparing import lacks
from catalogue.findings.overlaps import overlaps
from catalogue.language.vocabulary import Block, Level
from catalogue.model.collection import Catalogue
from catalogue.model.parts import Audience
from catalogue.model.program import Program
from catalogue.model.spans import Period
from catalogue.model.standing import is_held
from sample.chance import Chance
from tests.examples import PROVING
from tests.tables import table_in

JUDGED = table_in(Path(__file__).with_name("overlaps.yml"))
DRAWN, LEAST_RIGHT = 60, 0.8
OF_EACH_WAY, LEAST_FOUND = 10, 95
SEEDS = range(1, 9) if PROVING else range(1, 2)

Fields = Mapping[str, Any]
Change = Callable[[Catalogue, Program], Fields | None]
"""What makes a programme another that may overlap with it; none where it can't be done so."""


def test_four_of_five_listed_pairs_are_right(thousand: Catalogue):
    """A person has judged sixty pairs that were drawn by lot. Where others are drawn now, judge these."""
    listed = sorted(tuple(sorted(each.id for each in pair.programs)) for pair in overlaps(thousand).pairs)
    drawn = Chance(DRAWN, "overlaps").some(listed, DRAWN, DRAWN)
    assert {(each["one"], each["other"]) for each in JUDGED} == set(drawn)
    assert sum("but" not in each for each in JUDGED) >= LEAST_RIGHT * DRAWN


def same(_: Catalogue, program: Program) -> Fields:
    return {"title": program.title}


def swapped(_: Catalogue, program: Program) -> Fields | None:
    words = program.title.split()
    middle = len(words) // 2
    return {"title": " ".join([*words[middle:], *words[:middle]])} if len(words) > 5 else None


def longer(_: Catalogue, program: Program) -> Fields:
    words = program.title.split()
    return {"title": " ".join([*words[: len(words) // 2], "thiết thực", *words[len(words) // 2 :]])}


def shortened(catalogue: Catalogue, program: Program) -> Fields | None:
    forms = {each.long: each.short for each in catalogue.abbreviations}
    return with_words(program, forms)


def worded_otherwise(_: Catalogue, program: Program) -> Fields | None:
    """In everyday words, as the tables of search have them."""
    return with_words(program, {"trực tuyến": "online", "trí tuệ nhân tạo": "AI", "chứng chỉ": "bằng"})


def with_words(program: Program, forms: Mapping[str, str]) -> Fields | None:
    """The title with one of some words in its other form."""
    found = next((words for words in forms if words in program.title), None)
    return {"title": program.title.replace(found, forms[found])} if found else None


def narrower(catalogue: Catalogue, program: Program) -> Fields | None:
    named = {audience.group for audience in program.groups}
    within = [
        group.id for group in catalogue.groups.values() if group.parent in named and group.id not in named
    ]
    return {"groups": (Audience.model_validate({"group": within[0]}),)} if within else None


def of_other_blocks(_: Catalogue, program: Program) -> Fields:
    return {"blocks": tuple(block for block in Block if block not in program.blocks)[:1]}


def shifted(catalogue: Catalogue, program: Program) -> Fields:
    year = catalogue.years(program)[0]
    return {"period": Period.model_validate({"start": f"{year}-07", "end": f"{year + 1}-06"})}


def led_by_nobody(catalogue: Catalogue, program: Program) -> Fields | None:
    body = others(catalogue, program)[0]
    return None if program.organizers else {"lead": None, "organizers": (body,)}


def without_field(_: Catalogue, program: Program) -> Fields | None:
    return {"fields": ()} if program.fields and program.content else None


WAYS: Mapping[str, Change] = {
    "the same": same,
    "words swapped": swapped,
    "a word more": longer,
    "a short form": shortened,
    "everyday words": worded_otherwise,
    "a narrower group": narrower,
    "other blocks": of_other_blocks,
    "another time": shifted,
    "by organizers": led_by_nobody,
    "by content": without_field,
}


def others(catalogue: Catalogue, program: Program) -> list[str]:
    """The bodies of the city that are not in a programme, nor the same as one that is."""
    bodies = Bodies(catalogue)
    own = bodies.acting(catalogue.organizations.keys() & {program.lead, *program.organizers})
    city = (body.id for body in catalogue.organizations.values() if body.level is Level.CITY)
    return [id for id in city if bodies.acting([id]).is_apart(own)]


def planted(catalogue: Catalogue, seed: int) -> Iterator[tuple[str, Program, Program]]:
    """Programmes drawn by lot, each with one that may overlap with it, and the way that this was made."""
    comparable = [
        each for each in catalogue.programs.values() if is_held(each) and not [*lacks(catalogue, each)]
    ]
    left = Chance(seed, "planted").some(comparable, len(comparable), len(comparable))
    numbers = count()
    for way, change in WAYS.items():
        able = [(each, fields) for each in left if (fields := change(catalogue, each)) is not None]
        for program, fields in able[:OF_EACH_WAY]:
            left.remove(program)
            id = f"trong-{next(numbers)}"
            kin = dict.fromkeys(("repeats", "part_of", "perhaps_part_of"))
            own = {**kin, "lead": others(catalogue, program)[0], "organizers": (), **fields}
            yield way, program, program.model_copy(update=own).placed("program", id, f"programs/{id}.yml")


@pytest.mark.proved
@pytest.mark.parametrize("seed", SEEDS)
def test_overlaps_that_were_planted_are_found(thousand: Catalogue, seed: int):
    couples = list(planted(thousand, seed))
    assert Counter(way for way, _, _ in couples) == dict.fromkeys(WAYS, OF_EACH_WAY)
    programs = {**thousand.programs, **{new.id: new for _, _, new in couples}}
    found = {
        frozenset(each.id for each in pair.programs)
        for pair in overlaps(replace(thousand, programs=programs)).pairs
    }
    missed = [(way, old.title, new.title) for way, old, new in couples if {old.id, new.id} not in found]
    assert len(couples) - len(missed) >= LEAST_FOUND, missed
