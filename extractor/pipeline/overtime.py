"""A bound on the time of one article: a text that no one foresaw costs its own record, not the night's run.

The alarm interrupts Python and its regular expressions; the model's matrices finish first, in milliseconds. It needs
the main thread of a process and a system with alarms (not Windows): elsewhere nothing is bounded.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from extractor.errors import OvertimeError

MEGABYTE = 1_000_000


@contextmanager
def bounded(seconds: float | None, characters: int) -> Iterator[None]:
    """Raises OvertimeError inside when `seconds` for every megabyte of text (at least one) are over; None bounds
    nothing."""
    if seconds is None or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    allowed = seconds * max(1.0, characters / MEGABYTE)

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise OvertimeError(f"the article took longer than {allowed:,.0f} s; --timeout sets the seconds a megabyte")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, allowed)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
