"""Letters that say something else than they show: each line with one is told, and read on as it is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, islice

from catalogue.files.guard import LINE_BREAK, LINES_LIMIT
from catalogue.language.encodings import Misencoding, misencoding
from catalogue.language.letters import SCRIPTS, ForeignLetter, foreign_letters, script_of
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, code_point, tell

PRIVATE_SIGNS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf06e": "■",
    "\uf0d8": "➢",
    "\uf076": "❖",
    "\uf0fc": "✓",
    "\uf0e0": "→",
    "\uf0ae": "→",
    "\uf0a3": "≤",
    "\uf0b3": "≥",
    "\uf0b1": "±",
    "\uf0b4": "×",
    "\uf0b0": "°",
    "\uf02d": "−",
    "\uf0a5": "∞",
    "\uf06d": "μ",
    "\uf057": "Ω",
}
"""What the signs of the fonts Symbol and Wingdings that Word writes most show there."""
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
"""Characters that mean something in one font alone."""
PRIVATE_BULLET = re.compile(rf"^( *)({PRIVATE.pattern})(?=\s)")
LINE_SHOWN = 300
"""How many characters of a mended line a remedy shows."""


def mend_letters(path: str, text: str) -> tuple[str, list[Problem]]:
    """A text with the letters that are meant, and the problems of those that stand in their place.

    Lines stay lines. A letter that is not certain stays what it is.
    """
    lines = LINE_BREAK.split(text)
    ends = [*LINE_BREAK.findall(text), ""]
    found = [mended_line(path, number, line) for number, line in enumerate(lines, start=1)]
    mended = "".join(line + end for (line, _), end in zip(found, ends, strict=True))
    return mended, list(few_of_each(problem for _, problems in found for problem in problems))


def few_of_each(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first `LINES_LIMIT` problems of each code."""
    for _, same in groupby(sorted(problems, key=lambda problem: problem.code), lambda each: each.code):
        yield from islice(same, LINES_LIMIT)


def mended_line(path: str, number: int, line: str) -> tuple[str, list[Problem]]:
    """One line as it is meant, with its problems: at most one of each code."""
    if line.isascii():
        return line, []
    if other := misencoding(line):
        return other.line, [tell_encoding(path, number, other)]
    problems = [tell_private(path, number, found) for found in islice(PRIVATE.finditer(line), 1)]
    foreign = list(foreign_letters(line))
    problems += [tell_letters(path, number, foreign)] if foreign else []
    return mended_words(mended_signs(line), foreign), problems


def mended_signs(line: str) -> str:
    """A line without private signs: one that stands before an item is the hyphen of a list."""
    bulleted = PRIVATE_BULLET.sub(r"\1-", line)
    return PRIVATE.sub(lambda found: PRIVATE_SIGNS.get(found[0], found[0]), bulleted)


def mended_words(line: str, foreign: Iterable[ForeignLetter]) -> str:
    """A line with the words that are certain in the place of those with foreign letters."""
    for each in foreign:
        line = line.replace(each.word, each.meant or each.word)
    return line


def tell_encoding(path: str, number: int, found: Misencoding) -> Problem:
    """A line that is not in Unicode, with what it says."""
    advice = (
        "Mở lại tệp gốc, chọn mã «UTF-8», rồi chép lại"
        if found.encoding.startswith("UTF-8")
        else f"Dùng UniKey (Ctrl+Shift+F6) chuyển từ «{found.encoding}» sang «Unicode»"
    )
    return tell(
        path,
        (),
        FaultCode.WRONG_ENCODING,
        line=number,
        column=found.start + 1,
        written=found.word,
        encoding=found.encoding,
        advice=f"{advice}; dòng này thành: {found.line.strip()[:LINE_SHOWN]}",
    )


def tell_private(path: str, number: int, found: re.Match[str]) -> Problem:
    """A sign of one font, with what it shows there."""
    sign = PRIVATE_SIGNS.get(found[0], "")
    advice = (
        "Xóa ký hiệu này. Cần kể nhiều mục thì mỗi mục một dòng, bắt đầu bằng «- »."
        if PRIVATE_BULLET.match(found.string) or not sign
        else f"Xóa ký hiệu này, hoặc gõ «{sign}» thay cho nó."
    )
    return tell(
        path,
        (),
        FaultCode.PRIVATE_CHARACTER,
        line=number,
        column=found.start() + 1,
        character=code_point(found[0]),
        advice=advice,
    )


def tell_letters(path: str, number: int, foreign: list[ForeignLetter]) -> Problem:
    """The first foreign letter of a line, with the words that are meant."""
    first = foreign[0]
    right = f"Chữ đúng là «{first.right}»" if first.right else ""
    again = f"õ lại thành «{first.meant}»" if first.meant else "õ lại cả từ bằng bộ gõ tiếng Việt"
    others = ", ".join(f"«{each.meant or each.word}»" for each in foreign[1:])
    more = f" Cùng dòng, gõ lại cả: {others}." if others else ""
    script = SCRIPTS.get(script_of(first.letter), "")
    return tell(
        path,
        (),
        FaultCode.FOREIGN_LETTER,
        line=number,
        column=first.start + 1,
        letter=first.letter,
        character=code_point(first.letter),
        word=first.word,
        what=f"là {script}, không phải chữ Việt" if script else "không phải chữ cái Việt",
        advice=f"{right}: g{again}.{more}" if right else f"G{again}.{more}",
    )
