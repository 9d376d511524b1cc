"""The page «Đối chiếu số liệu»: the verdicts counted, what disagrees with its parts, the rest folded."""

from __future__ import annotations

import pytest

from catalogue.findings.reconciliation import reconciled
from catalogue.findings.telling import said
from tests.catalogue.views.small import (
    REPORTED,
    Published,
    catalogue_in,
    catalogue_of,
    published,
    published_from,
)
from tests.elements import one, words

ADDRESS = "doi-chieu/"
PARTS = 30
FILES = {
    "programs/a.yml": "title: Chương trình A\nparts_add: yes\nfigures: [{measure: learners, value: 1100}]\n",
    "programs/a1.yml": "title: Phần một\npart_of: a\nfigures: [{measure: learners, value: 700}]\n",
    "programs/a2.yml": "title: Phần hai\npart_of: a\nfigures: [{measure: learners, value: 500}]\n",
    "programs/b.yml": (
        "title: Chương trình B\nfigures: [{measure: classes, value: 2}]\n"
        "classes: [{id: l1, number: 1, start: 2024-03-01, seats: 30, results: {attended: 29}}]\n"
    ),
    "plans/k.yml": "title: Kế hoạch\nyear: 2024\n",
}
PART = "title: Phần {}\npart_of: a\nfigures: [{{measure: classes, value: 1}}]\n"
MANY = {
    "programs/a.yml": "title: Chương trình A\nparts_add: yes\nfigures: [{measure: classes, value: 99}]\n",
    **{f"programs/a{turn}.yml": PART.format(turn) for turn in range(1, PARTS + 1)},
}
"""A whole that disagrees with many parts."""


@pytest.fixture(scope="module")
def city() -> Published:
    return published_from({path: text + REPORTED for path, text in FILES.items()})


def test_the_verdicts_are_counted_first_and_add_up(city: Published):
    page = city[ADDRESS]
    assert [page.row(head)[1] for head in ("Khớp", "Lệch", "Chưa đủ", "Không có phần nào")] == [*"0112"]
    assert page.row("Không đối chiếu được")[1] == "1"
    assert page.row("Tất cả")[1] == "5"


def test_what_disagrees_is_told_with_the_difference_and_each_part_as_a_link(city: Published):
    page = city[ADDRESS]
    assert "cộng 2 phần được 1.200 học viên, nhiều hơn 100 học viên so với số nguồn nêu" in page.text
    assert "500 học viên: Phần hai" in page.text
    assert {"chuong-trinh/a/", "chuong-trinh/a1/", "chuong-trinh/a2/"} <= page.links


def test_only_what_disagrees_is_not_folded_away(city: Published):
    headings = {"lech": False, "chua-du": True, "khong-co-phan-nao": True}
    sections = {str(each.get("aria-labelledby")): each for each in city[ADDRESS].tree.iter("section")}
    assert {name: sections[name].find("details") is not None for name in headings} == headings


def test_a_number_of_a_class_leads_to_the_class(city: Published):
    assert "chuong-trinh/b/#l1" in city[ADDRESS].links
    assert "Chương trình B, Lớp 1: nguồn nêu 30 chỉ tiêu" in city[ADDRESS].text.replace("\u00a0", " ")


def test_the_page_says_what_is_not_checked(city: Published):
    assert "Không đối chiếu: mục giữ chỗ" in city[ADDRESS].text


def test_every_plan_leads_to_the_page(city: Published):
    assert ADDRESS in city["ke-hoach/k/"].links


def test_what_cannot_be_compared_is_not_added():
    files = {path: text.replace("parts_add: yes", "parts_add: unstated") for path, text in FILES.items()}
    text = published_from({path: text + REPORTED for path, text in files.items()})[ADDRESS].text
    assert "Không đối chiếu được: nguồn không nói các phần có cộng lại: 1" in text
    assert "các chương trình con: 2 phần, không cộng" in text
    assert "1.200" not in text


def test_of_many_parts_the_first_are_named_and_all_stand_a_link_away():
    city = published_from({path: text + REPORTED for path, text in MANY.items()})
    for address in (ADDRESS, "chuong-trinh/a/"):
        (more,) = [each for each in city[address].tree.iter("a") if words(each) == "và 10 phần khác"]
        assert city[address].text.count("1 lớp: Phần") == 20
        all_parts = city[city[address].resolved(more.get("href", ""))]
        assert words(one(all_parts.tree, "h1")) == "Chương trình A: 99 lớp, từng phần"
        assert all_parts.text.count("1 lớp: Phần") == PARTS
        assert {f"chuong-trinh/a{turn}/" for turn in range(1, PARTS + 1)} <= all_parts.links


def test_a_catalogue_without_numbers_has_nothing_to_check():
    page = published_from({"programs/a.yml": f"title: A\n{REPORTED}"})[ADDRESS]
    assert page.row("Tất cả")[1] == "0"
    assert list(page.tree.iter("section")) == []


def test_all_checks_of_a_verdict_stand_on_pages_of_their_own():
    real = published(catalogue_in("data"))
    count = int(real[ADDRESS].row("Không có phần nào")[1])
    assert "doi-chieu/khong-co-phan-nao/" in real[ADDRESS].links
    assert real["doi-chieu/khong-co-phan-nao/"].text.count("nguồn nêu") == count > 20


def test_one_number_told_twice_stands_apart_from_parts_that_add_up():
    one = "title: Chỉ một lớp\nfigures: [{measure: learners, value: 30}]\ncomplete: true\n"
    files = {
        "programs/a.yml": FILES["programs/a.yml"].replace("1100", "1200"),
        "programs/c.yml": f"{one}classes: [{{id: l1, seats: 30}}]\n",
        **{path: FILES[path] for path in ("programs/a1.yml", "programs/a2.yml")},
    }
    city = published_from({path: text + REPORTED for path, text in files.items()})
    assert {"Khớp: 1", "Khớp, chỉ có một phần: 1"} <= set(city[ADDRESS].headings)
    assert "các lớp: chỉ một phần có số, 30 học viên, bằng số nguồn nêu" in city[ADDRESS].text
    assert "Đối chiếu số liệu: khớp, chỉ có một phần" in city["chuong-trinh/c/"].headings
    assert "Đối chiếu số liệu: khớp" in city["chuong-trinh/a/"].headings


def test_what_a_page_has_no_room_for_is_linked_where_it_stands():
    parts = "parts: [{title: P, value: 1}, {title: Q, value: 1}]"
    listed = "".join(
        f"  - {{measure: learners, value: {turn}, title: Số {turn}, {parts}}}\n" for turn in range(3, 15)
    )
    files = {"plans/k.yml": f"title: K\nyear: 2024\nfigures:\n{listed}{REPORTED}"}
    city = published_from(files)
    page = city["ke-hoach/k/"]
    heading = "Không đối chiếu được: nguồn không nói các phần có cộng lại"
    assert f"Còn 2 số nữa: xem danh sách «{heading}»" in page.text
    (link,) = (each for each in page.links if each.startswith(f"{ADDRESS}#"))
    anchors = {each.get("id") for each in city[ADDRESS].tree.iter("h2")}
    assert link.partition("#")[2] in anchors
    assert [each for each in page.links if each == ADDRESS] == [ADDRESS]


def test_the_page_of_a_record_shows_the_checks_of_its_own_numbers(city: Published):
    text = city["chuong-trinh/a/"].text.replace("\u00a0", " ")
    assert "Đối chiếu số liệu: lệch" in text
    assert "Cả chương trình: nguồn nêu 1.100 học viên" in text
    assert {"chuong-trinh/a1/", "chuong-trinh/a2/", ADDRESS} <= city["chuong-trinh/a/"].links
    assert "Đối chiếu số liệu: chưa đủ" in city["chuong-trinh/b/"].text


def test_a_record_whose_numbers_have_no_parts_shows_no_checks(city: Published):
    assert "Đối chiếu số liệu:" not in city["chuong-trinh/a1/"].text


def test_a_plan_shows_the_checks_of_its_programmes_too():
    planned = {"programs/a.yml": f"{FILES['programs/a.yml']}plan: k\n"}
    city = published_from({path: text + REPORTED for path, text in (FILES | planned).items()})
    text = city["ke-hoach/k/"].text.replace("\u00a0", " ")
    assert "Đối chiếu số liệu: lệch" in text
    assert "Chương trình A: nguồn nêu 1.100 học viên" in text
    assert "chuong-trinh/a/" in city["ke-hoach/k/"].links


def test_a_unit_carries_the_worst_verdict_of_what_it_leads():
    led = {
        path: f"{text}lead: so\n"
        for path, text in FILES.items()
        if path in {"programs/a.yml", "programs/b.yml"}
    }
    unit = {"organizations/so.yml": "title: Sở\ncategory: administration\n"}
    city = published_from({path: text + REPORTED for path, text in (FILES | led | unit).items()})
    text = city["don-vi/so/"].text.replace("\u00a0", " ")
    assert "Đối chiếu số liệu: lệch" in city["don-vi/so/"].headings
    assert "Trong các số có phần để đối chiếu: lệch 1, chưa đủ 1, không đối chiếu được 1." in text
    assert "Chương trình A: nguồn nêu 1.100 học viên" in text
    assert "Chưa đủ: 1" in text


def test_a_unit_none_of_whose_numbers_has_parts_says_so_and_one_without_numbers_has_no_mark():
    unit = {f"organizations/{id}.yml": f"title: Sở {id}\ncategory: administration\n" for id in ("so", "hai")}
    alone = {"programs/a1.yml": f"{FILES['programs/a1.yml']}lead: so\n"}
    city = published_from({path: text + REPORTED for path, text in (FILES | alone | unit).items()})
    sheet = city["don-vi/so/"]
    assert "Đối chiếu số liệu: không có phần nào" in sheet.headings
    assert "1 số không chia ra phần nào để đối chiếu." in sheet.text.replace("\u00a0", " ")
    assert ADDRESS in sheet.links
    assert not [each for each in city["don-vi/hai/"].headings if each.startswith("Đối chiếu số liệu")]


def test_a_page_all_of_whose_checks_come_to_one_verdict_says_it_once(city: Published):
    text = city["chuong-trinh/a/"].text
    assert "Trong các số có phần để đối chiếu" not in text


def test_a_review_of_a_disagreement_stands_beside_it():
    review = "reviews: [{finding: numbers-disagree, reason: Nguồn nêu như vậy., by: so, day: 2024-05-01}]\n"
    files = FILES | {
        "programs/a.yml": FILES["programs/a.yml"] + review,
        "organizations/so.yml": "title: Sở\ncategory: administration\n",
    }
    city = published_from({path: text + REPORTED for path, text in files.items()})
    for address in (ADDRESS, "chuong-trinh/a/"):
        text = city[address].text.replace("\u00a0", " ")
        assert "lệch nhau: Nguồn nêu như vậy. (Sở, 1-5-2024)" in text


def test_the_help_page_of_a_code_that_is_told_no_more_leads_to_the_one_that_is(city: Published):
    old = city.files["loi/parts-do-not-add/index.html"].content.decode()
    assert 'href="../../loi/numbers-disagree/"' in old


def test_seats_that_are_not_yet_shared_out_are_counted_as_such():
    classes = "classes: [{id: l1, start: 2024-03-01, seats: 60, allocations: {so: 56}}]\n"
    catalogue = catalogue_of(
        {
            "organizations/so.yml": f"title: Sở\ncategory: council\n{REPORTED}",
            "programs/a.yml": f"title: A\n{classes}{REPORTED}",
        }
    )
    told = ["; ".join(said(check)) for check in reconciled(catalogue)]
    shared = "nguồn nêu 60 chỉ tiêu; chỉ tiêu phân bổ cho các đơn vị: "
    assert f"{shared}chỉ một phần có số, 56 chỉ tiêu, còn 4 chỉ tiêu chưa phân bổ" in told


WHOLE = "programs/a.yml"
SOME = 'title: A\nparts_add: "yes"\nfigures: [{{measure: learners, {}}}]\n'
"""A programme with a figure whose parts add up to it."""


def told(whole: str, *parts: str) -> str:
    """What the page tells of a programme with part programmes, without where it stands."""
    files = {WHOLE: whole}
    for turn, part in enumerate(parts):
        figures = f"figures: [{{measure: learners, {part}}}]\n"
        files[f"programs/a{turn}.yml"] = f"title: P{turn}\npart_of: a\n{figures}"
    page = published_from({path: text + REPORTED for path, text in files.items()})["chuong-trinh/a/"]
    text = page.text.replace("\u00a0", " ")
    return text[text.index("Cả chương trình: ") :].partition(".\n")[0]


def test_a_sum_says_how_exactly_it_is_known():
    open_part = told(SOME.format("value: 500"), "value: 29", "value: 18, bound: over")
    assert "cộng 2 phần được hơn 47 học viên, có phần chỉ nêu «hơn» nên chưa xác nhận được" in open_part
    too_many = told(SOME.format("value: 40"), "value: 29", "value: 18, bound: over")
    assert "cộng 2 phần được hơn 47 học viên, nhiều hơn ít nhất 7 học viên so với" in too_many
    assert "hơn 18 học viên: P1" in too_many
    both = told(SOME.format("value: 47"), "value: 29, bound: at_least", "value: 18, bound: over")
    assert "cộng 2 phần được hơn 47 học viên, đúng con số ấy, mà «hơn» thì không gồm chính nó" in both
    mixed = told(SOME.format("value: 47"), "value: 29, bound: about", "value: 18, bound: almost")
    assert "cộng 2 phần được khoảng 47 học viên, bằng số nguồn nêu" in mixed


@pytest.mark.parametrize(
    ("whole", "parts", "said"),
    [
        ("20", ("18, bound: at_most", "25"), "tối đa 43 học viên, nhiều hơn ít nhất 5 học viên so với"),
        ("20", ("25, bound: about", "10, bound: over"), "khoảng 35 học viên, nhiều hơn ít nhất 13,75 học"),
        ("100", ("18, bound: at_most", "10"), "tối đa 28 học viên, kém ít nhất 72 học viên so với số"),
        ("20, bound: about", ("21, bound: over",), "hơn 21 học viên, nhiều hơn số nguồn nêu"),
        ("47", ("18, bound: over", "29, bound: about, tolerance: 0"), "mà «hơn» thì không gồm chính nó"),
        ("47, bound: almost, tolerance: 0", ("47, bound: over",), "mà «hơn» thì không gồm chính nó"),
    ],
)
def test_of_parts_that_leave_an_end_open_only_what_is_sure_is_told(
    whole: str, parts: tuple[str, ...], said: str
):
    assert said in told(SOME.format(f"value: {whole}"), *(f"value: {each}" for each in parts))


def test_where_a_source_leaves_parts_out_it_is_told_how_far_those_given_are_from_their_whole():
    some = f"complete: false\n{SOME.format('value: 100')}"
    over = told(some, "value: 18, bound: over")
    assert "chỉ một phần có số, hơn 18 học viên, kém nhiều nhất 82 học viên so với số nguồn nêu" in over
    most = told(some, "value: 18, bound: at_most")
    assert "tối đa 18 học viên, kém ít nhất 82 học viên so với số nguồn nêu" in most
    assert "từ 100 học viên, không ít hơn số nguồn nêu" in told(some, "value: 100, bound: at_least")
    assert "tối đa 100 học viên, không nhiều hơn số" in told(some, "value: 100, bound: at_most")
    both = told(some, "value: 18, bound: at_most", "value: 18, bound: over")
    assert "khoảng 36 học viên, ít hơn 64 học viên so với số nguồn nêu" in both


def test_what_is_almost_a_number_may_only_be_less():
    almost = told(SOME.format("value: 300, bound: almost"), "value: 310")
    assert "nguồn nêu gần 300 học viên (số gần đúng: ít hơn tới 5 %, tức 15 học viên" in almost
    assert "nhiều hơn 10 học viên so với số nguồn nêu" in almost
    equal = told(SOME.format("value: 300, bound: over"), "value: 300")
    assert "300 học viên, đúng con số ấy, mà «hơn» thì không gồm chính nó" in equal


def test_some_parts_that_are_more_than_their_whole_already_are_added_for_orientation():
    some = "title: A\ncomplete: false\nfigures: [{measure: learners, value: 100}]\n"
    assert (
        "2 phần, không cộng; cộng thử để tham khảo được 120 học viên, "
        "nhiều hơn 20 học viên so với số nguồn nêu (các phần có thể trùng nhau)"
    ) in told(some, "value: 60", "value: 60")
    assert "không cộng" not in told(some, "value: 60", "value: 30")
    assert "được tối đa 128 học viên, nhiều hơn ít nhất 10 học viên so với" in told(
        some, "value: 18, bound: at_most", "value: 110"
    )


@pytest.mark.parametrize(
    ("state", "value", "said"),
    [
        (", state: planned", 31, "cộng 2 phần được 31 học viên (kể cả 1 lớp hoãn hoặc hủy), bằng số"),
        (", state: planned", 30, "31 học viên (kể cả 1 lớp hoãn hoặc hủy), nhiều hơn 1 học viên so với"),
        ("", 31, "cộng 2 phần được 31 học viên (kể cả 1 lớp hoãn hoặc hủy), bằng số nguồn nêu"),
        ("", 30, "chỉ một phần có số, 30 học viên, bằng số nguồn nêu; không tính 1 phần (hoãn hoặc hủy)"),
    ],
)
def test_it_is_told_whether_classes_that_were_called_off_are_counted(state: str, value: int, said: str):
    assert said in told(
        f"title: A\ncomplete: true\nfigures: [{{measure: learners, value: {value}{state}}}]\n"
        "classes: [{id: l1, start: 2024-03-01, seats: 30}, {id: l2, seats: 1, state: cancelled}]\n"
    )
