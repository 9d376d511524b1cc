"""A page at every address that has moved, which leads to the new one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from catalogue.model.settings import SiteSettings
from catalogue.page import File, Output, Site, template
from catalogue.views.words.phrases import Phrases


def redirect_files(phrases: Phrases, site: Site) -> Iterator[Output]:
    """A small page for each redirect; it works without JavaScript and tells search engines the new address."""
    for address, target in phrases.catalogue.redirects.items():
        yield Output(
            f"{address.removeprefix('/')}index.html",
            partial(redirect_file, phrases.catalogue.settings, site, address, target),
        )


def redirect_file(settings: SiteSettings, site: Site, address: str, target: str) -> File:
    """The page that leads from one address to another."""
    way = "../" * (address.count("/") - 1) + target.removeprefix("/")
    body = template("redirect")(
        target=way,
        address=site.address + target.removeprefix("/"),
        name=settings.name,
        notice=settings.notice,
    )
    return File(f"{address.removeprefix('/')}index.html", body.encode(), "text/html")
