"""The pull request's path, from an editor's mistake to the published address."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_a_wrong_change_is_told_at_its_line_and_a_right_one_is_built_and_listed() -> None:
    done = subprocess.run(
        [ROOT / ".ci/rehearse"],
        env={**os.environ, "VENV": sys.prefix},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
