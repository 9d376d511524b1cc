"""Who is told of changes, who gives out ids, and which addresses are kept for examples."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from catalogue.model.settings import SiteSettings, account, authority, is_placeholder


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


@pytest.mark.parametrize(
    "written",
    [
        "https://danh-muc.example/",
        "https://EXAMPLE.com/a",
        "https://www.example.org",
        "https://a.example.net:8443/b",
        "https://danh-muc.test",
        "https://danh-muc.invalid./x",
        "https://localhost.localhost/",
        "thu@danh-muc.example",
        "thu@example.com",
        "danh-muc.example,2026",
        "https://a:b@danh-muc.example:8443?c",
        "example.com,2026-03",
    ],
)
def test_what_is_kept_for_examples_is_a_placeholder(written: str):
    assert is_placeholder(written)


@pytest.mark.parametrize(
    "written",
    [
        "https://danh-muc.hanoi.gov.vn/",
        "https://example.vn/",
        "https://my-example.com/",
        "https://github.com/example/test",
        "https://danh-muc.internal/example.com",
        "example@hanoi.gov.vn",
        "test.vn,2026",
        "phòng đào tạo",
        "https://[danh-muc.vn/",
        "https://danh-muc.vn?a@danh-muc.example",
    ],
)
def test_a_name_that_only_looks_like_an_example_is_none(written: str):
    assert not is_placeholder(written)


@pytest.mark.parametrize(
    ("address", "authority", "domain"),
    [
        ("https://danh-muc.hanoi.gov.vn/", "hanoi.gov.vn,2026", "hanoi.gov.vn"),
        ("https://Danh-Muc.hanoi.gov.vn:8443/a", None, "danh-muc.hanoi.gov.vn"),
        ("https://danh-muc.hanoi.gov.vn/", "hanoi.example,2026", "danh-muc.hanoi.gov.vn"),
        ("https://danh-muc.example/", "hanoi.gov.vn,2026", "hanoi.gov.vn"),
        ("https://danh-muc.example/", "hanoi.example,2026", ""),
        ("https://danh-muc.example/", None, ""),
    ],
)
def test_ids_stand_under_the_authority_else_under_the_site_never_under_a_placeholder(
    address: str, authority: str | None, domain: str
):
    written = dict.fromkeys(("name", "short_name", "city", "description", "licence", "notice"), "x")
    settings = SiteSettings.model_validate(
        {**written, "address": address, "id_authority": authority, "licence_address": "https://a.vn/"}
    )
    assert settings.id_domain == domain
