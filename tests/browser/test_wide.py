"""On a wide screen no sentence is longer than the eye can follow."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import address_of

MOST = 740
"""Pixels of a line: a hundred letters of the smallest size."""
WIDER = """(lines, most) => lines
  .map((line) => [line.textContent.trim().slice(0, 60), line.getBoundingClientRect()])
  .filter(([, box]) => box.width > most && box.height > 0)
  .map(([words]) => words)"""


@pytest.mark.parametrize("width", [1920])
@pytest.mark.parametrize("kind", ["coverage", "overlaps", "blocks", "calendar", "statistics", "year"])
def test_no_sentence_is_wider_than_the_eye_can_follow(page: Page, site: Path, kind: str):
    page.goto(address_of(site, kind))
    page.locator("details").evaluate_all("(folds) => folds.forEach((fold) => { fold.open = true; })")
    sentences = page.locator("main :is(p:not(.files), caption:not(.unseen), .limits li)")
    assert sentences.count() > 0
    assert sentences.evaluate_all(WIDER, MOST) == []
