"""States that git keeps: any clone, any name of a file, and what is said where git cannot give one."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.changes.compare import compare
from catalogue.changes.states import Origin, state_of_folder, state_of_revision
from catalogue.files.revisions import RevisionError, common_ancestor
from catalogue.git import NO_GIT, NO_REPOSITORY
from tests.catalogue.changes.two_states import keys, told
from tests.catalogue.repositories import DAY, git, home

__all__ = ["home"]  # every test is given this fixture
pytestmark = pytest.mark.usefixtures("home")
NAMES = ["có dấu và cách.yml", "xuống\ndòng.yml", '"nháy"\t\\.yml', "-n.yml", "👍.yml"]


def save(folder: Path, message: str, **texts: str) -> str:
    """Write programmes by their ids into the data of a repository, and commit all of it."""
    (folder / "data/programs").mkdir(parents=True, exist_ok=True)
    for id, text in texts.items():
        (folder / f"data/programs/{id}.yml").write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def main(tmp_path: Path) -> Path:
    """A repository of three commits; one of its files was changed and not committed since."""
    folder = tmp_path / "kho dữ liệu"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch", "main")
    (folder / "README").write_text("Không có dữ liệu", encoding="utf-8")
    save(folder, "một", a="title: A\n", b="title: B\n")
    save(folder, "hai", a="title: A\nhours: 40\n")
    save(folder, "ba", c="title: C\n")
    (folder / "data/programs/a.yml").write_text("title: A\nhours: 4\n", encoding="utf-8")
    return folder


def between(folder: Path, base: str, head: str = "") -> list[str]:
    """What changed between two revisions, or from one to the files that lie there."""
    data = folder / "data"
    return told(
        compare(
            state_of_revision(data, base), state_of_revision(data, head) if head else state_of_folder(data)
        )
    )


def test_revisions_and_the_folder_are_compared_with_each_other(main: Path):
    assert between(main, "HEAD~2", "HEAD~1") == ["number hours: None → 40"]
    assert between(main, "HEAD~1", "main") == []
    assert between(main, "main") == ["unsupported hours: 40 → 4"]


def test_folders_and_links_are_no_records(tmp_path: Path):
    good, odd = tmp_path / "tốt", tmp_path / "lạ"
    for folder in (good, odd):
        (folder / "programs").mkdir(parents=True)
        (folder / "programs/a.yml").write_text("title: A\n", encoding="utf-8")
    (odd / "programs/thu-muc.yml").mkdir()
    (odd / "programs/lien-ket.yml").symlink_to("/khong/co")
    for before, after in ((odd, good), (good, odd)):
        found = compare(state_of_folder(before), state_of_folder(after))
        assert (found.records, found.lost, found.gained) == ((), (), ())
        assert [each.path for each in found.unread] == ["programs/lien-ket.yml", "programs/thu-muc.yml"]


def test_a_record_in_whose_stead_there_is_a_folder_is_gone(tmp_path: Path):
    before, after = tmp_path / "cũ", tmp_path / "mới"
    (after / "programs/a.yml").mkdir(parents=True)
    (before / "programs").mkdir(parents=True)
    (before / "programs/a.yml").write_text("title: A\n", encoding="utf-8")
    found = compare(state_of_folder(before), state_of_folder(after))
    assert keys(found) == {"gone": [("program", "a")]}
    assert (found.lost, [each.path for each in found.unread]) == (("/chuong-trinh/a/",), ["programs/a.yml"])


def test_a_state_says_which_commit_it_is(main: Path):
    name = git(main, "rev-parse", "HEAD")
    git(main, "checkout", "--quiet", "--force", "--detach")
    assert state_of_revision(main / "data", "HEAD").origin == Origin("HEAD", name, DAY)
    assert state_of_revision(main / "data", name[:9]).origin == Origin(name[:9], name, DAY)


def test_a_revert_and_a_merge_of_two_changes_of_one_record_are_told_by_what_they_leave(main: Path):
    git(main, "checkout", "--quiet", "--force", "main")
    git(main, "revert", "--no-edit", "HEAD~1")
    assert between(main, "HEAD~3", "HEAD") == []
    git(main, "checkout", "--quiet", "-b", "khác", "HEAD~1")
    save(main, "một phía", a="title: A\nline: 1\nhours: 40\n")
    git(main, "checkout", "--quiet", "main")
    save(main, "phía kia", a="title: A mới\nhours: 40\n")
    git(main, "merge", "--quiet", "--no-edit", "-X", "ours", "khác")
    assert min(between(main, "khác", "main")).startswith("belonging line: 1 → None")


def test_the_place_where_two_branches_parted_is_found(main: Path):
    parting = git(main, "rev-parse", "HEAD")
    git(main, "checkout", "--quiet", "--force", "-b", "khác")
    save(main, "trên nhánh", d="title: D\n")
    git(main, "checkout", "--quiet", "main")
    save(main, "trên main", e="title: E\n")
    assert common_ancestor(main / "data", "main", "khác") == parting


def test_names_of_files_may_hold_anything(main: Path):
    for name in NAMES:
        (main / "data/programs" / name).write_text("title: A\n", encoding="utf-8")
    (main / "data/programs/.a.yml.swp").write_text("đang soạn", encoding="utf-8")
    save(main, "tên lạ")
    comparison = compare(state_of_revision(main / "data", "HEAD~1"), state_of_revision(main / "data", "HEAD"))
    assert [each.path for each in comparison.unread] == sorted(
        f"programs/{name}".replace("\n", "\\n").replace("\t", "\\t") for name in NAMES
    )


def test_what_is_no_plain_file_is_not_read_and_said_so(main: Path):
    (main / "data/programs/l.yml").symlink_to("a.yml")
    save(main, "liên kết", m="x" * 300_000)
    state = state_of_revision(main / "data", "HEAD")
    assert list(state.refused) == ["programs/l.yml", "programs/m.yml"]
    save(main, "như cũ", n="title: N\n")
    comparison = compare(state_of_revision(main / "data", "HEAD~1"), state_of_revision(main / "data", "HEAD"))
    assert comparison.unread == ()


@pytest.mark.parametrize("damage", ["", "hỏng"])
def test_a_content_that_git_has_lost_does_not_stop_the_others(main: Path, damage: str):
    save(main, "bốn", a="title: A\nhours: 50\n", b="title: Bê\n", c="title: Xê\n")
    blob = git(main, "rev-parse", "HEAD:data/programs/b.yml")
    file = main / ".git/objects" / blob[:2] / blob[2:]
    file.chmod(0o600)
    file.write_bytes(damage.encode()) if damage else file.unlink()
    comparison = compare(state_of_revision(main / "data", "HEAD~1"), state_of_revision(main / "data", "HEAD"))
    assert [each.path for each in comparison.unread] == ["programs/b.yml"]
    assert keys(comparison) == {"changed": [("program", "a"), ("program", "c")]}


def refused(folder: Path, revision: str) -> str:
    """Why git gives no state."""
    with pytest.raises(RevisionError) as refusal:
        state_of_revision(folder, revision)
    return str(refusal.value)


def test_a_revision_that_is_not_there_is_told_with_the_one_that_may_be_meant(main: Path):
    git(main, "branch", "chuyen-de-moi")
    assert refused(main / "data", "chuyen-de-mới") == (
        "Kho git không có «chuyen-de-mới». Có phải «chuyen-de-moi» không?"
    )
    for name in ("--output=x", "a b", "\u202ex", "HEAD:data"):
        assert "Kho git không có" in refused(main / "data", name)


def test_a_shallow_clone_says_that_it_lacks_the_revision(main: Path, tmp_path: Path):
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{main}", "one")
    assert "git fetch --unshallow" in refused(tmp_path / "one/data", "HEAD~1")
    save(main, "bốn")
    git(tmp_path / "one", "fetch", "--quiet", "--depth", "1", "origin", "main")
    with pytest.raises(RevisionError, match="tách nhau"):
        common_ancestor(tmp_path / "one/data", "HEAD", "FETCH_HEAD")


def test_a_broken_commit_is_told_with_what_git_complains_of(main: Path):
    tree = git(main, "rev-parse", "HEAD^{tree}")
    (main / ".git/objects" / tree[:2] / tree[2:]).unlink()
    assert "Kho git hỏng" in refused(main / "data", "HEAD")


def test_a_revision_without_the_folder_a_folder_without_repository_or_none_are_told(
    main: Path, tmp_path: Path
):
    git(main, "checkout", "--quiet", "--force", "--orphan", "rỗng")
    git(main, "rm", "-r", "--quiet", "--cached", "data")
    git(main, "commit", "--quiet", "--message", "không dữ liệu")
    assert "chưa có thư mục «data»" in refused(main / "data", "HEAD")
    assert NO_REPOSITORY in refused(tmp_path, "HEAD").lower()
    with pytest.raises(RevisionError, match="không có"):
        state_of_folder(tmp_path / "không có")


def test_without_git_that_is_said(main: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    assert refused(main / "data", "HEAD").lower() == f"{NO_GIT}."
