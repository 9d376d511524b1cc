"""Finds a Chromium for the browser tests, or installs one.

`python tests/browser/chromium.py` prints its path.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = (
    "chromium-headless-shell",
    "chrome-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
"""The headless ones first: they draw the same pages and need a third of the time for each new window."""
PACKAGES = ("chromium-headless-shell", "chromium")
MISSING = (
    "The browser tests need a Chromium, and none could be found or installed. "
    "Install one (Debian: apt-get install chromium) or name one: CHROMIUM=/path/to/chromium."
)


def find_chromium() -> str:
    """The path of a Chromium that runs; where none is to be had, a RuntimeError names what to install.

    It is the one that CHROMIUM names, else the first on PATH, else Debian's package, else Playwright's own.
    """
    if named := os.environ.get("CHROMIUM"):
        if runs(named):
            return named
        raise RuntimeError(f"CHROMIUM={named} is no Chromium that runs here.")
    for found in (on_path, debians, playwrights):
        if chromium := found():
            return chromium
    raise RuntimeError(MISSING)


def on_path() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name)) and runs(path)), None)


def debians() -> str | None:
    """Debian's package, installed where this is root on a machine with apt-get."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    told("Installing Debian's chromium …")
    apt = ["apt-get", "--quiet=2", "--option", "DPkg::Lock::Timeout=300"]
    succeeds([*apt, "update"])
    return next(
        (
            on_path()
            for package in PACKAGES
            if succeeds([*apt, "install", "--yes", "--no-install-recommends", package])
        ),
        None,
    )


def playwrights() -> str | None:
    """Playwright's own, downloaded where it is not there yet."""
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if not Path(path).exists():
        told("Downloading Playwright's chromium …")
        succeeds([sys.executable, "-m", "playwright", "install", "chromium"])
    return path if runs(path) else None


def runs(path: str) -> bool:
    return bool(shutil.which(path)) and succeeds([path, "--version"])


def succeeds(command: list[str]) -> bool:
    """Whether the command ends well; what it prints goes to standard error where it does not."""
    silent = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=silent, check=False
    )
    if done.returncode != 0:
        told(done.stdout + done.stderr)
    return done.returncode == 0


def told(words: str) -> None:
    sys.stderr.write(words.rstrip() + "\n")


if __name__ == "__main__":
    try:
        sys.stdout.write(find_chromium() + "\n")
    except RuntimeError as missing:
        sys.exit(str(missing))
