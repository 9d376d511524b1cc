"""A copy of what a site is built from, to break and mend."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.site.built import ROOT, run

SLOW = """
import os, time
from pathlib import Path

def on_post_build(config):
    Path(config.site_dir, "half").write_text("half")
    Path(os.environ["REACHED"]).write_text(config.site_dir)
    time.sleep(300)
"""
"""A further hook of MkDocs' that keeps a build from coming to its end."""


def checkout(folder: Path, data: str = "tests/hai-duong") -> Path:
    """The sources of a site in a folder of its own, with the data in its usual place.

    What Python has compiled comes along: to compile it again would take each build longer than all else.
    """
    half_written = "*.pyc.*"
    ignored = shutil.ignore_patterns(half_written, "*.egg-info")
    for part in ("hooks", "docs", "overrides"):
        shutil.copytree(ROOT / part, folder / part, ignore=ignored)
    shutil.copytree(ROOT / data, folder / "data")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def slowed(folder: Path) -> Path:
    """A checkout whose builds reach their last step and stay there."""
    (folder / "slow.py").write_text(SLOW, encoding="utf-8")
    configuration = folder / "mkdocs.yml"
    changed = configuration.read_text(encoding="utf-8").replace(
        "  - hooks/publish_views.py\n", "  - hooks/publish_views.py\n  - slow.py\n"
    )
    assert "slow.py" in changed
    configuration.write_text(changed, encoding="utf-8")
    return folder


def quickened(folder: Path) -> Path:
    """The checkout as it was before `slowed`."""
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def committed(folder: Path, path: str) -> None:
    """Makes a repository of a folder, with one commit on a day of its own."""
    name = ["-c", "user.name=Thử", "-c", "user.email=thu@example.vn", "-c", "commit.gpgsign=false"]
    for command in (
        ["init", "--quiet"],
        ["add", path],
        [*name, "commit", "--quiet", "--message", "Dữ liệu", "--date", "2024-05-06T12:00:00"],
    ):
        assert run(["git", *command], folder, {"GIT_COMMITTER_DATE": "2024-05-06T12:00:00"}).returncode == 0
