"""What somebody typed is text in every form: no mark, no mention, no element, no command of a log."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.changes.compare import Comparison
from catalogue.model.kinds import KINDS
from catalogue.telling.data import as_json
from catalogue.telling.fitting import unlimited
from catalogue.telling.markdown import MARKDOWN, code, safe
from catalogue.telling.text import TEXT
from catalogue.views.words.changes import told
from tests.catalogue.changes.two_states import compared
from tests.catalogue.views.hostile import files, stem

HARM = (
    "@ai #1 !2 `x` ``y`` **đậm** <b>&lt;</b> [a](https://a.vn) ![](b) | ~x~ :tada: GH-1 www.a.vn",
    "\n::error file=a.yml::b\n##[error]c\n</details>\n- mục\n# đề mục\n> trích\n---\n```\nkhối\n```\n    mã",
    "\u202eđảo\u2066 \u200bẩn\u2028 dòng\x1b[31m",
)
OUTSIDE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
"""Code in Markdown: what stands outside of it may be taken for a mark."""
MARKUP = re.compile(r"[<>@#!\[\]|~:&*_\\]|GH-|www\.")
OWN = ("<details>", "<summary>", "</summary>", "</details>")


@pytest.fixture(scope="module", params=range(len(HARM)))
def hostile(request: pytest.FixtureRequest) -> Comparison:
    """A comparison in which every text of every field of every kind is one that could do harm."""
    harm = HARM[request.param]
    before: dict[str, Any] = {}
    after = {path: poisoned(json.loads(text), harm) for path, text in files().items()}
    for kind in KINDS.values():
        before[f"{kind.folder}/{stem(kind.code, 'nay')}.yml"] = {"title": f"{harm} cũ", harm: harm}
    trees = ({path: json.dumps(held) for path, held in tree.items()} for tree in (before, after))
    return compared(next(trees), next(trees) | {f"programs/{harm[:40].replace('/', '')}.yml": "a: ["})


def poisoned(value: Any, harm: str) -> Any:
    """A value with harm in each of its texts."""
    if isinstance(value, dict):
        return {key: poisoned(item, harm) for key, item in value.items()}
    if isinstance(value, list):
        return [poisoned(item, harm) for item in value]
    return f"{value} {harm}" if isinstance(value, str) else value


def test_in_markdown_nothing_outside_of_code_can_be_taken_for_a_mark(hostile: Comparison):
    for line in unlimited(told(hostile), MARKDOWN).splitlines():
        bare = OUTSIDE.sub("", line)
        for own in (*OWN, "**LỖI**"):
            bare = bare.replace(own, "")
        inside = re.sub(r"^(#{2,3} |- |> |\*\*.*\*\*$)", "", bare)
        assert not MARKUP.search(inside.replace(": ", " ").removesuffix(":")), line


def test_in_a_text_every_line_is_ours_and_no_log_finds_a_command(hostile: Comparison):
    text = unlimited(told(hostile), TEXT)
    assert "##[" not in text
    for line in text.splitlines():
        assert not line.lstrip().startswith("::")
        assert line.isprintable()
    assert text.count("\n- ") == told(hostile).total + len(hostile.unread)


def test_in_json_values_are_exact_and_nothing_is_hidden(hostile: Comparison):
    text = as_json(told(hostile))
    assert "##[" not in text
    assert all(character.isprintable() or character == "\n" for character in text)
    told_again = json.loads(text)
    titles = {change["before"] for change in told_again["changes"] if change["field"] == "title"}
    assert titles <= {f"{harm} cũ" for harm in HARM}
    assert titles or told_again["unread"]


@pytest.mark.parametrize("mark", ["", "»", "».", ")"])
@pytest.mark.parametrize(
    "linked",
    [
        "https://vi-du.vn/bai",
        "http://vi-du.vn",
        "HTTPS://VI-DU.VN",
        "ftp://vi-du.vn",
        "ssh://kho/ma",
        "www.vi-du.vn",
        "WWW.vi-du.vn",
        "mailto:ai@vi-du.vn",
        "tel:19001000",
        "ai@vi-du.vn",
        "GH-12",
        "1a2b3c4d5e6f",
    ],
)
def test_what_a_forge_makes_a_link_of_is_shown_as_text(linked: str, mark: str):
    for text in (f"{linked}{mark}", f"«{linked}{mark}»", f"Xem: {linked}{mark} và sau đó"):
        assert safe(text) == code(text)


def test_an_address_is_a_text_wherever_it_stands():
    sides = [
        {"sources/a.yml": {"title": "A", "address": f"https://vi-du.vn/{name}"}} for name in ("cu", "moi")
    ]
    (line,) = (each for each in unlimited(told(compared(*sides)), MARKDOWN).splitlines() if "vi-du" in each)
    assert "vi-du" not in OUTSIDE.sub("", line)


@pytest.mark.parametrize(
    "text", ["Lúc 7:30, phòng 5: tầng 2", "1.300 → 2.550 lượt", "và/hoặc (khối Đảng)", "Dòng:"]
)
def test_plain_sentences_stay_as_they_are(text: str):
    assert safe(text) == text


@given(st.text(min_size=1))
def test_code_is_closed_where_it_was_opened_whatever_it_holds(text: str):
    line = " ".join(text.split()) or "x"
    written = code(line)
    assert OUTSIDE.fullmatch(written)
    assert safe(line) in {line, written}
