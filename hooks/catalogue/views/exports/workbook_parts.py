"""The parts of a workbook beside its sheets: what these are called, what it says of itself, what is where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import escape

from catalogue.views.exports.sheet_frame import MAIN, RELATIONS, XML
from catalogue.views.exports.sheet_styles import style_sheet

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-"
TYPES = {
    "docProps/app.xml": "officedocument.extended-properties",
    "docProps/core.xml": "package.core-properties",
    "xl/styles.xml": "officedocument.spreadsheetml.styles",
    "xl/theme/theme1.xml": "officedocument.theme",
    "xl/workbook.xml": "officedocument.spreadsheetml.sheet.main",
}
"""What the parts are that every workbook has."""
TARGETS = (("theme", "theme/theme1.xml"), ("styles", "styles.xml"))
SHEET_TYPE = "officedocument.spreadsheetml.worksheet"
CELL = re.compile(r"([A-Z]+)([0-9]+)")
UNKNOWN_DAY = "2000-01-01"
"""When a workbook says that it was made whose data has no day: always the same."""


class Properties(NamedTuple):
    """What a workbook says of itself: title, whose it is, what must be known of it, the day of its data."""

    title: str
    author: str
    remark: str
    day: str


class NamedSheet(NamedTuple):
    """A sheet as its workbook knows it: its name, the row of its heads, the cells that may be filtered."""

    name: str
    head: int
    filtered: str


def parts_beside(properties: Properties, sheets: Sequence[NamedSheet]) -> Iterator[tuple[str, str | bytes]]:
    """All parts but the sheets, by their places in the package."""
    places = [f"worksheets/sheet{turn}.xml" for turn in range(1, len(sheets) + 1)]
    targets = [*(("worksheet", each) for each in places), *TARGETS]
    yield "xl/workbook.xml", workbook_xml(sheets)
    yield "xl/_rels/workbook.xml.rels", relations_xml((f"{RELATIONS}/{kind}", at) for kind, at in targets)
    yield "xl/styles.xml", style_sheet().styles
    yield "xl/theme/theme1.xml", style_sheet().theme
    yield "docProps/core.xml", core_xml(properties)
    yield "docProps/app.xml", APP_XML
    yield "_rels/.rels", ROOT_XML
    yield "[Content_Types].xml", types_xml({**TYPES, **{f"xl/{each}": SHEET_TYPE for each in places}})


def relations_xml(targets: Iterable[tuple[str, str]]) -> str:
    """Where other parts lie, each behind what it is."""
    listed = "".join(
        f'<Relationship Id="rId{turn}" Type="{kind}" Target="{target}"/>'
        for turn, (kind, target) in enumerate(targets, 1)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def types_xml(types: dict[str, str]) -> str:
    """What each part is, by its place."""
    listed = "".join(
        f'<Override PartName="/{place}" ContentType="{TYPE}{kind}+xml"/>' for place, kind in types.items()
    )
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{TYPE}package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def workbook_xml(sheets: Sequence[NamedSheet]) -> str:
    """The sheets in their order; whoever opens the workbook adds up its sums anew."""
    listed = "".join(
        f'<sheet name="{escape(each.name)}" sheetId="{turn}" r:id="rId{turn}"/>'
        for turn, each in enumerate(sheets, 1)
    )
    return (
        f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{listed}</sheets><definedNames>{''.join(defined_names(sheets))}</definedNames>"
        '<calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>'
    )


def defined_names(sheets: Sequence[NamedSheet]) -> Iterator[str]:
    """What is filtered on each sheet, and which of its rows is printed on every page."""
    for turn, each in enumerate(sheets):
        here = escape("'" + each.name.replace("'", "''") + "'!")
        named = f'<definedName name="_xlnm.{{}}" localSheetId="{turn}"{{}}>{here}{{}}</definedName>'
        if each.filtered:
            yield named.format("_FilterDatabase", ' hidden="1"', CELL.sub(r"$\1$\2", each.filtered))
        yield named.format("Print_Titles", "", f"${each.head}:${each.head}")


def core_xml(properties: Properties) -> str:
    """What the workbook says of itself."""
    title, author, remark, day = (escape(each) for each in properties)
    made = f'xsi:type="dcterms:W3CDTF">{day or UNKNOWN_DAY}T00:00:00Z</dcterms:'
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f"<dc:description>{remark}</dc:description>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f"<dcterms:created {made}created><dcterms:modified {made}modified></cp:coreProperties>"
    )


APP_XML = (
    f'{XML}<Properties xmlns="{RELATIONS.replace("relationships", "extended-properties")}">'
    "<Application>Microsoft Excel</Application><AppVersion>12.0000</AppVersion></Properties>"
)
"""Which program a spreadsheet takes the workbook to be from."""
ROOT_XML = relations_xml(
    [
        (f"{RELATIONS}/officeDocument", "xl/workbook.xml"),
        (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        (f"{RELATIONS}/extended-properties", "docProps/app.xml"),
    ]
)
"""Where the package begins."""
