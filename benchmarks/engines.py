"""The search engines that are asked the same queries, each set up on the same site from the same records."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.contenders import mkdocs_words
from benchmarks.measuring import FailedError, Invocation, run
from benchmarks.place import ROOT
from catalogue.language.vietnamese import fold

SCRIPTS = Path(__file__).with_name("peers") / "search"
MODULES = SCRIPTS / "node_modules"
HERE = "peers"
"""The folder of a site that the engines' scripts lie in."""
WEIGHTS = {"program": 10, "source": 5}
"""What a word in a title weighs for Pagefind, by kind; for other kinds 7, its own weight for an `h1`."""
MATERIAL = {
    "site_name": "Danh mục",
    "theme": {"name": "material", "language": "vi", "font": False},
    "plugins": ["search"],
}

JsonRecords = Sequence[Mapping[str, Any]]


class Engine(NamedTuple):
    """An engine: its name, the script that opens it, and how."""

    title: str
    script: str
    how: Mapping[str, Any] = {}


PROJECT = Engine("this project", "project")
ENGINES = (
    PROJECT,
    Engine("MiniSearch", "minisearch", {"isFolded": False}),
    Engine("MiniSearch, folding", "minisearch", {"isFolded": True}),
    Engine("Pagefind", "pagefind", {"bundle": "pagefind-plain"}),
    Engine("Pagefind, folded field", "pagefind", {"bundle": "pagefind-folded"}),
    Engine("Material, lunr", "material"),
)


def must_be_installed() -> None:
    """Say what is missing before anything is built."""
    if missing := [name for name in ("minisearch", "pagefind") if not (MODULES / name).is_dir()]:
        raise FailedError(
            f"{' and '.join(missing)} not installed: run `make search-quality`, which installs them."
        )


def versions() -> str:
    """What was asked, in words."""
    lock = json.loads((SCRIPTS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    packages = [
        f"{title} {lock[f'node_modules/{name}']['version']}"
        for title, name in (("MiniSearch", "minisearch"), ("Pagefind", "pagefind"))
    ]
    return ", ".join([*packages, f"Material for MkDocs {version('mkdocs-material')}"])


def bring_scripts(site: Path) -> None:
    """Put the engines' scripts into a site, and MiniSearch beside them."""
    shutil.copytree(SCRIPTS, site / HERE, ignore=shutil.ignore_patterns("node_modules"))
    shutil.copytree(ROOT / "docs/assets/javascripts", site / "assets/javascripts", dirs_exist_ok=True)
    shutil.copytree(MODULES / "minisearch", site / HERE / "node_modules" / "minisearch")


def set_up(site: Path, records: JsonRecords, folder: Path) -> None:
    """Make the indexes of those engines that read files: Pagefind's two, Material's worker."""
    for bundle, is_folded in (("pagefind-plain", False), ("pagefind-folded", True)):
        index_pages(folder / bundle, records, site / HERE / bundle, is_folded=is_folded)
    build_material(folder / "material", site / HERE / "material")


def index_pages(pages: Path, records: JsonRecords, bundle: Path, *, is_folded: bool) -> None:
    """Pagefind's index over a page of each record."""
    for number, record in enumerate(records):
        (pages / str(number)).mkdir(parents=True)
        (pages / str(number) / "index.html").write_text(page(record, is_folded=is_folded), encoding="utf-8")
    words: list[str | Path] = [MODULES / ".bin" / "pagefind", "--site", pages, "--output-path", bundle]
    run(Invocation(words, pages), pages.with_suffix(".log"))


def page(record: Mapping[str, Any], *, is_folded: bool) -> str:
    """A record as a page: its title and names as headings, which weigh more."""
    weight = 1 if record["draft"] else WEIGHTS.get(record["kind"], 7)
    put = partial(element, is_folded=is_folded)
    parts = [
        put("h1", record["title"], weight),
        put("h2", record["names"], min(weight, 6)),
        put("p", record["related"], 2),
        put("p", record["text"], 1),
    ]
    body = f"<main data-pagefind-body>{''.join(parts)}</main>"
    return f'<!doctype html><html lang="vi"><title>{escape(record["title"])}</title>{body}</html>'


def element(name: str, text: str, weight: int, *, is_folded: bool) -> str:
    """An element that is searched. Where folded, an attribute has its words with đ once more, without marks.

    Pagefind folds the other words itself.
    """
    folded = escape(" ".join(folded_words(text)))
    hidden = f' data-pagefind-index-attrs="data-fold" data-fold="{folded}"' if is_folded and folded else ""
    return f'<{name} data-pagefind-weight="{weight}"{hidden}>{escape(text)}</{name}>' if text else ""


def folded_words(text: str) -> Iterator[str]:
    return (fold(word) for word in text.split() if "đ" in word.lower())


def build_material(folder: Path, site: Path) -> None:
    """An empty site of stock Material: its search's worker, lunr and settings, as shipped for Vietnamese."""
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Danh mục\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(json.dumps(MATERIAL), encoding="utf-8")
    words = mkdocs_words(folder / "mkdocs.yml", site)
    run(Invocation(words, folder, {"NO_MKDOCS_2_WARNING": "1"}), folder / "log")
    worker = only((site / "assets/javascripts/workers").glob("search.*.min.js"))
    (site / "worker.txt").write_text(worker.relative_to(site).as_posix(), encoding="utf-8")


def only(files: Iterable[Path]) -> Path:
    [file] = files
    return file
