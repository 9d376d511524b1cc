"""The feeds of what is new and changed, as a feed reader takes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import feedparser  # type: ignore[import-untyped]
import pytest

from catalogue.views.exports.atom import feed_files
from catalogue.views.words.context import Context
from catalogue.views.words.edits import EditWords
from catalogue.views.words.feeds import NEWEST
from catalogue.views.words.history import MOST
from tests.catalogue.histories import Step, history_in_memory
from tests.catalogue.views.making import file_of, outputs_of
from tests.catalogue.views.small import (
    DRAFT,
    PLACE,
    REPORTED,
    SETTINGS,
    Published,
    catalogue_of,
    published,
)

AUTHORITY = f"{SETTINGS}id_authority: don-vi.vn,2026\n"
HARM = "]]> <b>\" ' & \U0001f393 שלום \u0378"
UNITS = {
    "organizations/so.yml": f"title: Sở Nội vụ\ncategory: administration\n{REPORTED}",
    "organizations/nhap.yml": f"title: Đơn vị nháp\ncategory: administration\n{DRAFT}",
    "groups/xa.yml": f"title: Công chức xã\n{REPORTED}",
    "plans/nam.yml": f"title: Kế hoạch năm\nyear: 2024\n{REPORTED}",
}
FIRST = f"title: Lớp đất đai\nlead: so\nplan: nam\nhours: 40\ngroups: [{{group: xa}}]\n{REPORTED}"
OTHER = FIRST.replace("đất đai", "môi trường")
INFERRED = "classes: [{id: a, start: --05-27, inferred_year: 2019}]\n"
NEW_ID = {"redirects.yml": "/don-vi/so/: /don-vi/so-moi/\n"}


def renamed(files: Mapping[str, str]) -> dict[str, str]:
    """Some files in which «so» is called «so-moi»."""
    return {
        path.replace("/so.", "/so-moi."): text.replace("lead: so\n", "lead: so-moi\n")
        for path, text in files.items()
    }


def site_of(steps: list[Step], **files: str) -> Published:
    """What the last of some steps publishes."""
    redirects = {"/don-vi/so/": "/don-vi/so-moi/"} if "redirects.yml" in steps[-1].files else {}
    catalogue = catalogue_of({"site.yml": AUTHORITY, **steps[-1].files, **files})
    return published(catalogue, history_in_memory(steps, redirects))


STEPS = [
    Step("2024-01-02", "Mở danh mục", {**UNITS, "programs/a.yml": FIRST, "programs/b.yml": OTHER}),
    Step(
        "2024-02-03",
        f"Sửa {HARM}\n\nĐính chính: ghi nhầm {HARM}",
        {**UNITS, "programs/a.yml": FIRST.replace("40", "4") + INFERRED, "programs/b.yml": OTHER},
    ),
    Step("2024-06-07", "Bỏ lớp", {**UNITS, "programs/a.yml": FIRST.replace("40", "4") + INFERRED}),
]


@pytest.fixture(scope="module")
def site() -> Published:
    return site_of(STEPS)


def feed(site: Published, address: str = "thay-doi/thay-doi.atom") -> Any:
    """A feed as a reader takes it, which finds no fault with it."""
    found = feedparser.parse(site.files[address].content)
    assert not found.bozo, found.bozo_exception
    return found


def feeds(site: Published) -> list[str]:
    """The addresses of all feeds."""
    return [address for address in site.files if address.endswith(".atom")]


def test_a_feed_says_what_was_done_to_which_record_why_and_when(site: Published):
    gone, changed, *new = feed(site).entries
    assert gone.title == "Chương trình: Lớp môi trường (mục bị bỏ)"
    assert changed.title == "Chương trình: Lớp đất đai (sửa: Số tiết; Lớp)"
    assert changed.updated == "2024-02-03T08:00:00+07:00"
    assert changed.link == "https://example.vn/thu/chuong-trinh/a/"
    assert '<a href="https://example.vn/thu/chuong-trinh/a/">Lớp đất đai</a>' in changed.content[0].value
    assert "<li>Số tiết: 40 → 4</li>" in changed.content[0].value
    assert "ghi nhầm ]]&gt; &lt;b&gt;\" ' &amp; \U0001f393 שלום \\u0378" in changed.content[0].value
    assert [each.title.rpartition(" ")[2] for each in new] == ["mới)"] * 5


def test_where_a_feed_is_full_the_most_severe_of_a_commit_is_in_it():
    bodies = {
        f"organizations/{id}.yml": f"title: Đơn vị {id}\ncategory: administration\n{REPORTED}" for id in "abc"
    }
    after = {path: text.replace("Đơn vị", "Sở") for path, text in bodies.items()}
    steps = [
        Step("2024-01-02", "Mở", {**bodies, "programs/z.yml": FIRST, **UNITS}),
        Step("2024-02-03", "Chữa", {**after, "programs/z.yml": FIRST.replace("40", "400"), **UNITS}),
    ]
    for turn in range(NEWEST - 1):
        later = {**steps[1].files, "programs/y.yml": f"{OTHER}note: {turn}\n"}
        steps.append(Step(f"2024-03-{turn % 28 + 1:02}", "Thêm", later))
    assert feed(site_of(steps)).entries[-1].title == "Chương trình: Lớp đất đai (sửa: Số tiết)"


def test_a_feed_says_whose_it_is_of_which_data_and_how_it_is_meant(site: Published):
    head = feed(site).feed
    assert head.id == "tag:don-vi.vn,2026:thay-doi"
    assert head.updated == "2024-06-07T08:00:00+07:00"
    assert head.author == "Danh mục thử"
    assert head.rights.startswith("CC BY 4.0 https://")
    assert head.subtitle.startswith("Trang thử nghiệm, không phải trang chính thức. Tối đa 50 tin")
    assert head.subtitle.endswith("Bản dữ liệu abc1234 ngày 1-3-2026")
    assert {each.rel: each.href for each in head.links} == {
        "self": "https://example.vn/thu/thay-doi/thay-doi.atom",
        "alternate": "https://example.vn/thu/thay-doi/",
    }


def test_a_unit_a_group_and_a_plan_have_what_names_them_and_no_draft_has_any(site: Published):
    *own, whole = sorted(feeds(site))
    assert whole == "thay-doi/thay-doi.atom"
    assert own == [
        "doi-tuong/xa/doi-tuong-xa.atom",
        "don-vi/so/don-vi-so.atom",
        "ke-hoach/nam/ke-hoach-nam.atom",
    ]
    of_all = {entry.id: entry for entry in feed(site).entries}
    for address in own:
        found = feed(site, address)
        assert len(found.entries) == 4
        assert all(entry == of_all[entry.id] for entry in found.entries)
        assert found.feed.links[1].href.removeprefix(PLACE.address) in site.sheets
    assert not any("nháp" in site.files[address].content.decode() for address in feeds(site))


def test_what_is_inferred_stands_in_no_feed(site: Published):
    assert "27-5" in feed(site).entries[1].content[0].value
    assert not any(b"2019" in site.files[address].content for address in feeds(site))
    assert "2019" in site["thay-doi/"].text


def test_every_id_is_a_tag_and_stands_for_one_thing(site: Published):
    meant: dict[str, set[str]] = defaultdict(set)
    for address in feeds(site):
        found = feed(site, address)
        meant[found.feed.id].add(address)
        for entry in found.entries:
            meant[entry.id].add(f"{entry.title} {entry.updated} {entry.content[0].value}")
    assert all(id.startswith("tag:don-vi.vn,2026:thay-doi") for id in meant)
    assert {len(each) for each in meant.values()} == {1}


def test_without_an_authority_ids_are_made_of_the_address_of_the_site():
    plain = published(catalogue_of(STEPS[-1].files), history_in_memory(STEPS))
    ids = [entry.id for entry in feed(plain).entries]
    assert all(id.startswith("urn:uuid:") for id in ids)
    assert len({*ids, feed(plain).feed.id}) == len(ids) + 1


def test_a_new_id_of_a_unit_keeps_its_feed_at_the_old_address_and_repeats_nothing(site: Published):
    moved = renamed(STEPS[-1].files)
    later = site_of([*STEPS, Step("2024-07-08", "Đổi mã", {**moved, **NEW_ID})])
    old, new = "don-vi/so/don-vi-so.atom", "don-vi/so-moi/don-vi-so-moi.atom"
    assert later.files[old].content == later.files[new].content
    before, after = feed(site, old), feed(later, old)
    assert after.feed.id == before.feed.id
    added = {entry.id for entry in after.entries} - {entry.id for entry in before.entries}
    assert added == {entry.id for entry in after.entries if entry.updated == "2024-07-08T08:00:00+07:00"}
    assert {entry.id for entry in before.entries} <= {entry.id for entry in after.entries}


def filling_steps() -> list[Step]:
    """A step that would fill a feed, and so many behind it that they leave room for one item."""
    many = {f"programs/p{at}.yml": f"title: Lớp {at}\n{REPORTED}" for at in range(MOST + 1)}
    steps = [Step("2024-01-02", "Mở", UNITS), Step("2024-01-03", "Nhập kế hoạch", {**UNITS, **many})]
    files = steps[-1].files
    for at in range(NEWEST - 1):
        files = {**files, "programs/p0.yml": f"title: Lớp 0\nnote: Lần {at}\n{REPORTED}"}
        steps.append(Step("2024-02-03", f"Lần thứ {at}", files))
    return steps


def test_a_commit_that_would_fill_a_feed_is_one_item_and_the_oldest_are_left_out():
    found = feed(site_of(filling_steps()))
    assert len(found.entries) == NEWEST
    assert found.entries[-1].title == "Nhập kế hoạch"
    assert "21 mục mới (21 chương trình)" in found.entries[-1].content[0].value
    assert "Không nêu từng mục ở đây: 1 mục mới" in found.entries[-1].content[0].value


@pytest.mark.parametrize("steps", [STEPS, filling_steps()], ids=["few", "many"])
def test_how_many_items_a_feed_has_is_known_before_any_change_is_told(
    steps: list[Step], monkeypatch: pytest.MonkeyPatch
):
    """One process plans, and others tell: what it told would be told twice."""
    catalogue = catalogue_of({"site.yml": AUTHORITY, **steps[-1].files})
    with monkeypatch.context() as patch:
        patch.delattr(EditWords, "told")
        planned = list(feed_files(Context(catalogue, PLACE, history_in_memory(steps))))
    totals = [each.download.total for each in planned if each.download]
    assert totals == [file_of(each.make()).content.count(b"<entry>") for each in planned]
    assert max(totals) > 1


def test_where_nobody_knows_the_site_s_place_links_lead_from_the_feed_s_own(site: Published):
    nowhere = replace(PLACE, address="")
    made = outputs_of(site.catalogue, history_in_memory(STEPS), nowhere)
    for address, base in {"thay-doi/thay-doi.atom": "../", "don-vi/so/don-vi-so.atom": "../../"}.items():
        content = file_of(made[address]).content
        assert f'xml:base="{base}"' in content.decode()
        found = feedparser.parse(content, response_headers={"content-location": f"http://a.vn/b/{address}"})
        assert found.entries[1].link == "http://a.vn/b/chuong-trinh/a/"
        assert 'href="http://a.vn/b/chuong-trinh/a/"' in found.entries[1].content[0].value


def test_without_a_history_there_is_no_feed_and_the_page_says_so():
    bare = published(catalogue_of(UNITS))
    assert feeds(bare) == []
    assert "chưa có bản tin nào" in bare["thay-doi/theo-doi/"].text
    assert "không có ghi chép về các lần thay đổi" in bare["thay-doi/theo-doi/"].text


def test_a_unit_without_a_change_that_is_known_has_an_empty_feed():
    unknown = {"organizations/moi.yml": UNITS["organizations/so.yml"].replace("Sở", "Phòng")}
    site = site_of([Step("2024-01-02", "Mở", STEPS[0].files)], **unknown)
    found = feed(site, "don-vi/moi/don-vi-moi.atom")
    assert found.entries == []
    assert found.feed.updated == "2024-01-02T08:00:00+07:00"


def test_a_page_names_its_feed_for_programs_and_for_readers(site: Published):
    assert "thay-doi/thay-doi.atom" in site["thay-doi/theo-doi/"].links
    assert "https://example.vn/thu/thay-doi/thay-doi.atom" in site["thay-doi/theo-doi/"].text
    assert "don-vi/so/don-vi-so.atom" in site["thay-doi/don-vi/so/"].links


def test_a_unit_under_a_new_id_is_told_once_and_by_its_name():
    renaming = Step("2024-07-08", "Đổi mã của Sở", {**renamed(STEPS[-1].files), **NEW_ID})
    moved = site_of([*STEPS, renaming])
    for address in feeds(moved):
        if address.startswith(("thay-doi/", "don-vi/so-moi/", "ke-hoach/")):
            items = [each for each in feed(moved, address).entries if "2024-07-08" in each.updated]
            assert len(items) == (not address.startswith("ke-hoach/")), address
    (told,) = [each for each in feed(moved).entries if "2024-07-08" in each.updated]
    assert "đổi mã" in str(told)
    assert "Lớp đất đai" not in str(told)
    assert "«so»" not in moved["thay-doi/"].text


def test_what_changed_beside_a_new_id_names_the_unit_as_it_is_called_today():
    other = {"organizations/khac.yml": f"title: Sở khác\ncategory: administration\n{REPORTED}"}
    last = {**UNITS, **other, "programs/a.yml": FIRST}
    led = {**UNITS, **other, "programs/a.yml": FIRST.replace("lead: so", "lead: khac")}
    steps = [Step("2024-01-02", "Mở", led), Step("2024-02-03", "Sửa", last)]
    moved = site_of([*steps, Step("2024-07-08", "Đổi mã", {**renamed(last), **NEW_ID})])
    assert "«Sở khác» → thành «Sở Nội vụ»" in moved["thay-doi/"].text
