"""The reviews: of advisers that had ended with the reform, but are named by a source all the same."""

from __future__ import annotations

from catalogue.problems.codes import FaultCode
from sample.days import days_after
from sample.directory import Directory
from sample.model import SampleOrganization, Values
from sample.programs.designs import ProgramDesign
from sample.tools import Tools


def reviewed(tools: Tools, directory: Directory, design: ProgramDesign, fields: Values) -> Values:
    """Now and then, an adviser that had ended before the period of a programme, with the review of it."""
    year = design.outline.year
    late = fields["period"] and year is not None and year >= tools.calendar.this_year
    if not late or not tools.maybe("reviewed", 2, rare=True):
        return {}
    adviser = tools.chance.favourite(directory.ended)
    advisers = [*fields["advisers"], adviser.id]
    return {"advisers": advisers, "reviews": [review(tools, adviser)]}


def review(tools: Tools, adviser: SampleOrganization) -> Values:
    """Why the adviser may stand, who says so, and when."""
    return {
        "finding": FaultCode.BODY_NOT_EXISTING,
        "with": [{"organization": adviser.id}],
        "reason": tools.sentence("review_reasons"),
        "by": tools.chance.favourite(tools.evidence.owners),
        "day": days_after(tools.calendar.today, -tools.chance.between(5, 60)),
    }
