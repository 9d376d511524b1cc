"""The pages that look over the whole: home, the statistics, how far the data is confirmed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from catalogue.load import Catalogue
from catalogue.model.parts import Figure
from catalogue.model.records import Plan, Program, Record
from catalogue.render import Page, Site, template
from catalogue.rules.figures import figures
from catalogue.vietnamese import collation_key, number
from catalogue.views.browse import Group, grouped, labels
from catalogue.views.entries import Entry, entry
from catalogue.views.phrases import Phrases, Piece
from catalogue.views.plan import PlanTables, plan_tables
from catalogue.vocabulary import Progress, VerificationLevel


class Share(NamedTuple):
    """One level of confirmation with its number and its part of the whole in per cent."""

    level: VerificationLevel
    number: int
    share: float


class Year(NamedTuple):
    """The newest year: its leading plan, the plan's tables, how many plans and programmes it has."""

    year: int
    plan: Entry | None
    tables: PlanTables | None
    plans: int
    programs: int


def overview_pages(catalogue: Catalogue, site: Site) -> Iterator[Page]:
    """Home, statistics, confirmation."""
    yield home(catalogue)
    yield statistics(catalogue)
    yield confirmation(catalogue)


def home(catalogue: Catalogue) -> Page:
    """The home page: ways in, the newest year as a picture with its numbers and its gaps, how far the data is confirmed."""
    phrases = Phrases(catalogue, "")
    body = template("home")(
        base="",
        site=catalogue.site,
        ways=ways(catalogue),
        newest=newest_year(catalogue, phrases),
        by_programs=shares(list(catalogue.programs.values())),
        confirmed_figures=figure_shares(catalogue),
    )
    return Page("", catalogue.site.name, catalogue.site.description, "", body)


def ways(catalogue: Catalogue) -> list[tuple[str, str, str]]:
    """The four ways in: title, address, what is there."""
    counted = {kind: number(sum(1 for record in catalogue.of(kind).values() if not record.is_draft)) for kind in ("group", "organization", "program", "plan")}
    unnamed = sum(1 for topic in catalogue.topics.values() if topic.is_draft)
    topics = f"Lĩnh vực, danh sách chuyên đề; {unnamed} chuyên đề chưa công bố tên" if unnamed else "Lĩnh vực và các danh sách chuyên đề"
    return [
        ("Theo đối tượng", "doi-tuong/", f"{counted['group']} nhóm: nhóm nào được cử học lớp nào"),
        ("Theo chuyên đề", "chuyen-de/", topics),
        ("Theo đơn vị", "don-vi/", f"{counted['organization']} đơn vị: chủ trì, phối hợp, mở lớp, cử người học"),
        ("Theo kế hoạch năm", "ke-hoach/", f"{counted['plan']} kế hoạch: số lớp, chỉ tiêu, phần còn thiếu"),
    ]


def newest_year(catalogue: Catalogue, phrases: Phrases) -> Year | None:
    """What is known of the newest planned year; its leading plan is the one that most programmes name."""
    year = catalogue.newest_plan_year
    if year is None:
        return None
    plans = [plan for plan in catalogue.plans.values() if year in catalogue.years(plan) and not plan.is_draft]
    leading = max(plans, key=lambda plan: (len(catalogue.referring("plan", plan.id, "plan")), plan.id))
    programs = [program for program in catalogue.programs.values() if not program.is_draft and year in catalogue.years(program)]
    return Year(year, entry(catalogue, phrases, leading), plan_tables(catalogue, phrases, leading), len(plans), len(programs))


def shares(records: list[Record] | list[Program]) -> list[Share]:
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


def statistics(catalogue: Catalogue) -> Page:
    """Every report, and the figures of every programme and plan by state: never added, since units and bodies differ."""
    phrases = Phrases(catalogue, "../")
    reports = grouped(catalogue, phrases, catalogue.reports.values(), lambda _: ["Số liệu thống kê"], [])
    planned, done = figure_lines(catalogue, phrases, Progress.PLANNED), figure_lines(catalogue, phrases, Progress.DONE)
    lead = "Số liệu nguồn nêu về đội ngũ, số lớp, chỉ tiêu và kết quả. Kế hoạch và đã thực hiện để riêng; lượt, học viên và người là các đơn vị tính khác nhau."
    body = template("statistics")(base="../", title="Số liệu", lead=lead, trail=[Piece("Trang chủ", "../")], reports=reports, planned=planned, done=done)
    return Page("so-lieu/", "Số liệu", lead, "so-lieu", body)


def figure_lines(catalogue: Catalogue, phrases: Phrases, state: Progress) -> list[FigureLine]:
    """The figures of programmes and plans that are planned, or that are done."""
    everyone: list[Program | Plan] = [*catalogue.programs.values(), *catalogue.plans.values()]
    owners = [owner for owner in everyone if not owner.is_draft]
    lines = []
    for owner in sorted(owners, key=lambda each: collation_key(each.title)):
        stated = [figure for figure in owner.figures if (figure.state or getattr(owner, "state", None)) is state]
        if stated:
            years = catalogue.years(owner)
            words = ", ".join(figure_words(phrases, figure) for figure in stated)
            lines.append(FigureLine(phrases.link(owner), words, "-".join(str(year) for year in dict.fromkeys(years[:1] + years[-1:]))))
    return lines


def figure_words(phrases: Phrases, figure: Figure) -> str:
    """A figure with its parts in brackets."""
    parts = "; ".join(f"{part.title} {number(part.value)}{' (danh mục tính)' if part.computed_from else ''}" for part in figure.parts)
    return phrases.figure(figure) + (f" (gồm {parts})" if parts else "")


def confirmation(catalogue: Catalogue) -> Page:
    """How far the data is confirmed, by programmes and by figures, and the programmes of each level."""
    phrases = Phrases(catalogue, "../")
    groups: list[Group] = grouped(catalogue, phrases, catalogue.programs.values(), lambda record: [record.verification.level.label], labels(VerificationLevel))
    lead = "Mỗi bản ghi cho biết đã đối chiếu với văn bản, mới theo báo chí, hay chưa xác minh."
    body = template("confirmation")(
        base="../",
        title="Mức độ xác minh",
        lead=lead,
        trail=[Piece("Trang chủ", "../")],
        by_programs=shares(list(catalogue.programs.values())),
        by_figures=figure_shares(catalogue),
        by_records=shares(list(catalogue)),
        groups=groups,
    )
    return Page("xac-minh/", "Mức độ xác minh", lead, "xac-minh", body)
