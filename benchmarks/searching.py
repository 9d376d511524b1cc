"""`python -m benchmarks.searching`: this project's search, Pagefind's and Material's, on the same data."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple
from urllib.parse import quote

from playwright.sync_api import Browser, BrowserContext

from benchmarks import keystrokes
from benchmarks.builds import make_sample, positive
from benchmarks.contenders import CONTENDERS, Workspace
from benchmarks.engines import MODULES
from benchmarks.measuring import FailedError, Invocation, run
from benchmarks.pages import built
from benchmarks.phone import PROFILE, Traffic, hosted, phone, slowed
from benchmarks.place import ROOT, NoRoomError, machine, revision, workplace
from benchmarks.report import README, NoSectionError, place_of, put, table
from benchmarks.shared import write_shared
from tests.browser.chromium import launched

SECTION = "search"
RUNS = 3
SLOW_RUNS = 1
SIZES = (1_000, 10_000, 50_000)
QUERY = "chuyển đổi số"
"""With its marks: without them Pagefind misses every word with đ, and Material finds little."""
PATIENCE = 300_000
"""Milliseconds after which a search is taken for dead."""
PAGEFIND = MODULES / ".bin" / "pagefind"
PAGEFIND_PAGE = """<!doctype html>
<html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tìm</title>
<link rel="stylesheet" href="/pagefind/pagefind-ui.css"><script src="/pagefind/pagefind-ui.js"></script>
<div id="search"></div>
<script>
  const query = new URLSearchParams(location.search).get("q");
  new PagefindUI({ element: "#search" }).triggerSearch(query);
</script>
</html>
"""
RECORDS = "{chuong-trinh,chuyen-de,doi-tuong,don-vi,ke-hoach,van-ban,nguon,so-lieu}/*/index.html"
NOTE_FIRST = """
const note = () => {
  for (const [name, selector] of Object.entries(WANTED)) {
    if (name in first || !document.querySelector(selector)) continue;
    first[name] = performance.timeOrigin + performance.now();
  }
};
window.first = {};
new MutationObserver(note).observe(document, { childList: true, subtree: true });
"""


class SearchPage(NamedTuple):
    """A search in a page."""

    title: str
    site: Path
    """The folder of its site."""
    page: str
    """The address of its page in it."""
    wanted: Mapping[str, str]
    """What is waited for, as selectors: the first result, and the filters where it has some."""
    runs: int = RUNS


class First(NamedTuple):
    """What the first results of a search cost."""

    seconds: float
    """From the question for the page until they stood there."""
    requests: int
    kilobytes: float
    filters: tuple[float, float] | None
    """Seconds and KB until the filters had their counts."""
    blocked: float
    """The longest that the page's thread was blocked, in milliseconds."""


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.searching",
        description="Searches the same programmes with three engines in Chromium.",
    )
    parser.add_argument(
        "--programs",
        type=positive,
        default=10_000,
        metavar="N",
        help="programmes that all engines search (10,000)",
    )
    parser.add_argument(
        "--sizes",
        type=lambda words: [positive(word) for word in words.split(",")],
        default=SIZES,
        metavar="N,N",
        help="for this engine alone",
    )
    parser.add_argument("--work", type=Path, metavar="DIR", help="folder for samples and sites")
    parser.add_argument(
        "--readme", type=Path, default=README, metavar="FILE", help=f"the file with the section «{SECTION}»"
    )
    asked = parser.parse_args(words)
    try:
        place_of(SECTION, asked.readme.read_text(encoding="utf-8"))
        if not PAGEFIND.exists():
            raise FailedError("Pagefind is not installed: run `make bench-search`, which installs it.")
        with workplace(asked.work, 2 * asked.programs) as folder, launched() as browser:
            engines = prepared(asked.programs, Workspace(folder / str(asked.programs)))
            found = {engine.title: compared(browser, engine) for engine in engines}
            sizes = {f"{size:,} programmes": on_sample(browser, size, folder) for size in asked.sizes}
            real = keystrokes.typed(browser, ROOT / "data", folder / "real")
            put(asked.readme, SECTION, report(asked.programs, found, {"the real catalogue": real, **sizes}))
    except (NoRoomError, NoSectionError, FailedError, OSError) as error:
        print(f"{error}\n{asked.readme.name} stays as it was.", file=sys.stderr)
        return 1
    return 0


def prepared(programs: int, workspace: Workspace) -> list[SearchPage]:
    """The same sample as three sites, each with its search."""
    site = built(programs, workspace)
    ours = SearchPage(
        "this project",
        site,
        "tra-cuu/",
        {"result": "[data-results] > li", "filters": "[data-filters] .facet__count"},
    )
    write_shared(workspace.sample, site, workspace.shared)
    return [ours, with_pagefind(workspace, site), with_material(workspace)]


def with_pagefind(workspace: Workspace, site: Path) -> SearchPage:
    """The same pages of records, indexed by Pagefind: what stands in their `main`."""
    folder = workspace.folder / "pagefind"
    words: list[str | Path] = [
        PAGEFIND,
        "--site",
        site,
        "--glob",
        RECORDS,
        "--root-selector",
        "main",
        "--output-path",
        folder / "pagefind",
    ]
    run(Invocation(words, workspace.folder), workspace.folder / "log")
    (folder / "index.html").write_text(PAGEFIND_PAGE, encoding="utf-8")
    return SearchPage("Pagefind", folder, "", {"result": ".pagefind-ui__result-link"})


def with_material(workspace: Workspace) -> SearchPage:
    """Stock MkDocs Material: a page of every programme, its own search."""
    contender = CONTENDERS["material"]
    folder = workspace.folder / "material-site"
    workspace.out.rename(kept := workspace.folder / "kept")
    contender.set_up(workspace)
    run(contender.command(workspace), workspace.folder / "log")
    workspace.out.rename(folder)
    kept.rename(workspace.out)
    return SearchPage("MkDocs Material", folder, "", {"result": ".md-search-result__item"}, SLOW_RUNS)


def on_sample(browser: Browser, size: int, folder: Path) -> keystrokes.Typed:
    """The engine alone on a sample."""
    workspace = Workspace(folder / f"typed-{size}")
    make_sample(size, workspace)
    return keystrokes.typed(browser, workspace.sample, workspace.folder / "site")


def compared(browser: Browser, engine: SearchPage) -> tuple[list[First], list[First]]:
    """The first results of visits with nothing in the cache, and of visits after one."""
    cold: list[First] = []
    warm: list[First] = []
    with hosted(engine.site) as host:
        for _ in range(engine.runs):
            with phone(browser) as context:
                wanted = (
                    "{" + ", ".join(f'{name}: "{selector}"' for name, selector in engine.wanted.items()) + "}"
                )
                context.add_init_script(NOTE_FIRST.replace("WANTED", wanted))
                for visits in (cold, warm):
                    host.traffic = Traffic()
                    visits.append(
                        first(
                            context,
                            f"{host.address}{engine.page}?q={quote(QUERY)}",
                            lambda: host.traffic,
                            engine.wanted,
                        )
                    )
    return cold, warm


def first(
    context: BrowserContext, address: str, traffic: Callable[[], Traffic], wanted: Mapping[str, str]
) -> First:
    """The first results in a new page."""
    page = slowed(context)
    begun = time.time()
    page.goto(address, timeout=PATIENCE)
    page.wait_for_function(f"Object.keys(first).length === {len(wanted)}", timeout=PATIENCE)
    moments: dict[str, float] = {name: moment / 1000 for name, moment in page.evaluate("first").items()}
    blocked: float = page.evaluate("seen.blocked")
    page.close()
    seen = traffic()
    result, filters = moments["result"], moments.get("filters")
    of_filters = (filters - begun, seen.bytes(filters) / 1000) if filters else None
    return First(result - begun, seen.requests(result), seen.bytes(result) / 1000, of_filters, blocked)


def report(
    programs: int, found: Mapping[str, tuple[list[First], list[First]]], sizes: Mapping[str, keystrokes.Typed]
) -> str:
    heads = [
        "",
        "first results",
        "KB until then",
        "requests",
        "filters with counts",
        "KB until then",
        "longest task",
        "again: first results",
        "KB until then",
    ]
    visits = f"Medians of {RUNS} first visits ({SLOW_RUNS} of Material's, which takes minutes)"
    keys = "all queries for the sample in `tests/search/queries.yml`, typed key by key"
    lines = [
        f"{time.strftime('%Y-%m-%d')}, revision {revision()}, {machine()}.",
        f"«{QUERY}» asked by address on {programs:,} programmes; {PROFILE}.",
        f"{visits}, and of a second one after each.",
        table(heads, [[title, *row(cold, warm)] for title, (cold, warm) in found.items()]),
        f"This engine alone, its thread not slowed: {keys}, counts of all filters included.",
        table(
            ["", *keystrokes.HEADS],
            [[title, *cells] for title, cells in zip(sizes, keystrokes.cells(sizes.values()), strict=True)],
        ),
    ]
    return "\n\n".join(line.strip() for line in lines)


def row(cold: Sequence[First], warm: Sequence[First]) -> list[str]:
    filters = [visit.filters for visit in cold if visit.filters]
    return [
        f"{median(visit.seconds for visit in cold):.2f} s",
        f"{median(visit.kilobytes for visit in cold):.0f}",
        f"{median(visit.requests for visit in cold):.0f}",
        f"{median(seconds for seconds, _ in filters):.2f} s" if filters else "none",
        f"{median(size for _, size in filters):.0f}" if filters else "",
        f"{median(visit.blocked for visit in cold):.0f} ms",
        f"{median(visit.seconds for visit in warm):.2f} s",
        f"{median(visit.kilobytes for visit in warm):.0f}",
    ]


if __name__ == "__main__":
    sys.exit(main())
