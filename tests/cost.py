"""What work costs, for tests of growth: the processor's time at best of some tries, so that a busy machine fails none.

The collector of garbage rests meanwhile: in the heap of a long session one of its runs takes a third of a second, and
it comes when it likes.
"""

import gc
import time
from collections.abc import Callable
from typing import TypeVar

GIVEN = TypeVar("GIVEN")


def seconds(work: Callable[[GIVEN], object], make: Callable[[], GIVEN], *, tries: int = 3) -> float:
    """Seconds of the processor that `work` takes on what `make` gives (anew for each try), the least of some tries."""
    return min(_once(work, make()) for _ in range(tries))


def _once(work: Callable[[GIVEN], object], given: GIVEN) -> float:
    gc.disable()
    try:
        begun = time.process_time()
        work(given)
        return time.process_time() - begun
    finally:
        gc.enable()
