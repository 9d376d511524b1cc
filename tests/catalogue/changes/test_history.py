"""The history of the data: told of the commits of its branch, by record, as far back as git knows."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest

from catalogue.changes.blocks import both_values
from catalogue.changes.history import History, history_of
from catalogue.changes.past import past_of, past_read
from catalogue.changes.recorded import RecordedCommit, recorded
from catalogue.changes.states import PlainValues, UnreadableError
from catalogue.files.commits import BROKEN, NO_COMMIT, LoggedCommit
from catalogue.git import NO_GIT, NO_REPOSITORY, SHALLOW
from catalogue.publish.repository import repository_of
from tests.catalogue.repositories import git, home

__all__ = ["home"]  # every test is given this fixture
pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository without a commit, whose name has spaces and marks."""
    folder = tmp_path / "kho dữ liệu"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch", "main")
    return folder


def save(folder: Path, message: str, files: Mapping[str, str | None], day: str = "2024-05-06") -> None:
    """Commit files of the data by their paths; None removes one."""
    for path, text in files.items():
        file = folder / "data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        if text is not None:
            file.write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message, day=day)


def told(history: History) -> list[str]:
    """Every edit of a history on one line, the newest first: day, record, what was done to it."""
    return [
        f"{commit.day} {edit.key[1]}: {done(history, commit, edit.key)}"
        for commit in history.commits
        for edit in commit.edits
    ]


def done(history: History, commit: RecordedCommit, key: tuple[str, str]) -> str:
    """What a commit did to a record: its changes as «keys before → after»."""
    edit = next(edit for edit in commit.edits if edit.key == key)
    change = history.change(edit)
    if change is None:
        return "unreadable"
    if not (change.before and change.after):
        return "new" if change.after else "gone"
    values = [each.difference for each in change.changes]
    renamed = [f"{change.before.key[1]} is {change.after.key[1]}"] if change.is_renamed else []
    fields = [f"{'.'.join(each.keys)} {each.before} → {each.after}" for each in values]
    return ", ".join((*renamed, *fields)) or "the same"


def of(folder: Path, redirects: Mapping[str, str] | None = None) -> History:
    return history_of(folder / "data", redirects or {})


def test_each_commit_tells_what_it_did_to_which_record(repository: Path):
    save(
        repository,
        "Mở danh mục",
        {"programs/a.yml": "title: A\n", "programs/b.yml": "title: B\n"},
        "2024-01-02",
    )
    save(repository, "Thêm số tiết", {"programs/a.yml": "title: A\nhours: 40\n"}, "2024-02-03")
    save(repository, "Bỏ", {"programs/b.yml": None, "site.yml": "name: X\n", ".a.yml.swp": "x"}, "2024-03-04")
    history = of(repository)
    assert told(history) == [
        "2024-03-04 b: gone",
        "2024-02-03 a: hours None → 40",
        "2024-01-02 a: new",
        "2024-01-02 b: new",
    ]
    assert [commit.reason for commit in history.commits] == ["Bỏ", "Thêm số tiết", "Mở danh mục"]
    assert (history.since, history.doubt) == ("2024-01-02", "")
    assert [commit.day for commit, _ in history.by_record["program", "a"]] == ["2024-02-03", "2024-01-02"]


def test_only_the_folder_of_the_data_counts_wherever_it_lies(repository: Path):
    (repository / "programs").mkdir()
    (repository / "programs/other.yml").write_text("title: no data\n", encoding="utf-8")
    save(repository, "Hai", {"programs/a.yml": "title: A\n"})
    (repository / "README.md").write_text("Không phải dữ liệu", encoding="utf-8")
    save(repository, "Không có gì của dữ liệu", {})
    assert told(of(repository)) == ["2024-05-06 a: new"]
    assert told(history_of(repository / "data/programs", {})) == []


def test_a_merge_is_told_by_what_it_brought_to_the_branch(repository: Path):
    save(repository, "Mở", {"programs/a.yml": "title: A\nnote: Một\nhours: 4\n"})
    git(repository, "checkout", "--quiet", "-b", "khác")
    save(repository, "Nhánh khác", {"programs/a.yml": "title: A\nnote: Hai\nhours: 4\n"})
    git(repository, "checkout", "--quiet", "main")
    save(repository, "Nhánh chính", {"programs/a.yml": "title: A\nnote: Một\nhours: 40\n"})
    git(repository, "merge", "--quiet", "--no-commit", "--strategy", "ours", "khác")
    save(
        repository,
        "Merge branch 'khác'\n\nSửa ghi chú",
        {"programs/a.yml": "title: A\nnote: Hai\nhours: 40\n"},
    )
    history = of(repository)
    assert told(history) == [
        "2024-05-06 a: note Một → Hai",
        "2024-05-06 a: hours 4 → 40",
        "2024-05-06 a: new",
    ]
    assert history.commits[0].reason == "Sửa ghi chú"


def merge(folder: Path, branch: str, message: str) -> None:
    """Merge a branch as the forges do."""
    git(folder, "merge", "--quiet", "--no-ff", "--message", message, branch)


def test_a_merge_says_what_the_commits_say_that_it_brought_and_no_others_do(repository: Path):
    programs = {f"programs/{id}.yml": f"title: {id}\n" for id in "abc"}
    save(repository, "Mở\n\nLý do: khai trương", programs)
    git(repository, "checkout", "--quiet", "-b", "trong")
    message = "Sửa\n\nĐính chính: gõ nhầm 402 thành 400."
    save(repository, message, {"programs/a.yml": "title: A\n"}, "2024-05-07")
    git(repository, "checkout", "--quiet", "-b", "ngoài", "main")
    wrong = unicodedata.normalize("NFD", "Đính chính: ghi nhầm nhóm")
    message = f"Chữa\n\n{wrong}\nLý do: theo Thông báo 5"
    save(repository, message, {"programs/b.yml": "title: B\n"}, "2024-05-08")
    merge(repository, "trong", "Merge branch 'trong' into ngoài")
    save(repository, "Lại\n\nĐính chính: ghi nhầm nhóm", {"programs/b.yml": "title: B2\n"})
    git(repository, "checkout", "--quiet", "main")
    save(repository, "Nhánh chính\n\nĐính chính: sai năm", {"programs/c.yml": "title: C\n"})
    git(repository, "checkout", "--quiet", "ngoài")
    merge(repository, "main", "Merge branch 'main' into ngoài")
    git(repository, "checkout", "--quiet", "main")
    merge(repository, "ngoài", "Merge pull request #7 from an/fix\n\nChữa số\n\nĐính chính: sai tên")
    save(repository, "Sau đó", {"programs/c.yml": "title: C3\n"})
    assert [(commit.reason, commit.correction) for commit in of(repository).commits] == [
        ("Sau đó", ""),
        ("theo Thông báo 5", "sai tên; gõ nhầm 402 thành 400; ghi nhầm nhóm"),
        ("Nhánh chính", "sai năm"),
        ("khai trương", ""),
    ]


def test_a_record_keeps_its_history_when_it_moves_or_is_renamed(repository: Path):
    save(repository, "Mở", {"programs/a.yml": "title: A\n"})
    save(repository, "Chuyển chỗ", {"programs/a.yml": None, "programs/2024/a.yml": "title: A\n"})
    save(repository, "Đổi mã", {"programs/2024/a.yml": None, "programs/c.yml": "title: C\n"})
    save(repository, "Đổi mã nữa", {"programs/c.yml": None, "programs/d.yml": "title: C\n"})
    redirects = {"/chuong-trinh/a/": "/chuong-trinh/c/", "/chuong-trinh/c/": "/chuong-trinh/d/"}
    assert told(of(repository, redirects)) == [
        "2024-05-06 d: c is d",
        "2024-05-06 d: a is c, title A → C",
        "2024-05-06 d: the same",
        "2024-05-06 d: new",
    ]


def test_a_record_that_came_into_another_keeps_what_was_done_to_that_one(repository: Path):
    save(repository, "Mở", {"programs/a.yml": "title: A\n", "programs/b.yml": "title: B\n"})
    save(repository, "Nhập hai làm một", {"programs/a.yml": None, "programs/b.yml": "title: B\nhours: 8\n"})
    history = of(repository, {"/chuong-trinh/a/": "/chuong-trinh/b/"})
    assert told(history)[0] == "2024-05-06 b: hours None → 8"


def test_a_record_that_only_follows_a_new_id_and_the_old_one_again_has_no_edit_of_it(repository: Path):
    path, so = "organizations/{}.yml".format, "title: Sở\n"
    save(repository, "Mở", {path("so"): so, "programs/a.yml": "lead: so\n"})
    save(repository, "Đổi mã", {path("so"): None, path("moi"): so, "programs/a.yml": "lead: moi\n"})
    save(repository, "Đổi lại", {path("moi"): None, path("so"): so, "programs/a.yml": "lead: so\n"})
    assert told(of(repository, {"/don-vi/moi/": "/don-vi/so/"})) == [
        "2024-05-06 so: moi is so",
        "2024-05-06 so: so is moi",
        "2024-05-06 so: new",
        "2024-05-06 a: new",
    ]


def test_every_edit_is_read_once_also_where_something_was_renamed(
    repository: Path, monkeypatch: pytest.MonkeyPatch
):
    path, programs = "organizations/{}.yml".format, [f"programs/{each}.yml" for each in "abc"]
    save(repository, "Mở", {path("so"): "title: Sở\n", **dict.fromkeys(programs, "lead: so\n")})
    save(repository, "Thêm giờ", {programs[0]: "lead: so\nhours: 8\n", programs[1]: "hours: 8\n"})
    save(repository, "Đổi mã", {path("so"): None, path("moi"): "title: Sở\n", programs[2]: "lead: moi\n"})
    read: list[tuple[bytes, bytes]] = []

    def noted(before: bytes, after: bytes) -> tuple[PlainValues, PlainValues]:
        read.append((before, after))
        return both_values(before, after)

    monkeypatch.setattr("catalogue.changes.past.both_values", noted)
    history = of(repository, {"/don-vi/so/": "/don-vi/moi/"})
    assert [line for line in told(history) if "new" not in line] == [
        "2024-05-06 moi: so is moi",
        "2024-05-06 a: hours None → 8",
        "2024-05-06 b: lead moi → None, hours None → 8",
    ]
    assert len(read) == len(set(read)) == 4


def test_redirects_in_a_circle_or_to_another_kind_end(repository: Path):
    save(repository, "Mở", {"programs/a.yml": "title: A\n", "programs/b.yml": "title: B\n"})
    circle = {"/chuong-trinh/a/": "/chuong-trinh/b/", "/chuong-trinh/b/": "/chuong-trinh/a/"}
    assert len(told(of(repository, circle))) == 2
    assert told(of(repository, {"/chuong-trinh/a/": "/don-vi/x/"}))[0] == "2024-05-06 a: new"


def test_a_record_deleted_and_made_again_says_both_and_what_is_another(repository: Path):
    texts = ("title: A\n", None, "title: A\nhours: 4\n", None, "title: A\nhours: 4\n", "title: [", None)
    for text in texts:
        save(repository, "Sửa", {"programs/a.yml": text})
    save(repository, "Ghi lại ở chỗ khác", {"programs/2024/a.yml": "title: C\n"})
    history = of(repository)
    lines = [line.split(": ")[1] for line in told(history)]
    assert lines == ["new", "unreadable", "unreadable", "new", "gone", "new", "gone", "new"]
    again = [history.change(edit) for commit in history.commits for edit in commit.edits if edit.last]
    assert [[each.difference.values for each in change.changes] for change in again if change] == [
        [],  # it could not be read when it went
        [],
        [(None, "4")],
    ]


def test_what_cannot_be_read_is_said_to_be_so_and_what_mends_it_is_held_against_what_was_read_last(
    repository: Path,
):
    broken = "title: [A\n"
    texts = ("title: A\n", broken, "a: [", "title: A\nhours: 4\n", broken, "title: A\nhours: 4\n", broken)
    for text in (*texts, "title: A\n", None):
        save(repository, "Sửa", {"programs/a.yml": text, "programs/b.yml": text and f"{text}# b\n"})
    said = ["gone", "hours 4 → None", "unreadable", "the same", "unreadable", "hours None → 4"]
    for id in "ab":
        lines = [line for line in told(of(repository)) if f" {id}: " in line]
        assert [line.split(": ")[1] for line in lines] == [*said, "unreadable", "unreadable", "new"]


def test_what_was_never_read_and_what_was_told_of_a_broken_file_stay_as_they_are(repository: Path):
    broken = "note: [\n"
    for text in (f"title: A\n{broken}", f"title: B\n{broken}", "title: C\n"):
        save(repository, "Sửa", {"programs/a.yml": text})
    assert [line.split(": ")[1] for line in told(of(repository))] == ["unreadable", "title A → B", "new"]


def test_links_are_no_records(repository: Path):
    save(repository, "Mở", {"programs/a.yml": "title: A\n"})
    (repository / "data/programs/b.yml").symlink_to("a.yml")
    save(repository, "Liên kết", {})
    assert told(of(repository)) == ["2024-05-06 a: new"]


def test_a_commit_that_is_made_meanwhile_is_neither_in_the_history_nor_named(repository: Path):
    save(repository, "Một", {"programs/a.yml": "title: A\n"}, "2024-01-02")
    tip = git(repository, "rev-parse", "HEAD").strip()
    save(repository, "Hai", {"programs/a.yml": "title: B\n"}, "2024-02-03")
    data = repository / "data"
    history = history_of(data, {}, past_of(data, tip))
    assert ([commit.name for commit in history.commits], history.doubt) == ([tip], "")
    assert repository_of(data, tip).revision == tip[:12]


def test_what_was_read_beside_the_loading_is_what_is_read_when_it_is_asked_for(repository: Path):
    save(repository, "Mở", {"programs/a.yml": "title: A\n", "programs/b.yml": "title: B\n", "x.txt": "1"})
    save(repository, "Sửa", {"programs/a.yml": "title: A2\nvenue: N\n", "x.txt": "2"})
    save(repository, "Hỏng", {"programs/a.yml": "title: [A\n"})
    gone: dict[str, str | None] = {"programs/a.yml": None, "programs/b.yml": None}
    save(repository, "Bỏ, đổi mã", {**gone, "programs/c.yml": "title: C\n"})
    data, redirects = repository / "data", {"/chuong-trinh/b/": "/chuong-trinh/c/"}
    *_, read = past = past_read(data)
    asked, ready = history_of(data, redirects), history_of(data, redirects, past)
    assert told(ready) == told(asked)
    assert {names: ready.values[names] for names in asked.values} == dict(asked.values)
    assert (len(read), len(asked.values), len(read.keys() & asked.values.keys())) == (4, 4, 3)


def test_a_detached_head_has_the_history_of_where_it_stands(repository: Path):
    save(repository, "Mở", {"programs/a.yml": "title: A\n"})
    save(repository, "Sửa", {"programs/a.yml": "title: B\n"})
    git(repository, "checkout", "--quiet", "--detach", "HEAD~1")
    assert told(of(repository)) == ["2024-05-06 a: new"]


def test_a_shallow_clone_knows_what_came_after_its_oldest_commit(repository: Path, tmp_path: Path):
    for number, day in enumerate(("2024-01-01", "2024-02-02", "2024-03-03")):
        save(repository, f"Lần {number}", {"programs/a.yml": f"title: A{number}\n"}, day)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth", "2", f"file://{repository}", str(clone))
    history = of(clone)
    assert told(history) == ["2024-03-03 a: title A1 → A2"]
    assert (history.since, history.doubt) == ("2024-03-03", SHALLOW)


def test_without_git_a_repository_or_a_commit_nothing_is_known_and_why_is_said(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (repository / "data").mkdir()
    assert of(repository) == History(doubt=NO_COMMIT)
    outside = tmp_path / "ngoài"
    (outside / "data").mkdir(parents=True)
    assert of(outside) == History(doubt=NO_REPOSITORY)
    monkeypatch.setenv("PATH", str(outside))
    assert of(repository) == History(doubt=NO_GIT)


def test_a_repository_with_a_lost_commit_tells_what_it_still_knows(repository: Path):
    save(repository, "Mở", {"programs/a.yml": "title: A\n"})
    first = git(repository, "rev-parse", "HEAD")
    save(repository, "Sửa", {"programs/a.yml": "title: B\n"})
    (repository / ".git/objects" / first[:2] / first[2:]).unlink()
    assert of(repository).doubt == BROKEN


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("Sửa hạn\n\nLý do: theo Thông báo số 5", "theo Thông báo số 5"),
        ("Sửa hạn\n\nLý do: theo Thông báo.\nLý do: đổi hội trường.", "theo Thông báo; đổi hội trường."),
        (unicodedata.normalize("NFD", "Sửa hạn\n\nLý do: theo Thông báo"), "theo Thông báo"),
        ("Sửa hạn", "Sửa hạn"),
        ("Merge pull request #5 from a/b\n\nSửa hạn gửi", "Sửa hạn gửi"),
        ("Merge branch 'x'", "Merge branch 'x'"),
        ("Merge main: confirmation", "Merge main: confirmation"),
        ("", ""),
    ],
)
def test_a_reason_is_the_line_that_says_why_or_what_a_message_says_first(message: str, reason: str):
    assert recorded(LoggedCommit("a", "2024-05-06T12:00:00Z", message, ()), {}).reason == reason


def test_a_message_that_looks_like_what_git_tells_stays_a_message(repository: Path):
    message = "Sửa\n\n:100644 100644 " + "a" * 40 + " " + "b" * 40 + " M\nĐính chính: gõ nhầm số lớp"
    save(repository, message, {"programs/a.yml": "title: A\n"})
    history = of(repository)
    assert told(history) == ["2024-05-06 a: new"]
    assert history.commits[0].correction == "gõ nhầm số lớp"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A\nnote: |\n  Một\n  hai: ba\n", "title: A\nnote: |\n  Một\n  hai: bốn\n"),
        ("# đầu\ntitle: A\n# giữa\nhours: 4\n", "# khác\ntitle: A\nhours: 5\n"),
        ('title: "A\nnote: x"\nhours: 4\n', 'title: "A\nnote: x"\nhours: 5\n'),
        ("{title: A, hours: 4}\n", "{title: A, hours: 5}\n"),
        ("title: A\npapers: [\na\n]\nhours: 4\n", "title: A\npapers: [\na\n]\nhours: 5\n"),
        ("title: A\r\nhours: 4\r\n", "title: B\r\nhours: 4\r\n"),
        ("---\ntitle: A\n", "---\ntitle: B\n"),
    ],
)
def test_parts_that_differ_say_what_the_wholes_say(before: str, after: str):
    one, other = (dict(each) for each in both_values(before.encode(), after.encode()))
    whole = [dict(both_values(text.encode(), b"")[0]) for text in (before, after)]
    assert differing(one, other) == differing(*whole)
    assert one.items() <= whole[0].items()


def differing(one: dict[str, object], other: dict[str, object]) -> set[str]:
    """The keys whose values are not the same."""
    return {key for key in {*one, *other} if one.get(key) != other.get(key)}


def test_a_content_that_is_no_record_is_refused():
    with pytest.raises(UnreadableError):
        both_values(b"- a\n", b"title: A\n")
