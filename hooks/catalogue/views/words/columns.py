"""What no row of a table says anything of: such a column is told in a sentence instead of empty cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def unknown_columns(rows: Sequence[Any], labels: Mapping[str, str]) -> dict[str, str]:
    """The columns that are unknown in every row: their labels by the name of their cells."""
    return {name: label for name, label in labels.items() if not any(getattr(row, name) for row in rows)}
