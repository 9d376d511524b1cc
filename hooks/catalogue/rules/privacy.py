"""The rule of privacy: a record names offices and bodies, never how to reach a person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

from catalogue.model.collection import Records
from catalogue.model.fields import Model
from catalogue.model.record import Record
from catalogue.model.records import Document
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Place, Problem, tell

BEFORE, AFTER = r"(?<![\w./@#=-])", r"(?![\w/]|[.,-]\d)"
GAP = "[ \u00a0.\u2013-]"
PHONE = re.compile(
    rf"{BEFORE}(?:(?:\(?\+ ?84\)?|0084){GAP}?(?:\(0\))?\(?\d{{1,3}}\)?|\(?0\d{{2,3}}\)?)"
    rf"(?:{GAP}{{0,3}}\d{{2,8}}){{1,4}}{AFTER}"
    rf"|{BEFORE}0\d(?P<gap>{GAP})\d{{3,4}}(?P=gap)\d{{3,4}}{AFTER}"
)
"""What may be a telephone number, in one run of digits or in groups, as people write them."""
NATIONAL = re.compile(r"[35789]\d{8}|2\d{9}")
"""The numbers of mobiles, and of offices and homes, without 0 or +84."""
TWO_YEARS = r"(?:19|20)\d\d\D(?:19|20)\d\d"
TWO_TIMES = r"^0\d[0-5][05] *[-\u2013] *(?:[01]\d|2[0-3])[0-5][05]\b"
YEARS_OR_TIMES = re.compile(f"{TWO_YEARS}|{TWO_TIMES}")
"""What makes of «03-2024-2025» the name of a class, and of «0800 - 1130 - 05 buổi» a day's lessons."""
WEB = r"(?:https?://|www\.)\S*$"
PERSONAL = (
    "định danh|cá nhân|công dân|bảo hiểm|BHXH|điện thoại|S?ĐT|di động|tel|zalo|gọi|nhắn|gửi|báo|liên hệ"
)
NUMBER_OF_A_BODY = rf"\b(?:mã số|MST|số tài khoản|STK)\b(?!.*\b(?:{PERSONAL})\b)[^\d,;.\n]{{0,40}}$"
OF_NOBODY = re.compile(f"{WEB}|{NUMBER_OF_A_BODY}", re.IGNORECASE)
"""What stands before digits that reach nobody: a web address that they go on, or what number they are."""
MAIL = re.compile(r"[\w.+-]+@(?P<host>[\w-]+(?:\.[\w-]+)+)")
PUBLIC_HOST = re.compile(
    r"(?:gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|icloud|me|mac|aol|gmx|zoho|yandex"
    r"|proton|protonmail|tutanota|mail|zing|vnn)\.(?:com|net|org|me|[a-z]{2}|com\.[a-z]{2}|co\.[a-z]{2})"
)
"""Where anybody can have a mailbox: nothing in such an address says that an office stands behind it."""
SIGN = re.compile("[0+@\uff10\uff0b\uff20]")
"""One of these stands in every telephone number and every mail; the wide ones are read as ours."""
NUMBERED = {"number", "as_printed"}
"""The fields of a document that hold its own number."""


def nobody_is_reached_in_person(records: Records) -> Iterator[Problem]:
    """No text of a record holds a telephone number or an address of a public mail service.

    The contact of a body may hold the telephone of its office; the number of a document is no telephone.
    """
    for record in records:
        for place, written in texts(record):
            text = unicodedata.normalize("NFKC", written)
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
    numbers = (each for each in PHONE.finditer(text) if is_telephone(each[0]))
    found = next((each[0] for each in numbers if not OF_NOBODY.search(text[: each.start()])), "")
    return found if ")" in found else found.lstrip("(")


def is_telephone(written: str) -> bool:
    """Whether digits are as many, and begin, as those of a telephone of this country."""
    digits = re.sub(r"\D", "", written.replace("(0)", ""))
    abroad = "+" in written or digits.startswith("0084")
    national = digits.removeprefix("00").removeprefix("84") if abroad else digits[1:]
    return bool(NATIONAL.fullmatch(national)) and not YEARS_OR_TIMES.search(written)


def texts(record: Record) -> Iterator[tuple[Place, str]]:
    """The texts of a record that can hold what is looked for, but for ids, with their places.

    Ten thousand programmes have half a million values: one loop walks them, and makes a place for few.
    """
    waiting: list[tuple[Place, Any]] = [((), record)]
    while waiting:
        place, holder = waiting.pop()
        values = enumerate(holder) if type(holder) is tuple else vars(holder).items()
        for step, value in values:
            kind: type = type(value)
            if kind is str:
                if SIGN.search(value) and step != "id":
                    yield (*place, key_of(step)), value
            elif value and holds_others(kind):
                waiting.append(((*place, key_of(step)), value))


@cache
def holds_others(kind: type) -> bool:
    """Whether values of a type are lists or groups of fields: pydantic takes long to tell."""
    return issubclass(kind, (tuple, Model))


def key_of(step: str | int) -> str | int:
    """The key of an attribute in the data, where a word of Python has no `_`; an index is its own."""
    return step.removesuffix("_") if isinstance(step, str) else step
