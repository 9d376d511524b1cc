"""The page «Có thể trùng, cần rà soát», and what the page of a programme says of its pairs."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from catalogue.views.words.pairs import OWN_SHOWN
from tests.catalogue.findings.test_overlaps import FILES, USUAL
from tests.catalogue.views.small import REPORTED, Published, published_from

ADDRESS = "trung-lap/"
PROGRAM = "".join(f"{key}: {value}\n" for key, value in USUAL.items() if key not in {"title", "lead"})
REVIEW = (
    "reviews: [{finding: programs-overlap, with: [{program: ba}], reason: Hai đợt khác nhau., by: so, "
    "day: 2024-05-01}, {finding: programs-overlap, with: [{program: ba}], reason: Xem lại vẫn vậy., by: ban, "
    "day: 2024-06-01}]\n"
)
FIGURES = (
    "figures: [{measure: learners, value: 60, state: planned}, {measure: learners, value: 45, state: done}]\n"
)
PROGRAMS = {
    "mot": f"title: Bồi dưỡng kỹ năng số cho người mới\nlead: so\n{PROGRAM}{REVIEW}",
    "hai": f"title: Bồi dưỡng kỹ năng số cơ bản cho người mới\nlead: ban\n{PROGRAM}{FIGURES}",
    "ba": f"title: Lớp bồi dưỡng kỹ năng số cho người mới\nlead: truong\n{PROGRAM}",
    "trong": "title: Không ghi gì\n",
}


def with_source(files: Mapping[str, str]) -> Mapping[str, str]:
    """The same files, every record with its source."""
    return {path: text if path == "glossary.yml" else text + REPORTED for path, text in files.items()}


@pytest.fixture(scope="module")
def city() -> Published:
    programs = {f"programs/{id}.yml": text for id, text in PROGRAMS.items()}
    return published_from(with_source({**FILES, **programs}))


def test_the_page_counts_what_was_compared_and_what_could_not_be(city: Published):
    page = city[ADDRESS]
    pairs = "cặp cần rà soát: 2; cặp ở hai địa bàn: 0; lớp trùng ngày: 0"
    counted = f"Đã so 3 trong 4 chương trình: {pairs}; lớp trùng ngày, còn lớp khác: 0; đã rà soát: 1."
    assert counted in page.text.replace("\u00a0", " ")
    lacking = ("đối tượng", "lĩnh vực, nội dung", "đơn vị chủ trì, tổ chức", "thời gian")
    assert f"Chưa so được: {'; '.join(f'thiếu {lack}: 1' for lack in lacking)}." in page.text.replace(
        "\u00a0", " "
    )
    assert "chuong-trinh/trong/" in page.links


def test_a_pair_tells_its_measure_its_reason_and_its_alike_words(city: Published):
    text = city[ADDRESS].text
    shared = "Cùng đối tượng Cán bộ cấp xã; cùng lĩnh vực chuyển đổi số, chính quyền số; cùng năm 2024."
    assert "Tên giống nhau 66%" in text
    assert f"{shared} Chữ giống nhau: «Bồi dưỡng kỹ năng số», «người mới»." in text
    assert "không kết luận là trùng" in text


def test_a_pair_tells_what_was_planned_apart_from_what_was_done(city: Published):
    told = "Chủ trì: Ban Tổ chức; năm 2024; chỉ tiêu 60 học viên; đã thực hiện 45 học viên"
    assert told in city[ADDRESS].text


def test_a_reviewed_pair_leaves_the_list_and_keeps_its_reviews(city: Published):
    text = city[ADDRESS].text
    _, reviewed = text.split("Đã rà soát: 1 Có người")
    assert "Đã rà soát, để nguyên: Hai đợt khác nhau. (Sở Nội vụ, 1-5-2024)" in reviewed
    assert "Xem lại vẫn vậy. (Ban Tổ chức, 1-6-2024)" in reviewed


def test_both_programmes_name_each_other_and_show_the_reviews(city: Published):
    for here, there in (("mot", "ba"), ("ba", "mot"), ("mot", "hai"), ("hai", "ba")):
        page = city[f"chuong-trinh/{here}/"]
        assert "Có thể trùng, cần rà soát" in page.headings
        assert f"chuong-trinh/{there}/" in page.links
        assert ("Hai đợt khác nhau." in page.text) is (here != "hai")
    assert "Có thể trùng, cần rà soát" not in city["chuong-trinh/trong/"].headings


def test_of_many_pairs_those_that_somebody_reviewed_show_on_both_pages():
    numbers = range(1, OWN_SHOWN + 3)
    last = numbers[-1]
    review = f"with: [{{program: so-{last}}}], reason: Hai việc khác nhau., by: so, day: 2024-05-01"
    written = {
        f"programs/{lead}-{turn}.yml": f"title: {USUAL['title']}, đợt {turn}\nlead: {lead}\n{PROGRAM}"
        for lead in ("so", "ban")
        for turn in numbers
    }
    written[f"programs/ban-{last}.yml"] += f"reviews: [{{finding: programs-overlap, {review}}}]\n"
    city = published_from(with_source({**FILES, **written}))
    for here, there in (("so", "ban"), ("ban", "so")):
        page = city[f"chuong-trinh/{here}-{last}/"]
        assert f"chuong-trinh/{there}-{last}/" in page.links
        assert "Hai việc khác nhau. (Sở Nội vụ, 1-5-2024)" in page.text
        assert "Còn 1 cặp nữa ở trang chung." in page.text
        assert "Còn 2 cặp nữa ở trang chung." in city[f"chuong-trinh/{here}-1/"].text


def test_a_clash_with_a_choice_shows_on_both_pages_once_somebody_reviewed_it():
    review = (
        "reviews: [{finding: classes-clash, with: [{program: mot}], reason: Học đợt sau., by: so, "
        "day: 2024-05-01}]"
    )
    held = "groups: [{group: bi-thu}]\nclasses: [{id: a, start: 2024-03-05}, {id: b, start: 2024-05-0%d}]\n"
    for judged in ("", f"{review}\n"):
        written = {
            "groups/bi-thu.yml": "title: Bí thư đảng ủy xã\npositions: [Bí thư]\n",
            "programs/mot.yml": f"title: Một\n{held % 1}",
            "programs/hai.yml": f"title: Hai\n{held % 2}{judged}",
        }
        city = published_from(with_source({**FILES, **written}))
        for id in ("mot", "hai"):
            assert "Có thể trùng, cần rà soát" not in city[f"chuong-trinh/{id}/"].headings
            section = "Có thể trùng, đã rà soát" in city[f"chuong-trinh/{id}/"].headings
            assert section is ("Học đợt sau." in city[f"chuong-trinh/{id}/"].text) is bool(judged)


def test_a_catalogue_without_programmes_says_that_nothing_is_found():
    page = published_from({})[ADDRESS]
    nothing = "chưa thấy cặp nào có thể trùng, cũng chưa thấy lớp nào trùng ngày."
    assert f"Đã so 0 trong 0 chương trình: {nothing}" in page.text
    assert "Chưa so được" not in page.text
