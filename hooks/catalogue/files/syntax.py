"""What YAML's parser says when it stumbles, in an editor's words and with what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from catalogue.files.guard import LINE_BREAK, LineColumn
from catalogue.files.slips import slip_in
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, tell

CONSTANTS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""The words that are no text where they stand without quotes, and their values."""


class Stumble(NamedTuple):
    """A mistake in the syntax: `words` of the parser that name it, what they mean, what to do.

    It is told where the parser was, or where the thing begins that was `opened` and lacks its end.
    """

    words: str
    meaning: str
    advice: str
    opened: bool = False


class Stop(NamedTuple):
    """Where the parser gave up: its words, where it was, where the thing begins that it was reading."""

    words: str
    met: LineColumn | None
    began: LineColumn | None


NO_SPACE = Stumble(
    "found unexpected ':'",
    "Sau dấu hai chấm thiếu dấu cách",
    "Sau dấu hai chấm phải có một dấu cách: viết «khóa: giá trị».",
)
QUOTE = "Nếu dấu này thuộc nội dung, đặt cả giá trị trong dấu nháy kép"

STUMBLES = (
    Stumble(
        "mapping values are not allowed",
        "Có dấu hai chấm ở chỗ không được có",
        f"{QUOTE}; nếu là khóa mới, cho thẳng cột với các khóa cùng cấp, "
        "và xem dòng trên có thiếu dấu hai chấm không.",
    ),
    Stumble(
        "mapping keys are not allowed", "Giá trị bắt đầu bằng dấu «?»", "Đặt cả giá trị trong dấu nháy kép."
    ),
    NO_SPACE,
    Stumble(
        "found unexpected end of stream",
        "Dấu nháy mở ở đây mà không đóng lại",
        "Thêm dấu nháy đóng ở cuối giá trị.",
        opened=True,
    ),
    Stumble(
        "found unexpected document indicator",
        "Dấu nháy mở ở đây mà không đóng lại",
        "Thêm dấu nháy đóng ở cuối giá trị.",
        opened=True,
    ),
    Stumble(
        "could not find expected ':'",
        "Dòng này thiếu dấu hai chấm, hoặc nối dòng trên mà chưa thụt lề",
        "Khóa thì viết «khóa: giá trị», có dấu cách sau dấu hai chấm; "
        "dòng nối tiếp thì thụt vào hai dấu cách; lời giải thích thì để dấu # ở đầu dòng.",
        opened=True,
    ),
    Stumble(
        "did not find expected ',' or ']'",
        "Danh sách trong ngoặc vuông mở ở đây chưa đóng đúng",
        "Thêm dấu «]», hoặc viết mỗi mục một dòng bắt đầu bằng «- »; "
        "mục có dấu phẩy hay dấu ngoặc thì đặt trong dấu nháy kép.",
        opened=True,
    ),
    Stumble(
        "did not find expected ',' or '}'",
        "Nhóm trong ngoặc nhọn mở ở đây chưa đóng đúng",
        "Thêm dấu «}», hoặc viết mỗi khóa một dòng; "
        "giá trị có dấu phẩy hay dấu ngoặc thì đặt trong dấu nháy kép.",
        opened=True,
    ),
    Stumble(
        "did not find expected node content",
        "Thừa hoặc thiếu dấu phẩy, dấu ngoặc ở đây",
        f"Xóa dấu thừa hoặc thêm giá trị. {QUOTE}.",
    ),
    Stumble(
        "block sequence entries are not allowed",
        "Dấu gạch đầu dòng đứng ở chỗ không được có",
        "Đưa «- » xuống dòng riêng, thụt vào dưới tên khóa.",
    ),
    Stumble(
        "did not find expected '-' indicator",
        "Giữa danh sách có dòng không bắt đầu bằng «- »",
        "Cho mọi dấu «- » của một danh sách thẳng cột với nhau; khóa thì viết ngoài danh sách.",
    ),
    Stumble(
        "did not find expected key",
        "Thụt lề không đều, hoặc còn chữ thừa sau dấu nháy, dấu ngoặc đóng",
        "Cho các khóa cùng cấp thẳng cột với nhau; "
        "giá trị bắt đầu bằng dấu nháy hay dấu ngoặc thì đặt cả giá trị trong dấu nháy kép.",
    ),
    Stumble(
        "while scanning a block scalar",
        "Dấu «|» hoặc «>» viết không đúng",
        f"Xuống dòng ngay sau dấu này rồi thụt vào hai dấu cách. {QUOTE}.",
    ),
    Stumble(
        "while parsing a quoted scalar",
        "Dấu «\\» trong dấu nháy kép không đúng cách",
        "Viết «\\\\» thay cho «\\», hoặc bao giá trị bằng dấu nháy đơn.",
    ),
    Stumble(
        "directive",
        "Dòng bắt đầu bằng dấu «%»",
        "Xóa dòng này; nếu là nội dung của dòng trên, thụt vào hai dấu cách.",
    ),
    Stumble("incompatible YAML document", "Dòng bắt đầu bằng dấu «%»", "Xóa dòng này."),
    Stumble(
        "found character that cannot start any token",
        "Giá trị bắt đầu bằng một dấu dành riêng của YAML",
        "Đặt cả giá trị trong dấu nháy kép.",
    ),
    Stumble(
        "while scanning an a", "Giá trị bắt đầu bằng dấu «&» hoặc «*»", "Đặt cả giá trị trong dấu nháy kép."
    ),
    Stumble(" a tag", "Giá trị bắt đầu bằng dấu «!»", "Đặt cả giá trị trong dấu nháy kép."),
    Stumble("undefined tag handle", "Giá trị bắt đầu bằng dấu «!»", "Đặt cả giá trị trong dấu nháy kép."),
    Stumble(
        "did not find expected <document start>",
        "Còn chữ sau chỗ bản ghi đã kết thúc",
        "Xóa phần thừa, hoặc chuyển sang tệp khác.",
    ),
)
"""What the parser may say. Where two have words in common, the first holds."""
AFTER_QUOTE = Stumble(
    "",
    "Còn chữ sau dấu nháy đóng",
    "Trong câu dùng « » thay cho dấu nháy kép; dấu nháy kép chỉ đứng ở đầu và cuối cả giá trị.",
)
SWALLOWED_ITEM = Stumble(
    "",
    "Dấu gạch đầu dòng không thẳng cột với mục ở trên nên bị coi là chữ của dòng trên",
    "Cho mọi dấu «- » của một danh sách thẳng cột với nhau; nếu là câu văn thì viết liền trên một dòng.",
)
UNKNOWN_STUMBLE = Stumble("", "Tệp viết sai quy tắc YAML", "So chỗ này với một tệp đúng cùng loại.")

COLON_EXPECTED = ("mapping values are not allowed", "could not find expected ':'")
"""What the parser says on the line of a colon that lacks its space, or on a line below it."""
UNSPACED_KEY = re.compile(r" *(?:- +)*[a-z_]+:(?=[^\s/])")
"""The beginning of a line that would be a key if a space followed its colon. An address is none."""
SPACED_KEY = re.compile(r" *(?:- +)*[^\s:]+:(?=\s|$)")


def syntax_problem(path: str, text: str, stop: Stop) -> Problem:
    """The problem of a text that the parser could not read to its end."""
    stumble, at = explained(LINE_BREAK.split(text), stop)
    return misspelt(path, stumble, at)


def misspelt(path: str, stumble: Stumble, at: LineColumn) -> Problem:
    """The problem that a stumble is, at a line and column."""
    line, column = at
    return tell(
        path,
        (),
        FaultCode.YAML_SYNTAX,
        line=line,
        column=column,
        meaning=stumble.meaning,
        advice=stumble.advice,
    )


def explained(lines: Sequence[str], stop: Stop) -> tuple[Stumble, LineColumn]:
    """What is wrong in the lines of a text that the parser gave up, and where.

    A forgotten space after a colon and words after a closing quote come first: the parser does not name them.
    """
    stumble = stumble_of(stop.words)
    at = (stop.began if stumble.opened else stop.met) or (1, 1)
    if stop.met and "did not find expected" in stop.words and follows_quote(lines, stop.met):
        return AFTER_QUOTE, stop.met
    if stumble.words in COLON_EXPECTED and (colon := unspaced_key(lines[: at[0]])):
        return NO_SPACE, colon
    if slip := slip_in(lines, stop.words, at):
        return Stumble("", slip.meaning, slip.advice), slip.at
    last = len(lines) - (not lines[-1]) or 1
    return stumble, at if at[0] <= last else (last, 1)


def stumble_of(words: str) -> Stumble:
    """The stumble that the parser's words name."""
    return next((stumble for stumble in STUMBLES if stumble.words in words), UNKNOWN_STUMBLE)


def follows_quote(lines: Sequence[str], at: LineColumn) -> bool:
    """Whether words stand at a line and column, right behind a closing quote."""
    line, column = "".join(lines[at[0] - 1 : at[0]]), at[1]
    return line[: column - 1].rstrip(" ")[-1:] in {'"', "'"} and line[column - 1 : column] not in set(",]}")


def unspaced_key(lines: Sequence[str]) -> LineColumn | None:
    """The line and column behind a colon that lacks its space; None if there is none.

    The parser takes the line of such a colon and the lines below it for one text, and stumbles only later.
    So the lines are searched from the last upwards, as far as a key that is written properly.
    """
    for number in range(len(lines), 0, -1):
        if found := UNSPACED_KEY.match(lines[number - 1]):
            return number, found.end() + 1
        if number < len(lines) and SPACED_KEY.match(lines[number - 1]):
            return None
    return None
