"""Times two callables in turns, so that a machine that slows down slows both."""

import gc
import time
from collections.abc import Callable
from statistics import median

ROUNDS = 7


def ratio(ours: Callable[[], object], theirs: Callable[[], object], rounds: int = ROUNDS) -> float:
    """How many times as long `theirs` takes as `ours`: the median over paired rounds after one warm-up."""
    ours(), theirs()
    gc.collect()
    gc.disable()
    try:
        return median(seconds(theirs) / seconds(ours) for _ in range(rounds))
    finally:
        gc.enable()


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call, so that neighbours on the machine do not count."""
    started = time.process_time()
    work()
    return time.process_time() - started
