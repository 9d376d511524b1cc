"""What the page of a body has beyond that of any record: its desk, its relations in sections, its data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from catalogue.findings.desk import confirmations, naming, newest_year
from catalogue.language.vietnamese import number
from catalogue.model.collection import Catalogue
from catalogue.model.record import Record
from catalogue.model.records import Organization
from catalogue.views.pages.desk import DeskShown, desk_shown
from catalogue.views.pages.embed import line_of_html
from catalogue.views.words.context import Context
from catalogue.views.words.phrases import in_sentence
from catalogue.views.words.roles import OF_BODY, OF_DATA, ON_DESK, is_acting


class UnderHeading(Protocol):
    """Something that stands under a heading."""

    @property
    def heading(self) -> str: ...


AnyHeaded = TypeVar("AnyHeaded", bound=UnderHeading)


class UnitSections(NamedTuple, Generic[AnyHeaded]):
    """The page of a body: its desk; its relations by section; how sure and how old its data is.

    `embedding` is the line of HTML that puts its list into another page; empty where there is none.
    """

    desk: DeskShown
    on_desk: list[AnyHeaded]
    acting: list[AnyHeaded]
    of_body: list[AnyHeaded]
    of_data: list[AnyHeaded]
    confirmed: str
    newest_year: int | None
    embedding: str


def unit_sections(
    context: Context, body: Organization, relations: Sequence[AnyHeaded]
) -> UnitSections[AnyHeaded]:
    """The sections of a body's page, its relations put into them."""
    records = naming(context.catalogue, body)
    return UnitSections(
        desk_shown(context, body),
        under(ON_DESK, relations),
        [each for each in relations if is_acting(each.heading)],
        under(OF_BODY, relations),
        under(OF_DATA, relations),
        confirmed(context.catalogue, records),
        newest_year(context.catalogue, records),
        line_of_html(context, body),
    )


def under(headings: Iterable[str], relations: Sequence[AnyHeaded]) -> list[AnyHeaded]:
    """The relations under some headings."""
    return [each for each in relations if each.heading in headings]


def confirmed(catalogue: Catalogue, records: Sequence[Record]) -> str:
    """How far the records are confirmed that name a body: «12 mục nhắc tới đơn vị: 10 theo báo chí, …»."""
    counts = confirmations(catalogue, records)
    parts = [f"{number(count)} {in_sentence(level.label)}" for level, count in counts.items()]
    return f"{number(len(records))} mục nhắc tới đơn vị: {', '.join(parts)}." if parts else ""
