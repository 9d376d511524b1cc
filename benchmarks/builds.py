"""`python -m benchmarks.builds`: this project and its peers build the same catalogues in turn.

`--help` lists the options.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks import changes, tables
from benchmarks.contenders import CONTENDERS, PROJECT, Contender, Workspace
from benchmarks.measuring import FailedError, Invocation, Run, run
from benchmarks.output import UnfinishedError, look
from benchmarks.place import ROOT, NoRoomError, file_system, workplace
from benchmarks.report import README, NoSectionError, place_of, put
from benchmarks.shared import write_shared

SIZES = (100, 1_000, 10_000)
RUNS = 5
SLOW_RUNS = 3


def main(words: list[str] | None = None) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    return bench(arguments(words))


def bench(asked: argparse.Namespace) -> int:
    """Measure what was asked for and write it down; 0, or the exit code of what went wrong."""
    try:
        place_of(
            "builds", asked.readme.read_text(encoding="utf-8")
        )  # hours are not spent on figures that have no place
        with workplace(asked.work, max(asked.sizes)) as folder:
            tell(f"Working in {folder} ({file_system(folder)})")
            results = {size: measured(size, asked.contenders, asked.runs, folder) for size in asked.sizes}
            changed = {
                size: changes.measured(folder / str(size), asked.runs)
                for size in asked.sizes
                if size <= changes.LARGEST
            }
            put(
                asked.readme, "builds", tables.report(results, changed, asked.contenders, file_system(folder))
            )
    except (NoRoomError, NoSectionError, FailedError, UnfinishedError, OSError) as error:
        print(f"{error}\n{asked.readme.name} stays as it was.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"Stopped; {asked.readme.name} stays as it was.", file=sys.stderr)
        return 128 + signal.SIGINT
    return 0


def arguments(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.builds",
        description="Builds the same catalogues with this project and its peers in turn.",
    )
    parser.add_argument(
        "--sizes",
        type=sizes,
        default=SIZES,
        metavar="N,N",
        help="programmes of the samples; over 10,000 this project and the floor alone",
    )
    parser.add_argument(
        "--runs", type=positive, default=RUNS, metavar="N", help=f"timed runs of each ({RUNS})"
    )
    parser.add_argument(
        "--only",
        dest="contenders",
        type=some,
        default=list(CONTENDERS.values()),
        metavar="NAME,NAME",
        help=", ".join(CONTENDERS),
    )
    parser.add_argument(
        "--work",
        type=Path,
        metavar="DIR",
        help="folder for samples and sites (memory where it has the room, else the temporary folder)",
    )
    parser.add_argument(
        "--readme", type=Path, default=README, metavar="FILE", help="the file with the section «builds»"
    )
    return parser.parse_args(words)


def positive(word: str) -> int:
    if not word.isdecimal() or int(word) < 1:
        raise argparse.ArgumentTypeError(f"«{word}» is no number from 1 on")
    return int(word)


def sizes(words: str) -> tuple[int, ...]:
    return tuple(sorted({positive(word) for word in words.split(",")}))


def some(words: str) -> list[Contender]:
    """The contenders that are named, and this project, whose pages the others are given the frame of."""
    names = {PROJECT, *words.split(",")}
    if unknown := names - CONTENDERS.keys():
        raise argparse.ArgumentTypeError(
            f"no contender «{', '.join(sorted(unknown))}»; there are {', '.join(CONTENDERS)}"
        )
    return [each for name, each in CONTENDERS.items() if name in names]


def measured(
    size: int, contenders: Iterable[Contender], runs: int, folder: Path
) -> Mapping[str, tables.Result]:
    """The results of one size, by the names of the contenders that are there."""
    workspace = Workspace(folder / str(size))
    make_sample(size, workspace)
    there = [each for each in contenders if size <= each.largest and not each.missing()]
    results = {each.name: first(each, workspace) for each in there}
    for round_ in range(1, runs + 1):
        for each in there:
            if round_ <= rounds(each, size, runs):
                results[each.name].runs.append(build(each, workspace))
                tell(f"{size:,}, round {round_}: {each.title}, {results[each.name].runs[-1].wall:.2f} s")
    return results


def rounds(contender: Contender, size: int, runs: int) -> int:
    """How often a contender is timed; those that take minutes once."""
    if size > 10_000 or (contender.slow and size >= 10_000):
        return 1
    return min(runs, SLOW_RUNS) if contender.slow else runs


def make_sample(size: int, workspace: Workspace) -> None:
    workspace.shared.mkdir(parents=True)
    words = [sys.executable, "-m", "catalogue", "sample", "--programs", str(size), str(workspace.sample)]
    run(Invocation(words, ROOT), workspace.folder / "log")


def first(contender: Contender, workspace: Workspace) -> tables.Result:
    """A run that is not timed: its memory and output are looked at. This project's makes the peers' frame."""
    contender.set_up(workspace)
    looked_at = build(contender, workspace, looked_at=True, kept=True)
    output = look(workspace.out, workspace.sample, contender)
    if contender.name == PROJECT:
        write_shared(workspace.sample, workspace.out, workspace.shared)
    shutil.rmtree(workspace.out)
    tell(f"{contender.title}: {output.pages:,} pages, {output.a_record / 1000:.1f} KB a record")
    return tables.Result(output, looked_at, [])


def build(contender: Contender, workspace: Workspace, *, looked_at: bool = False, kept: bool = False) -> Run:
    """One build from a clean start; what it wrote is removed after the clock has stopped."""
    shutil.rmtree(workspace.caches, ignore_errors=True)
    workspace.caches.mkdir()
    try:
        return run(contender.command(workspace), workspace.folder / "log", looked_at=looked_at)
    except (FailedError, OSError) as error:
        raise FailedError(f"{contender.title}: {error}") from error
    finally:
        if not kept:
            shutil.rmtree(workspace.out, ignore_errors=True)


def tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
