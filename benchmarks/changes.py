"""What a change costs under `make serve`, and what the check costs beside the parsing alone."""

from __future__ import annotations

import json
import re
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.contenders import Workspace
from benchmarks.measuring import FailedError, Invocation, last_lines, run, started
from benchmarks.place import ROOT

Ended = Callable[[], int | None]
"""The exit code of a server that has ended."""
LARGEST = 10_000
CHANGES = 3
PATIENCE = 600
"""Seconds after which a server is taken for dead."""
AGAIN_AFTER = 0.02
BUILT = re.compile(r"Documentation built in ([\d.]+) seconds")
PARSE = """
import pathlib, sys, yaml
for file in pathlib.Path(sys.argv[1]).rglob("*.yml"):
    yaml.load(file.read_bytes(), yaml.CSafeLoader)
"""


class Changes(NamedTuple):
    """What was measured, each in seconds."""

    start: float
    """The start of a command that does nothing else."""
    check: float
    parse: float
    """The parsing of the same files alone."""
    rebuilt: float
    """The build after a change, as the server's log tells it."""
    served: float
    """From the change until the new page is served."""


def measured(folder: Path, runs: int) -> Changes:
    workspace = Workspace(folder)
    commands = {
        "start": [sys.executable, "-m", "catalogue", "--help"],
        "check": [sys.executable, "-m", "catalogue", "check"],
        "parse": [sys.executable, "-c", PARSE, str(workspace.sample)],
    }
    found: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, words in commands.items():
            found[name].append(
                run(Invocation(words, ROOT, workspace.environment), workspace.folder / "log").wall
            )
    rebuilt, served = after_changes(workspace, min(runs, CHANGES))
    return Changes(median(found["start"]), median(found["check"]), median(found["parse"]), rebuilt, served)


def after_changes(workspace: Workspace, changes: int) -> tuple[float, float]:
    """Change a title while the sample is served: the medians of the builds and of the waits for the page."""
    port, log = free_port(), workspace.folder / "serve.log"
    # Unless warnings are chosen, MkDocs tells nothing twice: no build either that takes as long as one before.
    python = [sys.executable, "-u", "-W", "ignore"]
    words = [*python, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with started(Invocation(words, ROOT, workspace.environment), log) as server:
        file = min(workspace.sample.glob("programs/**/*.yml"))
        address = f"http://127.0.0.1:{port}/chuong-trinh/{file.stem}/"
        wait_for(lambda: "<h1>" in page(address), f"a page at {address}", log, server.poll)
        waits = [changed(file, count, address, log, server.poll) for count in range(1, changes + 1)]
    return median(builds_in(log)[1:]), median(waits)


def builds_in(log: Path) -> list[float]:
    """The seconds of each build that has ended, the first one of the start."""
    return [float(seconds) for seconds in BUILT.findall(log.read_text(encoding="utf-8", errors="replace"))]


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
    return port


def changed(file: Path, count: int, address: str, log: Path, ended: Ended) -> float:
    """The seconds from the change of a programme's title, the first or a later one, until its page has it."""
    title = f"Lần sửa thứ {count}"
    text = file.read_text(encoding="utf-8")
    new = file.with_name(f".{file.name}")
    new.write_text(
        re.sub(
            r"^title: .*$",
            f"title: {json.dumps(title, ensure_ascii=False)}",
            text,
            count=1,
            flags=re.MULTILINE,
        ),
        encoding="utf-8",
    )
    begun = time.perf_counter()
    new.replace(file)
    wait_for(lambda: title in page(address), f"«{title}» at {address}", log, ended)
    waited = time.perf_counter() - begun
    # A request that came before the build sees the page while the rest is still being written.
    wait_for(lambda: len(builds_in(log)) > count, f"the end of build {count + 1}", log, ended)
    return waited


def wait_for(is_there: Callable[[], bool], what: str, log: Path, ended: Ended) -> None:
    """Ask the server again and again until it has what is waited for."""
    begun = time.monotonic()
    while not is_there():
        if ended() is not None or time.monotonic() - begun > PATIENCE:
            raise FailedError(f"mkdocs serve did not come to {what}\n{last_lines(log)}")
        time.sleep(AGAIN_AFTER)


def page(address: str) -> str:
    with suppress(URLError, OSError), urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310
        text: str = answer.read().decode()
        return text
    return ""
