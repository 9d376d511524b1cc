"""Coverage in words: rows of its tables, each cell with the search that lists what it counts; open needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from catalogue.findings.coverage import UNKNOWN, VALUES, Axis, Coverage, OpenNeed
from catalogue.findings.idle import Idle, IdleGroup
from catalogue.language.vietnamese import number
from catalogue.page import Phrase, Piece
from catalogue.views.words.phrases import Phrases, joined
from catalogue.views.words.ways import search_for

LABELS: Mapping[Axis, Mapping[str, str]] = {
    axis: {**{value.value: value.label for value in values}, UNKNOWN: f"Chưa rõ {axis.label.lower()}"}
    for axis, values in VALUES.items()
}
"""What the values of an axis are called."""
UNKNOWN_CODE = "unknown"
"""The code of search for what a record does not say."""
IN_WIDER, IN_NARROWER = "nhóm rộng hơn", "nhóm hẹp hơn"
"""Where a programme is for a group around one that has none."""
PERHAPS_NAMED = 12
"""Groups that stand by name where only undated programmes are for them."""
ITEMS_NAMED = 12
"""Items of a need that stand by name where its field is not known; its list has all of them."""
NEEDED = "cần"
"""What a cell says where a source names a need and the catalogue knows no programme."""


class CellWords(NamedTuple):
    """A cell of the table: the value it stands under, and how many programmes, a need, or neither."""

    value: str
    link: Piece | None
    is_need: bool


class RowWords(NamedTuple):
    """A learner group with its cells; `blank` says how many of them say nothing."""

    group: Phrase
    cells: list[CellWords]
    blank: str


class NeedWords(NamedTuple):
    """An open need: its field or items, whose, named by which list, which programmes may meet it yet."""

    matter: str
    group: Phrase
    named_by: Piece
    wider: Piece | None


def row(phrases: Phrases, coverage: Coverage, group: str) -> RowWords:
    """The cells of one group. Who is meant by no group is said too."""
    cells = [cell(phrases, coverage, group, value) for value in coverage.values]
    blank = sum(
        each.link is None for each, value in zip(cells, coverage.values, strict=True) if value != UNKNOWN
    )
    name = (phrases.named("group", group),) if group else (Piece("Chưa rõ đối tượng"),)
    words = f"Chưa ghi nhận: {number(blank)} {coverage.axis.label.lower()} khác" if blank else ""
    return RowWords(name, cells, words)


def cell(phrases: Phrases, coverage: Coverage, group: str, value: str) -> CellWords:
    """One group and one value: how many programmes with the search that lists them; else who names a need."""
    found, label = coverage.cells.get((group, value)), LABELS[coverage.axis][value]
    if found is None:
        return CellWords(label, None, is_need=False)
    if not found.programs:
        return CellWords(label, phrases.link(found.needs[0])._replace(text=NEEDED), is_need=True)
    address = programs_found(coverage.year, {"group": group, coverage.axis.value: value})
    return CellWords(label, Piece(number(len(found.programs)), address), is_need=False)


def idle_words(phrases: Phrases, idle: IdleGroup) -> Phrase:
    """A group that no programme names, and where around it there is one."""
    known = ((IN_WIDER, idle.in_wider), (IN_NARROWER, idle.in_narrower))
    around = [words for words, has_one in known if has_one]
    told = (Piece(f" (có ở {' và '.join(around)})", quiet=True),) if around else ()
    return (phrases.link(idle.group), *told)


def undated_words(phrases: Phrases, idle: Idle) -> Phrase:
    """How many programmes of no known year are left out, and the groups that only these name."""
    if not idle.undated:
        return ()
    words = f"Không xét {number(idle.undated)} chương trình chưa rõ năm"
    if not idle.perhaps:
        return (Piece(f"{words}."),)
    named: list[Phrase] = [(phrases.link(group),) for group in idle.perhaps[:PERHAPS_NAMED]]
    more = len(idle.perhaps) - len(named)
    rest = f" và {number(more)} nhóm khác." if more else "."
    return (Piece(f"{words}; nhóm chỉ có chương trình như vậy: "), *joined(named, "; "), Piece(rest))


def programs_found(year: int | None, chosen: Mapping[str, str]) -> str:
    """The search that lists the programmes of some groups, fields and contents in a year."""
    codes = {facet: code or UNKNOWN_CODE for facet, code in chosen.items()}
    return search_for({"kind": "program", **codes, **({"year": str(year)} if year else {})})


def need_words(phrases: Phrases, needs: Sequence[OpenNeed]) -> list[NeedWords]:
    """The open needs."""
    return [
        NeedWords(
            matter(each),
            (Piece("cho "), phrases.link(each.group))
            if each.group
            else (Piece("(nguồn không nói nhu cầu của ai)"),),
            phrases.link(each.named_by),
            may_meet(each),
        )
        for each in needs
    ]


def matter(need: OpenNeed) -> str:
    """The field of a need; where it is not known, the items that the source names."""
    if need.field:
        return need.field.label
    items = need.named_by.items
    more = [f"và {number(len(items) - ITEMS_NAMED)} mục khác"] if len(items) > ITEMS_NAMED else []
    named = "; ".join((*items[:ITEMS_NAMED], *more))
    return f"{LABELS[Axis.FIELD][UNKNOWN]}: {named}" if named else LABELS[Axis.FIELD][UNKNOWN]


def may_meet(need: OpenNeed) -> Piece | None:
    """The programmes in a field that are for a wider group, or for nobody in particular."""
    if not need.wider or not need.field:
        return None
    words = f"{number(len(need.wider))} chương trình cùng lĩnh vực cho đối tượng rộng hơn, có thể đáp ứng"
    return Piece(words, programs_found(None, {"field": need.field.value}))
