"""The Chromium of the tests leaves out all that Playwright has it leave out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks.measuring import family

FEATURES = "--disable-features="


@pytest.mark.usefixtures("browser")
def test_the_features_that_playwright_leaves_out_stay_left_out():
    switches = [Path(f"/proc/{pid}/cmdline").read_text().split("\0") for pid in family(os.getpid())]
    lists = [[each for each in words if each.startswith(FEATURES)] for words in switches]
    playwrights, ours = next(found for found in lists if len(found) == 2)
    assert set(playwrights.removeprefix(FEATURES).split(",")) <= set(ours.removeprefix(FEATURES).split(","))
