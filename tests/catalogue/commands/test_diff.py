"""`diff` as somebody calls it: which states, which form, which status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from catalogue.__main__ import main
from catalogue.changes.effects import MOST_FILES
from catalogue.language.vietnamese import number
from tests.catalogue.repositories import git, home

__all__ = ["home"]  # every test is given this fixture
pytestmark = pytest.mark.usefixtures("home")


def written(folder: Path, **texts: str) -> Path:
    """A folder with programmes by their ids."""
    (folder / "programs").mkdir(parents=True, exist_ok=True)
    for id, text in texts.items():
        (folder / f"programs/{id}.yml").write_text(text, encoding="utf-8")
    return folder


def saved(data: Path, id: str) -> None:
    """Commit a programme of this id."""
    written(data, **{id: f"title: Lớp {id}\n"})
    git(data, "add", ".")
    git(data, "commit", "--quiet", "--message", id)


def test_two_folders_are_compared_in_any_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    old = written(tmp_path / "cũ", a="title: A\nmode: online\n")
    new = written(tmp_path / "mới", a="title: A\nmode: full_time\n")
    assert main(["diff", str(old), str(new)]) == 0
    assert "Hình thức học: Trực tuyến → Tập trung" in capsys.readouterr().out
    assert main(["diff", "--format", "markdown", str(old), "--data", str(new)]) == 0
    assert (
        "- Chương trình «A» (`programs/a.yml`): Hình thức học: Trực tuyến → Tập trung"
        in capsys.readouterr().out
    )
    assert main(["diff", "--format", "json", str(old), str(new)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["counts"]["records"] == {"added": 0, "removed": 0, "renamed": 0, "changed": 1, "shared": 0}
    assert [(each["field"], each["before"], each["after"]) for each in told["changes"]] == [
        ("mode", "online", "full_time")
    ]


def test_a_branch_is_compared_with_the_place_where_it_parted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    data = written(tmp_path / "data")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    saved(data, "a")
    git(tmp_path, "checkout", "--quiet", "-b", "de-nghi")
    saved(data, "b")
    git(tmp_path, "checkout", "--quiet", "main")
    saved(data, "c")
    git(tmp_path, "checkout", "--quiet", "de-nghi")
    assert main(["diff", "--data", str(data), "--merge-base", "main", "de-nghi"]) == 0
    assert "1 bản ghi mới; 1 chỗ đổi." in capsys.readouterr().out
    assert main(["diff", "--data", str(data), "main", "de-nghi"]) == 0
    assert "1 bản ghi mới, 1 bản ghi bị bỏ" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_what_cannot_be_compared_is_said_so_in_every_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
):
    data = written(tmp_path / "data", a="title: A\n")
    assert main(["diff", "--data", str(data), "--format", form, "main"]) == 2
    told = capsys.readouterr().out
    assert "không nằm trong kho git nào" in told
    assert "Không có thay đổi" not in told
    assert form != "json" or set(json.loads(told)) == {"failure"}


def test_a_file_that_is_not_read_and_an_error_give_a_status_of_their_own(tmp_path: Path):
    checked = "verification: {level: official, document: d, locator: I, checked: 2026-01-02, by: o}\n"
    old = written(tmp_path / "cũ", a=f"title: A\nhours: 40\n{checked}", b="title: B\n")
    new = written(tmp_path / "mới", a=f"title: A\nhours: 4\n{checked}", b="title: B\n")
    assert main(["diff", str(old), str(new)]) == 1
    assert main(["diff", str(old), str(new), "--allow-large"]) == 1
    assert main(["diff", str(old), str(new), "--allow-errors"]) == 0
    written(new, a=f"title: A\nhours: 40\n{checked}", b="title: [\n")
    assert main(["diff", str(old), str(new)]) == 1
    assert main(["diff", str(old), str(new), "--allow-errors"]) == 0
    assert main(["diff", str(old), str(old)]) == 0


def test_too_much_fails_until_somebody_allows_it_and_the_whole_goes_into_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    old = written(
        tmp_path / "cũ", **{f"a{number}": f"title: Lớp {number} {'x' * 90}\n" for number in range(320)}
    )
    new, whole = written(tmp_path / "mới"), tmp_path / "day-du.md"
    assert main(["diff", str(old), str(new), "--whole", str(whole)]) == 1
    told = capsys.readouterr()
    assert "tệp day-du.md" in told.out
    assert "--allow-large" in told.err
    assert whole.read_text(encoding="utf-8").count("bỏ trang") == 320
    assert main(["diff", str(old), str(new), "--allow-errors"]) == 1
    assert main(["diff", str(old), str(new), "--allow-large"]) == 0


def test_the_help_says_up_to_how_many_files_effects_are_worked_out(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main(["diff", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    default = f"mặc định: khi hai bản cộng lại không quá {number(MOST_FILES)} tệp"
    assert f"tệp, lớp, trang năm, tháng ({default})" in told


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([""], "Tên của một bản để trống."),
        (["main", ""], "Tên của một bản để trống."),
        (["--merge-base", "main", ""], "Tên của một bản để trống."),
        (
            ["main..de-nghi"],
            "Kho git không có «main..de-nghi». Tên hai bản phải cách nhau bằng dấu cách: main de-nghi.",
        ),
        (["main..."], "Tên hai bản phải cách nhau bằng dấu cách: main HEAD."),
        (["..main"], "Tên hai bản phải cách nhau bằng dấu cách: BASE main."),
    ],
)
def test_a_name_that_is_none_is_not_taken_for_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], names: list[str], said: str
):
    data = written(tmp_path / "data")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    saved(data, "a")
    assert main(["diff", "--data", str(data), *names]) == 2
    assert said in capsys.readouterr().out
