"""The site served under a strict Content-Security-Policy, for the modules that import these fixtures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import SiteHandler, served

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "worker-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
TELL_VIOLATIONS = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`violation of ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`))"""
"""Among the errors of the console a test fails at them."""


class StrictHandler(SiteHandler):
    """Serves a folder under the policy."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@pytest.fixture(scope="module")
def site_url(site: Path) -> Iterator[str]:
    with served(site, StrictHandler) as address:
        yield address


@pytest.fixture(scope="module")
def first_script() -> str:
    return TELL_VIOLATIONS
