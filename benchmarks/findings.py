"""`python -m benchmarks.findings`: what loading and each finding cost as a catalogue grows.

Both stand beside the bare parsing of the same files, which says how fast the machine is.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.builds import make_sample, positive, sizes, tell
from benchmarks.changes import PARSE
from benchmarks.contenders import Workspace
from benchmarks.measuring import FailedError, Invocation, run, seconds_of
from benchmarks.place import ROOT, machine, revision
from benchmarks.report import README, fill, table
from catalogue.files.tree import read_tree
from catalogue.findings.calendars import occasions_by_holder, occasions_by_program, occasions_by_year
from catalogue.findings.clashes import clashes
from catalogue.findings.coverage import coverages, open_needs
from catalogue.findings.overlaps import overlaps
from catalogue.findings.reconciliation import reconciled
from catalogue.findings.series import all_series, missing_by_year
from catalogue.load import load
from catalogue.model.collection import Catalogue
from catalogue.reading import read_files

SECTION = "findings"
SIZES = (10_000, 50_000)
RUNS = 3
PEER, READING, LOADING = "CSafeLoader alone over the same files", "parsing, validating", "loading, all of it"
FINDINGS: Mapping[str, Sequence[Callable[[Catalogue], object]]] = {
    "reconciliation": [reconciled],
    "overlaps": [overlaps],
    "clashes": [clashes],
    "coverage": [coverages, open_needs],
    "series": [all_series, missing_by_year],
    "calendars": [occasions_by_program, occasions_by_year, occasions_by_holder],
}
"""What is worked out for each finding."""
LIMITS: Mapping[tuple[str, ...], float] = {("reconciliation",): 5.0, ("overlaps", "clashes"): 8.0}
"""The seconds that findings may take together for `LIMITED` programmes, where the bare loop takes `LOOP`."""
LIMITED = 50_000
TURNS = 10**7
LOOP = 0.18
"""The seconds of a bare loop of so many turns on the machine that the limits are for."""


class StepCosts(NamedTuple):
    """What one size costs, in seconds of all processors: of each step by its name, and of the bare loop."""

    steps: Mapping[str, float]
    loop: float


def main(words: list[str] | None = None) -> int:
    asked = arguments(words)

    def figures(folder: Path) -> str:
        return report({size: measured(size, asked.runs, folder) for size in asked.sizes})

    return fill(asked.readme, SECTION, (asked.work, max(asked.sizes)), figures)


def arguments(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.findings", description=__doc__)
    parser.add_argument("--sizes", type=sizes, default=SIZES, metavar="N,N", help="programmes of the samples")
    parser.add_argument(
        "--runs", type=positive, default=RUNS, metavar="N", help=f"timed runs of each finding ({RUNS})"
    )
    parser.add_argument("--work", type=Path, metavar="DIR", help="folder for the samples")
    parser.add_argument(
        "--readme", type=Path, default=README, metavar="FILE", help=f"the file with the section «{SECTION}»"
    )
    return parser.parse_args(words)


def measured(size: int, runs: int, folder: Path) -> StepCosts:
    """What one size costs."""
    workspace = Workspace(folder / str(size))
    make_sample(size, workspace)
    data = workspace.sample
    parse = Invocation([sys.executable, "-c", PARSE, str(data)], ROOT)
    peer = run(parse, workspace.folder / "log").cpu
    reading = seconds_of(lambda: read_files(read_tree(data, data.name)[0]))
    loaded: list[Catalogue | None] = []
    loading = seconds_of(lambda: loaded.append(load(data).catalogue))
    steps = {PEER: peer, READING: reading, LOADING: loading, **costs_of(loaded.pop(), runs)}
    tell(f"{size:,}: " + ", ".join(f"{name} {seconds:.2f} s" for name, seconds in steps.items()))
    return StepCosts(steps, seconds_of(lambda: sum(range(TURNS))))


def costs_of(catalogue: Catalogue | None, runs: int) -> Mapping[str, float]:
    """The median of what each finding costs, each time in a catalogue that has just been loaded."""
    if catalogue is None:
        raise FailedError("The sample has errors.")
    found: dict[str, list[float]] = {name: [] for name in FINDINGS}
    for _ in range(runs):
        for name, works in FINDINGS.items():
            found[name].append(seconds_of(partial(worked_out, fresh(catalogue), works)))
    return {name: median(seconds) for name, seconds in found.items()}


def fresh(catalogue: Catalogue) -> Catalogue:
    """The same catalogue with the indexes that loading makes, and no finding worked out yet."""
    copied = copy(catalogue)
    vars(copied).pop("worked_out", None)
    return copied


def worked_out(catalogue: Catalogue, works: Sequence[Callable[[Catalogue], object]]) -> list[object]:
    return [catalogue.once(work) for work in works]


def report(found: Mapping[int, StepCosts]) -> str:
    """The figures as Markdown."""
    parts = [
        f"{time.strftime('%Y-%m-%d')}, revision {revision()}, {machine()}. Seconds of all processors.",
        table(heads(list(found)), [row(name, found) for name in steps_of(found)]),
        *[against(names, limit, found[LIMITED]) for names, limit in LIMITS.items() if LIMITED in found],
    ]
    return "\n\n".join(part.strip() for part in parts)


def steps_of(found: Mapping[int, StepCosts]) -> list[str]:
    return list(next(iter(found.values())).steps)


def heads(sizes: Sequence[int]) -> list[str]:
    """For each size three columns; then what a programme costs at one size beside the size before it."""
    of_sizes = [[f"{size:,}", "× CSafeLoader", "ms a programme"] for size in sizes]
    growth = [f"a programme, {more:,} beside {less:,}" for less, more in pairwise(sizes)]
    return ["", *[head for each in of_sizes for head in each], *growth]


def row(name: str, found: Mapping[int, StepCosts]) -> list[str]:
    """A step: at each size its seconds, the same beside the peer's, and for a programme; its growth."""
    cells, each = [name], [(size, costs.steps[name], costs.steps[PEER]) for size, costs in found.items()]
    for size, seconds, peer in each:
        cells += [f"{seconds:.2f} s", f"{seconds / peer:.3f}", f"{seconds / size * 1000:.3f}"]
    a_program = [seconds / size for size, seconds, _ in each]
    return [*cells, *[f"{more / less - 1:+.0%}" for less, more in pairwise(a_program)]]


def against(names: Sequence[str], limit: float, costs: StepCosts) -> str:
    """What findings took together beside their limit, which a slower machine stretches."""
    took = sum(costs.steps[name] for name in names)
    allowed = limit * costs.loop / LOOP
    return (
        f"{' and '.join(names).capitalize()} of {LIMITED:,}: {took:.2f} s; the limit is {limit:.0f} s where "
        f"`sum(range(10**7))` takes {LOOP} s. Here it took {costs.loop:.2f} s, so the limit is "
        f"{allowed:.1f} s, and {took / allowed:.0%} of it were taken."
    )


if __name__ == "__main__":
    sys.exit(main())
