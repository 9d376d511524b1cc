"""What a change is about: a closed list, the most severe first, and how each change finds its place in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log10
from typing import Any

from pydantic import BaseModel

from catalogue.changes.days import shift, years_moved
from catalogue.changes.fields import Difference, differences, plain_number
from catalogue.changes.states import PlainValues, RecordKey
from catalogue.changes.support import holds_number, is_official, is_taken, level_of, says_number, unsupported
from catalogue.changes.texts import says_otherwise, unlike
from catalogue.file_names import GLOSSARY, REDIRECTS, SETTINGS
from catalogue.language.vocabulary import Obligation, Vocabulary
from catalogue.model.kinds import KINDS
from catalogue.model.settings import Glossary, Redirects, SiteSettings
from catalogue.model.shape import Shape
from catalogue.model.standing import CALLED_OFF


class Concern(Vocabulary):
    """What a change is about, the most severe first."""

    LOST_ADDRESS = "lost_address", "Địa chỉ bị mất"
    UNLISTED = "unlisted", "Dòng bị xóa khỏi danh sách địa chỉ đã công bố"
    RECORD_REMOVED = "record_removed", "Bản ghi bị bỏ"
    CLASS_REMOVED = "class_removed", "Lớp bị bỏ"
    UNSUPPORTED = "unsupported", "Số liệu đổi mà nguồn, văn bản không đổi"
    UNCONFIRMED = "unconfirmed", "Ghi «Đối chiếu văn bản» mà không nêu đủ văn bản, vị trí, ngày, đơn vị"
    VERDICT = "verdict", "Đối chiếu số liệu cho kết luận khác"
    CALLED_OFF = "called_off", "Lớp hoãn, hủy, mở lại"
    STATE = "state", "Kế hoạch, đã thực hiện, tình trạng"
    DAY = "day", "Ngày, hạn, thời gian"
    OBLIGATION = "obligation", "Mức độ bắt buộc, điều kiện học"
    AUDIENCE = "audience", "Đối tượng"
    OVERLAP = "overlap", "Có thể trùng, cần rà soát"
    TOTAL = "total", "Tổng số của năm, đơn vị, kế hoạch, đối tượng"
    NUMBER = "number", "Số liệu đổi theo nguồn, văn bản mới; số liệu thêm, bớt"
    BODY = "body", "Đơn vị"
    CONFIRMATION = "confirmation", "Mức độ xác minh"
    BASIS = "basis", "Nguồn, căn cứ, điều chỉnh"
    BELONGING = "belonging", "Thuộc kế hoạch, chương trình, danh sách nào; cách cộng"
    RENAMED = "renamed", "Bản ghi đổi mã"
    SETTINGS = "settings", "Tên, địa chỉ, lưu ý của cả trang; chuyển hướng; chữ viết tắt"
    REVIEW = "review", "Lời rà soát"
    PLACE = "place", "Địa điểm, liên hệ, hồ sơ"
    UNKNOWN = "unknown", "Khóa mà bộ kiểm tra hiện nay không biết"
    SIGN = "sign", "Số, ký hiệu, tên trong quy định"
    NAME = "name", "Tên gọi"
    CLASSIFIED = "classified", "Phân loại"
    CONTENT = "content", "Mục tiêu, nội dung, chứng chỉ, đánh giá, kinh phí"
    RECORD_ADDED = "record_added", "Bản ghi mới"
    CLASS_ADDED = "class_added", "Lớp mới"
    LOCATOR = "locator", "Vị trí trong nguồn, văn bản"
    WORDING = "wording", "Câu chữ"
    LAYOUT = "layout", "Chỉ đổi cách viết hoặc chỗ để tệp, nội dung như cũ"


EFFECTS = {Concern.VERDICT, Concern.OVERLAP, Concern.TOTAL}
"""What comes of changes, and is no change itself."""
OF_WORDING = {Concern.NAME, Concern.LOCATOR, Concern.WORDING, Concern.LAYOUT}
"""What may only say the same otherwise: no figure, day, class, body, document or state is another by it."""
MOSTLY = 0.5
"""How unlike two texts may be for the one to be the other, worded anew."""
NUMBERED = {Concern.LOCATOR, Concern.SIGN}
"""What names a place or a thing by its number, so that another wording is mostly another number."""
WITHIN: Mapping[str, Concern] = {
    "verification": Concern.CONFIRMATION,
    "sources": Concern.BASIS,
    "adjustments": Concern.BASIS,
    "legal_basis": Concern.BASIS,
    "regulation": Concern.BASIS,
    "hint": Concern.BASIS,
    "reviews": Concern.REVIEW,
    "allocations": Concern.NUMBER,
    "successors": Concern.BODY,
    "contact": Concern.PLACE,
    "venue": Concern.PLACE,
    "period": Concern.DAY,
    "in_force": Concern.DAY,
    "term": Concern.DAY,
    "basis": Concern.OBLIGATION,
    "reference_sum": Concern.BELONGING,
}
"""What all is about that lies in these fields."""
AT: Mapping[str, Concern] = {
    **dict.fromkeys(
        ("start", "end", "deadline", "year", "annual", "as_of", "date", "issued", "inferred_year"),
        Concern.DAY,
    ),
    **dict.fromkeys(("eligibility", "exemptions", "exhaustive", "obligation", "planned"), Concern.OBLIGATION),
    **dict.fromkeys(("group", "groups", "positions", "job"), Concern.AUDIENCE),
    **dict.fromkeys(
        ("figures", "declared", "rows", "parts", "bound", "unit", "measure", "tolerance", "computed_from"),
        Concern.NUMBER,
    ),
    **dict.fromkeys(
        ("parts_add", "complete", "in_plan", "carried_over", "line", "items", "modules", "order", "of"),
        Concern.BELONGING,
    ),
    **dict.fromkeys(("number", "code", "id"), Concern.SIGN),
    **dict.fromkeys(("title", "short_name", "aliases", "as_printed"), Concern.NAME),
    **dict.fromkeys(("objectives", "content", "certificate", "assessment", "funding"), Concern.CONTENT),
    **dict.fromkeys(("country", "abroad", "territory", "form", "papers"), Concern.PLACE),
    **dict.fromkeys(("origin", "publisher", "address"), Concern.BASIS),
    "state": Concern.STATE,
}
"""What a field is about, by its key, wherever it lies."""
OF_KIND: Mapping[str, Concern] = {
    "organization": Concern.BODY,
    "group": Concern.AUDIENCE,
    "source": Concern.BASIS,
    "document": Concern.BASIS,
}
"""What a reference is about, by the kind of the record that it names."""
KNOWN_BY_TITLE = {"organization", "group", "document"}
"""Whose title stands wherever they are named: under another one, readers take them for another."""
OF_CLASS = {Concern.CLASS_REMOVED, Concern.CLASS_ADDED}
CLASS_DEEP = 2
"""How many steps lead to a class: the list of them, and the class."""
OF_CONFIRMATION = ("document", "locator", "checked", "by")
"""What a confirmation against a document has to name."""
FILES: Mapping[str, type[BaseModel]] = {SETTINGS: SiteSettings, REDIRECTS: Redirects, GLOSSARY: Glossary}


@dataclass(frozen=True)
class FieldChange:
    """One change of a record: what differs, what it is about, and whether it is an error.

    It is one where a number moves or goes on nobody's word, in a record that says, or said until then, that
    it was checked against its document: to say so no more does not make the number right. `was_official`
    tells that the record said so before.
    """

    difference: Difference
    concern: Concern
    is_error: bool = False
    was_official: bool = False

    @property
    def stands_open(self) -> bool:
        """Whether it may not be folded away.

        Another document stands behind what had been checked already; a text, be it a title, differs in what
        its sense hangs on; names are due earlier; somebody has to come who had not to; or a check against a
        document is claimed without all that it has to name.
        """
        what = self.difference
        if self.concern is Concern.UNCONFIRMED:
            return True
        if self.is_text:
            return self.concern not in NUMBERED and None not in what.values and self.says_otherwise
        if what.keys[-1] == "deadline":
            return shift(*what.values) < 0
        is_new_duty = requires(what.after, what) and not requires(what.before, what)
        return is_new_duty or (self.was_official and what.keys == ("verification", "document"))

    @property
    def is_text(self) -> bool:
        """Whether it is a text that people wrote, and not a code, a day, a number, the name of a record."""
        return self.difference.shape.single is str

    @property
    def is_wording(self) -> bool:
        """Whether it only words something otherwise, and says the same in mostly the same words.

        What is no more said is no wording; what is said for the first time may be.
        """
        what = self.difference
        if self.concern not in OF_WORDING or what.is_removal:
            return False
        return self.concern is Concern.LAYOUT or not (
            (what.before is not None and unlike(*what.values) > MOSTLY) or self.says_otherwise
        )

    @cached_property
    def says_otherwise(self) -> bool:
        """Whether a text differs in what its sense hangs on."""
        return says_otherwise(*self.difference.values)

    @property
    def weight(self) -> float:
        """How far a value has moved, to put the farthest first.

        Numbers by how many times, days by years, texts by how little they have in common. But a condition
        turns with a word or two, while one that is worded anew has mostly other words.
        """
        what = self.difference
        if self.is_text:
            little = unlike(*what.values) if None not in what.values else 0
            return 1 - little if little and self.concern is Concern.OBLIGATION else little
        numbers = [plain_number(value) for value in (what.before, what.after)]
        if self.concern is Concern.DAY:
            return years_moved(*what.values)
        if None in numbers:
            return 0
        before, after = (log10(max(float(each or 0), 0.1)) for each in numbers)
        return abs(after - before)


def compare_records(key: RecordKey, before: PlainValues, after: PlainValues) -> tuple[FieldChange, ...]:
    """What changed from one state of a record to another, in the order of its fields.

    The values are plain, as the files have them, and empty where there was or is no record.
    """
    found = differences(before, after, model_of(key))
    concerns = [concern_of(each, key[0], after) if key[0] else Concern.SETTINGS for each in found]
    was_official = is_official(before)
    numbers = [
        each
        for each, concern in zip(found, concerns, strict=True)
        if concern is Concern.NUMBER
        or says_number(each)
        or is_taken(each, before, after)
        or (was_official and concern in OF_CLASS and holds_number(each))
    ]
    alone = {id(each) for each in unsupported(numbers, before, after)}
    return tuple(
        FieldChange(each, alone_about(concern), was_official or is_official(after), was_official)
        if id(each) in alone
        else FieldChange(each, concern, was_official=was_official)
        for each, concern in zip(found, concerns, strict=True)
    )


def alone_about(concern: Concern) -> Concern:
    """What a change is about that moves a number on nobody's word; that a class went says still more."""
    return concern if concern is Concern.CLASS_REMOVED else Concern.UNSUPPORTED


def wrongly_claimed(key: RecordKey, values: PlainValues) -> tuple[FieldChange, ...]:
    """That a new record was checked against a document, as it says, where it does not name all of that."""
    level = {"verification": {"level": level_of(values)}}
    return compare_records(key, {}, level) if is_unconfirmed(values) else ()


def model_of(key: RecordKey) -> type[BaseModel] | None:
    """The model of a record, or of a file without records."""
    kind, name = key
    return KINDS[kind].model if kind else FILES.get(name)


def concern_of(difference: Difference, kind: str, after: PlainValues) -> Concern:
    """What a difference in a record of a kind is about. `after` is all that the record holds now."""
    keys = difference.keys
    if difference.reordered:
        return Concern.LAYOUT
    if keys[0] == "verification" and is_unconfirmed(after):
        return Concern.UNCONFIRMED
    if keys[0] == "classes" and len(difference.place) <= CLASS_DEEP:
        return Concern.CLASS_ADDED if difference.before is None else Concern.CLASS_REMOVED
    if keys == ("classes", "state") and any(map(is_called_off, difference.values)):
        return Concern.CALLED_OFF
    if any(requires(value, difference) for value in difference.values):
        return Concern.OBLIGATION
    return concern_of_field(difference, kind)


def requires(value: Any, difference: Difference) -> bool:
    """Whether a value of a difference, a learner group or its obligation, makes somebody attend."""
    code = value.get("obligation") if isinstance(value, dict) else value
    return code == Obligation.REQUIRED and (isinstance(value, dict) or difference.keys[-1] == "obligation")


def is_called_off(state: Any) -> bool:
    """Whether a class does not take place as it was planned; what stands there may be no code at all."""
    return isinstance(state, str) and state in CALLED_OFF


def concern_of_field(difference: Difference, kind: str) -> Concern:
    """What a field of a record of a kind is about, whatever became of it."""
    keys = difference.keys
    if keys == ("title",) and kind in KNOWN_BY_TITLE:
        return OF_KIND[kind]
    within = next((WITHIN[key] for key in keys if key in WITHIN), None)
    if within is Concern.BASIS and keys[-1] == "locator":
        return Concern.LOCATOR
    found = within or AT.get(keys[-1]) or concern_of_shape(difference.shape)
    return Concern.NUMBER if found in OF_WORDING and says_number(difference) else found


def is_unconfirmed(values: PlainValues) -> bool:
    """Whether a record was checked against a document, as it says, but lacks which, where, when or who."""
    named = values.get("verification") or {}
    return is_official(values) and any(not named.get(key) for key in OF_CONFIRMATION)


def concern_of_shape(shape: Shape) -> Concern:
    """What a field is about that has no line of its own, by what it holds."""
    if shape.reference:
        return OF_KIND.get(shape.reference.kind, Concern.BELONGING)
    if shape.is_number:
        return Concern.NUMBER
    if shape.codes or shape.single is bool:
        return Concern.CLASSIFIED
    return Concern.WORDING if shape.single or shape.item or shape.model else Concern.UNKNOWN
