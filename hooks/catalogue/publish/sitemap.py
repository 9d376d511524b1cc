"""The sitemap: the addresses of the pages that search engines may find."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree

from catalogue.page import Site

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(addresses: Iterable[str], site: Site) -> bytes:
    """The sitemap of addresses below the site's root, with the day of the data where it is known."""
    urlset = ElementTree.Element("urlset", xmlns=NAMESPACE)
    for address in sorted(addresses):
        url = ElementTree.SubElement(urlset, "url")
        ElementTree.SubElement(url, "loc").text = site.address + address
        if site.revised:
            ElementTree.SubElement(url, "lastmod").text = site.revised
    return bytes(ElementTree.tostring(urlset, encoding="utf-8", xml_declaration=True))
