"""Addresses that a change takes away: of pages, files, feeds, lists and classes, where both states load."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import pytest

from catalogue.changes.compare import compare
from catalogue.commands.diff import worked_out
from catalogue.files.any_file import parse
from catalogue.model.kinds import KINDS
from catalogue.page import Closing, Output
from catalogue.telling.data import as_json
from catalogue.views.edition import addresses_of, edition_of
from catalogue.views.words.changes import told
from catalogue.views.words.context import Context
from catalogue.views.words.told import ToldChange, ToldComparison
from sample.files import sample_files
from sample.recipe import Recipe
from tests.catalogue.changes.two_states import BASE, HEAD, state
from tests.catalogue.histories import Step, history_in_memory
from tests.catalogue.views.small import ARTICLE, PLACE, REPORTED, SETTINGS, catalogue_of, published_from
from tests.examples import for_a_proof

CITY = {
    "site.yml": SETTINGS,
    **ARTICLE,
    "organizations/so.yml": f"title: Sở Nội vụ\ncategory: administration\n{REPORTED}",
    "organizations/ban.yml": f"title: Ban Tổ chức\ncategory: party_office\n{REPORTED}",
    "groups/cc.yml": f"title: Công chức\n{REPORTED}",
    "groups/vc.yml": f"title: Viên chức\n{REPORTED}",
}
FILES_OF_GROUP = "/doi-tuong/cc/doi-tuong-cc"


def program(title: str, *, lead: str = "so", group: str = "cc", classes: str = "dau, cuoi") -> str:
    """A programme that holds some classes in May 2026."""
    held = [{"id": id, "start": "2026-05-04", "end": "2026-05-08"} for id in classes.split(", ")]
    return (
        f"title: {title}\nlead: {lead}\ngroups: [{{group: {group}}}]\nclasses: {json.dumps(held)}\n{REPORTED}"
    )


def compared(before: Mapping[str, str], after: Mapping[str, str]) -> ToldComparison:
    """What is told of two states that load."""
    base, head = state({**CITY, **before}, BASE), state({**CITY, **after}, HEAD)
    found = compare(base, head)
    effects = worked_out(base, head, found, asked=True)
    assert not effects.doubt
    return told(found, effects)


def lost(comparison: ToldComparison) -> dict[str, str]:
    """The addresses that are lost, each with what became of it."""
    return {row.name: row.what for row in lost_rows(comparison)}


def lost_rows(comparison: ToldComparison) -> tuple[ToldChange, ...]:
    return next((each.rows for each in comparison.concerns if each.concern == "lost_address"), ())


OF_DATA = "/".join(sorted({kind.section for kind in KINDS.values()})).replace("/", "|")
THING = re.compile(
    # a record, its files, its classes, its sheets for paper and for others' pages, what changed of it
    rf"/({OF_DATA})/[^/]+/(#.+|[^/]+\.[a-z]+|in/|nhung/)?|/thay-doi/[a-z-]+/[^/]+/|/api/v1/[a-z-]+/[^/]+\.json|"
    # a year and its files, a month, what a year covers, what is held and what was done at any time
    r"/nam/[0-9]{4}/([^/]+\.[a-z]+)?|/lich/[0-9]{4}-[0-9]{2}/|/do-phu/[0-9]{4}/|"
    r"/lich/lich\.ics|/thay-doi/thay-doi\.atom"
)
"""The addresses of what the data speaks of; all else of a site that lasts is there whatever it says."""


def site_of(files: Mapping[str, str]) -> set[str]:
    """Every address of the site of some files, without those that a build names by what is in them."""
    catalogue = catalogue_of(files)
    history = history_in_memory([Step("2026-03-01", "Danh mục mẫu", files)], catalogue.redirects)
    edition = edition_of(Context(catalogue, PLACE, history))
    outputs: tuple[Output | Closing, ...] = (*edition.outputs, *edition.closing)
    made = {each.address.removesuffix("index.html") for each in outputs}
    return {f"/{each}" for each in made if not each.startswith("assets/")}


def test_the_addresses_of_a_catalogue_are_those_of_things_and_what_every_site_has():
    files = dict(sample_files(Recipe(150)))
    of_every_site = site_of({"site.yml": SETTINGS})
    lasting = {each for each in site_of(files) if each in of_every_site or THING.fullmatch(each)}
    assert {each for each in addresses_of(catalogue_of(files)) if "#" not in each} == lasting
    assert len(lasting) > 10 * 150


def test_a_class_has_its_address_where_its_programme_is_or_was_and_there_its_page_has_it():
    files = {
        **CITY,
        "programs/moi.yml": program("Lớp"),
        "redirects.yml": '"/chuong-trinh/cu/": /chuong-trinh/moi/\n',
    }
    found = {each for each in addresses_of(catalogue_of(files)) if "#" in each}
    assert found == {f"/chuong-trinh/{page}/#{id}" for page in ("cu", "moi") for id in ("dau", "cuoi")}
    page = published_from(files)["chuong-trinh/moi/"]
    assert {"dau", "cuoi"} <= {row.get("id") for row in page.tree.iter("tr")}


def test_a_page_that_is_lost_is_told_with_all_that_falls_with_it():
    before = {"programs/a.yml": program("A"), "programs/b.yml": program("B")}
    found = compared(before, {"programs/b.yml": program("B")})
    assert lost(found) == {
        "/chuong-trinh/a/": "không còn trang, không chuyển hướng tới trang nào; mất theo 4 địa chỉ: "
        "/api/v1/programs/a.json, /chuong-trinh/a/#cuoi, /chuong-trinh/a/#dau, "
        "/chuong-trinh/a/chuong-trinh-a.ics"
    }
    change = next(each for each in json.loads(as_json(found))["changes"] if each["concern"] == "lost_address")
    assert change["before"] == [
        "/api/v1/programs/a.json",
        "/chuong-trinh/a/",
        "/chuong-trinh/a/#cuoi",
        "/chuong-trinh/a/#dau",
        "/chuong-trinh/a/chuong-trinh-a.ics",
    ]


def test_what_a_body_has_falls_with_its_page():
    rows = lost_rows(
        compared({"organizations/ubnd.yml": CITY["organizations/so.yml"].replace("Sở", "Ủy")}, {})
    )
    assert [row.name for row in rows] == ["/don-vi/ubnd/"]
    for each in ("/don-vi/ubnd/don-vi-ubnd.atom", "/don-vi/ubnd/nhung/", "/thay-doi/don-vi/ubnd/"):
        assert each in rows[0].what


def test_files_years_and_months_that_a_change_empties_are_told_though_their_record_stands():
    before = {"programs/a.yml": program("A")}
    found = lost(compared(before, {"programs/a.yml": program("A", lead="ban", group="vc", classes="dau")}))
    assert found == {
        "/chuong-trinh/a/#cuoi": "trang không còn lớp có mã này",
        "/doi-tuong/cc/doi-tuong-cc.ics": "không còn tệp",
        "/don-vi/so/don-vi-so.ics": "không còn tệp",
        "/don-vi/so/don-vi-so.xlsx": "không còn tệp",
    }
    moved = program("A").replace("2026", "2027")
    assert {"/nam/2026/", "/nam/2026/nam-2026.ics", "/lich/2026-05/"} <= {
        *lost(compared(before, {"programs/a.yml": moved}))
    }


def many(programs: int) -> dict[str, str]:
    """So many programmes of a plan that has had another id."""
    plan = {"plans/k.yml": f"title: Kế hoạch\nyear: 2026\nlead: so\n{REPORTED}"}
    each = {f"programs/a{turn}.yml": f"plan: k\n{program(f'A {turn}')}" for turn in range(programs)}
    return {**plan, **each, "redirects.yml": "/ke-hoach/cu/: /ke-hoach/k/\n"}


def without(key: str, files: Mapping[str, str]) -> dict[str, str]:
    """The same files without a key in any programme."""
    parsed = {path: parse(path, text.encode()).value for path, text in files.items()}
    return {
        path: json.dumps({each: of for each, of in value.items() if each != key}, default=str)
        if path.startswith("programs/") and isinstance(value, dict)
        else files[path]
        for path, value in parsed.items()
    }


@pytest.mark.parametrize("key", ["classes", *for_a_proof("lead", "nomination")])
def test_whatever_goes_with_what_the_data_says_only_things_are_lost(key: str):
    before = dict(sample_files(Recipe(150)))
    after = without(key, before)
    lists = {each for each in site_of(before) - site_of(after) if not THING.fullmatch(each)}
    missing = addresses_of(catalogue_of(before)) - addresses_of(catalogue_of(after))
    assert lists
    assert [each for each in missing if not THING.fullmatch(each)] == []


def drafts(level: str) -> dict[str, str]:
    """More programmes than a page lists, of one level."""
    texts = [program(f"A {turn}").replace("level: reported", f"level: {level}") for turn in range(101)]
    return {f"programs/a{turn}.yml": text for turn, text in enumerate(texts)}


def silent(group: str) -> dict[str, str]:
    """A programme for a group, or for nobody who is named."""
    return {"programs/a.yml": program("A").replace("groups: [{group: cc}]", group)}


@pytest.mark.parametrize(
    ("address", "before", "after"),
    [
        ("/xac-minh/chua-xac-minh/", drafts("draft"), drafts("reported")),
        ("/danh-sach/chuong-trinh/khong-ghi-doi-tuong/", silent(""), silent("groups: [{group: cc}]")),
    ],
    ids=["all drafts are published", "a group is named at last"],
)
def test_a_list_that_nothing_is_left_for_is_not_lost(
    address: str, before: Mapping[str, str], after: Mapping[str, str]
):
    sites = [site_of({**CITY, **files}) for files in (before, after)]
    assert [address in site for site in sites] == [True, False]
    assert lost(compared(before, after)) == {}


def test_further_pages_of_a_list_are_not_lost_where_it_is_shorter():
    before = many(201)
    site = {each.address for each in edition_of(Context(catalogue_of({**CITY, **before}), PLACE)).pages}
    further = {"ke-hoach/k/chuong-trinh/3/", "ke-hoach/cu/chuong-trinh/3/index.html"}
    assert further <= site
    assert [*lost(compared(before, many(200)))] == ["/chuong-trinh/a200/"]


PARTS = 21


def disagreeing(*numbers: Mapping[str, object]) -> dict[str, str]:
    """A report that states some numbers, each of parts that come to 21."""
    parts = [{"title": f"Phần {turn}", "value": 1} for turn in range(PARTS)]
    whole = {"measure": "learners", "parts_add": "yes", "parts": parts}
    declared = json.dumps([{**whole, **number} for number in numbers])
    return {"reports/r.yml": f"title: Số liệu\ndeclared: {declared}\n{REPORTED}"}


def parts_pages(files: Mapping[str, str]) -> list[str]:
    """Where the many parts of numbers that disagree stand."""
    edition = edition_of(Context(catalogue_of({**CITY, **files}), PLACE))
    return [each.address for each in edition.pages if "/cac-phan/" in each.address]


def test_the_parts_of_a_number_that_agrees_now_are_not_lost():
    assert len(parts_pages(disagreeing({"value": 99}))) == 1
    assert lost(compared(disagreeing({"value": 99}), disagreeing({"value": PARTS}))) == {}


def test_the_parts_of_a_number_keep_their_address_when_others_are_told_above_it():
    [one] = parts_pages(disagreeing({"value": 99}))
    [above, same] = parts_pages(disagreeing({"value": 98, "state": "planned"}, {"value": 97}))
    assert (same, above == one) == (one, False)
    assert len({*parts_pages(disagreeing({"value": 99}, {"value": 98}))}) == 2


@pytest.mark.parametrize("listed", [f"{FILES_OF_GROUP}.ics\n", ""])
def test_a_file_that_is_kept_because_it_was_published_is_not_lost(listed: str):
    before = {"programs/a.yml": program("A"), "addresses.txt": listed}
    after = {"programs/a.yml": program("A", group="vc"), "addresses.txt": listed}
    assert (f"{FILES_OF_GROUP}.ics" in lost(compared(before, after))) is not bool(listed)


def test_a_record_renamed_by_a_redirect_keeps_its_files_and_its_classes():
    redirect = {"redirects.yml": '"/chuong-trinh/a/": /chuong-trinh/b/\n'}
    before = {"programs/a.yml": program("A")}
    assert lost(compared(before, {"programs/b.yml": program("A"), **redirect})) == {}
    one_less = {"programs/b.yml": program("A", classes="dau"), **redirect}
    assert [*lost(compared(before, one_less))] == ["/chuong-trinh/a/#cuoi"]


def test_an_address_struck_off_the_list_is_told_once_with_its_loss_and_else_by_itself():
    listed = {"addresses.txt": "/chuong-trinh/a/\n/chuong-trinh/b/\n"}
    both = {"programs/a.yml": program("A"), "programs/b.yml": program("B")}
    found = compared({**both, **listed}, {"programs/b.yml": both["programs/b.yml"]})
    [row] = lost_rows(found)
    assert (row.name, "cũng bị xóa khỏi danh sách" in row.what) == ("/chuong-trinh/a/", True)
    struck = next(each.rows for each in found.concerns if each.concern == "unlisted")
    assert [each.name for each in struck] == ["/chuong-trinh/b/"]


def test_a_body_and_a_plan_renamed_by_redirects_keep_every_page_and_file():
    plan = f"title: Kế hoạch năm 2026\nyear: 2026\nlead: so\n{REPORTED}"
    before = {"plans/k.yml": plan, "programs/a.yml": f"plan: k\n{program('A')}"}
    after = {
        "organizations/so-moi.yml": CITY["organizations/so.yml"],
        "plans/k-moi.yml": plan.replace("lead: so", "lead: so-moi"),
        "programs/a.yml": f"plan: k-moi\n{program('A', lead='so-moi')}",
        "redirects.yml": "/don-vi/so/: /don-vi/so-moi/\n/ke-hoach/k/: /ke-hoach/k-moi/\n",
    }
    old = addresses_of(catalogue_of({**CITY, **before}))
    assert {
        "/ke-hoach/k/in/",
        "/thay-doi/don-vi/so/",
        "/don-vi/so/nhung/",
        "/don-vi/so/don-vi-so.atom",
    } <= old
    files = {path: text for path, text in CITY.items() if path != "organizations/so.yml"}
    assert old <= addresses_of(catalogue_of({**files, **after}))
