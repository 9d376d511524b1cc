"""Finds a Chromium for the browser tests, or installs one.

`python tests/browser/chromium.py` prints its path.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

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

LEFT_OUT = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "TcpPortRandomizationWin",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
    "msForceBrowserSignIn",
    "msEdgeUpdateLaunchServicesPreferredVersion",
    "RenderDocument",
)
"""Features that get in the way of tests, or ask hosts of Google. Chromium obeys the last such list alone, so
this replaces Playwright's: all that it leaves out stands here too.

The last makes a new frame for each page of the site that a window shows, which takes as long as a small page.
"""
FOR_TESTS = (f"--disable-features={','.join(LEFT_OUT)}", "--in-process-gpu")
"""Switches that change nothing on a page, and save a fifth of the time that pages take to be shown."""


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


@contextmanager
def launched(more: Sequence[str] = ()) -> Iterator[Browser]:
    """A Chromium that runs while the block lasts, with more switches than it always has.

    Without a GPU it would have one computed, which takes half as long again to show a page.
    """
    args = ["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else []), *more]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=args)
        yield browser
        browser.close()


def on_path() -> str | None:
    return first_that_runs(NAMES)


def debians() -> str | None:
    """Debian's package, installed if need be."""
    return on_path() if install_one_of(PACKAGES) else None


def playwrights() -> str | None:
    """Playwright's own, downloaded where it is not there yet."""
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if not Path(path).exists():
        told("Downloading Playwright's chromium …")
        succeeds([sys.executable, "-m", "playwright", "install", "chromium"])
    return path if runs(path) else None


def first_that_runs(names: Iterable[str]) -> str | None:
    """The path of the first of some programs that is on PATH and runs."""
    return next((path for name in names if (path := shutil.which(name)) and runs(path)), None)


def install_one_of(packages: Iterable[str]) -> bool:
    """Whether one of some Debian packages could be installed: as root, on a machine with apt-get."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    apt = ["apt-get", "--quiet=2", "--option", "DPkg::Lock::Timeout=300"]
    install = [*apt, "install", "--yes", "--no-install-recommends"]
    told(f"Installing Debian's {' or '.join(packages)} …")
    succeeds([*apt, "update"])
    return any(succeeds([*install, package]) for package in packages)


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
