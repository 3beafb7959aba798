"""One machine: work in several processes.

Takes work and tasks; the answers are the same for any number of processes. Each process works alone: one that dies costs the
task it had, which another one tries once more.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache, partial
from typing import Any

from discrepancy.engine import Done, Run, Sources, Work, rules_from, sources, sweep_seldom
from discrepancy.rulebook.schema import Rulebook

_WATCH = 0.5
"""Seconds between two looks of a worker whether the process it works for still lives."""


@contextmanager
def workers(rules: Rulebook, jobs: int) -> Iterator[Run]:
    """An engine of ``jobs`` processes. They end with the block, and by themselves when this process is killed."""
    slots = [_Slot(sources(rules)) for _ in range(jobs)]
    try:
        yield partial(_run, slots)
    finally:
        for slot in slots:
            slot.end()


def begin() -> None:
    """Lets the process that workers come from load what they need, while this one loads it too. Whoever is about to call :func:`workers`
    may call this first; without it the first worker waits for that process, and this one for the worker."""
    if _context().get_start_method() == "forkserver":
        from multiprocessing.forkserver import ensure_running

        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # Ctrl-C is for this process alone
        try:
            ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _run(slots: Sequence[_Slot], work: Work, tasks: Iterable[Any]) -> Iterator[Done]:
    waiting = iter(tasks)
    ahead = next(waiting, _NONE)  # made while the processes work
    busy: dict[Future[Any], tuple[_Slot, Any, bool]] = {}
    free = list(slots)
    over: list[Done] = []
    try:
        while True:
            # Before the caller is told what is done, for that may keep it busy; but a task that was lost it looks into first.
            if not any(done.lost for done in over):
                ahead = _begun(free, busy, work, ahead, waiting)
            yield from over
            ahead = _begun(free, busy, work, ahead, waiting)
            if not busy:
                return
            over = []
            ended, _ = wait(busy, return_when=FIRST_COMPLETED)
            for future in ended:
                slot, task, again = busy.pop(future)
                try:
                    done = Done(task, future.result())
                except BrokenProcessPool:
                    slot.end()
                    if not again:
                        busy[slot.start(work, task)] = (slot, task, True)
                        continue
                    done = Done(task, lost=True)
                free.append(slot)
                over.append(done)
    finally:  # the caller has stopped listening, or work has failed: what still runs is for nobody
        for slot, _, _ in busy.values():
            slot.end()


def _begun(free: list[_Slot], busy: dict[Future[Any], tuple[_Slot, Any, bool]], work: Work, ahead: Any, waiting: Iterator[Any]) -> Any:
    """Puts free processes to work; gives the task that is next."""
    while free and ahead is not _NONE:
        slot = free.pop()
        busy[slot.start(work, ahead)] = (slot, ahead, False)
        ahead = next(waiting, _NONE)
    return ahead


_NONE = object()


class _Slot:
    """One process at a time, made when first needed."""

    def __init__(self, made_of: Sources) -> None:
        self._made_of = made_of
        self._pool: ProcessPoolExecutor | None = None

    def start(self, work: Work, task: Any) -> Future[Any]:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, mp_context=_context(), initializer=_begin, initargs=(os.getpid(),))
        return self._pool.submit(_do, work, task, self._made_of)

    def end(self) -> None:
        if self._pool is not None:
            for process in list((self._pool._processes or {}).values()):
                process.kill()
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


@cache
def _context() -> multiprocessing.context.BaseContext:
    """Processes that begin empty: this one may have threads, which a copy of it would miss."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["discrepancy.batch.run"])
    return context


def _begin(driver: int) -> None:
    """A worker leaves Ctrl-C to the process it works for, and ends when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sweep_seldom()

    def watch() -> None:
        while True:
            time.sleep(_WATCH)
            try:
                os.kill(driver, 0)
            except OSError:
                os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _do(work: Work, task: Any, made_of: Sources) -> Any:
    return work(task, rules_from(made_of))
