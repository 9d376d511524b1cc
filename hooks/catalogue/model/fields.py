"""The types of single values: texts, numbers, dates, references.

Each refuses what it cannot take with the code of a fault.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from catalogue.problems.codes import FaultCode

FIRST_YEAR, LAST_YEAR = 1930, 2100
LARGEST_NUMBER = 100_000_000
"""The largest number that a record may state: about as many as the country has people."""

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
DATE_PATTERN = re.compile(
    r"(?:(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?|--(?P<month_only>\d\d)-(?P<day_only>\d\d))",
    re.ASCII,
)
PRINTED_DATE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
PRINTED_MONTH = re.compile(r"(\d{1,2})[-/.](\d{4})", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", re.ASCII)
GROUPED_NUMBER = re.compile(r"[1-9]\d{0,2}([.,\s])\d{3}(\1\d{3})*", re.ASCII)
"""A number whose thousands are set apart: 13.267, 13,267, 13 267."""
ACCOUNT = re.compile(r"@[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*", re.ASCII)
AUTHORITY = re.compile(
    r"(?P<domain>(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}),(?P<date>\d{4}(?:-\d\d){0,2})", re.ASCII
)


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


def number_advice(written: object) -> str:
    """How a number that is written otherwise should be written."""
    text = str(written)
    if GROUPED_NUMBER.fullmatch(text):
        return f"Viết liền, không có dấu phân cách hàng nghìn: {re.sub(r'[^0-9]', '', text)}."
    if re.fullmatch(r"\d+,\d{1,2}", text):
        return f"Dùng dấu chấm cho phần thập phân: {text.replace(',', '.')}."
    return "Chỉ viết chữ số, không kèm đơn vị; phần chữ để ở «note»."


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


def is_nothing(value: object) -> bool:
    """Whether a value is none, an empty group or list, or a text of spaces."""
    return value is None or value in ({}, []) or (isinstance(value, str) and not value.strip())


def as_written(written: object) -> str:
    """A value as an editor would recognise it."""
    names = {dict: "một nhóm khóa", list: "một danh sách", type(None): "để trống"}
    return names.get(type(written), str(written).lower() if isinstance(written, bool) else str(written)[:80])


@dataclass(frozen=True)
class Date:
    """A date as exact as its source: a year, a month, a day; or a day whose year is not printed."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, written: object) -> Date:
        """The date of `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `--MM-DD`."""
        if isinstance(written, Date):
            return written
        text = str(written) if isinstance(written, (str, int)) and not isinstance(written, bool) else ""
        if not DATE_PATTERN.fullmatch(text):
            raise refuse(FaultCode.NOT_A_DATE, written=as_written(written), advice=date_advice(text))
        return date_of(text)

    @property
    def exists(self) -> bool:
        """Whether the calendar has this date; a leap day is allowed where the year is not known."""
        if self.month is None:
            return True
        return 1 <= self.month <= 12 and (
            self.day is None or 1 <= self.day <= monthrange(self.year or 2000, self.month)[1]
        )

    @property
    def earliest(self) -> date | None:
        """The first day that it can mean; None where the year is not known."""
        return date(self.year, self.month or 1, self.day or 1) if self.year else None

    @property
    def latest(self) -> date | None:
        """The last day that it can mean; None where the year is not known."""
        if not self.year:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @cached_property
    def written(self) -> str:
        """As it is written in the data."""
        if self.year is None:
            return f"--{self.month:02}-{self.day:02}"
        return "-".join(
            [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        )

    def __str__(self) -> str:
        return self.written

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        pattern = r"^(\d{4}(-\d{2}(-\d{2})?)?|--\d{2}-\d{2})$"
        return {
            "anyOf": [
                {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
                {"type": "string", "pattern": pattern},
            ]
        }


@lru_cache(65536)
def date_of(text: str) -> Date:
    """The date that a text of the right form means: one object for all records that name it."""
    found = DATE_PATTERN.fullmatch(text)
    digits = found.groupdict() if found else {}
    parts = {name.removesuffix("_only"): int(written) for name, written in digits.items() if written}
    parsed = Date(parts.get("year"), parts.get("month"), parts.get("day"))
    if parsed.year is not None:
        year(f"{parsed.year:04}")
    if not parsed.exists:
        raise refuse(FaultCode.NO_SUCH_DAY, written=text)
    return parsed


def date_advice(text: str) -> str:
    """How a date that is written otherwise should be written."""
    meant = [each for each in dates_meant(text) if FIRST_YEAR <= (each.year or 0) <= LAST_YEAR]
    possible = [each for each in meant if each.exists]
    if len(possible) > 1:
        choices = [f"nếu là ngày {each.day} tháng {each.month}, viết {each}" for each in possible]
        return f"{'; '.join(choices)}.".capitalize()
    if possible:
        return f"Viết {possible[0]}."
    for each in meant[:1]:
        words = (
            f"tháng {each.month}"
            if each.day is None
            else f"ngày {each.day} tháng {each.month} năm {each.year}"
        )
        return f"Lịch không có {words}; xem lại nguồn."
    return "Viết năm-tháng-ngày, ví dụ 2024-03-05; chỉ biết năm thì 2024; nguồn không in năm thì --05-27."


def dates_meant(text: str) -> list[Date]:
    """The dates that digits and signs can mean, the likelier first: most sources print the day first."""
    if found := PRINTED_DATE.fullmatch(text):
        one, other, of_year = (int(part) for part in found.groups())
        return list(dict.fromkeys((Date(of_year, other, one), Date(of_year, one, other))))
    if found := PRINTED_MONTH.fullmatch(text):
        return [Date(int(found[2]), int(found[1]))]
    if found := YEAR_FIRST.fullmatch(text):
        return [Date(int(found[1]), int(found[2]), int(found[3]) if found[3] else None)]
    return []


def account(written: object) -> str:
    """An account, or a team, of the place that holds the repository."""
    if isinstance(written, str) and ACCOUNT.fullmatch(written.strip()):
        return written.strip()
    raise refuse(FaultCode.NOT_AN_ACCOUNT, written=as_written(written))


def authority(written: object) -> str:
    """A domain and a date on which the publisher held it: who mints ids, by RFC 4151."""
    found = AUTHORITY.fullmatch(written.strip()) if isinstance(written, str) else None
    if not found:
        raise refuse(FaultCode.NOT_AN_AUTHORITY, written=as_written(written))
    return f"{found['domain']},{date_of(found['date'])}"


OneLine = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400, pattern=r"^[^\r\n]+$")
]
"""One line of text."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
"""Sentences; an empty line begins a new paragraph."""
Id = Annotated[str, StringConstraints(max_length=80, pattern=ID_PATTERN)]
"""The id of a record: small letters a to z, digits, hyphens between them."""
Flag = Annotated[bool, Field(strict=True)]
"""true or false, written as such."""
Count = Annotated[int, BeforeValidator(whole_number)]
Year = Annotated[int, BeforeValidator(year)]
Quantity = Annotated[
    Decimal,
    BeforeValidator(quantity),
    PlainSerializer(lambda value: int(value) if value == value.to_integral_value() else float(value)),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": LARGEST_NUMBER}),
]
Address = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=2000, pattern=r"^https://[^\s/]+\.[^\s]+$")
]
"""An address of the web that begins with https."""
SourceAddress = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=2000, pattern=r"^https?://[^\s/]+\.[^\s]+$")
]
"""The address of a source: http is allowed, since old pages have no other."""
Account = Annotated[
    str, BeforeValidator(account), WithJsonSchema({"type": "string", "pattern": f"^{ACCOUNT.pattern}$"})
]
Authority = Annotated[
    str,
    BeforeValidator(authority),
    WithJsonSchema({"type": "string", "pattern": r"^([a-z0-9-]+\.)+[a-z]{2,},\d{4}(-\d{2}){0,2}$"}),
]
"""Who gives out ids that outlive an address: «hanoi.gov.vn,2026»."""
