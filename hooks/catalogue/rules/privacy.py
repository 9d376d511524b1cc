"""The rule of privacy: a record names offices and bodies, never how to reach a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from catalogue.language.vocabulary import Vocabulary
from catalogue.model.collection import Records
from catalogue.model.record import Record
from catalogue.model.records import Document
from catalogue.model.shape import Shape, shapes, value_of
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Place, Problem, tell

BEFORE, AFTER = r"(?<![\w./@#=-])", r"(?![\w/]|[.,-]\d)"
GAP = "[ \u00a0.\u2013-]"
PHONE = re.compile(
    rf"{BEFORE}(?:(?:\(?\+ ?84\)?{GAP}?(?:\(0\))?|\(0)\d{{1,4}}\)?|0\d{{1,4}})"
    rf"(?P<gap>{GAP}?)\d{{3,8}}(?:(?P=gap)\d{{3,4}}){{0,2}}{AFTER}"
    rf"|{BEFORE}0\d{{3}}(?P<pair>{GAP})\d\d(?:(?P=pair)\d\d){{2}}{AFTER}"
)
"""What may be a telephone number: in one run of digits or in groups, the same sign between all of them."""
NATIONAL = re.compile(r"[35789]\d{8}|2\d{9}|1[2689]\d{8}")
"""The numbers of mobiles, of offices and homes, and the older ones of mobiles, without 0 or +84."""
TWO_YEARS = re.compile(r"(?:19|20)\d\d\D(?:19|20)\d\d")
"""What makes of «03-2024-2025» the name of a class."""
MAIL = re.compile(r"[\w.+-]+@(?P<host>[\w-]+(?:\.[\w-]+)+)")
PUBLIC_HOST = re.compile(
    r"(?:gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|icloud|me|mac|aol|gmx|zoho|yandex"
    r"|proton|protonmail|tutanota|mail|zing|vnn)\.(?:com|net|org|me|[a-z]{2}|com\.[a-z]{2}|co\.[a-z]{2})"
)
"""Where anybody can have a mailbox: nothing in such an address says that an office stands behind it."""
NUMBERED = {"number", "as_printed"}
"""The fields of a document that hold its own number."""


def nobody_is_reached_in_person(records: Records) -> Iterator[Problem]:
    """No text of a record holds a telephone number or an address of a public mail service.

    The contact of a body may hold the telephone of its office; the number of a document is no telephone.
    """
    for record in records:
        for place, text in texts(record):
            if found := mailbox(text):
                yield told(record, place, "địa chỉ thư của dịch vụ thư công cộng", found)
            elif not is_number_of_office(record, place) and (found := telephone(text)):
                yield told(record, place, "số điện thoại", found)


def told(record: Record, place: Place, what: str, written: str) -> Problem:
    """What reaches a person, with what it is."""
    return tell(record.path, place, FaultCode.PERSONAL_DATA, what=what, written=written)


def is_number_of_office(record: Record, place: Place) -> bool:
    """Whether digits at a place are those of an office, or of a document."""
    return place[0] == "contact" or (isinstance(record, Document) and place[0] in NUMBERED)


def mailbox(text: str) -> str:
    """The first address of a public mail service in a text; empty where there is none."""
    found = MAIL.finditer(text) if "@" in text else ()
    return next((each[0] for each in found if PUBLIC_HOST.fullmatch(each["host"].lower())), "")


def telephone(text: str) -> str:
    """The first telephone number in a text; empty where there is none."""
    return next((each[0].strip() for each in PHONE.finditer(text) if is_telephone(each[0])), "")


def is_telephone(written: str) -> bool:
    """Whether digits are as many, and begin, as those of a telephone of this country."""
    digits = re.sub(r"\D", "", written.replace("(0)", ""))
    national = digits.removeprefix("84") if "+" in written else digits.removeprefix("0")
    return bool(NATIONAL.fullmatch(national)) and not TWO_YEARS.search(written)


def texts(holder: BaseModel, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every text in a record or in a group that stands at `place`, but for ids."""
    for key, shape in texting(type(holder)):
        value = value_of(holder, key)
        if value:
            yield from texts_in(value, shape, (*place, key))


def texts_in(value: Any, shape: Shape, place: Place) -> Iterator[tuple[Place, str]]:
    """Every text in a value of a shape."""
    if shape.item:
        for index, item in enumerate(value):
            yield from texts_in(item, shape.item, (*place, index))
    elif shape.model:
        yield from texts(value, place)
    elif isinstance(value, str) and not isinstance(value, Vocabulary):
        yield place, value


@cache
def texting(model: type[BaseModel]) -> tuple[tuple[str, Shape], ...]:
    """The fields of a model that can hold texts at any depth: no others need be walked."""
    return tuple((key, shape) for key, shape in shapes(model).items() if key != "id" and texts_within(shape))


def texts_within(shape: Shape) -> bool:
    """Whether a value of this shape can hold texts."""
    inner = shape.item or shape
    return bool(texting(inner.model)) if inner.model else not (inner.reference or inner.key or inner.codes)
