"""What pages and files tell of each record and class, so that they can be held against each other.

`numbers`, `days` and `names` of a file must be among those of the page; everything else must be the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from catalogue.model.collection import Catalogue
from tests.catalogue.views.small import Published, Sheet
from tests.elements import one, words

Aspects = dict[str, Any]
AMONG = ("numbers", "days", "names")
"""Of these a page may tell more than a file."""
DUE = "Hạn gửi danh sách"
OWN = "own"
"""Stands for the page of whatever a row names, where that says more than the page of the workbook."""
ROW = "row"
"""Stands for the kind of what is known by the page that it stands on, and its name there."""
TO_DECIMAL = str.maketrans({".": None, ",": ".", "−": "-"})
WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
NUMBER = re.compile(r"(−?\d{1,3}(?:\.\d{3})+(?:,\d+)?|−?\d+(?:,\d+)?)( tỷ đồng)?")


class Key(NamedTuple):
    """A record, or one of its classes."""

    kind: str
    id: str
    class_id: str = ""


Told = Mapping[Key, Aspects]


class Form(NamedTuple):
    """A form of file: what its files tell; of which records and classes they must."""

    told: Callable[[Published], Told]
    is_due: Callable[[Key, Aspects], bool]


NOTHING: Mapping[str, Any] = {each: frozenset() for each in AMONG}
"""What the pages tell of what they do not name."""


def differences(page: Told, form: Form, published: Published) -> Iterator[str]:
    """Where the files of a form do not tell what the pages do."""
    file = form.told(published)
    due = {key for key, aspects in page.items() if form.is_due(key, aspects)}
    yield from sorted(f"{'/'.join(key)} is not told" for key in due - file.keys())
    for key, aspects in file.items():
        for aspect, value in aspects.items():
            shown = page.get(key, NOTHING)[aspect]
            if not (value <= shown if aspect in AMONG else value == shown):
                told = value - shown if aspect in AMONG else value
                yield f"{'/'.join(key)} {aspect}: {told}; page: {'' if aspect in AMONG else shown}"


def by_pages(published: Published) -> Told:
    """What the pages of all records tell."""
    found: dict[Key, Aspects] = {}
    parts: dict[str, list[Sheet]] = defaultdict(list)
    for address, sheet in published.sheets.items():
        parts["".join(f"{part}/" for part in address.split("/")[:2])].append(sheet)
    names = names_by_page(published.catalogue)
    for record in published.catalogue:
        address = published.catalogue.address(record)
        own = published[address]
        common, draft = deadline_in(own.tree), {"is_draft": is_told_draft(own)}
        found[Key(record.kind, record.id)] = of_record(own, parts[address], names) | draft
        for row in own.tree.iter("tr"):
            if row.get("id"):
                found[Key(record.kind, record.id, str(row.get("id")))] = of_class(row, common) | draft
        add_allocations(found, record.kind, record.id, own)
        for name in {record.title, published.catalogue.name(record)}:
            add_named(found, name, parts[address])
    for place, sheets in parts.items():
        if place.startswith(("ke-hoach/", "nam/", "don-vi/")):
            add_rows(found, place, sheets)
    return found


def add_rows(found: dict[Key, Aspects], place: str, sheets: Iterable[Sheet]) -> None:
    """Add what the rows of tables and the entries of lists say, by the names that they begin with."""
    for row in (each for sheet in sheets for each in sheet.tree.iter() if each.tag in {"tr", "li"}):
        link = next(row.iter("a"), None)
        head = next(row.iter("th"), row)
        for name in {words(head), *([words(link)] if link is not None else [])}:
            add_text(found, Key(ROW, place, named(name)), words(row), row.iter("time"))


def names_by_page(catalogue: Catalogue) -> Mapping[str, str]:
    """The names of each record in full, by its page: a page that leads there may say a short one."""
    return {catalogue.address(each): f"{each.title} {catalogue.name(each)}" for each in catalogue}


def of_record(own: Sheet, parts: Iterable[Sheet], names: Mapping[str, str]) -> Aspects:
    """What the pages of a record tell; `names` are those of the records that they lead to."""
    text = " ".join([own.page.title, *(sheet.text for sheet in parts)])
    times = (each.get("datetime") for sheet in parts for each in sheet.tree.iter("time"))
    return {
        "title": words(one(own.tree, "h1")),
        "numbers": numbers_in(text),
        "days": whole_days(times),
        "names": Within(
            " ".join([text, *(names.get(each, "") for sheet in parts for each in sheet.pages_linked)])
        ),
    }


def add_named(found: dict[Key, Aspects], name: str, sheets: Iterable[Sheet]) -> None:
    """Add what the pages of a record say to what is told of all records of its name."""
    for sheet in sheets:
        add_text(found, Key(ROW, OWN, named(name)), sheet.text, sheet.tree.iter("time"))


def add_text(found: dict[Key, Aspects], key: Key, text: str, times: Iterable[Element]) -> None:
    """Add the numbers and days of a text."""
    told = found.setdefault(key, {"numbers": frozenset(), "days": frozenset(), "names": Within()})
    told["numbers"] |= numbers_in(text)
    told["days"] |= whole_days(each.get("datetime") for each in times)
    told["names"] = Within(key.class_id)


def is_told_draft(sheet: Sheet) -> bool:
    """Whether the page of a record says at its head that it is a draft."""
    return any("notice--draft" in str(each.get("class")) for each in sheet.tree.iter("div"))


class Within(str):
    """A text that holds names: a set of them is less than it if all stand in it."""

    def __ge__(self, names: Any) -> bool:
        return all(" ".join(name.split()) in self for name in names)

    def __rsub__(self, names: Any) -> set[str]:
        return {name for name in names if " ".join(name.split()) not in self}


def numbers_in(text: str) -> frozenset[Decimal]:
    """The numbers in a text as Vietnamese writes them; money is one of millions, as in the data."""
    found = ((Decimal(each.translate(TO_DECIMAL)), in_billions) for each, in_billions in NUMBER.findall(text))
    return frozenset(value * 1000 if in_billions else value for value, in_billions in found)


def whole_days(values: Iterable[Any]) -> frozenset[str]:
    """Those of some dates that have day, month and year."""
    return frozenset(str(value) for value in values if value and WHOLE_DAY.fullmatch(str(value)))


def of_class(row: Element, common: str) -> Aspects:
    """What the row of a class tells; `common` is the deadline that holds where the class has none."""
    cells = {str(cell.get("data-label")): cell for cell in row.iter("td")}
    times = {
        label: [str(each.get("datetime")) for each in cell.iter("time")] for label, cell in cells.items()
    }
    due = next(iter(whole_days(times[DUE][:1])), "") if DUE in cells else common
    return {
        "name": words(one(row, "th")),
        "time": whole_days(times.get("Thời gian", ())),
        "seats": numbers_in(words(cells["Chỉ tiêu"])) if "Chỉ tiêu" in cells else frozenset(),
        "people": numbers_in(words(cells["Đã thực hiện"])) if "Đã thực hiện" in cells else frozenset(),
        "due": due,
        "allocations": {},
    }


def deadline_in(page: Element) -> str:
    """The deadline of a programme, that of all of its classes; empty where no whole day is known."""
    for row in page.iter("div"):
        if row.get("data-deadlines") is not None:
            return next(iter(whole_days(each.get("datetime") for each in list(row.iter("time"))[:1])), "")
    return ""


def add_allocations(found: Mapping[Key, Aspects], kind: str, id: str, sheet: Sheet) -> None:
    """Read to which bodies each class gives its seats: the row behind that of the class says so."""
    latest = ""
    for row in sheet.tree.iter("tr"):
        latest = str(row.get("id") or latest)
        for said in row.iter("p") if row.get("class") == "remark" else ():
            if (said.text or "").startswith("Phân bổ chỉ tiêu"):
                found[Key(kind, id, latest)]["allocations"] = {
                    sheet.resolved(str(link.get("href"))).split("/")[1]: min(numbers_in(link.tail or ""))
                    for link in said.iter("a")
                }


def named(name: object) -> str:
    """What a row is called, whatever stands before its name."""
    words = " ".join(str(name).removeprefix("trong đó: ").split())
    return words.partition(";")[0] if words.startswith("Cộng (") else words
