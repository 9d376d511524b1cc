"""The search engine in a browser: the cases of engine.yml and of folding.yml, and what no query may do."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.tables import table_in

HERE = Path(__file__).parent
BLANK: dict[str, Any] = {
    "kind": "program",
    "names": [],
    "called": [],
    "related": [],
    "venue": "",
    "draft": False,
    "ended": False,
}
BLANK |= {"facets": {}, "times": {}, "classes": []}
BLANK_CLASS = {"title": "", "start": "", "end": "", "deadline": "", "state": "", "whole": {}}
TODAY = "2026-11-25"
ASKING = {"query", "options", "first"}
"""The parts of a case that say what is asked; all others say what comes of it."""


def table(name: str) -> Any:
    """A table of cases; days in it are texts."""
    return json.loads(json.dumps(table_in(HERE / name), default=str))


SETS: dict[str, dict[str, Any]] = table("engine.yml")
WORDS: dict[str, list[list[Any]]] = table("folding.yml")
CASES = [
    pytest.param(name, turn, id=f"{name}-{turn}-{case['query']}")
    for name, each in SETS.items()
    for turn, case in enumerate(each["cases"])
]


def record(written: Mapping[str, Any]) -> dict[str, Any]:
    """A record of which nothing more is known than is written."""
    classes = [BLANK_CLASS | each for each in written.get("classes", [])]
    texts = [text for text in [written.get("text")] if text]
    own = {"title": written["id"], "url": f"{written['id']}/", "texts": texts, "fields": [0] * len(texts)}
    return {**BLANK, **own, **written, "classes": classes}


def sets_for_the_browser() -> list[dict[str, Any]]:
    return [
        {
            "records": [record(each) for each in chosen["records"]],
            "glossary": [
                {"short": each[0], "long": each[1]} if isinstance(each, list) else each
                for each in chosen.get("glossary", [])
            ],
            "fields": chosen.get("fields", []),
            "asked": [
                [case["query"], {"today": TODAY, "limit": 100} | case.get("options", {})]
                for case in chosen["cases"]
            ],
        }
        for chosen in SETS.values()
    ]


ANSWERS = """async ([sets, table]) => {
  const { addTexts, createIndex, fold, search } = await import("/search/engine/engine.js");
  const { whyOf: why } = await import("/search/engine/why.js");
  const { decodeKeys, eachWord, isOneSlipAway, syllable } = await import("/common/vietnamese.js");
  const word = (text) => { const { letters, tone } = syllable(text); return letters + (tone || ""); };
  const words = (text) => {
    const found = [];
    eachWord(text, (start, end) => found.push(word(text.slice(start, end))));
    return found;
  };
  const answered = sets.map(({ records, glossary, fields, asked }) => {
    const index = createIndex(records, { glossary, fields });
    const late = createIndex(records.map((record) => ({ ...record, texts: [] })), { glossary, fields });
    addTexts(Object.assign(late, { records }));
    return asked.map(([query, options]) => {
      return [index, late].map((each) => search(each, query, { ...options, why }));
    });
  });
  return {
    sets: answered,
    fold: table.fold.map(([text]) => fold(text)),
    same: [...table.same, ...table.different].map(([one, other]) => word(one) === word(other)),
    words: table.words.map(([text]) => words(text)),
    keys: table.keys.map(([typed]) => decodeKeys(typed)),
    slips: table.slips.map(([one, other]) => [isOneSlipAway(one, other), isOneSlipAway(other, one)]),
  };
}"""

FAULTS = r"""async ([records, glossary]) => {
  const { createIndex, search } = await import("/search/engine/engine.js");
  const indexes = [records, records.slice(0, 1), []].map((some) => createIndex(some, { glossary }));
  const [index] = indexes;
  const many = Array.from({ length: 2000 }, (_, at) => `từ${at} bồi dưỡng`).join(" ");
  const typed = [
    "x".repeat(10000), "lớp ".repeat(3000), "lớp ".repeat(500), "chính trị ".repeat(250), many,
    "\ud83d", "a\udc00b", "\u0301", "\u200f\u202ehà", "🙂", "\0",
    "<img src=x onerror=alert(1)>", "(.*)+[a-z]{2}\\", '"', '""', '"a', "-", '-"', '-""', "- a", "--a", "«»",
    "__proto__", "constructor", "²", "ß", "İ", "ww", "a1 b2 c3 d4 e5 f6 g7 h8 i9 k0 l1 m2 n3 o4 p5",
    null, undefined, {}, [], 12, NaN, 10n, true, Symbol("x"), () => 1,
  ];
  const options = [
    undefined, null, {}, { filters: null }, { filters: "abc" },
    { filters: { kind: Array(5000).fill("q"), state: "open", constructor: [{}] } },
    { sort: "nothing", limit: -1, offset: -5 }, { limit: Infinity, offset: 1e9 }, { limit: "5", offset: {} },
    { sort: "start", today: "?" }, { today: 12 }, { sort: "deadline", today: Symbol("x") },
    { literal: 1, typing: 0 },
  ];
  const isWhole = ({ title, highlights }) =>
    highlights.every(([start, end]) => start < end && end <= title.length);
  const faults = [];
  for (const some of indexes) for (const query of typed) for (const chosen of options) {
    try {
      const { results } = structuredClone(search(some, query, chosen));
      if (!results.every(isWhole)) throw new Error("A highlight is out of its title.");
    } catch (error) {
      faults.push(`${String(query).slice(0, 40)} ${error.stack}`);
    }
  }
  const long = ["lớp ".repeat(3000), many].map((query) => search(index, query).notes[0].type);
  const totals = (query) => indexes.map((some) => search(some, query).total);
  return { faults, long, everything: [null, {}, Symbol("x")].map(totals), few: totals(records[0].title) };
}"""


@pytest.fixture(scope="module")
def answers(scripts: Page) -> dict[str, Any]:
    """What the modules answer to all cases, and to what is no query."""
    sets = sets_for_the_browser()
    return dict(
        scripts.evaluate(ANSWERS, [sets, WORDS])
        | scripts.evaluate(FAULTS, [sets[0]["records"], sets[0]["glossary"]])
    )


@pytest.mark.parametrize(("name", "turn"), CASES)
def test_a_query_is_answered_as_the_table_says(answers: dict[str, Any], name: str, turn: int):
    case = SETS[name]["cases"][turn]
    answer, answer_with_late_texts = answers["sets"][list(SETS).index(name)][turn]
    expected = {part: case[part] for part in case if part not in ASKING}
    assert expected
    assert {part: TELLERS[part](answer, case) for part in expected} == expected
    assert answer_with_late_texts == answer


def order(answer: dict[str, Any], case: dict[str, Any]) -> list[str]:
    ids = [result["id"] for result in answer["results"]]
    assert answer["total"] >= len(ids)
    return ids[: case.get("first", len(ids))]


def found(answer: dict[str, Any], case: dict[str, Any]) -> list[str]:
    ids = {result["id"] for result in answer["results"]}
    return [id for id in case["found"] if id in ids] + sorted(ids - set(case["found"]))


def notes(answer: dict[str, Any], _: dict[str, Any]) -> list[str]:
    return [
        f"{note['type']}: {note['from']}" + (f" → {note['to']}" if note["to"] else "")
        for note in answer["notes"]
    ]


def marked(answer: dict[str, Any], _: dict[str, Any]) -> str:
    first = answer["results"][0]
    return with_brackets(first["title"], first["highlights"])


def with_brackets(text: str, highlights: list[tuple[int, int]]) -> str:
    for start, end in reversed(highlights):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def why(answer: dict[str, Any], _: dict[str, Any]) -> dict[str, str]:
    told = {each["id"]: each["why"] for each in answer["results"] if "why" in each}
    return {
        id: f"{each['label']}: {with_brackets(each['text'], each['highlights'])}" for id, each in told.items()
    }


def facets(answer: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
    return {facet: answer["facets"][facet] for facet in case["facets"]}


def classes(answer: dict[str, Any], _: dict[str, Any]) -> dict[str, list[str]]:
    return {result["id"]: result["classes"] for result in answer["results"] if result["classes"]}


def drafts(answer: dict[str, Any], _: dict[str, Any]) -> int:
    count: int = answer["drafts"]
    return count


def right(answer: dict[str, Any], _: dict[str, Any]) -> int:
    count: int = answer["right"]
    return count


def scattered(answer: dict[str, Any], _: dict[str, Any]) -> int:
    count: int = answer["scattered"]
    return count


def partly(answer: dict[str, Any], _: dict[str, Any]) -> int:
    count: int = answer["partly"]
    return count


TELLERS: dict[str, Callable[[dict[str, Any], dict[str, Any]], Any]] = {
    each.__name__: each
    for each in (order, found, notes, marked, why, facets, classes, drafts, right, scattered, partly)
}


@pytest.mark.parametrize("part", ["fold", "words", "keys"])
def test_the_browser_takes_text_apart_as_the_table_says(answers: dict[str, Any], part: str):
    assert answers[part] == [row[1] for row in WORDS[part]]


def test_the_browser_knows_spellings_of_one_word_and_no_others(answers: dict[str, Any]):
    assert answers["same"] == [True] * len(WORDS["same"]) + [False] * len(WORDS["different"])


def test_one_slip_away_holds_in_both_directions(answers: dict[str, Any]):
    assert answers["slips"] == [[each[2:] != [False]] * 2 for each in WORDS["slips"]]


def test_nothing_that_can_be_typed_or_asked_breaks_the_search(answers: dict[str, Any]):
    assert answers["faults"] == []


def test_a_query_that_is_too_long_is_cut_and_says_so(answers: dict[str, Any]):
    assert answers["long"] == ["too_long"] * 2


def test_what_is_no_text_finds_everything(answers: dict[str, Any]):
    assert answers["everything"] == [[len(SETS["matching"]["records"]), 1, 0]] * 3


def test_the_only_record_is_found_and_in_an_empty_catalogue_there_is_nothing(answers: dict[str, Any]):
    assert answers["few"][1:] == [1, 0]


TIMES = """async ([classes, sorts, today]) => {
  const { classesOf, standingOf, timeOf } = await import("/search/page/standing.js");
  const result = { kind: "program", ended: false, times: {}, matching: [], classes };
  const known = classesOf(result, today);
  return sorts.map((sort) => [timeOf(result, known, sort), standingOf(result, known, today).words]);
}"""


def test_a_result_tells_the_class_that_its_list_is_sorted_by(scripts: Page):
    days = [("2027-01-18", "2026-12-14"), ("2027-01-25", "2026-12-04"), ("2026-11-20", "")]
    classes = [
        {**BLANK_CLASS, "id": f"lop-{at}", "start": start, "deadline": deadline}
        for at, (start, deadline) in enumerate(days)
    ]
    told = scripts.evaluate(TIMES, [classes, ["start", "deadline", "relevance"], TODAY])
    due = "Còn 9 ngày gửi danh sách"
    assert told == [["từ 18-1-2027", due], ["từ 25-1-2027", due], ["từ 25-1-2027", due]]
