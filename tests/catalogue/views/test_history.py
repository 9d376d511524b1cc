"""«Thay đổi»: what was done to the data, in the words of the pages, for all, for a body, for a record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest

from catalogue.git import SHALLOW
from catalogue.views.pages.history import RECORDS
from catalogue.views.words.history import MOST
from tests.catalogue.histories import Step, history_in_memory
from tests.catalogue.views.small import ARTICLE, REPORTED, Published, catalogue_of, published
from tests.elements import one, words

BODIES = {
    "organizations/so.yml": f"title: Sở Nội vụ\ncategory: administration\n{REPORTED}",
    "organizations/truong.yml": f"title: Trường Cán bộ\ncategory: administration\n{REPORTED}",
    "groups/xa.yml": f"title: Công chức cấp xã\n{REPORTED}",
    "groups/phuong.yml": f"title: Công chức phường\n{REPORTED}",
    "documents/qd.yml": f"title: Quyết định số 5\ncategory: decision\n{REPORTED}",
}
FIRST = (
    f"title: Lớp đất đai\nlead: so\ngroups:\n  - group: xa\n    obligation: required\nhours: 40\n{REPORTED}"
)
MOVED = FIRST.replace("group: xa", "group: phuong")
ADJUSTED = (
    MOVED.replace("hours: 40", "hours: 4")
    + "adjustments:\n  - document: qd\n    date: 2024-05-01\n    what: Rút ngắn\n"
)
OTHER = f"title: Lớp <b>khác</b>\nlead: truong\n{REPORTED}"


@pytest.fixture(scope="module")
def site() -> Published:
    gone = {"programs/b.yml": OTHER}
    steps = [
        Step("2024-01-02", "Mở danh mục", {**BODIES, "programs/a.yml": FIRST, **gone}),
        Step("2024-02-03", "Sửa\n\nĐính chính: ghi nhầm nhóm", {**BODIES, "programs/a.yml": MOVED, **gone}),
        Step("2024-05-06", "Theo Quyết định số 5", {**BODIES, "programs/a.yml": ADJUSTED, **gone}),
        Step("2024-06-07", "Remove what is held no more", {**BODIES, "programs/a.yml": ADJUSTED}),
    ]
    return published(catalogue_of(steps[-1].files), history_in_memory(steps))


def commits_on(site: Published, address: str) -> list[str]:
    """The commits that a page tells of, folded or not, each as it is read."""
    return [words(item) for item in site[address].tree.iter("li") if told_in(item)]


def told_in(item: Element) -> bool:
    """Whether an item of a list is a commit."""
    return any(each.get("class") == "commit" for each in item)


def entries_on(site: Published, address: str) -> list[str]:
    """What stands in the list of commits of a page: of a commit its reason, of a fold its summary."""
    listed = one(site[address].tree, "ol[@class='commits']")
    return [words(one(item, "p/bdi" if told_in(item) else "details/summary")) for item in listed]


def test_each_commit_says_when_why_and_what_became_of_what(site: Published):
    newest, adjusting, correcting, first = commits_on(site, "thay-doi/")
    assert newest == "7-6-2024 Cập nhật 1 mục bị bỏ (1 chương trình) Chương trình: Lớp <b>khác</b> Mục bị bỏ"
    assert adjusting.startswith("6-5-2024 Điều chỉnh Theo Quyết định số 5 Theo: Quyết định số 5")
    assert "Số tiết: 40 → thành 4" in adjusting
    assert correcting.startswith("3-2-2024 Đính chính Sửa Đính chính: ghi nhầm nhóm")
    assert "Công chức cấp xã" in correcting
    assert "Công chức phường" in correcting
    assert "7 mục mới (2 chương trình, 2 đối tượng, 2 đơn vị, 1 văn bản)" in first
    assert "Ghi các lần thay đổi từ 2-1-2024." in site["thay-doi/"].text


def test_a_document_that_an_adjustment_names_later_is_followed_and_another_in_its_stead_is_not():
    unnamed = ADJUSTED.replace("document: qd\n    date", "date")
    other = BODIES["documents/qd.yml"].replace("số 5", "số 6")
    texts = (MOVED, unnamed, ADJUSTED, ADJUSTED.replace("document: qd", "document: khac"))
    steps = [
        Step(f"2024-01-0{turn}", "Sửa", {**BODIES, "documents/khac.yml": other, "programs/a.yml": text})
        for turn, text in enumerate(texts, 1)
    ]
    site = published(catalogue_of(steps[-1].files), history_in_memory(steps))
    replaced, named, without, _ = commits_on(site, "chuong-trinh/a/")
    assert named.startswith("3-1-2024 Điều chỉnh Sửa Theo: Quyết định số 5 ")
    assert without.startswith("2-1-2024 Cập nhật Sửa Chương trình")
    assert replaced.startswith("4-1-2024 Cập nhật Sửa Chương trình")


def test_a_record_tells_its_own_history(site: Published):
    told = commits_on(site, "chuong-trinh/a/")
    assert [each.split(" ", 1)[0] for each in told] == ["6-5-2024", "3-2-2024", "2-1-2024"]
    assert "3 lần thay đổi của mục này" in site["chuong-trinh/a/"].text


def test_a_record_under_another_id_is_told_with_both():
    old = {"programs/lop-cu.yml": f"title: Lớp đất đai\n{REPORTED}"}
    new = {"programs/lop-moi.yml": f"title: Lớp đất đai\n{REPORTED}"}
    last = {"programs/2024/lop-moi.yml": new["programs/lop-moi.yml"]}
    steps = [
        Step("2024-01-02", "Mở", old),
        Step("2024-02-03", "Đổi", new),
        Step("2024-03-04", "Xếp", last),
    ]
    redirects = {"/chuong-trinh/lop-cu/": "/chuong-trinh/lop-moi/"}
    site = published(catalogue_of(last), history_in_memory(steps, redirects))
    moved, renamed, _ = commits_on(site, "chuong-trinh/lop-moi/")
    assert renamed.endswith("đổi mã: lop-cu → thành lop-moi")
    assert moved.endswith("Chỉ đổi cách viết hoặc chỗ để tệp, nội dung như cũ.")


def test_a_body_and_a_group_are_told_of_what_names_or_named_them(site: Published):
    days = {
        address: [each.split(" ", 1)[0] for each in commits_on(site, address)]
        for address in ("don-vi/so", "don-vi/truong", "doi-tuong/xa", "doi-tuong/phuong")
        for address in [f"thay-doi/{address}/"]
    }
    assert days == {
        "thay-doi/don-vi/so/": ["6-5-2024", "3-2-2024", "2-1-2024"],
        "thay-doi/don-vi/truong/": ["7-6-2024", "2-1-2024"],
        "thay-doi/doi-tuong/xa/": ["3-2-2024", "2-1-2024"],
        "thay-doi/doi-tuong/phuong/": ["6-5-2024", "3-2-2024", "2-1-2024"],
    }
    assert "thay-doi/doi-tuong/xa/" in site["doi-tuong/xa/"].links


def test_a_body_whose_share_of_a_class_is_taken_away_is_told_so():
    shares = f"title: Lớp\nclasses:\n  - {{id: a, allocations: {{so: 5, truong: 7}}}}\n{REPORTED}"
    files = [{**BODIES, "programs/a.yml": text} for text in (shares, shares.replace(", truong: 7", ""))]
    steps = [Step("2024-01-02", "Mở", files[0]), Step("2024-02-03", "Bớt", files[1])]
    found = published(catalogue_of(files[1]), history_in_memory(steps))
    assert [each[:8] for each in commits_on(found, "thay-doi/don-vi/truong/")] == ["3-2-2024", "2-1-2024"]


PLAIN = {
    "programs/a.yml": "title: Lớp A, năm 2024\nsummary: Cũ, hai lớp, 60 người\nhours: 40\nlead: so\n"
    "classes: [{id: mot, start: 2024-03-04}]\n"
    "sources: [{source: bao, locator: Trang 1}]\nverification: {level: reported}\n",
    "documents/qd.yml": f"title: Quyết định số 5\nnumber: 5/QĐ\ncategory: decision\n{REPORTED}",
    "groups/xa.yml": f"title: Công chức cấp xã\npositions: [Trưởng công an]\n{REPORTED}",
    **{path: text for path, text in BODIES.items() if path.startswith("organizations/")},
}


def stepped(*changes: tuple[str, str, str]) -> list[Step]:
    """A catalogue, and commits that each write something instead of what stands there, day by day."""
    files, steps = PLAIN, [Step("2024-01-01", "Mở danh mục", PLAIN)]
    for turn, (reason, before, after) in enumerate(changes):
        assert any(before in text for text in files.values())
        files = {path: text.replace(before, after) for path, text in files.items()}
        steps.append(Step(f"2024-02-{turn + 1:02}", reason, files))
    return steps


def site_of(steps: list[Step]) -> Published:
    return published(catalogue_of({**ARTICLE, **steps[-1].files}), history_in_memory(steps))


@pytest.mark.parametrize(
    ("before", "after", "is_wording"),
    [
        ("Lớp A", "Lớp học A", True),
        ("Lớp A", "Lớp B", False),
        ("Cũ", "Mới", True),
        ("hours: 40", "hours: 40\nnote: Thêm buổi", True),
        ("hai lớp", "2 lớp, 10 buổi", False),
        ("hours: 40", "hours: 40\nnote: Thêm 5 buổi", False),
        ("hours: 40", "hours: 40\nnote: Không cộng", False),
        ("summary: Cũ, hai lớp, 60 người\n", "", False),
        ("60 người", "sáu mươi người", False),
        ("Trang 1", "ở trang 1", True),
        ("Trang 1", "Trang 2", False),
        ("Cũ, hai lớp, 60 người", "Cho 60 người, chia làm hai lớp, như đã hẹn từ đầu quý", False),
        ("hai lớp", "ba lớp", False),
        ("hai lớp", "hai lớp bị hủy", False),
        ("hai lớp", "hai lớp cho bác sĩ", False),
        ("hai lớp", "hai lớp do Sở Y tế mở", False),
        ("60 người", "90 người", False),
        ("năm 2024", "năm 2025", False),
        ("hours: 40", "hours: 4", False),
        ("2024-03-04", "2024-04-03", False),
        ("lead: so", "lead: truong", False),
        ("id: mot, ", "id: hai, ", False),
        ("5/QĐ", "6/QĐ", False),
        ("title: Công chức cấp xã", "title: Công chức phường", False),
        ("title: Sở Nội vụ", "title: Sở Lao động", False),
        ("Trưởng công an", "Phó trưởng công an", False),
        ("level: reported", "level: draft", False),
        ("hours: 40", "hours: 40\ncertificate: Chứng chỉ", False),
    ],
)
def test_what_only_words_a_record_otherwise_is_folded_and_what_says_something_else_is_not(
    before: str, after: str, is_wording: bool
):
    entries = entries_on(site_of(stepped(("Sửa một chỗ", before, after))), "thay-doi/")
    assert entries == ["1 lần sửa lời văn ở 1 mục, 1-2-2024" if is_wording else "Sửa một chỗ", "Mở danh mục"]


OF_OTHERS = {
    "programs/a.yml": "title: Bồi dưỡng kỹ năng cho công chức cấp xã\nnote: Lớp vẫn mở như kế hoạch\n"
    f"summary: Lớp do Sở Nội vụ chủ trì cho công chức cấp xã\n{REPORTED}",
}
FOR_OTHERS = {
    "programs/a.yml": "title: Bồi dưỡng kỹ năng cho viên chức ngành y tế\nnote: Lớp đã bị hủy\n"
    f"summary: Lớp do Sở Y tế chủ trì cho bác sĩ bệnh viện\n{REPORTED}",
}


def test_a_programme_that_its_texts_make_another_one_is_told_with_its_reason_also_on_home():
    steps = [Step("2024-01-01", "Mở", OF_OTHERS), Step("2024-01-02", "Sửa theo công văn", FOR_OTHERS)]
    site = site_of(steps)
    assert entries_on(site, "thay-doi/") == ["Sửa theo công văn", "Mở"]
    assert "2-1-2024: Sửa theo công văn" in site[""].text


def test_wordings_between_two_others_are_one_fold_on_every_page_and_home_passes_them_over():
    changes = [
        ("Sửa lời", "Cũ", "Hơi cũ"),
        ("Bớt tiết", "hours: 40", "hours: 4"),
        ("Sửa lời", "Hơi cũ", "Mới"),
        ("Chữa tên", "Lớp A", "Lớp học A"),
        ("Sửa lời\n\nĐính chính: ghi nhầm tên", "Lớp học A", "Khóa học A"),
        ("Sửa lời", "Mới", "Mới hơn"),
    ]
    site = site_of(stepped(*changes))
    for address in ("thay-doi/", "thay-doi/don-vi/so/", "chuong-trinh/a/"):
        assert entries_on(site, address) == [
            "1 lần sửa lời văn ở 1 mục, 6-2-2024",
            "Sửa lời",  # a mistake that the catalogue owns up to
            "2 lần sửa lời văn ở 1 mục, từ 3-2-2024 đến 4-2-2024",
            "Bớt tiết",
            "1 lần sửa lời văn ở 1 mục, 1-2-2024",
            "Mở danh mục",
        ]
        assert len(commits_on(site, address)) == 7
    assert "«Hơi cũ, hai lớp, 60 người» → thành «Mới, hai lớp, 60 người»" in commits_on(site, "thay-doi/")[3]
    latest = [each for each in site[""].text.split("Mới cập nhật")[1].split() if each.endswith("2024:")]
    assert latest == ["5-2-2024:", "2-2-2024:"]


def test_home_tells_of_wordings_where_there_is_nothing_else():
    steps = stepped(("Sửa", "Cũ", "Mới"), ("Chữa", "Mới", "Mới hơn"))
    newest = history_in_memory(steps)
    site = published(
        catalogue_of({**ARTICLE, **steps[-1].files}), replace(newest, commits=newest.commits[:2])
    )
    assert "2-2-2024: Chữa 1-2-2024: Sửa" in site[""].text


def test_of_many_records_those_that_are_only_worded_otherwise_stand_folded_behind_the_others():
    def files(hours: int, summary: str, others: int) -> Mapping[str, str]:
        texts = {f"programs/b{turn}.yml": f"title: Lớp {turn}\nsummary: {summary}\n" for turn in range(6)}
        moved = {
            path: f"{text}hours: {hours if turn >= 6 - others else 40}\n{REPORTED}"
            for turn, (path, text) in enumerate(texts.items())
        }
        return {**PLAIN, **moved}

    for others, folded in (
        (1, "5 mục khác của lần này chỉ sửa lời văn"),
        (5, "2 mục khác của lần này, trong đó 1"),
    ):
        steps = [
            Step("2024-01-01", "Mở", files(40, "Cũ, trong hai lớp", others)),
            Step("2024-01-02", "Sửa", files(4, "Mới, trong hai lớp", others)),
        ]
        newest = commits_on(site_of(steps), "thay-doi/")[0]
        before, _, behind = newest.partition(folded)
        assert behind
        assert before.count("Số tiết") == min(others, 4)
        assert before.count("«Cũ,") == min(others, 4)
        assert behind.count("«Cũ,") == 6 - min(others, 4)


DAYS = "".join(
    f"  - {{{{id: lop-{at}, start: 2026-{month}-{{0}}, end: 2026-{month}-{{1}}}}}}\n"
    for at, month in enumerate([f"{month:02}" for month in range(1, 13)])
)
FULL = (
    f"title: Lớp đất đai\nlead: so\ngroups: [{{group: phuong}}, {{group: xa}}]\npartners: [so, truong]\n"
    f"exemptions: [Người đã học]\nclasses:\n{DAYS.format(10, 13)}{REPORTED}"
)
REDUCED = (
    f"title: Lớp đất đai\nlead: so\ngroups: [{{group: phuong}}]\npartners: [so]\n"
    f"classes:\n{DAYS.format(14, 17)}{REPORTED}"
)


def before_any_fold(site: Published, address: str, reason: str) -> str:
    """What stands open of the commit of a page that has a reason."""
    item = next(each for each in site[address].tree.iter("li") if told_in(each) and reason in words(each))
    for parent in [*item.iter()]:
        for fold in parent.findall("details"):
            parent.remove(fold)
    return words(item)


def test_what_is_no_more_of_a_record_stands_open_everywhere_and_its_own_page_tells_all():
    steps = [
        Step("2026-01-05", "Mở", {**BODIES, "programs/a.yml": FULL}),
        Step("2026-01-10", "Lùi lịch", {**BODIES, "programs/a.yml": REDUCED}),
    ]
    site = published(catalogue_of(steps[-1].files), history_in_memory(steps))
    for address in ("thay-doi/", "thay-doi/doi-tuong/xa/", "thay-doi/don-vi/truong/", "chuong-trinh/a/"):
        whole = next(each for each in commits_on(site, address) if "Lùi lịch" in each)
        opened = before_any_fold(site, address, "Lùi lịch")
        assert all(gone in opened for gone in ("Công chức cấp xã", "Trường Cán bộ", "Người đã học"))
        left = "Còn 11 thay đổi nữa không nêu ở đây." in whole
        assert left != (address == "chuong-trinh/a/")
        assert whole.count("→") == 13 if left else 24


def test_what_many_records_lost_is_told_before_any_fold():
    def files(partners: str, hours: int) -> Mapping[str, str]:
        text = f"title: Lớp\nlead: so\npartners: {partners}\n{REPORTED}"
        others = {f"programs/b{at}.yml": f"title: Lớp {at}\nhours: {hours}\n{REPORTED}" for at in range(9)}
        return {**BODIES, **others, "programs/z.yml": text}

    steps = [Step("2026-01-05", "Mở", files("[so, truong]", 40)), Step("2026-01-10", "Sửa", files("[so]", 4))]
    site = published(catalogue_of(steps[-1].files), history_in_memory(steps))
    assert "Trường Cán bộ" in before_any_fold(site, "thay-doi/", "Sửa")
    assert before_any_fold(site, "thay-doi/", "Sửa").count("Số tiết") == 4


def test_what_fell_stands_open_among_many_records_and_is_never_left_out():
    def files(level: str, hours: int, fell: int) -> Mapping[str, str]:
        said = f"hours: {hours}\n{REPORTED}"
        others = {f"programs/b{at:02}.yml": f"title: Lớp {at}\n{said}" for at in range(MOST + 9)}
        text = f"lead: so\n{REPORTED.replace('reported', level)}"
        return {**BODIES, **others, **{f"programs/z{at}.yml": f"title: Z{at}\n{text}" for at in range(fell)}}

    for fell in (1, MOST + 10):
        steps = [
            Step("2026-01-05", "Mở", files("reported", 40, fell)),
            Step("2026-01-10", "Sửa", files("draft", 4, fell)),
        ]
        site = site_of(steps)
        whole = next(each for each in commits_on(site, "thay-doi/") if "Sửa" in each)
        opened = before_any_fold(site, "thay-doi/", "Sửa")
        assert opened.count("Mức độ") == fell
        assert opened.count("Số tiết") == 4
        assert whole.count("Số tiết") == MOST
        assert "9 mục được sửa (9 chương trình)" in whole.partition("Không nêu từng mục ở đây")[2]


@pytest.mark.parametrize("most", [3, MOST + 10])
def test_records_that_went_are_all_named_and_none_is_folded(most: int):
    gone = {f"sources/cu{at}.yml": text for at in range(most) for text in ARTICLE.values()}
    others = {f"programs/b{at}.yml": f"title: Lớp {at}\n{REPORTED}" for at in range(MOST + 5)}
    longer = {path: text.replace("Lớp", "Khóa") + "hours: 4\n" for path, text in others.items()}
    before, after = {**ARTICLE, **gone, **others}, {**ARTICLE, **longer}
    site = site_of([Step("2026-01-05", "Mở", before), Step("2026-01-12", "Dọn", after)])
    opened = before_any_fold(site, "thay-doi/", "Dọn")
    assert opened.count("Mục bị bỏ") == most
    (rest,) = re.findall("Không nêu từng mục ở đây: .*", opened)
    assert rest == (
        "Không nêu từng mục ở đây: 5 mục được sửa (5 chương trình). "
        "Mục nào nay còn thì trang của mục đó kể các lần thay đổi của nó."
    )


def test_home_says_what_a_commit_mends_whose_reason_is_in_no_vietnamese():
    files = [{"programs/a.yml": f"title: A\nhours: {hours}\n{REPORTED}"} for hours in (4, 40)]
    mending = "x\n\nĐính chính: ghi nhầm đơn vị"
    steps = [Step("2024-01-02", "Mở", files[0]), Step("2024-01-03", mending, files[1])]
    site = published(catalogue_of(files[1]), history_in_memory(steps))
    assert "3-1-2024: Đính chính: ghi nhầm đơn vị" in site[""].text


def many_documents(planned: int, held: int, issued: str) -> dict[str, str]:
    """A plan and a programme with a figure each, among more documents than a commit tells of."""
    documents = {
        f"documents/qd{turn}.yml": f"title: Quyết định {turn}\nnumber: {issued[-2:]}/QĐ\n"
        f"category: decision\nissued: {issued}\n{REPORTED}"
        for turn in range(MOST + 1)
    }
    figure = "figures: [{{measure: learners, value: {}}}]\n".format
    plan = f"title: Kế hoạch năm\nyear: 2024\n{figure(planned)}{REPORTED}"
    return {**documents, "plans/nam.yml": plan, "programs/a.yml": f"title: A\n{figure(held)}{REPORTED}"}


def test_no_figure_is_left_out_of_a_large_commit_for_what_is_less_severe():
    before, after = many_documents(500, 558, "2024-01-02"), many_documents(5000, 55800, "2024-02-03")
    new = {f"groups/nhom{turn}.yml": f"title: Nhóm {turn}\n{REPORTED}" for turn in range(MOST)}
    gone = {"groups/cu.yml": f"title: Nhóm cũ\n{REPORTED}"}
    steps = [Step("2024-01-02", "Mở", {**before, **gone}), Step("2024-02-03", "Chữa hết", {**after, **new})]
    newest = commits_on(site_of(steps), "thay-doi/")[0]
    assert "1 mục bị bỏ (1 đối tượng); 20 mục mới (20 đối tượng); 23 mục được sửa" in newest
    order = [newest.index(each) for each in ("Nhóm cũ", "55.800", "5.000", "Quyết định")]
    assert order == sorted(order)
    assert "Không nêu từng mục ở đây: 20 mục mới (20 đối tượng); 3 mục được sửa (3 văn bản)" in newest


def test_home_says_what_changed_last_and_why_where_it_is_said_in_vietnamese(site: Published):
    text = site[""].text
    assert "7-6-2024: 1 mục bị bỏ (1 chương trình)" in text
    assert "6-5-2024: Theo Quyết định số 5" in text


def test_a_page_says_since_when_it_knows_in_words_that_need_no_knowledge_of_git():
    files = {"programs/a.yml": OTHER.replace("lead: truong\n", "")}
    steps = [Step("2024-01-02", "Mở", {}), Step("2024-02-03", "Thêm", files)]
    shallow = published(catalogue_of(files), history_in_memory(steps, doubt=SHALLOW))
    since = (
        "Ghi các lần thay đổi từ 3-2-2024. Trước ngày đó trang không có ghi chép; dữ liệu khi ấy có thể khác."
    )
    assert since in shallow["thay-doi/"].text
    unknown = published(catalogue_of(files))
    assert "không có ghi chép về các lần thay đổi" in unknown["thay-doi/"].text
    pages = (site[address].text for site in (shallow, unknown) for address in site.sheets)
    assert [text for text in pages if re.search(r"\b(git|commit|shallow)\b", text, re.IGNORECASE)] == []
    assert "Mới cập nhật" not in unknown[""].text
    assert "lần thay đổi của mục này" not in unknown["chuong-trinh/a/"].text


def test_a_record_that_comes_again_says_so_and_what_is_another_than_when_it_went():
    first = {"programs/a.yml": f"title: A\nhours: 311\n{REPORTED}"}
    again = {"programs/a.yml": f"title: A\nhours: 3110\nlead: so\n{REPORTED}"}
    new = {"programs/b.yml": f"title: B\n{REPORTED}"}
    steps = [
        Step("2024-01-02", "Mở", {**BODIES, **first}),
        Step("2024-01-03", "Bỏ", BODIES),
        Step("2024-01-04", "Ghi lại\n\nLý do: mở lại", {**BODIES, **new, **again}),
    ]
    site = published(catalogue_of(steps[-1].files), history_in_memory(steps))
    returned = commits_on(site, "thay-doi/")[0]
    assert "Chương trình: A Mục được đưa trở lại Số tiết: 311 → thành 3.110" in returned
    assert returned.index("Mục được đưa trở lại") < returned.index("Mục mới")
    assert "Số tiết: 311 → thành 3.110" in commits_on(site, "chuong-trinh/a/")[0]


def test_what_cannot_be_compared_is_never_said_to_be_the_same():
    files = {"programs/a.yml": f"title: A\nhours: 311\n{REPORTED}"}
    steps = [
        Step("2024-01-02", "Mở", {"programs/a.yml": "title: [A\n"}),
        Step("2024-01-03", "Chữa", files),
        Step("2024-01-04", "Hỏng", {"programs/a.yml": "a: ["}),
        Step("2024-01-05", "Chữa", {"programs/a.yml": files["programs/a.yml"].replace("311", "3110")}),
    ]
    site = published(catalogue_of(steps[-1].files), history_in_memory(steps))
    told = commits_on(site, "thay-doi/")
    assert [("Không phân tích được" in each) for each in told] == [False, True, True, False]
    assert "Số tiết: 311 → thành 3.110" in told[0]


def test_hostile_text_is_shown_as_text():
    harm = "Sửa hạn gửi của những lớp đã hủy <script>alert(1)</script> @ái ::error file=x:: [x](javascript:1)"
    files = {"programs/a.yml": f"title: A\nsummary: '{harm}'\n{REPORTED}"}
    steps = [
        Step("2024-01-02", "Mở", {"programs/a.yml": f"title: A\nsummary: Hiền\n{REPORTED}"}),
        Step("2024-01-03", f"{harm}\n\nĐính chính: {harm}", files),
    ]
    site = published(catalogue_of(files), history_in_memory(steps))
    assert commits_on(site, "thay-doi/")[0].count(harm) == 3
    assert not list(site["thay-doi/"].tree.iter("script"))


def test_a_correction_is_shown_as_it_is_written():
    files = [{"programs/a.yml": f"title: A\nhours: {hours}\n{REPORTED}"} for hours in (4, 40)]
    correction = "<img src=x onerror=alert(1)> số"
    steps = [
        Step("2024-01-02", "Mở", files[0]),
        Step("2024-01-03", f"Fix\n\nĐính chính: {correction}", files[1]),
    ]
    site = published(catalogue_of(files[1]), history_in_memory(steps))
    assert f"Đính chính: {correction}" in commits_on(site, "thay-doi/")[0]
    assert not list(site["thay-doi/"].tree.iter("img"))


def test_a_large_commit_and_many_small_ones_fill_no_page_beyond_its_size():
    many = {f"programs/p{at}.yml": f"title: Lớp {at}\nhours: {at + 1}\n{REPORTED}" for at in range(200)}
    less = {path: text.replace("hours: ", "hours: 1") for path, text in many.items()}
    steps = [
        Step("2024-01-01", "Mở", {}),
        Step("2024-01-02", "Nhiều", many),
        Step("2024-01-03", "Sửa hết", less),
    ]
    for at, path in enumerate(many):
        less = {**less, path: many[path] + f"note: Lần {at}\n"}
        steps.append(Step(f"2024-02-{at % 28 + 1:02}", f"Lần {at}", less))
    site = published(catalogue_of(less), history_in_memory(steps))
    assert len(commits_on(site, "thay-doi/")) == RECORDS
    pages = [address for address in site.sheets if address.startswith("thay-doi/")]
    assert sum(len(commits_on(site, address)) for address in pages) == 202
    assert max(len(site[address].page.body.encode()) for address in pages) < 200_000
    large = next(each for address in pages for each in commits_on(site, address) if "Sửa hết" in each)
    assert "200 mục được sửa (200 chương trình)" in large
    assert "Không nêu từng mục ở đây: 180 mục được sửa (180 chương trình)" in large
