"""The blocks: a page of cards that leads to each, and the page of each with its records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from catalogue.language.vocabulary import Block
from catalogue.model.collection import Catalogue
from catalogue.model.record import Record
from catalogue.page import ROOT, LedContent, Output, Page, Piece, page
from catalogue.views.pages.browse import Listing, browse
from catalogue.views.words.context import Context
from catalogue.views.words.headings import by_kind, counts_by_kind
from catalogue.views.words.sides import SIDES_ANCHOR, side_by_side
from catalogue.views.words.trails import HOME
from catalogue.views.words.ways import Way

BLOCKS = "Theo khối", "Ba khối mà kế hoạch chia theo: Đảng, đoàn thể, chính quyền."
"""Title and opening sentence of the page of cards."""
SIDES_SHOWN = 12
"""The groups for which the page of blocks names the programmes of each."""
UNKNOWN_BLOCK = "Chưa rõ khối"
BLOCK_PATHS: Mapping[str, str] = {
    Block.PARTY.label: "dang",
    Block.MASS_ORGANIZATIONS.label: "doan-the",
    Block.GOVERNMENT.label: "chinh-quyen",
    UNKNOWN_BLOCK: "chua-ro",
}
"""The last part of the address of each block's page."""


@dataclass(frozen=True)
class ChoiceContent(LedContent):
    """What fills the template of a page of cards."""

    template = "choice"
    ways: list[Way]


@dataclass(frozen=True)
class BlocksContent(LedContent):
    """What fills the template of the page of blocks: the way to each, what they have for the same groups."""

    template = "blocks"
    ways: list[Way]
    sides: Markup
    sides_anchor: str


def block_pages(context: Context) -> Iterator[Output]:
    """The page of each block, that of the programmes that name none, and the list of these pages."""
    members = records_by_block(context.catalogue)
    ways = [
        Way(
            label,
            f"khoi/{BLOCK_PATHS[label]}/",
            counts_by_kind(record for record in records if not record.is_draft),
        )
        for label, records in members.items()
    ]
    yield Output("khoi/", partial(blocks_page, context, ways), indexed=True)
    for label, records in members.items():
        lead = f"Những gì nguồn gắn với {label.replace('Khối', 'khối')}."
        if label == UNKNOWN_BLOCK:
            lead = "Chương trình mà nguồn không nói thuộc khối nào."
        yield from browse(context, chosen(context.catalogue, BLOCK_PATHS[label], (label, lead), records))


def records_by_block(catalogue: Catalogue) -> dict[str, list[Record]]:
    """The records that name each block, and the programmes that name none."""
    members: dict[str, list[Record]] = {block.label: [] for block in Block}
    for record in catalogue:
        for block in getattr(record, "blocks", ()):
            members[block.label].append(record)
    members[UNKNOWN_BLOCK] = [program for program in catalogue.programs.values() if not program.blocks]
    return members


def blocks_page(context: Context, ways: list[Way]) -> Page:
    """The way to each block, and what they have for the same groups."""
    title, lead = BLOCKS
    sides = side_by_side(context.phrases, None, SIDES_SHOWN)
    content = BlocksContent(title, [HOME], lead, ways, sides, SIDES_ANCHOR)
    return page("khoi/", title, lead, "khoi", content)


def choice_page(section: str, words: tuple[str, str], ways: list[Way]) -> Page:
    """A page of cards, each leading to one page."""
    title, lead = words
    content = ChoiceContent(title, [HOME], lead, ways)
    return page(f"{section}/", title, lead, section, content)


def chosen(catalogue: Catalogue, path: str, words: tuple[str, str], records: list[Record]) -> Listing:
    """What the page of a block lists: records by their kinds. `words` are its title and opening sentence."""
    address = f"khoi/{path}/"
    trail = [HOME, Piece(BLOCKS[0], f"{ROOT}khoi/")]
    return Listing(address, "khoi", *words, trail, by_kind(catalogue, records), address)
