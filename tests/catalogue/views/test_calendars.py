"""Calendars to subscribe to: what is in which, what each event says, under which id, how often it moved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from catalogue.changes.history import History
from catalogue.git import SHALLOW
from catalogue.model.collection import Catalogue
from catalogue.page import File, Publication
from catalogue.views.exports.calendars import GUIDE, HEAVY_GUIDE, MANY, WITHOUT_SEQUENCE, calendar_files
from catalogue.views.pages.subscribing import PREVIEW
from catalogue.views.words import icalendar
from catalogue.views.words.context import Context
from tests.catalogue.histories import Step, history_in_memory
from tests.catalogue.views.calendars import READERS, Seen, properties, seen_by_icalendar
from tests.catalogue.views.small import (
    DRAFT,
    NO_HISTORY,
    PLACE,
    REPORTED,
    SETTINGS,
    Published,
    catalogue_of,
    published_from,
)

WHOLE = "lich/lich.ics"
PROGRAM = f"""
title: Bồi dưỡng
lead: so
groups: [{{group: nhom}}]
topics: [chuyen-de]
venue: {{place: Hội trường}}
nomination: {{by: nhom-don-vi, to: so, deadline: 2024-03-01}}
classes:
- {{id: lop-1, number: "1", start: 2024-03-05, end: 2024-03-07, venue: {{organization: truong}}, seats: 40}}
- {{id: lop-2, number: "2", start: 2024-12-30, end: 2025-01-02, deadline: 2024-11-30}}
- {{id: chi-khai-giang, start: 2024-05-05}}
- {{id: het-thang, start: 2024-06-05, end: 2024-07}}
- {{id: huy, start: 2024-08-05, deadline: 2024-07-05, state: cancelled}}
- {{id: hoan, start: 2024-09-05, deadline: 2024-08-05, state: postponed}}
- {{id: chi-thang, start: 2024-10, deadline: 2024-09}}
- {{id: suy-doan, start: --05-27, end: --06-07, inferred_year: 2019, deadline: --05-02}}
- {{id: chua-ro}}
{REPORTED}"""
BODY = "category: school\n" + REPORTED
FILES = {
    "programs/nam.yml": PROGRAM,
    "programs/khong-lop.yml": f"title: Cả khóa\nperiod: {{start: 2024-02-01, end: 2024-02-29}}\n{REPORTED}",
    "programs/suy.yml": f"title: Suy ra\nperiod: {{start: 2024-02-01, inferred: true}}\n{REPORTED}",
    "programs/nhap.yml": f"title: Nháp\nlead: trong\nclasses: [{{id: a, start: 2024-02-01}}]\n{DRAFT}",
    "organizations/so.yml": f"title: Sở\n{BODY}",
    "organizations/truong.yml": f"title: Trường\n{BODY}",
    "organizations/trong.yml": f"title: Đơn vị chưa có lớp\n{BODY}",
    "organizations/nhom-don-vi.yml": f"title: Các xã\ncategory: collective\n{REPORTED}",
    "organizations/xa.yml": f"title: Xã\nparent: nhom-don-vi\n{BODY}",
    "groups/nhom.yml": f"title: Nhóm\n{REPORTED}",
    "topic-sets/tap.yml": f"title: Tập\nof: topics\n{REPORTED}",
    "topics/chuyen-de.yml": f"title: Chuyên đề\nset: tap\n{REPORTED}",
}


@pytest.fixture(scope="module")
def small() -> Published:
    return published_from(FILES)


def events(small: Published, address: str = WHOLE) -> dict[str, Seen]:
    """The events of a calendar, by their ids without the domain."""
    return {
        each.uid.removesuffix("@example.vn"): each for each in seen_by_icalendar(small.files[address].content)
    }


def calendar_of(
    catalogue: Catalogue, history: History = NO_HISTORY, place: Publication = PLACE, address: str = WHOLE
) -> bytes:
    """A calendar of a catalogue, and nothing else of it."""
    found = (each for each in calendar_files(Context(catalogue, place, history)) if each.address == address)
    made = next(found).make()
    assert isinstance(made, File)
    return made.content


def test_a_calendar_holds_what_begins_or_is_due_on_a_day_that_is_known_whole(small: Published):
    days = {id: (str(each.first), str(each.behind)) for id, each in events(small).items()}
    assert days == {
        "chuong-trinh.khong-lop": ("2024-02-01", "2024-03-01"),
        "han.nam": ("2024-03-01", "2024-03-02"),
        "lop.nam.lop-1": ("2024-03-05", "2024-03-08"),
        "lop.nam.lop-2": ("2024-12-30", "2025-01-03"),
        "han.nam.lop-2": ("2024-11-30", "2024-12-01"),
        "lop.nam.chi-khai-giang": ("2024-05-05", "2024-05-06"),
        "lop.nam.het-thang": ("2024-06-05", "2024-06-06"),
        "lop.nam.huy": ("2024-08-05", "2024-08-06"),
        "han.nam.huy": ("2024-07-05", "2024-07-06"),
        "lop.nam.hoan": ("2024-09-05", "2024-09-06"),
        "han.nam.hoan": ("2024-08-05", "2024-08-06"),
    }


def test_an_event_says_what_its_page_says(small: Published):
    one = events(small)["lop.nam.lop-1"]
    assert (one.title, one.place, one.status) == ("Bồi dưỡng: Lớp\u00a01", "Trường", "")
    assert one.text.splitlines() == [
        "Chỉ tiêu: 40 học viên",
        "Hạn gửi danh sách: 1-3-2024",
        "Đơn vị chủ trì: Sở",
        "Mức độ xác minh: Theo báo chí",
        "Trang thử nghiệm, không phải trang chính thức",
        "https://example.vn/thu/chuong-trinh/nam/#lop-1",
    ]
    assert events(small)["lop.nam.lop-2"].place == "Hội trường"
    address = "https://example.vn/thu/chuong-trinh/nam/"
    assert {f"{address}#lop-1", address} <= {*properties(small.files[WHOLE].content, "URL")}


def test_a_class_whose_last_day_is_not_known_says_so_on_its_first(small: Published):
    found = events(small)
    assert found["lop.nam.chi-khai-giang"].title.startswith("Khai giảng: Bồi dưỡng")
    assert found["lop.nam.chi-khai-giang"].text.startswith("Nguồn chưa nêu ngày bế giảng\n")
    assert found["lop.nam.het-thang"].text.startswith("Bế giảng: 7-2024, nguồn chưa nêu ngày\n")


@pytest.mark.parametrize(("end", "last"), [("2024-04-04", "2024-04-05"), ("2024-04-05", "2024-03-06")])
def test_a_class_of_more_than_a_month_stands_on_its_first_day_and_says_until_when(end: str, last: str):
    program = f"title: X\nclasses: [{{id: a, start: 2024-03-05, end: {end}}}]\n{REPORTED}"
    (event,) = seen_by_icalendar(calendar_of(catalogue_of({"programs/x.yml": program})))
    assert (str(event.first), str(event.behind)) == ("2024-03-05", last)
    is_long = event.title.startswith("Khai giảng: ")
    assert is_long == event.text.startswith("Bế giảng: 5-4-2024\n") == (last == "2024-03-06")


def test_what_is_called_off_says_so_first_and_rings_no_more(small: Published):
    found = events(small)
    assert {id: (each.title[:6], each.status) for id, each in found.items() if each.status} == {
        "lop.nam.huy": ("[HỦY] ", "CANCELLED"),
        "han.nam.huy": ("[HỦY] ", "CANCELLED"),
        "lop.nam.hoan": ("[HOÃN]", "TENTATIVE"),
        "han.nam.hoan": ("[HOÃN]", "TENTATIVE"),
    }
    assert found["lop.nam.hoan"].text.startswith("Lớp hoãn: ngày ghi ở đây có thể không còn đúng")
    assert {id for id, each in found.items() if each.alarms} == {"han.nam", "han.nam.lop-2"}


def test_a_deadline_says_for_which_class_and_who_sends_names_to_whom(small: Published):
    own, common = events(small)["han.nam.lop-2"], events(small)["han.nam"]
    assert own.title == "Hạn gửi danh sách: Bồi dưỡng: Lớp\u00a02"
    assert own.text.startswith("Khai giảng: 30-12-2024\nCác xã lập danh sách, gửi Sở\nĐơn vị chủ trì: Sở\n")
    assert common.title == "Hạn gửi danh sách (hạn chung của chương trình): Bồi dưỡng"


def test_a_common_deadline_is_called_off_once_all_classes_are():
    catalogue = catalogue_of(
        {
            "programs/x.yml": "title: X\nnomination: {deadline: 2024-03-01}\nclasses:\n"
            f"- {{id: a, start: 2024-03-05, state: cancelled}}\n- {{id: b, state: cancelled}}\n{REPORTED}"
        }
    )
    assert {each.status for each in seen_by_icalendar(calendar_of(catalogue))} == {"CANCELLED"}


def test_a_body_has_what_names_it_or_its_collective_and_of_one_class_no_other(small: Published):
    assert (
        events(small, "don-vi/so/don-vi-so.ics").keys()
        == events(small, "chuong-trinh/nam/chuong-trinh-nam.ics").keys()
    )
    assert events(small, "don-vi/truong/don-vi-truong.ics").keys() == {"han.nam", "lop.nam.lop-1"}
    assert events(small, "don-vi/xa/don-vi-xa.ics").keys() == events(small, "don-vi/so/don-vi-so.ics").keys()


def test_a_group_and_a_topic_have_the_programmes_that_name_them(small: Published):
    of_program = events(small, "chuong-trinh/nam/chuong-trinh-nam.ics")
    assert events(small, "doi-tuong/nhom/doi-tuong-nhom.ics") == of_program
    assert events(small, "chuyen-de/chuyen-de/chuyen-de-chuyen-de.ics") == of_program


def test_a_class_over_new_year_is_of_both_years_and_its_deadline_of_the_first(small: Published):
    assert events(small, "nam/2025/nam-2025.ics").keys() == {"lop.nam.lop-2"}
    assert events(small, "nam/2024/nam-2024.ics") == events(small)


def test_where_nothing_is_known_to_happen_there_is_no_calendar_to_offer(small: Published):
    assert not [address for address in small.files if "trong" in address and address.endswith(".ics")]
    assert not list(calendar_files(Context(catalogue_of({}), PLACE)))


def test_the_page_of_how_to_subscribe_has_the_whole_and_leads_to_pages_with_their_own(small: Published):
    guide = small["lich/dang-ky/"]
    assert "Lịch của cả danh mục (11 mục): https://example.vn/thu/lich/lich.ics." in guide.text
    assert {"lich/lich.ics", "don-vi/", "doi-tuong/", "chuyen-de/", "chuong-trinh/", "nam/"} <= guide.links
    assert "webcal://example.vn/thu/lich/lich.ics" in {each.get("href") for each in guide.tree.iter("a")}
    assert "(SEQUENCE)" in guide.text
    assert guide.notices == []


def test_a_calendar_that_is_heavy_says_so_wherever_it_is_offered():
    classes = "".join(f"- {{id: l{at}, start: 2024-03-05}}\n" for at in range(MANY + 1))
    heavy = {"programs/x.yml": f"title: X\nlead: so\nclasses:\n{classes}{REPORTED}"}
    light = {"programs/y.yml": f"title: Y\nlead: so\nclasses: [{{id: a, start: 2025-03-05}}]\n{REPORTED}"}
    body = {"organizations/so.yml": FILES["organizations/so.yml"]}
    offered = calendar_files(Context(catalogue_of({**heavy, **light, **body}), PLACE))
    guides = {each.address: each.download.guide for each in offered if each.download}
    assert {address for address, guide in guides.items() if guide == HEAVY_GUIDE} == {
        WHOLE,
        "nam/2024/nam-2024.ics",
        "don-vi/so/don-vi-so.ics",
        "chuong-trinh/x/chuong-trinh-x.ics",
    }
    assert {guide for guide in guides.values() if guide} == {GUIDE, HEAVY_GUIDE}


def test_a_site_whose_ids_may_still_change_says_that_nobody_should_subscribe_yet():
    nowhere = SETTINGS.replace("https://example.vn/", "https://example.test/")
    guide = published_from({"site.yml": nowhere})["lich/dang-ky/"]
    assert guide.notices == [PREVIEW]
    assert "nên chưa có lịch" in guide.text


def test_an_event_is_the_same_bytes_in_every_calendar_that_has_it(small: Published):
    def blocks(address: str) -> set[bytes]:
        return {*small.files[address].content.partition(b"BEGIN:VEVENT")[2].split(b"BEGIN:VEVENT")}

    ends = {block.removesuffix(b"END:VCALENDAR\r\n") for block in blocks(WHOLE)}
    others = [address for address in small.files if address.endswith(".ics")]
    assert len(others) == 11
    for address in others:
        assert {block.removesuffix(b"END:VCALENDAR\r\n") for block in blocks(address)} <= ends


def test_a_calendar_says_what_it_leaves_out_of_which_day_it_is_and_how_often_to_look_again(small: Published):
    content = small.files["don-vi/so/don-vi-so.ics"].content
    assert properties(content, "X-WR-CALNAME") == properties(content, "NAME") == ["Thử: Sở"]
    (about,) = properties(content, "X-WR-CALDESC")
    for words in (
        "Trang thử nghiệm\\, không phải trang chính thức.",
        "ngày trống chưa chắc là không có lớp",
        "Dữ liệu bản abc1234\\, ngày 1-3-2026.",
        "Giấy phép: CC BY 4.0.",
    ):
        assert words in about
    assert properties(content, "REFRESH-INTERVAL") == properties(content, "X-PUBLISHED-TTL") == ["PT12H"]
    assert b"VTIMEZONE" not in content


def test_without_history_nothing_is_counted_and_that_is_said(small: Published):
    content = small.files[WHOLE].content
    assert b"\nSEQUENCE" not in content
    assert "(SEQUENCE)" in properties(content, "X-WR-CALDESC")[0]
    assert set(properties(content, "DTSTAMP") + properties(content, "LAST-MODIFIED")) == {"20260301T000000Z"}


def test_a_history_that_is_cut_off_counts_nothing_either():
    text = f"title: X\nclasses: [{{id: a, start: 2024-03-05}}]\n{REPORTED}"
    history = history_in_memory([Step("2024-01-02", "Mở", {"programs/x.yml": text})], doubt=SHALLOW)
    content = calendar_of(catalogue_of({"programs/x.yml": text}), history)
    assert b"\nSEQUENCE" not in content
    assert WITHOUT_SEQUENCE in properties(content, "X-WR-CALDESC")[0].replace("\\", "")


def test_of_data_of_which_no_day_is_known_only_what_must_have_a_day_has_one(small: Published):
    content = calendar_of(small.catalogue, place=Publication(""))
    assert set(properties(content, "DTSTAMP")) == {"19700101T000000Z"}
    assert not properties(content, "LAST-MODIFIED")
    assert not properties(content, "SOURCE") + properties(content, "URL")


CLASS = """title: Tên
venue: {place: A}
classes:
- {id: lop-1, start: 2024-03-05}
- {id: lop-2, start: 2024-03-05}
"""


def histories(*texts: str, path: str = "programs/x.yml", **more: str) -> tuple[Catalogue, History]:
    """A catalogue whose one programme was each of some texts in turn, and its history."""
    steps = [
        Step(f"2024-01-{day:02}", "Sửa", {path: text + REPORTED, **more}) for day, text in enumerate(texts, 1)
    ]
    return catalogue_of(steps[-1].files), history_in_memory(steps)


def sequences(content: bytes) -> Mapping[str, int | None]:
    """How often each event moved, by its id without the domain."""
    return {each.uid.removesuffix("@example.vn"): each.sequence for each in seen_by_icalendar(content)}


def test_a_class_that_moved_twice_was_cancelled_and_revived_has_been_moved_four_times():
    first = "start: 2024-03-05}\n- {id: lop-2"
    texts = [
        CLASS,
        *(
            CLASS.replace(first, first.replace("2024-03-05", new))
            for new in (
                "2024-04-05",
                "2024-05-05",
                "2024-05-05, state: cancelled",
                "2024-05-05",
                "2024-05-05, seats: 9",
            )
        ),
    ]
    content = calendar_of(*histories(*texts))
    assert sequences(content) == {"lop.x.lop-1": 4, "lop.x.lop-2": 0}
    assert set(properties(content, "LAST-MODIFIED") + properties(content, "DTSTAMP")) == {"20240106T010000Z"}


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        ("title: Tên", "title: Tên mới", (0, 0)),
        ("{place: A}", "{place: B}", (1, 1)),
        ("lop-1,", "lop-1, venue: {place: C},", (1, 0)),
        ("lop-1,", "lop-1, state: open,", (0, 0)),
        ("lop-1,", "lop-1, state: postponed,", (1, 0)),
        ("lop-1, start: 2024-03-05", "lop-1, start: 2024-03-05, end: 2024-03-06", (1, 0)),
        ("lop-1,", "lop-1, note: Mang theo giấy,", (0, 0)),
    ],
)
def test_only_another_time_place_or_state_moves_an_event(old: str, new: str, moved: tuple[int, int]):
    found = sequences(calendar_of(*histories(CLASS, CLASS.replace(old, new))))
    assert tuple(found.values()) == moved


def test_a_class_that_was_taken_out_and_put_back_has_moved_whatever_its_turn_in_the_file():
    other = "title: Tên\nvenue: {place: A}\nclasses:\n- {id: lop-2, start: 2024-03-05}\n"
    back = f"{other}- {{id: lop-1, start: 2024-03-05}}\n"
    assert sequences(calendar_of(*histories(CLASS, other, back))) == {"lop.x.lop-1": 2, "lop.x.lop-2": 0}


HELD_AT = (
    "title: Tên\nlead: cu\nvenue: {organization: cu}\nclasses: [{id: lop-1, start: 2024-03-05}]\n" + REPORTED
)
NEW_TITLE = f"title: Trường Chính trị\ncategory: school\n{REPORTED}"
OLD_TITLE = NEW_TITLE.replace("Chính trị", "Lê Hồng Phong")


@pytest.mark.parametrize(
    ("id", "title", "day"),
    [("cu", NEW_TITLE, 4), ("moi", OLD_TITLE, 4), ("moi", NEW_TITLE, 4), ("cu", OLD_TITLE, 1)],
)
def test_another_name_or_id_of_the_place_is_told_and_moves_nothing(id: str, title: str, day: int):
    others = {"organizations/so.yml": NEW_TITLE.replace("Trường Chính trị", "Sở khác")}
    old = {"organizations/cu.yml": OLD_TITLE, "programs/x.yml": HELD_AT, **others}
    new = {f"organizations/{id}.yml": title, "programs/x.yml": HELD_AT.replace("cu", id), **others}
    redirects = {"/don-vi/cu/": "/don-vi/moi/"} if id == "moi" else {}
    noise = {**old, "organizations/so.yml": others["organizations/so.yml"].replace("khác", "khác nữa")}
    noise_after = {**new, "organizations/so.yml": noise["organizations/so.yml"]}
    steps = [
        Step("2024-01-01", "Mở", old),
        Step("2024-01-03", "Sửa", noise),
        Step("2024-01-04", "Đổi", noise_after),
    ]
    written = {"redirects.yml": "/don-vi/cu/: /don-vi/moi/\n"} if redirects else {}
    content = calendar_of(catalogue_of({**noise_after, **written}), history_in_memory(steps, redirects))
    assert sequences(content) == {"lop.x.lop-1": 0}
    stamps = properties(content, "LAST-MODIFIED") + properties(content, "DTSTAMP")
    assert set(stamps) == {f"202401{day:02}T010000Z"}


def test_a_place_that_another_body_took_over_is_another_place():
    bodies = {"organizations/cu.yml": OLD_TITLE, "organizations/moi.yml": NEW_TITLE}
    last = {"organizations/moi.yml": NEW_TITLE, "programs/x.yml": HELD_AT.replace("cu", "moi")}
    steps = [
        Step("2024-01-01", "Mở", {**bodies, "programs/x.yml": HELD_AT}),
        Step("2024-01-02", "Nhập", last),
    ]
    redirects = {"/don-vi/cu/": "/don-vi/moi/"}
    catalogue = catalogue_of({**last, "redirects.yml": "/don-vi/cu/: /don-vi/moi/\n"})
    assert sequences(calendar_of(catalogue, history_in_memory(steps, redirects))) == {"lop.x.lop-1": 1}


def test_a_programme_that_was_taken_out_and_put_back_has_moved_though_it_had_no_day_before():
    back = {"programs/x.yml": f"title: Tên\nperiod: {{start: 2024-03-05, end: 2024-03-07}}\n{REPORTED}"}
    steps = [
        Step("2024-01-01", "Mở", {"programs/x.yml": f"title: Tên\n{REPORTED}"}),
        Step("2024-01-02", "Bỏ", {}),
        Step("2024-01-03", "Ghi lại", back),
    ]
    content = calendar_of(catalogue_of(back), history_in_memory(steps))
    assert sequences(content) == {"chuong-trinh.x": 2}


def test_an_event_keeps_the_first_id_of_a_programme_that_was_renamed_and_its_count():
    redirects = {"/chuong-trinh/cu/": "/chuong-trinh/giua/", "/chuong-trinh/giua/": "/chuong-trinh/moi/"}
    moved = CLASS.replace("{place: A}", "{place: B}")
    written = "".join(f"{old}: /chuong-trinh/moi/\n" for old in redirects)
    steps = [
        Step("2024-01-01", "Mở", {"programs/cu.yml": CLASS + REPORTED}),
        Step("2024-01-02", "Đổi mã", {"programs/giua.yml": CLASS + REPORTED}),
        Step("2024-01-03", "Đổi mã lần nữa", {"programs/moi.yml": moved + REPORTED}),
    ]
    catalogue = catalogue_of({**steps[-1].files, "redirects.yml": written})
    history = history_in_memory(steps, redirects)
    assert sequences(calendar_of(catalogue, history)) == {"lop.cu.lop-1": 1, "lop.cu.lop-2": 1}
    assert sequences(calendar_of(catalogue)) == {"lop.moi.lop-1": None, "lop.moi.lop-2": None}


def test_a_programme_that_another_was_merged_into_keeps_its_own_ids():
    one, other = CLASS + REPORTED, CLASS.replace("Tên", "Khác") + REPORTED
    steps = [
        Step("2024-01-01", "Mở", {"programs/x.yml": one, "programs/y.yml": other}),
        Step("2024-01-02", "Gộp", {"programs/y.yml": other.replace("Khác", "Chung")}),
    ]
    redirects = {"/chuong-trinh/x/": "/chuong-trinh/y/"}
    catalogue = catalogue_of({**steps[-1].files, "redirects.yml": "/chuong-trinh/x/: /chuong-trinh/y/\n"})
    content = calendar_of(catalogue, history_in_memory(steps, redirects))
    assert sequences(content).keys() == {"lop.y.lop-1", "lop.y.lop-2"}


def test_a_calendar_lives_on_at_the_old_address_of_a_renamed_record():
    small = published_from(FILES | {"redirects.yml": "/don-vi/so-cu/: /don-vi/so/\n"})
    assert (
        small.files["don-vi/so-cu/don-vi-so-cu.ics"].content == small.files["don-vi/so/don-vi-so.ics"].content
    )


def test_ids_stand_under_the_authority_and_without_any_domain_under_none():
    program = {"programs/x.yml": CLASS + REPORTED}
    named = SETTINGS + "id_authority: hanoi.gov.vn,2026\n"
    nowhere = SETTINGS.replace("https://example.vn/", "https://example.test/")
    for settings, id in ((named, "lop.x.lop-1@hanoi.gov.vn"), (nowhere, "lop.x.lop-1")):
        content = calendar_of(catalogue_of({**program, "site.yml": settings}))
        assert properties(content, "UID")[0] == id


HOSTILE = (
    "Lớp «A», B; C: \\d D\\\\ E",
    "😀 " * 60,
    "אבג def, «ghi» هوز",
    "Ệ" * 200,
    "x" * 74 + "é" + "y" * 80,
    "BEGIN:VEVENT",
    "Một\u00a0hai",
)


def test_no_letter_of_a_text_is_taken_for_the_end_of_a_line():
    assert icalendar.text("a\r\nb\u2028c\x85d\x0be") == "a\\nb\\nc\\nd\\ne"


@pytest.mark.parametrize("title", HOSTILE)
def test_three_programs_read_any_title_as_it_was_written(title: str):
    written = "title: '" + title.replace("'", "''") + "'\n"
    catalogue = catalogue_of({"programs/x.yml": written + "period: {start: 2024-02-01}\n" + REPORTED})
    content = calendar_of(catalogue)
    found = [read(content) for read in READERS]
    assert found[0] == found[1] == found[2]
    assert found[0][0].title == f"Khai giảng: {catalogue.programs['x'].title}"
    assert found[0][0].first == date(2024, 2, 1)
    lines = content.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert all(line.decode() is not None for line in lines)
    assert b"\n" not in b"".join(lines)
