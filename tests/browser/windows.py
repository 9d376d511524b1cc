"""The windows of a browser. A new one takes longer than most tests, so they share one that is made as new."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Literal, NamedTuple, Self

from playwright.sync_api import Browser, BrowserContext, Dialog

Scheme = Literal["light", "dark"]


class Look(NamedTuple):
    """How a browser looks at the site."""

    width: int = 1280
    height: int = 800
    colour_scheme: Scheme = "light"
    now: str = "2026-11-22T08:00:00+07:00"
    """What its clock says."""
    javascript: bool = True


USUAL = Look()


class Window:
    """A page in a profile of its own."""

    def __init__(self, context: BrowserContext, site_url: str, look: Look) -> None:
        self.page, self.site_url, self.look = context.new_page(), site_url, look
        self.devtools = context.new_cdp_session(self.page)

    def take(self, look: Look) -> None:
        """Looks another way, and as if nothing had been changed in it."""
        self.page.set_viewport_size({"width": look.width, "height": look.height})
        self.page.emulate_media(
            media="null",
            color_scheme=look.colour_scheme,
            reduced_motion="null",
            forced_colors="null",
        )
        if look.now != self.look.now:
            self.page.context.clock.set_fixed_time(look.now)
        self.look = look

    def renew(self) -> None:
        """Shows nothing and keeps nothing."""
        for other in self.page.context.pages[1:]:
            other.close()
        self.page.unroute_all(behavior="ignoreErrors")
        self.page.goto("about:blank")
        self.page.mouse.move(0, 0)
        self.page.context.clear_permissions()
        everything = {"origin": self.site_url, "storageTypes": "all"}
        self.devtools.send("Storage.clearDataForOrigin", everything)


class Windows:
    """A window with scripts and one without, each opened when first asked for and taken for any look."""

    def __init__(self, browser: Browser, site_url: str, first_script: str, faults: list[str]) -> None:
        self.browser, self.site_url, self.first_script = browser, site_url, first_script
        self.faults = faults
        self.there: dict[bool, Window] = {}
        self.open_ones = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.open_ones.close()

    def __getitem__(self, look: Look) -> Window:
        if look.javascript not in self.there:
            self.there[look.javascript] = self.open_ones.enter_context(self.opened(look))
        window = self.there[look.javascript]
        window.take(look)
        return window

    @contextmanager
    def opened(self, look: Look) -> Iterator[Window]:
        """A new window. What goes wrong in it is noted in `faults`."""
        context = self.browser.new_context(
            base_url=self.site_url,
            viewport={"width": look.width, "height": look.height},
            color_scheme=look.colour_scheme,
            java_script_enabled=look.javascript,
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
        )
        context.clock.set_fixed_time(look.now)
        if self.first_script:
            context.add_init_script(self.first_script)
        watch(context, self.site_url, self.faults)
        yield Window(context, self.site_url, look)
        context.close()


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
