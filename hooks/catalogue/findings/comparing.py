"""What of a programme is compared with others: for whom, about what, when, by whom; what it lacks for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from catalogue.findings.bodies import Acting, Bodies
from catalogue.findings.coverage import holding
from catalogue.findings.kinship import Kinship
from catalogue.findings.likeness import Rarity, SyllablePair, Weighed, WordedTitle, Wording
from catalogue.language.vocabulary import Level, Vocabulary
from catalogue.model.collection import Catalogue
from catalogue.model.program import Program


class Lack(Vocabulary):
    """What a programme does not say that has to be known to compare it."""

    GROUP = "group", "đối tượng"
    MATTER = "matter", "lĩnh vực, nội dung"
    BODY = "body", "đơn vị chủ trì, tổ chức"
    TIME = "time", "thời gian"


class Comparable(NamedTuple):
    """What of a programme is compared.

    `leading` is its lead, else its organizers, `acting` both, `homes` where it is local. `within` are its
    groups and all that hold them, `matters` its fields and contents.
    """

    program: Program
    leading: Acting
    acting: Acting
    homes: frozenset[tuple[Level, str]]
    groups: frozenset[str]
    within: frozenset[str]
    matters: frozenset[str]
    years: Sequence[int]
    kin: frozenset[str]
    title: Weighed


def lacks(catalogue: Catalogue, program: Program) -> Iterator[Lack]:
    """What a programme does not say, and would have to."""
    said = {
        Lack.GROUP: program.groups,
        Lack.MATTER: program.fields or program.content,
        Lack.BODY: program.lead or program.organizers,
        Lack.TIME: catalogue.years(program),
    }
    return (lack for lack, values in said.items() if not values)


def comparables(catalogue: Catalogue, programs: Collection[Program]) -> list[Comparable]:
    """Programmes that lack nothing, as they are compared. What is rare is told by their titles."""
    making = Making(catalogue)
    titles = [making.wording.worded(program.title) for program in programs]
    rarity = Rarity(titles)
    return [making.comparable(*each, rarity) for each in zip(programs, titles, strict=True)]


class Making:
    """Makes comparables. What many of them share, a group or a body, is looked at once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.bodies = Bodies(catalogue)
        self.kinship = Kinship(catalogue)
        self.wording = Wording(catalogue.abbreviations)
        self.within = {id: frozenset({id, *holding(catalogue, id)}) for id in catalogue.groups}
        self.names = {
            id: frozenset(self.wording.worded(group.title).pairs) for id, group in catalogue.groups.items()
        }
        self.named: dict[frozenset[str], frozenset[SyllablePair]] = {}

    def comparable(self, program: Program, title: WordedTitle, rarity: Rarity) -> Comparable:
        """A programme as it is compared. The words of its title that name its groups are said by these."""
        leading = [program.lead] if program.lead else program.organizers
        groups = frozenset(audience.group for audience in program.groups)
        within = groups.union(*(self.within[id] for id in groups))
        return Comparable(
            program,
            self.bodies.acting(leading),
            self.bodies.acting({*leading, *program.organizers}),
            self.bodies.homes(leading),
            groups,
            within,
            frozenset({*program.fields, *program.content}),
            self.catalogue.years(program),
            self.kinship.of(program),
            rarity.weighed(title, self.names_of(within)),
        )

    def names_of(self, groups: frozenset[str]) -> frozenset[SyllablePair]:
        """The pairs in the names of groups."""
        if groups not in self.named:
            self.named[groups] = frozenset[SyllablePair]().union(*(self.names[id] for id in groups))
        return self.named[groups]
