"""The words of YAML: those that are no text; and what its parser says when it stumbles, in an editor's words and with the remedy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

CONSTANTS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""The plain words that are no text."""


class Stumble(NamedTuple):
    """What the parser says (`words`), what it means, what to do; told where the parser was, or where the thing was `opened` that it misses the end of."""

    words: str
    meaning: str
    advice: str
    opened: bool = False


QUOTE = "Nếu dấu này thuộc nội dung, đặt cả giá trị trong dấu nháy kép"

STUMBLES = (
    Stumble(
        "mapping values are not allowed",
        "Có dấu hai chấm ở chỗ không được có",
        f"{QUOTE}; nếu là khóa mới, cho thẳng cột với các khóa cùng cấp, và xem dòng trên có thiếu dấu hai chấm không.",
    ),
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
        "Khóa thì viết «khóa: giá trị», có dấu cách sau dấu hai chấm; dòng nối tiếp thì thụt vào hai dấu cách.",
        opened=True,
    ),
    Stumble(
        "did not find expected ',' or ']'",
        "Danh sách trong ngoặc vuông mở ở đây chưa đóng đúng",
        "Thêm dấu «]», hoặc viết mỗi mục một dòng bắt đầu bằng «- »; mục có dấu phẩy hay dấu ngoặc thì đặt trong dấu nháy kép.",
        opened=True,
    ),
    Stumble(
        "did not find expected ',' or '}'",
        "Nhóm trong ngoặc nhọn mở ở đây chưa đóng đúng",
        "Thêm dấu «}», hoặc viết mỗi khóa một dòng; giá trị có dấu phẩy hay dấu ngoặc thì đặt trong dấu nháy kép.",
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
        "Cho các khóa cùng cấp thẳng cột với nhau; giá trị bắt đầu bằng dấu nháy hay dấu ngoặc thì đặt cả giá trị trong dấu nháy kép.",
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
    Stumble(
        "did not find expected <document start>",
        "Còn chữ sau chỗ bản ghi đã kết thúc",
        "Xóa phần thừa, hoặc chuyển sang tệp khác.",
    ),
)
NO_SPACE = Stumble(
    "", "Sau dấu hai chấm thiếu dấu cách", "Sau dấu hai chấm phải có một dấu cách: viết «khóa: giá trị»."
)
AFTER_QUOTE = Stumble(
    "",
    "Còn chữ sau dấu nháy đóng",
    "Trong câu dùng « » thay cho dấu nháy kép; dấu nháy kép chỉ đứng ở đầu và cuối cả giá trị.",
)
UNKNOWN = Stumble("", "Tệp viết sai quy tắc YAML", "So chỗ này với một tệp đúng cùng loại.")


COLON_EXPECTED = ("mapping values are not allowed", "could not find expected ':'")
"""What the parser says on the line of a colon without a space, or on one of those after it."""
UNSPACED_KEY = re.compile(r" *(?:- +)*[a-z_]+:(?=[^\s/])")
"""The beginning of a line that is a key but for the space after its colon; an address is none."""
SPACED_KEY = re.compile(r" *(?:- +)*[^\s:]+:(?=\s|$)")


def unspaced_key(lines: Sequence[str]) -> tuple[int, int] | None:
    """Line and column after the colon without a space that the parser took the last of some lines for the end of; None where there is none."""
    for number in range(len(lines), 0, -1):
        if found := UNSPACED_KEY.match(lines[number - 1]):
            return number, found.end() + 1
        if number < len(lines) and SPACED_KEY.match(lines[number - 1]):
            return None
    return None


def follows_quote(line: str, column: int) -> bool:
    """Whether words stand at a column, right behind a quote that has closed."""
    return line[: column - 1].rstrip(" ")[-1:] in {'"', "'"} and line[column - 1 : column] not in set(",]}")


def stumble_of(said: str) -> Stumble:
    """What the parser's words mean."""
    return next((stumble for stumble in STUMBLES if stumble.words in said), UNKNOWN)
