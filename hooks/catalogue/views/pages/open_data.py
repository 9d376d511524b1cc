"""«Dữ liệu mở»: every file that can be taken along, how it is used, and how not to misread it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from catalogue.language.vietnamese import day
from catalogue.model.sections import SECTIONS
from catalogue.model.settings import SiteSettings
from catalogue.page import Closing, LedContent, Page, Phrase, Piece, Published, page
from catalogue.views.exports.openapi import DESCRIPTION, TOP
from catalogue.views.words.context import Context
from catalogue.views.words.csv_text import HOW_CSV_IS_READ
from catalogue.views.words.json_ld import catalogue_json_ld
from catalogue.views.words.misreadings import MISREADINGS, Misreading
from catalogue.views.words.offers import (
    Family,
    OfferedFile,
    checksums,
    families,
    in_tables,
    whole_files,
)
from catalogue.views.words.provenance import citation
from catalogue.views.words.read_first import HOW_SQLITE_IS_READ, SEARCH
from catalogue.views.words.trails import HOME
from catalogue.views.words.usage import Example, examples

SECTION = "du-lieu"
TITLE = SECTIONS[SECTION].title
LEAD = "Toàn bộ dữ liệu để tải về và dùng lại, tại địa chỉ không đổi."


@dataclass(frozen=True)
class OpenDataContent(LedContent):
    """What fills the template.

    `files` are of the whole catalogue, `tables` those of which many are alike, by their form; `families` are
    the files that many pages have, one each, by the titles of their sections.
    """

    template = "open-data"
    settings: SiteSettings
    revision: str
    revised: Phrase
    citation: str
    top: str
    description: str
    misreadings: Sequence[Misreading]
    files: list[OfferedFile]
    tables: Mapping[str, list[OfferedFile]]
    families: Mapping[str, list[Family]]
    in_csv: str
    in_sqlite: str
    search: str
    examples: list[Example]
    checksums: str


def open_data_page(context: Context) -> Iterator[Closing]:
    """The page that tells of the files, once they are there."""
    yield Closing(f"{SECTION}/", partial(open_data, context), indexed=True)


def open_data(context: Context, published: Published) -> Page:
    """The page, with the size and the checksum of each file of the whole catalogue."""
    settings, publication = context.catalogue.settings, context.publication
    files = whole_files(context, published)
    alone, tables = in_tables(files)
    content = OpenDataContent(
        TITLE,
        [HOME],
        LEAD,
        settings=settings,
        revision=publication.revision,
        revised=(Piece(day(publication.revised), datetime=publication.revised),)
        if publication.revised
        else (),
        citation=citation(context),
        top=TOP,
        description=DESCRIPTION,
        misreadings=MISREADINGS,
        files=alone,
        tables=tables,
        families={SECTIONS[path].title: some for path, some in families(context.downloads).items()},
        in_csv=HOW_CSV_IS_READ,
        in_sqlite=HOW_SQLITE_IS_READ,
        search=SEARCH,
        examples=list(examples(files, publication.address)),
        checksums=checksums(files),
    )
    return page(f"{SECTION}/", TITLE, LEAD, SECTION, content, json_ld=catalogue_json_ld(context))
