"""Bodies beside each other: which are the same under two names, and which work at two places."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple, TypeAlias

from catalogue.language.vietnamese import canonical
from catalogue.language.vocabulary import Level, OrganizationCategory
from catalogue.model.collection import Catalogue

LOCAL = {Level.DISTRICT, Level.COMMUNE, Level.GRASSROOTS}
"""The levels at which a body teaches the people of its own territory."""
Home: TypeAlias = tuple[Level, str]
"""Where a local body works: its level and its territory."""


class Acting(NamedTuple):
    """Some bodies; and these with those who took over from them, and the collectives that they belong to."""

    bodies: frozenset[str]
    kept_by: frozenset[str]

    def is_apart(self, other: Acting) -> bool:
        """Whether no body is in both, be it under another name."""
        return self.bodies.isdisjoint(other.kept_by) and other.bodies.isdisjoint(self.kept_by)


class Bodies:
    """Tells of bodies what several programmes ask; each body is looked at once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.known: dict[str, frozenset[str]] = {}
        self.together: dict[frozenset[str], Acting] = {}
        self.located: dict[str, Home | None] = {}

    def acting(self, bodies: Collection[str]) -> Acting:
        """Some bodies, with what they are the same as."""
        named = frozenset(bodies)
        found = self.together.get(named)
        if found is None:
            kept_by = named.union(*(self.kept_by(body) for body in named))
            found = self.together[named] = Acting(named, kept_by)
        return found

    def kept_by(self, body: str) -> frozenset[str]:
        """A body, those that took over from it at whatever remove, and the collectives of all of them."""
        if body not in self.known:
            found, open_ends = {body}, [body]
            while open_ends:
                beyond = set(self.beyond(open_ends.pop())) - found
                found |= beyond
                open_ends += beyond
            self.known[body] = frozenset(found)
        return self.known[body]

    def beyond(self, body: str) -> Iterator[str]:
        """Who took over from a body, and the collective that it belongs to."""
        record = self.catalogue.organizations[body]
        yield from (each.organization for each in record.successors)
        above = self.catalogue.organizations.get(record.parent or "")
        if above and above.category is OrganizationCategory.COLLECTIVE:
            yield above.id

    def homes(self, bodies: Collection[str]) -> frozenset[Home]:
        """The homes of some bodies; of none where one of them is not local."""
        found = [self.home(body) for body in bodies]
        return frozenset(() if None in found else [home for home in found if home])

    def home(self, body: str) -> Home | None:
        """The level and territory of a body that is local."""
        if body not in self.located:
            record = self.catalogue.organizations[body]
            level, territory = record.level, record.territory
            self.located[body] = (level, canonical(territory)) if level in LOCAL and territory else None
        return self.located[body]


def are_elsewhere(homes: Collection[Home], others: Collection[Home]) -> bool:
    """Whether bodies of one level work at places that have nothing in common."""
    levels, other_levels = ({level for level, _ in each} for each in (homes, others))
    return bool(levels) and levels == other_levels and set(homes).isdisjoint(others)
