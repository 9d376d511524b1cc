"""The four forms of a list of problems."""

from __future__ import annotations

import json

from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, tell
from catalogue.problems.report import (
    as_github,
    as_gitlab,
    as_json,
    as_text,
    explanation,
    in_words,
    location,
)

ERROR = tell("data/a,b:c.yml", ("classes", 0, "id"), FaultCode.DUPLICATE_CLASS, line=3, column=7, id="100 %")
WARNING = tell(
    "data/b.yml",
    ("lead",),
    FaultCode.BODY_NOT_EXISTING,
    line=1,
    column=1,
    title="Sở A",
    life="kết thúc hoạt động 2024",
    period="năm 2025",
    advice="Xem lại.",
)
PROBLEMS = (ERROR, WARNING)
ERROR_WORDS = (
    "Mã lớp «100 %» đã dùng cho lớp khác của chương trình này. Đặt mã khác; không dùng lại mã của lớp cũ."
)
WARNING_WORDS = "Sở A kết thúc hoạt động 2024, không khớp thời gian năm 2025 của bản ghi này. Xem lại."


def test_a_problem_has_one_location_and_one_explanation():
    assert location(ERROR) == "data/a,b:c.yml:3:7"
    assert [explanation(problem) for problem in PROBLEMS] == [ERROR_WORDS, WARNING_WORDS]


def test_the_words_of_a_problem_begin_with_its_code_and_a_warning_says_that_it_is_one():
    assert in_words(ERROR) == f"duplicate-class {ERROR_WORDS}"
    assert in_words(WARNING) == f"cảnh báo body-not-existing {WARNING_WORDS}"


def test_text_has_one_line_a_problem():
    assert as_text(PROBLEMS) == (
        f"data/a,b:c.yml:3:7: duplicate-class {ERROR_WORDS}\n"
        f"data/b.yml:1:1: cảnh báo body-not-existing {WARNING_WORDS}\n"
    )


def test_github_gets_each_problem_as_text_and_its_command_with_what_it_would_misread_escaped():
    first, annotated, second, annotated_too = as_github(PROBLEMS).splitlines()
    assert f"{first}\n{second}\n" == as_text(PROBLEMS)
    assert annotated == (
        "::error file=data/a%2Cb%3Ac.yml,line=3,col=7,title=duplicate-class::"
        + ERROR_WORDS.replace("100 %", "100 %25")
    )
    assert annotated_too == f"::warning file=data/b.yml,line=1,col=1,title=body-not-existing::{WARNING_WORDS}"


def test_github_finds_no_command_in_what_somebody_typed():
    typed = tell(
        "data/a.yml", (), FaultCode.DUPLICATE_CLASS, line=1, column=1, id="##[stop-commands]x\n::error::y"
    )
    text, command = as_github([typed]).splitlines()
    assert "##[" not in text
    assert not text.lstrip().startswith("::")
    assert command.startswith("::error file=data/a.yml,line=1,col=1,title=duplicate-class::")


def test_github_is_told_of_more_than_it_annotates_line_by_line():
    many = [tell(f"data/{number}.yml", (), FaultCode.ALIAS, line=number, column=2) for number in range(1, 31)]
    log = as_github(many).splitlines()
    assert [line for line in log if line.startswith("data/")] == as_text(many).splitlines()


def test_gitlab_gets_its_code_quality_report():
    first, second = json.loads(as_gitlab(PROBLEMS))
    assert first["location"] == {"path": "data/a,b:c.yml", "lines": {"begin": 3}}
    assert (first["check_name"], first["severity"], second["severity"]) == (
        "duplicate-class",
        "major",
        "minor",
    )


def test_gitlab_tells_equal_problems_apart_and_knows_them_again_when_their_lines_move():
    def fingerprints(*lines: int) -> list[str]:
        return [
            each["fingerprint"]
            for each in json.loads(
                as_gitlab([tell("a.yml", (), FaultCode.ALIAS, line=line, column=1) for line in lines])
            )
        ]

    assert len(set(fingerprints(1, 2, 3))) == 3
    assert fingerprints(1, 2) == fingerprints(5, 9)


def test_json_says_all_that_is_known():
    first, second = json.loads(as_json(PROBLEMS))
    assert first == {
        "path": "data/a,b:c.yml",
        "line": 3,
        "column": 7,
        "place": ["classes", 0, "id"],
        "severity": "error",
        "code": "duplicate-class",
        "message": ERROR.message,
        "remedy": ERROR.remedy,
    }
    assert second["severity"] == "warning"


def test_no_problems_are_an_empty_list_in_every_form():
    none: list[Problem] = []
    assert (as_text(none), as_github(none), json.loads(as_gitlab(none)), json.loads(as_json(none))) == (
        "",
        "",
        [],
        [],
    )
