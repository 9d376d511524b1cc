"""What changed as Markdown, for a comment on a forge, in which all that somebody typed is text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from catalogue.language.vietnamese import number
from catalogue.telling.fitting import TextForm
from catalogue.telling.lines import UNREAD, aftermath, count_words, moved, named, verdict, which
from catalogue.views.words.told import ToldChange, ToldComparison, ToldConcern

LINKED = r"\bGH-\d|(?i:www\.)|:(?![\s\d]|$)|\b(?=\w*\d)[0-9a-f]{7,40}\b"
"""What forges make links of: their own numbers, addresses with and without a scheme, names of commits."""
PLAIN = re.compile(rf"(?!.*(?:{LINKED}))(?:[^\W_]|[ ,.;:?()«»“”‘’/–…%→¶+−'\"]|(?<=\w)-(?=\w))*")
"""A text that no Markdown of any forge takes for more: letters, digits, the signs of plain sentences."""
BACKTICKS = re.compile("`+")


def safe(text: str) -> str:
    """A text as it is, where it is plain; else as code, in which no mark, mention or element is found."""
    return text if PLAIN.fullmatch(text) else code(text)


def code(text: str) -> str:
    """A text on one line as code, between more backticks than it has side by side."""
    fence = "`" * (1 + max((len(run) for run in BACKTICKS.findall(text)), default=0))
    space = " " if text.startswith("`") or text.endswith("`") or text.strip() != text else ""
    return f"{fence}{space}{text.replace('##[', '## [')}{space}{fence}"


def opening(told: ToldComparison, remark: str) -> str:
    """Which states are compared, how much changed, and about what."""
    return "".join(f"{line}\n\n" for line in paragraphs(told, remark) if line)


def paragraphs(told: ToldComparison, remark: str) -> Iterator[str]:
    """The paragraphs of the opening; empty where one says nothing."""
    yield "## Nội dung thay đổi"
    yield f"Từ {code(named(told.base))} đến {code(named(told.head))}."
    counts = count_words(told)
    yield f"**{counts}.**" if counts else ""
    yield verdict(told)
    yield aftermath(told, safe)
    yield f"> ⚠ {remark}" if remark else ""
    yield "\n".join(f"- {number(len(each.rows))}: {each.concern.label}" for each in told.concerns)


def heading(told: ToldConcern) -> str:
    return f"\n### {told.concern.label} ({number(len(told.rows))})\n\n"


def row(told: ToldChange) -> str:
    """A change on one line."""
    where = f" ({code(told.path)})" if told.path else ""
    mark = "**LỖI** " if told.is_error else ""
    words = (f"{safe(told.subject)}{where}", safe(told.what), moved(told, safe))
    return f"- {mark}{': '.join(word for word in words if word)}\n"


def fold(rows: Sequence[ToldChange]) -> Iterator[str]:
    """Rows that are shown when somebody asks for them."""
    yield f"\n<details><summary>{number(len(rows))} thay đổi nữa</summary>\n\n"
    yield from (row(each.brief) for each in rows)
    yield "\n</details>\n"


def names(those: Sequence[str]) -> str:
    return f"- {', '.join(map(code, those))}\n"


def remark(words: str) -> str:
    return f"- … {words}\n"


def unread(told: ToldComparison) -> list[str]:
    """The files that could not be read, each with the reason."""
    lines = [f"- {code(which(each))}: {safe(each.reason)}\n" for each in told.unread]
    return [f"\n### {UNREAD} ({number(len(lines))})\n\n", *lines] if lines else []


MARKDOWN = TextForm(opening, heading, row, fold, names, remark, unread)
