"""Two long texts are shown where they part, in every form, and nothing that parts is left out unsaid."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from catalogue.telling.fitting import fitted, unlimited
from catalogue.telling.markdown import MARKDOWN
from catalogue.telling.text import TEXT
from catalogue.views.words.changes import told
from catalogue.views.words.narrowed import MOST_WORDS, narrowed, partings
from tests.catalogue.changes.two_states import compared
from tests.examples import examples

SAME = "Phần này như nhau ở cả hai bản, dài hơn chỗ dành cho một giá trị khi kể ngắn gọn. "
LEFT = re.compile(r" \(còn ([\d.]+) chỗ khác\)$")
EDITS = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from(["cu", ""]), st.sampled_from(["moi", ""])), max_size=30
)
ROOMS = st.sampled_from([60, 320])


def of_parts(parts: list[tuple[int, str]]) -> str:
    return " ".join(f"{'giữa ' * same}{word}".strip() for same, word in parts)


@examples(200)
@given(EDITS, ROOMS)
def test_every_place_in_which_texts_differ_is_shown_or_counted(edits: list[tuple[int, str, str]], room: int):
    numbered = [
        (same, old and f"{old}{at}", new and f"{new}{at}") for at, (same, old, new) in enumerate(edits)
    ]
    before = of_parts([(same, old) for same, old, _ in numbered])
    after = of_parts([(same, new) for same, _, new in numbered])
    one, other = narrowed(before, after, room)
    if before == after:
        return
    left = LEFT.search(other)
    shown = LEFT.sub("", other)
    assert one != shown
    told_places = len(list(partings(before, after))) - (int(left[1]) if left else 0)
    assert told_places > 0
    if not left:
        assert [word for word in one.split() if word.startswith("cu")] == [
            word for _, word, _ in numbered if word
        ]
        assert [word for word in shown.split() if word.startswith("moi")] == [
            new for *_, new in numbered if new
        ]


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1), st.integers(100, 400), ROOMS)
def test_words_without_end_are_cut_where_they_part(text: str, times: int, room: int):
    one, other = narrowed("x" * times + text, "x" * times + text + "y", room)
    assert one != other
    assert max(len(one), len(other)) <= 2 * room


def test_texts_of_too_many_words_part_in_one_place():
    before, after = (f"{start} " + "và " * MOST_WORDS + "hết" for start in ("cũ", "mới"))
    assert len(list(partings(before, after))) == 1
    assert narrowed(before, after, 60)[0].startswith("cũ và")


def test_in_every_form_it_is_seen_what_differs_and_the_whole_is_uncut():
    paths = [f"programs/lop-{number}.yml" for number in range(20)]
    long, ending = {path: f"Lớp {at}. {SAME * 5}" for at, path in enumerate(paths)}, "hết"
    before = {path: {"title": "X", "note": f"{text}không cộng {ending}"} for path, text in long.items()}
    after = {path: {"title": "X", "note": f"{text}cộng {ending}"} for path, text in long.items()}
    found = told(compared(before, after))
    for form in (TEXT, MARKDOWN):
        short, whole = fitted(found, form, "").text, unlimited(found, form)
        for row in found.concerns[0].rows:
            assert form.row(row.whole) in whole
            assert row.brief.before != row.brief.after
        assert short.count("không cộng") == len(paths)
        assert all(short.count(path.removeprefix("programs/").removesuffix(".yml")) for path in paths)
        assert whole.count(SAME * 5) == 2 * len(paths)
