"""The real site, served on this machine, and a browser that lets no fault pass.

A test chooses how it looks by parametrizing `width`, `height`, `colour_scheme`, `now` or `javascript`,
and another site than the real one by overriding `site_url`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from threading import Thread
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page

from tests.browser.quiet_server import QuietServer
from tests.site.built import REAL, Data, built_once

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
MODULE = re.compile(r"/(assets/javascripts/[\w/-]+\.js)(?:\?|$)")


FORBID_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("Access is denied.", "SecurityError"); },
});"""
"""What a browser does whose settings forbid a site to keep anything."""


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves a folder as a static host does: what is missing is answered with the 404.html of its site.

    Tests may import any module of the scripts, which a site has joined: it is served from docs/.
    """

    def translate_path(self, path: str) -> str:
        found = super().translate_path(path)
        named = MODULE.search(path)
        module = DOCS / named[1] if named else DOCS
        return str(module) if module.is_file() and not Path(found).exists() else found

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        host = Path(self.directory)
        pages = (host / self.path.split("/")[1] / "404.html", host / "404.html")
        page = next((page for page in pages if page.exists()), None)
        if code == 404 and page:
            self.send_page(code, page.read_bytes())
        else:
            super().send_error(code, message, explain)

    def send_page(self, code: int, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """A served request is no news."""


Builder = Callable[[str, Data], Path]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """Builds the site of some data under a name, once for all test processes, and gives its folder."""
    return partial(built_once, tmp_path_factory)


@contextmanager
def served(folder: Path, handler: type[SiteHandler] = SiteHandler) -> Iterator[str]:
    """Where a folder is served: an address on this machine that ends in a slash."""
    server = QuietServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def site(built: Builder) -> Path:
    """The folder of the real site."""
    return built(REAL, None)


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(site) as address:
        yield address


@pytest.fixture
def width() -> int:
    return 1280


@pytest.fixture
def height() -> int:
    return 800


@pytest.fixture
def colour_scheme() -> Literal["light", "dark"]:
    return "light"


@pytest.fixture
def now() -> str:
    """What the browser's clock says."""
    return "2026-11-22T08:00:00+07:00"


@pytest.fixture
def javascript() -> bool:
    return True


@pytest.fixture
def faults() -> list[str]:
    """What went wrong in the browser. A test that provokes a fault says so by taking it off."""
    return []


@pytest.fixture
def context(
    browser: Browser,
    site_url: str,
    width: int,
    height: int,
    colour_scheme: Literal["light", "dark"],
    now: str,
    javascript: bool,
    faults: list[str],
) -> Iterator[BrowserContext]:
    """A fresh profile. The test fails where a page of it reports an error or asks for anything elsewhere."""
    context = browser.new_context(
        base_url=site_url,
        viewport={"width": width, "height": height},
        color_scheme=colour_scheme,
        java_script_enabled=javascript,
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
    )
    context.clock.set_fixed_time(now)
    watch(context, site_url, faults)
    yield context
    context.close()
    assert not faults, "\n".join(faults)


def watch(context: BrowserContext, site_url: str, faults: list[str]) -> None:
    """Notes in `faults` each console error, uncaught exception, dialog and request that leaves the site."""

    def note_dialog(dialog: Dialog) -> None:
        faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    local = (site_url, "data:", "blob:")
    context.on(
        "console",
        lambda message: faults.append(f"console: {message.text}") if message.type == "error" else None,
    )
    context.on("dialog", note_dialog)
    context.on("weberror", lambda error: faults.append(f"exception: {error.error}"))
    context.on(
        "request",
        lambda request: None if request.url.startswith(local) else faults.append(f"request: {request.url}"),
    )


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="module")
def module(browser: Browser, site_url: str) -> Iterator[Page]:
    """A page of the site whose scripts can be imported, one for all cases of a table."""
    page = browser.new_page(base_url=site_url)
    page.goto("404.html")
    yield page
    page.close()
