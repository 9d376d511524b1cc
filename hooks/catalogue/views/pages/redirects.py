"""A page at every address that has moved, which leads to the new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from catalogue.page import File, Output, TemplateContent
from catalogue.views.words.context import Context


@dataclass(frozen=True)
class RedirectContent(TemplateContent):
    """What fills the template of a redirect: the way to the new page, its whole address, the site's words."""

    template = "redirect"
    target: str
    address: str
    name: str
    notice: str


def redirect_files(context: Context) -> Iterator[Output]:
    """A small page for each redirect; it needs no script, and tells search engines the new address."""
    for address, target in context.catalogue.redirects.items():
        yield Output(file_at(address), partial(redirect_file, context, address, target))


def redirect_file(context: Context, address: str, target: str) -> File:
    """The page that leads from one address to another."""
    below_root, settings = target.removeprefix("/"), context.catalogue.settings
    content = RedirectContent(
        target="../" * (address.count("/") - 1) + below_root,
        address=context.publication.address and context.publication.address + below_root,
        name=settings.name,
        notice=settings.notice,
    )
    return File(file_at(address), content.html().encode(), "text/html")


def file_at(address: str) -> str:
    """The file below the site's root that answers at an address."""
    return f"{address.removeprefix('/')}index.html"
