"""`pdf` writes plans and years as tagged PDF, for whoever sends them on or prints them."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from catalogue.commands.command import Command, add_data_option
from catalogue.commands.data import valid_catalogue
from catalogue.language.vietnamese import number
from catalogue.page import Publication
from catalogue.publish.paper import NoPdfError, write_papers
from catalogue.publish.repository import day_of_epoch, repository_of
from catalogue.terminal import say
from catalogue.views.edition import edition_of
from catalogue.views.words.context import Context


def add_options(parser: ArgumentParser) -> None:
    add_data_option(parser)
    parser.add_argument(
        "out", type=Path, nargs="?", default=Path("pdf"), metavar="OUT", help="thư mục đặt các tệp PDF (pdf)"
    )


def write_pdf(chosen: Namespace) -> int:
    """Write a PDF of every plan and every year, and print how many there are and where."""
    catalogue = valid_catalogue(chosen.data)
    if catalogue is None:
        return 1
    repository = repository_of(chosen.data)
    revised = day_of_epoch(os.environ.get("SOURCE_DATE_EPOCH", "")) or repository.day
    publication = Publication(catalogue.settings.place, repository.revision, revised)
    try:
        written = write_papers(edition_of(Context(catalogue, publication)), chosen.out, told)
    except NoPdfError as error:
        say(str(error), sys.stderr)
        return 1
    print(f"Đã ghi {number(written)} tệp PDF (kế hoạch, năm) vào {chosen.out}.")
    return 0


def told(words: str) -> None:
    """Tell somebody who looks on how far it is."""
    if sys.stderr.isatty():
        say(words, sys.stderr)


COMMAND = Command("pdf", "ghi bản PDF có thẻ (PDF/UA) của từng kế hoạch và từng năm", add_options, write_pdf)
