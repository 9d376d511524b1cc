"""What the frame of a section loads: scripts with all that they import, one stylesheet out of its parts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalogue.publish.assets import (
    EVERYWHERE,
    JOINED,
    OWN,
    PARTS,
    SCRIPTS,
    STYLESHEETS,
    assets_of,
    bare_script,
    imported_by,
    imports_of,
    is_joined,
    joined_stylesheet,
)

DOCS = Path(__file__).parents[3] / "docs"
MODULES = {
    "page/entry.js": 'import { a } from "./a.js";\nimport "../shared/side-effect.js";\n',
    "page/a.js": 'import {\n  b,\n  c as d,\n} from "./b.js";\nexport const a = 1;\n',
    "page/b.js": 'export { e } from "./e.js";\nimport { a } from "./a.js";\n',
    "page/e.js": 'const late = () => import("./late.js");\n// import { x } from "./not.js";\n',
    "page/late.js": "",
    "shared/side-effect.js": 'import { a } from "../page/a.js";\n',
}
"""Scripts that import one another in every way in which that is written, in a circle too."""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder with these scripts."""
    for name, text in MODULES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_imports_are_followed_through_others_and_those_asked_for_later_are_not(docs: Path):
    found = imported_by(["page/entry.js"], docs)
    assert found == {"page/a.js", "page/b.js", "page/e.js", "shared/side-effect.js"}


def test_a_script_that_is_loaded_anyway_is_no_import(docs: Path):
    found = imported_by(["page/entry.js", "page/a.js"], docs)
    assert found == {"page/b.js", "page/e.js", "shared/side-effect.js"}


def test_an_import_over_several_lines_is_one(docs: Path):
    assert list(imports_of("page/a.js", docs)) == ["page/b.js"]


def test_a_module_that_is_not_there_is_an_error(docs: Path):
    (docs / "page/late.js").write_text('import { x } from "./khong-co.js";\n', encoding="utf-8")
    with pytest.raises(FileNotFoundError, match=r"khong-co\.js"):
        imported_by(["page/late.js"], docs)


@pytest.mark.parametrize("section", ["", "chuong-trinh", "*", *OWN])
def test_a_section_loads_files_that_are_there_each_once(section: str):
    assets = assets_of(section, DOCS)
    loaded = [assets.first_script, assets.print_stylesheet, *assets.scripts, *assets.preloads]
    loaded += [each for each in assets.stylesheets if each != JOINED]
    assert [path for path in loaded if not (DOCS / path).is_file()] == []
    assert len(set(loaded)) == len(loaded)
    assert {f"{SCRIPTS}{name}.js" for name in EVERYWHERE} <= set(assets.scripts)
    assert assets.stylesheets[0] == JOINED


@pytest.mark.parametrize("section", OWN)
def test_a_section_with_a_page_of_its_own_has_its_script_its_stylesheet_and_what_they_import(section: str):
    script, stylesheet = OWN[section]
    assets = assets_of(section, DOCS)
    assert f"{SCRIPTS}{script}.js" in assets.scripts
    assert assets.stylesheets == (JOINED, f"{STYLESHEETS}{stylesheet}.css")
    assert assets.preloads == tuple(sorted(imported_by(list(assets.scripts), DOCS)))
    assert assets.preloads


def test_every_page_has_one_search_box_and_that_of_search_its_own():
    boxes = {
        section: [path for path in assets_of(section, DOCS).scripts if path.startswith(f"{SCRIPTS}search/")]
        for section in ("don-vi", *OWN)
    }
    box = f"{SCRIPTS}search/page/box.js"
    assert boxes.pop("tra-cuu") == [f"{SCRIPTS}search/page/page.js"]
    assert set(map(tuple, boxes.values())) == {(box,)}


def test_an_ordinary_section_asks_for_nothing_beforehand():
    assert assets_of("don-vi", DOCS).preloads == ()


def squeezed(text: str) -> str:
    """Rules without their comments and without any space."""
    return re.sub(r"\s+", "", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))


def test_the_joined_stylesheet_has_the_rules_of_its_parts_in_their_order_and_no_comment():
    joined = joined_stylesheet(DOCS).decode()
    parts = [(DOCS / f"{STYLESHEETS}{part}.css").read_text(encoding="utf-8") for part in PARTS]
    assert all(map(squeezed, parts))
    assert squeezed(joined) == "".join(map(squeezed, parts))
    assert "/*" not in joined
    assert "*/" not in joined
    assert not re.search(r"\n\s*\n", joined)


def test_every_stylesheet_is_a_part_of_the_joined_one_or_is_loaded_by_itself():
    """A component that nobody lists would be loaded by no page."""
    there = {path.relative_to(DOCS).as_posix() for path in (DOCS / STYLESHEETS).rglob("*.css")}
    frames = [assets_of(section, DOCS) for section in ("", *OWN)]
    alone = {path for assets in frames for path in (*assets.stylesheets, assets.print_stylesheet)}
    parts = {path for path in there if is_joined(path)}
    assert len(parts) == len(PARTS)
    assert there == parts | (alone - {JOINED})


CASES = {
    "a sentence at the top": ("// What it is for.\n\nlet a;\n", "let a;\n"),
    "several lines": ("let a;\n// One.\n// Two.\nlet b;\n", "let a;\nlet b;\n"),
    "an indented line": ("{\n  // Why.\n  a();\n}\n", "{\n  a();\n}\n"),
    "a type": ("/** @type {number} */\nlet a;\n", "let a;\n"),
    "a type of several lines": ("/**\n * @param {number} a\n */\nfunction b(a) {}\n", "function b(a) {}\n"),
    "a last line": ("let a;\n// The end.\n", "let a;\n"),
    "blank lines": ("let a;\n\n\nlet b;\n", "let a;\nlet b;\n"),
    "code behind a comment": ("/** @type {A} */ (a).b();\n", "/** @type {A} */ (a).b();\n"),
    "code behind a comment, before another": (
        "/** @type {A} */ (a).b();\n/** Why. */\nlet c;\n",
        "/** @type {A} */ (a).b();\nlet c;\n",
    ),
    "a comment behind code": ("a(); // why\n", "a(); // why\n"),
    "what looks like a comment in a text": ('a("// b");\nc("/** d */");\n', 'a("// b");\nc("/** d */");\n'),
    "an address": ('a("https://b/");\n', 'a("https://b/");\n'),
}


@pytest.mark.parametrize(("script", "bare"), CASES.values(), ids=CASES)
def test_only_comments_with_lines_of_their_own_are_taken_out(script: str, bare: str):
    assert bare_script(script.encode()).decode() == bare
