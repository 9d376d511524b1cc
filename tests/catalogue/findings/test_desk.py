"""The desk of a body: which classes stand on it, in which order and year, with which seats, and their sum."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from catalogue.findings.desk import by_year, desk_of, predecessors, programs_allocated, summed
from catalogue.findings.duties import Duty, busy_collectives, perhaps_through
from catalogue.model.collection import Catalogue
from tests.catalogue.views.small import REPORTED, catalogue_of, trees_of

TREES = trees_of(Path(__file__).parents[1] / "views" / "desk.yml")


@pytest.fixture(scope="module")
def small() -> Catalogue:
    return catalogue_of(TREES["duties"])


def duties(catalogue: Catalogue, id: str) -> Sequence[Duty]:
    """The desk of a body."""
    return desk_of(catalogue, catalogue.organizations[id])


def classes(found: Sequence[Duty]) -> list[str]:
    """The ids of the classes of some duties."""
    return [duty.each.id if duty.each else "" for duty in found]


def test_duties_come_by_their_deadline_and_those_without_one_last_by_their_start(small: Catalogue):
    assert classes(duties(small, "so")) == [
        "doan", "nhuan", "chung", "muon", "hoan", "giao-thua", "khong-ngay",
    ]  # fmt: skip


def test_a_duty_has_the_seats_of_the_body_and_not_those_of_its_class(small: Catalogue):
    seats = {duty.each.id: duty.seats for duty in duties(small, "so") if duty.each}
    assert seats == {
        "doan": 9, "nhuan": 3, "chung": None, "muon": 20, "hoan": 7, "giao-thua": 5, "khong-ngay": 0,
    }  # fmt: skip


def test_a_class_over_new_year_stands_in_the_year_that_it_begins_in_and_one_without_dates_in_none(
    small: Catalogue,
):
    years = {year: classes(found) for year, found in by_year(small, duties(small, "so")).items()}
    assert years == {
        2026: ["chung", "muon", "hoan"],
        2024: ["doan", "nhuan", "giao-thua"],
        None: ["khong-ngay"],
    }
    assert list(years) == [2026, 2024, None]


def test_a_deadline_without_a_year_is_that_of_the_year_before_where_it_stands_behind_the_start(
    small: Catalogue,
):
    (doan,) = (duty for duty in duties(small, "so") if duty.each and duty.each.id == "doan")
    assert doan.deadline
    assert (str(doan.deadline.date), doan.deadline.inferred_year) == ("--12-20", 2023)


def test_what_is_called_off_or_has_no_number_is_told_and_not_added(small: Catalogue):
    total = summed(duties(small, "so"))
    assert (total.classes, total.seats, total.lacking) == (6, 37, 1)
    assert (total.called_off, total.seats_called_off) == (1, 7)
    assert programs_allocated(duties(small, "so")) == 2


def test_what_names_a_collective_is_a_duty_of_a_body_below_it_while_that_exists(small: Catalogue):
    (duty,) = duties(small, "quan-uy")
    assert duty.through
    assert (classes([duty]), duty.through.id) == (["chia"], "cac-quan-uy")
    assert (duty.seats, duty.shared) == (None, 60)


def test_a_collective_may_hold_a_body_unless_the_data_says_where_that_belongs(small: Catalogue):
    busy = busy_collectives(small)
    assert [(each.body.id, each.programs) for each in busy] == [("cac-quan-uy", 1)]
    held = {
        id: [each.body.id for each in perhaps_through(small, body, busy)]
        for id, body in small.organizations.items()
    }
    assert held == {
        "so": ["cac-quan-uy"], "noi-vu": ["cac-quan-uy"], "trong": ["cac-quan-uy"], "cu": ["cac-quan-uy"],
        "quan-uy": [], "cac-quan-uy": [],
    }  # fmt: skip


def test_a_collective_of_another_level_block_or_time_holds_no_body_of_this_one():
    told = {
        "cap-xa": "category: collective\nlevel: commune\n",
        "khoi-dang": "category: collective\nblocks: [party]\n",
        "da-xong": "category: collective\nend: 2024-12-31\n",
        "hop": "category: collective\nlevel: city\nblocks: [government, party]\n",
    }
    body = "category: administration\nlevel: city\nblocks: [government]\nstart: 2025-03-01\n"
    files = {f"organizations/{id}.yml": f"title: Đơn vị {id}\n{text}{REPORTED}" for id, text in told.items()}
    files |= {
        f"programs/{id}.yml": f"title: Chương trình {id}\nnomination: {{by: {id}}}\n{REPORTED}" for id in told
    }
    catalogue = catalogue_of({**files, "organizations/so.yml": f"title: Sở\n{body}{REPORTED}"})
    found = perhaps_through(catalogue, catalogue.organizations["so"], busy_collectives(catalogue))
    assert [each.body.id for each in found] == ["hop"]


def test_a_programme_without_classes_is_one_duty_of_who_sends_people_to_it():
    files = {
        "organizations/so.yml": f"title: Sở\ncategory: administration\n{REPORTED}",
        "programs/x.yml": f"title: X\nperiod: {{start: 2022, end: 2025}}\nnomination: {{by: so}}\n{REPORTED}",
    }
    catalogue = catalogue_of(files)
    (duty,) = duties(catalogue, "so")
    assert duty.each is None
    assert list(by_year(catalogue, [duty])) == [2025]
    assert (summed([duty]).classes, summed([duty]).programs) == (0, 1)


def test_a_body_knows_whom_it_took_over_from(small: Catalogue):
    assert [body.id for body in predecessors(small, small.organizations["so"])] == ["cu"]
    assert predecessors(small, small.organizations["cu"]) == []
