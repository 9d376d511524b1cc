"""Checks of declared numbers in words: what is declared, what the parts come to, what is left out and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from catalogue.findings.checks import Assertion, Check, LeftOut, Reason, Spot, Verdict
from catalogue.findings.titles import title_of
from catalogue.language.vietnamese import number
from catalogue.model.program import Program
from catalogue.page import ROOT, Piece
from catalogue.views.words.phrases import Phrases, quantity

TOLD_FIRST = (
    Verdict.DISAGREES,
    Verdict.INCOMPLETE,
    Verdict.INCOMPARABLE,
    Verdict.NO_PARTS,
    Verdict.AGREES,
)
"""What needs a person first, and last what needs nobody."""
PARTS_TOLD = 20
"""The parts that are named where a number disagrees; more of them stand on the page of their whole."""


class CheckWords(NamedTuple):
    """A check as a list has it: the record, which of its numbers, what comes of it, the parts to look at."""

    link: Piece
    title: str
    said: str
    parts: list[tuple[Piece, str]]
    more: int


def under_headings(checks: Iterable[Check]) -> Iterator[tuple[Verdict, str, list[Check]]]:
    """The checks of each verdict that any came to, in the order in which they are told, with their heading.

    Those that cannot be compared stand under each reason apart.
    """
    found: dict[tuple[Verdict, Reason | None], list[Check]] = defaultdict(list)
    for check in checks:
        found[check.verdict, check.reason].append(check)
    for verdict in TOLD_FIRST:
        for reason in (None, *Reason):
            if alike := found.get((verdict, reason)):
                yield verdict, f"{verdict.label}: {reason.label}" if reason else verdict.label, alike


def check_words(phrases: Phrases, check: Check) -> CheckWords:
    """A check in words; where it disagrees, with a link to each of its parts."""
    spot = check.declared.number.spot
    told = check.parts if check.verdict is Verdict.DISAGREES else ()
    return CheckWords(
        link_to(phrases, spot)._replace(text=phrases.catalogue.name(spot.record)),
        own_title(phrases, spot),
        "; ".join(said(check)),
        [(link_to(phrases, part.spot), quantity(part.value, part.label)) for part in told[:PARTS_TOLD]],
        len(told[PARTS_TOLD:]),
    )


def link_to(phrases: Phrases, spot: Spot) -> Piece:
    """A link to where a number stands: to its class, else to its record."""
    record, place = spot.record, spot.place
    anchor = ""
    if isinstance(record, Program) and place[:1] == ("classes",):
        anchor = f"#{record.classes[int(place[1])].id}"
    return Piece(title_of(phrases.catalogue, spot), f"{ROOT}{phrases.catalogue.address(record)}{anchor}")


def own_title(phrases: Phrases, spot: Spot) -> str:
    """What a number is called that is not the one of its whole record."""
    title = title_of(phrases.catalogue, spot)
    return "" if title == spot.record.title else title


def said(check: Check) -> Iterator[str]:
    """What is declared, what the parts come to, and which parts are left out."""
    yield f"nguồn nêu {declared(check.declared)}"
    if check.among:
        yield f"{check.among.label}: {sum_of(check)}"
    yield from left_out(check.left_out)


def sum_of(check: Check) -> str:
    """What the parts come to, and how far that is from the declared number.

    What cannot be compared is not added: a sum that no source makes would be taken for one.
    """
    if check.reason and check.parts:
        return f"{number(len(check.parts))} phần, không cộng"
    if check.counted is None or check.difference is None:
        return "không phần nào so được với số này"
    label = check.declared.number.label
    added = f"cộng {number(len(check.parts))} phần được {quantity(check.counted, label)}"
    return f"{added}, {apart(check.difference, label)}"


def declared(assertion: Assertion) -> str:
    """A declared number with its bound, and how far it may be off."""
    whole = assertion.number
    words = quantity(whole.value, whole.label, assertion.bound)
    if not assertion.slack:
        return words
    slack = quantity(assertion.slack.normalize() + 0, whole.label)
    return f"{words} (lệch không quá {slack} vẫn coi là khớp)"


def apart(difference: Decimal, label: str) -> str:
    """How far the parts are from their whole."""
    if not difference:
        return "bằng số nguồn nêu"
    return f"{'nhiều' if difference > 0 else 'ít'} hơn số nguồn nêu {quantity(abs(difference), label)}"


def left_out(rows: Iterable[LeftOut]) -> Iterator[str]:
    """How many parts are left out, by the reason."""
    reasons = [row.why for row in rows]
    for why in dict.fromkeys(reasons):
        yield f"không tính {number(reasons.count(why))} phần ({why.label})"
