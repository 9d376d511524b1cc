"""The sitemap: the addresses of the pages that search engines may find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from catalogue.page import Publication

HEAD = "<?xml version='1.0' encoding='utf-8'?>\n"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_files(addresses: Iterable[str], publication: Publication) -> Iterator[tuple[str, bytes]]:
    """The sitemap as a file; none where nobody knows the site's address: it has whole addresses alone."""
    if publication.address:
        yield "sitemap.xml", sitemap(addresses, publication)


def sitemap(addresses: Iterable[str], publication: Publication) -> bytes:
    """The sitemap of addresses below the site's root, with the day of the data where it is known."""
    day = f"<lastmod>{publication.revised}</lastmod>" if publication.revised else ""
    urls = (
        f"<url><loc>{escape(publication.address + address, quote=False)}</loc>{day}</url>"
        for address in sorted(addresses)
    )
    return f'{HEAD}<urlset xmlns="{NAMESPACE}">{"".join(urls)}</urlset>'.encode()
