"""The build benchmark on a few programmes: its tables, its marks in the README, its failures."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import findings
from benchmarks.builds import arguments, bench
from benchmarks.commits import make_repository
from benchmarks.contenders import CONTENDERS
from benchmarks.costs import Cost, Costs
from benchmarks.measuring import Run
from benchmarks.outputs import ClockTimes, added_by_files, costs_of_files, costs_of_pages, loaded, report
from benchmarks.report import NoSectionError, begin, end, put
from benchmarks.tables import row
from catalogue.changes.history import history_of
from catalogue.findings.reconciliation import reconciled
from catalogue.page import Publication
from catalogue.views.edition import edition_of
from catalogue.views.words.context import Context
from tests.catalogue.views.small import catalogue_in

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


@pytest.fixture(scope="module")
def catalogue():
    return loaded(ROOT / "tests/hai-duong")


@pytest.fixture(scope="module")
def history(catalogue, tmp_path_factory):
    """A small history of the same data, as the benchmark makes one."""
    folder = make_repository(tmp_path_factory.mktemp("history"), ROOT / "tests/hai-duong", 5)
    return history_of(folder, catalogue.redirects)


def test_the_cost_of_every_file_to_take_along_is_told_by_its_form(catalogue, history, tmp_path):
    costs = costs_of_files(catalogue, history, tmp_path)
    made = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert sum(cost.outputs for cost in costs.values()) == len(made)
    assert sum(cost.size for cost in costs.values()) == sum(path.stat().st_size for path in made)
    assert costs["SQLite, whole"].outputs == 1
    assert costs["Atom, of pages"].outputs == sum(path.suffix == ".atom" for path in made) > 1


def test_what_files_add_is_told_by_the_clock_and_leaves_nothing_behind(catalogue, history, tmp_path):
    added = added_by_files(catalogue, history, tmp_path, rounds=1)
    assert all(seconds > 0 for seconds in added)
    assert list(tmp_path.iterdir()) == []


def test_the_cost_of_every_page_is_told_by_its_section(catalogue):
    costs = costs_of_pages(catalogue)
    edition = edition_of(Context(catalogue, Publication("")))
    pages = [output for output in edition.outputs if not output.download]
    assert sum(cost.outputs for cost in costs.values()) == len(pages)
    assert costs["/chuong-trinh/"].outputs == sum(
        output.address.startswith(("chuong-trinh/", "danh-sach/chuong-trinh/")) for output in pages
    )
    assert costs["coverage"].outputs == 0


def test_what_outputs_take_together_is_set_beside_hugo():
    files = Costs({"SQLite, whole": Cost(1, 1.5, 10, 10), "JSON, of pages": Cost(9, 7, 90, 10)})
    pages = Costs(
        {"/lich/": Cost(2, 0.5, 300_000, 200_000), "overlaps": Cost(0, 1), "/nam/": Cost(1, 3, 8, 8)}
    )
    text = report(7, (files, pages), ClockTimes(8, 11), Run(wall=4, cpu=2, largest=1))
    assert "| /lich/ | 2 | 0.5 | 0.3 | 200 |\n" in text
    assert "8.0 s on the clock without these files, 11.0 s with them. They add 3.0 s, 0.75 times" in text
    assert "All but «JSON, of pages»: 1.5 s of processor time, 0.75 times Hugo's build" in text
    assert "declared numbers and their parts): 3.0 s of processor time, 1.50 times Hugo's build" in text
    assert "overlaps, clashes): 1.5 s of processor time, 0.75 times Hugo's build" in text


def test_what_findings_cost_stands_beside_the_parsing_the_size_before_and_the_limits(readme):
    parsing, finding = findings.PEER, dict.fromkeys(findings.FINDINGS, 3.0)
    costs = {
        10_000: findings.StepCosts({parsing: 4.0, **finding}, 0.18),
        50_000: findings.StepCosts({parsing: 20.0, **finding, "overlaps": 7.0, "clashes": 5.0}, 0.36),
    }
    put(readme, "other", f"### Costs\n\n{findings.report(costs)}")
    text = readme.read_text(encoding="utf-8")
    assert rows(text, "Costs")["overlaps"] == [
        *("3.00 s", "0.750", "0.300"),
        *("7.00 s", "0.350", "0.140"),
        "-53%",
    ]
    assert "the limit is 5 s where `sum(range(10**7))` takes 0.18 s" in text
    assert "Overlaps and clashes of 50,000: 12.00 s" in text
    assert "so the limit is 16.0 s, and 75% of it were taken" in text


def test_a_finding_is_worked_out_anew_from_the_indexes_that_loading_made():
    catalogue = catalogue_in("tests/hai-duong")
    known = catalogue.once(reconciled)
    anew = findings.fresh(catalogue)
    assert anew.backlinks is catalogue.backlinks
    assert anew.once(reconciled) is not known
    assert catalogue.once(reconciled) is known
    assert findings.costs_of(catalogue, 1).keys() == findings.FINDINGS.keys()
