"""The sheets that stand behind the table of any workbook: its sources, its reconciliation, what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from catalogue.findings.checks import Assertion, Check, Verdict
from catalogue.language.vietnamese import day, number
from catalogue.model.collection import Catalogue
from catalogue.model.dates import Date
from catalogue.model.record import Record
from catalogue.model.standing import NOT_TOLD
from catalogue.page import text_of
from catalogue.views.exports.sheets import (
    Look,
    Sheet,
    SheetColumn,
    SheetNumber,
    SheetRow,
    cell_of,
)
from catalogue.views.words.checks import check_words, under_headings
from catalogue.views.words.context import Context
from catalogue.views.words.facts import Fact
from catalogue.views.words.figure_sources import FigureTold, figures_told
from catalogue.views.words.phrases import Phrases, in_sentence, joined

SOURCES, CHECKS, ABOUT = "Nguồn và xác minh", "Đối chiếu", "Về tệp này"
"""The names of the sheets."""
FIGURE_COLUMNS = (
    SheetColumn("Mục", 36),
    SheetColumn("Số liệu", 20),
    SheetColumn("Giá trị", 12, is_number=True),
    SheetColumn("Đơn vị tính", 13),
    SheetColumn("Trạng thái", 13),
    SheetColumn("Thời gian", 16),
    SheetColumn("Mức độ xác minh", 16),
    SheetColumn("Nguồn", 46),
    SheetColumn("Ghi chú", 20),
)
"""As wide as A4 holds, with some room for longer numbers, like those of checks."""
DIGIT = re.compile("[0-9]")
LEVEL = 6
"""Which column of a figure says how far it is confirmed; the next one, by which sources."""
RECORD_COLUMNS = (SheetColumn("Mục", 44), SheetColumn("Mức độ xác minh", 20), SheetColumn("Nguồn", 90))
CHECK_COLUMNS = (
    SheetColumn("Kết quả", 16),
    SheetColumn("Mục", 34),
    SheetColumn("Số nào", 22),
    SheetColumn("Nguồn nêu", 12, is_number=True),
    SheetColumn("Cộng các phần", 12, is_number=True),
    SheetColumn("Chênh lệch", 12, is_number=True),
    SheetColumn("Đơn vị tính", 12),
    SheetColumn("Nội dung đối chiếu", 50),
    SheetColumn("Đã rà soát", 20),
)
NO_FIGURE = "Chưa có số liệu nào"
NO_CHECK = "Không có số nào để đối chiếu."
UNTRUE_ZERO = f"Ô trống hoặc ghi «{NOT_TOLD}» không phải là 0, không phải là «không»."
WORDS_AMONG_NUMBERS = (
    "Trong cột số, ô ghi bằng chữ (như «40 lượt») không cộng chung với cột: đơn vị tính khác, trạng thái "
    "khác, hoặc mới là số của một số lớp."
)
READING = (
    UNTRUE_ZERO,
    "Chỉ cộng theo dòng cộng của bảng.",
    "Cột «Cộng vào tổng» ghi «có» ở dòng được cộng; cột «Vì sao không» nêu lý do của dòng hoặc số còn lại.",
    "Dòng cộng tính theo chữ ở các cột «Cộng vào tổng», «Phần của», «Năm», nên sắp xếp lại vẫn đúng.",
    "Lọc chỉ ẩn bớt dòng: số ở dòng cộng vẫn gồm cả những dòng đang ẩn.",
    "Học viên, đồng chí, lượt học viên là ba đơn vị tính khác nhau, không cộng với nhau.",
    "Số có chữ «khoảng», «gần», «hơn», «từ», «tối đa» là số không chính xác như nguồn ghi.",
    "Ngày mà nguồn chỉ ghi tháng, năm hoặc không ghi năm thì để bằng chữ, không thành ngày.",
    "Mục giữ chỗ, chưa xác minh không có trong bảng và không được tính.",
)
"""How not to misread a workbook."""


class FigureRows:
    """The rows of the figures of records. A programme stands in several workbooks, so they are made once."""

    def __init__(self, _: Catalogue) -> None:
        self._made: dict[tuple[str, str], list[SheetRow]] = {}
        self._joined: dict[tuple[str, str], SheetRow] = {}

    def of(self, phrases: Phrases, record: Record) -> list[SheetRow]:
        """The rows of a record."""
        key = (record.kind, record.id)
        if key not in self._made:
            name = phrases.catalogue.name(record)
            told = figures_told(phrases, record)
            self._made[key] = list(chain.from_iterable(figure_rows(name, each) for each in told))
        return self._made[key]

    def joined(self, phrases: Phrases, record: Record) -> SheetRow:
        """The rows of a record as one."""
        key = (record.kind, record.id)
        if key not in self._joined:
            self._joined[key] = record_row(self.of(phrases, record))
        return self._joined[key]


def figures_sheet(context: Context, title: str, records: Iterable[Record]) -> Sheet:
    """Each figure of some records: its source, its state, how far it is confirmed."""
    made = context.catalogue.once(FigureRows)
    rows = [row for record in records for row in made.of(context.phrases, record)]
    above = [f"Nguồn, trạng thái và mức độ xác minh của từng số: {title}"]
    return Sheet(SOURCES, above, FIGURE_COLUMNS, rows)


def records_sheet(context: Context, title: str, records: Iterable[Record]) -> Sheet:
    """How far each of some records is confirmed, with its figures, and by which sources: a row each.

    The workbooks of bodies have it: those of plans and years tell of their programmes figure by figure.
    """
    made = context.catalogue.once(FigureRows)
    rows = [made.joined(context.phrases, record) for record in records]
    above = [f"Mức độ xác minh và nguồn của từng mục: {title}"]
    return Sheet(SOURCES, above, RECORD_COLUMNS, rows)


def record_row(rows: Sequence[SheetRow]) -> SheetRow:
    """A record from the rows of its figures: what they rest on, each once."""
    cells = [row.cells for row in rows]
    levels = dict.fromkeys(str(each[LEVEL]) for each in cells)
    sources = dict.fromkeys(str(each[LEVEL + 1]) for each in cells if each[LEVEL + 1])
    return SheetRow([cells[0][0], "; ".join(levels), "\n".join(sources) or None], written={})


def figure_rows(name: str, told: FigureTold) -> Iterator[SheetRow]:
    """A figure and its parts."""
    figure = told.figure
    sources = "\n".join(told.sources) or None
    rest = (told.confirmation, sources, text_of(told.note))
    if figure is None:
        yield SheetRow([name, NO_FIGURE, "", "", "", text_of(told.time), *rest], written={})
        return
    value = SheetNumber(figure.value, figure.bound.label)
    when = (told.state or None, cell_of(told.time))
    yield SheetRow([name, told.title, value, figure.label, *when, *rest], written={})
    for part in figure.parts:
        title, value = f"trong đó: {part.title}", SheetNumber(part.value)
        yield SheetRow([name, title, value, figure.label, *when, *rest], Look.PART, written={})


def words_among_numbers(columns: Sequence[SheetColumn], rows: Iterable[SheetRow]) -> list[str]:
    """What is said of a table in whose columns of numbers some stand in words, so that nobody adds them."""
    turns = [turn for turn, column in enumerate(columns) if column.is_number]
    texts = (row.cells[turn] for row in rows for turn in turns if isinstance(row.cells[turn], str))
    return [WORDS_AMONG_NUMBERS] if any(DIGIT.search(str(text)) for text in texts) else []


def checks_sheet(context: Context, title: str, checks: Sequence[Check]) -> Sheet:
    """Declared numbers beside what their parts come to, the worst first, as their page lists them."""
    held = [check for check in checks if check.verdict is not Verdict.NO_PARTS]
    made = context.catalogue.once(CheckRows)
    rows = [
        made.of(context.phrases, heading, check)
        for _, heading, alike in under_headings(held)
        for check in alike
    ]
    return Sheet(
        CHECKS,
        [f"Đối chiếu số nguồn nêu với tổng các phần: {title}"],
        CHECK_COLUMNS,
        rows,
        said=said_of_checks(len(rows), len(checks) - len(held)),
        held=2,
    )


def said_of_checks(held: int, alone: int) -> list[str]:
    """What is said below checks of the numbers that stand alone, without parts to hold them against."""
    if held:
        return [f"Ngoài ra {number(alone)} số không có phần nào để đối chiếu."] if alone else []
    return [
        f"Không đối chiếu được {number(alone)} số mà nguồn nêu: không số nào có phần." if alone else NO_CHECK
    ]


class CheckRows:
    """The rows of checks, each made once: those of a programme stand in the workbooks of three."""

    def __init__(self, _: Catalogue) -> None:
        self._made: dict[int, tuple[Check, SheetRow]] = {}
        """By what Python knows a check by, and with it, so that no other is ever known by the same."""

    def of(self, phrases: Phrases, heading: str, check: Check) -> SheetRow:
        """The row of a check."""
        made = self._made.get(id(check))
        if made is None:
            made = self._made[id(check)] = check, check_row(phrases, heading, check)
        return made[1]


def check_row(phrases: Phrases, heading: str, check: Check) -> SheetRow:
    """A check. What cannot be compared is not added: its sum has no cell."""
    words, declared = check_words(phrases, check), check.declared.number
    added, apart = (None, None) if check.reason else (check.counted, check.difference)
    parts = "; ".join(f"{link.text}: {amount}" for link, amount in words.parts)
    more = f" và {number(words.more)} phần khác" if words.more else ""
    return SheetRow(
        [
            heading,
            words.link.text,
            words.title or number_in_words(check.declared),
            SheetNumber(declared.value, declared.bound.label),
            "" if added is None else SheetNumber(added, check.bound.label),
            "" if apart is None else SheetNumber(apart, is_signed=True),
            declared.label,
            f"{words.said} ({parts}{more})" if parts else words.said,
            text_of(joined(words.reviews, ". ")),
        ],
        written={},
    )


def number_in_words(declared: Assertion) -> str:
    """Which number of its record is declared, where it has no title: «Số lớp, kế hoạch»."""
    state = f", {in_sentence(declared.state.label)}" if declared.state else ""
    return f"Số {declared.number.label}{state}"


def about_sheet(
    context: Context, title: str, page: str, reading: Iterable[str] = READING, facts: Iterable[Fact] = ()
) -> Sheet:
    """What a workbook is: of which page, day and revision, under which licence, how to read it."""
    settings, publication = context.catalogue.settings, context.publication
    told = [
        ("Danh mục", settings.name),
        ("Trang", publication.address and publication.address + page),
        ("Ngày của dữ liệu", day_in_words(publication.revised)),
        ("Bản của dữ liệu", publication.revision),
        ("Giấy phép", ", ".join(filter(None, (settings.licence, settings.licence_place)))),
        ("Lưu ý", settings.notice),
        *(("Cách đọc", sentence) for sentence in reading),
        *((fact.label, text_of(joined(fact.phrases, "; "))) for fact in facts),
    ]
    rows = [SheetRow([label, words or None]) for label, words in told]
    return Sheet(ABOUT, [title], [SheetColumn("Mục", 26), SheetColumn("Nội dung", 100)], rows)


def day_in_words(written: str) -> str:
    """A day of the data as pages write it."""
    return day(Date.parse(written)) if written else ""


def remark_of(context: Context) -> str:
    """What every sheet says of itself: the notice, the day and the revision of the data, the licence."""
    settings, publication = context.catalogue.settings, context.publication
    day_known = day_in_words(publication.revised)
    when = f"dữ liệu ngày {day_known}" if day_known else "dữ liệu chưa rõ ngày"
    revision = f" (bản {publication.revision})" if publication.revision else ""
    return f"{settings.notice}; {when}{revision}; giấy phép {settings.licence}"
