"""Scripts are joined as they would run one by one, and a joined file is named by what is in it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from catalogue.publish.scripts import (
    JOINED_SCRIPTS,
    Joining,
    ScriptError,
    bare_script,
    imports_below,
    join,
    minified,
)

MODULES = {
    "page/entry.js": 'import {\n  b as c,\n  twice,\n} from "../shared/b.js";\nimport "./side-effect.js";\n'
    "document.title += `entry ${c} ${twice(2)} ${new twice.Box().size}`;\n"
    'import("./late.js").then(({ late }) => (document.title += ` ${late}`));\n',
    "page/side-effect.js": 'import { b } from "../shared/b.js";\nconst c = "own";\n'
    "document.title = `${b} ${c},`;\n",
    "page/late.js": 'import { b } from "../shared/b.js";\n// Why.\nexport const late = `late ${b}`;\n',
    "shared/b.js": "export const b = 1;\nfunction twice(n) {\n  return 2 * n;\n}\n"
    "export class Box {\n  size = 3;\n}\ntwice.Box = Box;\nexport { twice };\n",
}
"""Scripts that import one another in every way in which that is written."""
SHOWN = "1 own,entry 1 4 3 late 1"
"""What they make of a page's title."""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder with these scripts."""
    for name, text in MODULES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def joined(docs: Path) -> tuple[str, dict[str, bytes]]:
    joining = Joining(docs)
    return join("entry", ["page/entry.js"], joining), joining.files


def test_joined_scripts_do_what_they_do_one_by_one(docs: Path, browser: Browser):
    address, files = joined(docs)
    for entry, contents in ((address, files), ("page/entry.js", {n: t.encode() for n, t in MODULES.items()})):
        page = browser.new_page()
        page.route("**/*", partial(answer, contents))
        page.goto("http://catalogue.test/")
        page.add_script_tag(url=f"/{entry}", type="module")
        page.wait_for_function(f"document.title === {SHOWN!r}")
        page.close()


def answer(contents: dict[str, bytes], route: Route) -> None:
    name = route.request.url.removeprefix("http://catalogue.test/")
    kind = "text/javascript" if name else "text/html"
    route.fulfill(body=contents.get(name, b"<!doctype html><title></title>"), content_type=kind)


def test_what_is_asked_for_later_is_a_file_of_its_own_by_its_name(docs: Path):
    address, files = joined(docs)
    late, entry = files
    assert entry == address
    assert late.startswith(f"{JOINED_SCRIPTS}late.")
    assert f"import(`./{late.rpartition('/')[2]}`)".encode() in files[entry]


def test_whatever_changes_in_a_script_changes_the_names_of_all_files_that_come_to_load_it(docs: Path):
    address, files = joined(docs)
    assert joined(docs) == (address, files)
    (docs / "page/late.js").write_text("export const late = 2;\n", encoding="utf-8")
    assert not {*files} & {*joined(docs)[1]}


def test_imports_are_followed_through_others_and_those_asked_for_later_are_not(docs: Path):
    assert set(imports_below(["page/entry.js"], Joining(docs))) == {
        "page/entry.js",
        "page/side-effect.js",
        "shared/b.js",
    }


def test_a_module_that_is_not_there_is_an_error(docs: Path):
    (docs / "page/late.js").write_text('import { x } from "./khong-co.js";\n', encoding="utf-8")
    with pytest.raises(FileNotFoundError, match=r"khong-co\.js"):
        joined(docs)


@pytest.mark.parametrize("closed", ["</script>", "</SCRIPT>", "</script >", "</script/"])
def test_what_would_end_a_script_early_is_an_error(docs: Path, closed: str):
    (docs / "shared/b.js").write_text(f'export const b = "{closed}";\n', encoding="utf-8")
    with pytest.raises(ScriptError, match="</"):
        joined(docs)


def test_a_joined_file_is_written_shorter():
    assert minified("export const b = 1; // b\nexport const d = 2;\n") == "export const b=1;export const d=2;"


@pytest.mark.parametrize(
    "line",
    ['export * from "./late.js";', "export default 1;", "export let a = 1;", 'import a from "./late.js";'],
)
def test_a_way_of_writing_that_cannot_be_joined_is_an_error(docs: Path, line: str):
    (docs / "shared/b.js").write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(ScriptError, match=r"shared/b\.js"):
        joined(docs)


CASES = {
    "a sentence at the top": ("// What it is for.\n\nlet a;\n", "let a;\n"),
    "several lines": ("let a;\n// One.\n// Two.\nlet b;\n", "let a;\nlet b;\n"),
    "an indented line": ("{\n  // Why.\n  a();\n}\n", "{\na();\n}\n"),
    "a type": ("/** @type {number} */\nlet a;\n", "let a;\n"),
    "a type of several lines": ("/**\n * @param {number} a\n */\nfunction b(a) {}\n", "function b(a) {}\n"),
    "a last line": ("let a;\n// The end.\n", "let a;\n"),
    "blank lines": ("let a;\n\n\nlet b;\n", "let a;\nlet b;\n"),
    "code behind a comment": ("/** why */ (a).b();\n", "/** why */ (a).b();\n"),
    "code behind a comment, before another": (
        "/** why */ (a).b();\n/** Why. */\nlet c;\n",
        "/** why */ (a).b();\nlet c;\n",
    ),
    "types within a line": (
        "a((/** @type {A} */ b, /** @type {B} */ c) => b);\n",
        "a((b, c) => b);\n",
    ),
    "a comment behind code": ("a(); // why\n", "a(); // why\n"),
    "what looks like a comment in a text": ('a("// b");\nc("/** d */");\n', 'a("// b");\nc("/** d */");\n'),
    "an address": ('a("https://b/");\n', 'a("https://b/");\n'),
}


@pytest.mark.parametrize(("script", "bare"), CASES.values(), ids=CASES)
def test_only_types_and_comments_with_lines_of_their_own_are_taken_out(script: str, bare: str):
    assert bare_script(script.encode()).decode() == bare
