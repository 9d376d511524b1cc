"""The ways into the catalogue: those that need no search, and searches that are asked already."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote_plus

from catalogue.language.vietnamese import number
from catalogue.model.collection import Catalogue
from catalogue.page import ROOT


class Way(NamedTuple):
    """A card that leads somewhere: its words, its address below the site's root, what is found there."""

    title: str
    address: str
    summary: str


def search_for(chosen: Mapping[str, str]) -> str:
    """The search with one code chosen in each of some filters."""
    return f"{ROOT}tra-cuu/?{'&'.join([f'{field}={quoted(code)}' for field, code in chosen.items()])}"


@lru_cache(4096)
def quoted(code: str) -> str:
    """A code as addresses have it: a table of what was found asks for a few of them again and again."""
    return quote_plus(code)


def ways(catalogue: Catalogue) -> list[Way]:
    """The four ways in."""
    counted = {
        kind: number(sum(1 for record in catalogue.of(kind).values() if not record.is_draft))
        for kind in ("group", "organization", "program", "plan")
    }
    return [
        Way("Theo đối tượng", "doi-tuong/", f"{counted['group']} nhóm: nhóm nào được cử học lớp nào"),
        Way("Theo chuyên đề", "chuyen-de/", topics_in_words(catalogue)),
        Way(
            "Theo đơn vị",
            "don-vi/",
            f"{counted['organization']} đơn vị: chủ trì, phối hợp, mở lớp, cử người học",
        ),
        Way(
            "Theo kế hoạch năm", "ke-hoach/", f"{counted['plan']} kế hoạch: số lớp, chỉ tiêu, phần còn thiếu"
        ),
    ]


def topics_in_words(catalogue: Catalogue) -> str:
    """What is known of the topics, and how many have no name yet."""
    unnamed = sum(1 for topic in catalogue.topics.values() if topic.is_draft)
    if not unnamed:
        return "Lĩnh vực và các danh sách chuyên đề"
    return f"Lĩnh vực, danh sách chuyên đề; {unnamed} chuyên đề chưa công bố tên"
