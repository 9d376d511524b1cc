"""Figures as Markdown tables: medians, and how they stand to Hugo's."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from benchmarks.changes import Changes
from benchmarks.contenders import CONTENDERS, HUGO_NAME, PROJECT, Contender
from benchmarks.measuring import Run
from benchmarks.output import WrittenSite
from benchmarks.place import machine, revision
from benchmarks.report import table


class Result(NamedTuple):
    """One contender at one size: what it wrote, the run whose memory was looked at, the timed runs."""

    output: WrittenSite
    looked_at: Run
    runs: list[Run]

    @property
    def wall(self) -> float:
        return median(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        return median(run.cpu for run in self.runs)


BySize = Mapping[int, Mapping[str, Result]]


def report(
    results: BySize, changed: Mapping[int, Changes], contenders: Iterable[Contender], disk: str
) -> str:
    """All that a run has found."""
    contenders = list(contenders)
    sizes = [
        part
        for size, found in results.items()
        for part in (f"### {size:,} programmes", size_table(size, found, contenders))
    ]
    parts = [
        surroundings(contenders, disk),
        *sizes,
        "### Growth",
        growth_table(results),
        "### A change, and the check",
        changes_table(changed, results),
    ]
    return "\n\n".join(part.strip() for part in parts)


def surroundings(contenders: Iterable[Contender], disk: str) -> str:
    """When, where and with what a run was made."""
    versions = [f"- {each.title}: {each.missing() or each.version()}" for each in contenders]
    machine_line = (
        f"{time.strftime('%Y-%m-%d')}, revision {revision()}, {machine()}; samples and sites on {disk}."
    )
    return "\n".join([machine_line, "", *versions])


def size_table(size: int, found: Mapping[str, Result], contenders: Iterable[Contender]) -> str:
    heads = [
        "",
        "seconds (least to most)",
        "runs",
        "CPU s",
        "× Hugo",
        "MiB together",
        "MiB largest",
        "pages",
        "files",
        "MB",
        "KB a record",
        "KB a programme",
    ]
    return table(heads, [row(each, found) for each in contenders if size <= each.largest])


def row(contender: Contender, found: Mapping[str, Result]) -> list[str]:
    if contender.name not in found:
        return [contender.title, contender.missing(), *[""] * 10]
    result = found[contender.name]
    walls = [run.wall for run in result.runs]
    output = result.output
    times = [
        f"{result.wall:.2f} ({min(walls):.2f} to {max(walls):.2f})",
        str(len(walls)),
        f"{result.cpu:.2f}",
        to_hugo(result, found),
    ]
    memory = [f"{result.looked_at.together or 0:.0f}", f"{max(run.largest for run in result.runs):.0f}"]
    sizes = [
        f"{output.pages:,}",
        f"{output.files:,}",
        f"{output.bytes / 1e6:.1f}",
        f"{output.a_record / 1000:.1f}",
        f"{output.a_program / 1000:.1f}",
    ]
    return [contender.title, *times, *memory, *sizes]


def to_hugo(result: Result, found: Mapping[str, Result]) -> str:
    return f"{result.wall / found[HUGO_NAME].wall:.2f}" if HUGO_NAME in found else "–"


def growth_table(results: BySize) -> str:
    """Milliseconds a programme at each size, and the last beside the one before it."""
    sizes = list(results)
    names = [name for name in CONTENDERS if any(name in found for found in results.values())]
    heads = [
        "ms a programme",
        *[f"{size:,}" for size in sizes],
        *[f"{more:,} beside {less:,}" for less, more in pairwise(sizes)],
    ]
    rows = []
    for name in names:
        each = {size: found[name].wall / size * 1000 for size, found in results.items() if name in found}
        steps = [
            f"{each[more] / each[less] - 1:+.0%}" if {less, more} <= each.keys() else ""
            for less, more in pairwise(sizes)
        ]
        rows.append(
            [CONTENDERS[name].title, *[f"{each[size]:.2f}" if size in each else "" for size in sizes], *steps]
        )
    return table(heads, rows)


def changes_table(changed: Mapping[int, Changes], results: BySize) -> str:
    """The second table: a column for each size."""
    lines: list[tuple[str, Callable[[int, Changes], str]]] = [
        ("`python -m catalogue --help`", lambda _, found: seconds(found.start)),
        ("`python -m catalogue check`", lambda _, found: seconds(found.check)),
        ("CSafeLoader alone over the same files", lambda _, found: seconds(found.parse)),
        ("check beside CSafeLoader alone", lambda _, found: f"{found.check / found.parse:.2f} ×"),
        (
            "`make serve`: the build after one changed record, as MkDocs tells it",
            lambda _, found: seconds(found.rebuilt),
        ),
        ("the same, until the changed page is served", lambda _, found: seconds(found.served)),
        ("full build of this project", lambda size, _: full(results[size], PROJECT)),
        ("full build of Hugo", lambda size, _: full(results[size], HUGO_NAME)),
        (
            "the build after a change beside Hugo's full build",
            lambda size, found: beside_hugo(found, results[size]),
        ),
    ]
    return table(
        ["", *[f"{size:,}" for size in changed]],
        [[words, *[cell(size, found) for size, found in changed.items()]] for words, cell in lines],
    )


def seconds(value: float) -> str:
    return f"{value:.2f} s"


def full(found: Mapping[str, Result], name: str) -> str:
    return seconds(found[name].wall) if name in found else "–"


def beside_hugo(found: Changes, results: Mapping[str, Result]) -> str:
    return f"{found.rebuilt / results[HUGO_NAME].wall:.2f} ×" if HUGO_NAME in results else "–"
