"""How long a piece of work takes the processor: for tests that cost grows with the text. Speed itself is measured in `benchmarks/`."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def cpu_seconds(work: Callable[[], object], runs: int = 3) -> float:
    """Processor seconds of the fastest of `runs` calls of `work`.

    No garbage is collected during a call: one collection over all that a whole run of tests has made costs more than the work, and
    falls into whichever call happens to be on.
    """
    taken = []
    for _ in range(runs):
        gc.disable()
        try:
            begun = time.process_time()
            work()
            taken.append(time.process_time() - begun)
        finally:
            gc.enable()
    return min(taken)


def assert_linear(work: Callable[[str], object], text: str) -> None:
    """Four times the text takes `work` about four times as long: twelve times and half a second more are allowed, sixteen and
    more, as of work that grows with the square, are not.
    """
    quarter = cpu_seconds(lambda: work(text[: len(text) // 4]))
    whole = cpu_seconds(lambda: work(text))
    assert whole < 12 * quarter + 0.5, f"four times the text took {whole / max(quarter, 1e-9):.0f} times as long"
