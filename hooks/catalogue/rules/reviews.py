"""A finding that a person has judged is told no more; a judgement whose finding is gone is told instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalogue.findings.checks import Spot
from catalogue.language.vietnamese import number
from catalogue.model.collection import Records
from catalogue.model.record import Record
from catalogue.model.reviews import Review
from catalogue.model.shape import links
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Place, Problem, Severity, tell


def unreviewed(records: Records, problems: Iterable[Problem], *, all_told: bool) -> Iterator[Problem]:
    """The problems that no review of their record speaks of, and the reviews that speak of no problem.

    Of the latter nobody knows as long as not all problems are told. A remark is for pages, and told to none.
    """
    reviewed = {record.path: record for record in records if record.reviews}
    speaking: set[tuple[str, int]] = set()
    for problem in problems:
        record = reviewed.get(problem.path)
        found = list(reviews_of(record, problem)) if record else []
        speaking.update((problem.path, index) for index in found)
        if not found and problem.severity is not Severity.REMARK:
            yield problem
    for record in reviewed.values() if all_told else ():
        for index, review in enumerate(record.reviews):
            if (record.path, index) not in speaking:
                yield without_finding(record, ("reviews", index, "finding"), review)


def reviews_of(record: Record, problem: Problem) -> Iterator[int]:
    """The reviews that speak of a problem, by their turn.

    One that names other records, or a number, speaks only of problems with these.
    """
    linked = {(link.reference.kind, link.id) for link in links(record) if link.place == problem.place}
    named = linked.union(problem.beside)
    for index, review in enumerate(record.reviews):
        beside = others(review)
        speaks_of_all = not beside or (named and named <= beside)
        if review.finding == problem.code and speaks_of_all and is_about(record, problem, review):
            yield index


def is_about(record: Record, problem: Problem, review: Review) -> bool:
    """Whether a problem is told at the number that a review names; one that names none speaks of any."""
    return review.value is None or review.value == value_at(record, problem.place)


def value_at(record: Record, place: Place) -> object:
    """What stands at a place of a record."""
    *_, held = Spot(record, place).way()
    return held


def others(review: Review) -> set[tuple[str, str]]:
    """The records that a review names beside its own, by kind and id."""
    return {(link.reference.kind, link.id) for each in review.with_ for link in links(each)}


def without_finding(record: Record, place: Place, review: Review) -> Problem:
    """A review that speaks of no problem."""
    beside = ", ".join(id for _, id in sorted(others(review)))
    named = f" với {beside}" if beside else ""
    return tell(
        record.path,
        place,
        FaultCode.REVIEW_WITHOUT_FINDING,
        finding=review.finding,
        others=f"{named} về số {number(review.value)}" if review.value is not None else named,
    )
