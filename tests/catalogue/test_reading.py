"""Files are read alone: what came of a file depends on nothing but its name and its bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from catalogue import parallel
from catalogue.files import usual_file
from catalogue.files.tree import LIST_LIMIT, Tree
from catalogue.reading import Files, Readings, read_files
from tests.catalogue.trees import base_files

BASE = base_files()
TOPIC = b"title: A\nverification: {level: draft}\n"
OTHER_TOPIC = b"title: B\nverification: {level: draft}\n"
CONTENTS = [
    TOPIC,
    OTHER_TOPIC,
    TOPIC.replace(b"\n", b"\r\n"),
    b"title: A\ntitle: B\n",
    b"",
    b"- a",
    b"\xff",
    b"[" * 99,
]
PATHS = [
    "topics/a.yml",
    "topics/b.yml",
    "topics/c/a.yml",
    "x/a.yml",
    "site.yml",
    "redirects.yml",
    "addresses.txt",
]
trees = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(CONTENTS))


def read(files: dict[str, bytes], earlier: Readings | None = None) -> Files:
    """What comes of the small catalogue with some files changed or added."""
    return read_files(Tree("data", BASE | files), earlier)


def told(files: Files) -> list[str]:
    """The problems in their order, each as `path:line code`; the path without `data/`."""
    return sorted(
        f"{problem.path.removeprefix('data/')}:{problem.line} {problem.code}" for problem in files.problems
    )


def test_every_file_of_a_kind_is_a_record_with_its_kind_id_and_path():
    files = read({"topics/c/a.yml": TOPIC, "notes.md": b"x"})
    (record,) = (record for record in files.records if record.id == "a")
    assert (record.kind, record.path) == ("topic", "data/topics/c/a.yml")
    assert len(files.records) == len(BASE)
    assert set(files.contents) == {f"data/{path}" for path in (*BASE, "topics/c/a.yml")}


def test_a_file_with_an_error_is_no_record_and_takes_no_other_with_it():
    files = read(
        {"topics/a.yml": TOPIC, "topics/b.yml": b"title: A\nleed: b\nverification: {level: draft}\n"}
    )
    assert told(files) == ["topics/b.yml:0 unknown-key"]
    assert {"a", "b"} & {record.id for record in files.records} == {"a"}


def test_a_file_that_has_not_changed_is_not_read_again():
    earlier: Readings = {}
    first = read({"topics/a.yml": TOPIC, "topics/b.yml": TOPIC}, earlier)
    before = dict(earlier)
    second = read({"topics/a.yml": TOPIC, "topics/b.yml": OTHER_TOPIC}, earlier)
    assert [path for path in earlier if earlier[path] is not before[path]] == ["topics/b.yml"]
    titles = {record.id: record.title for record in second.records}
    assert (titles["a"], titles["b"]) == ("A", "B")
    assert len(first.records) == len(second.records)


def test_a_change_of_one_byte_that_changes_no_value_is_read_again():
    earlier: Readings = {}
    read({"topics/a.yml": TOPIC}, earlier)
    before = earlier["topics/a.yml"].record
    read({"topics/a.yml": TOPIC + b"\n"}, earlier)
    assert earlier["topics/a.yml"].content == TOPIC + b"\n"
    assert earlier["topics/a.yml"].record is not before


def test_a_file_that_was_moved_is_read_at_its_new_path():
    earlier: Readings = {}
    read({"topics/a.yml": TOPIC}, earlier)
    files = read({"topics/c/b.yml": TOPIC}, earlier)
    assert ("b", "data/topics/c/b.yml") in {(record.id, record.path) for record in files.records}
    assert "topics/a.yml" not in earlier


def test_a_file_that_was_removed_is_gone_with_its_problems():
    earlier: Readings = {}
    assert told(read({"topics/a.yml": b""}, earlier)) == ["topics/a.yml:1 empty-file"]
    assert told(read({}, earlier)) == []
    assert set(earlier) == {path for path in BASE if path.endswith(".yml")}


def test_a_file_that_comes_back_is_read_again():
    earlier: Readings = {}
    for files in ({"topics/a.yml": b""}, {}, {"topics/a.yml": TOPIC}):
        last = read(files, earlier)
    assert told(last) == []
    assert "a" in {record.id for record in last.records}


@given(st.lists(trees, min_size=1, max_size=3))
@how(max_examples=30)
def test_reading_again_gives_what_reading_for_the_first_time_gives(versions: list[dict[str, bytes]]):
    earlier: Readings = {}
    for files in versions:
        assert read(files, earlier) == read(files)


@pytest.mark.parametrize("processes", [2, 3])
def test_several_processes_read_what_one_reads(processes: int, monkeypatch: pytest.MonkeyPatch):
    files = {
        f"topics/{index}-{number}.yml": content
        for number in range(5)
        for index, content in enumerate(CONTENTS)
    }
    monkeypatch.setattr(usual_file, "PART", 4)
    monkeypatch.setattr(parallel, "processes", lambda: 1)
    alone = read(files)
    monkeypatch.setattr(parallel, "processes", lambda: processes)
    assert read(files) == alone
    assert list(alone.contents) == [f"data/{path}" for path in BASE | files]


def test_settings_that_are_missing_or_wrong_are_none():
    assert read({}).settings
    versions: list[dict[str, bytes]] = [{}, {"site.yml": b""}, {"site.yml": b"name: A\n"}]
    for files in versions:
        found = read_files(Tree("data", files))
        assert found.settings is None
        assert {problem.path for problem in found.problems} == {"data/site.yml"}


@pytest.mark.parametrize(
    ("content", "redirects", "problems"),
    [
        (b"/don-vi/a/: /don-vi/b/\n", {"/don-vi/a/": "/don-vi/b/"}, []),
        (b"/don-vi/a/: https://a.example/\n", {}, ["redirects.yml:0 bad-address"]),
        (b"don-vi/a: /don-vi/b/\n", {}, ["redirects.yml:0 bad-address"]),
        (b"/a/: [/b/]\n", {}, ["redirects.yml:0 wrong-type"]),
        (b"/a/: /b/\n/a/: /c/\n", {"/a/": "/c/"}, ["redirects.yml:2 duplicate-key"]),
        (b"- /a/\n", {}, ["redirects.yml:1 not-a-record"]),
        (b"", {}, ["redirects.yml:1 empty-file"]),
    ],
)  # fmt: skip
def test_redirects_are_read_or_told(content: bytes, redirects: dict[str, str], problems: list[str]):
    files = read({"redirects.yml": content})
    assert (files.redirects, told(files)) == (redirects, problems)


@pytest.mark.parametrize(
    ("content", "short_forms", "problems"),
    [
        ("terms:\n  - {short: QLNN, long: quản lý nhà nước, draft: true}\n", ["QLNN"], []),
        ("terms: []\n", [], ["glossary.yml:0 empty-value"]),
        ("terms:\n  - {short: QLNN}\n", [], ["glossary.yml:0 missing-key"]),
        ("terms:\n  - {short: a, long: b, draft: false}\n", [], ["glossary.yml:0 wrong-type"]),
        ("terms: a\n", [], ["glossary.yml:0 wrong-type"]),
        ("term: a\n", [], ["glossary.yml:0 unknown-key"]),
        ("\ta", [], ["glossary.yml:1 tab"]),
    ],
)
def test_abbreviations_are_read_or_told(content: str, short_forms: list[str], problems: list[str]):
    files = read({"glossary.yml": content.encode()})
    assert [each.short for each in files.abbreviations] == short_forms
    assert told(files) == problems


ADDRESS_LISTS: dict[str, tuple[bytes, tuple[str, ...], list[str]]] = {
    "empty": (b"", (), []),
    "no last line break": (b"/a/\n/b/", ("/a/", "/b/"), []),
    "CRLF": (b"/a/\r\n\r\n/b/\r\n", ("/a/", "", "/b/", ""), []),
    "CR": (b"/a/\r/b/", ("/a/", "/b/"), []),
    "no last slash": (b"/a", ("/a",), ["1 bad-address"]),
    "two slashes": (b"/\n//\n", ("/", "//", ""), ["2 bad-address"]),
    "capitals and spaces": (b"/A/\n /b/ \n", ("/A/", " /b/ ", ""), ["1 bad-address", "2 bad-address"]),
    "NEL": ("/a\u0085/\n".encode(), ("/a\u0085/", ""), ["1 bad-address"]),
    "UTF-8 with a mark": (b"\xef\xbb\xbf/a/\n", (), ["1 byte-order-mark"]),
    "Latin 1": (b"/a/\n\xff", (), ["2 not-utf8"]),
}
"""The bytes of a list of addresses, the addresses in it, and its problems as `line code`."""


@pytest.mark.parametrize(
    ("content", "addresses", "problems"), ADDRESS_LISTS.values(), ids=ADDRESS_LISTS.keys()
)
def test_published_addresses_keep_the_numbers_of_their_lines(
    content: bytes, addresses: tuple[str, ...], problems: list[str]
):
    files = read({"addresses.txt": content})
    assert files.published_addresses == addresses
    assert told(files) == [f"addresses.txt:{problem}" for problem in problems]


def test_the_list_of_addresses_has_a_limit_of_its_own():
    largest = b"/" + b"a" * (LIST_LIMIT - 2) + b"/"
    assert told(read({"addresses.txt": largest})) == []
    assert told(read({"addresses.txt": largest + b"\n"})) == ["addresses.txt:1 too-large"]


def test_a_file_without_records_is_not_read_where_it_does_not_belong():
    files = read({"topics/redirects.yml": TOPIC, "x/glossary.yml": b"terms: a\n"})
    assert (files.redirects, files.abbreviations) == ({}, ())
    assert told(files) == ["x/glossary.yml:1 unknown-folder"]
    assert "redirects" in {record.id for record in files.records}
