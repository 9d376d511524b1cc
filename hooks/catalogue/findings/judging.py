"""The verdict on a declared number: the first that holds, in the order of the functions here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from catalogue.findings.checks import (
    OPEN_ABOVE,
    OPEN_BELOW,
    Among,
    Assertion,
    Check,
    LeftOut,
    Omission,
    Reason,
    StatedNumber,
    Verdict,
    least_of,
    most_of,
)
from catalogue.language.vocabulary import Bound, PartsAdd

AnyPart = StatedNumber | LeftOut
"""A part, counted or left out."""
NOT_SAID = {None, PartsAdd.UNSTATED}
"""What says nothing of whether parts add up."""
DIGITS = re.compile(r"\d[\d.]*(?:,\d+)?")


class Terms(NamedTuple):
    """What a source says of parts: whether they add up, and whether it gives all of them; none: neither."""

    adds: PartsAdd | None
    gives_all: bool | None


def judged(declared: Assertion, among: Among, rows: Sequence[AnyPart], terms: Terms) -> Check:
    """A declared number held against its parts."""
    parts = tuple([row for row in rows if isinstance(row, StatedNumber)])
    left_out = tuple([row for row in rows if isinstance(row, LeftOut)]) if len(parts) < len(rows) else ()
    reason = obstacle(declared, parts, left_out, terms)
    verdict = Verdict.INCOMPARABLE if reason else compared(declared, parts, left_out, terms)
    exceeded = reason is Reason.NOT_SAID_TO_ADD and gives_some(terms) and exceeds(declared, parts)
    unconfirmed = verdict is Verdict.AGREES and not confirm(declared, parts)
    verdict = Verdict.INCOMPLETE if unconfirmed else verdict
    return Check(declared, among, parts, left_out, verdict, reason, exceeded, unconfirmed)


def first_agreeing(checks: Iterable[Check]) -> Check:
    """Of several ways to count the parts the first that agrees; else the first. The others are not tried."""
    tried = iter(checks)
    first = next(tried)
    if first.verdict is Verdict.AGREES:
        return first
    return next((check for check in tried if check.verdict is Verdict.AGREES), first)


def obstacle(
    declared: Assertion, parts: Sequence[StatedNumber], left_out: Sequence[LeftOut], terms: Terms
) -> Reason | None:
    """Why parts cannot be compared with their whole; parts without numbers are no obstacle."""
    found = {row.why for row in left_out if isinstance(row.why, Reason)} if left_out else set()
    if parts:
        computed = [part for part in parts if part.computed_from]
        if computed and any(is_computed_from(part, declared.number) for part in computed):
            found.add(Reason.COMPUTED_FROM_WHOLE)
        if terms.adds is PartsAdd.OVERLAP:
            found.add(Reason.MAY_OVERLAP)
        if not may_be_added(declared, parts, terms):
            found.add(Reason.NOT_SAID_TO_ADD)
    return next((reason for reason in Reason if reason in found), None) if found else None


def may_be_added(declared: Assertion, parts: Sequence[StatedNumber], terms: Terms) -> bool:
    """Whether parts may be set beside their whole as one sum.

    Where a source says no more than that it leaves parts out, those that it gives are too few in any case; if
    they are more than the whole, nobody knows whether they were to be added: somebody may be in two of them.
    """
    return terms.adds not in NOT_SAID or (gives_some(terms) and not exceeds(declared, parts))


def gives_some(terms: Terms) -> bool:
    """Whether a source says no more of parts than that it leaves some out."""
    return terms.adds is None and terms.gives_all is False


def exceeds(declared: Assertion, parts: Sequence[StatedNumber]) -> bool:
    """Whether parts are more than their whole can be."""
    return least_of(parts) > most_of([declared.number])


def confirm(declared: Assertion, parts: Sequence[StatedNumber]) -> bool:
    """Whether parts that agree with their whole bear it out.

    «Hơn 18» tells nothing of numbers above it: a whole above the least of its parts is told by nobody else.
    «Tối đa 18» tells nothing of those below.
    """
    exact, whole = Bound.EXACT, [declared.number]
    bounds = {part.bound for part in parts if part.bound is not exact}
    reaches = bounds.isdisjoint(OPEN_ABOVE) or least_of(whole) <= least_of(parts)
    return reaches and (bounds.isdisjoint(OPEN_BELOW) or most_of(parts) <= most_of(whole))


def is_computed_from(part: StatedNumber, whole: StatedNumber) -> bool:
    """Whether a part was computed from the very number that it would be compared with."""
    return any(decimal_of(written) == whole.value for written in DIGITS.findall(part.computed_from))


def decimal_of(written: str) -> Decimal:
    """A number as it is written in Vietnamese: «9.430», «17,9»."""
    return Decimal(written.rstrip(".").replace(".", "").replace(",", "."))


def compared(
    declared: Assertion, parts: Sequence[StatedNumber], left_out: Sequence[LeftOut], terms: Terms
) -> Verdict:
    """The verdict on parts that can be compared: rounded numbers agree where one true number can be both.

    Whether those that agree bear their whole out is left open.
    """
    if exceeds(declared, parts):
        return Verdict.DISAGREES
    less = most_of(parts) < least_of([declared.number])
    unknown = less and (not terms.gives_all or any(may_be_missing(row) for row in left_out))
    lacking = Omission.LACKING in [row.why for row in left_out]
    if unknown or lacking or terms.gives_all is False or terms.adds is PartsAdd.NO:
        return Verdict.INCOMPLETE
    return Verdict.DISAGREES if less else Verdict.AGREES


def may_be_missing(row: LeftOut) -> bool:
    """Whether a part left out may be what is missing.

    It is a draft, perhaps a part, or a class called off whose size is unknown.
    """
    return row.why in {Omission.DRAFT, Omission.PERHAPS} or (
        row.why is Omission.CALLED_OFF and row.value is None
    )
