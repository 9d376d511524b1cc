"""Repositories of git for a test, whatever the settings and the environment of whoever runs it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

DAY = "2024-05-06"
"""The day on which commits are made that name no other."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without settings, so that those of whoever runs the tests say nothing."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return folder


def git(folder: Path, *command: str, day: str = DAY) -> str:
    """A command of git's that has to do what it is told."""
    moment = f"{day}T12:00:00+0700"
    environment = os.environ | {"GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment}
    named = ["-c", "user.name=Thử", "-c", "user.email=thu@example.vn", "-c", "protocol.file.allow=always"]
    done = subprocess.run(
        ["git", "-C", folder, *named, *command], env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()
