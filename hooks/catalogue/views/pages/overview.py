"""The pages that look over the whole: home, the statistics, how far the data is confirmed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import Progress, VerificationLevel
from catalogue.load import Catalogue
from catalogue.model.parts import Figure
from catalogue.model.records import Plan, Program, Record
from catalogue.page import ROOT, Output, Page, Piece, Site, page, template
from catalogue.rules.figures import figures
from catalogue.views.pages.browse import HOME, grouped, labels
from catalogue.views.pages.plan import PlanTables, plan_tables
from catalogue.views.words.lists import PAGE_LENGTH, LongList, anchor, beginning, entries, list_pages
from catalogue.views.words.phrases import Phrases

HERE = Piece("Số liệu", f"{ROOT}so-lieu/")


class Share(NamedTuple):
    """One level of confirmation with its number and its part of the whole in per cent."""

    level: VerificationLevel
    number: int
    share: float


class Year(NamedTuple):
    """The newest year: its leading plan, the plan's tables, how many plans and programmes it has."""

    year: int
    plan: Piece
    tables: PlanTables
    plans: int
    programs: int


def overview_pages(phrases: Phrases, site: Site) -> Iterator[Output]:
    """Home, statistics, confirmation."""
    yield Output("", partial(home, phrases), indexed=True)
    yield from statistics(phrases)
    yield from confirmation(phrases)


def home(phrases: Phrases) -> Page:
    """The home page: ways in, the newest year as a picture with its numbers and its gaps, how far the data is confirmed."""
    catalogue = phrases.catalogue
    body = template("home")(
        site=catalogue.settings,
        ways=ways(catalogue),
        newest=newest_year(catalogue, phrases),
        by_programs=shares(catalogue.programs.values()),
    )
    return page("", catalogue.settings.name, catalogue.settings.description, "", body)


def ways(catalogue: Catalogue) -> list[tuple[str, str, str]]:
    """The four ways in: title, address, what is there."""
    counted = {
        kind: number(sum(1 for record in catalogue.of(kind).values() if not record.is_draft))
        for kind in ("group", "organization", "program", "plan")
    }
    unnamed = sum(1 for topic in catalogue.topics.values() if topic.is_draft)
    topics = (
        f"Lĩnh vực, danh sách chuyên đề; {unnamed} chuyên đề chưa công bố tên"
        if unnamed
        else "Lĩnh vực và các danh sách chuyên đề"
    )
    return [
        ("Theo đối tượng", "doi-tuong/", f"{counted['group']} nhóm: nhóm nào được cử học lớp nào"),
        ("Theo chuyên đề", "chuyen-de/", topics),
        (
            "Theo đơn vị",
            "don-vi/",
            f"{counted['organization']} đơn vị: chủ trì, phối hợp, mở lớp, cử người học",
        ),
        ("Theo kế hoạch năm", "ke-hoach/", f"{counted['plan']} kế hoạch: số lớp, chỉ tiêu, phần còn thiếu"),
    ]


def newest_year(catalogue: Catalogue, phrases: Phrases) -> Year | None:
    """What is known of the newest planned year; its leading plan is the one that most programmes name."""
    year = catalogue.newest_plan_year
    if year is None:
        return None
    plans = [plan for plan in catalogue.plans.values() if year in catalogue.years(plan) and not plan.is_draft]
    leading = max(plans, key=lambda plan: (len(catalogue.referring("plan", plan.id, "plan")), plan.id))
    programs = [
        program
        for program in catalogue.programs.values()
        if not program.is_draft and year in catalogue.years(program)
    ]
    return Year(
        year, phrases.link(leading), plan_tables(catalogue, phrases, leading), len(plans), len(programs)
    )


def shares(records: Iterable[Record]) -> list[Share]:
    """How many records stand at each level of confirmation."""
    return counted(Counter(record.verification.level for record in records))


def figure_shares(catalogue: Catalogue) -> list[Share]:
    """How many figures stand at each level of confirmation, by the record that states them."""
    return counted(Counter(record.verification.level for record in catalogue for _ in figures(record)))


def counted(levels: Counter[VerificationLevel]) -> list[Share]:
    """The levels in their order with their parts of the whole."""
    total = sum(levels.values()) or 1
    return [Share(level, levels[level], round(100 * levels[level] / total, 1)) for level in VerificationLevel]


class FigureLine(NamedTuple):
    """The figures of a programme or plan in the statistics, and its years."""

    link: Piece
    value: str
    years: str


TITLE = "Số liệu"
LEAD = "Số liệu nguồn nêu về đội ngũ, số lớp, chỉ tiêu và kết quả. Kế hoạch và đã thực hiện để riêng; lượt, học viên và người là các đơn vị tính khác nhau."


def statistics(phrases: Phrases) -> Iterator[Output]:
    """Every report, and the figures of every programme and plan by state: never added, since units and bodies differ."""
    reports = phrases.catalogue.sorted(phrases.catalogue.reports.values())
    tables = [
        (heading, long_figures(heading, caption, figure_lines(phrases, state)))
        for heading, caption, state in (
            ("Kế hoạch", "Chỉ tiêu theo kế hoạch", Progress.PLANNED),
            ("Đã thực hiện", "Kết quả đã thực hiện", Progress.DONE),
        )
    ]
    long_reports = LongList(
        "danh-sach/so-lieu/thong-ke/",
        "so-lieu",
        "Số liệu thống kê",
        [HOME, HERE],
        reports,
        partial(entries, phrases),
    )
    lists = [("Số liệu thống kê", long_reports), *tables]
    yield Output(
        "so-lieu/", partial(statistics_page, [each for each in lists if each[1].items]), indexed=True
    )
    for _, long in lists:
        yield from list_pages(long) if len(long.items) > PAGE_LENGTH else ()


def statistics_page(lists: list[tuple[str, LongList]]) -> Page:
    """The beginning of each list of figures."""
    parts = [(heading, anchor(heading), beginning(long)) for heading, long in lists]
    return page(
        "so-lieu/",
        TITLE,
        LEAD,
        "so-lieu",
        template("statistics")(title=TITLE, lead=LEAD, trail=[HOME], parts=parts),
    )


def long_figures(heading: str, caption: str, lines: list[FigureLine]) -> LongList:
    """Lines of figures as a list that may be long."""
    draw = partial(figure_rows_html, caption)
    return LongList(
        f"danh-sach/so-lieu/{anchor(heading)}/",
        "so-lieu",
        f"{TITLE}: {heading.lower()}",
        [HOME, HERE],
        lines,
        draw,
    )


def figure_rows_html(caption: str, lines: Sequence[FigureLine]) -> Markup:
    """Lines of figures as a table."""
    return Markup(template("figure_lines")(rows=lines, caption=caption))  # noqa: S704 - a template made it


def figure_lines(phrases: Phrases, state: Progress) -> list[FigureLine]:
    """The figures of programmes and plans that are planned, or that are done."""
    catalogue = phrases.catalogue
    everyone: list[Program | Plan] = [*catalogue.programs.values(), *catalogue.plans.values()]
    owners = [owner for owner in everyone if not owner.is_draft]
    lines = []
    for owner in catalogue.sorted(owners):
        stated = [
            figure for figure in owner.figures if (figure.state or getattr(owner, "state", None)) is state
        ]
        if stated:
            years = catalogue.years(owner)
            words = ", ".join(figure_words(phrases, figure) for figure in stated)
            lines.append(
                FigureLine(
                    phrases.link(owner),
                    words,
                    "-".join(str(year) for year in dict.fromkeys(years[:1] + years[-1:])),
                )
            )
    return lines


def figure_words(phrases: Phrases, figure: Figure) -> str:
    """A figure with its parts in brackets."""
    parts = "; ".join(
        f"{part.title} {number(part.value)}{' (danh mục tính)' if part.computed_from else ''}"
        for part in figure.parts
    )
    return phrases.figure(figure) + (f" (gồm {parts})" if parts else "")


def confirmation(phrases: Phrases) -> Iterator[Output]:
    """How far the data is confirmed, by programmes and by figures, and the programmes of each level."""
    groups = grouped(
        phrases.catalogue,
        phrases.catalogue.programs.values(),
        lambda record: [record.verification.level.label],
        labels(VerificationLevel),
    )
    lead = "Mỗi bản ghi cho biết đã đối chiếu với văn bản, mới theo báo chí, hay chưa xác minh."
    trail = [HOME, Piece("Mức độ xác minh", f"{ROOT}xac-minh/")]
    lists = [
        LongList(
            f"xac-minh/{anchor(group.heading)}/",
            "xac-minh",
            f"Chương trình: {group.heading.lower()}",
            trail,
            group.records,
            partial(entries, phrases),
        )
        for group in groups
    ]
    yield Output("xac-minh/", partial(confirmation_page, phrases, lead, lists), indexed=True)
    for long in lists:
        yield from list_pages(long) if len(long.items) > PAGE_LENGTH else ()


def confirmation_page(phrases: Phrases, lead: str, lists: list[LongList]) -> Page:
    """The shares of the levels, and the beginning of each list."""
    body = template("confirmation")(
        title="Mức độ xác minh",
        lead=lead,
        trail=[HOME],
        by_programs=shares(phrases.catalogue.programs.values()),
        by_figures=figure_shares(phrases.catalogue),
        by_records=shares(phrases.catalogue),
        lists=[(long.title, anchor(long.title), beginning(long)) for long in lists],
    )
    return page("xac-minh/", "Mức độ xác minh", lead, "xac-minh", body)
