"""`python -m benchmarks.history`: what a long history costs a build, and what `diff` takes, beside git."""

from __future__ import annotations

import argparse
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import NamedTuple, TypeVar

from benchmarks.builds import build, make_sample, positive, tell
from benchmarks.changes import PARSE
from benchmarks.commits import ALL_CHANGED, MAIN, ONE_CHANGED, make_repository
from benchmarks.contenders import CONTENDERS, PROJECT, Workspace
from benchmarks.findings import LOOP, TURNS
from benchmarks.measuring import FailedError, Invocation, run, seconds_of, spent
from benchmarks.place import ROOT, machine, revision
from benchmarks.report import README, fill, table
from catalogue.changes.history import history_of
from catalogue.changes.moves import moves_of
from catalogue.load import load
from catalogue.model.collection import Catalogue
from catalogue.page import Output, Publication, compile_templates
from catalogue.parallel import no_collecting, prepare
from catalogue.views.exports.atom import feed_files
from catalogue.views.pages.history import history_pages, own_history
from catalogue.views.words.context import Context

Result = TypeVar("Result")

SECTION = "history"
COMMITS, FEWER = 5_000, 5
"""The commits of the history; a fifth of them tells how costs grow."""
RUNS = 3
ADDED = 3
"""Seconds that reading 5,000 commits of 10,000 records may add to a build."""
READING, PATCHES, NAMES = "reading it, its values and git included", "`git log -p`", "`git log --raw`"


class Taken(NamedTuple):
    """Seconds on the clock, and those of all processors."""

    wall: float
    cpu: float


class DiffAsked(NamedTuple):
    """A comparison: in words, what it is asked with, how many seconds it may take (0 where none are named).

    Where one revision is named it is held against the folder as it lies on the disk.
    """

    title: str
    revisions: tuple[str, ...]
    limit: int = 0
    options: tuple[str, ...] = ()


DIFFS = (
    DiffAsked("nothing changed", (MAIN, MAIN), 2),
    DiffAsked("one record changed", (MAIN, ONE_CHANGED), 2),
    DiffAsked("one record changed, the folder on the disk", (ONE_CHANGED,), 2),
    DiffAsked("one record changed, `--effects`", (MAIN, ONE_CHANGED), 0, ("--effects",)),
    DiffAsked("every record changed", (MAIN, ALL_CHANGED), 10),
    DiffAsked("every record changed, the folder on the disk", (ALL_CHANGED,), 10),
    DiffAsked("every record changed, `--effects`", (MAIN, ALL_CHANGED), 0, ("--effects",)),
)


class Answered(NamedTuple):
    """What a comparison took, and what git took to tell the lines of the same two states apart."""

    project: Taken
    git: Taken


class Figures(NamedTuple):
    """All that a run has measured.

    `loop` is the machine's. `parts` are those of a history, by the number of its commits. `builds` are one
    without and one with the history. `parsed` is the parsing of all files alone.
    """

    programs: int
    loop: float
    parts: Mapping[int, Mapping[str, Taken]]
    builds: tuple[Taken, Taken]
    answers: Mapping[DiffAsked, Answered]
    parsed: Taken


def main(words: list[str] | None = None) -> int:
    asked = arguments(words)

    def figures(folder: Path) -> str:
        return report(measured(Workspace(folder / str(asked.programs)), asked))

    return fill(asked.readme, SECTION, (asked.work, asked.programs), figures)


def arguments(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.history", description=__doc__)
    for name, usual in (("programs", 10_000), ("commits", COMMITS), ("runs", RUNS)):
        parser.add_argument(f"--{name}", type=positive, default=usual, metavar="N", help=f"({usual})")
    parser.add_argument("--work", type=Path, metavar="DIR", help="folder for the repository and the sites")
    parser.add_argument("--readme", type=Path, default=README, metavar="FILE", help="where figures go")
    return parser.parse_args(words)


def measured(workspace: Workspace, asked: argparse.Namespace) -> Figures:
    """All figures of a sample and its history; whole commands first, while this process is small."""
    make_sample(asked.programs, workspace)
    make_repository(workspace.folder, workspace.sample, asked.commits)
    tell(f"{asked.commits:,} commits made")
    builds = builds_of(workspace, asked.runs)
    answers = {each: answered(each, workspace, asked.runs) for each in DIFFS}
    parse = Invocation([sys.executable, "-c", PARSE, workspace.sample], ROOT)
    parsed = middle(timed(parse, workspace) for _ in range(asked.runs))
    fewer = max(1, asked.commits // FEWER)
    shorter = make_repository(workspace.folder / "fewer", workspace.sample, fewer)
    folders = {fewer: shorter, asked.commits: workspace.sample}
    catalogue = load(workspace.sample).catalogue
    if catalogue is None:
        raise FailedError(f"{workspace.sample} has errors.")
    parts = {
        count: {**parts_of(catalogue, folder), **peers_of(folder, workspace)}
        for count, folder in folders.items()
    }
    loop = median(seconds_of(lambda: sum(range(TURNS))) for _ in range(asked.runs))
    return Figures(asked.programs, loop, parts, builds, answers, parsed)


def builds_of(workspace: Workspace, runs: int) -> tuple[Taken, Taken]:
    """A build where git finds no repository, and one where it does, in turn."""
    plain = CONTENDERS[PROJECT]
    hiding = ["env", f"GIT_CEILING_DIRECTORIES={workspace.folder}"]
    without = replace(plain, words=lambda here: [*hiding, *plain.words(here)])
    found: tuple[list[Taken], list[Taken]] = [], []
    for round_ in range(runs):
        for contender, times in zip((without, plain), found, strict=True):
            done = build(contender, workspace)
            times.append(Taken(done.wall, done.cpu))
        tell(f"Round {round_ + 1}: {found[0][-1].wall:.1f} s without history, {found[1][-1].wall:.1f} s with")
    return middle(found[0]), middle(found[1])


def answered(asked: DiffAsked, workspace: Workspace, runs: int) -> Answered:
    """What a comparison takes, and git's of the same, in turn."""
    own = [sys.executable, "-m", "catalogue", "diff", *asked.revisions, "--allow-large", *asked.options]
    peer = ["git", "-C", str(workspace.sample), "diff", *asked.revisions, "--", "."]
    commands = [Invocation(words, ROOT, workspace.environment) for words in (own, peer)]
    rounds = [[timed(command, workspace) for command in commands] for _ in range(runs)]
    found = Answered(*map(middle, zip(*rounds, strict=True)))
    tell(f"{asked.title}: {found.project.wall:.2f} s")
    return found


def peers_of(folder: Path, workspace: Workspace) -> Mapping[str, Taken]:
    """What git alone takes to tell a history: the lines that changed, and no more than the files."""
    log = ["git", "-C", str(folder), "log", "--first-parent", "--no-renames", "--format=%H"]
    words = {PATCHES: [*log, "-p"], NAMES: [*log, "--raw"]}
    return {
        name: timed(Invocation(each, ROOT, workspace.environment), workspace) for name, each in words.items()
    }


def parts_of(catalogue: Catalogue, folder: Path) -> Mapping[str, Taken]:
    """What each part of a history takes, told by one process; what several share counts for the first."""
    compile_templates()
    with no_collecting():
        history, reading = taken(lambda: history_of(folder, catalogue.redirects))
        context = Context(catalogue, Publication(catalogue.settings.address), history)
        feeds: list[Output] = []
        works: Mapping[str, Callable[[], object]] = {
            "what concerns bodies, groups and plans, and which feeds there are": lambda: feeds.extend(
                feed_files(context)
            ),
            "every change of a record in words": lambda: prepare([context.told_history.all()]),
            "the pages of «Thay đổi»": lambda: ended(each.make() for each in history_pages(context)),
            "on the pages of records": lambda: ended(own_history(context, each) for each in catalogue),
            "the feeds": lambda: ended(each.make() for each in feeds),
            "the numbers of moves in calendars": lambda: ended(
                moves_of(history, id) for id in catalogue.programs
            ),
        }
        return {READING: reading} | {name: taken(work)[1] for name, work in works.items()}


def ended(made: Iterable[object]) -> None:
    """Make each thing, and keep none."""
    deque(made, maxlen=0)


def taken(work: Callable[[], Result]) -> tuple[Result, Taken]:
    """What comes of some work, and what it takes of this process and of those that it starts and ends."""
    wall, cpu = time.perf_counter(), spent()
    result = work()
    return result, Taken(time.perf_counter() - wall, spent() - cpu)


def timed(command: Invocation, workspace: Workspace) -> Taken:
    """What a command takes."""
    done = run(command, workspace.folder / "log")
    return Taken(done.wall, done.cpu)


def middle(times: Iterable[Taken]) -> Taken:
    """The medians of some times."""
    walls, cpus = zip(*times, strict=True)
    return Taken(median(walls), median(cpus))


def report(found: Figures) -> str:
    """The figures as Markdown."""
    without, whole = found.builds
    head = (
        f"{found.programs:,} programmes; {time.strftime('%Y-%m-%d')}, revision {revision()}, {machine()}; "
        f"`sum(range(10**7))` takes {found.loop:.2f} s, on the machine that limits are for {LOOP} s."
    )
    added = (
        f"A build takes {without.wall:.1f} s on the clock ({without.cpu:.1f} s of processors) where git "
        f"knows nothing of the data, and {whole.wall - without.wall:.1f} s "
        f"({whole.cpu - without.cpu:.1f} s) more with {max(found.parts):,} commits. "
        f"Reading 5,000 may add {ADDED} s."
    )
    return "\n\n".join([head, parts_table(found.parts), added, answers_table(found)])


def parts_table(parts: Mapping[int, Mapping[str, Taken]]) -> str:
    """The parts of a history by the number of its commits, and how many times as much the most take."""
    fewest, most = min(parts), max(parts)
    heads = [f"{count:,} commits, {what}" for count in (fewest, most) for what in ("clock", "processor")]
    rows = [
        [name, *seconds(parts[fewest][name]), *seconds(each), times(each.cpu, parts[fewest][name].cpu)]
        for name, each in parts[most].items()
    ]
    return table(["seconds", *heads, "×"], rows)


def answers_table(found: Figures) -> str:
    """What comparisons take, beside git and their limits; last the parsing of two trees."""
    heads = ["`diff`", "clock, s", "processor, s", "limit, s", "`git diff`, clock, s", "× git"]
    rows = [
        [
            each.title,
            *seconds(own),
            str(each.limit or "–"),
            f"{git.wall:.2f}",
            times(own.wall, git.wall),
        ]
        for each, (own, git) in found.answers.items()
    ]
    both = Taken(2 * found.parsed.wall, 2 * found.parsed.cpu)
    return table(heads, [*rows, ["CSafeLoader alone, over both trees", *seconds(both), "", "", ""]])


def seconds(took: Taken) -> list[str]:
    return [f"{took.wall:.2f}", f"{took.cpu:.2f}"]


def times(one: float, other: float) -> str:
    """How many times the other one is; nothing where that was too short to be measured."""
    return f"{one / other:.1f}" if other else "–"


if __name__ == "__main__":
    sys.exit(main())
