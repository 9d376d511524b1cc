"""What a build has written."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from benchmarks.contenders import Contender
from benchmarks.shared import page_of
from catalogue.model.kinds import FOLDERS


class WrittenSite(NamedTuple):
    """Pages, files and bytes of a site, and the mean bytes of a record's page and of a programme's."""

    pages: int
    files: int
    bytes: int
    a_record: float
    a_program: float


class UnfinishedError(Exception):
    """A build ended well, and left pages out."""


def look(site: Path, sample: Path, contender: Contender) -> WrittenSite:
    """Count what a contender has made; a record of the kinds that it shows has to have its page."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = {
        kind: [page_of(site, FOLDERS[kind].section, file.stem) for file in (sample / kind).rglob("*.yml")]
        for kind in contender.kinds
    }
    if missing := [page for those in pages.values() for page in those if not page.is_file()]:
        raise UnfinishedError(
            f"{contender.title} left out {len(missing):,} pages, among them {missing[0].relative_to(site)}."
        )
    every = [page for those in pages.values() for page in those]
    html = sum(1 for path in files if path.suffix == ".html")
    return WrittenSite(
        html, len(files), sum(path.stat().st_size for path in files), mean(every), mean(pages["programs"])
    )


def mean(pages: list[Path]) -> float:
    return sum(page.stat().st_size for page in pages) / len(pages)
