"""The site of the repository's own data, whose `site.yml` has placeholders: nothing of it leads to them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from tests.catalogue.views.small import catalogue_in
from tests.site.built import Site


def test_a_site_that_stands_nobody_knows_where_has_no_sitemap_and_leads_to_no_placeholder(real: Site):
    assert catalogue_in("data").settings.place == ""
    assert "sitemap.xml" not in real.paths
    for sheet in real.pages:
        assert not [link for _, link in sheet.references if ".example" in link], sheet.path


def test_files_of_a_site_that_stands_nobody_knows_where_lead_on_from_where_they_lie(real: Site):
    told = [
        (path, each[key])
        for path in real.paths
        if path.startswith("api/")
        for each in objects_in(json.loads((real.folder / path).read_text(encoding="utf-8")))
        for key in ("address", "json")
        if str(each.get(key)).startswith("../")
    ]
    assert len(told) > len(list(real.paths)) / 2
    assert [
        each for each in told if not real.file_at(urljoin(f"/{each[0]}", each[1]).removeprefix("/"))
    ] == []


def objects_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a value of JSON."""
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inner:
        yield from objects_in(item)
