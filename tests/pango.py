"""Finds Pango, which WeasyPrint draws letters with, or installs it: for the proof of the PDFs."""

from __future__ import annotations

from types import ModuleType

from catalogue.publish.paper import NoPdfError, weasyprint
from tests.browser.chromium import install_one_of

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")


def weasyprint_with_pango() -> ModuleType:
    """WeasyPrint; where no Pango is to be had, a NoPdfError names what to install."""
    try:
        return weasyprint()
    except NoPdfError:
        for package in PACKAGES:
            install_one_of([package])
        return weasyprint()
