"""The types of single values: texts, numbers, years, references.

Each refuses what it cannot take with the code of a fault.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from catalogue.language.odd_characters import ODD, name_of, plain
from catalogue.language.vietnamese import fold
from catalogue.language.vocabulary import Bound
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import code_point

FIRST_YEAR, LAST_YEAR = 1930, 2100
LARGEST_NUMBER = 100_000_000
"""The largest number that a record may state: about as many as the country has people."""

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
AMONG_DIGITS = re.compile(r"(?<![^\W_])[0-9OoIl]*[0-9][0-9OoIl]*(?![^\W_])", re.ASCII)
"""A run of digits and of letters that look like them, with at least one digit, apart from other letters."""
LIKE_DIGITS = str.maketrans("OoIl", "0011")
NOT_KNOWN = {"chua ro", "khong ro", "chua biet", "khong biet", "chua co", "chua xac dinh", "-", "?", "..."}
"""What people write for a number that they do not know, folded."""
BOUNDS = {
    **{bound.label: bound for bound in Bound if bound.label},
    "chừng": Bound.ABOUT,
    "trên": Bound.OVER,
    "ít nhất": Bound.AT_LEAST,
    "tối thiểu": Bound.AT_LEAST,
    "không quá": Bound.AT_MOST,
}
"""The words before a number that say how exact it is."""
BOUNDED = re.compile(rf"(?P<bound>{'|'.join(BOUNDS)}) +(?P<number>[1-9]\d*)( +[^\d]*)?", re.IGNORECASE)
AMONG_WORDS = re.compile(r"[^\d]*?(?<![\d.,-])([1-9][0-9]*)(?: +[^\d]*)?")
"""A number with its unit, or with a word before it: 40 người."""
THOUSANDS = re.compile(r"\b(chuc|tram|nghin|ngan|van|trieu|ty|ti|tr|k)\b")
"""The words that make a number another one, folded."""
GROUPED_NUMBER = re.compile(r"[1-9]\d{0,2}([.,\s])\d{3}(\1\d{3})*", re.ASCII)
"""A number whose thousands are set apart: 13.267, 13,267, 13 267."""


class Model(BaseModel):
    """A group of fields that cannot be changed and takes no other keys than its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)


@dataclass(frozen=True)
class Reference:
    """Marks a field that holds the id of a record of some kind.

    `inverse` is the heading under which that record lists those that name it;
    `acyclic` says that who follows the field from record to record never comes back to the first.
    """

    kind: str
    inverse: str
    acyclic: bool = False


@dataclass(frozen=True)
class Display:
    """How a field stands among the facts of a page.

    `always`: even where nothing is known; `last`: below those of its kind; `never`: the page has another
    place for it.
    """

    when: Literal["always", "last", "never"]


def refuse(code: FaultCode, **values: Any) -> PydanticCustomError:
    """The error by which a type refuses a value: a fault, and the values that its words speak of."""
    return PydanticCustomError(code, "refused", values)


def whole_number(written: object) -> int:
    """A whole number of 0 or more, written in digits alone."""
    if isinstance(written, str) and re.fullmatch(r"-?[0-9]+", written):
        if not re.fullmatch(r"0|[1-9][0-9]{,14}", written) or int(written) > LARGEST_NUMBER:
            raise refuse(FaultCode.NUMBER_OUT_OF_RANGE, written=as_written(written), largest=LARGEST_NUMBER)
        return int(written)
    if isinstance(written, int) and not isinstance(written, bool):
        return whole_number(str(written))
    raise refuse(FaultCode.NOT_A_NUMBER, written=as_written(written), advice=number_advice(written))


def quantity(written: object) -> Decimal:
    """A number of 0 or more with at most two decimals after a point."""
    if isinstance(written, (Decimal, float)):
        written = str(written)
    if isinstance(written, str) and re.fullmatch(r"-?[0-9]+\.[0-9]{1,2}", written):
        if not re.fullmatch(r"(0|[1-9][0-9]*)\..*", written) or Decimal(written) > LARGEST_NUMBER:
            raise refuse(FaultCode.NUMBER_OUT_OF_RANGE, written=as_written(written), largest=LARGEST_NUMBER)
        return Decimal(written)
    return Decimal(whole_number(written))


def digits_meant(text: str) -> str:
    """A text with digits for the letters that look like them, where these stand among digits: 2O24, l0."""
    return AMONG_DIGITS.sub(lambda found: found[0].translate(LIKE_DIGITS), text)


def number_advice(written: object) -> str:
    """How a number that is written otherwise should be written."""
    text = str(written)
    if (digits := digits_meant(text)) != text and digits.isdecimal():
        return f"Viết {digits}: chữ số 0 và 1, không phải chữ O, l, I."
    if GROUPED_NUMBER.fullmatch(text):
        return f"Viết liền, không có dấu phân cách hàng nghìn: {re.sub(r'[^0-9]', '', text)}."
    if re.fullmatch(r"\d+,\d{1,2}", text):
        return f"Dùng dấu chấm cho phần thập phân: {text.replace(',', '.')}."
    if fold(text) in NOT_KNOWN:
        return "Không biết số thì xóa dòng này."
    if found := BOUNDED.fullmatch(text):
        bound = BOUNDS[found["bound"].casefold()]
        return f"Viết {found['number']}; trong «figures» thì thêm dòng «bound: {bound}»."
    found = None if THOUSANDS.search(fold(text)) else AMONG_WORDS.fullmatch(text)
    return f"{f'Viết {found[1]}' if found else 'Chỉ viết chữ số'}, không kèm đơn vị; phần chữ để ở «note»."


def year(written: object) -> int:
    """A year of four digits that can belong to the catalogue."""
    if isinstance(written, int) and not isinstance(written, bool):
        written = str(written)
    if (
        not isinstance(written, str)
        or not re.fullmatch(r"[0-9]{4}", written)
        or not FIRST_YEAR <= int(written) <= LAST_YEAR
    ):
        raise refuse(FaultCode.NOT_A_YEAR, written=as_written(written), first=FIRST_YEAR, last=LAST_YEAR)
    return int(written)


@dataclass(frozen=True)
class NumberSchema:
    """The JSON Schema of a number; for editors also of the same in quotes: as written both are one."""

    kind: Literal["integer", "number"]
    least: int
    most: int
    digits: str

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        limits = {"minimum": self.least, "maximum": self.most}
        if handler.mode == "serialization":
            return {"type": self.kind, **limits}
        return {"type": [self.kind, "string"], **limits, "pattern": f"^{self.digits}$"}


def usual_sign(written: str) -> str:
    """A sign without odd hyphens, spaces and the like: «200-KH/TU», and not «200–KH/TU»."""
    if found := ODD.search(written):
        what = f"Trong «{as_written(written)}» có {name_of(found[0])}"
        advice = f"Gõ lại bằng bàn phím: «{plain(written)}»."
        raise refuse(FaultCode.ODD_CHARACTER, what=what, character=code_point(found[0]), advice=advice)
    return written


def with_host(written: str) -> str:
    """An address whose host can be told: not `https://[a.vn/`, nor one with letters that stand for a sign."""
    try:
        urlsplit(written)
    except ValueError as error:
        advice = "Chép lại địa chỉ từ trình duyệt: tên miền chỉ có chữ, chữ số, dấu chấm, dấu gạch nối."
        raise refuse(FaultCode.NOT_HTTPS, written=as_written(written), advice=advice) from error
    return written


def is_nothing(value: object) -> bool:
    """Whether a value is none, an empty group or list, or a text of spaces."""
    return value is None or value in ({}, []) or (isinstance(value, str) and not value.strip())


def as_written(written: object) -> str:
    """A value as an editor would recognise it."""
    names = {dict: "một nhóm khóa", list: "một danh sách", type(None): "để trống"}
    return names.get(type(written), str(written).lower() if isinstance(written, bool) else str(written)[:80])


OneLine = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400, pattern=r"^[^\r\n]+$")
]
"""One line of text."""
Sign = Annotated[OneLine, AfterValidator(usual_sign)]
"""The number or sign of a document, which people copy and search for: no odd hyphens and spaces."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
"""Sentences; an empty line begins a new paragraph."""
Id = Annotated[str, StringConstraints(max_length=80, pattern=ID_PATTERN)]
"""The id of a record: small letters a to z, digits, hyphens between them."""
Flag = Annotated[bool, Field(strict=True)]
"""true or false, written as such."""
Count = Annotated[
    int,
    BeforeValidator(whole_number),
    NumberSchema("integer", 0, LARGEST_NUMBER, r"(0|[1-9][0-9]*)"),
]
Year = Annotated[
    int,
    BeforeValidator(year),
    NumberSchema("integer", FIRST_YEAR, LAST_YEAR, "[0-9]{4}"),
]
Quantity = Annotated[
    Decimal,
    BeforeValidator(quantity),
    PlainSerializer(lambda value: int(value) if value == value.to_integral_value() else float(value)),
    NumberSchema("number", 0, LARGEST_NUMBER, r"(0|[1-9][0-9]*)(\.[0-9]{1,2})?"),
]
Address = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=2000, pattern=r"^https://[^\s/]+\.[^\s]+$"),
    AfterValidator(with_host),
]
"""An address of the web that begins with https."""
SourceAddress = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=2000, pattern=r"^https?://[^\s/]+\.[^\s]+$"),
    AfterValidator(with_host),
]
"""The address of a source: http is allowed, since old pages have no other."""
