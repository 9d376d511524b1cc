"""Writes every output into a folder without MkDocs: pages in a plain frame of the catalogue's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from catalogue.load import Catalogue
from catalogue.render import Page, Site, template
from catalogue.shell import SLOTS, Publication, Shell
from catalogue.sitemap import sitemap
from catalogue.views import publish


class OutputError(Exception):
    """The folder cannot take the outputs; nothing was written."""


def write_outputs(catalogue: Catalogue, folder: Path) -> int:
    """Write every page and file; returns how many."""
    must_be_empty(folder)
    return write_all(outputs(catalogue), folder)


def write_all(made: Iterable[tuple[str, bytes]], folder: Path) -> int:
    """Write each content at its address below a folder; returns how many."""
    count = 0
    for address, content in made:
        target = folder / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        count += 1
    return count


def must_be_empty(folder: Path) -> None:
    """Refuse a folder that is neither new nor empty, so that nothing of another output stays in it."""
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"«{folder}» là một tệp; chọn một thư mục mới hoặc trống.")
    if folder.exists() and any(folder.iterdir()):
        raise OutputError(f"«{folder}» đã có nội dung; chọn một thư mục mới hoặc trống.")


def outputs(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """The address and the bytes of every output."""
    site = Site(catalogue.site.address.rstrip("/") + "/")
    frame = Shell.parse(template("plain")(slot=SLOTS, site=catalogue.site))
    found: list[str] = []
    for item in publish(catalogue, site):
        if isinstance(item, Page):
            found += [item.address] if item.indexed else []
            yield f"{item.address}index.html", frame.fill(item, Publication(site.address)).encode()
        else:
            yield item.address, item.content
    yield "sitemap.xml", sitemap(found, site)
