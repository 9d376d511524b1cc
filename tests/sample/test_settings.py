"""The settings: they say on every page that it is a sample."""

from __future__ import annotations

from collections.abc import Mapping

from catalogue.publish.frame import plain_frame
from sample.settings import NOTICE
from tests.catalogue.views.small import PLACE, published
from tests.sample.reading import read


def test_every_page_says_that_it_is_a_sample(small: Mapping[str, str]):
    catalogue = read(small).catalogue
    assert catalogue
    assert NOTICE.startswith("Dữ liệu mẫu, không có thật")
    made, frame = published(catalogue), plain_frame(catalogue.settings)
    pages = {address: frame.fill(sheet.page, PLACE) for address, sheet in made.sheets.items()}
    alone = {address: made.files[address].content.decode() for address in made.files if ".html" in address}
    assert len(pages) > len(list(catalogue))
    assert alone
    assert [address for address, page in (pages | alone).items() if NOTICE not in page] == []
