"""The sentences that every form of a comparison has in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from catalogue.changes.compare import Unread
from catalogue.changes.concerns import EFFECTS
from catalogue.changes.states import Origin
from catalogue.language.vietnamese import day, number
from catalogue.problems.problem import excerpt
from catalogue.views.words.changes import SORTS
from catalogue.views.words.told import ToldChange, ToldComparison

NAME_LIMIT = 80
"""How many characters of the name of a state are shown."""
NOTHING = "Không có thay đổi."
NOTHING_READ = "Ngoài những tệp không phân tích được, không thấy thay đổi nào."
NO_EFFECT = (
    "Không tổng số nào của năm, đơn vị, kế hoạch, đối tượng, "
    "không kết quả đối chiếu, cặp có thể trùng nào đổi theo."
)
UNKNOWN_EFFECTS = (
    "Chưa tính tác động tới tổng số và kết quả đối chiếu, chưa so địa chỉ của tệp, lớp, trang năm, tháng"
)
UNREAD = "Không phân tích được"


def named(origin: Origin) -> str:
    """A state with its commit and its day: «main (abc123456789, 5-3-2026)»."""
    name = excerpt(origin.name, NAME_LIMIT)
    return f"{name} ({origin.commit[:12]}, {day(origin.day)})" if origin.commit else name


def count_words(told: ToldComparison) -> str:
    """How many records, changes, errors and files that were not read there are: exact, whatever is shown."""
    records = [f"{number(count)} {SORTS[sort]}" for sort, count in told.records.items() if count]
    said = [", ".join(records), f"{number(told.total)} chỗ đổi" if told.total else ""]
    said += [f"{number(told.errors)} lỗi" if told.errors else ""]
    said += [f"{number(len(told.unread))} tệp không phân tích được" if told.unread else ""]
    return "; ".join(words for words in said if words)


def verdict(told: ToldComparison) -> str:
    """That nothing changed, where that is known; that nothing else was seen, where a file was not read."""
    if told.total:
        return ""
    return NOTHING_READ if told.unread else NOTHING


def aftermath(told: ToldComparison, shown: Callable[[str], str] = str) -> str:
    """That nothing comes of the changes, or why that is not known; empty where something does, or none is.

    `shown` writes the reason, in which somebody's name for a state may stand.
    """
    if told.doubt and told.total:
        return f"{UNKNOWN_EFFECTS}: {shown(told.doubt)}."
    nothing = told.total and not any(each.concern in EFFECTS for each in told.concerns)
    return NO_EFFECT if nothing else ""


def moved(row: ToldChange, shown: Callable[[str], str] = str) -> str:
    """From what a value changed to what; `shown` writes a value."""
    if row.before and row.after:
        return f"{shown(row.before)} → {shown(row.after)}"
    value = row.before or row.after
    return f"{row.verb} {shown(value)}" if value else ""


def parts(row: ToldChange) -> Iterator[str]:
    """What a row says behind its subject: where, and from what to what."""
    yield from (words for words in (row.what, moved(row)) if words)


def which(unread: Unread) -> str:
    """Of which state a file could not be read."""
    return f"{excerpt(unread.path, 2 * NAME_LIMIT)} (ở {named(unread.origin)})"
