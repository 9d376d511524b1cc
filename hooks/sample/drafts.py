"""What is decided of a programme before it has its fields: what it teaches, to whom, led by whom, when and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sample.city import Index
from sample.classes import Setting, dating, stretches
from sample.days import Stretch
from sample.desk import Desk
from sample.entry import Course, Taught
from sample.slots import Slot
from sample.titles import like, theme


@dataclass(frozen=True)
class Draft:
    """One programme while it is made; `times` are those of its classes, `over` says that all of them are past."""

    slot: Slot
    taught: Taught
    setting: Setting
    times: Sequence[Stretch]
    over: bool


def draft_of(desk: Desk, index: Index, slot: Slot, before: Course | None, whole: Course | None) -> Draft:
    """The draft of a programme that was there the year before, that is part of a whole or perhaps is, or of one that stands alone."""
    taught = before.taught if before else taught_in(desk, index, slot, whole)
    season = desk.calendar.season(slot.year or desk.calendar.years[0], early=slot.early)
    place = taught.lead.place or f"xã {desk.place_name()}"
    setting = Setting(
        season,
        dating(desk, slot),
        index.senders[slot.early],
        index.schools,
        place,
        abroad=taught.theme.country is not None,
    )
    times = stretches(desk, slot, setting)
    over = slot.year == desk.calendar.years[0] and all(time.end < desk.calendar.today for time in times)
    return Draft(slot, taught, setting, times, over)


def taught_in(desk: Desk, index: Index, slot: Slot, whole: Course | None) -> Taught:
    """What a programme teaches: of its whole's field, and led as that is where it is surely a part."""
    taught = like(desk, whole.taught.theme, slot) if whole else theme(desk, slot)
    lead = (
        whole.taught.lead
        if whole and slot.whole is not None
        else desk.draw.favourite(index.leads_in[slot.early, taught.tag])
    )
    groups = desk.draw.several(index.groups_in[taught.tag], desk.draw.pick((1, 1, 1, 1, 2, 3)))
    return Taught(taught, groups, lead)
