"""Work divided among processes, one for each processor, without anything to install or to configure.

A second process is only ever a help: what it does not deliver, because it could not be started, was killed or met an error,
is done here, so a result never depends on it and an error is raised where it belongs.
"""

from __future__ import annotations

import gc
import marshal
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TypeVar

Result = TypeVar("Result")
MOST = 4
"""Processes that share the work: with more of them the disk is what all wait for."""
TOKEN = 2
"""Bytes that name a part in the pipe of turns, which holds 32,768 of them."""


def divided(parts: int, work: Callable[[int], Result]) -> list[Result]:
    """What `work` gives for each of the parts 0, 1, 2, …; it must be something that `marshal` can write."""
    done: dict[int, Result] = {}
    with turns(parts) as take, ExitStack() as helpers:
        others = [helpers.enter_context(helper(take, work)) for _ in range(min(parts, processes()) - 1)]
        done |= {part: work(part) for part in take()}
        for results in others:
            done |= results()
    return [done[part] if part in done else work(part) for part in range(parts)]


@contextmanager
def no_collecting() -> Iterator[None]:
    """Python's search for cycles off: reading and making a catalogue leave next to none, and each search would look at millions of objects again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def processes() -> int:
    """How many processes may share the work: one where the system cannot split a process in two, or other threads run in it."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    return min(
        MOST, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )


@contextmanager
def turns(parts: int) -> Iterator[Callable[[], Iterator[int]]]:
    """The parts, each for the first process that asks: whoever is free takes the next one."""
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
    """A second process that takes its turns, and a function that waits for what it has done. It is gone when the block is left, however that is."""
    source, sink = os.pipe()
    gc.freeze()  # what stands in memory is not touched, so both processes keep using the same
    process = os.fork()
    if not process:
        help_out(sink, take, work)
    os.close(sink)
    try:
        with os.fdopen(source, "rb") as stream:
            yield lambda: delivered(stream.read())
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        gc.unfreeze()


def help_out(sink: int, take: Callable[[], Iterator[int]], work: Callable[[int], Result]) -> None:
    """The whole life of a second process: its results go into the pipe, and nothing else of it is ever seen."""
    try:
        with os.fdopen(sink, "wb") as stream:
            marshal.dump({part: work(part) for part in take()}, stream)
    except BaseException:  # noqa: BLE001 - whatever it is, the first process meets it again and tells it
        os._exit(1)
    os._exit(0)


def delivered(content: bytes) -> dict[int, Result]:
    """The results that a second process wrote; none where it did not come to its end."""
    try:
        found: dict[int, Result] = marshal.loads(content)
    except (EOFError, ValueError, TypeError):
        return {}
    return found
