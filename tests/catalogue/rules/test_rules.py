"""What the cases under tests/problems cannot show.

What the rules let pass, that circles are told once, and that nothing takes the square of the records.
"""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.rules import RULES
from catalogue.rules.references import chain_of, circles
from tests.catalogue.trees import loaded, told
from tests.examples import PROVING

DRAFT = "verification: {level: draft}\n"
TITLE = f"title: A\n{DRAFT}"
MANY = 10_000 if PROVING else 2_000
SOME = 3_000 if PROVING else 1_000
SECONDS_FOR_EACH = 0.002
graphs = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), unique=True))


def test_every_rule_says_in_one_sentence_what_holds():
    for rule in RULES:
        assert rule.__doc__
        assert rule.__doc__.splitlines()[0].endswith(".")


def test_no_circle_is_told_of_a_graph_without_one():
    assert list(circles({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []})) == []


def test_each_circle_is_told_once_from_its_first_record():
    assert list(circles({"c": ["a"], "b": ["c"], "a": ["b"]})) == [["a", "b", "c", "a"]]
    assert list(circles({"x": ["b"], "b": ["a"], "a": ["b"]})) == [["a", "b", "a"]]
    assert list(circles({"a": ["b", "c"], "b": ["a"], "c": ["a"]})) == [["a", "b", "a"], ["a", "c", "a"]]


@given(graphs)
def test_what_is_told_as_a_circle_is_one_and_a_graph_with_one_is_told(graph: dict[str, list[str]]):
    found = list(circles(graph))
    assert len({tuple(circle) for circle in found}) == len(found)
    for circle in found:
        assert circle[0] == circle[-1] == min(circle)
        assert len(set(circle)) == len(circle) - 1
        assert all(target in graph[node] for node, target in pairwise(circle))
    assert bool(found) == has_circle(graph)


def has_circle(graph: dict[str, list[str]]) -> bool:
    """Whether something is left when all that leads nowhere is taken away again and again."""
    while leaves := [
        node for node, targets in graph.items() if not any(target in graph for target in targets)
    ]:
        graph = {node: targets for node, targets in graph.items() if node not in leaves}
    return bool(graph)


def test_a_long_circle_is_told_by_its_beginning_and_its_end():
    circle = [*(f"n{number:03}" for number in range(100)), "n000"]
    assert chain_of(circle) == "n000 → n001 → n002 → n003 → n004 → n005 → n006 → n007 → … → n099 → n000"


@pytest.mark.parametrize(
    "rest",
    [
        "period: {start: 2024-11, end: 2025-02}\nclasses: [{id: a, start: 2024, end: 2025}]",
        "period: {end: 2024-05}\nclasses: [{id: a, start: 2020-01-01, end: --06-01}]",
        "classes: [{id: a, start: 2024-03, deadline: 2024-03-31}, {id: b, deadline: 2024}]",
        "nomination: {deadline: 2024-07}\nclasses: [{id: a, start: --03-05}]",
        "lead: huyen-uy-gia-lam\npartners: [dang-uy-xa-gia-lam-2025]\nperiod: {start: 2025}",
        "lead: huyen-uy-gia-lam\nclasses: [{id: a, start: --09-01, inferred_year: 2025}]",
        "owner: huyen-uy-gia-lam\nperiod: {start: 2026}",
        "part_of: lop-can-bo-nguon\nfigures: [{measure: learners, value: 99, unit: giáo viên}]",
        "perhaps_part_of: lop-can-bo-nguon\nfigures: [{measure: learners, value: 99, state: planned}]",
        "figures: [{measure: share, value: 100}, {measure: area, value: 1000.5}]",
        "repeats: lop-can-bo-nguon\nperiod: {start: 2025}",
        "figures: [{measure: learners, value: 99, tolerance: 0, covers: [lop-can-bo-nguon]}]",
    ],
)
def test_what_may_be_right_of_a_programme_is_let_pass(rest: str):
    assert told(loaded({"programs/a.yml": f"{TITLE}{rest}\n"})) == []


@pytest.mark.parametrize(
    "files",
    [
        {"documents/a.yml": f"{TITLE}category: law\nissuers: [huyen-uy-gia-lam]\nissued: 2025-06\n"},
        {"documents/a.yml": "title: A\nverification: {level: draft, document: a}\ncategory: law\n"},
        {"organizations/a.yml": "title: A\nverification: {level: draft, by: a}\nowner: a\ncategory: other\n"},
        {"redirects.yml": "/don-vi/cu/: /don-vi/so-noi-vu/\n", "addresses.txt": "/don-vi/cu/\n/don-vi/\n"},
    ],
)
def test_what_may_be_right_is_let_pass(files: dict[str, str]):
    assert told(loaded(files)) == []


def seconds(files: dict[str, str]) -> tuple[float, list[str]]:
    """How long the processor takes to load a tree, and what is told."""
    start = process_time()
    outcome = loaded(files)
    return process_time() - start, told(outcome)


@pytest.mark.proved
def test_thousands_of_broken_references_are_told_in_seconds():
    taken, problems = seconds(
        {
            f"programs/lop-{number}.yml": f"{DRAFT}title: Lớp {number}\npart_of: lop-x-{number}\n"
            for number in range(MANY)
        }
    )
    assert len(problems) == MANY
    assert taken < MANY * SECONDS_FOR_EACH


@pytest.mark.proved
def test_thousands_of_records_in_one_circle_are_told_in_seconds():
    taken, problems = seconds(
        {
            f"groups/g-{number}.yml": f"{DRAFT}title: Nhóm {number}\nparent: g-{(number + 1) % SOME}\n"
            for number in range(SOME)
        }
    )
    assert problems == ["groups/g-0.yml:3:9 circular-reference"]
    assert taken < SOME * SECONDS_FOR_EACH


@pytest.mark.proved
def test_thousands_of_records_of_one_title_are_told_in_seconds():
    taken, problems = seconds(
        {
            f"topics/t-{number}.yml": "title: Kinh tế xanh\nverification: {level: draft}\n"
            for number in range(SOME)
        }
    )
    assert len(problems) == SOME - 1
    assert taken < SOME * SECONDS_FOR_EACH


@pytest.mark.proved
def test_thousands_of_lost_addresses_are_told_in_seconds():
    taken, problems = seconds(
        {"addresses.txt": "".join(f"/chuong-trinh/lop-{number}/\n" for number in range(SOME))}
    )
    assert len(problems) == SOME
    assert taken < SOME * SECONDS_FOR_EACH


def test_of_a_thousand_parts_the_first_are_named():
    parts = ", ".join(f"{{title: Phần {number}, value: 2}}" for number in range(1_000))
    figure = f"figures: [{{measure: learners, value: 1999, parts_add: yes, parts: [{parts}]}}]\n"
    (problem,) = loaded({"programs/a.yml": TITLE + figure}).problems
    assert problem.code == "numbers-disagree"
    assert "nhiều hơn 1 học viên so với số nguồn nêu" in problem.message
    assert problem.message.endswith("«Phần 4»: 2 học viên; và 995 phần khác.")
