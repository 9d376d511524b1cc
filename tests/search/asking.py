"""The search of a site at work in a browser, asked without its page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page

from tests.browser.conftest import served
from tests.site.built import search_folder_in

OPEN = """async ([root, folder]) => {
  const data = await import(`${root}assets/javascripts/search/engine/data.js`);
  const { createIndex, search } = await import(`${root}assets/javascripts/search/engine/engine.js`);
  const vietnamese = await import(`${root}assets/javascripts/common/vietnamese.js`);
  const library = await data.loadTitles(root + folder);
  await data.loadFacets(root + folder, library);
  await data.loadDetails(root + folder, library);
  const index = createIndex(library.records, library);
  Object.assign(globalThis, { library, vietnamese, find: (query, options) => search(index, query, options) });
}"""
FIND = """([queries, options]) => JSON.stringify(queries.map((query) =>
  find(query, options).results.map(({ kind, id, together }) => [`${kind}/${id}`, together])))"""
"""As one text, which is read in a hundredth of the time that Playwright takes for so many values."""
EVERYTHING = 10**9
"""A limit that no answer reaches."""


class Found(NamedTuple):
    """A result: which record, and whether it holds the query together."""

    id: str
    together: bool


@contextmanager
def searching(browser: Browser, site: Path) -> Iterator[Page]:
    """A page whose scripts know the `library` of a site and how to `find` in it, and what is `vietnamese`."""
    folder = search_folder_in(site)
    with served(site) as address:
        page = browser.new_page()
        page.goto(f"{address}{folder}titles.json")
        page.evaluate(OPEN, [address, folder])
        yield page
        page.close()


def found(
    browser: Browser, site: Path, queries: Sequence[str], options: Mapping[str, Any]
) -> list[list[Found]]:
    """The results of each query, best first."""
    with searching(browser, site) as page:
        answers = json.loads(page.evaluate(FIND, [queries, options]))
    return [[Found(*each) for each in answer] for answer in answers]
