"""Under one heading, what got worse stands first and open, however much of the same got better."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from catalogue.changes.concerns import Concern
from catalogue.changes.states import PlainValues
from catalogue.language.vocabulary import ClassState, VerificationLevel, Vocabulary
from catalogue.model.shape import Shape
from catalogue.telling.fitting import fitted
from catalogue.telling.text import TEXT
from catalogue.views.words.changes import told
from catalogue.views.words.falls import UPWARDS, fall
from catalogue.views.words.told import FEW, ToldComparison, ToldConcern
from tests.catalogue.changes.two_states import compared

MANY = 20
LAST = f"p-{MANY}"


def of_program(field: str, code: str) -> PlainValues:
    """A programme in which a field has a code."""
    match field:
        case "verification":
            return {"verification": {"level": code}}
        case "groups":
            return {"groups": [{"group": "g", "obligation": code}]}
        case "classes":
            return {"classes": [{"id": "lop-1", "start": "2027-01-04"} | ({"state": code} if code else {})]}
        case _:
            return {field: code == "yes" if code in {"yes", "no"} else code}


def among_many(field: str, many: tuple[str, str], one: tuple[str, str]) -> ToldConcern:
    """What is told where many went from one code to another, and one, the last, took a way of its own."""
    ways = [many] * MANY + [one]
    trees = (
        {
            f"programs/p-{at:02}.yml": {"title": "X", **of_program(field, way[side])}
            for at, way in enumerate(ways)
        }
        for side in (0, 1)
    )
    (concern,) = told(compared(next(trees), next(trees))).concerns
    return concern


WORSE = [
    ("verification", ("draft", "reported"), ("official", "draft")),
    ("verification", ("draft", "reported"), ("official", "reported")),
    ("verification", ("official", "reported"), ("official", "draft")),
    ("groups", ("open", "recommended"), ("required", "open")),
    ("groups", ("open", "required"), ("required", "recommended")),
    ("state", ("planned", "done"), ("done", "planned")),
    ("state", ("proposed", "planned"), ("planned", "proposed")),
    ("classes", ("planned", "open"), ("open", "planned")),
    ("classes", ("", "postponed"), ("", "cancelled")),
    ("classes", ("open", "postponed"), ("postponed", "cancelled")),
    ("classes", ("cancelled", "open"), ("open", "postponed")),
]


@pytest.mark.parametrize(("field", "many", "one"), WORSE)
def test_what_got_worse_or_worst_is_told_first(field: str, many: tuple[str, str], one: tuple[str, str]):
    concern = among_many(field, many, one)
    assert len(concern.rows) == MANY + 1
    assert concern.rows[0].name == LAST
    assert all(not row.stays_open for row in concern.rows[concern.open :])


ODD = [
    ("groups", ("open", "recommended"), ("recommended", "required")),
    ("classes", ("planned", "open"), ("open", "running")),
    ("mode", ("online", "full_time"), ("full_time", "online")),
    ("abroad", ("no", "yes"), ("yes", "no")),
]


@pytest.mark.parametrize(("field", "many", "one"), ODD)
def test_a_way_that_only_one_took_stands_open(field: str, many: tuple[str, str], one: tuple[str, str]):
    concern = among_many(field, many, one)
    assert concern.open <= FEW
    assert LAST in {row.name for row in concern.rows[: concern.open]}


def deadline(day: str) -> PlainValues:
    return {"classes": [{"id": "lop-1", "deadline": day}]}


def address(host: str, place: str = "bai-viet/khai-giang-lop") -> PlainValues:
    return {"address": f"https://{host}/{place}"}


WAYS: list[tuple[PlainValues, PlainValues, PlainValues]] = [
    ({"lead": "a"}, {"lead": "b"}, {"lead": "c"}),
    ({"nomination": {"to": "a"}}, {"nomination": {"to": "b"}}, {"nomination": {"to": "c"}}),
    ({}, {"partners": ["b"]}, {"partners": ["c"]}),
    ({}, {"fields": ["digital"]}, {"fields": ["law"]}),
    ({}, {"groups": [{"group": "g", "obligation": "open"}]}, {"groups": [{"group": "g"}]}),
    (deadline("2026-05-10"), deadline("2026-05-20"), deadline("2026-05-04")),
    ({"period": {"start": "2026-05"}}, {"period": {"start": "2026-07"}}, {"period": {"start": "2026-04"}}),
    (address("bao.example"), address("bao.example", "tin-tuc/xem-o-day"), address("khac.example")),
]


def of_kind(before: PlainValues) -> str:
    return "sources" if "address" in before else "programs"


@pytest.mark.parametrize(("before", "many", "one"), WAYS)
def test_what_goes_another_way_than_many_others_stands_open(
    before: PlainValues, many: PlainValues, one: PlainValues
):
    folder = of_kind(before)
    (concern,) = of_records([before] * (MANY + 1), [many] * MANY + [one], folder).concerns
    opened = [row.name for row in concern.rows[: concern.open]]
    assert LAST in opened
    assert len(opened) <= FEW


def test_where_each_goes_a_way_of_its_own_few_stand_open_the_rarest_among_them():
    after: list[PlainValues] = [{"lead": f"b-{at // 2}"} for at in range(2 * MANY)]
    (concern,) = of_records([{"lead": "a"}] * (2 * MANY + 1), [*after, {"lead": "c"}]).concerns
    opened = [row.name for row in concern.rows[: concern.open]]
    assert f"p-{2 * MANY}" in opened
    assert len(opened) <= FEW + 1


@pytest.mark.parametrize("was", [{}, {"groups": [{"group": "g"}]}])
def test_a_new_duty_to_come_stands_open_among_what_somebody_has_to(was: PlainValues):
    may, must = ({"groups": [{"group": "g", "obligation": code}]} for code in ("open", "required"))
    told_of = {each.concern: each for each in of_records([was] * 12, [may] * 10 + [must] * 2).concerns}
    duties = told_of[Concern.OBLIGATION]
    assert {row.name for row in duties.rows[:2]} == {"p-10", "p-11"}
    assert duties.open >= 2


def test_whoever_might_come_and_now_has_to_stands_open_each_of_them():
    might, should, must = (
        {"groups": [{"group": "g", "obligation": code}]} for code in ("open", "recommended", "required")
    )
    was, is_now = [might] * 2 * MANY + [should] * MANY, [should] * MANY + [must] * 2 * MANY
    (concern,) = of_records(was, is_now).concerns
    assert {row.values[1] for row in concern.rows[: 2 * MANY]} == {"required"}
    assert 2 * MANY <= concern.open < 3 * MANY


def test_every_deadline_that_lies_earlier_stands_open():
    after = [deadline("2026-05-20")] * MANY + [deadline("2026-05-04")] * MANY
    (concern,) = of_records([deadline("2026-05-10")] * 2 * MANY, after).concerns
    assert {row.after for row in concern.rows[:MANY]} == {"4-5-2026"}
    assert MANY <= concern.open < 2 * MANY


def test_all_that_got_worse_stands_open():
    concern = among_many("verification", ("reported", "draft"), ("draft", "reported"))
    assert [row.fall > 0 for row in concern.rows] == [True] * MANY + [False]
    assert concern.open >= MANY


@pytest.mark.parametrize("codes", UPWARDS.values(), ids=lambda codes: type(codes[0]).__name__)
def test_of_two_codes_one_is_worse_and_all_are_ranked(codes: tuple[Vocabulary, ...]):
    assert set(codes) == set(type(codes[0]))
    shape = Shape(codes=tuple(type(codes[0])))
    for one in codes:
        assert not fall(one, one, shape)
        for other in codes:
            assert one == other or bool(fall(one, other, shape)) != bool(fall(other, one, shape))
        assert not fall("mã lạ", one, shape)
        assert not fall(one, "mã lạ", shape)
    assert fall(codes[-1], codes[0], shape) == len(codes)


def test_where_nothing_was_said_only_a_class_can_fall():
    assert not fall(None, "draft", Shape(codes=tuple(VerificationLevel)))
    assert fall(None, "postponed", Shape(codes=tuple(ClassState)))
    assert not fall(None, "planned", Shape(codes=tuple(ClassState)))


def test_a_text_tells_briefly_of_each_change_that_it_folds():
    before = {f"programs/p-{at:02}.yml": {"title": "X", "note": f"Cũ {at}"} for at in range(MANY)}
    after = {path: {"title": "X", "note": f"Mới {at}"} for at, path in enumerate(before)}
    text = fitted(told(compared(before, after)), TEXT, "").text
    assert "… và 15 thay đổi nữa, kể ngắn:" in text
    assert all(f"«Cũ {at}» → «Mới {at}»" in text for at in range(MANY))


def of_records(
    before: Sequence[PlainValues], after: Sequence[PlainValues], folder: str = "programs"
) -> ToldComparison:
    """What is told of records that were and are so."""
    trees = (
        {f"{folder}/p-{at:02}.yml": {"title": "X", **each} for at, each in enumerate(side)}
        for side in (before, after)
    )
    return told(compared(*trees))


def checked_against(document: str) -> PlainValues:
    named = {"level": "official", "document": document, "locator": "Điều 1", "checked": "2026-05-21"}
    return {"verification": {**named, "by": "so"}}


def test_another_document_behind_what_was_checked_stands_before_all_that_is_newly_checked():
    before = [{"verification": {"level": "reported"}}] * MANY + [checked_against("a")]
    after = [checked_against("a")] * MANY + [checked_against("b")]
    (concern,) = of_records(before, after).concerns
    assert (concern.rows[0].name, concern.rows[0].sort) == (LAST, "verification.document")
    assert concern.open < len(concern.rows)


@pytest.mark.parametrize("lacking", ["document", "locator", "checked", "by", ""])
def test_a_new_record_that_lacks_what_it_was_checked_against_is_told_under_that(lacking: str):
    verification = {
        key: value for key, value in checked_against("a")["verification"].items() if key != lacking
    }
    comparison = of_records([], [{"verification": verification}])
    told_of = {each.concern: [(row.name, row.sort) for row in each.rows] for each in comparison.concerns}
    wrong = {Concern.UNCONFIRMED: [("p-00", "verification.level")]} if lacking else {}
    assert told_of == {**wrong, Concern.RECORD_ADDED: [("p-00", "")]}
    assert comparison.records["added"] == 1


def test_the_text_that_has_least_in_common_with_what_it_was_stands_first():
    before = [{"note": "Kế hoạch đào tạo cán bộ"}] * (MANY + 1)
    after = [{"note": f"Kế hoạch đào tạo cán bộ, bản {'a' * at}"} for at in range(1, MANY + 1)]
    (concern,) = of_records(before, [*after, {"note": "Nghị quyết hủy bỏ tất cả"}]).concerns
    assert concern.rows[0].name == LAST
    assert concern.open < len(concern.rows)


POLISHED = ("Có phẩm chất tốt, được đơn vị giới thiệu", "Có phẩm chất tốt, được cơ quan quản lý giới thiệu")
TURNED = [
    ("Có bằng đại học và chứng chỉ", "Có bằng đại học hoặc chứng chỉ"),
    ("Tuổi dưới bốn mươi, đang công tác tại xã", "Tuổi trên bốn mươi, đang công tác tại xã"),
    ("Giữ chức vụ hiện tại ít nhất ba năm liên tục", "Giữ chức vụ hiện tại ít nhất bảy năm liên tục"),
    ("Bắt buộc đối với công chức cấp xã", "Khuyến khích đối với công chức cấp xã"),
    ("Không bắt buộc có bằng, được thi thẳng", "Bắt buộc có bằng, không được thi thẳng"),
    ("Được Sở Nội vụ cử đi học", "Được Sở Y tế cử đi học"),
]


@pytest.mark.parametrize("field", ["eligibility", "exemptions"])
@pytest.mark.parametrize(("was", "is_now"), TURNED)
def test_a_condition_that_a_word_turns_round_stands_open_among_many_that_are_polished(
    field: str, was: str, is_now: str
):
    before = [{field: [POLISHED[0]]}] * MANY + [{field: [was]}]
    (concern,) = of_records(before, [{field: [POLISHED[1]]}] * MANY + [{field: [is_now]}]).concerns
    assert (concern.rows[0].name, concern.rows[0].after) == (LAST, f"«{is_now}»")
    assert concern.open < len(concern.rows)


def test_of_conditions_the_one_of_which_fewest_words_are_others_stands_first():
    before = [{"eligibility": ["Đang làm công tác tổ chức tại xã, phường"]}] * (MANY + 1)
    after = [{"eligibility": ["Đang làm công việc về tổ chức tại xã, phường, đặc khu"]}] * MANY
    after.append({"eligibility": ["Làm công tác tổ chức tại xã, phường"]})
    (concern,) = of_records(before, after).concerns
    assert concern.rows[0].name == LAST
    assert concern.open < len(concern.rows)
