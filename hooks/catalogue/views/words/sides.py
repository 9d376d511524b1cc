"""The blocks side by side, in words: what each has for the same groups, where both do, where neither does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from catalogue.findings.coverage import UNKNOWN, Axis, Coverage, Sides, is_shared, of_blocks, sides
from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import Block
from catalogue.model.program import Program
from catalogue.page import ROOT, Phrase, Piece, TemplateContent
from catalogue.views.words.coverage import LABELS, programs_found
from catalogue.views.words.phrases import Phrases, joined

SIDES_ANCHOR = "hai-khoi"
"""Where a page has the blocks side by side."""
NAMED = 2
"""Programmes of a block that stand by name in a cell; where there are more, a link leads to all of them."""
IDLE_NAMED = 12
"""Groups without programmes that stand by name."""
KINDS_OF_SIDES = {
    "party": "chỉ khối Đảng",
    "government": "chỉ khối chính quyền",
    "both": "cả hai khối",
}
"""Which of the two blocks have programmes for a group; first where one has what the other lacks."""
WITH_THIRD = {
    "party": "khối Đảng, khối đoàn thể",
    "government": "khối chính quyền, khối đoàn thể",
    "both": "cả ba khối",
}
"""The same where the third block has programmes too."""


class SideRow(NamedTuple):
    """A group: who has programmes for it, and those of each block."""

    group: Piece
    kind: str
    cells: list[Phrase]


@dataclass(frozen=True)
class SidesContent(TemplateContent):
    """What fills the template: the numbers of groups, the rows, what they leave out, where all stand."""

    template = "sides"
    counted: str
    caption: str
    heads: list[str]
    rows: list[SideRow]
    left: list[Phrase]
    everything: Piece


def side_by_side(phrases: Phrases, year: int | None, most: int) -> Markup:
    """The groups for which one of the two blocks has programmes; empty where nothing is known of the year."""
    coverage = of_blocks(phrases.catalogue, year)
    if coverage is None or not coverage.cells:
        return Markup()
    found = sides(coverage)
    total = len(found.party) + len(found.government) + len(found.both)
    rows = [side_row(phrases, coverage, *each) for each in first_of(found, total, most)]
    shown = f", {number(len(rows))} trong {number(total)} nhóm" if total > len(rows) else ""
    return SidesContent(
        counted(found),
        f"Chương trình của mỗi khối cho cùng một đối tượng{shown}",
        [LABELS[Axis.BLOCK][block] for block in Block],
        rows,
        list(left_out(phrases, coverage, found)),
        all_sides(year),
    ).html()


def first_of(found: Sides, total: int, most: int) -> list[tuple[str, str]]:
    """The groups of the table, each with its kind; those of one block alone take half of it at most."""
    share = most if total <= most else most // 2
    shares = {"party": share, "government": share, "both": most}
    kinds = [(group, kind) for kind in KINDS_OF_SIDES for group in getattr(found, kind)[: shares[kind]]]
    return kinds[:most]


def side_row(phrases: Phrases, coverage: Coverage, group: str, kind: str) -> SideRow:
    """A group with the programmes of each block."""
    cells = [in_block(phrases, coverage, group, block) for block in Block]
    shared = ", chung chương trình" if is_shared(coverage, group) else ""
    has_third = (group, Block.MASS_ORGANIZATIONS.value) in coverage.cells
    words = (WITH_THIRD if has_third else KINDS_OF_SIDES)[kind]
    return SideRow(phrases.named("group", group), words + shared, cells)


def in_block(phrases: Phrases, coverage: Coverage, group: str, block: Block) -> Phrase:
    """The first programmes of a block for a group, and how many more there are; empty where none is known."""
    cell = coverage.cells.get((group, block.value))
    programs = cell.programs if cell else ()
    named: list[Phrase] = [(phrases.link(program),) for program in programs[:NAMED]]
    if more := len(programs) - len(named):
        address = programs_found(coverage.year, {"group": group, Axis.BLOCK.value: block.value})
        named.append((Piece(f"và {number(more)} chương trình khác", address),))
    return joined(named, "; ")


def counted(found: Sides) -> str:
    """How many groups both blocks have programmes for, and each alone, in a sentence."""
    words = [f"{said} {number(len(getattr(found, kind)))} nhóm" for kind, said in KINDS_OF_SIDES.items()]
    return f"Số nhóm đối tượng có chương trình, xét hai khối này: {'; '.join(words)}."


def left_out(phrases: Phrases, coverage: Coverage, found: Sides) -> Iterator[Phrase]:
    """The groups that neither block has programmes for, and the programmes that name no group, in words."""
    others = [
        f"{number(len(groups))} {said}"
        for groups, said in ((found.mass_organizations, "của khối đoàn thể"), (found.unknown, "chưa rõ khối"))
        if groups
    ]
    if others:
        total = len(found.mass_organizations) + len(found.unknown)
        yield (Piece(f"{number(total)} nhóm khác có chương trình: {', '.join(others)}."),)
    if coverage.idle:
        yield without_any(phrases, coverage)
    silent = {program.id for program in of_nobody(coverage)}
    if silent:
        yield (Piece(f"{number(len(silent))} chương trình không ghi đối tượng nên không có trong bảng."),)


def without_any(phrases: Phrases, coverage: Coverage) -> Phrase:
    """The groups without programmes, the first by name."""
    time = f" rõ là của năm {coverage.year}" if coverage.year else ""
    words = f"{number(len(coverage.idle))} nhóm danh mục chưa ghi nhận chương trình nào{time}: "
    named: list[Phrase] = [(phrases.link(group),) for group in coverage.idle[:IDLE_NAMED]]
    more = len(coverage.idle) - len(named)
    return (Piece(words), *joined(named, "; "), Piece(f" và {number(more)} nhóm khác." if more else "."))


def of_nobody(coverage: Coverage) -> Iterator[Program]:
    """The programmes that name no group."""
    for (group, _), cell in coverage.cells.items():
        if group == UNKNOWN:
            yield from cell.programs


def all_sides(year: int | None) -> Piece:
    """A link to the table of all groups and blocks of a year."""
    address = f"{ROOT}do-phu/{f'{year}/' if year else ''}#{Axis.BLOCK.value}"
    return Piece("Bảng đủ mọi nhóm đối tượng theo khối", address)


def sides_link(year: int | None) -> Piece:
    """A link from a year's coverage to the blocks side by side."""
    address = f"{ROOT}nam/{year}/" if year else f"{ROOT}khoi/"
    return Piece("Khối Đảng và khối chính quyền đặt cạnh nhau", f"{address}#{SIDES_ANCHOR}")
