"""The commands: what they print and return, and that nothing makes them crash, however they are started."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from catalogue.__main__ import COMMANDS as ALL_COMMANDS
from catalogue.__main__ import main
from tests.catalogue.trees import BASE

HOOKS = Path(__file__).parents[2] / "hooks"
WRONG = {"topics/a.yml": "title: Kinh tế\nleed: x\nverification: {level: draft}\n"}
TOLD = "topics/a.yml:2:1: unknown-key Không có khóa «leed» ở đây."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the small catalogue, in the folder that commands are started in."""
    return Path(shutil.copytree(BASE, tmp_path / "data"))


def add(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files into a folder."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content if isinstance(content, bytes) else content.encode())


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python -m catalogue` in a folder, with an environment of its own."""
    command = [sys.executable, "-m", "catalogue", *arguments]
    settings = {"PATH": os.environ["PATH"], "PYTHONPATH": str(HOOKS), **environment}
    done = subprocess.run(
        command, cwd=folder, env=settings, capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    assert "Traceback" not in done.stderr
    return done


class Said(NamedTuple):
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


Call = Callable[..., Said]


@pytest.fixture
def call(data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Runs a command beside the data in this process: what it says does not depend on how it was started."""

    def called(*arguments: str, data_of_environment: str | None = None) -> Said:
        if data_of_environment is None:
            monkeypatch.delenv("CATALOGUE_DATA", raising=False)
        else:
            monkeypatch.setenv("CATALOGUE_DATA", data_of_environment)
        capsys.readouterr()
        try:
            returncode = main(arguments)
        except SystemExit as wrong_call:
            returncode = int(str(wrong_call.code))
        return Said(returncode, *capsys.readouterr())

    monkeypatch.chdir(data.parent)
    monkeypatch.setenv("COLUMNS", "80")  # as wide as what is no terminal
    return called


def test_right_data_is_counted_on_one_line(data: Path):
    done = run(data.parent, "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Dữ liệu đúng: 1 chương trình, 1 danh sách chuyên đề, 1 chuyên đề, 1 đối tượng, 4 đơn vị, "
        "1 kế hoạch, 1 văn bản, 1 nguồn; 0 cảnh báo.\n"
    )


def test_an_error_is_told_at_its_place_and_fails_the_check(data: Path, call: Call):
    add(data, {**WRONG, "topics/b.yaml": ""})
    done = call("check")
    lines = done.stdout.splitlines()
    assert done.returncode == 1
    assert lines[0].startswith(f"data/{TOLD}")
    assert lines[1].startswith("data/topics/b.yaml:1:1: wrong-suffix Tên tệp «b.yaml» không kết thúc")
    assert lines[2:] == ["2 lỗi, 0 cảnh báo. Chưa công bố được."]


def test_a_warning_is_told_as_such_and_does_not_fail_the_check(data: Path, call: Call):
    add(data, {"plans/b.yml": "title: B\nverification: {level: draft}\nyear: 2026\nlead: huyen-uy-gia-lam\n"})
    done = call("check")
    assert done.returncode == 0
    assert done.stdout.startswith(
        "data/plans/b.yml:4:7: cảnh báo body-not-existing Huyện ủy Gia Lâm kết thúc hoạt động 30-6-2025"
    )
    assert done.stdout.endswith("; 1 cảnh báo.\n")


def test_the_data_folder_is_named_by_the_option_else_by_the_environment_else_data(data: Path, call: Call):
    (data.parent / "khác").mkdir()
    add(data.parent / "khác", WRONG)
    assert call("check").returncode == 0
    assert call("check", data_of_environment="").returncode == 0
    assert call("check", data_of_environment="khác").stdout.startswith("khác/site.yml:1:1: missing-file")
    assert call("check", "--data", "data", data_of_environment="khác").returncode == 0


@pytest.mark.parametrize(
    ("folder", "told"),
    [
        ("khong-co", "khong-co:1:1: no-data-folder"),
        ("data/site.yml", "data/site.yml:1:1: no-data-folder"),
        ("trong", "trong/site.yml:1:1: missing-file"),
        ("x" * 300, "no-data-folder"),
    ],
)
def test_a_data_folder_that_is_missing_a_file_or_empty_is_told(
    data: Path, call: Call, folder: str, told: str
):
    (data.parent / "trong").mkdir()
    done = call("check", "--data", folder)
    assert done.returncode == 1
    assert told in done.stdout.splitlines()[0]


def test_bombs_and_files_of_every_wrong_alphabet_are_told_and_survived(data: Path):
    title = "title: Kinh tế\nverification: {level: draft}\n"
    files: dict[str, tuple[str | bytes, str]] = {
        "bom": (b"\xef\xbb\xbf" + title.encode(), "1:1: byte-order-mark"),
        "bomb-braces": ("{a: " * 65_000, "1:49: too-deep"),
        "bomb-brackets": ("[" * 100_000, "1:13: too-deep"),
        "bomb-closed": ("[" * 100_000 + "]" * 100_000, "1:13: too-deep"),
        "bomb-dashes": ("- " * 100_000, "1:25: too-deep"),
        "bomb-indented": ("".join(f"{' ' * depth}a:\n" for depth in range(600)), "13:13: too-deep"),
        "bomb-keys": ("? " * 100_000, "1:25: too-deep"),
        "bomb-laughs": ("a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(30)), "1:4: alias"),
        "empty": ("", "1:1: empty-file"),
        "latin": (b"title: \xe9\n", "1:8: not-utf8"),
        "nul": ("title: a\0\n", "1:9: invisible-character"),
        "too-large": (title + "#" * (256 * 1024), "1:1: too-large"),
        "utf-16": (title.encode("utf-16"), "1:1: byte-order-mark"),
        "utf-16-be": (title.encode("utf-16-be"), "1:28: not-utf8"),
        "utf-32": (title.encode("utf-32"), "1:1: byte-order-mark"),
    }
    add(data, {f"topics/{name}.yml": content for name, (content, _) in files.items()})
    done = run(data.parent, "check")
    assert (done.returncode, done.stderr) == (1, "")
    for name, (_, told) in files.items():
        assert f"data/topics/{name}.yml:{told} " in done.stdout


def test_a_file_whose_lines_end_as_on_an_old_mac_is_read(data: Path, call: Call):
    add(data, {"topics/a.yml": "title: A\rverification: {level: draft}\r"})
    assert call("check").returncode == 0


def test_the_github_format_annotates_lines(data: Path, call: Call):
    add(data, WRONG)
    done = call("check", "--format", "github")
    told, annotated, last = done.stdout.splitlines()
    assert done.returncode == 1
    assert told.startswith(f"data/{TOLD}")
    assert annotated.startswith(
        "::error file=data/topics/a.yml,line=2,col=1,title=unknown-key::Không có khóa «leed» ở đây."
    )
    assert last == "1 lỗi, 0 cảnh báo. Chưa công bố được."


@pytest.mark.parametrize("form", ["json", "gitlab"])
def test_the_formats_for_programs_are_json_alone_and_people_read_the_counts_beside_them(
    data: Path, call: Call, form: str
):
    assert json.loads(call("check", "--format", form).stdout) == []
    add(data, WRONG)
    done = call("check", "--format", form)
    assert done.returncode == 1
    assert len(json.loads(done.stdout)) == 1
    assert done.stderr == "1 lỗi, 0 cảnh báo. Chưa công bố được.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("", ": thiếu LỆNH."),
        ("chek", ": LỆNH: không có «chek»; chọn một trong: check, diff, reconcile, write, pdf, schema, "),
        (
            "check --format xml",
            " check: --format: không có «xml»; chọn một trong: text, github, gitlab, json.",
        ),
        ("check --format it's", " check: --format: không có «it's»; chọn một trong: text, github, "),
        ("check more", ": không có tùy chọn hay giá trị này: more."),
        ("write", " write: thiếu OUT."),
        ("check --data", " check: --data: thiếu giá trị theo sau."),
        ("diff --merge-base=x a", " diff: --merge-base: không nhận giá trị, ở đây lại ghi «x»."),
        ("diff --merge-base=it's a", " diff: --merge-base: không nhận giá trị, ở đây lại ghi «it's»."),
        ("diff --m=x --e --=1", " diff: --=1 có thể là nhiều tùy chọn: --help, "),
        ("sample --programs 0 mẫu", " sample: --programs: cần ít nhất 1 chương trình: "),
    ],
)
def test_a_wrong_call_is_explained_in_vietnamese_and_returns_two(call: Call, arguments: str, said: str):
    done = call(*arguments.split())
    assert done.returncode == 2
    usage, wrong = done.stderr.split("\npython -m catalogue")
    assert usage.startswith("Cách dùng: python -m catalogue ")
    assert wrong.startswith(said)


@pytest.mark.parametrize("command", ["", *ALL_COMMANDS])
def test_the_help_of_every_command_is_in_vietnamese(call: Call, command: str):
    told = call(*command.split(), "--help").stdout
    assert told.startswith("Cách dùng: python -m catalogue")
    assert "\nTùy chọn:\n  -h, --help" in told
    assert not {"usage", "positional", "options", "show"}.intersection(re.findall(r"\w+", told))


TERMINALS: dict[str, dict[str, str]] = {
    "ASCII": {"PYTHONIOENCODING": "ascii"},
    "ASCII, strictly": {"PYTHONIOENCODING": "ascii:strict"},
    "the C locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "Windows": {"PYTHONIOENCODING": "cp1252"},
    "DOS": {"PYTHONIOENCODING": "cp437"},
}
COMMANDS: dict[str, list[str]] = {
    "check": ["check"],
    "check for GitHub": ["check", "--format", "github"],
    "check for GitLab": ["check", "--format", "gitlab"],
    "check for programs": ["check", "--format", "json"],
    "write": ["write", "out"],
    "write twice": ["write", "data"],
    "schema": ["schema", "schema"],
    "schema into a file": ["schema", "data/site.yml"],
    "addresses": ["addresses"],
    "sample": ["sample", "--programs", "3", "mẫu"],
    "sample of none": ["sample", "--programs", "0", "mẫu"],
    "help": ["--help"],
    "help of a command": ["check", "--help"],
    "no command": [],
}
CHECK = COMMANDS["check"]
USUAL = {"check", "write", "the C locale", ">&-", ">/dev/full"}
"""What is tried at every change; a proof tries the others too."""


def tried(cases: Iterable[tuple[str, tuple[object, ...]]]) -> Iterator[Any]:
    """Cases by their names, those that are not usual for a proof."""
    for name, values in cases:
        yield pytest.param(*values, id=name, marks=() if name in USUAL else pytest.mark.proof)


@pytest.mark.parametrize(
    ("arguments", "terminal"),
    [
        *tried((name, (command, TERMINALS["ASCII, strictly"])) for name, command in COMMANDS.items()),
        *tried((name, (CHECK, terminal)) for name, terminal in TERMINALS.items()),
    ],
)
def test_a_terminal_of_any_alphabet_is_told_the_same(
    data: Path, call: Call, arguments: list[str], terminal: dict[str, str]
):
    add(data, WRONG if arguments[:1] == CHECK else {})
    usual = call(*arguments)
    for made in ("out", "mẫu"):
        shutil.rmtree(data.parent / made, ignore_errors=True)
    done = run(data.parent, *arguments, **terminal)
    assert (done.returncode, done.stdout, done.stderr) == usual


def test_names_of_files_that_are_no_text_are_told(data: Path):
    add(data, {**WRONG, os.fsdecode(b"topics/t\xe9\n.yml"): ""})
    done = run(data.parent, "check", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 1
    assert f"data/{TOLD}" in done.stdout
    assert r"data/topics/t\udce9\n.yml:1:1: bad-id" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "reader"),
    [
        *tried((name, (command, "| true")) for name, command in COMMANDS.items()),
        *tried(
            (reader, (CHECK, reader)) for reader in (">&-", "2>&-", ">&- 2>&-", ">/dev/full", "2>/dev/full")
        ),
    ],
)
def test_a_reader_that_is_not_there_is_no_crash(data: Path, arguments: list[str], reader: str):
    add(data, {f"topics/a-{number}.yml": "" for number in range(500)} if arguments[:1] == CHECK else {})
    done = shell(data, f"{sys.executable} -m catalogue {shlex.join(arguments)} {reader}")
    assert "Traceback" not in done.stderr + done.stdout
    assert "Exception ignored" not in done.stderr


def test_a_reader_that_goes_away_early_is_no_failure_of_the_program(data: Path):
    add(data, {f"topics/a-{number}.yml": "" for number in range(2_000)})
    done = shell(data, f"{sys.executable} -m catalogue check | head -1")
    assert (
        done.stdout
        == "data/topics/a-0.yml:1:1: empty-file Tệp trống hoặc chỉ có ghi chú. Điền bản ghi, hoặc xóa tệp.\n"
    )
    assert done.stderr == ""


def shell(data: Path, command: str) -> subprocess.CompletedProcess[str]:
    """What a shell does beside the data."""
    return subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=data.parent,
        env={**os.environ, "PYTHONPATH": str(HOOKS)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_new_addresses_are_appended_once_even_to_a_list_without_a_last_line_break(data: Path, call: Call):
    add(data, {"addresses.txt": "/don-vi/so-noi-vu/"})
    addresses = call("addresses").stdout.splitlines()
    assert {"/don-vi/so-noi-vu/", "/api/v1/programs.json", "/api/v1/organizations/so-noi-vu.json"} <= {
        *addresses
    }
    assert call("addresses", "--append").stdout == f"Thêm {len(addresses) - 1} địa chỉ mới.\n"
    assert call("addresses", "--append").stdout == "Thêm 0 địa chỉ mới.\n"
    listed = (data / "addresses.txt").read_text(encoding="utf-8").splitlines()
    assert listed[0] == "/don-vi/so-noi-vu/"
    assert sorted(listed) == sorted(addresses)
    assert call("check").returncode == 0


@pytest.mark.parametrize("command", [["write", "out"], ["addresses"], ["addresses", "--append"]])
def test_nothing_is_made_from_wrong_data(data: Path, call: Call, command: list[str]):
    add(data, WRONG)
    done = call(*command)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"data/{TOLD}" in done.stderr
    assert {path.name for path in data.parent.iterdir()} == {"data"}
