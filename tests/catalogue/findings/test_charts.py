"""Charts: what is drawn beside what, on which scale, and what a chart cannot say."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from catalogue.findings.charts import Chart, chart_of, report_charts, statements
from catalogue.findings.limits import Charted, Limit, Limits, limits_of_record, limits_of_time
from catalogue.language.vocabulary import Progress
from catalogue.model.collection import Catalogue
from catalogue.model.parts import Part
from tests.catalogue.views.small import DRAFT, REPORTED, catalogue_of


def programme(title: str, figures: str, more: str = "period: {start: 2018, end: 2022}\n") -> str:
    return f"title: {title}\nstate: done\n{more}figures: [{figures}]\n{REPORTED}"


def learners(value: int, more: str = "") -> str:
    return f"{{measure: learners, value: {value}{more}}}"


def classes(value: int) -> str:
    return f"{{measure: classes, value: {value}}}"


def done(files: Mapping[str, str], years: tuple[int, ...] = (2018, 2022)) -> tuple[Catalogue, Chart]:
    """The chart of what was done in some years."""
    catalogue = catalogue_of({f"programs/{id}.yml": text for id, text in files.items()})
    return catalogue, chart_of(statements(catalogue)[Progress.DONE][years])


def drawn(chart: Chart) -> list[list[str]]:
    """The bars of each row: where they begin and how long they are."""
    return [[f"{each.begins}+{each.value}" if each else "" for each in row.drawn] for row in chart.rows]


def of_report(text: str) -> list[tuple[str, list[list[str]]]]:
    """The charts of a report: how long a full bar is, marked where it is all that there is, and the bars."""
    catalogue = catalogue_of({"reports/x.yml": f"title: X\n{text}\n{REPORTED}"})
    return [
        (
            " ".join(f"{each.most}{'!' if each.is_whole else ''} {each.label}" for each in chart.scales),
            drawn(chart),
        )
        for chart in report_charts(catalogue.reports["x"]).charts
    ]


def test_each_unit_has_a_scale_of_its_own_and_the_largest_comes_first():
    _, chart = done(
        {
            "a": programme("A", f"{classes(5)}, {learners(90)}"),
            "b": programme("B", f"{classes(12)}, {{measure: attendances, value: 700}}"),
            "c": programme("C", f"{classes(7)}, {learners(400)}"),
        }
    )
    assert [(scale.label, int(scale.most)) for scale in chart.scales] == [("lớp", 12), ("học viên", 400)]
    assert [row.about.title for row in chart.rows if not isinstance(row.about, Part)] == ["B", "C", "A"]
    assert drawn(chart) == [["0+12", ""], ["0+7", "0+400"], ["0+5", "0+90"]]
    assert [[each.label for each in row.others] for row in chart.rows] == [["lượt học viên"], [], []]


def test_of_units_that_as_many_have_those_stated_first_are_drawn():
    units = ["đoàn", "chi bộ", "tổ", "bài", "ý kiến"]
    figures = ", ".join(f"{{measure: learners, value: 1, unit: {unit}}}" for unit in units)
    _, chart = done({"a": programme("A", figures), "b": programme("B", figures)})
    assert {scale.label for scale in chart.scales} == set(units[:4])


def test_a_unit_of_one_row_and_a_number_of_a_part_have_no_bar():
    _, chart = done(
        {"a": programme("A", f"{classes(5)}"), "b": programme("B", learners(3, ", title: Đợt 1"))}
    )
    assert chart.scales == ()
    assert [len(row.others) for row in chart.rows] == [1, 1]


def test_figures_stand_in_the_time_that_they_state_and_drafts_in_none():
    own = ", period: {start: 2020, end: 2020}"
    catalogue = catalogue_of(
        {
            "programs/a.yml": programme("A", f"{classes(5)}, {learners(3, own)}"),
            "programs/b.yml": programme("B", classes(5), ""),
            "programs/c.yml": programme("C", classes(5)).replace(REPORTED, DRAFT),
            "plans/d.yml": f"title: D\nyear: 2024\nfigures: [{learners(8, ', state: planned')}]\n{REPORTED}",
        }
    )
    found = {
        state: {years: [each.owner.id for each in stated] for years, stated in times.items()}
        for state, times in statements(catalogue).items()
    }
    assert found == {
        Progress.DONE: {(2018, 2022): ["a"], (2020,): ["a"], (): ["b"]},
        Progress.PLANNED: {(2024,): ["d"]},
    }


COMPUTED = "parts: [{title: A, value: 5}, {title: B, value: 4, computed_from: 9 − 5}]"
STAFF = "{{measure: staff, value: {}, title: A, as_of: {}}}"
PARTS = "parts: [{title: A, value: 40}, {title: B, value: 60}]"


@pytest.mark.parametrize(
    ("declared", "charts"),
    [
        (
            f"[{{measure: staff, value: 100, {PARTS}, parts_add: yes}}]",
            [("100! người", [["0+100"], ["0+40"], ["40+60"]])],
        ),
        (
            f"[{{measure: staff, value: 90, {PARTS}, parts_add: overlap}}]",
            [("90 người", [["0+90"], ["0+40"], ["0+60"]])],
        ),
        (
            "[{measure: criteria, value: 39, state: done}, {measure: criteria, value: 55, title: B}]",
            [("55! chỉ tiêu", [["0+39"], ["0+55"]])],
        ),
        (
            f"[{STAFF.format(9, 2020)}, {STAFF.format(7, 2020)}]",
            [("9 người", [["0+9"], ["0+7"]])],
        ),
        (
            f"[{STAFF.format(9, 2020)}, {STAFF.format(7, 2021)}]",
            [],
        ),
        ("[{measure: share, value: 17.9, title: Nữ}]", [("100! %", [["0+17.9"]])]),
        ("[{measure: area, value: 4.2}]", []),
        (
            "[{measure: staff, value: 0, title: A}, {measure: staff, value: 0, title: B}]",
            [("0 người", [["0+0"]] * 2)],
        ),
    ],
)
def test_the_shape_of_a_report_decides_what_is_drawn(declared: str, charts: list[object]):
    assert of_report(f"declared: {declared}") == charts


def test_rows_of_a_report_keep_their_order_and_units_apart():
    rows = ", ".join(
        f"{{title: {title}, figures: [{{measure: units, value: {khoa}, unit: khoa}},"
        f" {{measure: units, value: {phong}, unit: phòng}}]}}"
        for title, khoa, phong in (("Sau", 3, 2), ("Trước", 5, 3))
    )
    assert of_report(f"rows: [{rows}]") == [("5 khoa 3 phòng", [["0+3", "0+2"], ["0+5", "0+3"]])]


# What a chart cannot say


def limits(files: Mapping[str, str]) -> Limits:
    catalogue, chart = done(files)
    return limits_of_time(catalogue, Charted(chart, Progress.DONE, (2018, 2022)))


TIMED = "period: {start: 2018, end: 2022, inferred: true}\n"
SAME = {"organizations/truong.yml": f"title: Trường\ncategory: school\n{REPORTED}"}


def test_a_chart_says_which_rows_lie_in_others_and_which_may():
    found = limits(
        {
            "a": programme("A", classes(9)),
            "b": programme("B", classes(5), f"{TIMED}part_of: a\n"),
            "c": programme("C", classes(5), f"{TIMED}perhaps_part_of: a\n"),
            "d": f"title: D\nperiod: {{start: 2018, end: 2022}}\n{REPORTED}",
        }
    )
    assert found == {
        Limit.NOT_ALL: 1,
        Limit.WITHOUT: 1,
        Limit.INSIDE: 1,
        Limit.PERHAPS: 1,
        Limit.INFERRED: 2,
        Limit.UNCHECKED: 1,
    }


def test_rows_that_share_a_body_may_count_the_same_people():
    opened = "period: {start: 2018, end: 2022}\norganizers: [truong]\n"
    catalogue = catalogue_of(
        {
            **SAME,
            "programs/a.yml": programme("A", f"{classes(5)}, {learners(7)}", opened),
            "programs/b.yml": programme("B", f"{classes(5)}, {learners(7)}", opened),
            "programs/c.yml": programme("C", classes(5)),
        }
    )
    chart = chart_of(statements(catalogue)[Progress.DONE][2018, 2022])
    found = limits_of_time(catalogue, Charted(chart, Progress.DONE, (2018, 2022)))
    assert (found[Limit.SHARED], found[Limit.UNITS]) == (2, 1)


@pytest.mark.parametrize(
    ("declared", "found"),
    [
        (f"{{measure: staff, value: 100, {PARTS}, parts_add: yes, as_of: 2022-12-31}}", set()),
        (f"{{measure: staff, value: 100, {PARTS}, as_of: 2022}}", {Limit.PARTS_APART}),
        (f"{{measure: staff, value: 100, {PARTS}, parts_add: yes}}", {Limit.UNTIMED}),
        (
            f"{{measure: staff, value: 100, bound: almost, {PARTS}, parts_add: yes, as_of: 2022}}",
            {Limit.INEXACT},
        ),
        (
            f"{{measure: staff, value: 9, as_of: 2022, state: planned, parts_add: no, {COMPUTED}}}",
            {Limit.PLANNED, Limit.COMPUTED, Limit.PARTS_APART},
        ),
    ],
)
def test_what_a_chart_of_a_report_cannot_say_follows_from_its_figures(declared: str, found: set[Limit]):
    catalogue = catalogue_of({"reports/x.yml": f"title: X\ndeclared: [{declared}]\n{REPORTED}"})
    report = catalogue.reports["x"]
    (chart,) = report_charts(report).charts
    assert set(limits_of_record(chart, report)) == found | {Limit.UNCHECKED}
