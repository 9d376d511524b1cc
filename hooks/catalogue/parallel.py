"""Work divided among processes, one for each processor.

The other processes only help. What one of them does not deliver, because it was killed or met an error, this
process does itself. So no result depends on them, and an error is raised here.
"""

from __future__ import annotations

import gc
import marshal
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import islice
from typing import Any, NamedTuple, TypeVar

Result = TypeVar("Result")
MOST = 4
"""How many processes share the work at most. More of them would wait for the disk."""
TOKEN = 2
"""How many bytes name a part in the pipe of turns. A pipe of 64 KB holds 32,768 parts."""
BACK = 5
"""How far what is done meanwhile stands back (`nice`): it gets a third of a processor that others want."""


def divided(
    parts: int,
    work: Callable[[int], Result],
    begun: Callable[[int], None] | None = None,
    first: Callable[[], None] | None = None,
) -> list[Result]:
    """The results of `work` for the parts 0 to `parts` - 1, in that order.

    A result is a plain value that `marshal` can write; for another type a helper delivers nothing.
    `begun` is told now and then how many parts somebody has begun, in this process alone.
    `first` is what this process does before it takes a part itself, while the others work.
    """
    done: dict[int, Result] = {}
    helpers = min(parts, processes()) - 1
    with shares_of_work(parts) as take, ExitStack() as stack:
        if helpers > 0:
            stack.enter_context(all_frozen())
        others = [stack.enter_context(helper(take, work)) for _ in range(helpers)]
        if first:
            first()
        for part in take():
            if begun:
                begun(part)
            done[part] = work(part)
        for results in others:
            done |= results()
    return [done[part] if part in done else work(part) for part in range(parts)]


class Preparing(NamedTuple):
    """What many outputs need and is made before them: in how many parts, each by `work`; `keep` takes all."""

    parts: int
    work: Callable[[int], Any]
    keep: Callable[[list[Any]], None]


def prepare(things: Sequence[Preparing], first: Callable[[], None] | None = None) -> None:
    """Make several such things: their parts are shared out together, as `divided` does it.

    Processes are started once for all, and none waits for another between two of them.
    """
    parts = [(thing.work, part) for thing in things for part in range(thing.parts)]

    def work(at: int) -> Any:
        make, part = parts[at]
        return make(part)

    made = iter(divided(len(parts), work, first=first))
    for thing in things:
        thing.keep(list(islice(made, thing.parts)))


@contextmanager
def meanwhile(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Begins some work in a second process, and gives a function that waits for its result and keeps it.

    The result is a plain value, as in `divided`. Where there is no second process the work waits to be asked
    for. The process ends with the block. It stands back for those that do what cannot wait.
    """
    if processes() == 1:
        yield cache(work)
        return

    def standing_back(_: int) -> Result:
        os.nice(BACK)
        return work()

    with shares_of_work(1) as take, helper(take, standing_back) as results:

        @cache
        def result() -> Result:
            found = results()
            return found[0] if found else work()

        yield result


@contextmanager
def no_collecting() -> Iterator[None]:
    """Turns off Python's search for cycles inside the block.

    Loading and publishing leave hardly any, and each search would look at millions of objects again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def all_frozen() -> Iterator[None]:
    """Keeps Python's search for cycles off what is there already, inside the block.

    It would touch all memory, and each process would need a copy. Nothing is done where there is no search,
    or where something is frozen already, which the end of the block would thaw.
    """
    if not gc.isenabled() or gc.get_freeze_count():
        yield
        return
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def processes() -> int:
    """How many processes may share the work; one where the system cannot fork, or other threads run."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    return min(MOST, processors())


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def shares_of_work(parts: int) -> Iterator[Callable[[], Iterator[int]]]:
    """A function that every process takes its next part from, until none is left."""
    source, sink = os.pipe()
    os.write(sink, b"".join(part.to_bytes(TOKEN) for part in range(parts)))
    os.close(sink)

    def take() -> Iterator[int]:
        while token := os.read(source, TOKEN):
            yield int.from_bytes(token)

    try:
        yield take
    finally:
        os.close(source)


@contextmanager
def helper(
    take: Callable[[], Iterator[int]], work: Callable[[int], Result]
) -> Iterator[Callable[[], dict[int, Result]]]:
    """Starts a second process, and gives a function that waits for its results by part.

    The process ends with the block, also where an error ends it. Where none could be started there are no
    results.
    """
    source, sink = os.pipe()
    process = forked()
    if process == 0:
        help_out(sink, take, work)
    os.close(sink)
    try:
        with os.fdopen(source, "rb") as stream:
            yield lambda: delivered(stream.read())
    finally:
        if process:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def forked() -> int | None:
    """Starts a second process; 0 in that process, None where the system has no room for another."""
    try:
        return os.fork()
    except OSError:
        return None


def help_out(sink: int, take: Callable[[], Iterator[int]], work: Callable[[int], Result]) -> None:
    """All that a second process does: it works, writes its results by part into the pipe, and ends."""
    try:
        with os.fdopen(sink, "wb") as stream:
            marshal.dump({part: work(part) for part in take()}, stream)
    except BaseException:  # noqa: BLE001 - the first process does the part again and meets the error
        os._exit(1)
    os._exit(0)


def delivered(content: bytes) -> dict[int, Result]:
    """The results by part that a second process wrote; empty where it ended too early."""
    try:
        found: dict[int, Result] = marshal.loads(content)
    except (EOFError, ValueError, TypeError):
        return {}
    return found
