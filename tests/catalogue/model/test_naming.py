"""Which of what records say tells namesakes apart."""

from __future__ import annotations

import pytest

from catalogue.model.naming import columns_needed


@pytest.mark.parametrize(
    ("rows", "needed"),
    [
        ([("A", "2024"), ("B", "2025")], [0]),
        ([("Kế hoạch A", "2024"), ("Kế hoạch B", "2025")], [1]),
        ([("Kế hoạch A", "2024"), ("Kế hoạch B", "2024")], [0]),
        ([("A", "2024"), ("A", "2025"), ("B", "2025")], [0, 1]),
        ([("A", ""), ("B", "2025"), ("", "2026")], [0, 1]),
        ([("A", "2024"), ("A", "2024")], []),
    ],
)
def test_the_shortest_that_is_enough_is_shown(rows: list[tuple[str, ...]], needed: list[int]):
    assert columns_needed(list(zip(*rows, strict=True))) == needed
