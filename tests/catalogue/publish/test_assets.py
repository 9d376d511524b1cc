"""What a script is without its comments; tests/test_scripts.py holds the published scripts to their code."""

from __future__ import annotations

import pytest

from catalogue.publish.assets import bare_script

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
