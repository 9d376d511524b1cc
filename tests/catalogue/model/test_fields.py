"""Single values: a date, a number, a year is taken as it is written, or refused by the fault that it has."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from catalogue.model.dates import Date, date_advice
from catalogue.model.fields import (
    FIRST_YEAR,
    LARGEST_NUMBER,
    LAST_YEAR,
    digits_meant,
    number_advice,
    quantity,
    usual_sign,
    whole_number,
    year,
)

days = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)).map(date.isoformat)
forms = (
    days | days.map(lambda day: day[:4]) | days.map(lambda day: day[:7]) | days.map(lambda day: f"-{day[4:]}")
)


def refusal(read: Callable[[object], object], written: object) -> str:
    """The code by which a value is refused."""
    with pytest.raises(PydanticCustomError) as caught:
        read(written)
    return caught.value.type


@given(forms)
def test_a_date_is_written_again_as_it_was_read(written: str):
    assert str(Date.parse(written)) == written
    assert Date.parse(Date.parse(written)) == Date.parse(written)


@given(forms)
def test_a_date_lies_between_its_first_and_its_last_day(written: str):
    parsed = Date.parse(written)
    if parsed.year is None:
        assert parsed.earliest is parsed.latest is None
    else:
        assert parsed.earliest
        assert parsed.latest
        assert parsed.earliest <= parsed.latest
        assert parsed.earliest.isoformat().startswith(written)
        assert parsed.latest.isoformat().startswith(written)


def test_a_month_ends_on_its_last_day_and_a_leap_day_exists_where_no_year_is_known():
    assert Date.parse("2024-02").latest == date(2024, 2, 29)
    assert Date.parse("2023-02").latest == date(2023, 2, 28)
    assert str(Date.parse("--02-29")) == "--02-29"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "5/3/2024",
        "2024-3-5",
        "2024-03-05 ",
        " 2024",
        "2024\n",
        "20240305",
        "24",
        "--5-27",
        "-05-27",
        "2024-03-05T10:00",
        None,
        True,
        1.5,
        [2024],
        {},
        "x" * 9999,
    ],
)
def test_what_is_written_otherwise_is_no_date(written: object):
    assert refusal(Date.parse, written) == "not-a-date"


@given(st.from_regex(r"[0-9]{1,4}([-/.][0-9]{1,4}){1,2}", fullmatch=True))
def test_a_date_that_is_offered_instead_is_taken(written: str):
    for offered in re.findall(r"[Vv]iết ([0-9-]+)", date_advice(written)):
        assert str(Date.parse(offered)) == offered


@pytest.mark.parametrize(
    "written",
    ["2024-02-30", "2023-02-29", "2024-13", "2024-04-31", "--02-30", "--13-01", "--00-05", "--05-00"],
)
def test_a_day_that_the_calendar_does_not_have_is_told(written: str):
    assert refusal(Date.parse, written) == "no-such-day"


@pytest.mark.parametrize("written", ["2024-00", "2024-00-05", "2024-05-00", "2024-00-00"])
def test_a_month_or_day_of_nought_is_no_day(written: str):
    assert refusal(Date.parse, written) == "no-such-day"


@pytest.mark.parametrize("written", ["٢٠٢٤", "٢٠٢٤-٠٣", "२०२४-03-05", "２０２４"])
def test_digits_of_other_scripts_are_no_date_and_no_year(written: str):
    assert refusal(Date.parse, written) == "not-a-date"
    assert refusal(year, written) == "not-a-year"


@pytest.mark.parametrize("written", ["1929", "2101", "0000", "1900-01-01", "9999-12-31"])
def test_a_date_of_a_year_that_cannot_be_is_told_as_such(written: str):
    assert refusal(Date.parse, written) == "not-a-year"


@given(st.integers(0, LARGEST_NUMBER))
def test_a_number_in_plain_digits_is_taken(value: int):
    assert whole_number(str(value)) == quantity(str(value)) == value


@given(st.decimals(0, LARGEST_NUMBER - 1, places=2))
def test_a_quantity_may_have_two_decimals(value: object):
    assert quantity(str(value)) == value


@pytest.mark.parametrize(
    "written",
    [
        "1e9",
        "0x10",
        "1_000",
        "١٢",
        "+5",
        "5.",
        ".5",
        "1.234",
        "1,5",
        " 5",
        "5 ",
        "",
        "năm",
        "NaN",
        "inf",
        "½",
        "²",
        None,
        True,
        [],
        {},
        "--5",
    ],
)
def test_what_is_written_otherwise_is_no_number(written: object):
    assert refusal(whole_number, written) == refusal(quantity, written) == "not-a-number"


@pytest.mark.parametrize("written", ["-1", "007", "00", str(LARGEST_NUMBER + 1), "9" * 15])
def test_a_number_that_cannot_be_is_told(written: str):
    assert refusal(whole_number, written) == refusal(quantity, written) == "number-out-of-range"


@pytest.mark.parametrize("written", ["-0", "9" * 16, "-" + "9" * 16, "9" * 5000])
def test_a_number_of_any_length_and_a_negative_nought_cannot_be(written: str):
    assert refusal(whole_number, written) == refusal(quantity, written) == "number-out-of-range"


@pytest.mark.parametrize("written", ["00.5", "-0.00", "01.25"])
def test_a_quantity_has_no_needless_signs(written: str):
    assert refusal(quantity, written) in {"not-a-number", "number-out-of-range"}


@pytest.mark.parametrize("written", ["24", "2024-01", "1929", "2101", "20240", "", None, True, "2024 "])
def test_a_year_has_four_digits_and_can_belong_to_the_catalogue(written: object):
    assert refusal(year, written) == "not-a-year"


def test_numbers_and_years_are_taken_from_python_values_too():
    assert (whole_number(5), quantity(1.5), year(2024), str(Date.parse(2024))) == (
        5,
        Decimal("1.5"),
        2024,
        "2024",
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2O24", "2024"),
        ("ke-hoach-2O24", "ke-hoach-2024"),
        ("l0", "10"),
        ("lop-1", "lop-1"),
        ("so-noi-vu", "so-noi-vu"),
        ("Ol", "Ol"),
        ("lop1", "lop1"),
    ],
)
def test_letters_that_look_like_digits_are_digits_among_digits_alone(written: str, meant: str):
    assert digits_meant(written) == meant


def test_a_number_or_date_with_a_letter_for_a_digit_is_offered_with_the_digit():
    assert number_advice("4O").startswith("Viết 40:")
    assert number_advice("1.O00").startswith("Chỉ viết chữ số")
    assert date_advice("2O24-O3-l5").startswith("Viết 2024-03-15:")


@pytest.mark.parametrize("written", ["200–KH/TU", "200‑KH/TU", "200\xa0-KH/TU", "２００-KH/TU"])
def test_a_sign_has_usual_characters_alone(written: str):
    assert refusal(lambda sign: usual_sign(str(sign)), written) == "odd-character"
    assert usual_sign("200-KH/TU") == "200-KH/TU"
