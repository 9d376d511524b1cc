"""Dates as exact as their source, and how one that is written otherwise should be written."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from catalogue.model.fields import FIRST_YEAR, LAST_YEAR, as_written, digits_meant, refuse, year
from catalogue.problems.codes import FaultCode

DATE_PATTERN = re.compile(
    r"(?:(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?|--(?P<month_only>\d\d)-(?P<day_only>\d\d))",
    re.ASCII,
)
PRINTED_DATE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
PRINTED_MONTH = re.compile(r"(\d{1,2})[-/.](\d{4})", re.ASCII)
DAY_AND_MONTH = re.compile(r"(\d{1,2})[-/.](\d{1,2})", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", re.ASCII)

TIMED = re.compile(r"(\d{4}-\d\d-\d\d)[ T]+\d{1,2}[:hg]\d{0,2}.*", re.ASCII)
"""A day with its hour."""
WITHIN = re.compile(r"[^\d\n]*?(\d{1,4}(?:[-/.]\d{1,4}){1,2})[^\d\n]*", re.ASCII)
"""A date with words or signs around it: «ngày 5/3/2024», «2024-03-05.»."""
MONTH_FORM, DAY_FORM = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
DATE_FORM = f"^([0-9]{{4}}(-{MONTH_FORM}(-{DAY_FORM})?)?|--{MONTH_FORM}-{DAY_FORM})$"
"""How a date is written, as a pattern that every program understands."""


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

    def precedes(self, other: Date) -> bool:
        """Whether it lies before another beyond doubt: one whose year is not known never does."""
        return bool(self.latest and other.earliest and self.latest < other.earliest)

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
        text = {"type": "string", "pattern": DATE_FORM}
        if handler.mode == "serialization":
            return text
        return {"anyOf": [{"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}, text]}


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
    if (digits := digits_meant(text)) != text and DATE_PATTERN.fullmatch(digits):
        return f"Viết {digits}: chữ số 0 và 1, không phải chữ O, l, I."
    if found := WITHIN.fullmatch(re.sub(r"\s*([-/.])\s*", r"\1", text)):
        text = found[1]
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
    return unfinished_advice(text)


def unfinished_advice(text: str) -> str:
    """How a day that has its hour, or lacks its year, should be written; of any other, how days are."""
    if found := TIMED.fullmatch(text):
        return f"Viết {found[1]}; giờ học thì ghi ở «note»."
    if (found := DAY_AND_MONTH.fullmatch(text)) and Date(None, int(found[2]), int(found[1])).exists:
        day = f"{int(found[2]):02}-{int(found[1]):02}"
        return f"Viết năm rồi -{day}, như 2024-{day}; nguồn không in năm thì viết --{day}."
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
