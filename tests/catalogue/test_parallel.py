"""Dividing work among processes: the results are those of one process, whatever becomes of the others."""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from catalogue import parallel
from catalogue.parallel import BACK, Preparing, divided, meanwhile, prepare, processes


def children() -> set[str]:
    """The processes that this one has started and not yet seen the end of; other tests may have some."""
    return {
        child
        for task in Path("/proc/self/task").iterdir()
        for child in (task / "children").read_text().split()
    }


@pytest.fixture(autouse=True)
def two(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two processes, however many processors the machine has; none of them outlives the work."""
    monkeypatch.setattr(parallel, "processes", lambda: 2)
    before = children()
    yield
    assert children() == before


@pytest.mark.parametrize("parts", [0, 1, 2, 3, 100, 5_000])
def test_results_stand_in_the_order_of_the_parts(parts: int):
    assert divided(parts, lambda part: part * part) == [part * part for part in range(parts)]


def test_the_work_is_shared():
    def slowly(part: int) -> tuple[int, int]:
        time.sleep(0.01)
        return part, os.getpid()

    assert len({process for _, process in divided(20, slowly)}) == 2


def test_the_others_work_while_this_process_does_something_else_first(tmp_path: Path):
    here, begun = os.getpid(), tmp_path / "begun"

    def work(_: int) -> int:
        begun.touch()
        return os.getpid()

    def first() -> None:
        until = time.monotonic() + 30
        while not begun.exists() and time.monotonic() < until:
            time.sleep(0.01)

    assert divided(2, work, first=first)[0] != here


def test_what_a_killed_process_does_not_deliver_is_done_here():
    first = os.getpid()

    def work(part: int) -> int:
        if os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.01)
        return part

    assert divided(20, work) == list(range(20))


def test_an_error_of_a_second_process_is_raised_here():
    def work(part: int) -> int:
        time.sleep(0.01)
        if part == 7:
            raise ValueError("part 7")
        return part

    with pytest.raises(ValueError, match="part 7"):
        divided(20, work)


def test_several_things_are_prepared_together_each_in_its_order():
    kept: dict[str, list[int]] = {}

    def squares(sign: int, parts: int) -> Preparing:
        return Preparing(parts, lambda part: sign * part * part, partial(kept.__setitem__, str(sign)))

    prepare([squares(1, 3), squares(-1, 0), squares(2, 300)], lambda: kept.update(first=[]))
    assert [*kept.items()] == [
        ("first", []),
        ("1", [0, 1, 4]),
        ("-1", []),
        ("2", [2 * part * part for part in range(300)]),
    ]


def test_work_beside_other_work_stands_back_for_it_and_shared_work_does_not():
    usual = os.nice(0)
    with meanwhile(lambda: os.nice(0)) as result:
        assert (result(), os.nice(0)) == (usual + BACK, usual)
    assert {*divided(20, lambda _: os.nice(0))} == {usual}


def test_work_is_done_beside_other_work_by_another_process():
    with meanwhile(os.getpid) as result:
        assert divided(3, lambda part: part) == [0, 1, 2]
        assert result() != os.getpid()


def test_what_no_pipe_can_carry_is_made_here():
    with meanwhile(lambda: threading.current_thread) as result:
        assert result() is threading.current_thread


def test_work_beside_other_work_that_is_killed_is_done_here():
    first = os.getpid()

    def work() -> str:
        if os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    with meanwhile(work) as result:
        assert result() == "done"


@pytest.mark.parametrize("number", [1, 2])
def test_work_beside_other_work_is_done_once_however_often_it_is_asked_for(
    number: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(parallel, "processes", lambda: number)
    for work in (lambda: os.urandom(8), object):
        with meanwhile(work) as result:
            assert result() is result()


def test_an_error_beside_other_work_is_raised_where_its_result_is_asked_for():
    def work() -> int:
        raise ValueError("no result")

    with meanwhile(work) as result:
        for _ in range(2):
            with pytest.raises(ValueError, match="no result"):
                result()


def test_work_that_nobody_waits_for_is_killed_at_the_end_of_the_block():
    source, sink = os.pipe()

    def work() -> None:
        time.sleep(60)
        os.write(sink, b"it went on")

    with meanwhile(work):
        pass
    os.close(sink)
    assert os.read(source, 64) == b""
    os.close(source)


def test_where_no_second_process_can_be_started_all_is_done_here(monkeypatch: pytest.MonkeyPatch):
    def refuse() -> int:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(os, "fork", refuse)
    before = len(list(Path("/proc/self/fd").iterdir()))
    assert divided(3, lambda part: (part, os.getpid())) == [(part, os.getpid()) for part in range(3)]
    with meanwhile(os.getpid) as result:
        assert result() == os.getpid()
    assert len(list(Path("/proc/self/fd").iterdir())) == before


@pytest.mark.parametrize("number", [1, 2])
def test_what_is_kept_from_the_search_for_cycles_for_good_stays_so(
    number: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(parallel, "processes", lambda: number)
    gc.freeze()
    try:
        divided(4, lambda part: part)
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
    divided(4, lambda part: part)
    assert gc.get_freeze_count() == 0


def test_nothing_of_a_second_process_is_printed_twice(capfd: pytest.CaptureFixture[str]):
    sys.stdout.write("once\n")
    divided(4, lambda part: part)
    assert capfd.readouterr().out == "once\n"


def test_no_pipe_is_left_open():
    before = len(list(Path("/proc/self/fd").iterdir()))
    divided(8, lambda part: part)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_process_with_other_threads_is_not_split(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.undo()
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert processes() == 1
    finally:
        stop.set()
        thread.join()
