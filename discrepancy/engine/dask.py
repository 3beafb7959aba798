"""A cluster: work in the processes of Dask, here or wherever a scheduler's workers are.

Takes work and tasks with the signature of :mod:`discrepancy.engine.local`; the answers are the same. Tasks name files, so all workers must
see the folder of the batch under the same path. Dask itself tries a task again whose worker died.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import dask
from distributed import Client, KilledWorker, LocalCluster, as_completed

from discrepancy.engine import Done, Run, Sources, Work, rules_from, sources
from discrepancy.rulebook.schema import Rulebook

_AHEAD = 2
"""Tasks that wait at each worker, so that none is idle."""


@contextmanager
def workers(rules: Rulebook, jobs: int, scheduler: str = "") -> Iterator[Run]:
    """An engine on the cluster of the scheduler at an address, else on a cluster of ``jobs`` processes that ends with the block."""
    with dask.config.set({"distributed.scheduler.allowed-failures": 1, "distributed.worker.daemon": True}):
        if scheduler:
            with Client(scheduler, set_as_default=False) as client:
                yield partial(_run, client, sources(rules))
        else:
            # Without a dashboard a scheduler still listens: on one port for all, where it warns of a neighbour, or on a free one.
            unseen: dict[str, Any] = {"dashboard_address": "127.0.0.1:0", "scheduler_kwargs": {"dashboard": False}}
            with (
                LocalCluster(n_workers=jobs, threads_per_worker=1, silence_logs=50, memory_limit=0, **unseen) as cluster,
                Client(cluster, set_as_default=False) as client,
            ):
                yield partial(_run, client, sources(rules))


def _run(client: Client, made_of: Sources, work: Work, tasks: Iterable[Any]) -> Iterator[Done]:
    waiting = iter(tasks)
    given: dict[Any, Any] = {}
    running = as_completed(loop=client.loop)

    def start() -> bool:
        task = next(waiting, _NONE)
        if task is _NONE:
            return False
        future = client.submit(_do, work, task, made_of, pure=False)
        given[future.key] = task
        running.add(future)
        return True

    most = _AHEAD * max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
    while len(given) < most and start():
        pass
    for future in running:
        task = given.pop(future.key)
        try:
            done = Done(task, future.result())
        except KilledWorker:
            done = Done(task, lost=True)
        start()
        yield done


_NONE = object()


def _do(work: Work, task: Any, made_of: Sources) -> Any:
    return work(task, rules_from(made_of))
