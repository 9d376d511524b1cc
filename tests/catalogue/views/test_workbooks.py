"""The workbooks of plans, years and bodies say what their pages say, and add up what these add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from weakref import ref
from xml.etree.ElementTree import Element

import pytest
from openpyxl.cell.cell import Cell  # type: ignore[import-untyped]
from openpyxl.utils.escape import unescape  # type: ignore[import-untyped]

from catalogue.findings.checks import Verdict
from catalogue.findings.plans import programs_of
from catalogue.findings.reconciliation import checks_of_plan
from catalogue.model.counting import figures
from catalogue.page import File, Piece
from catalogue.views.exports import workbooks
from catalogue.views.exports.added_rows import TOLD, ColumnAdded, flag_columns
from catalogue.views.exports.common_sheets import READING, WORDS_AMONG_NUMBERS, said_of_checks
from catalogue.views.exports.desk_sheet import desk_sheet
from catalogue.views.exports.plan_workbook import PART_OF, AnnexTable, plan_sheets
from catalogue.views.exports.sheet_rows import LEFT_OUT, MOST_LETTERS
from catalogue.views.exports.sheets import (
    Sheet,
    SheetCell,
    SheetColumn,
    SheetNumber,
    SheetRow,
    SheetSum,
    cell_of,
    sum_cell,
    sum_where,
)
from catalogue.views.exports.unit_workbook import work_of
from catalogue.views.exports.whole_workbook import tables_in
from catalogue.views.exports.workbooks import A4, Properties, workbook_bytes
from catalogue.views.words.annex import Annex, annex_of
from catalogue.views.words.annex_rows import AnnexRow
from catalogue.views.words.context import Context
from catalogue.views.words.phrases import YES_NO
from catalogue.views.words.table_parts import Value
from tests.browser.libreoffice import converted
from tests.catalogue.views.small import PLACE, REPORTED, Published, published_from, trees_of
from tests.catalogue.views.workbooks import ReadWorkbook, shown
from tests.elements import one, words
from tests.examples import for_a_proof, some_of

TREES = trees_of(Path(__file__).with_name("annexes.yml"))
DESK = "Việc của đơn vị"
PROPERTIES = Properties("Tên", "Danh mục", "Trang thử nghiệm", "2026-03-01")


def workbooks_below(city: Published, section: str) -> list[tuple[str, ReadWorkbook]]:
    """Some workbooks of a section with the addresses of their pages; for a proof all of them."""
    found = [address for address in city.files if address.startswith(section) and address.endswith(".xlsx")]
    return [(f"{each.rpartition('/')[0]}/", ReadWorkbook(city.files[each])) for each in some_of(found)]


def table_rows(table: Element) -> list[list[str]]:
    """The rows of a table below its head, without what is empty; numbers as they are drawn."""
    rows = [row for row in table.iter("tr") if row[0].get("scope") != "col"]
    return [[text for cell in row if (text := drawn(cell))] for row in rows]


def drawn(cell: Element) -> str:
    """What a cell shows: its numbers with the points and the words that the stylesheet draws."""
    for thousand in cell.iter("span"):
        if thousand.get("class") == "thousand":
            thousand.text = f".{(thousand.text or '').removeprefix('.')}"
    bound = next((each.get("data-bound") for each in cell.iter("span") if each.get("data-bound")), "")
    return f"{bound} {words(cell)}".strip()


def test_the_annex_has_the_rows_the_sums_and_the_sentences_of_its_page(city: Published):
    for page, book in workbooks_below(city, "ke-hoach/"):
        printed = city[f"{page}in/"].tree
        (table,) = (
            each
            for each in printed.iter("table")
            if each.find("thead/tr/th[@class='annex__name']") is not None
        )
        heads = [words(head) for head in table.iterfind("thead/tr/th")]
        has_sections = table.find("tbody/tr[@class='annex__section']") is not None
        assert book.heads("Phụ lục")[has_sections:][: len(heads)] == heads
        programs, subtotals, foot = rows_of_annex(table)
        shown = iter(book.rows("Phụ lục"))
        assert [row[: len(each)] for each, row in zip(programs, shown, strict=False)] == programs
        for (label, *sums), row in zip(subtotals, shown, strict=False):
            (name,) = (each for each in row if each.startswith(f"{label}: "))
            assert row[row.index(name) + 1 :] == sums
        assert [row[: len(each)] for each, row in zip(foot, shown, strict=False)] == foot
        assert book.above("Phụ lục")[0] == words(next(printed.iter("h1")))


def rows_of_annex(table: Element) -> tuple[list[list[str]], list[list[str]], list[list[str]]]:
    """What a page shows of programmes, each behind its section; what parts come to; what stands below."""
    programs, subtotals = [], []
    for body in table.iterfind("tbody"):
        section: list[str] = []
        for row in body:
            told = [text for cell in row if (text := drawn(cell))]
            if row.get("class") == "annex__section":
                section = told
            elif row.get("class") == "annex__subtotal":
                subtotals.append(told)
            else:
                programs.append([*section, *told])
    return (
        programs,
        subtotals,
        [[drawn(cell) for cell in row if drawn(cell)] for row in table.iterfind("tfoot/tr")],
    )


def test_every_sum_is_a_formula_that_comes_to_what_the_page_says(city: Published):
    found = [
        formula
        for section in ("ke-hoach/", "nam/", "don-vi/")
        for _, book in workbooks_below(city, section)
        for formula in book.formulas()
    ]
    assert [said for _, said in found] == [added for added, _ in found]


def test_sums_add_the_rows_that_the_page_adds_and_no_others():
    city = published_from(TREES["added"])
    book = ReadWorkbook(city.files["ke-hoach/nam/ke-hoach-nam.xlsx"])
    written = {place: book.book[sheet][place].value for sheet, place, _ in book.sums()}
    assert book.rows("Phụ lục")[7:9] == [
        ["Mục I", "I.1", "Cộng 2 phần có số: Toàn khóa", "4", "1.200"],
        ["Cộng các dòng có số", "9", "khoảng 1.300", "1.150"],
    ]
    assert written == {
        "D12": '=SUMIF(H5:H11,"TT I.1",D5:D11)',
        "E12": '=SUMIF(H5:H11,"TT I.1",E5:E11)',
        "D13": '=SUMIF(I5:I11,"có",D5:D11)',
        "E13": '=SUMIF(I5:I11,"có",E5:E11)',
        "F13": '=SUMIF(I5:I11,"có",F5:F11)',
    }
    assert book.book["Phụ lục"].auto_filter.ref == "A4:J11"


def test_each_row_says_whether_it_is_added_and_why_not():
    city = published_from(TREES["added"])
    inside, other_unit = "đã nằm trong dòng khác", "số học viên: khác đơn vị tính"
    assert told_of_rows(city, "ke-hoach/nam/ke-hoach-nam.xlsx", "Phụ lục") == {
        "Toàn khóa": ("có", ""),
        "trong đó: Phần đầu": ("không", inside),
        "trong đó: Phần sau": ("không", inside),
        "Theo lượt": ("có", other_unit),
        "Chừng trăm người": ("có", ""),
        "Có thể là phần": ("không", "có thể tính trùng với dòng khác"),
        "Chưa rõ": ("không", "chưa có số này"),
    }
    told = told_of_rows(city, "nam/2024/nam-2024.xlsx", "Chương trình")
    assert told["Phần đầu"] == ("không", "đã nằm trong dòng khác")
    assert told["Theo lượt"] == ("có", "")


def told_of_rows(city: Published, file: str, sheet: str) -> dict[str, tuple[str, str]]:
    """Of each row of a sheet that may be added whether it is, and why not."""
    book = ReadWorkbook(city.files[file])
    heads = book.heads(sheet)
    name, added = heads.index("TT") + 1 if "TT" in heads else 0, heads.index("Cộng vào tổng")
    rows = [[shown(cell) for cell in row] for row in book.values[sheet].iter_rows()]
    return {row[name]: (row[added], row[added + 1]) for row in rows if row[added] in {"có", "không"}}


def test_a_sum_holds_when_the_rows_are_sorted():
    rows = [
        SheetRow([SheetNumber(Decimal(each)), flag]) for each, flag in ((1, "có"), (2, "không"), (4, "có"))
    ]
    found = sum_where(SheetNumber(Decimal(5)), rows, 0, (1, "có"))
    made = [
        read(Sheet("Bảng", ["Bảng"], [SheetColumn("Số"), SheetColumn("Cộng")], each, [SheetRow([found, ""])]))
        for each in (rows, rows[::-1])
    ]
    assert [list(book.formulas()) for book in made] == [[(5, 5)]] * 2
    assert sum_where(SheetNumber(Decimal(6)), rows, 0, (1, "có")) == SheetNumber(Decimal(6))


@pytest.mark.parametrize("wanted", ["1.1", "a*", "<b", "=c", "12", "a" * 300, 'd"e', "?", "1,5", ""])
def test_a_sum_is_a_number_where_a_spreadsheet_would_read_otherwise_what_it_looks_for(wanted: str):
    five = SheetNumber(Decimal(5))
    assert sum_where(five, [SheetRow([five, wanted])], 0, (1, wanted)) == five
    assert sum_where(five, [SheetRow([five, "TT 1.1"])], 0, (1, "TT 1.1")) != five


def test_a_row_that_sums_treat_differently_has_a_column_for_each():
    classes, people = ColumnAdded(1, "Số lớp", {0: True, 1: False}), ColumnAdded(2, "Số người", {0: False})
    alike = flag_columns("Cộng", [classes, ColumnAdded(2, "Số người", {0: True, 2: True})])
    assert [(each.column.head, each.serves) for each in alike] == [("Cộng", [1, 2])]
    assert [alike[0].cell(turn) for turn in range(4)] == ["có", "không", "có", "không"]
    apart = flag_columns("Cộng", [classes, people])
    assert [each.column.head for each in apart] == ["Cộng: số lớp", "Cộng: số người"]


@pytest.mark.proof
def test_libreoffice_comes_to_every_sum_by_itself(city: Published, tmp_path: Path):
    books = [
        each for section in ("ke-hoach/", "nam/", "don-vi/") for _, each in with_most_sums(city, section)
    ]
    unadded = [tmp_path / f"{turn}.xlsx" for turn in range(len(books))]
    for file, book in zip(unadded, books, strict=True):
        file.write_bytes(book.without_sums())
    found = [
        ReadWorkbook(File("", each.read_bytes(), ""))
        for each in converted(unadded, tmp_path / "made", "xlsx")
    ]
    assert [list(each.sums()) for each in found] == [list(each.sums()) for each in books]


def with_most_sums(city: Published, section: str) -> list[tuple[str, ReadWorkbook]]:
    """The two workbooks of a section that have most formulas."""
    found = workbooks_below(city, section)
    return sorted(found, key=lambda each: -len(list(each[1].sums())))[:2]


def test_a_year_has_the_rows_and_the_foot_of_its_page(city: Published):
    for page, book in workbooks_below(city, "nam/"):
        rows = {row[0]: row[1:] for row in book.rows("Chương trình")}
        for row, sums in rows_by_program(city[page].tree):
            title, *cells = (outcome(cell) for cell in row)
            shown = [*rows[title[0]], *in_other_units(rows, title[0])]
            found = [
                (each, below) for cell, below in cells for each in (cell.split("; ") if sums else [cell])
            ]
            told = [{each, f"{each} ({below})"} for each, below in found]
            assert [each for each in told if not each.intersection(shown)] == []


@pytest.mark.parametrize(("year", "says"), [(2023, False), (2024, True)])
def test_a_year_says_why_numbers_of_another_unit_stand_in_words(real: Published, year: int, says: bool):
    book = ReadWorkbook(real.files[f"nam/{year}/nam-{year}.xlsx"])
    assert ([WORDS_AMONG_NUMBERS] in book.rows("Chương trình")) is says


def rows_by_program(page: Element) -> Iterator[tuple[Element, bool]]:
    """The programmes of a year in its table, and the foot of that; a year without a number has none."""
    for table in page.iter("table"):
        if "theo chương trình" in words(one(table, "caption")):
            yield from ((row, False) for row in table.iterfind("tbody/tr"))
            yield from ((row, True) for row in table.iterfind("tfoot/tr"))


def in_other_units(rows: Mapping[str, Sequence[str]], title: str) -> Iterator[str]:
    """The sums of a row in units that are not those of their columns, as its page tells them."""
    for each, cells in rows.items():
        if each.startswith(f"{title}: "):
            yield from (f"{cell} {each.removeprefix(f'{title}: ')}" for cell in cells)


def outcome(cell: Element) -> tuple[str, str]:
    """What a cell tells, and what it says small below that."""
    below = " ".join(words(each) for each in cell.findall("small"))
    return words(cell).removesuffix(below).strip() if below else words(cell), below


def test_a_desk_has_the_rows_and_the_sums_of_its_page(city: Published):
    for page, book in workbooks_below(city, "don-vi/"):
        if DESK not in book.values.sheetnames:
            continue
        rows = {row[0]: row for row in book.rows(DESK)}
        for table in (each for each in city[page].tree.iter("table") if each.get("class") == "data duties"):
            for row in table.iterfind("tbody/tr"):
                shown = rows[words(next(row[0].iter("a")))]
                assert [each for each in map(words, row[1:]) if each not in shown] == []
            foot = [words(each) for each in table.iterfind("tfoot/tr/*")]
            (told,) = [row for row in rows.values() if row[0].startswith(foot[0])]
            assert foot[1:2] in ([], told[1:2])


def test_each_figure_of_a_plan_has_its_source_and_each_check_its_verdict(city: Published):
    for page, book in workbooks_below(city, "ke-hoach/"):
        plan = city.catalogue.plans[page.split("/")[1]]
        records = [plan, *programs_of(city.catalogue, plan)]
        stated = [figure for record in records for _, figure in figures(record)]
        heads, rows = (
            book.heads("Nguồn và xác minh"),
            list(book.values["Nguồn và xác minh"].iter_rows(min_row=3)),
        )
        values = [row[heads.index("Giá trị")].value for row in rows]
        own = [
            value
            for value, row in zip(values, rows, strict=True)
            if not str(row[1].value).startswith("trong đó:")
        ]
        assert [Decimal(str(each)) for each in own if each is not None] == [each.value for each in stated]
        assert all(
            row[heads.index("Mức độ xác minh")].value and row[heads.index("Nguồn")].value for row in rows
        )
        held = [each for each in checks_of_plan(city.catalogue, plan) if each.verdict is not Verdict.NO_PARTS]
        told = [
            row
            for row in book.values["Đối chiếu"].iter_rows(min_row=3, values_only=True)
            if row[3] is not None
        ]
        assert sorted(Decimal(str(row[3])) for row in told) == sorted(
            each.declared.number.value for each in held
        )


def test_a_body_has_each_programme_with_how_far_it_is_confirmed_and_by_what(city: Published):
    for page, book in workbooks_below(city, "don-vi/"):
        work = work_of(city.catalogue, city.catalogue.organizations[page.split("/")[1]])
        ids = {duty.program.id for duty in work.duties} | set(work.acts)
        rows = list(book.values["Nguồn và xác minh"].iter_rows(min_row=3, values_only=True))
        assert sorted(row[0] for row in rows) == sorted(
            city.catalogue.name(city.catalogue.programs[id]) for id in ids
        )
        assert all(level and sources for _, level, sources in rows)


def test_who_is_the_venue_of_a_programme_or_a_class_has_it_with_that_role():
    program = f"title: A\nvenue: {{organization: truong}}\norganizers: [truong]\n{REPORTED}"
    held = f"title: B\nclasses: [{{id: mot, venue: {{organization: truong}}}}]\n{REPORTED}"
    school = f"title: Trường\ncategory: school\n{REPORTED}"
    city = published_from(
        {"programs/a.yml": program, "programs/b.yml": held, "organizations/truong.yml": school}
    )
    book = ReadWorkbook(city.files["don-vi/truong/don-vi-truong.xlsx"])
    assert [row[:2] for row in book.rows("Chương trình")] == [
        ["A", "Tổ chức lớp, Địa điểm"],
        ["B", "Địa điểm"],
    ]


def test_checks_say_which_number_they_are_of_and_what_no_part_answers():
    in_part = ReadWorkbook(published_from(TREES["in part"]).files["ke-hoach/nam/ke-hoach-nam.xlsx"])
    told = {(row[1], row[2]) for row in in_part.rows("Đối chiếu") if len(row) > 3}
    assert {("Chương trình A", "Số lớp, kế hoạch"), ("Chương trình A", "Số học viên, kế hoạch")} <= told
    assert said_of_checks(3, 2) == ["Ngoài ra 2 số không có phần nào để đối chiếu."]
    assert said_of_checks(0, 7) == ["Không đối chiếu được 7 số mà nguồn nêu: không số nào có phần."]
    assert said_of_checks(0, 0) == ["Không có số nào để đối chiếu."]


def test_a_workbook_says_of_what_day_revision_and_licence_it_is_and_how_it_is_read(city: Published):
    _, book = workbooks_below(city, "nam/")[0]
    told = " ".join(" ".join(row) for row in book.rows("Về tệp này"))
    settings = city.catalogue.settings
    for each in (settings.notice, settings.licence, "abc1234", "1-3-2026", "không phải là 0"):
        assert each in told
    assert book.values.properties.created.date() == date(2026, 3, 1)
    assert settings.notice in book.values.properties.description


def test_who_has_no_programme_has_no_workbook():
    city = published_from(
        {
            "plans/nam.yml": f"title: Kế hoạch\nyear: 2024\n{REPORTED}",
            "organizations/so.yml": f"title: Sở\ncategory: administration\n{REPORTED}",
        }
    )
    assert [each for each in city.files if each.endswith(".xlsx")] == ["du-lieu/danh-muc.xlsx"]


HOSTILE = (
    "=1+1", "+84 24", "-5", "@sum", "\t=1", "\r=1", "một\ndòng", 'nói "có"', "]]> <b>&amp;</b>", "<r>x</r>",
    "_x0041_", "học 😀", "\u200fمرحبا", "1e5", "007", "https://example.vn", "'=1",
)  # fmt: skip


def read(*sheets: Sheet) -> ReadWorkbook:
    """Sheets written and read back."""
    return ReadWorkbook(File("thu.xlsx", workbook_bytes(PROPERTIES, sheets), ""))


def sheet(*rows: Sequence[SheetCell], name: str = "Bảng", columns: int = 1) -> Sheet:
    """A sheet with these rows."""
    made = [SheetRow(row) for row in rows]
    return Sheet(name, ["Bảng"], [SheetColumn("Ô")] * columns, made)


def test_no_text_becomes_a_formula_a_number_or_markup():
    cells = [row[0] for row in read(sheet(*([each] for each in HOSTILE))).book["Bảng"].iter_rows(min_row=3)]
    assert [cell.data_type for cell in cells] == ["s"] * len(HOSTILE)
    assert [unescape(cell.value) for cell in cells] == [each.replace("\r", "\n") for each in HOSTILE]
    assert [cell.quotePrefix for cell in cells if cell.value[0] in "=+-@\t"] == [True] * 5


def test_a_column_has_room_for_its_longest_number_which_cannot_be_broken():
    rows = [SheetRow([SheetNumber(Decimal(1234567), "khoảng"), "chữ"]), SheetRow(["chữ " * 20, ""])]
    made = Sheet("Bảng", ["Bảng"], [SheetColumn("Số", 10, is_number=True), SheetColumn("Chữ", 9)], rows)
    widths = read(made).book["Bảng"].column_dimensions
    assert widths["A"].width > len("khoảng 1.234.567")
    assert widths["B"].width < 10


def test_every_sheet_is_filtered_and_printed_on_a4_across_no_smaller_than_half(city: Published):
    across = (297 / 25.4 - 0.8) * 96
    books = [
        *workbooks_below(city, "ke-hoach/"),
        *workbooks_below(city, "nam/"),
        *workbooks_below(city, "don-vi/"),
    ]
    for page, book in (*books, *workbooks_below(city, "du-lieu/")):
        for sheet in book.values:
            setup, place = sheet.page_setup, f"{page}: {sheet.title}"
            assert (setup.orientation, setup.paperSize) == ("landscape", A4), place
            assert page == "du-lieu/" or setup.fitToWidth in (None, 1), place
            columns = [(each.max - each.min + 1, each.width * 7) for each in sheet.column_dimensions.values()]
            assert sum(many for many, _ in columns) == sheet.max_column
            width = sum(many * width for many, width in columns)
            assert (setup.fitToWidth or 1) * across >= 0.5 * width, place
            head = int(sheet.print_title_rows.rpartition("$")[2])
            sentences = {each.min_row for each in sheet.merged_cells.ranges}
            has_rows = head < sheet.max_row and head + 1 not in sentences
            assert (sheet.auto_filter.ref is not None) == has_rows, place


def test_all_sums_of_an_annex_and_of_a_desk_hold_when_the_rows_are_sorted(sample: Published):
    catalogue = sample.catalogue
    context = Context(catalogue, PLACE)
    sheets = [plan_sheets(context, plan)[0] for plan in catalogue.plans.values()]
    bodies = catalogue.organizations.values()
    works = ((body, work_of(catalogue, body).duties) for body in bodies)
    sheets += [desk_sheet(context, body.title, duties) for body, duties in works if duties]
    sums = [*read(*(each._replace(rows=each.rows[::-1]) for each in sheets)).formulas()]
    assert [told for _, told in sums] == [added for added, _ in sums]
    assert len(sums) == sum(
        isinstance(cell, SheetSum) for each in sheets for row in each.foot for cell in row.cells
    )
    assert len(sums) > 3


def test_a_cell_holds_what_excel_can_hold_and_says_where_to_read_on():
    whole, long, signs = "a" * MOST_LETTERS, "ă" * (MOST_LETTERS + 1), "😀" * MOST_LETTERS
    shown = [row[0].value for row in read(sheet([whole], [long], [signs])).book["Bảng"].iter_rows(min_row=3)]
    assert shown[0] == whole
    for each in shown[1:]:
        assert len(each.encode("utf-16-le")) // 2 in (MOST_LETTERS, MOST_LETTERS - 1)
        assert each.endswith("xem đủ ở trang của mục này trong danh mục)")


def test_sheets_have_names_that_excel_allows_and_none_twice():
    names = ["Nguồn [1]: a/b\\c*?", "N" * 40, "n" * 40, "'", "Nguồn 1 a b c"]
    found = read(*(sheet(["x"], name=each) for each in names)).book.sheetnames
    assert found == ["Nguồn 1 a b c", "N" * 31, f"{'n' * 27} (2)", "Trang", "Nguồn 1 a b c (2)"]


def test_a_whole_day_is_a_day_and_any_other_date_a_text():
    whole, month = Piece("5-3-2024", datetime="2024-03-05"), Piece("3-2024", datetime="2024-03")
    cells = [cell_of((whole,)), cell_of((month,)), cell_of((Piece("từ "), whole)), cell_of(())]
    assert cells == [date(2024, 3, 5), "3-2024", "từ 5-3-2024", None]
    (row,) = read(sheet(cells, columns=4)).book["Bảng"].iter_rows(min_row=3)
    assert (row[0].is_date, row[0].value.date(), row[0].number_format) == (True, date(2024, 3, 5), "d-m-yyyy")
    assert [cell.value for cell in row[1:]] == ["3-2024", "từ 5-3-2024", "Chưa có thông tin"]


def test_a_number_stays_one_whatever_word_stands_before_it():
    about, less = SheetNumber(Decimal("17470.5"), "khoảng"), SheetNumber(Decimal(-5), is_signed=True)
    numbers = [SheetNumber(Decimal(0)), about, less]
    book = read(sheet(numbers, columns=3))
    assert book.rows("Bảng") == [["0", "khoảng 17.470,5", "−5"]]
    assert [cell.value for cell in book.book["Bảng"][3]] == [0, 17470.5, -5]


def test_a_cell_looks_the_same_whatever_workbooks_were_made_before():
    about, less = SheetNumber(Decimal(7), "gần"), SheetNumber(Decimal(-5), is_signed=True)
    before = workbook_bytes(PROPERTIES, [sheet([less], [about])])
    book = read(sheet([about], [less]))
    assert book.rows("Bảng") == [["gần 7"], ["−5"]]
    assert workbook_bytes(PROPERTIES, [sheet([less], [about])]) == before


def test_a_row_that_workbooks_share_is_kept_no_longer_than_its_records_are():
    class Cells(list[SheetCell]):
        """Cells of which one can tell whether they are still there."""

    row = SheetRow(Cells(["của bản dữ liệu cũ"]), written={})
    first, second = (workbook_bytes(PROPERTIES, [sheet(row.cells)._replace(rows=[row])]) for _ in range(2))
    assert first == second
    assert row.written
    kept = ref(row.cells)
    del row
    assert kept() is None


def test_the_rows_of_an_annex_are_gone_through_as_often_however_many_they_are(real: Published):
    class Rows(list[AnnexRow]):
        """Rows that count how often somebody goes through them."""

        begun = 0

        def __iter__(self) -> Iterator[AnnexRow]:
            self.begun += 1
            return super().__iter__()

    def begun(rows: Rows) -> int:
        AnnexTable(replace(annex, rows=rows))
        return rows.begun

    phrases = Context(real.catalogue, PLACE).phrases
    annex = max((annex_of(phrases, plan) for plan in real.catalogue.plans.values()), key=rows_of)
    assert begun(Rows(annex.rows)) == begun(Rows(annex.rows[:1]))


def rows_of(annex: Annex) -> int:
    """How many rows an annex has."""
    return len(annex.rows)


def test_the_reading_of_sums_names_the_columns_that_they_ask_and_what_becomes_of_hidden_rows():
    of_rows, of_sums, of_filters = READING[2:5]
    assert f"«{TOLD}»" in of_rows
    assert all(f"«{each}»" in of_sums for each in (TOLD, PART_OF, "Năm"))
    assert "vẫn gồm cả những dòng đang ẩn" in of_filters


def test_a_sum_adds_its_rows_alone_and_is_a_number_where_it_cannot():
    column = [SheetNumber(Decimal(each)) for each in (1, 2, 4, 8)]
    texts = [column[0], "5 lượt", column[1], column[2], None, column[3]]
    seven, wrong = SheetNumber(Decimal(11)), SheetNumber(Decimal(12))
    assert sum_cell(seven, texts, {0, 2, 5}) == SheetSum(seven, ((0, 2), (5, 5)))
    assert sum_cell(wrong, texts, {0, 2, 5}) == wrong
    many = [SheetNumber(Decimal(1))] * 2000
    assert sum_cell(SheetNumber(Decimal(1000)), many, range(0, 2000, 2)) == SheetNumber(Decimal(1000))


def test_rows_beyond_what_a_sheet_holds_are_told_of(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workbooks, "MOST_ROWS", 10)
    rows = read(sheet(*([str(each)] for each in range(50)))).rows("Bảng")
    assert len(rows) == 8
    assert rows[-1] == [LEFT_OUT.format(43)]


def test_an_annex_is_printed_on_a4_one_page_wide_with_its_head_on_every_page():
    table = read(sheet(["a", "b"], ["c", "d"], columns=2)).book["Bảng"]
    assert (table.page_setup.orientation, table.page_setup.paperSize) == ("landscape", 9)
    assert (table.sheet_properties.pageSetUpPr.fitToPage, table.page_setup.fitToHeight) == (True, 0)
    assert (table.print_title_rows, table.freeze_panes, table.auto_filter.ref) == ("$2:$2", "B3", "A2:B4")


def test_the_same_sheets_give_the_same_bytes_and_one_without_a_day_a_fixed_one():
    undated = PROPERTIES._replace(day="")
    first, second = (workbook_bytes(undated, [sheet(["a", None], columns=2)]) for _ in range(2))
    assert first == second
    assert ReadWorkbook(File("a.xlsx", first, "")).book.properties.created.date() == date(2000, 1, 1)


def test_a_sheet_of_many_rows_has_each_of_them_in_its_place():
    rows = read(sheet(*([str(each)] for each in range(3 * workbooks.ROWS_AT_ONCE + 1)))).rows("Bảng")
    assert [row[0] for row in rows] == [str(each) for each in range(3 * workbooks.ROWS_AT_ONCE + 1)]


@pytest.mark.parametrize("name", ["hai_duong", *for_a_proof("real", "sample")])
def test_the_whole_catalogue_has_a_sheet_for_each_kind_with_every_value_of_its_table(
    name: str, request: pytest.FixtureRequest
):
    city: Published = request.getfixturevalue(name)
    book = ReadWorkbook(city.files["du-lieu/danh-muc.xlsx"])
    tables = tables_in(Context(city.catalogue, PLACE))
    assert book.values.sheetnames == ["Về tệp này", "Các cột", *(table.title for table in tables)]
    for table in tables:
        sheet = book.values[table.title]
        shown = [[shown_value(cell) for cell in row] for row in sheet.iter_rows(min_row=4)]
        assert shown == [[told_value(value) for value in row] for row in table.rows()]


def shown_value(cell: Cell) -> str:
    """What a cell of the whole holds, as the data writes it."""
    if isinstance(cell.value, datetime):
        return cell.value.date().isoformat()
    return "" if cell.value is None else unescape(str(cell.value))


def told_value(value: Value) -> str:
    """What a table tells, as the data writes it."""
    if isinstance(value, bool):
        return YES_NO[value]
    return "" if value is None else str(value)
