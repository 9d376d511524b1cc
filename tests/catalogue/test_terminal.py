"""How far a long work is: seen by whoever watches a terminal long enough, and by nobody else."""

from __future__ import annotations

import fcntl
import os
import struct
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogue import terminal
from catalogue.terminal import progress


class Screen:
    """A terminal of which both ends are held: what is written into it can be read."""

    def __init__(self) -> None:
        self.end, inside = os.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("4H", 24, 80, 0, 0))
        self.stream = open(inside, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - its fixture closes it

    def seen(self, words: str) -> str:
        """All that was written until some words are there."""
        text = ""
        while words not in text:
            text += os.read(self.end, 1000).decode()
        return text


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    """A terminal that somebody watches who has no patience."""
    monkeypatch.setattr(terminal, "PATIENCE", 0.01)
    monkeypatch.setattr(terminal, "PACE", 0.01)
    monkeypatch.delenv("CI", raising=False)
    screen = Screen()
    yield screen
    screen.stream.close()
    os.close(screen.end)


def test_the_line_is_written_over_and_gone_in_the_end(screen: Screen):
    with progress(screen.stream) as line:
        assert line
        line.tell("Đọc dữ liệu…")
        assert screen.seen("\r") == "Đọc dữ liệu…\r"
        line.tell("Tạo 1/2")
        assert screen.seen("\r") == "Tạo 1/2     \r"
    assert screen.seen("\r") == f"{' ' * len('Tạo 1/2')}\r"


def test_what_is_soon_done_is_not_told(screen: Screen, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(terminal, "PATIENCE", 60)
    with progress(screen.stream) as line:
        assert line
        line.tell("Đọc dữ liệu…")
    os.write(screen.stream.fileno(), b"end")
    assert screen.seen("end") == "end"


def test_no_line_is_longer_than_the_terminal_is_wide(screen: Screen):
    with progress(screen.stream) as line:
        assert line
        line.tell("a" * 500)
        assert screen.seen("\r") == f"{'a' * 79}\r"


def test_nothing_is_told_in_ci(screen: Screen, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CI", "true")
    with progress(screen.stream) as line:
        assert line is None


def test_nothing_is_told_to_a_file(tmp_path: Path):
    with (tmp_path / "log").open("w") as stream, progress(stream) as line:
        assert line is None
