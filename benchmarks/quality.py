"""`python -m benchmarks.quality`: this project's search and its peers answer tests/search/queries.yml."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean

from playwright.sync_api import Browser, Page

from benchmarks.builds import make_sample
from benchmarks.contenders import Workspace
from benchmarks.engines import (
    ENGINES,
    HERE,
    PROJECT,
    Engine,
    bring_scripts,
    must_be_installed,
    set_up,
    versions,
)
from benchmarks.measuring import FailedError, Invocation, run
from benchmarks.phone import hosted
from benchmarks.place import ROOT, NoRoomError, revision, workplace
from benchmarks.report import README, NoSectionError, place_of, put, table
from sample.recipe import DAY
from tests.browser.chromium import launched
from tests.search.judging import (
    AT_LEAST,
    AT_LEAST_OF_A_SORT,
    QUERIES,
    Verdict,
    all_judged,
    left_behind,
    of_sort,
    sorts_of,
    success,
    told,
    typed,
)
from tests.site.built import search_folder_in

SECTION = "quality"
PROGRAMS = 1_000
"""The size of the sample that the queries are written for."""
MUST_LEAD = ("unmarked", "mixed", "misspelt")
"""Sorts of queries in which this project's engine is to be above every other."""
RECORDS = "(folder) => import(new URL('records.js', location)).then(({ recordsOf }) => recordsOf(folder))"
ASK = """async ([root, script, how, queries, today]) => {
  const { open } = await import(`${root}peers/${script}.js`);
  const ask = await open({ root, today, ...how });
  const answers = [];
  for (const query of queries) answers.push(await ask(query));
  return answers;
}"""

Found = Mapping[str, Mapping[str, Sequence[Verdict]]]
"""By catalogue and engine the verdicts on all queries."""


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quality", description="Asks the same queries of several search engines."
    )
    parser.add_argument(
        "--failures", action="store_true", help="print the queries that this project's engine fails"
    )
    parser.add_argument("--work", type=Path, metavar="DIR", help="folder for sample and sites")
    parser.add_argument(
        "--readme", type=Path, default=README, metavar="FILE", help=f"the file with the section «{SECTION}»"
    )
    asked = parser.parse_args(words)
    try:
        place_of(SECTION, asked.readme.read_text(encoding="utf-8"))
        must_be_installed()
        with workplace(asked.work, PROGRAMS) as folder, launched() as browser:
            found = {
                name: answered(browser, name, data, folder / name)
                for name, data in catalogues(folder).items()
            }
            put(asked.readme, SECTION, text := report(found))
    except (NoRoomError, NoSectionError, FailedError, OSError) as error:
        print(f"{error}\n{asked.readme.name} stays as it was.", file=sys.stderr)
        return 1
    print(text)
    if asked.failures:
        print("", *failures(found), sep="\n")
    missed = shortcomings(found)
    print(*missed, sep="\n", end="\n" if missed else "", file=sys.stderr)
    return 1 if missed else 0


def catalogues(folder: Path) -> Mapping[str, Path]:
    """The data that the queries are asked of."""
    workspace = Workspace(folder / "data")
    make_sample(PROGRAMS, workspace)
    return {"real": ROOT / "data", "sample": workspace.sample}


def answered(browser: Browser, name: str, data: Path, folder: Path) -> Mapping[str, Sequence[Verdict]]:
    """The verdicts on what every engine answers, on one site and its records."""
    folder.mkdir()
    site = folder / "site"
    run(
        Invocation(
            [sys.executable, "hooks/build_site.py", "--site-dir", site], ROOT, {"CATALOGUE_DATA": str(data)}
        ),
        folder / "log",
    )
    bring_scripts(site)
    (site / HERE / "blank.html").write_text(
        '<!doctype html><html lang="vi"><title>Blank</title></html>', encoding="utf-8"
    )
    with hosted(site) as host:
        host.slow = False
        page = browser.new_page()
        page.goto(f"{host.address}{HERE}/blank.html")
        published = host.address + search_folder_in(site)
        records = page.evaluate(RECORDS, published)
        set_up(site, records, folder)
        found = {
            engine.title: all_judged(
                name, answers(page, host.address, engine, name, {"records": records, "folder": published})
            )
            for engine in ENGINES
        }
        page.close()
    return found


def answers(page: Page, root: str, engine: Engine, name: str, what: Mapping[str, object]) -> list[list[str]]:
    """What one engine answers to each query of a catalogue, given what it searches: ids, best first."""
    how = {**engine.how, **what}
    found: list[list[str]] = page.evaluate(
        ASK, [root, engine.script, how, [typed(asked) for asked in QUERIES[name]], DAY.isoformat()]
    )
    print(f"{name}: {engine.title} asked", file=sys.stderr, flush=True)
    return found


def report(found: Found) -> str:
    """When and with what, and a table for each catalogue and for both."""
    parts = [f"{time.strftime('%Y-%m-%d')}, revision {revision()}; {versions()}."]
    for name, verdicts in {
        "Both": together(found),
        "Real data": found["real"],
        f"Sample of {PROGRAMS:,}": found["sample"],
    }.items():
        parts += [f"### {name}", by_sort(verdicts)]
    return "\n\n".join(part.strip() for part in parts)


def together(found: Found) -> Mapping[str, list[Verdict]]:
    """The verdicts of all catalogues, by engine."""
    return {
        engine.title: [verdict for of_catalogue in found.values() for verdict in of_catalogue[engine.title]]
        for engine in ENGINES
    }


def by_sort(found: Mapping[str, Sequence[Verdict]]) -> str:
    """A row for every sort of query, then all of them, strictly and by place alone."""
    rows = [
        row(sort, {title: of_sort(verdicts, sort) for title, verdicts in found.items()})
        for sort in sorts_of(found[PROJECT.title])
    ]
    return table(
        ["sort (queries)", *found],
        [*rows, row("**all**", found), row("all, by place alone", found, strict=False)],
    )


def row(name: str, found: Mapping[str, Sequence[Verdict]], *, strict: bool = True) -> list[str]:
    """For each engine success@1, success@3, MRR."""
    cells = [
        [
            success(of, 1, strict=strict),
            success(of, 3, strict=strict),
            mean(each.reciprocal(strict=strict) for each in of),
        ]
        for of in found.values()
    ]
    return [
        f"{name} ({len(found[PROJECT.title])})",
        *(" ".join(f"{share:.2f}" for share in cell) for cell in cells),
    ]


def failures(found: Found) -> list[str]:
    """The queries that this project's engine fails, in any way."""
    return [
        f"{name}, {told(each)}"
        for name, of in found.items()
        for each in of[PROJECT.title]
        if not each.is_right(1)
    ]


def shortcomings(found: Found) -> list[str]:
    """What is less than it is to be."""
    every = dict(together(found))
    ours = every.pop(PROJECT.title)
    missed = [
        f"success@{most} is {success(ours, most):.3f}; it is to be {least}."
        for most, least in AT_LEAST.items()
        if success(ours, most) < least
    ]
    missed += [
        f"success@1 is {share:.3f} in queries that are {sort}; it is to be {AT_LEAST_OF_A_SORT}."
        for sort, share in left_behind(ours).items()
    ]
    for sort in MUST_LEAD:
        best = success(of_sort(ours, sort), 1)
        missed += [
            f"{title} is as good in queries that are {sort}."
            for title, of in every.items()
            if success(of_sort(of, sort), 1) >= best
        ]
    return missed


if __name__ == "__main__":
    sys.exit(main())
