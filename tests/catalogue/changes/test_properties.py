"""What holds of any change: nothing is missed and nothing made up, both ways are mirrors, limits are kept."""

from __future__ import annotations

import copy
import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.changes.compare import Comparison, RecordChange, compare
from catalogue.changes.concerns import Concern, compare_records
from catalogue.changes.fields import Difference, Item, Steps
from catalogue.changes.renaming import leaves
from catalogue.language.vietnamese import number
from catalogue.telling.fitting import LIMIT, TextForm, fitted, unlimited
from catalogue.telling.markdown import MARKDOWN
from catalogue.telling.text import TEXT
from catalogue.views.words.changes import told
from sample.chance import Chance
from tests.catalogue.changes.harm import HARMFUL, REDIRECTS, Tree, changed_harmlessly, city
from tests.catalogue.changes.two_states import BASE, HEAD, state_of_values
from tests.examples import PROVING, examples, for_a_proof, some_of

FOLDED = re.compile(r"<details>.*?</details>", re.DOTALL)
IDS = st.sampled_from(["a", "b", "c"])
TEXTS = st.sampled_from(["Một câu", "Một câu khác", "Hai", "- @ai ` <b>"])
NUMBERS = st.sampled_from(["1", "20", "255"])
DAYS = st.sampled_from(["2026", "2026-03-05", "2026-05-03", "--05-27"])
FIGURES = st.fixed_dictionaries(
    {"measure": st.sampled_from(["classes", "learners"]), "value": NUMBERS},
    optional={"state": st.sampled_from(["planned", "done"]), "title": TEXTS, "source": IDS},
)
CLASSES = st.fixed_dictionaries(
    {"id": IDS},
    optional={
        "start": DAYS,
        "seats": NUMBERS,
        "state": st.sampled_from(["open", "cancelled"]),
        "allocations": st.dictionaries(IDS, NUMBERS, min_size=1, max_size=2),
    },
)
RECORDS = st.fixed_dictionaries(
    {},
    optional={
        "title": TEXTS,
        "groups": st.lists(
            st.fixed_dictionaries({"group": IDS}, optional={"obligation": st.just("required")}),
            min_size=1,
            max_size=3,
        ),
        "lead": IDS,
        "organizers": st.lists(IDS, min_size=1, max_size=3),
        "figures": st.lists(FIGURES, min_size=1, max_size=4),
        "classes": st.lists(CLASSES, min_size=1, max_size=3),
        "eligibility": st.lists(TEXTS, min_size=1, max_size=3),
        "verification": st.fixed_dictionaries(
            {"level": st.sampled_from(["official", "reported"])}, optional={"document": IDS}
        ),
        "venue": TEXTS | st.fixed_dictionaries({"place": TEXTS}),
        "khoa_la": TEXTS | st.lists(TEXTS, min_size=1, max_size=2),
    },
)
PATHS = st.sampled_from(
    [f"{folder}/{id}.yml" for folder in ("programs", "programs/2026", "plans") for id in "abc"]
)
TREES = st.dictionaries(PATHS, RECORDS.filter(bool), max_size=4)


def leaves_at(place: Steps, value: Any) -> Counter[Any]:
    """The single values in a value that stands at a place, by the keys that lead to them."""
    keys = tuple(step.name for step in place if not isinstance(step, Item))
    return Counter() if value is None else Counter(leaves(keys, value))


@examples(60)
@given(RECORDS, RECORDS)
def test_what_changed_makes_the_one_record_into_the_other(before: dict[str, Any], after: dict[str, Any]):
    made = Counter(leaves((), before))
    for change in compare_records(("program", "x"), before, after):
        what = change.difference
        assert what.reordered == (change.concern is Concern.LAYOUT)
        gone, new = leaves_at(what.place, what.before), leaves_at(what.place, what.after)
        if not what.reordered:
            assert not gone - made
            made = made - gone + new
    assert made == Counter(leaves((), after))


def compared(before: Tree, after: Tree) -> Comparison:
    return compare(state_of_values(before, BASE), state_of_values(after, HEAD))


@examples(20)
@given(TREES)
def test_a_state_compared_with_itself_is_empty(tree: Tree):
    assert compared(tree, copy.deepcopy(tree)).is_empty


def mirrored(place: Steps) -> Steps:
    return tuple(
        Item(step.after, step.before, step.shape) if isinstance(step, Item) else step for step in place
    )


def in_mirror(what: Difference) -> Difference:
    return Difference(mirrored(what.place), what.after, what.before, what.shape, what.reordered)


def by_meaning(record: RecordChange, *, mirror: bool) -> Any:
    """A record with what changed in it, the other way round for a mirror; in any order."""
    changes = [in_mirror(each.difference) if mirror else each.difference for each in record.changes]
    sides = (record.after, record.before) if mirror else (record.before, record.after)
    return repr(sides), sorted(map(repr, changes))


@examples(40)
@given(TREES, TREES)
def test_both_ways_round_are_mirrors_of_each_other(before: Tree, after: Tree):
    there, back = compared(before, after), compared(after, before)
    assert sorted(by_meaning(each, mirror=True) for each in back.records) == sorted(
        by_meaning(each, mirror=False) for each in there.records
    )
    assert (there.lost, there.gained) == (back.gained, back.lost)


def holds_its_promises(comparison: Comparison, form: TextForm) -> None:
    """The contract of what is told: counts, length, what is never folded."""
    found = told(comparison)
    whole, short = unlimited(found, form), fitted(found, form, "Bản đầy đủ: tệp x.")
    assert len(short.text) <= LIMIT
    rows = [row for each in found.concerns for row in each.rows]
    assert found.total == len(rows) == sum(len(each.rows) for each in found.concerns)
    assert whole.count("\n- ") >= len(rows)
    assert sum(found.records.values()) == len(comparison.records)
    for each in found.concerns:
        assert f"({number(len(each.rows))})" in short.text
        assert not any(row.is_removal or row.is_error for row in each.rows[each.open :])
    if not short.is_cut:
        unfolded = FOLDED.sub("", short.text)
        assert all(form.row(row) in unfolded for row in rows if row.is_removal)
    assert ("Không có thay đổi" in short.text) == comparison.is_empty


@examples(20)
@given(TREES, TREES)
def test_what_is_told_of_any_change_keeps_its_promises(before: Tree, after: Tree):
    for form in (TEXT, MARKDOWN):
        holds_its_promises(compared(before, after), form)


def changed_at_random(seed: int, most: int) -> Tree:
    """The city with up to so many of its records gone, changed, or under another id, and some harm."""
    chance, tree = Chance(seed, "any change"), changed_harmlessly(city(), seed * 100 % 1500, seed)
    for path in chance.some([path for path in tree if path != REDIRECTS], 0, most):
        held = tree.pop(path)
        match chance.below(4):
            case 0:
                tree[path.replace(".yml", "-moi.yml")] = held
            case 1:
                tree[path] = {**held, "note": "@ai `x` <b>" * chance.between(1, 60)}
            case 2:
                tree[path] = {key: value for key, value in held.items() if chance.below(2)}
    chance.pick(HARMFUL[8:11])(tree, chance)
    return tree


SIZES = [(1, 3), (2, 40), (3, 3000), *((seed, 3000) for seed in range(4, 40 if PROVING else 4))]


@pytest.mark.proved
@pytest.mark.parametrize(("seed", "most"), some_of(SIZES))
def test_any_change_of_many_records_is_told_within_a_forges_limit(seed: int, most: int):
    comparison = compared(city(), changed_at_random(seed, most))
    for form in (TEXT, MARKDOWN):
        holds_its_promises(comparison, form)


@pytest.mark.parametrize("count", [3_000, *for_a_proof(10_000)])
def test_removed_records_are_counted_exactly_and_named_as_far_as_they_fit(count: int):
    many: Tree = {f"programs/chuong-trinh-{each:05}.yml": {"title": f"Lớp {each}"} for each in range(count)}
    found = told(compared(many, {"plans/a.yml": {"title": "A"}}))
    for form in (TEXT, MARKDOWN):
        text = fitted(found, form, "Bản đầy đủ: tệp x.")
        assert text.is_cut
        assert LIMIT - 2_000 < len(text.text) <= LIMIT
        assert f"{number(count)} bản ghi bị bỏ" in text.text
        assert text.text.count("chuong-trinh-0") > 1_000
