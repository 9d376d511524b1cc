"""Who is told of changes, and who gives out ids: taken as written, or refused by the fault that it has."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from catalogue.model.settings import account, authority


@pytest.mark.parametrize("written", ["@so-noi-vu", "@Danh-muc/phong.dao_tao", "@a/b/c"])
def test_an_account_or_a_team_is_taken(written: str):
    assert account(f" {written} ") == written


@pytest.mark.parametrize("written", ["so-noi-vu", "@", "@a b", "@a//b", "@a, @b", "@sở", "", 5, None, ["@a"]])
def test_what_is_no_account_is_refused(written: object):
    with pytest.raises(PydanticCustomError, match="refused") as caught:
        account(written)
    assert caught.value.type == "not-an-account"


@pytest.mark.parametrize("written", ["hanoi.gov.vn,2026", "thu.example,2026-03", "a-1.b.vn,2026-03-01"])
def test_a_domain_with_a_date_is_taken(written: str):
    assert authority(written) == written


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("hanoi.gov.vn", "not-an-authority"),
        ("https://hanoi.gov.vn,2026", "not-an-authority"),
        ("Hanoi.gov.vn,2026", "not-an-authority"),
        ("hanoi,2026", "not-an-authority"),
        ("hanoi.gov.vn,26", "not-an-authority"),
        ("hanoi.gov.vn,2026-02-30", "no-such-day"),
        ("hanoi.gov.vn,1026", "not-a-year"),
        ("a" * 200_000, "not-an-authority"),
        ("a." * 100_000, "not-an-authority"),
        (2026, "not-an-authority"),
    ],
)
def test_what_gives_out_no_ids_is_refused(written: object, code: str):
    with pytest.raises(PydanticCustomError, match="refused") as caught:
        authority(written)
    assert caught.value.type == code
