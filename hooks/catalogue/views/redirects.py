"""A page at every address that has moved, which leads to the new one."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.load import Catalogue
from catalogue.render import File, Site, template


def redirect_files(catalogue: Catalogue, site: Site) -> Iterator[File]:
    """A small page for each redirect; it works without JavaScript and tells search engines the new address."""
    for address, target in catalogue.redirects.items():
        way = "../" * (address.count("/") - 1) + target.removeprefix("/")
        body = template("redirect")(target=way, address=site.address + target.removeprefix("/"), name=catalogue.site.name, notice=catalogue.site.notice)
        yield File(f"{address.removeprefix('/')}index.html", body.encode(), "text/html")
