"""`python -m catalogue`: runs one of the commands."""

from __future__ import annotations

import os
import signal
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from io import TextIOWrapper

from catalogue.commands import addresses, check, sample, schema, write
from catalogue.publish.output import OutputError

COMMANDS = (check.COMMAND, write.COMMAND, schema.COMMAND, addresses.COMMAND, sample.COMMAND)
"""The commands in the order of the help. A new one is a module with a `COMMAND`, and its entry here."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, and return the exit status.

    It is 0 where all is well, 1 where the data has errors or something could not be written, 2 where the call
    is wrong, 130 where the user stopped it.
    """
    write_in_utf8()
    chosen = parser().parse_args(arguments)
    try:
        status: int = chosen.run(chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read along has gone. Python would complain at its end, when it empties standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (OutputError, OSError) as error:
        print(f"Không ghi được: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu.", file=sys.stderr)
        return 128 + signal.SIGINT
    return status


def write_in_utf8() -> None:
    """Let every character be printed, whatever alphabet the terminal has."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def parser() -> ArgumentParser:
    """The commands with their options; `run` of what it parses is the function of the chosen command."""
    top = ArgumentParser(
        prog="python -m catalogue", description="Kiểm tra và xuất danh mục đào tạo, bồi dưỡng."
    )
    parsers = top.add_subparsers(required=True, metavar="LỆNH")
    for command in COMMANDS:
        options = parsers.add_parser(command.name, help=command.help)
        command.add_options(options)
        options.set_defaults(run=command.run)
    return top


if __name__ == "__main__":
    # A command that is told to end cleans up what it has half written.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    sys.exit(main())
