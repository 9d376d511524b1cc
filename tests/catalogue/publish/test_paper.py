"""Plans and years for paper: which they are, what stands around them, what a reader of the PDF is told."""

from __future__ import annotations

import logging
from io import BytesIO
from pathlib import Path
from types import ModuleType
from xml.etree.ElementTree import Element

import html5lib
import pytest
from pypdf import PdfReader

from catalogue import parallel
from catalogue.page import Publication
from catalogue.publish.output import file_from
from catalogue.publish.paper import NO_LIBRARY, on_paper, paper_frame, papers_of, pdf_of, write_papers
from catalogue.views.edition import Edition, edition_of
from catalogue.views.words.context import Context
from tests.catalogue.publish.tagged import Tagged
from tests.catalogue.test_main import run
from tests.catalogue.views.small import PLACE, REPORTED, catalogue_in, catalogue_of
from tests.pango import weasyprint_with_pango
from tests.site.built import contents

PLAN = f"title: Kế hoạch 2024\nyear: 2024\n{REPORTED}"
LATER = f"title: Kế hoạch 2025\nyear: 2025\n{REPORTED}"
PROGRAM = f"title: Lớp <b>một</b>\nperiod: {{start: 2024}}\nplan: co-lop\n{REPORTED}"
FILES = {
    "plans/co-lop.yml": PLAN,
    "plans/khong.yml": LATER,
    "programs/a.yml": PROGRAM,
}


HIDDEN = {"breadcrumb", "jump", "more", "unseen", "year-picture", "fold--drafts"}
"""What `paper.css` leaves out."""


def edition_at(publication: Publication) -> Edition:
    return edition_of(Context(catalogue_of(FILES), publication))


def sheet_of(edition: Edition, name: str) -> str:
    """The HTML of which the PDF with a name is made."""
    outputs = {paper.name: paper.output for paper in papers_of(edition)}
    frame, context = paper_frame(edition.context), edition.context
    return file_from(outputs[name], lambda page: on_paper(frame, context, page))[1].decode()


def test_a_plan_is_printed_with_its_whole_table_where_it_has_one_and_each_year_as_its_page():
    assert {paper.name: paper.output.address for paper in papers_of(edition_at(PLACE))} == {
        "ke-hoach-co-lop.pdf": "ke-hoach/co-lop/in/",
        "ke-hoach-khong.pdf": "ke-hoach/khong/",
        "nam-2024.pdf": "nam/2024/",
        "nam-2025.pdf": "nam/2025/",
    }


def test_a_sheet_says_what_it_is_of_which_day_and_where_it_stands():
    html = sheet_of(edition_at(PLACE), "ke-hoach-co-lop.pdf")
    assert '<html lang="vi">' in html
    assert "<title>Kế hoạch 2024: bản in - Danh mục thử</title>" in html
    assert "Địa chỉ trang: https://example.vn/thu/ke-hoach/co-lop/in/" in html
    assert "dữ liệu ngày 01-03-2026, bản abc1234" in html
    assert "Trang thử nghiệm, không phải trang chính thức." in html
    assert "giấy phép CC BY 4.0: https://creativecommons.org/" in html
    assert "Một bài báo" in html
    assert "Lớp &lt;b&gt;một&lt;/b&gt;" in html


def test_links_lead_nowhere_where_nobody_knows_the_address_of_the_site():
    html = sheet_of(edition_at(Publication("")), "ke-hoach-co-lop.pdf")
    assert "href=" not in html
    assert "<bdi>Lớp &lt;b&gt;một&lt;/b&gt;</bdi>" in html
    assert "dữ liệu ngày" not in html


def test_a_machine_without_pango_is_told_which_packages_it_needs(tmp_path: Path):
    (tmp_path / "libpango-1.0.so.0").write_bytes(b"no library")
    data = Path(__file__).parents[3] / "tests/hai-duong"
    done = run(tmp_path, "pdf", "--data", str(data), LD_LIBRARY_PATH=str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{NO_LIBRARY}\n")
    assert not (tmp_path / "pdf").exists()


def shown(element: Element) -> str:
    """The text of an element as it is drawn, without spaces; what the stylesheet leaves out is none."""
    sorts = set(str(element.get("class")).split())
    drawn = element.get("data-bound", "") + ("." if "thousand" in sorts else "")
    kids = "".join(shown(kid) + "".join((kid.tail or "").split()) for kid in element)
    return "" if sorts & HIDDEN else "".join(f"{drawn}{element.text or ''}".split()) + kids


def headings_in(page: Element) -> list[tuple[int, str]]:
    """The headings of a page with their levels."""
    return [(int(each.tag[1]), shown(each)) for each in page.iter() if each.tag in {"h1", "h2", "h3"}]


def rows_drawn(page: Element) -> list[list[str]]:
    """The rows of all tables of a page, cell by cell; heads that are alike once."""
    rows = [([shown(cell) for cell in row], row[0].get("scope") == "col") for row in page.iter("tr")]
    return [
        cells
        for place, (cells, is_head) in enumerate(rows)
        if not (is_head and (cells, True) in rows[:place])
    ]


@pytest.fixture(scope="module")
def library() -> ModuleType:
    return weasyprint_with_pango()


@pytest.mark.proof
def test_a_reader_of_the_pdf_is_told_title_language_headings_tables_and_every_figure_of_the_page(
    library: ModuleType, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.WARNING, "weasyprint")
    edition = edition_of(Context(catalogue_in("data"), PLACE))
    for name, output in papers_of(edition):
        html = sheet_of(edition, name)
        page = html5lib.parse(html, namespaceHTMLElements=False)
        tagged = Tagged(PdfReader(BytesIO(pdf_of(library, html, PLACE.address + output.address))))
        assert tagged.title == "".join(next(page.iter("title")).itertext())
        assert (tagged.language, tagged.part_of_pdf_ua) == ("vi", "1")
        assert str(tagged.day) == PLACE.revised
        assert tagged.headings == headings_in(page), name
        assert tagged.rows == rows_drawn(page), name
        assert tagged.faults == [], name
    assert not caplog.messages


@pytest.mark.proof
@pytest.mark.usefixtures("library")
def test_the_same_data_gives_the_same_bytes_on_one_processor_and_on_several(tmp_path: Path):
    written = {}
    for number in (1, 2):
        folder = tmp_path / str(number)
        told: list[str] = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(parallel, "processes", lambda number=number: number)
            assert write_papers(edition_at(PLACE), folder, told.append) == 4
        written[number] = contents(folder)
    assert written[1] == written[2]
    assert set(written[1]) == {"ke-hoach-co-lop.pdf", "ke-hoach-khong.pdf", "nam-2024.pdf", "nam-2025.pdf"}
