"""What came of the articles of a run so far: what the last line on standard error and the exit code are made of."""

import time
from dataclasses import dataclass, field

from extractor.record import Record

DONE, NOTHING_FOUND, SOME_FAILED = 0, 1, 3
LIMITS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
"""One thread a process: threads within an article are slower than articles beside each other."""


@dataclass(slots=True)
class Tally:
    """What came of the articles so far."""

    done: int = 0
    failed: int = 0
    skipped: int = 0
    again: int = 0
    found: int = 0
    words: int = 0
    begun: float = field(default_factory=time.monotonic)


def failure(record: Record) -> str:
    """What failed and why, with the name only once: a reader's message has it already."""
    message = record.error.message if record.error else "; ".join(record.warnings)
    name = record.source or "standard input"
    return message if message.startswith(name) else f"{name} ({record.id}): {message}"
