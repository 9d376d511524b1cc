"""The build benchmark on a few programmes: its tables, its marks in the README, its failures."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import history
from benchmarks.builds import arguments, bench
from benchmarks.commits import ALL_CHANGED, MAIN, ONE_CHANGED, make_repository
from benchmarks.contenders import CONTENDERS
from benchmarks.files import costs_of, report
from benchmarks.report import NoSectionError, begin, end, put
from benchmarks.tables import row
from catalogue.changes.compare import compare
from catalogue.changes.history import history_of
from catalogue.changes.states import state_of_folder, state_of_revision

ROOT = Path(__file__).resolve().parent.parent
BY_HAND = f"""\
# Benchmarks

By hand.

{begin("builds")}
old figures
{end("builds")}

{begin("other")}
other figures
{end("other")}
"""


@pytest.fixture
def readme(tmp_path):
    file = tmp_path / "README.md"
    file.write_text(BY_HAND, encoding="utf-8")
    return file


def run(*words: str, readme: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks.builds", "--readme", str(readme), *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def rows(text: str, heading: str) -> dict[str, list[str]]:
    """The cells of the table below a heading, by the first of each row."""
    table = text.split(f"### {heading}\n")[1].split("###", maxsplit=1)[0]
    lines = [line.strip("|").split("|") for line in table.splitlines() if line.startswith("|")]
    return {first.strip(): [cell.strip() for cell in cells] for first, *cells in lines}


@pytest.mark.proof
def test_a_run_writes_its_tables_into_its_section_and_leaves_the_rest(readme):
    done = run("--sizes", "20", "--runs", "1", "--only", "project,floor", readme=readme)
    text = readme.read_text(encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "old figures" not in text
    assert "By hand." in text
    assert "other figures" in text
    found = rows(text, "20 programmes")
    assert found[""][:3] == ["seconds (least to most)", "runs", "CPU s"]
    assert found["this project"][1] == "1"
    pages = int(found["this project"][6]), int(found["the floor, 1 process"][6])
    assert pages[0] > pages[1] > 20
    weights = float(found["this project"][9]), float(found["the floor, 1 process"][9])
    assert weights[1] == pytest.approx(weights[0], rel=0.1)
    assert rows(text, "Growth")["this project"]
    changed = rows(text, "A change, and the check")
    assert len(changed) > 9
    measured = [cells[0] for name, cells in changed.items() if name not in {"", "---"}]
    assert [cell for cell in measured if not re.fullmatch(r"\d+\.\d\d( s| ×)|–", cell)] == []


def test_a_contender_that_is_not_there_is_told_and_its_cells_stay_empty():
    gone = replace(CONTENDERS["hugo"], missing=lambda: "not there: no such program")
    assert row(gone, {})[:2] == ["Hugo", "not there: no such program"]


def test_a_contender_that_fails_keeps_the_readme_and_tells_its_exit_code_and_last_lines(readme, capsys):
    asked = arguments(["--sizes", "5", "--runs", "1", "--readme", str(readme)])
    program = "print('the last line'); raise SystemExit(7)"
    failing = replace(CONTENDERS["floor"], words=lambda _: [sys.executable, "-c", program])
    asked.contenders = [CONTENDERS["project"], failing]
    assert bench(asked) == 1
    told = capsys.readouterr().err
    assert "the floor, 1 process: exit code 7\nthe last line\n" in told
    assert readme.read_text(encoding="utf-8") == BY_HAND


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--sizes", "0"], "«0» is no number from 1 on"),
        (["--sizes", "ten"], "«ten» is no number from 1 on"),
        (["--runs", "-1"], "«-1» is no number from 1 on"),
        (["--only", "jekyll"], "no contender «jekyll»; there are project, hugo"),
        (["--work", "no/such/folder"], "no/such/folder is no folder"),
        (["--sizes", "1000000000"], "free, 1,000,000,000 programmes need 160,000,100 MB"),
    ],
)
def test_a_wrong_argument_is_told_before_anything_is_made(words, told, readme, capsys):
    try:
        code: object = bench(arguments([*words, "--readme", str(readme)]))
    except SystemExit as wrong_call:
        code = wrong_call.code
    assert code in {1, 2}
    assert told in capsys.readouterr().err
    assert readme.read_text(encoding="utf-8") == BY_HAND


def test_a_section_is_replaced_between_its_marks_alone(readme):
    put(readme, "other", "new figures")
    assert readme.read_text(encoding="utf-8") == BY_HAND.replace("other figures", "\nnew figures\n")


def test_a_text_may_look_like_a_replacement_pattern(readme):
    put(readme, "other", r"\1 \g<0>")
    assert r"\1 \g<0>" in readme.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["nothing", BY_HAND + BY_HAND, BY_HAND.replace(end("builds"), "")])
def test_a_file_without_exactly_one_place_for_a_section_stays_as_it_is(readme, text):
    readme.write_text(text, encoding="utf-8")
    with pytest.raises(NoSectionError):
        put(readme, "builds", "figures")
    assert readme.read_text(encoding="utf-8") == text


def test_the_cost_of_every_file_to_take_along_is_told_by_its_form(tmp_path):
    costs = costs_of(ROOT / "tests/hai-duong", tmp_path)
    made = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert sum(cost.files for cost in costs.values()) == len(made)
    assert sum(cost.size for cost in costs.values()) == sum(path.stat().st_size for path in made)
    assert costs["SQLite, whole"].files == 1
    text = report(7, costs, peer=2.0)
    assert all(f"| {name} |" in text for name in costs)
    assert "times Hugo's build" in text


def test_a_history_made_for_the_benchmark_ends_in_the_folder_as_it_is_and_is_the_same_every_time(tmp_path):
    data = ROOT / "tests/hai-duong"
    one, other = (make_repository(tmp_path / name, data, 9) for name in "ab")
    told = history_of(one, {})
    assert len(told.commits) == 9
    assert told.commits == history_of(other, {}).commits
    assert compare(state_of_revision(one, MAIN), state_of_folder(data)).is_empty
    records = [commit.edits for commit in told.commits]
    assert all(1 <= len(edits) <= 5 for edits in records[:-1])
    changes = [told.change(edit) for edits in records[:-1] for edit in edits if edit.is_change]
    assert all(change and change.changes for change in changes)


def test_the_branches_of_the_benchmark_change_one_record_and_every_one(tmp_path):
    data = make_repository(tmp_path, ROOT / "tests/hai-duong", 3)
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
    question = history.QUESTIONS[1]
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
