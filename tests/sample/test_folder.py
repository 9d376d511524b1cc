"""Writing a sample into a folder: whole, or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from catalogue.__main__ import main
from catalogue.load import load
from catalogue.publish.placing import OutputError
from sample.files import sample_files
from sample.folder import write_sample
from sample.recipe import Recipe

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "catalogue", "sample", "--programs"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}


def test_one_programme_makes_a_whole_catalogue(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    out = tmp_path / "new" / "out"
    assert main(["sample", "--programs", "1", str(out)]) == 0
    assert f"CATALOGUE_DATA={out} make serve" in capsys.readouterr().out
    assert main(["check", "--data", str(out)]) == 0
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_an_empty_folder_is_taken_and_the_files_are_those_that_were_made(tmp_path: Path):
    recipe = Recipe(3, 9)
    written = write_sample(recipe, tmp_path)
    assert {
        path.relative_to(tmp_path).as_posix(): path.read_text(encoding="utf-8")
        for path in tmp_path.rglob("*")
        if path.is_file()
    } == dict(sample_files(recipe))
    assert (written.files, written.bytes) == (
        len(dict(sample_files(recipe))),
        sum(len(text.encode()) for _, text in sample_files(recipe)),
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("full", "đã có nội dung"),
        ("file", "là một tệp"),
        ("file/out", "nằm dưới một tệp"),
        ("a" * 300, "tên quá dài"),
    ],
)
def test_a_place_that_cannot_take_it_is_told_and_left_as_it_is(
    name: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "full").mkdir()
    (tmp_path / "full/thu.txt").write_text("của tôi", encoding="utf-8")
    (tmp_path / "file").write_text("của tôi", encoding="utf-8")
    assert main(["sample", "--programs", "2", str(tmp_path / name)]) == 1
    assert said in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "full", "thu.txt"]


def test_the_folder_that_one_stands_in_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputError, match="thư mục đang đứng"):
        write_sample(Recipe(1), Path())


def test_a_disk_without_room_is_told_before_anything_is_written(tmp_path: Path):
    with pytest.raises(
        OutputError, match=r"đĩa còn [\d.]+ MB, mà 10\.000\.000\.000 chương trình cần khoảng 66\.000\.001 MB"
    ):
        write_sample(Recipe(10**10), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_writing_that_fails_in_the_middle_leaves_nothing(tmp_path: Path):
    command = f"ulimit -f 4; exec '{sys.executable}' -m catalogue sample --programs 60 '{tmp_path}/out'"
    done = subprocess.run(
        ["/bin/bash", "-c", command], env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    said = "Không ghi được: tệp lớn hơn mức được phép. Phần ghi dở, nếu có, đã được xóa;"
    assert done.stderr == f"{said} «{tmp_path}/out» vẫn như trước.\n"
    assert list(tmp_path.iterdir()) == []


def stopped(folder: Path, by: signal.Signals) -> tuple[int, str]:
    """The exit status of a command that is stopped while it writes, and what it said."""
    with subprocess.Popen(
        [*COMMAND, "1000", folder / "out"], env=ENVIRONMENT, stderr=subprocess.PIPE, text=True
    ) as process:
        while sum(1 for _ in folder.rglob("*.yml")) < 50:
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(by)
        return process.wait(), process.stderr.read() if process.stderr else ""


@pytest.mark.parametrize(
    ("by", "code", "said"), [(signal.SIGINT, 130, "Đã dừng theo yêu cầu.\n"), (signal.SIGTERM, 143, "")]
)
def test_a_command_that_is_stopped_leaves_nothing(tmp_path: Path, by: signal.Signals, code: int, said: str):
    assert stopped(tmp_path, by) == (code, said)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_command_left_is_no_catalogue_and_is_told_by_the_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert stopped(tmp_path, signal.SIGKILL)[0] == -signal.SIGKILL
    (left,) = tmp_path.iterdir()
    assert left.name.startswith(".out.building-")
    assert load(tmp_path / "out").has_errors
    assert load(left).has_errors
    assert main(["sample", "--programs", "1", str(tmp_path / "out")]) == 0
    assert f"Còn sót «{left}» của lần bị ngắt trước" in capsys.readouterr().err
