"""What whoever makes the records of one kind has at hand."""

from __future__ import annotations

from dataclasses import dataclass

from sample.days import Calendar
from sample.draw import Draw
from sample.entry import Values
from sample.evidence import Evidence, confirmation
from sample.names import Names
from sample.words import capitalized, tagged, words

PEOPLE = ("cadre", "civil_servant", "public_employee", "non_specialized")


@dataclass(frozen=True)
class Desk:
    """The calendar, the titles and ids that are taken, a stream of chance, and what records rest on; with the shortest ways to use them."""

    calendar: Calendar
    names: Names
    draw: Draw
    evidence: Evidence

    def title(self, kind: str, wished: str) -> str:
        """A title of its own."""
        return self.names.title(kind, wished)

    def id(self, kind: str, title: str) -> str:
        """An id of its own."""
        return self.names.id(kind, title)

    def confirmed(self, drafts: float = 10) -> Values:
        """Note, sources, verification and owner; so many in a hundred are drafts."""
        return confirmation(self.draw, self.evidence, drafts)

    def maybe(self, name: str, percent: float, *, rare: bool = False) -> bool:
        """Whether something is so, so many times in a hundred; what is rarely asked is so the first time."""
        return self.draw.maybe(name, percent, rare=rare)

    def sentence(self, listed: str, **parts: object) -> str:
        """A sentence of a list with its parts put in."""
        return capitalized(self.draw.pick(words("prose")[listed]).format(**parts))

    def matter(self) -> str:
        """Something that can be taught."""
        return self.draw.pick(words("subjects")[self.draw.pick(tuple(words("subjects")))])

    def people(self) -> str:
        """People who can be taught."""
        return self.draw.pick(tagged("people", self.draw.pick(PEOPLE))).name

    def place_name(self) -> str:
        """Two syllables that could be a place."""
        first, second = (self.draw.pick(words("places")[part][0].split()) for part in ("first", "second"))
        return f"{first} {second}" if first != second else self.place_name()
