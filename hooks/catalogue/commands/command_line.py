"""How commands are called, explained in Vietnamese: what the standard library would say in English."""

from __future__ import annotations

import re
from argparse import Action, ArgumentParser, HelpFormatter
from collections.abc import Iterable
from typing import Any, NoReturn

USAGE = "Cách dùng: "
HEADINGS = {"positional arguments": "Giá trị", "options": "Tùy chọn"}
"""What the help calls its parts, by what the standard library calls them."""
WRONG_CALLS: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.+)", "thiếu {}"),
    (r"unrecognized arguments: (.+)", "không có tùy chọn hay giá trị này: {}"),
    (r"ambiguous option: (.+) could match (.+)", "{} có thể là nhiều tùy chọn: {}"),
    (
        r"argument (.+?): invalid choice: ['\"](.*)['\"] \(choose from (.+)\)",
        "{}: không có «{}»; chọn một trong: {}",
    ),
    (r"argument (.+?): expected one argument", "{}: thiếu giá trị theo sau"),
    (
        r"argument (.+?): ignored explicit argument ['\"](.*)['\"]",
        "{}: không nhận giá trị, ở đây lại ghi «{}»",
    ),
    (r"argument (.+?): (.+)", "{}: {}"),
)
"""What can be wrong in a call, as the standard library says it and in Vietnamese; the first that fits.

It is all that these commands can meet: no option excludes another or must have several values. The last is
what the options that read a number or a day say themselves, in Vietnamese already.
"""
ITS_QUOTES = re.compile(r"'(.*?)'(?=, |$)")


class CommandLine(ArgumentParser):
    """The commands, one command or its options: what may be written, and what is wrong in what was."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given, add_help=False, formatter_class=CallHelp)
        self.add_argument("-h", "--help", action="help", help="in phần hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        """End the program and say what is wrong with the call."""
        self.exit(2, f"{self.format_usage()}{self.prog}: {in_vietnamese(message).rstrip('.')}.\n")


class CallHelp(HelpFormatter):
    """The help of a command, its headings in Vietnamese."""

    def add_usage(
        self, usage: str | None, actions: Iterable[Action], groups: Any, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, USAGE if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(HEADINGS.get(heading or "", heading))


def in_vietnamese(message: str) -> str:
    """What is wrong with a call; in the standard library's own words where these are not known."""
    for told, words in WRONG_CALLS:
        if found := re.fullmatch(told, message, re.DOTALL):
            return words.format(*(ITS_QUOTES.sub(r"\1", each) for each in found.groups()))
    return message
