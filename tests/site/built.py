"""A built site as a folder of files: how it is built, and its pages as a browser takes them."""

from __future__ import annotations

import fcntl
import os
import pickle
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.elements import facts_in, rows_in, tags_in, words

ROOT = Path(__file__).parents[2]
NOTHING_MORE: Mapping[str, str] = {}
REAL, SECOND = "site", "second/danh-muc"
"""The names of the sites that many tests share: that of the real data, and that of the second catalogue."""
Data = Path | Callable[[], Path] | None
"""A folder of data, or what writes one when it is needed; None for the real data."""


def clean_environment(**more: str) -> dict[str, str]:
    """The environment without what would name other data or another time."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"CATALOGUE_DATA", "SOURCE_DATE_EPOCH", "PYTHONPATH", "PYTHONHASHSEED"}
    }
    return kept | {"NO_MKDOCS_2_WARNING": "1"} | more


def run(
    command: Sequence[str | Path], cwd: Path = ROOT, environment: Mapping[str, str] = NOTHING_MORE
) -> subprocess.CompletedProcess[str]:
    """A command of the project, with what it said."""
    return subprocess.run(
        command, cwd=cwd, env=clean_environment(**environment), capture_output=True, text=True, check=False
    )


def build(
    folder: Path,
    root: Path = ROOT,
    cwd: Path | None = None,
    environment: Mapping[str, str] = NOTHING_MORE,
    more: Sequence[str] = (),
) -> subprocess.CompletedProcess[str]:
    """Build the site of a checkout into a folder. Its own hooks are used, not those that are installed."""
    command: list[str | Path] = [sys.executable, root / "hooks/build_site.py", "--site-dir", folder, *more]
    return run(command, cwd or root, {"PYTHONPATH": str(root / "hooks"), **environment})


def built(folder: Path, **environment: str) -> Site:
    """A site that had to be built without a fault."""
    done = build(folder, environment=environment)
    if done.returncode != 0:
        pytest.fail(f"the site cannot be built:\n{done.stdout}{done.stderr}", pytrace=False)
    return Site(folder)


def search_folder_in(site: Path) -> str:
    """The address of the folder with the data of search, below the root of a site."""
    (folder,) = (site / "assets/search").iterdir()
    return f"assets/search/{folder.name}/"


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that is made once for all test processes, under its name."""
    mine = factory.getbasetemp()
    folder = (mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine) / name
    folder.parent.mkdir(exist_ok=True)
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            make(folder)
    return folder


def built_once(factory: pytest.TempPathFactory, name: str, data: Data = None) -> Path:
    """The folder of a site that is built once for all test processes, from its data under its name."""

    def build_it(folder: Path) -> None:
        named = data() if callable(data) else data
        built(folder, **({"CATALOGUE_DATA": str(named)} if named else {}))

    return made_once(factory, name, build_it)


def read_once(factory: pytest.TempPathFactory, name: str, data: Data = None) -> Site:
    """A site that is built once for all test processes, and whose pages are parsed once."""
    site = Site(built_once(factory, name, data))

    def parse_it(folder: Path) -> None:
        assert all(sheet.parsed for sheet in site.sheets.values())
        folder.mkdir()
        (folder / "sheets").write_bytes(pickle.dumps(site))

    parsed = made_once(factory, f"{name.replace('/', '-')}-parsed", parse_it) / "sheets"
    found: Site = pickle.loads(parsed.read_bytes())  # noqa: S301 - a test process wrote it
    return found


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@dataclass(frozen=True)
class Sheet:
    """One page: its address below the root, its text, and what parsing met."""

    path: str
    text: str

    @cached_property
    def parsed(self) -> tuple[Element, list[str]]:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree: Element = parser.parse(self.text)
        return tree, [f"{self.path}:{line}: {code}" for (line, _), code, _ in parser.errors]

    @property
    def tree(self) -> Element:
        return self.parsed[0]

    @property
    def errors(self) -> list[str]:
        """What html5lib's strict parser would stop at."""
        return self.parsed[1]

    @property
    def address(self) -> str:
        """Its address below the root: `404.html`, or its folder."""
        return self.path.removesuffix("index.html")

    @cached_property
    def ids(self) -> list[str]:
        return [str(element.get("id")) for element in self.tree.iter() if element.get("id") is not None]

    def metas(self, kind: str, name: str) -> list[str]:
        return [str(meta.get("content")) for meta in self.tree.iter("meta") if meta.get(kind) == name]

    def links(self, rel: str) -> list[str]:
        return [
            str(link.get("href")) for link in self.tree.iter("link") if rel in str(link.get("rel")).split()
        ]

    @cached_property
    def references(self) -> list[tuple[str, str]]:
        """Everything that it points at: the element's name and the address."""
        return list(self.pointing())

    def pointing(self) -> Iterator[tuple[str, str]]:
        for element in self.tree.iter():
            for name in ("href", "src", "srcset", "action", "poster", "data"):
                if element.get(name) is not None:
                    yield str(element.tag), str(element.get(name))
            if element.get("http-equiv") == "refresh":
                yield "a", str(element.get("content")).partition("url=")[2]

    @property
    def title(self) -> str:
        """What stands in its `title`, as it is."""
        return "".join(next(self.tree.iter("title")).itertext())

    @cached_property
    def facts(self) -> dict[str, str]:
        """The facts of a record's page, by label."""
        return facts_in(self.tree)

    @cached_property
    def tags(self) -> list[str]:
        """The tags below the title."""
        return tags_in(self.tree)

    @cached_property
    def rows(self) -> list[list[str]]:
        """The rows of its tables below their heads, cell by cell."""
        return rows_in(self.tree)

    @cached_property
    def words(self) -> str:
        """All that it says, scripts left out."""
        return words(self.tree)

    @property
    def is_redirect(self) -> bool:
        return bool(self.metas("http-equiv", "refresh"))

    @property
    def is_embedded(self) -> bool:
        """Whether it stands without a frame inside other sites."""
        return self.path.endswith("/nhung/index.html")


@dataclass(frozen=True)
class Site:
    """A folder with a built site."""

    folder: Path

    @cached_property
    def paths(self) -> set[str]:
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        """Every page, by its address."""
        pages = [
            Sheet(path, (self.folder / path).read_text(encoding="utf-8"))
            for path in sorted(self.paths)
            if path.endswith(".html")
        ]
        return {page.address: page for page in pages}

    @property
    def pages(self) -> list[Sheet]:
        """The pages that are read: redirects left out, and what other sites embed; one at least."""
        found = [sheet for sheet in self.sheets.values() if not (sheet.is_redirect or sheet.is_embedded)]
        assert found
        return found

    @cached_property
    def anchors(self) -> dict[str, set[str]]:
        return {address: set(sheet.ids) for address, sheet in self.sheets.items()}

    def file_at(self, address: str) -> str:
        """The path of the file that answers an address below the root; empty where none does."""
        path = normpath(address) if address else ""
        path = "" if path == "." else path
        if address.endswith("/") or not address or (self.folder / path).is_dir():
            path = f"{path}/index.html".removeprefix("/")
        return path if path in self.paths else ""

    def files_named_by(self, sheet: Sheet) -> set[str]:
        """The paths of the files of the site that a page points at."""
        inside = [href for _, href in sheet.references if not urlsplit(href).scheme]
        paths = [unquote(urlsplit(urljoin(f"/{sheet.path}", href)).path) for href in inside]
        return {found for path in paths if (found := self.file_at(path.removeprefix("/")))}

    def dead(self, base: str = "/") -> list[tuple[str, str]]:
        """Every reference inside the site that leads nowhere, with its page. `base` is the root's path."""
        return [
            (sheet.path, href)
            for sheet in self.sheets.values()
            for _, href in sheet.references
            if not self.answers(sheet, href, base)
        ]

    def answers(self, sheet: Sheet, href: str, base: str) -> bool:
        """Whether a reference leads outside, or to a file of the site and an anchor in it."""
        if urlsplit(href).scheme:
            return True
        split = urlsplit(urljoin(f"https://here{base}{sheet.path}", href))
        path = unquote(split.path)
        if not path.startswith(base):
            return False
        address = path.removeprefix(base)
        file = self.file_at(address)
        if not split.fragment:
            return bool(file) and not (address and not address.endswith("/") and file.endswith("/index.html"))
        return split.fragment in self.anchors.get(file.removesuffix("index.html"), set())


def folded(text: str) -> str:
    """A text without marks, signs and capitals, to search in whatever way a name is written."""
    split = unicodedata.normalize("NFKD", text.casefold()).replace("đ", "d")
    return re.sub(r"[\W_]+", " ", "".join(letter for letter in split if not unicodedata.combining(letter)))
