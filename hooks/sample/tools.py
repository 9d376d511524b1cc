"""The tools that the records of a kind are made with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sample.chance import Chance, Item
from sample.days import Calendar
from sample.evidence import Evidence, adjustment, confirmation
from sample.model import SampleRecord, Values
from sample.names import Names
from sample.recipe import Recipe
from sample.words import capitalized, listed_names, words

SERVICES = ("cadre", "civil_servant", "public_employee", "non_specialized")
WITHIN = {"program": 20, "document": 10, "topic": 8, "group": 8, "source": 8, "organization": 8}
"""The number of records of a kind within which everything possible happens once; for other kinds, 1."""


@dataclass(frozen=True)
class Tools:
    """Calendar, names, chance and evidence, with the usual ways to use them."""

    calendar: Calendar
    names: Names
    chance: Chance
    evidence: Evidence
    _branches: dict[str, Tools] = field(default_factory=dict, init=False, repr=False)

    def apart(self, name: str) -> Tools:
        """The same tools with a stream of chance beside this one, so that a new field changes no other."""
        if name not in self._branches:
            self._branches[name] = replace(self, chance=self.chance.branch(name))
        return self._branches[name]

    def title(self, kind: str, wished: str) -> str:
        """A title that no other record of the kind has."""
        return self.names.title(kind, wished)

    def id(self, kind: str, title: str) -> str:
        """An id that no other record has."""
        return self.names.id(kind, title)

    def confirmed(self, drafts: float) -> Values:
        """Note, sources, verification and owner of a record, a draft in so many of a hundred cases."""
        return confirmation(self.chance, self.evidence, drafts)

    def adjustments(self, percent: float) -> list[Values]:
        """A change made by a document, in so many of a hundred cases."""
        apart = self.apart("adjustments")
        adjusted = self.evidence.documents and apart.maybe("adjusted", percent)
        return [adjustment(apart.chance, self.evidence)] if adjusted else []

    def reference(self, documents: Sequence[str]) -> Values:
        """One of the documents, sometimes with the place in it."""
        apart = self.apart("locators")
        located = apart.maybe("located", 45)
        return {
            "document": self.chance.favourite(documents),
            "locator": apart.sentence("locators") if located else None,
        }

    def maybe(self, question: str, percent: float, *, rare: bool = False) -> bool:
        """Yes in so many of a hundred cases. A rare question is answered with yes the first time."""
        return self.chance.maybe(question, percent, rare=rare)

    def perhaps(self, question: str, percent: float, value: Item, *, rare: bool = False) -> Item | None:
        """The value in so many of a hundred cases; else it is not known."""
        return value if self.chance.maybe(question, percent, rare=rare) else None

    def sentence(self, listed: str, **parts: object) -> str:
        """A sentence of a list, with its parts filled in."""
        return capitalized(self.chance.pick(words("prose")[listed]).format(**parts))

    def matter(self) -> str:
        """Something that can be taught."""
        return self.chance.pick(words("subjects")[self.chance.pick(tuple(words("subjects")))])

    def people(self) -> str:
        """People who can be taught."""
        return self.chance.pick(listed_names("people", self.chance.pick(SERVICES))).name

    def place_name(self) -> str:
        """Two syllables that could be the name of a place."""
        first, second = (self.chance.pick(words("places")[part][0].split()) for part in ("first", "second"))
        return f"{first} {second}" if first != second else self.place_name()


class Toolbox:
    """Hands out the tools for each kind, with the evidence that there is by then."""

    def __init__(self, recipe: Recipe) -> None:
        self.calendar = Calendar(recipe.today)
        self._seed = recipe.seed
        self._names = Names(Chance(recipe.seed, "names"))
        self._evidence = Evidence(recipe.today)

    def chance(self, stream: str, within: int = 1) -> Chance:
        """A stream of chance of its own."""
        return Chance(self._seed, stream, within)

    def tools(self, kind: str) -> Tools:
        """The tools for a kind."""
        return Tools(self.calendar, self._names, self.chance(kind, WITHIN.get(kind, 1)), self._evidence)

    def rest_on(
        self,
        sources: Sequence[SampleRecord],
        documents: Sequence[SampleRecord] = (),
        owners: Sequence[SampleRecord] = (),
    ) -> None:
        """From now on records rest on these, and have such owners."""
        ids = ([record.id for record in records] for records in (sources, documents, owners))
        self._evidence = Evidence(self.calendar.today, *ids)
