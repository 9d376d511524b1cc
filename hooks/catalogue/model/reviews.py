"""A person's judgement on a finding: it quiets the finding, and stays with the record for all to see."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from catalogue.model.dates import Date
from catalogue.model.fields import Id, Model, Quantity, Reference, Text, as_written, refuse
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Severity, did_you_mean, faults, nearest

NAMED_BESIDE = "Được nhắc tới khi rà soát"
"""The heading under which a record lists who names it in a review."""

OF_NO_RECORD = {FaultCode.REVIEW_WITHOUT_FINDING, FaultCode.PLACEHOLDER_ADDRESS}
"""The warnings of a review itself and of the settings."""


def findings() -> list[FaultCode]:
    """The codes of all warnings and remarks that a record can be reviewed for."""
    return [
        code
        for code, fault in faults().items()
        if fault.severity is not Severity.ERROR and code not in OF_NO_RECORD
    ]


def finding_of(written: object) -> FaultCode:
    """The finding that a code means."""
    known = findings()
    if written in known:
        return FaultCode(str(written))
    raise refuse(
        FaultCode.UNKNOWN_FINDING, written=as_written(written), advice=finding_advice(written, known)
    )


def finding_advice(written: object, known: list[FaultCode]) -> str:
    """What to write instead: an error has no other code, it must be mended."""
    if written in [code for code, fault in faults().items() if fault.severity is Severity.ERROR]:
        return "Đây là mã của một lỗi; lỗi thì phải sửa, không bỏ qua được."
    codes = ", ".join(f"{code} ({faults()[code].title})" for code in known)
    return f"{did_you_mean(nearest(as_written(written), known))} Các mã dùng được: {codes}."


class ListedFindings:
    """Puts the codes of all findings into the JSON Schema, so that an editor's program offers them."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "enum": [str(code) for code in findings()]}


Finding = Annotated[FaultCode, BeforeValidator(finding_of), ListedFindings()]


class NamedRecord(Model):
    """A record of any kind: the key says which."""

    program: Annotated[Id, Reference("program", NAMED_BESIDE)] | None = Field(None, title="Chương trình")
    topic_set: Annotated[Id, Reference("topic_set", NAMED_BESIDE)] | None = Field(
        None, title="Danh sách chuyên đề"
    )
    topic: Annotated[Id, Reference("topic", NAMED_BESIDE)] | None = Field(None, title="Chuyên đề")
    group: Annotated[Id, Reference("group", NAMED_BESIDE)] | None = Field(None, title="Đối tượng")
    organization: Annotated[Id, Reference("organization", NAMED_BESIDE)] | None = Field(None, title="Đơn vị")
    plan: Annotated[Id, Reference("plan", NAMED_BESIDE)] | None = Field(None, title="Kế hoạch")
    document: Annotated[Id, Reference("document", NAMED_BESIDE)] | None = Field(None, title="Văn bản")
    source: Annotated[Id, Reference("source", NAMED_BESIDE)] | None = Field(None, title="Nguồn")
    report: Annotated[Id, Reference("report", NAMED_BESIDE)] | None = Field(None, title="Số liệu")


class Review(Model):
    """What a person found of a finding: of which number, beside which records, why it may stand, by whom."""

    finding: Finding = Field(
        title="Điều đã rà soát",
        description="Mã của cảnh báo, như máy báo khi kiểm tra; hoặc programs-overlap, classes-clash của "
        "trang «Có thể trùng, cần rà soát». Lỗi thì phải sửa, không để lại được.",
    )
    with_: tuple[NamedRecord, ...] = Field(
        (),
        alias="with",
        title="Cùng với",
        description="Các bản ghi khác mà điều ấy nhắc tới; không ghi thì hiểu là bất cứ bản ghi nào.",
        min_length=1,
    )
    value: Quantity | None = Field(
        None,
        title="Số được rà soát",
        description="Con số mà cảnh báo nói tới, khi bản ghi có nhiều số: lời rà soát chỉ nhận số này. "
        "Số đổi thì máy báo lại. Không ghi thì hiểu là số nào cũng được.",
    )
    reason: Text = Field(title="Lý do", description="Vì sao điều ấy vẫn đúng, và căn cứ vào đâu.")
    by: Annotated[Id, Reference("organization", "Đã rà soát")] = Field(title="Đơn vị rà soát")
    day: Date = Field(title="Ngày rà soát")
