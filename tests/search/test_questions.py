"""«Tôi được cử học lớp nào?»: what comes first, how words are read, what is asked, what a reader fetches."""

from __future__ import annotations

import re
from gzip import compress
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pydantic_core import from_json, to_json

from catalogue.load import load
from catalogue.model.collection import Catalogue
from catalogue.views.exports.eligibility_data import groups_json, parts_of, programs_by_group, programs_file
from tests.catalogue.views.small import catalogue_of, published_from
from tests.examples import for_a_proof
from tests.search.questioning import FILE, LISTS, TODAY, TREES, ids, judged, whole

PERSONS = FILE["persons"]
RANDOM_PERSONS = Path(__file__).with_name("random-persons.js").read_text(encoding="utf-8")
SEED = 20261129


@pytest.fixture(scope="module")
def city(sample: Path) -> Catalogue:
    """The sample city, whose groups have what those of the real data lack."""
    catalogue = load(sample).catalogue
    assert catalogue
    return catalogue


@pytest.mark.parametrize("count", [300, *for_a_proof(100_000)])
def test_no_person_finds_a_verdict_that_contradicts_what_it_names(
    scripts: Page, real: Catalogue, city: Catalogue, count: int
):
    for catalogue in (real, city):
        told = scripts.evaluate(RANDOM_PERSONS, [from_json(to_json(groups_json(catalogue))), count, SEED])
        assert told["found"] == []
        assert min(told["seen"].values()) > 0


def test_what_can_still_be_entered_comes_first_and_what_names_the_person_before_the_rest(
    scripts: Page,
):
    catalogue = catalogue_of(TREES["order"])
    told = judged(scripts, catalogue, {"service": "civil_servant", "level": "commune"}, "2026-11-29")
    assert [entry["program"]["id"] for entry in told["right"]] == [
        "con-han-xa",
        "con-han-truoc",
        "con-han-sau",
        "sap-hoc",
        "dang-hoc",
        "khong-ngay",
        "de-xuat",
        "hoan",
        "chua-xac-minh",
        "da-qua",
    ]


def test_a_post_that_only_a_name_has_leads_to_its_group(scripts: Page):
    catalogue = catalogue_of(TREES["named"])
    person = {"service": "civil_servant", "position": "dia chinh xay dung"}
    told = judged(scripts, catalogue, person)
    assert [entry["program"]["id"] for entry in told["perhaps"]] == ["b", "a"]
    assert told["perhaps"][0]["reason"].endswith("chưa trả lời về ngạch; tên đối tượng có điều bạn gõ.")
    assert told["perhaps"][0]["program"]["conditions"] == [
        "Có ít nhất 3 năm công tác.",
        "được miễn: Người đã có chứng chỉ.",
    ]
    assert ids(judged(scripts, catalogue, {**person, "position": "chủ tịch UBND xã"}), "unknown") == {
        "b",
        "c",
        "d",
    }


def test_whoever_names_a_post_sees_the_groups_of_the_post_before_those_of_everyone(scripts: Page):
    catalogue, day = catalogue_of(TREES["posts"]), "2026-11-29"
    person = {"service": "cadre", "level": "commune"}
    in_order = {
        "": (["a", "b", "c"], ["d", "e", "f"]),
        "chủ tịch ubnd xã": (["b", "d", "a", "c"], ["e", "f"]),
        "chủ tịch mttq xã": (["e", "a", "b", "c"], ["d", "f"]),
        "phó bí thư đảng ủy phường": (["a", "b", "c"], ["f", "d", "e"]),
        "giám đốc": (["a", "b", "c"], ["d", "e", "f"]),
    }
    for post, (perhaps, unknown) in in_order.items():
        told = judged(scripts, catalogue, {**person, "position": post} if post else person, day)
        listed = [[entry["program"]["id"] for entry in told[name]] for name in LISTS]
        assert listed == [[], perhaps, unknown], post
    told = judged(scripts, catalogue, {**person, "position": "chủ tịch ubnd xã"}, day)
    assert told["perhaps"][0]["reason"] == (
        "Nguồn ghi đối tượng là «Chủ tịch, phó chủ tịch Ủy ban nhân dân cấp xã»; "
        "diện (cán bộ), cấp (xã) và "
        "chức danh đang giữ («chủ tịch ubnd xã», đọc là «Chủ tịch Ủy ban nhân dân») khớp, "
        "nhưng nguồn còn ghi đơn vị Huyện A, điều trang này không hỏi; chưa trả lời về khối."
    )


OUTLINES = """async ([first, all]) => {
  const { outlineOf } = await import("/eligibility/view.js");
  return all.map((answers) => {
    const told = outlineOf(first, new Map(Object.entries(answers))).unnamed;
    return told.map(({ typed, undecided, idle }) => [typed, undecided, idle.map(({ id }) => id)]);
  });
}"""


def test_a_post_that_nothing_right_or_possible_names_is_told_and_who_has_it(scripts: Page):
    catalogue, cadre = catalogue_of(TREES["posts"]), {"service": "cadre", "level": "commune"}
    expected: list[tuple[dict[str, str], list[list[object]]]] = [
        (cadre, []),
        ({**cadre, "position": "chủ tịch ubnd xã"}, []),
        ({**cadre, "position": "phó bí thư đảng ủy phường"}, [["phó bí thư đảng ủy phường", 1, []]]),
        ({**cadre, "position": "giám đốc"}, [["giám đốc", 0, []]]),
        ({**cadre, "position": "hòa giải viên"}, [["hòa giải viên", 0, []]]),
        ({**cadre, "position": "trưởng thôn"}, [["trưởng thôn", 0, ["truong-thon"]]]),
        ({"level": "commune", "position": "giám đốc"}, []),
    ]
    told = scripts.evaluate(OUTLINES, [whole(catalogue), [answers for answers, _ in expected]])
    assert told == [each for _, each in expected]


def test_a_programme_of_everyone_that_also_names_the_post_says_so_and_comes_first(scripts: Page):
    catalogue = catalogue_of(TREES["everyone and those of a post"])
    told = judged(scripts, catalogue, {"service": "cadre", "position": "phó bí thư đảng ủy phường"})
    assert [entry["program"]["id"] for entry in told["perhaps"]] == ["b", "a"]
    assert told["perhaps"][0]["reason"].endswith(
        "chương trình còn ghi «Phó bí thư đảng ủy được quy hoạch», có điều bạn gõ."
    )
    assert "còn ghi" not in told["perhaps"][1]["reason"]


MEANINGS = """async (all) => {
  const { meaningsOf } = await import("/eligibility/posts.js");
  const { eachWord, syllable } = await import("/common/vietnamese.js");
  const rowOf = (words) => {
    let row = "";
    eachWord(words, (start, end) => (row += `${syllable(words.slice(start, end)).sound} `));
    return row;
  };
  return all.map(({ words, means, means_not }) => {
    const meanings = meaningsOf(words);
    const isMeant = (each) => meanings.includes(rowOf(each));
    return { missing: means.filter((each) => !isMeant(each)), wrong: means_not.filter(isMeant) };
  });
}"""
READINGS = """async ([first, typed]) => {
  const { openReader } = await import("/eligibility/wordings.js");
  const read = openReader(first);
  return typed.map((each) => read("position", each)).map(({ same, near, levels, naming }) => {
    const listed = [...levels].map(([words, codes]) => [words, [...codes]]);
    return [[...same], [...near], Object.fromEntries(listed), [...naming.values()]];
  });
}"""


def test_words_that_name_several_posts_mean_each_of_them_and_no_part(scripts: Page):
    told = scripts.evaluate(MEANINGS, FILE["meanings"])
    assert told == [{"missing": [], "wrong": []}] * len(FILE["meanings"])


WHOLE = """async (all) => {
  const { wholePosts } = await import("/eligibility/posts.js");
  return all.map(wholePosts);
}"""
OFFERED = """async ({ groups }) => {
  const { offeredBy } = await import("/eligibility/wordings.js");
  return offeredBy(groups);
}"""


def test_posts_named_together_share_their_end(scripts: Page):
    told = scripts.evaluate(WHOLE, [each["named"] for each in FILE["posts"]])
    assert told == [each["whole"] for each in FILE["posts"]]


def test_abbreviations_of_the_glossary_are_read_in_posts(scripts: Page, city: Catalogue):
    typed = ["chủ tịch ubnd xã", "chu tich UBND", "phó chủ tịch HĐND cấp huyện"]
    told = scripts.evaluate(READINGS, [whole(city), typed])
    assert [(same, levels) for same, _, levels, _ in told] == [
        ([], {"Chủ tịch Ủy ban nhân dân": ["commune"]}),
        (["Chủ tịch Ủy ban nhân dân"], {}),
        ([], {"Phó chủ tịch Hội đồng nhân dân": ["district"]}),
    ]


def test_a_post_is_read_as_people_call_it_and_by_no_two_letters_of_a_name(scripts: Page):
    catalogue = catalogue_of(TREES["posts"])
    asked = FILE["called"]
    told = scripts.evaluate(READINGS, [whole(catalogue), [each["typed"] for each in asked]])
    for each, (same, _, levels, naming) in zip(asked, told, strict=True):
        read = {post: [] for post in same} | levels
        assert read == ({each["post"]: each["levels"]} if "post" in each else {}), each
        assert naming == each.get("naming", []), each


def test_what_is_offered_and_what_is_matched_are_the_same_whole_posts(scripts: Page, city: Catalogue):
    first = whole(city)
    parts = {"Chủ tịch", "Trưởng", "Bí thư"}
    assert parts <= {post for group in city.groups.values() for post in group.positions}
    offered = scripts.evaluate(OFFERED, first)
    posts = [*offered["position"], *offered["planned_position"]]
    assert not parts & set(posts)
    told = scripts.evaluate(READINGS, [first, posts])
    assert [same for same, *_ in told] == [[post] for post in posts]


def test_what_is_typed_is_read_as_search_reads_it(scripts: Page, real: Catalogue):
    told = scripts.evaluate(READINGS, [whole(real), [each["typed"] for each in FILE["readings"]]])
    for each, (same, near, levels, _) in zip(FILE["readings"], told, strict=True):
        assert same == each.get("same", []), each
        assert near == each["near"] if "near" in each else same or not near, each
        assert levels == each.get("levels", {}), each


def test_a_post_told_with_the_level_of_its_group_is_the_post_of_the_group(scripts: Page):
    catalogue = catalogue_of(TREES["chairmen"])
    person = {"service": "cadre", "position": "chủ tịch ủy ban nhân dân xã"}
    told = judged(scripts, catalogue, person)
    assert ids(told, "right") == {"xa"}
    assert told["right"][0]["reason"] == (
        "Nguồn ghi đối tượng là «Chủ tịch, phó chủ tịch Ủy ban nhân dân cấp xã»; "
        "diện (cán bộ), cấp (xã, theo chức danh) và "
        "chức danh đang giữ («chủ tịch ủy ban nhân dân xã», đọc là «Chủ tịch Ủy ban nhân dân») khớp."
    )
    deputy = {**person, "position": "pho chu tich uy ban nhan dan cap huyen"}
    assert ids(judged(scripts, catalogue, deputy), "right") == {"huyen"}
    assert not any(ids(judged(scripts, catalogue, {**person, "level": "city"}), name) for name in LISTS)
    strange = judged(scripts, catalogue, {**person, "level": "commune", "position": "nhà báo"})
    assert "diện (cán bộ) và cấp (xã) khớp, nhưng nguồn ghi chức danh" in strange["unknown"][0]["reason"]


WORTH_ASKING = Path(__file__).with_name("worth-asking.js").read_text(encoding="utf-8")


def test_only_what_would_change_something_is_asked_and_what_decides_most_is_told(
    scripts: Page, real: Catalogue
):
    persons = [person["answers"] for person in PERSONS[::4]]
    for told in scripts.evaluate(WORTH_ASKING, [whole(real), persons, TODAY]):
        assert set(told["asked"]) <= set(told["changing"])
        assert set(told["changing"]) - set(told["asked"]) <= {"job"}
        deciding = told["deciding"]
        if deciding:
            decided = told["decided"][deciding["question"]]
            assert deciding["most"] == max(decided)
            is_typed = deciding["question"] in {"job", "position", "planned_position"}
            assert deciding["least"] == 0 if is_typed else deciding["least"] >= min(decided)
        else:
            assert not any(max(each) for name, each in told["decided"].items() if name != "job")


OUTLINE = """async ([first, answers]) => {
  const { outlineOf } = await import("/eligibility/view.js");
  const { counts, files, others } = outlineOf(first, new Map(Object.entries(answers)));
  return { counts, files: [...new Set([...files.right, ...files.perhaps])], others: others.length };
}"""


def as_typed(answer: str | bool) -> str:
    """An answer as an address holds it."""
    return answer if isinstance(answer, str) else str(answer).lower()


def test_the_first_part_counts_what_the_programmes_then_hold(scripts: Page, real: Catalogue):
    for person in PERSONS[::6]:
        answers = {
            name: str(answer).lower() if answer in (True, False) else answer
            for name, answer in person["answers"].items()
        }
        outline = scripts.evaluate(OUTLINE, [whole(real), answers])
        told = judged(scripts, real, person["answers"])
        assert outline["counts"] == {name: len(told[name]) for name in (*LISTS, "excluded")}, person["who"]


def test_a_commune_official_of_a_thousand_programmes_fetches_little(scripts: Page, city: Catalogue):
    outline = scripts.evaluate(OUTLINE, [whole(city), {"service": "civil_servant", "level": "commune"}])
    assert outline["counts"]["perhaps"] > 100
    by_group, parts = programs_by_group(city), parts_of(city)
    files = [programs_file(city, parts, id, by_group[id]).content for id in outline["files"]]
    assert sum(len(compress(each)) for each in (parts.first, *files)) < 40_000


@pytest.mark.parametrize("name", ["nothing", "one programme", "group without fields"])
def test_a_catalogue_with_little_or_nothing_is_judged_all_the_same(scripts: Page, name: str):
    catalogue = catalogue_of(TREES.get(name, {}))
    outline = scripts.evaluate(OUTLINE, [whole(catalogue), {"service": "cadre", "position": "*"}])
    assert sum(outline["counts"].values()) == (1 if name == "group without fields" else 0)


def test_the_form_has_the_questions_alone_that_a_group_answers():
    asked = re.compile(r'data-question="(\w+)"')
    assert asked.findall(published_from({})["tim-lop/"].page.body) == []
    assert asked.findall(published_from(TREES["ruled"])["tim-lop/"].page.body) == ["service", "level"]
    assert asked.findall(published_from(TREES["named"])["tim-lop/"].page.body) == ["service", "rank"]
