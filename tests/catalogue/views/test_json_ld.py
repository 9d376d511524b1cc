"""What pages tell machines: only in schema.org's words, never of what is a draft."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from catalogue.page import Page
from catalogue.publish.frame import SLOTS, Frame
from catalogue.views.words.trails import breadcrumbs
from tests.catalogue.views.small import DRAFT, PLACE, REPORTED, Published, published_from
from tests.vocabulary import misuses


def told_on(page: Page) -> list[Any]:
    """All that a page tells machines."""
    return [json.loads(each) for each in (page.json_ld, breadcrumbs(page, PLACE.address)) if each]


def texts_in(value: Any) -> Iterator[str]:
    """All texts of a description."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        yield from texts_in(each)
    if isinstance(value, str):
        yield value


def test_every_page_speaks_schema_org(city: Published):
    types = set()
    for sheet in city.sheets.values():
        for told in told_on(sheet.page):
            assert list(misuses(told)) == [], sheet.page.address
            types.add(str(told["@type"]))
    assert {"Course", "Organization", "Dataset", "BreadcrumbList", "Audience", "CreativeWork"} <= types


def test_no_draft_is_named_to_machines(city: Published):
    drafts = {city.catalogue.name(record) for record in city.catalogue if record.is_draft}
    drafts -= {city.catalogue.name(record) for record in city.catalogue if not record.is_draft}
    places = {PLACE.address + city.catalogue.address(record) for record in city.catalogue if record.is_draft}
    for sheet in city.sheets.values():
        told = {text for each in told_on(sheet.page) for text in texts_in(each)}
        assert not told & (drafts | places), sheet.page.address


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ({"@type": "Kurs"}, "no type"),
        ({"@type": "Course", "colour": "x"}, "no property"),
        ({"@type": "Audience", "inLanguage": "vi"}, "has no"),
        ({"@type": "Course", "about": "Đất đai"}, "takes"),
        ({"@type": "Course", "hasCourseInstance": [{"@type": "Course"}]}, "takes"),
        ({"@type": "CourseInstance", "startDate": "--03-05"}, "takes"),
        ({"@type": "CourseInstance", "maximumAttendeeCapacity": "sáu mươi"}, "takes"),
        ({"@type": "CourseInstance", "eventStatus": "https://schema.org/EventLost"}, "takes"),
        ({"@type": "Course", "provider": {"@type": "Organization", "isbn": "1"}}, "has no"),
    ],
)
def test_what_schema_org_has_no_word_for_would_be_told(told: dict[str, Any], fault: str):
    assert any(fault in each for each in misuses(told))


LONG = """
title: Thạc sĩ Luật
categories: [training]
mode: part_time
duration: {value: 2, unit: year}
period: {start: 2024-09, end: 2026-08}
"""


def test_long_training_is_a_programme_of_education_as_well():
    site = published_from(
        {
            "programs/x.yml": LONG + REPORTED,
            "programs/y.yml": LONG.replace("Luật", "Y").replace("08}", "08, inferred: true}") + REPORTED,
        }
    )
    told = site["chuong-trinh/x/"].json_ld
    assert told["@type"] == ["Course", "EducationalOccupationalProgram"]
    stated = ("timeToComplete", "educationalProgramMode", "startDate", "endDate")
    assert [told[each] for each in stated] == ["P2Y", "part-time", "2024-09", "2026-08"]
    assert "startDate" not in site["chuong-trinh/y/"].json_ld


def test_a_set_of_data_names_its_licence_and_its_files(city: Published):
    told = city["du-lieu/"].json_ld
    assert told["license"] == city.catalogue.settings.licence_address
    assert told["distribution"]
    for file in told["distribution"]:
        assert file["contentUrl"].removeprefix(PLACE.address) in city.files
        assert file["encodingFormat"]
    report = next(each for each in city.catalogue.reports.values() if not each.is_draft)
    (file,) = city[city.catalogue.address(report)].json_ld["distribution"]
    assert file == {
        "@type": "DataDownload",
        "name": "Dữ liệu của mục này (JSON)",
        "contentUrl": f"{PLACE.address}api/v1/reports/{report.id}.json",
        "encodingFormat": "application/json",
    }


def test_the_way_to_a_page_is_told_where_search_engines_may_list_it():
    unit = f"title: Sở\ncategory: administration\n{REPORTED}"
    draft = f"title: Nháp\ncategory: administration\n{DRAFT}"
    site = published_from({"organizations/so.yml": unit, "organizations/nhap.yml": draft})
    html = Frame.parse(SLOTS["head"]).fill(site["don-vi/so/"].page, PLACE)
    way = json.loads(html.split('<script type="application/ld+json">')[-1].removesuffix("</script>"))
    assert [(each["name"], each.get("item", {}).get("@id")) for each in way["itemListElement"]] == [
        ("Trang chủ", "https://example.vn/thu/"),
        ("Đơn vị", "https://example.vn/thu/don-vi/"),
        ("Sở", None),
    ]
    assert breadcrumbs(site["don-vi/nhap/"].page, PLACE.address) == ""
    assert breadcrumbs(site["don-vi/so/"].page, "") == ""
