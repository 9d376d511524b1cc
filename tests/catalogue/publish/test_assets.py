"""What the frame of a section loads: one script, one stylesheet out of its parts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalogue.publish.assets import (
    ALONE,
    EMBEDDED_PARTS,
    EVERYWHERE,
    JOINED,
    OWN,
    PARTS,
    STYLESHEETS,
    PublishedScripts,
    assets_of,
    is_joined,
    joined_stylesheet,
    published_scripts,
    scripts_beside,
)

DOCS = Path(__file__).parents[3] / "docs"


@pytest.fixture(scope="module")
def scripts() -> PublishedScripts:
    """The scripts of all pages."""
    return published_scripts(DOCS)


def test_every_joined_script_is_written_shorter(scripts: PublishedScripts):
    """What the minifier cannot read it gives back as it is."""
    assert scripts.files
    assert [address for address, content in scripts.files.items() if b";\n" in content] == []


@pytest.mark.parametrize("section", ["chuong-trinh", "*", *OWN])
def test_a_section_loads_files_that_are_published_each_once(section: str, scripts: PublishedScripts):
    assets = assets_of(section, scripts)
    written = [assets.first_script, assets.print_stylesheet, *assets.stylesheets[1:]]
    assert [path for path in (*written, *ALONE) if not (DOCS / path).is_file()] == []
    assert {assets.script, *assets.preloads} <= set(scripts.files)
    assert assets.stylesheets[0] == JOINED


def test_a_section_with_a_page_of_its_own_has_its_script_and_its_stylesheet(scripts: PublishedScripts):
    for section, (_, stylesheet) in OWN.items():
        assets = assets_of(section, scripts)
        assert assets.stylesheets == (JOINED, f"{STYLESHEETS}{stylesheet}.css")
    loaded = {assets_of(section, scripts).script for section in (*OWN, "van-ban")}
    assert len(loaded) == len(OWN) + 1
    assert assets_of("van-ban", scripts) == assets_of("*", scripts)


def test_every_page_has_one_search_box_and_that_of_search_its_own():
    boxes = {
        own: [name for name in scripts_beside(own) if name.startswith("search/")] for own, _ in OWN.values()
    }
    assert boxes.pop("search/page/page") == ["search/page/page"]
    assert {*map(tuple, boxes.values()), *[("search/page/box",)]} == {("search/page/box",)}
    assert all(set(EVERYWHERE) <= set(scripts_beside(own)) for own in ("", *boxes))


def test_the_worker_is_asked_for_beforehand_by_the_page_of_search_alone(scripts: PublishedScripts):
    (worker,) = assets_of("tra-cuu", scripts).preloads
    assert worker in scripts.files
    assert assets_of("don-vi", scripts).preloads == ()


def squeezed(text: str) -> str:
    """Rules without their comments and without any space."""
    return re.sub(r"\s+", "", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))


@pytest.mark.parametrize("of", [PARTS, EMBEDDED_PARTS], ids=["every page", "what other sites embed"])
def test_a_joined_stylesheet_has_the_rules_of_its_parts_in_their_order_and_no_comment(of: tuple[str, ...]):
    joined = joined_stylesheet(DOCS, of).decode()
    parts = [(DOCS / f"{STYLESHEETS}{part}.css").read_text(encoding="utf-8") for part in of]
    assert all(map(squeezed, parts))
    assert squeezed(joined) == "".join(map(squeezed, parts))
    assert "/*" not in joined
    assert "*/" not in joined
    assert not re.search(r"\n\s*\n", joined)


def test_every_stylesheet_is_a_part_of_the_joined_one_or_is_loaded_by_itself(scripts: PublishedScripts):
    """A component that nobody lists would be loaded by no page."""
    there = {path.relative_to(DOCS).as_posix() for path in (DOCS / STYLESHEETS).rglob("*.css")}
    frames = [assets_of(section, scripts) for section in ("*", *OWN)]
    alone = {path for assets in frames for path in (*assets.stylesheets, assets.print_stylesheet)}
    parts = {path for path in there if is_joined(path)}
    assert len(parts) == len({*PARTS, *EMBEDDED_PARTS})
    assert there == parts | (alone - {JOINED})
