"""Reviews of pairs: two programmes that may overlap, or whose classes clash, and who has looked at them.

Pages tell of such pairs and the check does not. Only what a review may speak of is told here, so that a
review of a pair that is none is found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from catalogue.findings.clashes import Clash, clashes_of_programs
from catalogue.findings.overlaps import Overlap, overlaps_of_programs
from catalogue.model.collection import Catalogue
from catalogue.model.program import Program
from catalogue.model.reviews import Review
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, tell
from catalogue.rules.reviews import reviews_of

OF_PAIRS: Mapping[FaultCode, Callable[[Catalogue], Mapping[str, Sequence[Overlap | Clash]]]] = {
    FaultCode.PROGRAMS_OVERLAP: overlaps_of_programs,
    FaultCode.CLASSES_CLASH: clashes_of_programs,
}
"""What finds the pairs that a review with a code can speak of."""


def what_is_reviewed_of_pairs_is_found(catalogue: Catalogue) -> Iterator[Problem]:
    """A review of a pair of programmes speaks of one that is found; none is looked for without a review."""
    for program in catalogue.programs.values():
        for code in {review.finding for review in program.reviews} & OF_PAIRS.keys():
            pairs: Sequence[Overlap | Clash] = catalogue.once(OF_PAIRS[code]).get(program.id, ())
            yield from (remark(code, program, pair) for pair in pairs)


def remark(code: FaultCode, program: Program, pair: Overlap | Clash) -> Problem:
    """What is to be looked at in one programme of a pair."""
    one, other = pair.programs
    beside = other if program is one else one
    told = tell(program.path, (), code, title=beside.title, id=beside.id)
    return replace(told, beside=((beside.kind, beside.id),))


def judgements_of_pair(pair: Overlap | Clash) -> list[Review]:
    """The reviews that speak of a pair, in either of its programmes, the oldest first."""
    code = FaultCode.PROGRAMS_OVERLAP if isinstance(pair, Overlap) else FaultCode.CLASSES_CLASH
    found = [
        program.reviews[turn]
        for program in pair.programs
        if program.reviews
        for turn in reviews_of(program, remark(code, program, pair))
    ]
    return sorted(found, key=lambda review: review.day.written)
