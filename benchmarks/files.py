"""`python -m benchmarks.files`: what files to take along cost and weigh, beside Hugo's build."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.builds import measured, positive, tell
from benchmarks.contenders import CONTENDERS, PROJECT, Workspace
from benchmarks.measuring import FailedError
from benchmarks.output import UnfinishedError
from benchmarks.place import NoRoomError, machine, revision, workplace
from benchmarks.report import README, NoSectionError, place_of, put, table
from catalogue.load import load
from catalogue.page import Download, Output, Publication
from catalogue.parallel import no_collecting
from catalogue.publish.output import content_at, file_from, write_all
from catalogue.views.edition import Edition, edition_of
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import DATA_PAGE

SECTION = "files"
PEER = "hugo"
EARLIER = "JSON, of pages"
"""What was there before all the other files: it is told and not counted with them."""
LIMIT = 0.8


class Cost(NamedTuple):
    """What files of one form come to; `seconds` are those of all processors."""

    files: int
    seconds: float
    size: int
    largest: int

    @property
    def cells(self) -> list[str]:
        """Its figures in a row of the table."""
        megabytes, kilobytes = self.size / 1e6, self.largest / 1e3
        return [f"{self.files:,}", f"{self.seconds:.1f}", f"{megabytes:.1f}", f"{kilobytes:,.0f}"]

    def plus(self, seconds: float, size: int) -> Cost:
        return Cost(self.files + 1, self.seconds + seconds, self.size + size, max(self.largest, size))


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.files", description=__doc__)
    parser.add_argument("--programs", type=positive, default=10_000, metavar="N", help="programmes (10000)")
    parser.add_argument("--work", type=Path, metavar="DIR", help="folder for the sample and the files")
    asked = parser.parse_args(words)
    try:
        place_of(SECTION, README.read_text(encoding="utf-8"))
        with workplace(asked.work, asked.programs) as folder:
            peers = [CONTENDERS[PROJECT], CONTENDERS[PEER]]
            builds = measured(asked.programs, peers, 1, folder)
            workspace = Workspace(folder / str(asked.programs))
            costs = costs_of(workspace.sample, folder / "files")
        put(README, SECTION, report(asked.programs, costs, builds[PEER].runs[0].cpu))
    except (NoRoomError, NoSectionError, FailedError, UnfinishedError, OSError) as error:
        print(f"{error}\n{README.name} stays as it was.", file=sys.stderr)
        return 1
    return 0


def costs_of(data: Path, folder: Path) -> Mapping[str, Cost]:
    """What each form of files takes to plan and make, by its name; what many share counts for the first."""
    catalogue = load(data).catalogue
    if catalogue is None:
        raise FailedError(f"{data} has errors.")
    edition = edition_of(Context(catalogue, Publication(catalogue.settings.address)))
    found: dict[str, Cost] = {}
    with no_collecting():
        begun = cpu()
        edition.context.calendar_events.make_all()
        found["iCalendar, events"] = Cost(0, cpu() - begun, 0, 0)
        for output in downloads(edition, folder):
            begun = cpu()
            address, content = file_from(output, str)
            took = cpu() - begun
            write_all([(address, content)], folder)
            name = form_of(output.download) if output.download else output.address
            found[name] = found.get(name, Cost(0, 0, 0, 0)).plus(took, len(content))
    tell(f"{sum(each.files for each in found.values()):,} files made")
    return found


def downloads(edition: Edition, folder: Path) -> Iterator[Output]:
    """The files that readers take along, and what is made of their bytes."""
    yield from (output for output in edition.outputs if output.download)
    for closing in edition.closing:
        if closing.download:
            yield closing.after(partial(content_at, folder))


def form_of(download: Download) -> str:
    """The form of a file, and whether it is of the whole catalogue or of one of its pages."""
    return f"{download.form}, {'whole' if download.page == DATA_PAGE else 'of pages'}"


def cpu() -> float:
    """The seconds of all processors that this process and those that it has ended took."""
    return sum(os.times()[:4])


def report(programs: int, costs: Mapping[str, Cost], peer: float) -> str:
    """The figures as Markdown."""
    counted = sum(cost.seconds for name, cost in costs.items() if name != EARLIER)
    rows = [
        [
            name,
            f"{cost.files:,}",
            f"{cost.seconds:.1f}",
            f"{cost.size / 1e6:.1f}",
            f"{cost.largest / 1e3:,.0f}",
        ]
        for name, cost in sorted(costs.items(), key=lambda item: -item[1].seconds)
    ]
    heads = ["files", "how many", "processor, s", "MB together", "largest, KB"]
    return (
        f"{programs:,} programmes; revision {revision()}; {machine()}.\n\n{table(heads, rows)}\n"
        f"All but «{EARLIER}»: {counted:.1f} s of processor time, {counted / peer:.2f} times Hugo's build "
        f"of the same data in the same run ({peer:.1f} s); the limit is {LIMIT}."
    )


if __name__ == "__main__":
    sys.exit(main())
