"""What is decided before a programme has fields: what it teaches, to whom, led by whom, where and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sample.days import DateRange
from sample.directory import Directory
from sample.model import SampleProgram, Teaching
from sample.programs.outlines import ProgramOutline
from sample.programs.themes import related_theme, theme
from sample.programs.times import Dating, class_times, dating
from sample.tools import Tools


@dataclass(frozen=True)
class ProgramDesign:
    """A programme while it is made."""

    outline: ProgramOutline
    teaching: Teaching
    place: str
    dating: Dating
    times: Sequence[DateRange]
    """The times of its classes."""
    over: bool
    """Whether it is of the past year, and all classes have ended."""


def design_of(
    tools: Tools,
    directory: Directory,
    outline: ProgramOutline,
    repeated: SampleProgram | None,
    whole: SampleProgram | None,
) -> ProgramDesign:
    """The design of a programme, which repeats one, or is part of a whole (or perhaps is), or is new."""
    teaching = repeated.teaching if repeated else new_teaching(tools, directory, outline, whole)
    place = teaching.lead.locality or f"xã {tools.place_name()}"
    exactly = dating(tools, outline)
    times = class_times(tools, outline, exactly)
    today = tools.calendar.today
    over = outline.year == tools.calendar.last_year and all(time.end < today for time in times)
    return ProgramDesign(outline, teaching, place, exactly, times, over)


def new_teaching(
    tools: Tools, directory: Directory, outline: ProgramOutline, whole: SampleProgram | None
) -> Teaching:
    """What a programme teaches, to whom, led by whom; a part has the area and the lead of its whole."""
    taught = related_theme(tools, whole.teaching.theme, outline) if whole else theme(tools, outline)
    if whole and outline.part_of is not None:
        lead = whole.teaching.lead
    else:
        lead = tools.chance.favourite(directory.leads_in[outline.before_reform, taught.area])
    most = tools.chance.pick((1, 1, 1, 1, 2, 3))
    return Teaching(taught, tools.chance.several(directory.groups_in[taught.area], most), lead)
