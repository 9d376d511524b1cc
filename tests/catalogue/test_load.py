"""Whatever a tree holds, problems or a catalogue come out of loading, never an exception."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.files.tree import Tree
from catalogue.load import load_tree
from catalogue.model.collection import Catalogue
from catalogue.model.kinds import FOLDERS
from catalogue.problems.problem import Severity
from tests.catalogue.trees import base_files, loaded, told

BASE = base_files()
SCALARS = [
    "draft",
    "official",
    "so-noi-vu",
    "ke-hoach-2024",
    "lop-can-bo-nguon",
    "a",
    "2024",
    "2024-02-30",
    "--05-27",
    "-1",
    "60",
    "1e9",
    "٢٠٢٤",
    "true",
    "~",
    '""',
    "https://a.example/",
    "{x}",
    "|",
]
KEYS = sorted(
    {key.split(":")[0].strip("- ") for content in BASE.values() for key in content.decode().splitlines()}
    | {"classes", "id", "start", "end", "part_of", "deadline", "[key]", "x"}
)
PATHS = [
    *BASE,
    "redirects.yml",
    "addresses.txt",
    "programs/a.yml",
    "programs/b/a.yml",
    "topics/A.yml",
    "reports/a.yml",
    "x/a.yml",
    "a.yaml",
    "programs/a.yml/b.yml",
    "programs/\udcff\n.yml",
]


def as_group(group: dict[str, str]) -> str:
    """A group of fields in braces."""
    return "{" + ", ".join(f"{key!r}: {value}" for key, value in group.items()) + "}"


scalars = st.sampled_from(SCALARS)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3).map(as_group)
    ),
    max_leaves=6,
)
records = st.dictionaries(st.sampled_from(KEYS), values, max_size=8).map(
    lambda record: "".join(f"{key!r}: {value}\n" for key, value in record.items()).encode()
)
trees = st.dictionaries(
    st.sampled_from(PATHS) | st.text(st.characters(exclude_characters="/\0."), min_size=1),
    records | st.binary(max_size=50),
    max_size=5,
)


@given(trees)
def test_any_tree_is_a_catalogue_or_has_an_error(files: dict[str, bytes]):
    tree = Tree("data", BASE | files)
    contents = {tree.printable_path(path): content for path, content in tree.files.items()}
    outcome = load_tree(tree)
    assert (outcome.catalogue is None) == any(
        problem.severity is Severity.ERROR for problem in outcome.problems
    )
    assert outcome.problems == tuple(sorted(set(outcome.problems)))
    for problem in outcome.problems:
        content = contents.get(problem.path, b"")
        assert 1 <= problem.line <= 1 + content.count(b"\n") + content.count(b"\r")
        assert all(
            text.strip() and text.isprintable() for text in (problem.path, problem.message, problem.remedy)
        )


@given(records)
def test_a_record_of_any_kind_in_any_shape_is_taken_or_told(content: bytes):
    outcome = load_tree(Tree("data", BASE | {f"{folder}/a.yml": content for folder in FOLDERS}))
    assert isinstance(outcome.catalogue, Catalogue) or outcome.has_errors


@given(st.binary() | records)
def test_settings_redirects_and_addresses_in_any_shape_are_taken_or_told(content: bytes):
    for path in ("site.yml", "redirects.yml", "addresses.txt"):
        outcome = load_tree(Tree("data", BASE | {path: content}))
        assert isinstance(outcome.catalogue, Catalogue) or outcome.has_errors


def test_a_catalogue_holds_every_record_by_kind_and_id():
    catalogue = loaded({"topics/deep/down/a.yml": "title: A\nverification: {level: draft}\n"}).catalogue
    assert catalogue
    assert [record.id for record in catalogue.topics.values()] == ["a", "kinh-te-so"]
    assert (catalogue.topics["a"].kind, catalogue.topics["a"].path) == (
        "topic",
        "data/topics/deep/down/a.yml",
    )
    assert len(list(catalogue)) == len(BASE)


def test_what_only_the_whole_can_know_waits_until_every_file_is_right():
    broken = {"programs/a.yml": "title: A\nverification: {level: draft}\nlead: khong-co\n"}
    assert told(loaded(broken)) == ["programs/a.yml:3:7 unknown-reference"]
    assert told(loaded({**broken, "organizations/b.yml": ""})) == ["organizations/b.yml:1:1 empty-file"]


def test_a_warning_alone_does_not_keep_the_catalogue_back():
    outcome = loaded(
        {
            "programs/a.yml": "title: A\nverification: {level: draft}\n"
            "lead: huyen-uy-gia-lam\nperiod: {start: 2026}\n"
        }
    )
    assert told(outcome) == ["programs/a.yml:3:7 body-not-existing"]
    assert outcome.catalogue
    assert not outcome.has_errors


@pytest.mark.parametrize("value", ["{message}", "{0}", "{", "}", "%s", "<script>", "{{ x }}", "$x"])
def test_what_an_editor_typed_stands_in_a_problem_as_typed(value: str):
    (problem,) = loaded(
        {"programs/a.yml": f"title: A\nverification: {{level: draft}}\nhours: '{value}'\n"}
    ).problems
    assert problem.message == f"«{value}» không phải số đúng cách viết."


def test_a_long_value_is_cut_in_what_is_told():
    for problem in loaded(
        {
            "programs/a.yml": f"title: A\nverification: {{level: {'x' * 9999}}}\n"
            f"{'k' * 9999}: 1\nlead: {'y' * 9999}\n"
        }
    ).problems:
        assert len(problem.message) < 200
        assert len(problem.remedy) < 1_200


def test_the_same_tree_tells_the_same_in_the_same_order_whatever_order_its_files_come_in():
    files = BASE | {
        f"programs/{name}.yml": b"title: A\nverification: {level: draft}\nlead: x\npart_of: y\n"
        for name in "cab"
    }
    orders = [dict(sorted(files.items(), reverse=reverse)) for reverse in (False, True)]
    assert load_tree(Tree("data", orders[0])).problems == load_tree(Tree("data", orders[1])).problems


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        ("", []),
        ("\n\n", []),
        ("/\r\n/don-vi/so-noi-vu/\r\n", []),
        ("/don-vi/so-noi-vu/", []),
        ("\ufeff/\n", ["addresses.txt:1:1 byte-order-mark"]),
        ("/\n /\n/\0/\n# a\n{}\n", [f"addresses.txt:{line}:1 bad-address" for line in (2, 3, 4, 5)]),
        ("/don-vi/cu/\n/don-vi/cu/\n", ["addresses.txt:1:1 lost-address", "addresses.txt:2:1 lost-address"]),
        (b"\xff\xfe/\0", ["addresses.txt:1:1 byte-order-mark"]),
    ],
)
def test_the_list_of_published_addresses_is_read_line_by_line(content: str | bytes, problems: list[str]):
    assert told(loaded({"addresses.txt": content})) == problems
