"""The table of the nine kinds.

A new kind is a line here and a model in `records`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Document, Group, Organization, Plan, Report, Source, Topic, TopicSet


@dataclass(frozen=True)
class Kind:
    """One kind of record: its files lie in `folder`, its pages below `section`; `label` is its name."""

    code: str
    folder: str
    model: type[Record]
    section: str
    label: str


KINDS: Mapping[str, Kind] = {
    kind.code: kind
    for kind in (
        Kind("program", "programs", Program, "chuong-trinh", "Chương trình"),
        Kind("topic_set", "topic-sets", TopicSet, "chuyen-de", "Danh sách chuyên đề"),
        Kind("topic", "topics", Topic, "chuyen-de", "Chuyên đề"),
        Kind("group", "groups", Group, "doi-tuong", "Đối tượng"),
        Kind("organization", "organizations", Organization, "don-vi", "Đơn vị"),
        Kind("plan", "plans", Plan, "ke-hoach", "Kế hoạch"),
        Kind("document", "documents", Document, "van-ban", "Văn bản"),
        Kind("source", "sources", Source, "nguon", "Nguồn"),
        Kind("report", "reports", Report, "so-lieu", "Số liệu"),
    )
}

FOLDERS: Mapping[str, Kind] = {kind.folder: kind for kind in KINDS.values()}
