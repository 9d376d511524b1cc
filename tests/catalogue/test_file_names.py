"""Names of files that say what a file holds are right; others are told, with the name that may be meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.file_names import ID_LIMIT, NO_RECORDS, kind_of, wrong_names
from catalogue.files.tree import Tree
from catalogue.model.kinds import FOLDERS

NAMES = st.sampled_from(
    [
        "a",
        "A",
        "a b",
        "á",
        "a-",
        "-",
        "",
        "a" * 81,
        "site",
        "programs",
        "program",
        "topics",
        "..",
        "\n",
        "\udcff",
    ]
)
paths = st.builds(
    lambda folders, stem, suffix: "/".join([*folders, f"{stem}{suffix}"]),
    st.lists(NAMES.filter(bool), max_size=3),
    NAMES,
    st.sampled_from(["", ".yml", ".yaml", ".YML", ".yml.bak", ".txt"]),
).filter(bool)  # fmt: skip


def told(*paths: str) -> list[str]:
    """What is told of a tree with these files and `site.yml`, each as `path code`."""
    problems = list(wrong_names(Tree("data", dict.fromkeys(("site.yml", *paths), b""))))
    assert {(problem.line, problem.column) for problem in problems} <= {(1, 1)}
    return [f"{problem.path.removeprefix('data/')} {problem.code}" for problem in problems]


def remedy(path: str) -> str:
    """What to do about the one problem of a name."""
    (problem,) = wrong_names(Tree("data", {"site.yml": b"", path: b""}))
    return problem.remedy


@pytest.mark.parametrize(
    ("path", "code"),
    [
        *((name, None) for name in NO_RECORDS),
        ("programs/a.yml", None),
        ("topic-sets/2024/quy-1/a-2.yml", None),
        ("programs/" + "a" * ID_LIMIT + ".yml", None),
        ("programs/" + "a" * (ID_LIMIT + 1) + ".yml", "bad-id"),
        ("programs/A.yml", "bad-id"),
        ("programs/a b.yml", "bad-id"),
        ("programs/đào-tạo.yml", "bad-id"),
        ("programs/a_b.yml", "bad-id"),
        ("programs/-a.yml", "bad-id"),
        ("programs/a--b.yml", "bad-id"),
        ("programs/a.b.yml", "bad-id"),
        ("programs/a\n.yml", "bad-id"),
        ("programs/٢٠٢٤.yml", "bad-id"),
        ("programs/a", "wrong-suffix"),
        ("programs/a.yaml", "wrong-suffix"),
        ("programs/a.YML", "wrong-suffix"),
        ("programs/a.yml.bak", "wrong-suffix"),
        ("programs/A b.xlsx", "wrong-suffix"),
        ("programs/site.yml", None),
        ("a.yml", "unknown-folder"),
        ("programs", "unknown-folder"),
        ("program/a.yml", "unknown-folder"),
        ("Programs/a.yml", "unknown-folder"),
        ("topic_sets/a.yml", "unknown-folder"),
        ("x/programs/a.yml", "unknown-folder"),
        ("x/site.yml", "unknown-folder"),
        ("Site.yml", "unknown-folder"),
    ],
)
def test_a_name_is_right_or_has_one_problem(path: str, code: str | None):
    assert told(path) == ([f"{path} {code}".replace("\n", "\\n")] if code else [])


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("program/a.yml", "Có phải «programs» không?"),
        ("topicsets/a.yml", "Có phải «topic-sets» không?"),
        ("sites.yml", "Có phải «site.yml» không?"),
        ("xyz/a.yml", "Chuyển tệp vào một trong các thư mục: programs,"),
        ("programs/Lớp mới 2024.yml", "Viết «lop-moi-2024»."),
        ("programs/文.yml", "Dùng chữ thường không dấu, chữ số và dấu gạch nối."),
        ("programs/a.yaml", "Đổi tên thành «a.yml»."),
        ("programs/a", "Đổi tên thành «a.yml»."),
        ("programs/a.docx", "Chuyển tệp ra khỏi thư mục dữ liệu;"),
    ],
)
def test_the_remedy_names_what_is_meant(path: str, words: str):
    assert remedy(path).startswith(words)


@pytest.mark.parametrize(
    ("paths", "problems"),
    [
        (["programs/a.yml", "programs/2024/a.yml"], ["programs/2024/a.yml duplicate-id"]),
        (["programs/x/a.yml", "programs/y/a.yml", "programs/a.yml"],
         ["programs/y/a.yml duplicate-id", "programs/a.yml duplicate-id"]),
        (["topics/a.yml", "topics/A.yml"], ["topics/A.yml bad-id", "topics/A.yml duplicate-id"]),
        (["topics/ß.yml", "topics/ss.yml"], ["topics/ß.yml bad-id", "topics/ss.yml duplicate-id"]),
        (["topics/a.yml", "topics/a.yaml"], ["topics/a.yaml wrong-suffix"]),
        (["topics/a.yml", "topic-sets/a.yml"], []),
        (["topics/a.yml", "x/a.yml"], ["x/a.yml unknown-folder"]),
    ],
    ids=["sub-folder", "three", "capitals", "one letter for two", "other suffix", "other kind", "no kind"],
)  # fmt: skip
def test_an_id_is_used_once_in_a_kind(paths: list[str], problems: list[str]):
    assert told(*paths) == problems


def test_a_repeated_id_names_the_other_file():
    (problem,) = wrong_names(Tree("data", dict.fromkeys(("site.yml", "topics/a.yml", "topics/b/a.yml"), b"")))
    assert (problem.path, problem.message) == (
        "data/topics/b/a.yml",
        "Mã «a» đã có ở tệp data/topics/a.yml.",
    )


def test_a_tree_without_settings_lacks_a_file():
    (problem,) = wrong_names(Tree("data", {}))
    assert (problem.path, problem.code) == ("data/site.yml", "missing-file")


def test_the_kind_of_a_file_is_that_of_its_first_folder():
    for folder, kind in FOLDERS.items():
        assert kind_of(f"{folder}/a.yml") is kind_of(f"{folder}/b/topics/a.txt") is kind
        assert kind_of(folder) is kind_of(f"x/{folder}/a.yml") is None


@given(st.lists(paths, unique=True, max_size=4))
def test_names_of_any_sort_are_right_or_told(paths: list[str]):
    problems = list(wrong_names(Tree("data", dict.fromkeys(("site.yml", *paths), b""))))
    for problem in problems:
        assert problem.path.isprintable()
        assert problem.message.isprintable()
        assert problem.remedy.strip()
