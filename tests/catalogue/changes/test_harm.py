"""What harms is seen without unfolding, one change among three thousand that harm nobody."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable

import pytest

from catalogue.changes.compare import compare
from catalogue.telling.fitting import LIMIT, fitted
from catalogue.telling.markdown import MARKDOWN
from catalogue.views.words.changes import told
from catalogue.views.words.told import ToldComparison
from sample.chance import Chance
from tests.catalogue.changes.harm import HARMFUL, Needle, Tree, changed_harmlessly, city
from tests.catalogue.changes.two_states import BASE, HEAD, state_of_values

FOLDED = re.compile(r"<details>.*?</details>", re.DOTALL)
HARMLESS, EDITS, TIMES = 3000, 4100, 10


@pytest.fixture(scope="module")
def quiet() -> Tree:
    """The city after the changes that harm nobody."""
    return changed_harmlessly(city(), EDITS, 1)


def comparison(head: Tree) -> ToldComparison:
    return told(compare(state_of_values(city(), BASE), state_of_values(head, HEAD)))


def hidden(comparison: ToldComparison, needles: list[Needle]) -> list[Needle]:
    """Those of some needles of which no row stands open, or whose row is not in the text.

    What was changed may be told as one thing that is no more, and another that is new.
    """
    rows = [row for each in comparison.concerns for row in each.rows[: each.open]]
    opened = {(row.name, row.sort): row for row in rows}
    gone = {(row.name, row.sort) for row in rows if row.is_removal}
    opened |= {(name, f"{sort}.measure"): opened[name, sort] for name, sort in gone if sort == "figures"}
    seen = FOLDED.sub("", fitted(comparison, MARKDOWN, "").text)
    return [needle for needle in needles if needle not in opened or opened[needle].name not in seen]


def test_every_way_to_harm_is_seen_among_three_thousand_harmless_changes(quiet: Tree):
    head, needles = copy.deepcopy(quiet), []
    for number, harm in enumerate(HARMFUL):
        needles.append(harm(head, Chance(number, "harm")))
    found = comparison(head)
    assert found.total > HARMLESS
    assert len(HARMFUL) == 35
    assert hidden(found, needles) == []


@pytest.mark.proof
@pytest.mark.parametrize("harm", HARMFUL, ids=lambda harm: harm.__name__)
def test_a_harmful_change_alone_among_the_harmless_is_seen(
    quiet: Tree, harm: Callable[[Tree, Chance], Needle]
):
    for seed in range(TIMES):
        head = copy.deepcopy(quiet)
        needle = harm(head, Chance(seed, "harm alone"))
        assert hidden(comparison(head), [needle]) == []


def test_what_is_told_of_so_many_changes_is_cut_and_says_so(quiet: Tree):
    text = fitted(comparison(quiet), MARKDOWN, "Bản đầy đủ: tệp day-du.md.")
    assert text.is_cut
    assert len(text.text) <= LIMIT
    assert "Bản đầy đủ: tệp day-du.md." in text.text
