"""Odd spaces, dashes, colons and quotes where YAML or a value asks for usual ones: told where they stand."""

from __future__ import annotations

import re
from dataclasses import replace

from catalogue.files.guard import LINE_BREAK
from catalogue.language.odd_characters import COLONS, DASHES, ODD, QUOTES, SPACES, name_of, plain, usual
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Place, Problem, code_point, excerpt, tell

INDENTED = re.compile(f"[{SPACES}]")
"""A key that begins with an odd space."""
BULLETS = "•·▪‣◦●○■➢✓+*"
RIGHT_SIGNS = {
    " ": "một dấu cách thường",
    "-": "dấu gạch nối và một dấu cách: «- »",
    ":": "dấu hai chấm thường",
}
"""What to type where YAML asks for a sign."""
SPACE = f"[ {SPACES}]"
SYNTAX = re.compile(
    rf"(?P<indent>{SPACE}*)(?P<hyphens>(?:[-{DASHES}]{SPACE}+)*)"
    rf"(?:(?P<key>[a-z_]+){SPACE}*(?P<colon>[:{COLONS}])(?:{SPACE}+|$|(?<=[{COLONS}])))?"
)
"""What stands before the value in a line: its indentation, hyphens, a key with its colon."""
KEYED = re.compile(rf"(?P<key>[a-z_]+)(?P<odd>{SPACE}*[:{COLONS}]{SPACE}*)(?P<rest>.*)", re.DOTALL)
BULLETED = re.compile(rf"(?P<odd>[-{DASHES}{BULLETS}]{SPACE}+)(?P<rest>.*)", re.DOTALL)
CURVED = re.compile(rf"(?=.*[{QUOTES}])[{QUOTES}\"'](?P<inner>[^{QUOTES}\"]*)[{QUOTES}\"']", re.DOTALL)
"""A value in quotes of which one, or both, are curved."""


def odd_character(path: str, place: Place, written: str, right: str, *, at_key: bool = False) -> Problem:
    """The first odd character of a key or a value, with what to write."""
    found = ODD.search(written)
    character = found[0] if found else written[0]
    told = tell(
        path,
        place,
        FaultCode.ODD_CHARACTER,
        at_key=at_key,
        what=f"Trong «{excerpt(written)}» có {name_of(character) if found else 'dấu đầu dòng lạ'}",
        character=code_point(character),
        advice=f"Gõ lại bằng bàn phím: «{excerpt(right)}».",
    )
    return replace(told, sought=character)


def odd_indentation(path: str, place: Place, key: str) -> Problem:
    """A key that is indented with odd spaces, which the parser takes for a part of it."""
    return tell(
        path,
        place,
        FaultCode.ODD_CHARACTER,
        at_key=True,
        what=f"Ở chỗ thụt lề của «{excerpt(plain(key))}» có dấu cách lạ",
        character=code_point(key[0]),
        advice="Xóa dấu ấy, thụt lề bằng dấu cách thường: mỗi cấp hai dấu cách.",
    )


def line_in_value(written: str) -> str:
    """What a value was meant to be as a line of its own, a key or an item; empty where it was not."""
    for pattern, sign in ((KEYED, ":"), (BULLETED, "-")):
        found = pattern.match(written)
        if found and found["odd"].strip(" ") != sign:
            return "".join((found.groupdict().get("key") or "", sign, " ", found["rest"]))
    return ""


def unquoted(value: str) -> str | None:
    """What stands between curved quotes around a whole value; None where there are none."""
    found = CURVED.fullmatch(value)
    return found["inner"] if found else None


def mend_signs(path: str, text: str) -> tuple[str, list[Problem]]:
    """A text with usual signs where YAML asks for them, and the problem of each line that has odd ones."""
    lines, ends = LINE_BREAK.split(text), [*LINE_BREAK.findall(text), ""]
    problems = []
    for index, line in enumerate(lines):
        mended, at = mended_line(line)
        if at >= 0:
            lines[index] = mended
            problems.append(sign_at(path, index + 1, line, at))
    return "".join(line + end for line, end in zip(lines, ends, strict=True)), problems


def mended_line(line: str) -> tuple[str, int]:
    """A line with usual signs before its value and around it, and where its first odd one is; -1 for none."""
    found = SYNTAX.match(line)
    if line.isascii() or not found or not (found["key"] or found["hyphens"]):
        return line, -1
    before, value = line[: found.end()], line[found.end() :]
    odd = ODD.search(before)
    usual_before = ODD.sub(lambda sign: usual(sign[0]), before)
    if usual_before.endswith(":") and value:
        usual_before += " "
    inner = unquoted(value.rstrip())
    if odd is None and inner is not None:
        odd_quote = re.compile(f"[{QUOTES}]").search(line, found.end())
        return f'{usual_before}"{inner}"', odd_quote.start() if odd_quote else -1
    return usual_before + value, odd.start() if odd else -1


def sign_at(path: str, number: int, line: str, index: int) -> Problem:
    """The odd sign at an index of a line."""
    sign = line[index]
    right = RIGHT_SIGNS.get(usual(sign), "dấu nháy thẳng ở hai đầu giá trị, hoặc bỏ dấu nháy")
    return tell(
        path,
        (),
        FaultCode.ODD_CHARACTER,
        line=number,
        column=index + 1,
        what=f"Ở đây có {name_of(sign)}",
        character=code_point(sign),
        advice=f"Xóa dấu ấy, gõ {right}.",
    )
