"""`python -m catalogue`: runs one of the commands."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from importlib import import_module

from catalogue.commands.command import Command
from catalogue.commands.command_line import CommandLine
from catalogue.publish.placing import OutputError
from catalogue.terminal import open_terminal, say, silence

COMMANDS = ("check", "diff", "reconcile", "write", "pdf", "schema", "addresses", "sample")
"""The commands in the order of the help. A new one is a module with a `COMMAND`, and its name here."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, and return the exit status.

    It is 0 where all is well, 1 where the data has errors or something could not be written, 2 where the call
    is wrong, 130 where the user stopped it.
    """
    open_terminal()
    try:
        return answered(arguments)
    except BrokenPipeError:  # whoever read along has gone
        silence(sys.stdout)
        return 1
    except (OutputError, OSError) as error:
        say(f"Không ghi được: {error}", sys.stderr)
        return 1
    except KeyboardInterrupt:
        say("Đã dừng theo yêu cầu.", sys.stderr)
        return 128 + signal.SIGINT


def answered(arguments: Sequence[str] | None) -> int:
    """The exit status of one command, once all that it printed is delivered."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        chosen = parser(given[:1]).parse_args(given)
        status: int = chosen.run(chosen)
    finally:
        sys.stdout.flush()
    return status


def parser(asked: Sequence[str]) -> CommandLine:
    """The command that is asked for with its options, else all; `run` of what it parses is its function.

    The others are not even imported: the pages that `write` makes would take longer than a small `diff`.
    """
    top = CommandLine(prog="python -m catalogue", description="Kiểm tra và xuất danh mục đào tạo, bồi dưỡng.")
    parsers = top.add_subparsers(required=True, title="Lệnh", metavar="LỆNH")
    for name in [name for name in COMMANDS if name in asked] or COMMANDS:
        command: Command = import_module(f"catalogue.commands.{name}").COMMAND
        words = f"{command.help[:1].upper()}{command.help[1:]}."
        options = parsers.add_parser(command.name, help=command.help, description=words)
        command.add_options(options)
        options.set_defaults(run=command.run)
    return top


if __name__ == "__main__":
    # A command that is told to end cleans up what it has half written.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    sys.exit(main())
