"""Who has to do with a programme: who learns, leads, organises, advises, helps, approves, nominates."""

from __future__ import annotations

from collections.abc import Sequence

from sample.directory import Directory
from sample.model import SampleGroup, SampleOrganization, Values
from sample.programs.designs import ProgramDesign
from sample.programs.times import Dating, deadline_before
from sample.tools import Tools
from sample.words import words


def participants(tools: Tools, directory: Directory, design: ProgramDesign) -> Values:
    """All of them, as far as they are known."""
    lead = design.teaching.lead

    def others(question: str, percent: float, found: Sequence[SampleOrganization], most: int) -> list[str]:
        if not found or not tools.maybe(question, percent):
            return []
        chosen = tools.chance.several(found, tools.chance.between(1, most))
        return [each.id for each in chosen if each is not lead]

    return {
        "groups": audiences(tools, directory, design) if tools.maybe("groups", 90) else None,
        "lead": lead.id if lead_is_known(tools, design) else None,
        "organizers": others("organizers", 35, directory.schools, 2),
        "advisers": others("advisers", 10, directory.boards, 1),
        "partners": others("partners", 30, directory.leads[design.outline.before_reform], 3),
        "approver": next(iter(others("approver", 10, directory.boards, 1)), None),
        "nomination": nomination(tools, directory, design) if tools.maybe("nomination", 46) else None,
    }


def lead_is_known(tools: Tools, design: ProgramDesign) -> bool:
    """Whether a source says who leads; of what is repeated, one always does."""
    outline = design.outline
    return outline.repeats is not None or outline.is_repeated or tools.maybe("lead", 93)


def audiences(tools: Tools, directory: Directory, design: ProgramDesign) -> list[Values]:
    """The groups, as a programme names them."""
    return [audience(tools, directory, group) for group in design.teaching.groups]


def audience(tools: Tools, directory: Directory, group: SampleGroup) -> Values:
    """A group, whether its people must learn, and by which rule."""
    obliged = tools.maybe("obligation stated", 55)
    obligations = ("required", "recommended", "open")
    obligation = tools.chance.in_turn("obligation", obligations) if obliged else None
    based = directory.rules and tools.maybe("basis", 15)
    basis = tools.reference(directory.rules) if based else None
    return {"group": group.id, "obligation": obligation, "basis": basis}


def nomination(tools: Tools, directory: Directory, design: ProgramDesign) -> Values:
    """Who sends names to whom, by when, with which papers."""
    senders = directory.collectives[design.outline.before_reform]
    dated = design.dating is Dating.DAY and design.times and not design.outline.parts
    due = dated and tools.maybe("nomination deadline", 60)
    return {
        "deadline": deadline_before(tools, design.times[0].start) if due else None,
        "by": tools.chance.favourite(senders).id if tools.maybe("by", 75) else None,
        "to": tools.perhaps("to", 85, design.teaching.lead.id),
        "form": tools.sentence("forms") if tools.maybe("form", 35) else None,
        "papers": tools.chance.some(words("prose")["papers"], 1, 3) if tools.maybe("papers", 40) else None,
        "note": tools.sentence("nomination_note") if tools.maybe("nomination note", 25) else None,
    }
