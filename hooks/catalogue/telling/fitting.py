"""A comparison in a text of limited length: what is counted stays exact, what is removed is never folded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from catalogue.language.vietnamese import number
from catalogue.views.words.told import ToldChange, ToldComparison, ToldConcern

LIMIT = 60_000
"""How many characters a text has at most: a forge refuses comments of more than 65,536."""
SHARE = 700
"""How many characters every heading has to itself, however much stands above it."""


@dataclass(frozen=True)
class TextForm:
    """How a form writes the parts of a comparison; each part ends its own lines.

    `opening` is given what is told and a remark; `fold` puts rows, one by one, where they are shown on
    demand.
    """

    opening: Callable[[ToldComparison, str], str]
    heading: Callable[[ToldConcern], str]
    row: Callable[[ToldChange], str]
    fold: Callable[[Sequence[ToldChange]], Iterable[str]]
    names: Callable[[Sequence[str]], str]
    remark: Callable[[str], str]
    unread: Callable[[ToldComparison], list[str]]


@dataclass(frozen=True)
class Fitted:
    """A text that is not too long, and whether that took leaving something out."""

    text: str
    is_cut: bool


def fitted(told: ToldComparison, form: TextForm, where_whole: str) -> Fitted:
    """A comparison in a form; where all of it is too long, as much of it as there is room for.

    `where_whole` says where the whole can be found.
    """
    whole = within(LIMIT, pieces(told, form))
    if whole is not None:
        return Fitted(whole, is_cut=False)
    opening = form.opening(told, f"Thay đổi quá nhiều để kể hết ở đây. {where_whole}")
    return Fitted(opening + cut(told, form, LIMIT - len(opening)), is_cut=True)


def unlimited(told: ToldComparison, form: TextForm) -> str:
    """A comparison in a form with every row open and uncut, however long."""
    rows = (form.heading(each) + "".join(form.row(row.whole) for row in each.rows) for each in told.concerns)
    return form.opening(told, "") + "".join([*form.unread(told), *rows])


def within(limit: int, texts: Iterable[str]) -> str | None:
    """Texts as one; None as soon as they are longer than a limit, so that no more of them are made."""
    found: list[str] = []
    for text in texts:
        limit -= len(text)
        if limit < 0:
            return None
        found.append(text)
    return "".join(found)


def pieces(told: ToldComparison, form: TextForm) -> Iterator[str]:
    """All of a comparison piece by piece, of each concern some rows open, the others folded."""
    yield form.opening(told, "")
    yield from form.unread(told)
    for each in told.concerns:
        yield form.heading(each)
        yield from map(form.row, each.rows[: each.open])
        if folded := each.rows[each.open :]:
            yield from form.fold(folded)


def cut(told: ToldComparison, form: TextForm, room: int) -> str:
    """As much as there is room for: what was not read, then each thing, the most severe first."""
    shares = SHARE * len(told.concerns)
    unread = fill(form.unread(told), form, room - shares, "tệp")
    room -= len(unread)
    written = [unread]
    for index, each in enumerate(told.concerns):
        left = SHARE * (len(told.concerns) - index - 1)
        text = cut_concern(each, form, room - left)
        room -= len(text)
        written.append(text)
    return "".join(written)


def cut_concern(told: ToldConcern, form: TextForm, room: int) -> str:
    """The rows about one thing that stand open, names of the others; of all where there is no room."""
    heading = form.heading(told)
    opened = "".join(form.row(row) for row in told.rows[: told.open])
    rest = told.rows[told.open :]
    if len(heading) + len(opened) + len(form.remark(more(len(rest)))) > room:
        opened, rest = "", told.rows
    room -= len(heading) + len(opened)
    return heading + opened + (fill_names(rest, form, room) if rest else "")


def more(count: int) -> str:
    """How many changes are not told here."""
    return f"còn {number(count)} thay đổi nữa, xem ở bản đầy đủ."


def fill_names(rows: Sequence[ToldChange], form: TextForm, room: int) -> str:
    """The names that some rows are about, as many as there is room for, and how many rows stand behind."""
    names = list(dict.fromkeys(row.name for row in rows))
    remark = form.remark(f"{more(len(rows)).capitalize()}")
    room -= len(remark) + len(form.names([]))
    shown = 0
    while shown < len(names) and (room := room - len(form.names([names[shown]]))) >= 0:
        shown += 1
    cut_off = ["…"] if shown < len(names) else []
    return remark + (form.names([*names[:shown], *cut_off]) if shown else "")


def fill(lines: Sequence[str], form: TextForm, room: int, what: str) -> str:
    """As many lines as there is room for, and how many more there are."""
    remark = form.remark(f"Còn {number(len(lines))} {what} nữa, xem ở bản đầy đủ.")
    shown, length = 0, len(remark)
    while shown < len(lines) and (length := length + len(lines[shown])) <= room:
        shown += 1
    more = len(lines) - shown
    return "".join(lines[:shown]) + (
        form.remark(f"Còn {number(more)} {what} nữa, xem ở bản đầy đủ.") if more else ""
    )
