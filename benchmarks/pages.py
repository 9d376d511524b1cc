"""`python -m benchmarks.pages`: what the pages of a large catalogue cost a reader with a phone."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser

from benchmarks.builds import make_sample, positive
from benchmarks.contenders import CONTENDERS, PROJECT, Workspace
from benchmarks.measuring import FailedError, run
from benchmarks.phone import PROFILE, Host, Seen, Traffic, hosted, phone, seen, slowed
from benchmarks.place import NoRoomError, machine, revision, workplace
from benchmarks.report import README, NoSectionError, place_of, put, table
from tests.browser.chromium import launched

SECTION = "pages"
RUNS = 5
MOST_HTML = 200_000
"""Bytes of HTML that no page may exceed, before they are compressed."""
PAPER = "in"
"""The folder of a page for paper: it holds all of a plan, and has no limit."""
MOST_AT_HOME = 100_000
"""Bytes that the home page may ask for, with all that it needs."""
MOST_SHIFT = 0.001
"""A content that has moved by less than this (a share of the screen) has not moved: Chromium rounds."""
KINDS = {
    "home": "index.html",
    "search": "tra-cuu/index.html",
    "«Tôi được cử học lớp nào?»": "tim-lop/index.html",
    "programmes": "chuong-trinh/index.html",
    "bodies": "don-vi/index.html",
    "figures": "so-lieu/index.html",
    "a year": "nam/*/index.html",
    "a block": "khoi/*/index.html",
    "a programme": "chuong-trinh/*/index.html",
    "a topic set or topic": "chuyen-de/*/index.html",
    "a learner group": "doi-tuong/*/index.html",
    "a body": "don-vi/*/index.html",
    "a plan": "ke-hoach/*/index.html",
    "a document": "van-ban/*/index.html",
    "a source": "nguon/*/index.html",
    "a page of a long list": "*/*/*/**/index.html",
}
"""Kinds of pages and where they lie; of each the heaviest is looked at."""


class Measured(NamedTuple):
    """The heaviest page of a kind."""

    address: str
    html: int
    """Bytes of its HTML."""
    traffic: Traffic
    """What the last visit asked for."""
    visits: list[Seen]


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.pages", description="Looks at the heaviest page of each kind with a phone."
    )
    parser.add_argument(
        "--programs", type=positive, default=10_000, metavar="N", help="programmes of the sample (10,000)"
    )
    parser.add_argument("--work", type=Path, metavar="DIR", help="folder for the sample and its site")
    parser.add_argument(
        "--readme", type=Path, default=README, metavar="FILE", help=f"the file with the section «{SECTION}»"
    )
    asked = parser.parse_args(words)
    try:
        place_of(SECTION, asked.readme.read_text(encoding="utf-8"))
        with workplace(asked.work, asked.programs) as folder:
            site = built(asked.programs, Workspace(folder / str(asked.programs)))
            with hosted(site) as host, launched() as browser:
                found = {
                    kind: measured(browser, host, heaviest(site, pattern)) for kind, pattern in KINDS.items()
                }
            largest = heaviest(site, "**/index.html")
            over = list(excesses(found, largest.stat().st_size))
            put(
                asked.readme,
                SECTION,
                report(asked.programs, found, largest.relative_to(site), largest.stat().st_size),
            )
    except (NoRoomError, NoSectionError, FailedError, OSError) as error:
        print(f"{error}\n{asked.readme.name} stays as it was.", file=sys.stderr)
        return 1
    print("\n".join(over), file=sys.stderr)
    return 1 if over else 0


def built(programs: int, workspace: Workspace) -> Path:
    """The site of a sample."""
    make_sample(programs, workspace)
    workspace.caches.mkdir()
    run(CONTENDERS[PROJECT].command(workspace), workspace.folder / "log")
    return workspace.out


def heaviest(site: Path, pattern: str) -> Path:
    """The largest of the pages for screens that lie so; of two the one that comes first."""
    pages = (path for path in sorted(site.glob(pattern)) if path.parent.name != PAPER)
    return max(pages, key=lambda path: path.stat().st_size)


def measured(browser: Browser, host: Host, page: Path) -> Measured:
    """A page looked at several times, each time by a phone that comes for the first time."""
    address = page.parent.relative_to(host.folder).as_posix()
    visits = []
    for _ in range(RUNS):
        host.traffic = Traffic()
        visits.append(visited(browser, f"{host.address}{address}/".replace("/./", "/")))
    return Measured(f"/{address}/".replace("/./", "/"), page.stat().st_size, host.traffic, visits)


def visited(browser: Browser, address: str) -> Seen:
    """What is seen of a page until it asks for nothing more."""
    with phone(browser) as context:
        page = slowed(context)
        page.goto(address, wait_until="networkidle")
        page.evaluate(
            "() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))"
        )
        return seen(page)


def report(programs: int, found: dict[str, Measured], largest: Path, size: int) -> str:
    seen_of = ["first paint", "layout shift", "longest task"]
    heads = ["", "KB of HTML", "KB asked for", "requests", *seen_of, "the page"]
    profile = f"{programs:,} programmes; {PROFILE}; medians of {RUNS} first visits."
    lines = [
        f"{time.strftime('%Y-%m-%d')}, revision {revision()}, {machine()}. {profile}",
        table(heads, [[kind, *row(each)] for kind, each in found.items()]),
        f"The largest page for screens is /{largest.parent.as_posix()}/ with {size / 1000:.1f} KB of HTML.",
    ]
    return "\n\n".join(line.strip() for line in lines)


def row(found: Measured) -> list[str]:
    painted, shift, blocked = (median(values) for values in zip(*found.visits, strict=True))
    return [
        f"{found.html / 1000:.1f}",
        f"{found.traffic.bytes() / 1000:.1f}",
        str(found.traffic.requests()),
        f"{painted / 1000:.2f} s",
        f"{shift:.3f}",
        f"{blocked:.0f} ms",
        f"`{found.address}`",
    ]


def excesses(found: dict[str, Measured], largest: int) -> Iterator[str]:
    """What is over the limits."""
    if largest > MOST_HTML:
        yield f"The largest page has {largest:,} bytes of HTML, more than {MOST_HTML:,}."
    if found["home"].traffic.bytes() > MOST_AT_HOME:
        yield f"The home page asks for {found['home'].traffic.bytes():,} bytes, more than {MOST_AT_HOME:,}."
    yield from (
        f"The content of {each.address} moves."
        for each in found.values()
        if max(visit.shift for visit in each.visits) > MOST_SHIFT
    )


if __name__ == "__main__":
    sys.exit(main())
