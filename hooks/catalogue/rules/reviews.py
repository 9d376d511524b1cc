"""A finding that a person has judged is told no more; a judgement whose finding is gone is told instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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

    One that names other records speaks only of problems with these.
    """
    linked = {(link.reference.kind, link.id) for link in links(record) if link.place == problem.place}
    named = linked.union(problem.beside)
    for index, review in enumerate(record.reviews):
        beside = others(review)
        if review.finding == problem.code and (not beside or (named and named <= beside)):
            yield index


def others(review: Review) -> set[tuple[str, str]]:
    """The records that a review names beside its own, by kind and id."""
    return {(link.reference.kind, link.id) for each in review.with_ for link in links(each)}


def without_finding(record: Record, place: Place, review: Review) -> Problem:
    """A review that speaks of no problem."""
    beside = ", ".join(id for _, id in sorted(others(review)))
    return tell(
        record.path,
        place,
        FaultCode.REVIEW_WITHOUT_FINDING,
        finding=review.finding,
        others=f" với {beside}" if beside else "",
    )
