"""What changed as plain text, for a terminal and a log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalogue.language.vietnamese import number
from catalogue.telling.fitting import TextForm
from catalogue.telling.lines import UNREAD, aftermath, count_words, named, parts, verdict, which
from catalogue.views.words.told import ToldChange, ToldComparison, ToldConcern


def opening(told: ToldComparison, remark: str) -> str:
    """Which states are compared, how much changed, and about what."""
    return harmless("".join(f"{line}\n" for line in opening_lines(told, remark) if line))


def opening_lines(told: ToldComparison, remark: str) -> Iterator[str]:
    """The lines of the opening; empty where one says nothing."""
    yield f"Nội dung thay đổi từ {named(told.base)} đến {named(told.head)}"
    counts = count_words(told)
    yield f"{counts}." if counts else ""
    yield verdict(told)
    yield aftermath(told)
    yield remark
    for each in told.concerns:
        yield f"{number(len(each.rows)):>8}  {each.concern.label}"


def heading(told: ToldConcern) -> str:
    return f"\n{told.concern.label.upper()} ({number(len(told.rows))})\n"


def row(told: ToldChange) -> str:
    """A change on one line, in which no log of a forge finds a command."""
    where = f" ({told.path})" if told.path else ""
    mark = "LỖI: " if told.is_error else ""
    return harmless(f"- {mark}{': '.join((f'{told.subject}{where}', *parts(told)))}\n")


def harmless(line: str) -> str:
    """A line in which GitHub finds no command: older ones may begin anywhere in it."""
    return line.replace("##[", "## [")


def fold(rows: Sequence[ToldChange]) -> Iterator[str]:
    """Rows that are told briefly: a terminal has nothing that opens."""
    yield f"  … và {number(len(rows))} thay đổi nữa, kể ngắn:\n"
    yield from (row(each.brief) for each in rows)


def names(those: Sequence[str]) -> str:
    return harmless(f"- {', '.join(those)}\n")


def remark(words: str) -> str:
    return f"  … {words}\n"


def unread(told: ToldComparison) -> list[str]:
    """The files that could not be read, each with the reason."""
    lines = [harmless(f"- {which(each)}: {each.reason}\n") for each in told.unread]
    return [f"\n{UNREAD.upper()} ({number(len(lines))})\n", *lines] if lines else []


TEXT = TextForm(opening, heading, row, fold, names, remark, unread)
