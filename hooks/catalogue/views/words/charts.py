"""Charts in words: their columns with the scale of each, their rows with bars and numbers, their limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup

from catalogue.findings.charts import Chart, ChartRow, Drawn, Owner, Scale, key_of
from catalogue.findings.limits import Limit, Limits, figures_in, of_inferred_time
from catalogue.language.quantities import measured, written_amount
from catalogue.language.vietnamese import day, number
from catalogue.language.vocabulary import Bound, Measure, PartsAdd
from catalogue.model.parts import Figure, Part, ReportRow
from catalogue.model.program import Program
from catalogue.model.records import Plan
from catalogue.page import Phrase, Piece, TemplateContent
from catalogue.views.words.figures import ROW_TITLES, computed, part_in_words, row_title
from catalogue.views.words.phrases import Phrases, figure_words, joined, plain

STATED = "Số nguồn nêu"
LIMITS: Mapping[Limit, str] = {
    Limit.PLANNED: "Đây là số kế hoạch, không phải kết quả.",
    Limit.UNITS: "Mỗi đơn vị tính một thang riêng: chỉ so độ dài các thanh cùng đơn vị tính.",
    Limit.NOT_ALL: "Không cộng các chương trình, kế hoạch với nhau: nguồn không nói như thế đã là tất cả.",
    Limit.WITHOUT: "Còn {} chương trình cùng thời gian chưa có số nào, nên không có trong hình.",
    Limit.INSIDE: "{} dòng thuộc chương trình, kế hoạch ở dòng khác, nên không cộng với dòng ấy.",
    Limit.PERHAPS: "{} dòng có thể nằm trong dòng khác; nguồn không nói rõ.",
    Limit.SHARED: "{} dòng có chung đơn vị mở lớp hoặc chung đối tượng với dòng khác: "
    "một người có thể được tính ở nhiều dòng.",
    Limit.SHARES: "Không cộng các tỷ lệ với nhau.",
    Limit.INFERRED: "Thời gian của {} suy ra từ ngữ cảnh; câu nêu số không nhắc lại.",
    Limit.UNTIMED: "Chưa rõ thời điểm tính.",
    Limit.DAYS: "Các số không tính đến cùng một ngày.",
    Limit.INEXACT: "{} số không phải số chính xác (khoảng, gần, từ, hơn, tối đa): "
    "thanh dài theo con số nguồn viết.",
    Limit.COMPUTED: "{} số do danh mục tính ra, nguồn không nêu.",
    Limit.UNCHECKED: "Chưa số nào được đối chiếu với văn bản gốc.",
}
"""What a chart cannot say, with the count of rows or numbers that it is true of."""
OF_EVERY_CHART = (LIMITS[Limit.UNITS], LIMITS[Limit.NOT_ALL])
"""What is true beside any chart, whether it needs to be said there or not."""
NO_NUMBER, OF_PARTS_ONLY = "chưa có", "chưa có số chung"
"""What stands in a cell without a bar: nothing is stated, or only numbers of parts of the whole."""


class ScaleWords(NamedTuple):
    """The head of a column, and from where to where its bars go."""

    head: str
    reach: str


class BarCell(NamedTuple):
    """A number with its bar: where it begins and how long it is, in per cent of its column."""

    said: str
    begins: str
    share: str
    is_whole: bool


class ChartRowWords(NamedTuple):
    """A row: what it is about, what must be said of it, its cells; its numbers in words if none is drawn.

    A cell without a bar says why.
    """

    about: Phrase
    remarks: list[Phrase]
    cells: list[BarCell | str]
    stated: str
    is_part: bool


@dataclass(frozen=True)
class ChartContent(TemplateContent):
    """What fills the template of a chart: its table, what it cannot say, its sources."""

    template = "chart"
    caption: str
    first: str
    scales: Sequence[ScaleWords]
    rows: Sequence[ChartRowWords]
    stated: str
    foot: str
    limits: Sequence[str]
    sources: Phrase


class Beside(NamedTuple):
    """What stands beside the bars of a chart: what it cannot say, its sources, what its rows come to."""

    limits: Sequence[str]
    sources: Phrase
    foot: str = ""


def drawn_chart(
    phrases: Phrases, heads: tuple[str, str], chart: Chart, rows: Sequence[ChartRow], beside: Beside
) -> Markup:
    """Some rows of a chart as a table whose numbers have bars.

    `heads` are what it is of, and the head of the column of what the rows are about.
    """
    told = [row_words(phrases, chart.scales, row) for row in rows]
    scales = [scale_words(each) for each in chart.scales]
    stated = "" if scales else STATED
    return ChartContent(*heads, scales, told, stated, beside.foot, beside.limits, beside.sources).html()


def figures_of_row(row: ChartRow) -> Iterator[Figure]:
    """Every figure that a row says: those with bars, then those in words."""
    yield from (drawn.figure for drawn in row.drawn if drawn)
    yield from row.others


def scale_words(scale: Scale) -> ScaleWords:
    """A column: «Số học viên», «thang 0 đến 895.275»; money has its unit beside each number."""
    title = ROW_TITLES.get(scale.measure)
    unit = "" if scale.label == Measure.COST.label else f" ({scale.label})"
    head = f"{title}{unit}" if title else f"Số {scale.label}"
    most = " ".join(written_amount(scale.most, scale.label if scale.measure in ROW_TITLES else "")).strip()
    return ScaleWords(head, f"thanh đầy là {most}" if scale.is_whole else f"thang 0 đến {most}")


def row_words(phrases: Phrases, scales: Sequence[Scale], row: ChartRow) -> ChartRowWords:
    """A row of a chart."""
    of_parts = {key_of(each) for each in row.others}
    missing = [OF_PARTS_ONLY if scale[:2] in of_parts else NO_NUMBER for scale in scales]
    cells = [
        bar_cell(scale, drawn) if drawn else why
        for scale, drawn, why in zip(scales, row.drawn, missing, strict=True)
    ]
    others = "; ".join(with_parts(each) for each in row.others)
    remarks = list(remarks_of(phrases, row))
    remarks += [plain(f"Nguồn còn nêu: {others}")] if others and scales else []
    return ChartRowWords(named(phrases, row), remarks, cells, others, isinstance(row.about, Part))


def remarks_of(phrases: Phrases, row: ChartRow) -> Iterator[Phrase]:
    """What must be said of a row: in what it lies, how the catalogue came by its time or its number."""
    about = row.about
    if isinstance(about, (Program, Plan)) and (whole := lying_in(phrases, about)):
        yield whole
    if isinstance(about, Part) and about.computed_from:
        yield plain(computed(about.computed_from))
    if of_inferred_time(row):
        yield plain("Thời gian suy ra từ ngữ cảnh")


def bar_cell(scale: Scale, drawn: Drawn) -> BarCell:
    """A number as a bar, with the word for its exactness; a large sum of money in tỷ."""
    is_own = drawn.value == drawn.figure.value
    bound = drawn.figure.bound if is_own else Bound.EXACT
    value, unit = written_amount(drawn.value, scale.label)
    unit = unit if unit != scale.label or scale.measure in {Measure.SHARE, Measure.COST} else ""
    return BarCell(
        measured(bound, value, unit),
        per_cent(drawn.begins, scale.most),
        per_cent(drawn.value, scale.most),
        scale.is_whole,
    )


def per_cent(value: Decimal, most: Decimal) -> str:
    """A length in per cent of the longest."""
    return f"{float(100 * value / most) if most else 0:.4g}%"


def named(phrases: Phrases, row: ChartRow) -> Phrase:
    """What a row is about."""
    match row.about:
        case Program() | Plan():
            return (phrases.link(row.about),)
        case Part(title=title):
            return plain(title)
        case ReportRow(title=title, organization=organization, group=group):
            about = [plain(title)] if title else []
            kinds = (("organization", organization), ("group", group))
            return joined(about + [(phrases.named(kind, id),) for kind, id in kinds if id], " · ")
        case Figure():
            return plain(row.about.title or ("Số chung" if row.about.parts else row_title(row.about)))


def lying_in(phrases: Phrases, owner: Owner) -> Phrase:
    """In what a programme or a plan lies: «Nằm trong: …»."""
    if isinstance(owner, Plan):
        return (Piece("Nằm trong: "), phrases.named("plan", owner.parent)) if owner.parent else ()
    if owner.part_of:
        return (Piece("Nằm trong: "), phrases.named("program", owner.part_of))
    if owner.perhaps_part_of:
        return (Piece("Có thể nằm trong: "), phrases.named("program", owner.perhaps_part_of))
    return ()


def with_parts(figure: Figure) -> str:
    """A figure with its parts in brackets."""
    parts = "; ".join(part_in_words(part) for part in figure.parts)
    return figure_words(figure) + (f" (gồm {parts})" if parts else "")


def limit_words(chart: Chart, limits: Limits) -> list[str]:
    """What a chart cannot say, in sentences; last until when its numbers hold."""
    told = [
        LIMITS[limit].format(numbers_of_rows(chart, count) if limit is Limit.INFERRED else number(count))
        for limit, count in limits.items()
        if limit in LIMITS
    ]
    if Limit.PARTS_APART in limits:
        whole = next(each for each in figures_in(chart) if each.parts)
        told.append(f"{(whole.parts_add or PartsAdd.UNSTATED).label}.")
    days = {str(each.as_of) for each in figures_in(chart) if each.as_of}
    if len(days) == 1 and Limit.DAYS not in limits:
        told.append(f"Tính đến {day(days.pop())}; không nói tình hình sau đó.")
    return told


def numbers_of_rows(chart: Chart, count: int) -> str:
    """Numbers whose time is inferred, and in how many rows they stand: «6 dòng (12 số)»."""
    rows = sum(bool(of_inferred_time(row)) for row in chart.rows)
    return f"{number(rows)} dòng ({number(count)} số)" if rows else f"{number(count)} số"
