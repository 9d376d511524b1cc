"""A slip is told where a person made it, and only where the lines leave no doubt."""

from __future__ import annotations

import pytest

from catalogue.files.any_file import parse

TOLD = [
    ("title\nnote: a", "1:1 Sau «title» thiếu dấu hai chấm."),
    ("title: a\nnote\nhours: 4", "2:1 Sau «note» thiếu dấu hai chấm."),
    ("title: a\nnote\n", "2:1 Sau «note» thiếu dấu hai chấm."),
    ("title: a\nissuers\n  - b\n", "2:1 Sau «issuers» thiếu dấu hai chấm."),
    ("title: a\nreplaces\n  - b\n", "2:1 Sau «replaces» thiếu dấu hai chấm."),
    ("title A\n# b\n\nnote: c", "1:1 Sau «title» thiếu dấu hai chấm."),
    ("  title: a\nnote: b", "1:3 «title» thụt vào 2 dấu cách, không thẳng cột với các khóa ngoài cùng."),
    ("title: a\n  note: b", "2:3 «note» thụt vào 2 dấu cách, không thẳng cột với «title»."),
    ("a:\n  - b: c\n   d: e", "3:4 «d» thụt vào 3 dấu cách, không thẳng cột với «b»."),
    ("a:\n  b:\n    c: d\n   e: f", "4:4 «e» thụt vào 3 dấu cách, không thẳng cột với «c»."),
    ("a:\n    b: c\n  d: e", "3:3 «d» thụt vào 2 dấu cách, không thẳng cột với «b»."),
    ("a:\n  - b\n - c", "3:2 Dấu gạch đầu dòng thụt vào 1 dấu cách, không thẳng cột với mục ở trên."),
    ("a: b: c", "1:4 Hai khóa «a» và «b» trên một dòng."),
    ("a: {b: c},", "1:10 Thừa dấu phẩy ở cuối giá trị."),
    ("a: [b] c", "1:8 Còn chữ sau dấu ngoặc đóng."),
    ("a:\n  * b", "2:3 Mục của danh sách bắt đầu bằng «*»."),
    ("a: b\n<<<<<<< x\nc: d\n=======", "2:1 Còn dấu của hai bản chưa gộp xong."),
    ("```\na: b\n```", "1:1 Còn dòng ``` của chỗ chép."),
    ("a: b\n  - c", "2:3 Dấu gạch đầu dòng không thẳng cột với mục ở trên nên bị coi là chữ của dòng trên."),
]
"""A text, and what is told of it: line, column, message."""
NO_SLIP = [
    ("title: a\n  mở đầu\n  note: b", "3:3"),
    ("title: Lớp 1: mở đầu", "1:13"),
    ("title: a\nhai dòng\n", "2:1"),
    ("topics:\n  - a\n  b: c", "3:3"),
    ("- a: b\nc: d", "2:1"),
    ("note: >\n  a\n b", "3:2"),
]
"""A text whose mistake has more than one cause, and where it is told all the same."""
RIGHT = ["note: |\n  - a\n    - b", "note: >\n  a\n\n  - b", "note: 'a\n  - b'", "a:\n- b\n- c"]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_a_slip_is_told_where_it_was_made(text: str, told: str):
    (problem,) = parse("a.yml", text.encode()).problems
    assert f"{problem.line}:{problem.column} {problem.message}" == told


@pytest.mark.parametrize(("text", "at"), NO_SLIP)
def test_what_may_be_another_slip_is_told_at_its_line(text: str, at: str):
    (problem,) = parse("a.yml", text.encode()).problems
    assert f"{problem.line}:{problem.column}" == at


@pytest.mark.parametrize("text", RIGHT)
def test_hyphens_in_texts_are_right(text: str):
    assert parse("a.yml", text.encode()).problems == ()
