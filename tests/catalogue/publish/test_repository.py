"""What git tells of a folder, whatever the environment, the user's settings and the kind of clone."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from catalogue.git import NO_GIT, NO_REPOSITORY, SHALLOW
from catalogue.publish.repository import NO_COMMIT, Repository, path_below, repository_of
from tests.catalogue.repositories import DAY, git, home

__all__ = ["home"]  # every test is given this fixture
pytestmark = pytest.mark.usefixtures("home")

DAYS = (DAY, "2024-07-08", "2025-01-02")
"""The days on which the data was made, the code changed, the data changed."""


def commit(folder: Path, path: str, day: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(day, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", path, day=day)


@pytest.fixture
def main(tmp_path: Path) -> Path:
    """A repository whose data is a year older than its last commit."""
    folder = tmp_path / "kho dữ liệu"
    folder.mkdir()
    git(folder, "init", "--quiet")
    commit(folder, "data/site.yml", DAYS[0])
    commit(folder, "data/a.yml", DAYS[1])
    commit(folder, "hooks/code.py", DAYS[2])
    return folder


def right(main: Path) -> Repository:
    """What is right of the data of `main`."""
    return Repository(main, git(main, "rev-parse", "HEAD~1")[:12], DAYS[1])


def test_the_last_change_of_a_folder_is_told_wherever_in_its_repository_it_lies(main: Path):
    assert repository_of(main / "data") == right(main)
    assert repository_of(main / "hooks").day == DAYS[2]
    assert repository_of(main).day == DAYS[2]


@pytest.mark.parametrize(
    "settings",
    [
        {"log.showSignature": "true", "gpg.program": "/bin/echo"},
        {"log.follow": "true"},
        {"core.abbrev": "40"},
        {"color.ui": "always", "log.decorate": "full"},
        {"format.pretty": "<script>%H</script>", "log.date": "relative"},
        {"core.quotePath": "true", "core.pager": "false"},
    ],
    ids=lambda settings: next(iter(settings)),
)
def test_no_setting_of_the_user_changes_what_is_told(main: Path, settings: dict[str, str]):
    for name, value in settings.items():
        git(main, "config", "--global", name, value)
    assert repository_of(main / "data") == right(main)


def test_a_signed_commit_is_told_like_any_other(main: Path, tmp_path: Path):
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    for name, value in {
        "gpg.format": "ssh",
        "user.signingKey": str(key),
        "log.showSignature": "true",
    }.items():
        git(main, "config", "--global", name, value)
    (main / "data/a.yml").write_text("ký", encoding="utf-8")
    git(main, "commit", "--quiet", "--all", "--gpg-sign", "--message", "Ký", day=DAYS[2])
    assert repository_of(main / "data") == Repository(main, git(main, "rev-parse", "HEAD")[:12], DAYS[2])


def test_another_repository_that_the_environment_names_is_not_asked(
    main: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "--quiet")
    commit(other, "data/x.yml", "2020-01-01")
    told = right(main)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
    assert repository_of(main / "data") == told


def test_a_shallow_clone_says_only_what_it_knows(main: Path, tmp_path: Path):
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{main}", "one")
    git(tmp_path, "clone", "--quiet", "--depth", "2", f"file://{main}", "two")
    git(tmp_path, "clone", "--quiet", "--depth", "3", f"file://{main}", "all")
    commit(tmp_path / "one", "data/b.yml", DAYS[2])
    assert repository_of(tmp_path / "two/data") == Repository(tmp_path / "two", doubt=SHALLOW)
    assert repository_of(tmp_path / "one/hooks") == Repository(tmp_path / "one", doubt=SHALLOW)
    assert repository_of(tmp_path / "one/data").day == DAYS[2]
    assert repository_of(tmp_path / "all/data") == right(main)._replace(root=tmp_path / "all")


def test_where_there_is_no_repository_or_no_commit_that_is_said(tmp_path: Path, main: Path):
    (tmp_path / "data").mkdir()
    (main / "new").mkdir()
    empty = tmp_path / "empty"
    empty.mkdir()
    git(empty, "init", "--quiet")
    assert repository_of(tmp_path / "data") == Repository(doubt=NO_REPOSITORY)
    assert repository_of(tmp_path / "không có") == Repository(doubt=NO_REPOSITORY)
    assert repository_of(main / "new") == Repository(doubt=NO_COMMIT)
    assert repository_of(empty) == Repository(doubt=NO_COMMIT)


def test_without_git_that_is_said(main: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert repository_of(main / "data") == Repository(doubt=NO_GIT)


def test_a_repository_of_someone_else_is_not_read_and_the_remedy_is_told(
    main: Path, monkeypatch: pytest.MonkeyPatch
):
    # What git's own tests set to be in a repository of someone else.
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    foreign = repository_of(main / "data")
    assert foreign.root is None
    assert (foreign.revision, foreign.day) == ("", "")
    assert "thuộc người dùng khác" in foreign.doubt
    assert "git config --global --add safe.directory" in foreign.doubt
    git(main, "config", "--global", "--add", "safe.directory", "*")
    assert repository_of(main / "data") == right(main)


def test_a_path_below_a_root_is_the_same_however_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "kho/data").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "kho/data")
    (tmp_path / "kho/out").symlink_to(tmp_path / "elsewhere")
    monkeypatch.chdir(tmp_path / "kho")
    root = tmp_path / "kho"
    for written in ("data", "data/", "./data", "data/../data", str(root / "data"), "../link"):
        assert path_below(root, Path(written)) == "data"
    assert path_below(root, Path()) == "."
    assert path_below(root, Path("out")) is None
    assert path_below(root, Path("..")) is None
