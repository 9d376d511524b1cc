"""Two contents of a file are read together as if each were read alone, whatever stands in them."""

from __future__ import annotations

from itertools import product

import pytest

from catalogue.changes.blocks import usual_values
from catalogue.files.guard import SIZE_LIMIT
from catalogue.files.usual_file import plain_value

LINES = (
    "title: A",
    "title: B",
    'note: "x',
    'summary: y"',
    "note: |",
    "  more",
    "# said",
    "lead: [a,",
    "classes:\n  - id: lop-1",
    "line:x",
)
"""Lines that stand alone, lean on others, or break what stands around them."""


@pytest.mark.parametrize("last", ["", "\n"])
def test_contents_that_share_lines_are_read_as_if_each_stood_alone(last: str):
    alone = {
        text: plain_value(text)
        for lines in product(LINES, repeat=3)
        for text in [("\n".join(lines) + last).encode()]
    }
    texts = list(alone)
    pairs = [
        (one, other) for step in (1, 10, 100, 111) for one, other in zip(texts, texts[step:], strict=False)
    ]
    read = {pair: usual_values(*pair) for pair in pairs}
    assert {pair: values for pair, values in read.items() if values != (alone[pair[0]], alone[pair[1]])} == {}
    assert sum(None not in values for values in read.values()) > 50


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A\nnote: B\n", "# a hidden\u200bsign\ntitle: A\nnote: C\n"),
        ("title: A\nnote: B\n", ""),
        ("title: A\nnote: B\n", "# said\ntitle: A\nnote: C\n"),
        ("title: A\nnote: B\n", "\ufefftitle: A\nnote: B\n"),
        ("title: A\nnote: B\n", "note: B\ntitle: A\n"),
        ("title: A\nnote: B\n", "title: A\nnote: B\ntitle: A\n"),
        ("title: A\nnote: B\n", "title: A\r\nnote: B\n"),
        ("title: A\nnote: B\n", "title: A\nnote: B\n---\nlead: c\n"),
        ("title: A\nnote: B\n", f"title: A\nnote: {'b' * SIZE_LIMIT}\n"),
        ("title: A\nnote: |\n  B\n\n", "title: C\nnote: |\n  B\n"),
        ("true: A\nnote: B\n", "true: A\nnote: C\n"),
    ],
)
def test_what_only_one_content_has_is_seen_beside_the_other(before: str, after: str):
    for one, other in ((before.encode(), after.encode()), (after.encode(), before.encode())):
        assert usual_values(one, other) == (plain_value(one), plain_value(other))


def test_values_that_are_the_same_in_both_are_read_once():
    one, other = usual_values(b"title: A\nblocks:\n  - party\n", b"title: B\nblocks:\n  - party\n")
    assert one
    assert other
    assert one["blocks"] is other["blocks"]
