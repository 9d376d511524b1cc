"""The settings: they say on every page that it is a sample."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from catalogue.publish.output import write_outputs
from sample.settings import NOTICE
from tests.sample.reading import read


def test_every_page_says_that_it_is_a_sample(small: Mapping[str, str], tmp_path: Path):
    catalogue = read(small).catalogue
    assert catalogue
    assert NOTICE.startswith("Dữ liệu mẫu, không có thật")
    write_outputs(catalogue, tmp_path)
    pages = list(tmp_path.rglob("*.html"))
    assert len(pages) > len(list(catalogue))
    for page in pages:
        assert NOTICE in page.read_text(encoding="utf-8"), page
