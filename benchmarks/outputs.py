"""`python -m benchmarks.outputs`: what files to take along and pages cost and weigh, beside Hugo's build."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from benchmarks.builds import measured, positive, tell
from benchmarks.commits import make_repository
from benchmarks.contenders import CONTENDERS, PROJECT, Workspace
from benchmarks.costs import Costs
from benchmarks.measuring import FailedError, Run, spent
from benchmarks.place import machine, revision
from benchmarks.report import README, fill, table
from catalogue.changes.history import History, history_of
from catalogue.findings.clashes import clashes
from catalogue.findings.coverage import coverages
from catalogue.findings.overlaps import overlaps
from catalogue.findings.plans import programs_of
from catalogue.findings.reconciliation import by_record
from catalogue.load import load
from catalogue.model.collection import Catalogue
from catalogue.page import Download, Output, Publication, compile_templates
from catalogue.parallel import meanwhile, no_collecting, prepare
from catalogue.publish.output import content_at, file_from, make_files, make_pages, plain_fill, write_all
from catalogue.publish.paper import (
    NoPdfError,
    file_name,
    on_paper,
    paper_frame,
    papers_of,
    pdf_of,
    weasyprint,
)
from catalogue.views.edition import FETCHED, Edition, edition_of, edition_of_files, pages_of
from catalogue.views.exports.data import data_files
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import DATA_PAGE

SECTION = "outputs"
PEER = "hugo"
FINDINGS: Mapping[str, Callable[[Catalogue], Any]] = {
    "declared numbers and their parts": by_record,
    "coverage": coverages,
    "overlaps": overlaps,
    "clashes": clashes,
}
"""What is found out for several sorts of pages, and by what."""


ROUNDS = 3
"""How often all outputs are made with files and without, in turn."""
SITTING = 100
"""How many programmes the plan has at most of which a PDF is made."""
COMMITS = 1_000
"""In how many commits the sample came to be, for the files that tell of them."""


class ClockTimes(NamedTuple):
    """Seconds on the clock for all outputs, on all processors: without the files to take along, and with."""

    without: float
    all: float


class Allowance(NamedTuple):
    """What some rows of a table may take together, as a share of Hugo's time."""

    title: str
    limit: float
    counts: Callable[[str], bool]


EARLIER = "JSON, of pages"
"""What was there before all the other files: it is told and not counted with them."""
OF_FILES = (Allowance(f"All but «{EARLIER}»", 0.8, lambda row: row != EARLIER),)
ANNUAL = ("/", "/ke-hoach/", "/don-vi/", "/nam/", "/doi-chieu/", "declared numbers and their parts")
WHOLE = ("/do-phu/", "/trung-lap/", "/khoi/", "/lich/", "/so-lieu/", "coverage", "overlaps", "clashes")
OF_PAGES = (
    Allowance(f"The annual programme ({', '.join(ANNUAL)})", 0.3, lambda row: row in ANNUAL),
    Allowance(f"The whole seen ({', '.join(WHOLE)})", 0.2, lambda row: row in WHOLE),
)


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.outputs", description=__doc__)
    parser.add_argument("--programs", type=positive, default=10_000, metavar="N", help="programmes (10000)")
    parser.add_argument("--work", type=Path, metavar="DIR", help="folder for the sample and what is made")
    asked = parser.parse_args(words)
    return fill(README, SECTION, (asked.work, asked.programs), partial(figures, asked.programs))


def figures(programs: int, folder: Path) -> str:
    """What a sample's files and pages cost, worked out in a folder."""
    peers = [CONTENDERS[PROJECT], CONTENDERS[PEER]]
    peer = measured(programs, peers, 1, folder)[PEER].runs[0]
    sample = Workspace(folder / str(programs)).sample
    catalogue = loaded(sample)
    history = history_of(make_repository(folder / "history", sample, COMMITS), catalogue.redirects)
    added = added_by_files(catalogue, history, folder, ROUNDS)
    files, pages = costs_of_files(catalogue, history, folder / "files"), costs_of_pages(catalogue)
    return "\n".join([report(programs, (files, pages), added, peer), paper(catalogue)])


def loaded(data: Path) -> Catalogue:
    """The catalogue of a folder."""
    catalogue = load(data).catalogue
    if catalogue is None:
        raise FailedError(f"{data} has errors.")
    return catalogue


def added_by_files(catalogue: Catalogue, history: History, folder: Path, rounds: int) -> ClockTimes:
    """What the files to take along add to the making of all outputs; medians of some rounds."""
    found = [
        ClockTimes(
            *(on_the_clock(catalogue, history, way, folder) for way in (without_files, edition_of_files))
        )
        for _ in range(rounds)
    ]
    tell(f"{rounds} rounds with and without files")
    return ClockTimes(*map(median, zip(*found, strict=True)))


def on_the_clock(
    catalogue: Catalogue, history: History, way: Callable[[Context], Edition], folder: Path
) -> float:
    """Seconds in which an edition is planned and made, by a process that has found out nothing yet.

    `way` plans its files.
    """

    def work() -> float:
        begun = time.perf_counter()
        context = Context(replace(catalogue), Publication(catalogue.settings.address), history)
        with TemporaryDirectory(dir=folder) as place:
            edition = make_files(context, Path(place), plan=way)
            make_pages(edition, plain_fill(edition.context), Path(place))
            return time.perf_counter() - begun

    with meanwhile(work) as seconds:
        return seconds()


def without_files(context: Context) -> Edition:
    """An edition, its pages not planned yet, whose only files are those that were there before all others."""
    return Edition(context, [*data_files(context)], [], ())


def costs_of_files(catalogue: Catalogue, history: History, folder: Path) -> Costs:
    """What each form of files takes to make, by its name; what many share counts for the first."""
    edition = edition_of_files(Context(catalogue, Publication(catalogue.settings.address), history))
    costs = Costs()
    with no_collecting():
        costs.of_work("iCalendar, events", lambda: prepare([edition.context.calendar_events.all()]))
        for made in costs.of_outputs(row_of_file, files_to_take_along(edition, folder), str):
            write_all([made], folder)
    tell(f"{sum(each.outputs for each in costs.values()):,} files made")
    return costs


def files_to_take_along(edition: Edition, folder: Path) -> Iterator[Output]:
    """The files that readers take along, and what is made of their bytes."""
    yield from (output for output in edition.files if output.download)
    for closing in edition.closing:
        if closing.download:
            yield closing.after(partial(content_at, folder))


def row_of_file(output: Output) -> str:
    """The form of a file, and whether it is of the whole catalogue or of one of its pages."""
    return form_of(output.download) if output.download else output.address


def form_of(download: Download) -> str:
    return f"{download.form}, {'whole' if download.page == DATA_PAGE else 'of pages'}"


def costs_of_pages(loaded: Catalogue) -> Costs:
    """What pages take to plan and to make, by their sections; what many share counts for the first.

    Nothing that was found out while the catalogue was checked, or for its files, helps them.
    """
    catalogue = replace(loaded)
    costs = Costs()
    with no_collecting():
        costs.of_work("templates", compile_templates)
        costs.of_work("names and relations of records", lambda: (catalogue.turns, catalogue.backlinks))
        for name, work in FINDINGS.items():
            costs.of_work(name, partial(catalogue.once, work))
        files = edition_of_files(Context(catalogue, Publication(catalogue.settings.address)))
        costs.of_work("entries of lists", files.context.entries.make_all)
        fetched = (output for view in FETCHED for output in view(files.context))
        planned = chain(pages_of(files.context), fetched)
        for _ in costs.of_outputs(row_of_page, planned, plain_fill(files.context)):
            pass
    tell(f"{sum(each.outputs for each in costs.values()):,} pages made")
    return costs


def row_of_page(output: Output) -> str:
    """The section of a page, also of a list that has a folder of its own."""
    section, below, _ = output.address.removeprefix("danh-sach/").partition("/")
    return f"/{section}/" if below else "/"


def report(programs: int, costs: tuple[Costs, Costs], added: ClockTimes, peer: Run) -> str:
    """The figures as Markdown: costs of files and of pages, and what all files add on the clock."""
    files, pages = costs
    parts = (
        told("files", files, OF_FILES, peer.cpu),
        in_all(added, peer),
        told("pages", pages, OF_PAGES, peer.cpu),
    )
    about = f"{programs:,} programmes, in {COMMITS:,} commits; revision {revision()}; {machine()}."
    return "\n".join([f"{about}\n", *parts])


def paper(catalogue: Catalogue) -> str:
    """What the PDF of one plan takes, the largest that one reads in a sitting: no build makes any."""
    sizes = {len(programs_of(catalogue, each)): each for each in catalogue.plans.values()}
    size = max(each for each in sizes if each <= SITTING)
    plan = sizes[size]
    try:
        library = weasyprint()
    except NoPdfError as missing:
        return f"No PDF was made: {missing}\n"
    edition = edition_of(Context(catalogue, Publication(catalogue.settings.address)))
    name = file_name(catalogue.address(plan))
    (output,) = (each.output for each in papers_of(edition) if each.name == name)
    frame, begun = paper_frame(edition.context), spent()
    _, html = file_from(output, lambda page: on_paper(frame, edition.context, page))
    pdf = pdf_of(library, html.decode(), edition.context.publication.address + output.address)
    return (
        f"The PDF of one plan, of {size} programmes: "
        f"{spent() - begun:.1f} s of processor time, {len(pdf) / 1e3:,.0f} KB; `make pdf` makes it, not a "
        "build, so it is in no sum above.\n"
    )


def in_all(added: ClockTimes, peer: Run) -> str:
    """What the files add on the clock."""
    seconds = added.all - added.without
    return (
        f"On all processors, planning included: {added.without:.1f} s on the clock without these files, "
        f"{added.all:.1f} s with them. They add {seconds:.1f} s, {seconds / peer.wall:.2f} times Hugo's "
        f"build of the same data in the same run ({peer.wall:.1f} s); the limit is {OF_FILES[0].limit}.\n"
    )


def told(what: str, costs: Costs, allowances: Iterable[Allowance], peer: float) -> str:
    """A table of outputs, the dearest first, and what they come to beside Hugo."""
    rows = sorted(costs.items(), key=lambda item: -item[1].seconds)
    heads = [what, "how many", "processor, s", "MB together", "largest, KB"]
    lines = [table(heads, ([name, *cost.cells] for name, cost in rows))]
    for allowance in allowances:
        seconds = sum(cost.seconds for name, cost in costs.items() if allowance.counts(name))
        lines.append(
            f"{allowance.title}: {seconds:.1f} s of processor time, {seconds / peer:.2f} times Hugo's build "
            f"of the same data in the same run ({peer:.1f} s); the limit is {allowance.limit}.\n"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
