"""The programmes: as large as real ones, and led as unevenly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from catalogue.model.collection import Catalogue


def test_a_thousand_programmes_are_as_large_as_real_ones(
    thousand: Catalogue, thousand_files: Mapping[str, str]
):
    sizes = [len(text.encode()) for path, text in thousand_files.items() if path.startswith("programs/")]
    assert 2_200 < sum(sizes) / len(sizes) < 2_800
    classes = sum(len(program.classes) for program in thousand.programs.values())
    assert 1.8 < classes / 1_000 < 2.3


def test_a_few_organizations_lead_much_and_many_lead_little(thousand: Catalogue):
    leads = Counter(program.lead for program in thousand.programs.values() if program.lead)
    shares = [count for _, count in leads.most_common()]
    assert sum(shares[:8]) > 0.35 * sum(shares)
    assert sum(1 for share in shares if share <= 3) > 0.2 * len(shares)
