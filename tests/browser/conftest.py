"""The real site, served on this machine, and a browser that lets no fault pass.

A test chooses how it looks by parametrizing `width`, `height`, `colour_scheme`, `now` or `javascript`,
and another site than the real one by overriding `site_url`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.quiet_server import QuietServer
from tests.browser.windows import USUAL, Look, Scheme, Window, Windows
from tests.site.built import REAL, Data, built_once

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
MODULE = re.compile(r"/(assets/javascripts/[\w/-]+\.js)(?:\?|$)")


OFTEN = 0.05
"""Seconds after which a server sees that it should end: a module waits for it."""
BARE = "api/v1/plans.json"
"""What of a site runs no script and is soon drawn: there a test keeps on the device what a page had kept."""
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

    protocol_version = "HTTP/1.1"  # a connection is kept for all that a page asks for

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
    Thread(target=server.serve_forever, args=(OFTEN,), daemon=True).start()
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
    return USUAL.width


@pytest.fixture
def height() -> int:
    return USUAL.height


@pytest.fixture
def colour_scheme() -> Scheme:
    return USUAL.colour_scheme


@pytest.fixture
def now() -> str:
    """What the browser's clock says."""
    return USUAL.now


@pytest.fixture
def javascript() -> bool:
    return USUAL.javascript


@pytest.fixture(scope="module")
def first_script() -> str:
    """What every page runs before its own scripts."""
    return ""


@pytest.fixture(scope="module")
def faults() -> list[str]:
    """What went wrong in the browser. A test that provokes a fault says so by taking it off."""
    return []


@pytest.fixture(scope="module")
def windows(browser: Browser, site_url: str, first_script: str, faults: list[str]) -> Iterator[Windows]:
    """The windows that the tests of a module look through in turn."""
    with Windows(browser, site_url, first_script, faults) as all_of_them:
        yield all_of_them


@pytest.fixture
def window(
    request: pytest.FixtureRequest,
    windows: Windows,
    width: int,
    height: int,
    colour_scheme: Scheme,
    now: str,
    javascript: bool,
    faults: list[str],
) -> Iterator[Window]:
    """A window as good as new. A test fails where a page in it tells of an error or asks another host.

    A test that changes what cannot be changed back is marked `own_window`, and has one of its own.
    """
    look = Look(width, height, colour_scheme, now, javascript)
    is_own = request.node.get_closest_marker("own_window") is not None
    with windows.opened(look) if is_own else nullcontext(windows[look]) as window:
        faults.clear()
        yield window
        if not is_own:
            window.renew()
    assert not faults, "\n".join(faults)


@pytest.fixture
def context(window: Window) -> BrowserContext:
    """The profile that a test looks with."""
    return window.page.context


@pytest.fixture
def page(window: Window) -> Page:
    return window.page


@pytest.fixture(scope="module")
def module(browser: Browser, site_url: str) -> Iterator[Page]:
    """A page of the site whose scripts can be imported, one for all cases of a table."""
    page = browser.new_page(base_url=site_url)
    page.goto("404.html")
    yield page
    page.close()
