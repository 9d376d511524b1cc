"""Where a programme or a class stands: words for any day, and the times that the scripts judge by."""

from __future__ import annotations

from typing import Any, NamedTuple

from markupsafe import Markup, escape

from catalogue.model.collection import Catalogue
from catalogue.model.program import Program
from catalogue.model.standing import (
    Phase,
    class_times,
    program_times,
    standing_on,
    times_json,
)
from catalogue.page import quoted_json


class StateShown(NamedTuple):
    """A standing with its times as the scripts take them; nothing is shown where it has no words."""

    phase: Phase
    words: str
    over: bool
    soon: bool
    times: dict[str, Any]

    @property
    def for_list(self) -> StateShown:
        """The state as a list has it: what is over whatever the day needs no times there."""
        return self._replace(times={}) if self.over else self

    @property
    def tag(self) -> Markup:
        """The state as a tag. Pages hold dozens, and a macro takes ten times as long to call."""
        soon = " data-soon" if self.soon else ""
        times = f" data-times='{quoted_json(self.times)}'" if self.times else ""
        opened = f'<span class="tag state" data-phase="{self.phase}"{soon}{times}>'
        return Markup(f"{opened}{escape(self.words)}</span>")  # noqa: S704 - all of it is escaped


def state_of_program(catalogue: Catalogue, program: Program) -> StateShown:
    """Where a programme stands."""
    times = program_times(catalogue, program)
    return StateShown(*standing_on(times, None), times_json(times))


def states_of_classes(catalogue: Catalogue, program: Program) -> list[StateShown]:
    """Where the classes of a programme stand. The scripts need what it says of its own time as well."""
    whole = program_times(catalogue, program)
    told = times_json(whole)
    found = (class_times(program, whole, each) for each in program.classes)
    return [StateShown(*standing_on(times, None), {**times_json(times), "whole": told}) for times in found]
