"""What the benchmark of a long history makes, and how it tells what it measured."""

from __future__ import annotations

from pathlib import Path

from benchmarks import history
from benchmarks.commits import ALL_CHANGED, MAIN, ONE_CHANGED, make_repository
from catalogue.changes.compare import compare
from catalogue.changes.history import history_of
from catalogue.changes.states import state_of_folder, state_of_revision

DATA = Path(__file__).with_name("hai-duong")


def test_a_history_made_for_the_benchmark_ends_in_the_folder_as_it_is_and_is_the_same_every_time(tmp_path):
    one, other = (make_repository(tmp_path / name, DATA, 9) for name in "ab")
    told = history_of(one, {})
    assert len(told.commits) == 9
    assert told.commits == history_of(other, {}).commits
    assert compare(state_of_revision(one, MAIN), state_of_folder(DATA)).is_empty
    records = [commit.edits for commit in told.commits]
    assert all(1 <= len(edits) <= 5 for edits in records[:-1])
    changes = [told.change(edit) for edits in records[:-1] for edit in edits if edit.is_change]
    assert all(change and change.changes for change in changes)


def test_the_branches_of_the_benchmark_change_one_record_and_every_one(tmp_path):
    data = make_repository(tmp_path, DATA, 3)
    main, *others = (state_of_revision(data, name) for name in (MAIN, ONE_CHANGED, ALL_CHANGED))
    one, every = (compare(main, other) for other in others)
    assert len(one.records) == 1
    assert len(every.records) == sum(1 for kind, _ in main.paths if kind)
    assert not any(change.is_error for each in every.records for change in each.changes)


def test_what_a_history_costs_is_told_beside_git_with_what_it_adds_and_how_it_grows():
    parts = {
        count: {"reading": history.Taken(wall, 2 * wall), history.NAMES: history.Taken(1, 0)}
        for count, wall in ((1_000, 1.5), (5_000, 6.0))
    }
    question = history.DIFFS[1]
    figures = history.Figures(
        10_000,
        0.25,
        parts,
        (history.Taken(10, 18), history.Taken(14, 25.5)),
        {question: history.Answered(history.Taken(1.5, 1.25), history.Taken(0.5, 0.5))},
        history.Taken(3, 3),
    )
    text = history.report(figures)
    assert "| reading | 1.50 | 3.00 | 6.00 | 12.00 | 4.0 |" in text
    assert "| `git log --raw` | 1.00 | 0.00 | 1.00 | 0.00 | – |" in text
    assert "10.0 s on the clock (18.0 s of processors)" in text
    assert "4.0 s (7.5 s) more with 5,000 commits" in text
    assert f"| {question.title} | 1.50 | 1.25 | 2 | 0.50 | 3.0 |" in text
    assert "| CSafeLoader alone, over both trees | 6.00 | 6.00 |" in text
    assert "takes 0.25 s" in text
