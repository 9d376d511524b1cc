"""`reconcile` prints every declared number beside its parts: how many agree, which do not, what is missing.

Where a source contradicts itself, the data is right all the same: it says what its source does.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from catalogue.commands.command import Command, add_data_option
from catalogue.commands.data import valid_catalogue
from catalogue.findings.checks import Among, Check, LeftOut, Spot, StatedNumber, Verdict
from catalogue.findings.reconciliation import reconciled, verdicts
from catalogue.findings.telling import said, steps
from catalogue.findings.titles import title_of
from catalogue.language.quantities import quantity
from catalogue.language.vietnamese import number
from catalogue.model.collection import Catalogue
from catalogue.parallel import no_collecting
from catalogue.problems.report import as_json_text
from catalogue.views.words.checks import under_headings


def add_options(parser: ArgumentParser) -> None:
    add_data_option(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="cách in kết quả")


def reconcile(chosen: Namespace) -> int:
    """Print the checks of a catalogue that has no errors."""
    catalogue = valid_catalogue(chosen.data)
    if catalogue is None:
        return 1
    with no_collecting():
        sys.stdout.writelines(FORMATS[chosen.format](catalogue, reconciled(catalogue)))
    return 0


def as_text(catalogue: Catalogue, checks: Sequence[Check]) -> Iterator[str]:
    """How many checks came to each verdict; then the checks, the disagreements with each of their parts."""
    found = verdicts(checks)
    counts = ", ".join(f"{number(count)} {verdict.label.lower()}" for verdict, count in found.items())
    yield f"{number(len(checks))} phép đối chiếu: {counts}.\n"
    for _, words, alike in under_headings(checks):
        yield f"\n{words} ({number(len(alike))})\n"
        yield from (line for check in alike for line in lines(catalogue, check))


def lines(catalogue: Catalogue, check: Check) -> Iterator[str]:
    """A check on one line; below it, where it disagrees, its parts."""
    spot = check.declared.number.spot
    record, title = spot.record.title, title_of(catalogue, spot)
    named = f"«{record}»" if title == record else f"«{record}», {title}"
    yield f"- {named} ({where(spot)}): {'; '.join((*said(check), *for_orientation(check)))}.\n"
    if check.verdict is Verdict.DISAGREES:
        for part in check.parts:
            title = title_of(catalogue, part.spot)
            yield f"    {quantity(part.value, part.label, part.bound)}: «{title}» ({where(part.spot)})\n"


def for_orientation(check: Check) -> Iterator[str]:
    """What may be added up beside a number for orientation only, unit by unit and all of it."""
    if check.among is Among.REFERENCE_SUM:
        totals = ", ".join(quantity(total, label) for label, total in check.totals.items())
        total = number(sum(check.totals.values()))
        yield f"chỉ để tham khảo, không so với số nguồn nêu: {totals}, cộng lại là {total}"


def where(spot: Spot) -> str:
    """Where a number stands, in the words of the messages of `check`."""
    return f"{spot.record.path}: {steps(spot.place)}"


def as_json(catalogue: Catalogue, checks: Sequence[Check]) -> Iterator[str]:
    """The same for programs."""
    yield as_json_text(
        {
            "counts": {str(verdict): count for verdict, count in verdicts(checks).items()},
            "checks": [check_json(catalogue, check) for check in checks],
        }
    )


def check_json(catalogue: Catalogue, check: Check) -> Mapping[str, Any]:
    """A check with all that it was made of."""
    assertion = check.declared
    whole = assertion.number
    return {
        "verdict": check.verdict,
        "reason": check.reason,
        "whole": spot_json(catalogue, whole.spot),
        "measure": assertion.measure,
        "declared": plain(whole.value),
        "unit": whole.label,
        "bound": whole.bound,
        "tolerance": plain(assertion.slack),
        "among": check.among,
        "counted": plain(check.counted),
        "counted_bound": None if check.counted is None else check.bound,
        "difference": plain(check.difference),
        "parts": [{**part_json(catalogue, part), "bound": part.bound} for part in check.parts],
        "left_out": [{**part_json(catalogue, row), "why": row.why} for row in check.left_out],
    }


def part_json(catalogue: Catalogue, part: StatedNumber | LeftOut) -> Mapping[str, Any]:
    """A part: where it stands, and what it states."""
    return {**spot_json(catalogue, part.spot), "value": plain(part.value), "unit": part.label or None}


def spot_json(catalogue: Catalogue, spot: Spot) -> Mapping[str, Any]:
    """Where a number stands, and what it is called."""
    record = spot.record
    named = {"kind": record.kind, "id": record.id, "title": title_of(catalogue, spot)}
    return {**named, "path": record.path, "place": list(spot.place)}


def plain(value: Decimal | None) -> int | float | None:
    """A number as JSON has it."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


FORMATS = {"text": as_text, "json": as_json}
COMMAND = Command("reconcile", "đối chiếu số nguồn nêu với các phần của nó", add_options, reconcile)
