"""The tables of cases that tests read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


def table_in(file: Path) -> Any:
    """What a YAML file says, read by PyYAML's fast reader: each test process reads all tables."""
    return yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
