"""Python's search for garbage, put off while an article is read: nearly all of an article is freed without it.

It looks after every 700 new objects, which an article makes in some milliseconds: that was 2.5% of the time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 200_000
"""New objects after which it looks all the same: a long article must not keep what it no longer needs."""


@contextmanager
def seldom() -> Iterator[None]:
    """While it is open garbage is looked for seldom; where the caller looks for none, nothing changes."""
    before = gc.get_threshold()
    gc.set_threshold(max(SELDOM, before[0]) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
