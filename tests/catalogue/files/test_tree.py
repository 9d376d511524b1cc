"""What is no plain file of a tree is told, and nothing that a file system can hold stops the reading."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from catalogue.files.guard import SIZE_LIMIT
from catalogue.files.tree import read_tree
from catalogue.load import load
from catalogue.problems.problem import Problem
from tests.catalogue.trees import BASE

TOPIC = "title: Kinh tế xanh\nverification: {level: draft}\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the small catalogue, to be spoilt."""
    return Path(shutil.copytree(BASE, tmp_path / "data"))


def told(folder: Path) -> list[str]:
    """The problems of a folder, each as `path:line:column code`."""
    return [
        f"{problem.path}:{problem.line}:{problem.column} {problem.code}"
        for problem in load(folder, "data").problems
    ]


def only(folder: Path) -> Problem:
    """The one problem of a folder."""
    (problem,) = load(folder, "data").problems
    return problem


def test_a_link_that_leads_out_of_the_tree_is_told(data: Path, tmp_path: Path):
    (tmp_path / "outside.yml").write_text(TOPIC, encoding="utf-8")
    (data / "topics/xanh.yml").symlink_to("../../outside.yml")
    problem = only(data)
    assert (problem.path, problem.line, problem.column, problem.code) == (
        "data/topics/xanh.yml",
        1,
        1,
        "link-out-of-tree",
    )
    assert (
        problem.message
        == "«xanh.yml» là liên kết tới một thư mục, dẫn ra ngoài thư mục dữ liệu hoặc không dẫn tới đâu."
    )
    assert problem.remedy == "Xóa liên kết, rồi chép chính tệp cần dùng vào chỗ này."


@pytest.mark.parametrize(
    "target", ["khong-co.yml", "xanh.yml", "/dev/zero", "/proc/self/mem", "../programs", "../.."]
)
def test_a_link_that_leads_nowhere_to_itself_to_a_device_or_to_a_folder_is_told(data: Path, target: str):
    (data / "topics/xanh.yml").symlink_to(target)
    assert told(data) == ["data/topics/xanh.yml:1:1 link-out-of-tree"]


def test_a_link_to_a_file_of_the_tree_is_that_file(data: Path):
    (data / "topics/nested").mkdir()
    (data / "topics/nested/xanh.yml").symlink_to("../kinh-te-so.yml")
    assert told(data) == ["data/topics/nested/xanh.yml:1:8 duplicate-title"]


def test_the_data_folder_itself_may_be_a_link(data: Path, tmp_path: Path):
    (tmp_path / "link").symlink_to(data)
    assert load(tmp_path / "link").problems == ()


def test_a_folder_named_like_a_file_is_told_and_what_it_holds_is_read(data: Path):
    (data / "topics/2024.yml").mkdir()
    (data / "topics/2024.yml/xanh.yml").write_text(TOPIC, encoding="utf-8")
    problem = only(data)
    assert (problem.path, problem.code) == ("data/topics/2024.yml", "folder-named-like-file")
    assert problem.message == "«2024.yml» là thư mục nhưng tên kết thúc như một tệp dữ liệu."
    assert problem.remedy == "Bỏ phần «.yml» khỏi tên thư mục."


def test_a_pipe_is_told_and_not_waited_for(data: Path):
    os.mkfifo(data / "topics/xanh.yml")
    problem = only(data)
    assert (problem.path, problem.code) == ("data/topics/xanh.yml", "not-a-file")
    assert problem.message == "«xanh.yml» không phải tệp thường nên không đọc được."
    assert problem.remedy == "Thay bằng một tệp văn bản .yml."


@pytest.fixture
def powerless(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Takes the right to read everything away, which root has.

    Paths are then relative, since the folders above may be forbidden too.
    """
    monkeypatch.chdir(data.parent)
    data.parent.chmod(0o755)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)


@pytest.mark.parametrize("path", ["topics/kinh-te-so.yml", "topics", "site.yml"])
def test_what_may_not_be_read_is_told(data: Path, path: str, request: pytest.FixtureRequest):
    (data / path).chmod(0)
    request.getfixturevalue("powerless")
    problem = next(problem for problem in load(Path("data")).problems if problem.code == "unreadable-file")
    assert (problem.path, problem.line, problem.column) == (f"data/{path}", 1, 1)
    assert problem.message == f"Máy không đọc được «{Path(path).name}»."
    assert problem.remedy == "Xem tệp có còn đó và có quyền đọc không, rồi kiểm tra lại."


@pytest.mark.usefixtures("powerless")
def test_a_data_folder_behind_a_forbidden_one_is_no_data_folder():
    assert [problem.code for problem in load(Path("/root/x/data")).problems] == ["no-data-folder"]


@pytest.mark.parametrize("name", ["khong-co", "site.yml", "x" * 300, "a\0b", "a\nb", "\udcff"])
def test_a_data_folder_that_is_none_is_told(tmp_path: Path, name: str):
    (tmp_path / "site.yml").write_text("", encoding="utf-8")
    loaded = load(tmp_path / name)
    (problem,) = loaded.problems
    assert (loaded.catalogue, problem.line, problem.column, problem.code) == (None, 1, 1, "no-data-folder")
    assert problem.path.isprintable()
    assert problem.message.startswith("Không có thư mục «/")
    assert problem.remedy == "Kiểm tra tên thư mục sau --data hoặc trong biến CATALOGUE_DATA."


def test_an_empty_data_folder_has_no_settings(tmp_path: Path):
    assert told(tmp_path) == ["data/site.yml:1:1 missing-file"]


@pytest.mark.parametrize(
    ("name", "as_told"),
    [
        (b"kinh te.yml", "kinh te.yml"),
        (b"kinh\nte.yml", r"kinh\nte.yml"),
        (b"kinh\rte.yml", r"kinh\rte.yml"),
        (b"kinh\\nte.yml", r"kinh\\nte.yml"),
        (b"t\xe9.yml", r"t\udce9.yml"),
        ("tế.yml".encode(), "tế.yml"),
        ("\u202elmy.yml".encode(), r"\u202elmy.yml"),
        (b"\x1b[31m.yml", r"\x1b[31m.yml"),
        (b"{x}.yml", "{x}.yml"),
        (b"Kinh-te.yml", "Kinh-te.yml"),
        (b"a" * 200 + b".yml", "a" * 200 + ".yml"),
    ],
)
def test_a_name_of_any_sort_is_told_on_one_line(data: Path, name: bytes, as_told: str):
    Path(os.fsdecode(os.path.join(os.fsencode(data / "topics"), name))).write_text(TOPIC, encoding="utf-8")  # noqa: PTH118
    problem = only(data)
    assert (problem.path, problem.code) == (f"data/topics/{as_told}", "bad-id")
    assert problem.message.isprintable()


def test_names_that_differ_by_case_only_are_told_together(data: Path):
    (data / "topics/KINH-TE-SO.yml").write_text(TOPIC, encoding="utf-8")
    assert told(data) == [
        "data/topics/KINH-TE-SO.yml:1:1 bad-id",
        "data/topics/kinh-te-so.yml:1:1 duplicate-id",
    ]


def test_hidden_files_and_folders_are_not_looked_at(data: Path):
    (data / ".git").mkdir()
    (data / ".git/config").write_text("[core]", encoding="utf-8")
    (data / "topics/.DS_Store").write_bytes(b"\0")
    (data / "topics/.xanh.yml.swp").symlink_to("khong-co")
    assert told(data) == []


LEFT_BEHIND = [
    *("lop-a.yml~", "#lop-a.yml#", ".#lop-a.yml", ".lop-a.yml.swp", "lop-a.yml.swp", "lop-a.yml.orig"),
    *("Thumbs.db", "desktop.ini", "Desktop.ini", ".DS_Store", "~$danh-sach.docx", ".~lock.danh-sach.ods#"),
]


@pytest.mark.parametrize("name", LEFT_BEHIND)
def test_what_editors_and_systems_leave_behind_is_passed_over(data: Path, name: str):
    (data / name).write_bytes(b"\xff")
    (data / "topics" / name).write_bytes(b"\xff")
    assert told(data) == []


@pytest.mark.parametrize(
    "name", ["lop-a.yml.bak", "lop-a.yml.rej", "thumbs.yml.txt", "~lop-a.yml", "lop-a#.yml"]
)
def test_what_may_hold_work_that_nobody_has_looked_at_is_told(data: Path, name: str):
    (data / "topics" / name).write_text(TOPIC, encoding="utf-8")
    assert [problem.split()[1] for problem in told(data)] in (["wrong-suffix"], ["bad-id"])


def test_git_is_told_to_pass_over_the_same():
    ignored = (Path(__file__).parents[3] / ".gitignore").read_text(encoding="utf-8").splitlines()
    patterns = [line.replace("\\", "").rstrip("/") for line in ignored if not line.startswith("#")]
    for name in LEFT_BEHIND:
        assert any(fnmatchcase(name, pattern) for pattern in patterns), name


def test_folders_may_nest_as_deep_as_the_system_lets_them(data: Path):
    folder = data / "topics"
    for _ in range(1_200):
        folder /= "a"
        folder.mkdir()
    (folder / "xanh.yml").write_text(TOPIC, encoding="utf-8")
    problems = told(data)
    (folder / "xanh.yml").unlink()  # what is left behind must not be deeper than pytest can remove
    for _ in range(1_000):
        folder.rmdir()
        folder = folder.parent
    assert problems == []


def test_no_more_of_a_file_is_read_than_the_guard_refuses(data: Path):
    with (data / "topics/lon.yml").open("wb") as stream:
        stream.truncate(50_000_000)
    tree, _ = read_tree(data, "data")
    assert len(tree.files["topics/lon.yml"]) == SIZE_LIMIT + 1
    assert told(data) == ["data/topics/lon.yml:1:1 too-large"]


def test_the_list_of_published_addresses_may_be_longer_than_a_record(data: Path):
    (data / "addresses.txt").write_text("/don-vi/so-noi-vu/\n" * 20_000, encoding="utf-8")
    assert told(data) == []
