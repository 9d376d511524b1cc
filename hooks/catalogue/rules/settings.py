"""The rule of settings: what leads out of the site leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.model.collection import Records
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, tell


def addresses_are_real(records: Records) -> Iterator[Problem]:
    """No address of `site.yml` is a placeholder; all of them are told at the first."""
    found = records.settings.placeholders
    if found:
        yield tell(
            f"{records.root}/site.yml",
            (next(iter(found)),),
            FaultCode.PLACEHOLDER_ADDRESS,
            fields=", ".join(f"{key} («{written}»)" for key, written in found.items()),
        )
