"""The sitemap: every address once, in order, with the day of the data where it is known."""

from __future__ import annotations

from xml.etree import ElementTree

from catalogue.page import Publication
from catalogue.publish.sitemap import NAMESPACE, sitemap


def read(content: bytes) -> list[dict[str, str]]:
    """The addresses of a sitemap with what is told of each."""
    root = ElementTree.fromstring(content)  # noqa: S314 - it is our own
    assert root.tag == f"{{{NAMESPACE}}}urlset"
    return [{each.tag.removeprefix(f"{{{NAMESPACE}}}"): str(each.text) for each in url} for url in root]


def test_addresses_are_told_in_full_and_in_order():
    found = read(sitemap(["don-vi/b/", "", "don-vi/a/"], Publication("https://example.vn/thu/")))
    assert found == [
        {"loc": "https://example.vn/thu/"},
        {"loc": "https://example.vn/thu/don-vi/a/"},
        {"loc": "https://example.vn/thu/don-vi/b/"},
    ]


def test_the_day_of_the_data_is_told_where_it_is_known():
    found = read(sitemap([""], Publication("https://example.vn/", revised="2026-03-01")))
    assert found == [{"loc": "https://example.vn/", "lastmod": "2026-03-01"}]


def test_an_address_with_signs_of_xml_is_still_an_address():
    assert read(sitemap(["?a=1&b=<2>"], Publication("https://example.vn/"))) == [
        {"loc": "https://example.vn/?a=1&b=<2>"}
    ]


def test_a_site_without_pages_has_an_empty_sitemap_that_says_how_it_is_written():
    content = sitemap([], Publication("https://example.vn/"))
    assert content.startswith(b"<?xml version='1.0' encoding='utf-8'?>")
    assert read(content) == []
