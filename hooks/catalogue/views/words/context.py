"""What every view is given: the catalogue, what comes from outside it, and the words for both."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from catalogue.changes.concerning import Concerning, concerning
from catalogue.changes.history import History
from catalogue.model.collection import Catalogue
from catalogue.model.record import Record
from catalogue.page import Publication
from catalogue.views.words.calendar_events import CalendarEvents
from catalogue.views.words.downloads import Offer, Seal
from catalogue.views.words.duties import ClassHeads
from catalogue.views.words.entries import Entries
from catalogue.views.words.history import HistoryWords
from catalogue.views.words.phrases import Phrases
from catalogue.views.words.table_parts import Table
from catalogue.views.words.tables import tables_of


@dataclass(frozen=True)
class Context:
    """All that a view knows: no clock, no disk, no network, no git. The same context gives the same bytes."""

    catalogue: Catalogue
    publication: Publication
    history: History = field(default_factory=History)
    downloads: dict[str, tuple[Offer, ...]] = field(default_factory=dict)
    """The files that each page offers: pages are planned once these are known."""

    def address(self, record: Record) -> str:
        """The whole address of a record's page; empty where nobody knows where the site stands."""
        return self.publication.address and self.publication.address + self.catalogue.address(record)

    @cached_property
    def seals(self) -> dict[str, Seal]:
        """The size and the checksum of published files by their addresses, each worked out once."""
        return {}

    @cached_property
    def phrases(self) -> Phrases:
        """Values of the catalogue in words, with links to its records."""
        return Phrases(self.catalogue)

    @cached_property
    def entries(self) -> Entries:
        """Records as entries of lists, each made once."""
        return Entries(self.phrases)

    @cached_property
    def calendar_events(self) -> CalendarEvents:
        """What happens as events of calendars, each made once."""
        return CalendarEvents(self.phrases, self.publication, self.history)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The catalogue as flat tables, whose rows are made once for all the files that hold them."""
        return tuple(table.kept() for table in tables_of(self.catalogue, self.publication))

    @cached_property
    def class_heads(self) -> ClassHeads:
        """What desks say of classes, each made once."""
        return ClassHeads(self.phrases)

    @cached_property
    def told_history(self) -> HistoryWords:
        """The history of the data in words."""
        return HistoryWords(self.phrases, self.history)

    @cached_property
    def concerning(self) -> Concerning:
        """Which commits concern each body, group and plan."""
        return concerning(self.history, self.catalogue)
