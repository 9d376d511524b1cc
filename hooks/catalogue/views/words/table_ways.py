"""Where in records stands what has rows of its own, as the model says; and how it is found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel

from catalogue.model.kinds import KINDS, Kind
from catalogue.model.parts import (
    Adjustment,
    Audience,
    Citation,
    Class,
    Figure,
    LegalBasis,
    Module,
    Part,
    ReportRow,
    Succession,
)
from catalogue.model.reviews import NamedRecord, Review
from catalogue.model.shape import holding, value_of


class ItemSort(NamedTuple):
    """What stands in lists of records: its model, its table, the word for one of it, and in Vietnamese."""

    model: type[BaseModel]
    table: str
    one: str
    title: str
    grain: str

    def is_it(self, model: type[BaseModel]) -> bool:
        """Whether a model is that of this."""
        return model is self.model


ITEMS: tuple[ItemSort, ...] = (
    ItemSort(Class, "classes", "class", "Lớp", "lớp"),
    ItemSort(
        Audience,
        "program_groups",
        "program_group",
        "Đối tượng của chương trình",
        "đối tượng của một chương trình",
    ),
    ItemSort(Module, "modules", "module", "Khối lượng", "học phần, chuyên đề của một chương trình"),
    ItemSort(Figure, "figures", "figure", "Số nguồn nêu", "con số mà nguồn nêu"),
    ItemSort(Part, "figure_parts", "figure_part", "Phần của số nguồn nêu", "phần của một con số"),
    ItemSort(LegalBasis, "legal_bases", "legal_basis", "Căn cứ", "căn cứ của một chương trình, kế hoạch"),
    ItemSort(
        Succession, "successions", "succession", "Đơn vị tiếp nhận", "đơn vị tiếp nhận việc của đơn vị khác"
    ),
    ItemSort(ReportRow, "report_rows", "report_row", "Dòng của bảng số liệu", "dòng của một bảng số liệu"),
    ItemSort(
        Citation, "citations", "citation", "Nguồn của từng mục", "chỗ trong nguồn hay văn bản mà mục dựa vào"
    ),
    ItemSort(Adjustment, "adjustments", "adjustment", "Điều chỉnh", "lần điều chỉnh của một mục"),
    ItemSort(Review, "reviews", "review", "Đã rà soát", "lời rà soát của một mục"),
    ItemSort(
        NamedRecord,
        "review_records",
        "review_record",
        "Mục nêu trong lời rà soát",
        "mục mà lời rà soát nhắc tới",
    ),
)
"""What has rows of its own, wherever it stands; the model says where."""


class FoundItem(NamedTuple):
    """Something in a list of a record: where it stands (`figures.0`), and what it lies in."""

    place: str
    item: Any
    above: FoundItem | None


class WayToItems(NamedTuple):
    """The keys that lead from a record of a kind to a list of items, and the items that these lie in."""

    kind: Kind
    keys: tuple[str, ...]
    above: ItemSort | None


def ways_to(item: ItemSort) -> Iterator[WayToItems]:
    """All ways that lead to items."""
    for kind in KINDS.values():
        yield from ways_below(item, kind, kind.model)


def ways_below(
    item: ItemSort,
    kind: Kind,
    model: type[BaseModel],
    keys: tuple[str, ...] = (),
    above: ItemSort | None = None,
) -> Iterator[WayToItems]:
    """The ways that lead from a group of fields to items."""
    for key, shape in holding(model, item.is_it):
        if shape.item and shape.item.model is item.model:
            yield WayToItems(kind, (*keys, key), above)
        inner = (shape.item or shape).model
        if inner:
            holder = next((each for each in ITEMS if each.is_it(inner)), above) if shape.item else above
            yield from ways_below(item, kind, inner, (*keys, key), holder)


def found_in(
    holder: Any, keys: Sequence[str], place: str = "", above: FoundItem | None = None
) -> Iterator[FoundItem]:
    """What stands in a record, or in a group of it, where some keys lead."""
    key, *others = keys
    value = value_of(holder, key)
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            found = FoundItem(f"{place}{key}.{index}", item, above)
            if others:
                yield from found_in(item, others, f"{found.place}.", found)
            else:
                yield found
    elif value is not None:
        yield from found_in(value, others, f"{place}{key}.", above)


def many_in(holder: Any, keys: Sequence[str]) -> int:
    """How many items stand in a record, or in a group of it, where some keys lead."""
    key, *others = keys
    value = value_of(holder, key)
    if not others or not value:
        return len(value or ())
    return sum(many_in(item, others) for item in (value if isinstance(value, tuple) else (value,)))
