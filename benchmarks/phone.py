"""A site on a host behind a slow network, and a phone of the middle class that looks at it in real Chromium.

The host does the slowing: what pages and their workers ask for is delayed and counted alike, whoever asks.
"""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from math import inf
from pathlib import Path
from threading import Lock, Thread
from typing import Any, NamedTuple

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.quiet_server import QuietServer

SLOWER = 4
"""How many times slower than this machine's the phone's processor is, for the page's own thread."""
LATENCY = 0.15
"""Seconds from a question to the first byte of its answer."""
RATE = 1_638_400 / 8
"""Bytes a second for all answers together: with the latency, what Lighthouse calls slow 4G."""
LINE = f"{LATENCY * 1000:.0f} ms and {RATE * 8 / 1e6:.1f} Mbit/s"
PROFILE = f"360 × 740 px at 2×, processor slowed {SLOWER} times, {LINE}"
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml"}
PIECE = 8192
WATCH = """
window.seen = { paints: {}, shift: 0, blocked: 0 };
const watch = (type, note) => {
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(note));
  observer.observe({ type, buffered: true });
};
watch("paint", (entry) => (seen.paints[entry.name] = entry.startTime));
watch("layout-shift", (entry) => entry.hadRecentInput || (seen.shift += entry.value));
watch("longtask", (entry) => (seen.blocked = Math.max(seen.blocked, entry.duration)));
"""


class Traffic:
    """What a host has answered. A moment is seconds since 1970."""

    def __init__(self) -> None:
        self.asked: list[float] = []
        """The moment of each question."""
        self.sent: list[tuple[float, int]] = []
        """The moment of each piece of an answer, and its bytes as they went over the network."""

    def requests(self, until: float = inf) -> int:
        """How many questions there were up to a moment."""
        return sum(moment <= until for moment in self.asked)

    def bytes(self, until: float = inf) -> int:
        """How many bytes had gone out by then."""
        return sum(size for moment, size in self.sent if moment <= until)


class Host:
    """Where a folder is served: its address, its traffic, and whether it is as slow as a phone's network."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.traffic = Traffic()
        self.slow = True
        self.line = Lock()
        self.compressed: dict[Path, bytes] = {}
        self.server = QuietServer(("127.0.0.1", 0), partial(Answer, host=self))
        self.address = f"http://127.0.0.1:{self.server.server_port}/"

    def content(self, file: Path) -> bytes:
        """A file as it goes over the network. A text is compressed once; no measurement waits for that."""
        if file not in self.compressed:
            self.compressed[file] = (
                gzip.compress(file.read_bytes()) if file.suffix in COMPRESSED else file.read_bytes()
            )
        return self.compressed[file]


class Answer(SimpleHTTPRequestHandler):
    """One connection's answers."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, host: Host) -> None:
        self.host = host
        super().__init__(*args, directory=str(host.folder))

    def do_GET(self) -> None:
        found = Path(self.translate_path(self.path))
        file = found / "index.html" if found.is_dir() else found
        if not file.is_file():
            self.send_error(404)
            return
        body = self.host.content(file)
        self.host.traffic.asked.append(time.time())
        time.sleep(LATENCY if self.host.slow else 0)
        self.send_response(200)
        for name, value in self.headers_of(file, len(body)).items():
            self.send_header(name, value)
        self.end_headers()
        self.send_slowly(body)

    def headers_of(self, file: Path, size: int) -> dict[str, str]:
        headers = {
            "Content-Type": self.guess_type(str(file)),
            "Content-Length": str(size),
            "Cache-Control": "max-age=600",
        }
        return headers | ({"Content-Encoding": "gzip"} if file.suffix in COMPRESSED else {})

    def send_slowly(self, body: bytes) -> None:
        """Piece by piece, in turn with the other answers under way: they share the line."""
        for start in range(0, len(body), PIECE):
            piece = body[start : start + PIECE]
            with self.host.line:
                time.sleep(len(piece) / RATE if self.host.slow else 0)
                self.wfile.write(piece)
                self.host.traffic.sent.append((time.time(), len(piece)))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """A served request is no news."""


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """A host of a folder, while the block lasts."""
    host = Host(folder)
    Thread(target=host.server.serve_forever, daemon=True).start()
    try:
        yield host
    finally:
        host.server.shutdown()
        host.server.server_close()


class Seen(NamedTuple):
    """What was seen of a page so far."""

    painted: float
    """Milliseconds to the first paint."""
    shift: float
    """How far its content has moved, as a share of the screen."""
    blocked: float
    """The longest that its thread was blocked, in milliseconds."""


@contextmanager
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that has never been at any site."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        device_scale_factor=2,
        is_mobile=True,
        has_touch=True,
        locale="vi-VN",
    )
    context.add_init_script(WATCH)
    yield context
    context.close()


def slowed(phone: BrowserContext) -> Page:
    """A new page of a phone, its processor slowed."""
    page = phone.new_page()
    phone.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def seen(page: Page) -> Seen:
    found = page.evaluate("() => seen")
    return Seen(found["paints"]["first-contentful-paint"], found["shift"], found["blocked"])
