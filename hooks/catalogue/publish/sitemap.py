"""The sitemap: the addresses of the pages that search engines may find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from catalogue.page import Publication

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_files(addresses: Iterable[str], publication: Publication) -> Iterator[tuple[str, bytes]]:
    """The sitemap as a file; none where nobody knows the site's address: it has whole addresses alone."""
    if publication.address:
        yield "sitemap.xml", sitemap(addresses, publication)


def sitemap(addresses: Iterable[str], publication: Publication) -> bytes:
    """The sitemap of addresses below the site's root, with the day of the data where it is known."""
    urlset = ElementTree.Element("urlset", xmlns=NAMESPACE)
    for address in sorted(addresses):
        url = ElementTree.SubElement(urlset, "url")
        ElementTree.SubElement(url, "loc").text = publication.address + address
        if publication.revised:
            ElementTree.SubElement(url, "lastmod").text = publication.revised
    return bytes(ElementTree.tostring(urlset, encoding="utf-8", xml_declaration=True))
