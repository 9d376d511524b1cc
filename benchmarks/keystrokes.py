"""What the search engine costs by itself, in Chromium: the bytes of its data, its index, each keystroke."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterable
from math import ceil
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser

from benchmarks.measuring import FailedError
from benchmarks.phone import hosted
from benchmarks.place import ROOT
from catalogue.load import load
from catalogue.page import Publication
from catalogue.publish.output import file_from, write_all
from catalogue.views.edition import edition_of
from catalogue.views.words.context import Context
from sample.recipe import DAY
from tests.search.judging import QUERIES
from tests.search.judging import typed as typed_text
from tests.site.built import search_folder_in

DATA = "assets/search/"
TYPE = """async ([root, folder, queries, today]) => {
  const data = await import(`${root}assets/javascripts/search/engine/data.js`);
  const { createIndex, search } = await import(`${root}assets/javascripts/search/engine/engine.js`);
  const library = await data.loadTitles(root + folder);
  await data.loadFacets(root + folder, library);
  await data.loadDetails(root + folder, library);
  const begun = performance.now();
  const index = createIndex(library.records, library);
  const made = performance.now() - begun;
  search(index, "", { today });
  const times = [];
  for (const query of queries) {
    for (let end = 1; end <= query.length; end += 1) {
      const start = performance.now();
      search(index, query.slice(0, end), { today });
      times.push(performance.now() - start);
    }
  }
  return { records: library.records.length, made, times };
}"""


class Typed(NamedTuple):
    """The engine at one size."""

    records: int
    kilobytes: dict[str, float]
    """Of each file, as it goes over the network."""
    made: float
    """Milliseconds in which the index was made."""
    times: list[float]
    """Milliseconds of each keystroke."""

    def part(self, share: float) -> float:
        """The milliseconds that a share of all keystrokes stays within."""
        return sorted(self.times)[ceil(share * len(self.times)) - 1]


def typed(browser: Browser, data: Path, folder: Path) -> Typed:
    """Queries typed key by key at the engine, on what a catalogue publishes for it."""
    publish(data, folder)
    published = search_folder_in(folder)
    with hosted(folder) as host:
        host.slow = False
        page = browser.new_page()
        page.goto(f"{host.address}blank.html")
        found: dict[str, Any] = page.evaluate(
            TYPE,
            [host.address, published, [typed_text(asked) for asked in QUERIES["sample"]], DAY.isoformat()],
        )
        page.close()
    kilobytes = {
        path.stem: len(gzip.compress(path.read_bytes())) / 1000
        for path in sorted((folder / published).iterdir())
    }
    return Typed(found["records"], kilobytes, found["made"], found["times"])


def publish(data: Path, folder: Path) -> None:
    """What search needs of a site, and nothing else."""
    loaded = load(data)
    if loaded.catalogue is None:
        raise FailedError(f"{data} has errors.")
    context = Context(loaded.catalogue, Publication(loaded.catalogue.settings.address))
    write_all(
        (file_from(output, str) for output in edition_of(context).outputs if output.address.startswith(DATA)),
        folder,
    )
    shutil.copytree(ROOT / "docs/assets/javascripts", folder / "assets/javascripts")
    (folder / "blank.html").write_text("<!doctype html><title>Blank</title>", encoding="utf-8")


def cells(found: Iterable[Typed]) -> Iterable[list[str]]:
    """A row for each size."""
    for each in found:
        yield [
            f"{each.records:,}",
            *(f"{each.kilobytes[name]:.1f}" for name in ("titles", "facets", "details")),
            f"{sum(each.kilobytes.values()):.1f}",
            f"{each.made:.0f}",
            *(f"{each.part(share):.2f}" for share in (0.5, 0.95, 1)),
            f"{len(each.times):,}",
        ]


HEADS = [
    "records",
    "titles KB",
    "facets KB",
    "details KB",
    "KB in all",
    "index ms",
    "keystroke ms, median",
    "95 %",
    "longest",
    "keystrokes",
]
