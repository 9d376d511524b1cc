"""`reconcile`: the counts first, then what disagrees with each of its parts, then the rest by its reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from catalogue.__main__ import main
from tests.catalogue.views.small import ARTICLE, REPORTED, ROOT, SETTINGS

FILES = {
    "site.yml": SETTINGS,
    **ARTICLE,
    "plans/k.yml": "title: Kế hoạch\nyear: 2024\nfigures: [{measure: attendances, value: 745}]\n" + REPORTED,
    "programs/a.yml": (
        "title: Chương trình A\nplan: k\nparts_add: yes\n"
        "figures:\n  - {measure: learners, value: 1100, bound: about}\n"
        "  - {measure: cost, value: 2.5, title: Tài liệu}\n"
    )
    + REPORTED,
    "programs/a1.yml": "title: Phần một\npart_of: a\nfigures: [{measure: learners, value: 700}]\n" + REPORTED,
    "programs/a2.yml": "title: Phần hai\npart_of: a\nfigures: [{measure: learners, value: 500}]\n" + REPORTED,
}
"""A programme whose parts are more than it, in a plan that counts in another unit."""
TEXT = """\
5 phép đối chiếu: 0 khớp, 1 lệch, 0 chưa đủ, 1 không đối chiếu được, 3 không có phần nào.

Lệch (1)
- «Chương trình A» (data/programs/a.yml: figures, mục 1): nguồn nêu khoảng 1.100 học viên \
(số gần đúng: lệch tới 5 %, tức 55 học viên, vẫn coi là khớp); \
các chương trình con: cộng 2 phần được 1.200 học viên, nhiều hơn 100 học viên so với số nguồn nêu.
    500 học viên: «Phần hai» (data/programs/a2.yml: figures, mục 1)
    700 học viên: «Phần một» (data/programs/a1.yml: figures, mục 1)

Không đối chiếu được: khác đơn vị tính (1)
- «Kế hoạch» (data/plans/k.yml: figures, mục 1): nguồn nêu 745 lượt học viên; các chương trình của kế hoạch: \
chưa phần nào có số so được với số này; không tính 1 phần (khác đơn vị tính).

Không có phần nào (3)
- «Chương trình A», Tài liệu (data/programs/a.yml: figures, mục 2): nguồn nêu 2,5 triệu đồng.
- «Phần một» (data/programs/a1.yml: figures, mục 1): nguồn nêu 700 học viên.
- «Phần hai» (data/programs/a2.yml: figures, mục 1): nguồn nêu 500 học viên.
"""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of `FILES`, beside which commands are called."""
    for path, text in FILES.items():
        (tmp_path / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CATALOGUE_DATA", raising=False)
    return tmp_path / "data"


@pytest.mark.usefixtures("data")
def test_the_text_tells_the_worst_first(capsys: pytest.CaptureFixture[str]):
    assert main(["reconcile"]) == 0
    assert capsys.readouterr().out == TEXT


def test_a_sum_for_orientation_is_told_as_such(capsys: pytest.CaptureFixture[str]):
    assert main(["reconcile", "--data", str(ROOT / "data")]) == 0
    told = next(line for line in capsys.readouterr().out.splitlines() if "gần 1.900.000" in line)
    assert told.endswith(
        "phép cộng tham khảo: chưa phần nào có số so được với số này; không tính 8 phần (khác đơn vị tính); "
        "chỉ để tham khảo, không so với số nguồn nêu: 1.050.809 học viên, 26.577 lượt học viên, "
        "cộng lại là 1.077.386."
    )


def test_the_json_says_how_exactly_a_sum_is_known_where_there_is_one(
    data: Path, capsys: pytest.CaptureFixture[str]
):
    part = data / "programs" / "a1.yml"
    part.write_text(part.read_text("utf-8").replace("value: 700", "value: 700, bound: over"), "utf-8")
    assert main(["reconcile", "--format", "json"]) == 0
    found = [
        (each["counted"], each["counted_bound"]) for each in json.loads(capsys.readouterr().out)["checks"]
    ]
    assert (1200, "over") in found
    assert (None, None) in found


@pytest.mark.usefixtures("data")
def test_the_json_has_every_check_with_all_its_parts(capsys: pytest.CaptureFixture[str]):
    assert main(["reconcile", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["counts", "checks"]
    assert sum(found["counts"].values()) == len(found["checks"]) == 5
    disagreeing = next(check for check in found["checks"] if check["verdict"] == "disagrees")
    part = {"kind": "program", "title": "Phần hai", "path": "data/programs/a2.yml", "unit": "học viên"}
    assert disagreeing["parts"][0] == part | {
        "id": "a2",
        "place": ["figures", 0],
        "value": 500,
        "bound": "exact",
    }
    del disagreeing["parts"], disagreeing["whole"]
    assert disagreeing == {
        "verdict": "disagrees",
        "reason": None,
        "measure": "learners",
        "declared": 1100,
        "unit": "học viên",
        "bound": "about",
        "tolerance": 55,
        "among": "part_programs",
        "counted": 1200,
        "counted_bound": "exact",
        "difference": 100,
        "left_out": [],
    }


def test_a_class_that_was_called_off_and_has_no_results_stands_where_it_is(
    data: Path, capsys: pytest.CaptureFixture[str]
):
    classes = "classes: [{id: l1, results: {attended: 9}}, {id: l2, state: cancelled}]\n"
    figures = "figures: [{measure: learners, value: 9, state: done}]\n"
    (data / "programs" / "b.yml").write_text(f"title: B\n{figures}{classes}{REPORTED}", encoding="utf-8")
    assert main(["reconcile", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["checks"]
    (check,) = [check for check in found if check["whole"]["id"] == "b" and check["among"] == "classes"]
    ((place, why),) = [(row["place"], row["why"]) for row in check["left_out"]]
    assert (place, why) == (["classes", 1], "called_off")


@pytest.mark.usefixtures("data")
def test_what_is_no_whole_number_stays_one_in_json(capsys: pytest.CaptureFixture[str]):
    main(["reconcile", "--format", "json"])
    found = json.loads(capsys.readouterr().out)["checks"]
    assert [check["declared"] for check in found if check["measure"] == "cost"] == [2.5]


def test_data_with_an_error_is_not_reconciled(data: Path, capsys: pytest.CaptureFixture[str]):
    (data / "programs" / "b.yml").write_text("title: B\nleed: x\n" + REPORTED, encoding="utf-8")
    assert main(["reconcile"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("data/programs/b.yml:2:1: unknown-key")


@pytest.mark.usefixtures("data")
def test_a_format_that_there_is_not_is_a_wrong_call(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit, match="2"):
        main(["reconcile", "--format", "xml"])
    assert "--format" in capsys.readouterr().err
