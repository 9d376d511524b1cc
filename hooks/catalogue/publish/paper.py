"""Plans and years on sheets of A4: which pages they are, their frame, tagged PDF (PDF/UA) of them."""

from __future__ import annotations

import importlib
import io
import re
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import NamedTuple

from catalogue.findings.by_year import records_by_year
from catalogue.model.settings import SiteSettings
from catalogue.page import Output, Page, TemplateContent
from catalogue.parallel import divided
from catalogue.publish.frame import SLOTS, Frame
from catalogue.publish.output import file_from, write_all
from catalogue.views.edition import Edition
from catalogue.views.words.annex import printed_address
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import beside

PACKAGES = (
    "Debian, Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
    "Fedora: dnf install pango; macOS: brew install pango"
)
NO_LIBRARY = f"Không tạo được PDF: máy này thiếu thư viện hệ thống Pango. Hãy cài ({PACKAGES}), rồi chạy lại."
NO_WEASYPRINT = "Không tạo được PDF: thiếu WeasyPrint. Lệnh `make pdf` tự cài WeasyPrint vào .venv."
LOCAL_LINK = re.compile(r'<a href="(?!https?:)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
"""A link to another page: on paper it leads nowhere where nobody knows the address of the site."""

TERMS_AS_ROWS = (
    (re.compile(r"<dl\b"), "<table"),
    (re.compile(r"<div[^>]*>\s*<dt>"), '<tr><th scope="row">'),
    (re.compile(r"</dt>\s*<dd>"), "</th><td>"),
    (re.compile(r"</dd>\s*</div>"), "</td></tr>"),
    (re.compile(r"</dl>"), "</table>"),
)
"""Terms as rows of a table, which WeasyPrint breaks well between sheets and tags right."""


class NoPdfError(Exception):
    """No PDF can be made on this machine; the message tells the user what to install."""


class Paper(NamedTuple):
    """A page to be printed, and the name of its file."""

    name: str
    output: Output


@dataclass(frozen=True)
class PaperContent(TemplateContent):
    """What fills the frame of a printed page."""

    template = "paper"
    slot: Mapping[str, str]
    settings: SiteSettings
    revised: str
    revision: str


def write_papers(edition: Edition, folder: Path, tell: Callable[[str], None]) -> int:
    """Write the PDF of every plan and year into a folder, on all processors; returns how many.

    Files of other names stay as they are. `tell` is told of each before it is made.
    """
    library, papers = weasyprint(), papers_of(edition)
    frame, context = paper_frame(edition.context), edition.context
    folder.mkdir(parents=True, exist_ok=True)

    def work(part: int) -> None:
        name, output = papers[part]
        tell(f"{part + 1}/{len(papers)}: {name}")
        _, html = file_from(output, lambda page: on_paper(frame, context, page))
        pdf = pdf_of(library, html.decode(), context.publication.address + output.address)
        write_all([(name, pdf)], folder)

    divided(len(papers), work)
    return len(papers)


def papers_of(edition: Edition) -> list[Paper]:
    """Of each plan the page that it has for paper, else its own; of each year its page."""
    outputs = {output.address: output for output in edition.outputs}
    catalogue = edition.context.catalogue
    papers = []
    for plan in catalogue.plans.values():
        address, annex = catalogue.address(plan), printed_address(catalogue, plan)
        papers.append(Paper(file_name(address), outputs.get(annex) or outputs[address]))
    years = [f"nam/{year}/" for year in catalogue.once(records_by_year)]
    return papers + [Paper(file_name(year), outputs[year]) for year in years]


def file_name(address: str) -> str:
    """The name of a page's PDF, that of its other files."""
    return PurePosixPath(beside(address, "pdf")).name


def paper_frame(context: Context) -> Frame:
    """The frame of a printed page."""
    publication = context.publication
    content = PaperContent(SLOTS, context.catalogue.settings, publication.revised, publication.revision)
    return Frame.parse(content.html())


def on_paper(frame: Frame, context: Context, page: Page) -> str:
    """A page with the frame of paper around it, for WeasyPrint."""
    body = str(page.body)
    if not context.publication.address:
        body = LOCAL_LINK.sub(r"\1", body)
    for written, row in TERMS_AS_ROWS:
        body = written.sub(row, body)
    return frame.fill(replace(page, body=body), context.publication)


def pdf_of(library: ModuleType, html: str, address: str) -> bytes:
    """The tagged PDF (PDF/UA-1) of a page that stands at an address."""
    pdf: bytes = library.HTML(string=html, base_url=address).write_pdf(pdf_variant="pdf/ua-1")
    return pdf


def weasyprint() -> ModuleType:
    """WeasyPrint, which asks the system for Pango as soon as it is imported."""
    try:
        with redirect_stdout(io.StringIO()):  # it would print a manual's address where Pango is missing
            return importlib.import_module("weasyprint")
    except ImportError as error:
        raise NoPdfError(NO_WEASYPRINT) from error
    except OSError as error:
        raise NoPdfError(NO_LIBRARY) from error
