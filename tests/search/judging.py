"""What an answer to a query of queries.yml is worth: where the right record stands, and whether one stands there that must not."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

FILE = Path(__file__).with_name("queries.yml")
QUERIES: Mapping[str, Sequence[Mapping[str, Any]]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
AT_LEAST = {1: 0.95, 3: 0.99}
"""What this project's search is to reach: the shares of queries whose right record comes first, and among the first three."""


class Verdict(NamedTuple):
    """A query, the ids that answered it, the place of the first right one among them (1 is the first), and those that must not be there."""

    asked: Mapping[str, Any]
    answer: Sequence[str]
    place: int | None
    unwanted: Sequence[str]

    def is_right(self, most: int, *, strict: bool = True) -> bool:
        """Whether a right record stands among the first few; strictly, nothing that must not be there stands anywhere."""
        return self.place is not None and self.place <= most and not (strict and self.unwanted)

    def reciprocal(self, *, strict: bool = True) -> float:
        """One over the place; 0 where nothing right was found."""
        return 1 / self.place if self.place and not (strict and self.unwanted) else 0.0


def typed(asked: Mapping[str, Any]) -> str:
    """What arrives from the keyboard."""
    query: str = asked["query"]
    return unicodedata.normalize("NFD", query) if asked.get("nfd") else query


def wanted(asked: Mapping[str, Any]) -> Sequence[str]:
    """The records that are right, one as good as another."""
    found: Sequence[str] = asked.get("first") or asked["in_three"]
    return found


def judged(asked: Mapping[str, Any], answer: Sequence[str]) -> Verdict:
    """The verdict on one answer, which is all ids that were found, best first."""
    place = next((place for place, id in enumerate(answer, start=1) if id in wanted(asked)), None)
    return Verdict(asked, answer, place, [id for id in asked.get("never", ()) if id in answer])


def all_judged(catalogue: str, answers: Iterable[Sequence[str]]) -> list[Verdict]:
    """The verdicts on the answers to all queries of a catalogue, in their order."""
    return [judged(asked, answer) for asked, answer in zip(QUERIES[catalogue], answers, strict=True)]


def success(verdicts: Sequence[Verdict], most: int, *, strict: bool = True) -> float:
    """The share of queries whose right record stands among the first few."""
    return sum(verdict.is_right(most, strict=strict) for verdict in verdicts) / len(verdicts)


def told(verdict: Verdict) -> str:
    """A failure in a few lines: what was typed, what was found, what should have been."""
    asked = verdict.asked
    lines = [
        f"{asked['sort']}: «{asked['query']}»",
        *(f"  {place}. {id}" for place, id in enumerate(verdict.answer[:3], start=1)),
    ]
    if not verdict.is_right(1, strict=False):
        where = f"stands at {verdict.place}" if verdict.place else "was not found"
        lines.append(
            f"  {'first' if 'first' in asked else 'among three'} should be {' or '.join(wanted(asked))}: {where}"
        )
    lines += [f"  must not be found: {id}, at {verdict.answer.index(id) + 1}" for id in verdict.unwanted]
    return "\n".join(lines)
