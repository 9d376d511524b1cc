"""Where something stands: the table of tests/standing.yml, told alike by all who show or count a state.

They are the scripts' function, pages, results, filters, the table for spreadsheets, questionnaire and list.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from catalogue.model.standing import ClassTimes, Phase, Standing, times_json
from tests.browser.conftest import Builder, served
from tests.catalogue.views.small import SETTINGS, catalogue_of
from tests.standing import ALWAYS, CASES, DAYS, ONE, Case, files

TOLD = Path(__file__).with_name("standing.js").read_text(encoding="utf-8")
FUNCTION = """async (all) => {
  const { standingOn } = await import(new URL("assets/javascripts/common/standing.js", document.baseURI));
  const told = ({ phase, words, over, soon }) => [phase, words, over, soon];
  return all.map(([day, times]) => told(standingOn(day, times)));
}"""
LABELS = """async () => {
  const { STATES } = await import(new URL("assets/javascripts/search/engine/classes.js", document.baseURI));
  const { labelOf } = await import(new URL("assets/javascripts/search/page/words.js", document.baseURI));
  return Object.fromEntries(STATES.map((state) => [state, labelOf({}, "state", state)]));
}"""
NOTHING = Standing(Phase.UNKNOWN, "")


@pytest.fixture(scope="module")
def site_url(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    data = tmp_path_factory.mktemp("standing") / "data"
    for path, text in {"site.yml": SETTINGS, **files()}.items():
        file = data / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    with served(built("standing/thu", data).parent) as address:
        yield f"{address}thu/"


@pytest.fixture(scope="module")
def told(browser: Browser, site_url: str) -> dict[str, dict[str, dict[str, Any]]]:
    """What everyone tells of every case, by day and who it is."""
    context = browser.new_context(timezone_id="Asia/Ho_Chi_Minh")
    page = context.new_page()
    page.goto(site_url)
    cases = [{"id": case.id, "hasClass": bool(case.classes)} for case in CASES]
    found = {}
    for day in DAYS:
        page.clock.set_fixed_time(f"{day}T08:00:00+07:00")
        found[day] = page.evaluate(TOLD, [cases, day])
    context.close()
    return found


def compared(told: dict[str, Any], who: str, expected: Any, cases: list[Case]) -> dict[str, Any]:
    """What somebody tells otherwise than the table does, by case and day: what is told, what should be."""
    wrong = {}
    for case in cases:
        for day in case.days:
            found, wanted = told[day][who].get(case.id), expected(case, day)
            if found != wanted:
                wrong[f"{case.written['what']} ({case.id}), {day}"] = (found, wanted)
    return wrong


def record_of(case: Case, day: str) -> Standing:
    """The one state that a list has of a record: of what tells nothing, none."""
    record = case.seen(day).record
    return NOTHING if record.phase is Phase.UNKNOWN else record


def test_the_function_of_the_scripts_tells_what_the_table_does(module: Page):
    catalogue = catalogue_of(files())
    asked, wanted = [], []
    for case in ONE:
        times = case.times(catalogue)
        whole = {"whole": times_json(times.whole)} if isinstance(times, ClassTimes) else {}
        for day in case.written["states"]:
            asked.append([None if day == ALWAYS else day, {**times_json(times), **whole}])
            wanted.append(list(case.seen(day).own))
    assert module.evaluate(FUNCTION, asked) == wanted


def test_a_page_has_the_words_that_hold_whatever_the_day_and_then_those_of_the_readers(told: Any):
    def now(case: Case, day: str) -> list[Any] | None:
        own = case.seen(day).own
        return [own.phase, own.words, own.soon] if own.words else None

    def always(case: Case, _: str) -> list[Any] | None:
        return now(case, ALWAYS)

    # A programme that tells no state on its page has no tag.
    tagged = [case for case in ONE if case.classes or case.seen(case.days[0]).own.words]
    assert compared(told, "states", now, tagged) == {}
    assert (
        compared(told, "always", always, [case for case in tagged if ALWAYS in case.written["states"]]) == {}
    )


def test_a_result_has_the_one_state_of_its_record(told: Any):
    def shown(case: Case, day: str) -> list[Any]:
        phase, words, over, soon = record_of(case, day)
        return [phase if words else "", words, soon, over]

    assert compared(told, "results", shown, CASES) == {}


def test_the_table_for_spreadsheets_says_what_the_result_does(told: Any):
    assert compared(told, "table", lambda case, day: record_of(case, day).words, CASES) == {}


def test_a_filter_finds_a_class_by_what_is_shown_of_it(told: Any):
    def phase(case: Case, day: str) -> list[str]:
        own = case.seen(day).own.phase
        return [own if case.classes or own is Phase.PAST else Phase.UNKNOWN]

    assert compared(told, "filter", phase, ONE) == {}


def test_the_filter_has_every_phase_of_a_class_with_words_for_it(module: Page):
    labels = module.evaluate(LABELS)
    assert set(labels) == set(Phase) - {Phase.PROPOSED}
    assert all(labels.values())


def test_the_questionnaire_shows_what_is_to_come_as_it_stands(told: Any):
    def entry(case: Case, day: str) -> list[Any]:
        own = case.seen(day).own
        return [[] if own.over else [list(own)], own.over, record_of(case, day).over]

    def whole(case: Case, day: str) -> list[Any]:
        own = case.seen(day).own
        return [list(own), own.over]

    assert compared(told, "questionnaire of classes", entry, [case for case in ONE if case.classes]) == {}
    assert (
        compared(told, "questionnaire of programmes", whole, [case for case in ONE if not case.classes]) == {}
    )


def test_the_list_shows_an_entry_as_it_stands(told: Any):
    assert compared(told, "list", lambda case, day: list(case.seen(day).own), ONE) == {}
    assert compared(told, "list of records", lambda case, day: list(record_of(case, day)), CASES) == {}
