"""Reviews of pairs in a sample city: some of those that are found there have been looked at by a person.

The sample itself has none, since which pairs it holds is known only when all of it is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from catalogue.findings.clashes import Clash, clashes
from catalogue.findings.overlaps import Overlap, overlaps
from catalogue.load import load
from catalogue.model.collection import Catalogue
from catalogue.problems.codes import FaultCode
from sample.chance import Chance

IN_A_HUNDRED = 4
REASONS: Mapping[FaultCode, str] = {
    FaultCode.PROGRAMS_OVERLAP: "Hai đợt khác nhau, đã hỏi hai đơn vị chủ trì; người học không trùng.",
    FaultCode.CLASSES_CLASH: "Đơn vị cử người khác nhau tới hai lớp, không ai phải học cả hai.",
}
FINDERS: Mapping[FaultCode, Callable[[Catalogue], Sequence[Overlap | Clash]]] = {
    FaultCode.PROGRAMS_OVERLAP: lambda catalogue: overlaps(catalogue).pairs,
    FaultCode.CLASSES_CLASH: clashes,
}


def review_some(folder: Path, seed: int = 1) -> None:
    """Write reviews of some pairs of each sort into their programmes; the first pair is reviewed twice."""
    catalogue = load(folder).catalogue
    assert catalogue
    bodies = sorted(catalogue.organizations)
    seen = {program.id for program in catalogue.programs.values() if program.reviews}
    for code, find in FINDERS.items():
        chance = Chance(seed, f"reviewed {code}")
        for turn, pair in enumerate(some(chance, find(catalogue), seen)):
            one, other = (program.id for program in pair.programs)
            for here, there in ((one, other), (other, one))[: 1 if turn else 2]:
                path = folder / catalogue.programs[here].path.removeprefix(f"{folder.as_posix()}/")
                with path.open("a", encoding="utf-8") as file:
                    file.write(review(code, there, chance.pick(bodies)))


def some(chance: Chance, pairs: Sequence[Overlap | Clash], seen: set[str]) -> Iterator[Overlap | Clash]:
    """Some pairs, none of a programme that has reviews already: `seen`, and those that get one."""
    for pair in pairs:
        ids = {program.id for program in pair.programs}
        if seen.isdisjoint(ids) and chance.maybe("reviewed", IN_A_HUNDRED, rare=True):
            seen |= ids
            yield pair


def review(code: FaultCode, beside: str, by: str) -> str:
    """A review as it stands in the file of a programme."""
    return (
        f"reviews:\n  - finding: {code}\n    with: [{{program: {beside}}}]\n"
        f"    reason: {REASONS[code]}\n    by: {by}\n    day: 2026-11-02\n"
    )
