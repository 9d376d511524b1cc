"""What a body has to do for classes: those that name it or its collective, and its seats in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from catalogue.language.vocabulary import OrganizationCategory
from catalogue.model.collection import Catalogue
from catalogue.model.deadlines import Deadline, due
from catalogue.model.parts import Class
from catalogue.model.program import Program
from catalogue.model.records import Organization
from catalogue.model.standing import CALLED_OFF
from catalogue.problems.problem import Place


class Duty(NamedTuple):
    """A class that a body has seats in or must send people to, by its position in its programme.

    It has no position where the programme names no class, and no deadline where none is told. `sends` tells
    that the programme names the body as who sends people, `seats` are the body's own. Where a collective is
    named in its place, `through` is that, and `shared` the seats of all who belong to it.
    """

    program: Program
    position: int | None
    each: Class | None
    deadline: Deadline | None
    sends: bool
    seats: int | None = None
    through: Organization | None = None
    shared: int | None = None

    @property
    def sends_itself(self) -> bool:
        """Whether the body itself is named as who sends people, and no collective that it belongs to."""
        return self.sends and self.through is None

    @property
    def is_called_off(self) -> bool:
        """Whether the class was put off or cancelled."""
        return self.each is not None and self.each.state in CALLED_OFF


class ForCollective(NamedTuple):
    """A collective that has something to do, and how many programmes say so."""

    body: Organization
    programs: int


def duties_naming(catalogue: Catalogue, body: Organization) -> list[Duty]:
    """The classes that name a body: first those with seats for it, then those that it must send people to."""
    places = places_naming(catalogue, body)
    sending = {program.id for program, place in places if place == ("nomination", "by")}
    allocated = [
        allocation(program, int(place[1]), body.id, program.id in sending)
        for program, place in places
        if place[-2:-1] == ("allocations",)
    ]
    sent = [duty for program, place in places if place == ("nomination", "by") for duty in to_send(program)]
    return [*allocated, *sent]


def places_naming(catalogue: Catalogue, body: Organization) -> list[tuple[Program, Place]]:
    """Where programmes name a body. Drafts do not count."""
    return [
        (each.record, each.place)
        for each in catalogue.backlinks.get(("organization", body.id), ())
        if isinstance(each.record, Program) and not each.record.is_draft
    ]


def allocation(program: Program, position: int, body: str, sends: bool) -> Duty:
    """A class that has seats for a body."""
    each = program.classes[position]
    return Duty(program, position, each, due(program, each).deadline, sends, each.allocations[body])


def to_send(program: Program) -> list[Duty]:
    """What the body has to do that a programme names as who sends people: its classes, or the programme."""
    return [
        Duty(program, position, each, due(program, each).deadline, sends=True)
        for position, each in enumerate(program.classes)
    ] or [Duty(program, None, None, due(program, None).deadline, sends=True)]


def collectives_of(catalogue: Catalogue, body: Organization) -> Iterator[Organization]:
    """The collectives that a body belongs to: its parent where that is one, and what that belongs to."""
    above = catalogue.organizations.get(body.parent or "")
    while above and above.category is OrganizationCategory.COLLECTIVE:
        yield above
        above = catalogue.organizations.get(above.parent or "")


def duties_through(catalogue: Catalogue, collective: Organization) -> Iterator[Duty]:
    """What a collective is named for, as duties of each body that belongs to it.

    A class that gives its seats to others than the collective is none of theirs.
    """
    for duty in duties_naming(catalogue, collective):
        if duty.seats is not None or not (duty.each and duty.each.allocations):
            yield duty._replace(through=collective, seats=None, shared=duty.seats)


def busy_collectives(catalogue: Catalogue) -> list[ForCollective]:
    """The collectives that have something to do, those named by most programmes first."""
    bodies = catalogue.organizations.values()
    collectives = [each for each in bodies if each.category is OrganizationCategory.COLLECTIVE]
    found = [
        ForCollective(each, len({duty.program.id for duty in duties_naming(catalogue, each)}))
        for each in collectives
    ]
    return sorted((each for each in found if each.programs), key=lambda each: -each.programs)


def perhaps_through(
    catalogue: Catalogue, body: Organization, busy: Iterable[ForCollective]
) -> list[ForCollective]:
    """The collectives of some that a body may belong to, where it is none and is not said to be in any."""
    if body.category is OrganizationCategory.COLLECTIVE or any(collectives_of(catalogue, body)):
        return []
    return [each for each in busy if may_hold(each.body, body)]


def may_hold(collective: Organization, body: Organization) -> bool:
    """Whether a body may belong to a collective: no level, block or life span says otherwise."""
    same_level = None in (collective.level, body.level) or collective.level is body.level
    apart = collective.blocks and body.blocks and not set(collective.blocks) & set(body.blocks)
    follows = ended_before(collective, body) or ended_before(body, collective)
    return bool(same_level and not apart and not follows)


def ended_before(one: Organization, other: Organization) -> bool:
    """Whether one body ended in a year before another began."""
    return bool(one.end and one.end.year and other.start and one.end.year < (other.start.year or 0))
