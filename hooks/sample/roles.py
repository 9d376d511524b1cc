"""Who has to do with a programme: who learns, leads, organises, advises, takes part, agrees, sends and receives names."""

from __future__ import annotations

from collections.abc import Sequence

from sample.city import Index
from sample.classes import DATED, deadline_before
from sample.desk import Desk
from sample.drafts import Draft
from sample.entry import Audience, Body, Values
from sample.words import words


def roles(desk: Desk, index: Index, draft: Draft) -> Values:
    """Every role of a programme, as far as it is known."""
    early = draft.slot.early

    def others(name: str, percent: float, bodies: Sequence[Body], most: int) -> list[str] | None:
        found = (
            desk.draw.several(bodies, desk.draw.between(1, most))
            if bodies and desk.maybe(name, percent)
            else []
        )
        return [body.id for body in found if body is not draft.taught.lead]

    return {
        "groups": [audience(desk, index, group) for group in draft.taught.groups]
        if desk.maybe("groups", 90)
        else None,
        "lead": draft.taught.lead.id
        if draft.slot.again is not None or draft.slot.comes_again or desk.maybe("lead", 93)
        else None,
        "organizers": others("organizers", 35, index.schools, 2),
        "advisers": others("advisers", 10, index.boards, 1),
        "partners": others("partners", 30, index.leads[early], 3),
        "approver": next(iter(others("approver", 10, index.boards, 1) or []), None),
        "nomination": nomination(desk, index, draft) if desk.maybe("nomination", 46) else None,
    }


def audience(desk: Desk, index: Index, group: Audience) -> Values:
    """A group as a programme names it."""
    obligation = (
        desk.draw.in_turn("obligation", ("required", "recommended", "open"))
        if desk.maybe("obligation stated", 55)
        else None
    )
    return {
        "group": group.id,
        "obligation": obligation,
        "basis": {"document": desk.draw.favourite(index.rules)}
        if index.rules and desk.maybe("basis", 15)
        else None,
    }


def nomination(desk: Desk, index: Index, draft: Draft) -> Values:
    """Who sends names to whom, by when, with which papers."""
    dated = draft.setting.dating == DATED and draft.times and not draft.slot.parts
    deadline = (
        deadline_before(desk, draft.times[0].start)
        if dated and desk.maybe("nomination deadline", 60)
        else None
    )
    return {
        "by": desk.draw.favourite(index.collectives[draft.slot.early]).id if desk.maybe("by", 75) else None,
        "to": draft.taught.lead.id if desk.maybe("to", 85) else None,
        "deadline": deadline,
        "form": desk.sentence("forms") if desk.maybe("form", 35) else None,
        "papers": desk.draw.some(words("prose")["papers"], 1, 3) if desk.maybe("papers", 40) else None,
        "note": desk.sentence("nomination_note") if desk.maybe("nomination note", 25) else None,
    }
