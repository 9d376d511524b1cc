"""A page at every address that has moved, which leads to the new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from catalogue.model.addresses import OF_RECORD
from catalogue.model.kinds import KINDS
from catalogue.page import File, Output, TemplateContent
from catalogue.views.exports.renamed import renamed
from catalogue.views.words.context import Context


@dataclass(frozen=True)
class RedirectContent(TemplateContent):
    """What fills the template of a redirect: the way to the new page, its whole address, the site's words.

    `script` is the way to the script that takes along what stands behind the old address; empty without one.
    """

    template = "redirect"
    script: str
    target: str
    address: str
    name: str
    notice: str


def redirect_files(context: Context) -> Iterator[Output]:
    """A small page for each redirect. It leads on without a script, and tells search engines where to."""
    for address, target in context.catalogue.redirects.items():
        yield redirect(context, address, target)


def moved_pages(context: Context, pages: Iterable[Output]) -> Iterator[Output]:
    """From where other pages about a record stood under its old ids, small pages that lead to them.

    On paper, the years of a desk, what changed: whoever redirects a record names its own page alone.
    """
    old_ids = [*renamed(context.catalogue)]
    about = pages_about(pages) if old_ids else {}
    for old_id, record in old_ids:
        own = context.catalogue.address(record)
        for each in about.get(own, ()):
            old = f"/{each.address.replace(own, f'{KINDS[record.kind].section}/{old_id}/')}"
            if old not in context.catalogue.redirects:
                yield redirect(context, old, f"/{each.address}")._replace(lasts=each.lasts)


def pages_about(pages: Iterable[Output]) -> Mapping[str, list[Output]]:
    """The pages about each record but its own, by the address of its own."""
    found: dict[str, list[Output]] = defaultdict(list)
    for each in pages:
        record = OF_RECORD.search(each.address)
        if record and each.address.endswith("/") and record[1] != each.address:
            found[record[1]].append(each)
    return found


def redirect(context: Context, address: str, target: str) -> Output:
    """The small page that leads from one address to another."""
    return Output(file_at(address), partial(redirect_file, context, address, target))


def redirect_file(context: Context, address: str, target: str) -> File:
    """The page that leads from one address to another."""
    below_root, settings = target.removeprefix("/"), context.catalogue.settings
    to_root, script = "../" * (address.count("/") - 1), context.publication.redirecting
    content = RedirectContent(
        script=to_root + script if script else "",
        target=to_root + below_root,
        address=context.publication.address and context.publication.address + below_root,
        name=settings.name,
        notice=settings.notice,
    )
    return File(file_at(address), content.html().encode(), "text/html")


def file_at(address: str) -> str:
    """The file below the site's root that answers at an address."""
    return f"{address.removeprefix('/')}index.html"
