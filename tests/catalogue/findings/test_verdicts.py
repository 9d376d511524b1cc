"""The verdicts of small catalogues, each with the complete list of its checks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from catalogue.findings.reconciliation import reconciled
from tests.catalogue.findings.listing import listed
from tests.catalogue.views.small import REPORTED, catalogue_of
from tests.tables import table_in

CASES = table_in(Path(__file__).with_name("verdicts.yml"))


def text_of(content: str | Mapping[str, Any]) -> str:
    """A file of a case, which is written as its text or as its values."""
    text = content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True)
    return text if "verification:" in text else text + REPORTED


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_checks_are_those_of_the_case(case: Mapping[str, Any]):
    catalogue = catalogue_of({path: text_of(content) for path, content in case["files"].items()})
    assert listed(reconciled(catalogue)).splitlines() == case["checks"]
