"""What an answer to a query of queries.yml is worth: whether the right record stands where it should."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.tables import table_in

FILE = Path(__file__).with_name("queries.yml")
QUERIES: Mapping[str, Sequence[Mapping[str, Any]]] = table_in(FILE)
AT_LEAST = {1: 0.96, 3: 0.99}
"""The shares of queries whose right record must come first, and among the first three."""
AT_LEAST_OF_A_SORT = 0.90
"""The share of the queries of each sort whose right record must come first."""
AT_MOST_WITHOUT_RESULTS = 0.01
"""The share of queries that may find nothing; something is right for every one."""
ENOUGH = 3
"""Where no single record is the right one, one among the first three is as good as the first.

Runs before November 2026 counted such a query as answered only where one came first.
"""


class Verdict(NamedTuple):
    """What one answer to a query is worth."""

    asked: Mapping[str, Any]
    answer: Sequence[str]
    """The ids that were found, best first."""
    place: int | None
    """Where the first right one stands; 1 is the first place."""
    unwanted: Sequence[str]
    """Those that must not be there."""

    def is_right(self, most: int, *, strict: bool = True) -> bool:
        """Whether a right record is among the first few; strictly, nothing unwanted may stand anywhere."""
        few = max(most, ENOUGH) if "in_three" in self.asked else most
        return self.place is not None and self.place <= few and not (strict and self.unwanted)

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


def of_sort(verdicts: Iterable[Verdict], sort: str) -> list[Verdict]:
    """The verdicts on the queries of a sort."""
    return [verdict for verdict in verdicts if verdict.asked["sort"] == sort]


def sorts_of(verdicts: Iterable[Verdict]) -> list[str]:
    """The sorts of queries that were asked, in their order."""
    return list(dict.fromkeys(verdict.asked["sort"] for verdict in verdicts))


def left_behind(verdicts: Sequence[Verdict]) -> dict[str, float]:
    """The sorts of which too few queries have a right record first, with the share that has one."""
    shares = {sort: success(of_sort(verdicts, sort), 1) for sort in sorts_of(verdicts)}
    return {sort: share for sort, share in shares.items() if share < AT_LEAST_OF_A_SORT}


def told(verdict: Verdict) -> str:
    """A failure in a few lines: what was typed, what was found, what should have been."""
    asked = verdict.asked
    lines = [
        f"{asked['sort']}: «{asked['query']}»",
        *(f"  {place}. {id}" for place, id in enumerate(verdict.answer[:3], start=1)),
    ]
    if not verdict.is_right(1, strict=False):
        where = f"stands at {verdict.place}" if verdict.place else "was not found"
        place = "first" if "first" in asked else "among three"
        lines.append(f"  {place} should be {' or '.join(wanted(asked))}: {where}")
    lines += [f"  must not be found: {id}, at {verdict.answer.index(id) + 1}" for id in verdict.unwanted]
    return "\n".join(lines)
