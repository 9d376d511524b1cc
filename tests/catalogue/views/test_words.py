"""The words before readers are those of a training officer, not of those who keep the data."""

from __future__ import annotations

from pathlib import Path

from tests.catalogue.views.small import ROOT, Published

EDITORS = ("loi/", "docs/huong-dan/cap-nhat.md")
"""What is for editors: they work with files, and may read of records."""
KEEPERS_WORDS = (
    "bản ghi",
    "máy đọc",
    "các lỗi dữ liệu",
    "nơi ban hành",
    "đơn vị ban hành",
)


def strange(text: str) -> list[str]:
    """The words of a text that no reader should have to know."""
    return [word for word in KEEPERS_WORDS if word in text.casefold()]


def test_no_page_has_a_word_of_those_who_keep_the_data(city: Published):
    pages = {
        address: f"{sheet.page.title} {sheet.page.description} {sheet.text}"
        for address, sheet in city.sheets.items()
        if not address.startswith(EDITORS)
    }
    assert {address: found for address, text in pages.items() if (found := strange(text))} == {}


def test_no_page_written_by_hand_no_frame_and_no_script_has_one():
    places = [("docs", "*.md"), ("docs/assets/javascripts", "*.js"), ("overrides", "*.html")]
    files = [path for folder, names in places for path in (ROOT / folder).rglob(names)]
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in files}
    assert len(texts) > 40
    found = {name: strange(text) for name, text in texts.items() if not name.startswith(EDITORS)}
    assert {name: words for name, words in found.items() if words} == {}


def test_what_issues_a_plan_or_a_document_is_called_the_same_everywhere(city: Published):
    labels = {
        label for sheet in city.sheets.values() for label in sheet.facts if "ban hành" in label.casefold()
    }
    assert {"Cơ quan ban hành"} <= labels <= {"Cơ quan ban hành", "Ngày ban hành"}


def test_the_words_for_editors_are_not_looked_for_before_readers():
    assert all((ROOT / name).exists() for name in EDITORS if name.startswith("docs/"))
    assert strange(Path(ROOT / "hooks/catalogue/problems/faults.toml").read_text(encoding="utf-8"))
