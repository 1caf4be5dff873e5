"""The progress of a run on a terminal's standard error: articles, words a second, failures, the time left."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

OFTEN = 0.1
"""Seconds between two looks at the clock that change what is shown."""


@dataclass(slots=True)
class Meter:
    """What of the inputs was read so far, and how much there is; `total` is None where that cannot be known."""

    total: int | None = None
    read: int = 0
    shown: float = 0.0
    begun: float = field(default_factory=time.monotonic)
    display: Any = None

    def tell(self, count: int) -> None:
        """Counts bytes that were read."""
        self.read += count

    def show(self, *, articles: int, failed: int, words: int) -> None:
        """Shows how far the run is, not too often."""
        now = time.monotonic()
        if self.display is None or now - self.shown < OFTEN:
            return
        self.shown = now
        seconds = max(now - self.begun, 0.001)
        failures = f", {failed} failed" if failed else ""
        text = f"{articles:,} articles, {words / seconds:,.0f} words/s{failures}"
        self.display.update(0, completed=min(self.read, self.total or self.read), description=text)
        self.display.refresh()


@contextmanager
def meter(*, shown: bool, total: int | None) -> Iterator[Meter]:
    """A meter, displayed while the context lasts where it is to be shown."""
    if not shown:
        yield Meter(total)
        return
    from rich.console import Console  # noqa: PLC0415, slow to import, and needed for eyes only
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = [TextColumn("{task.description}", markup=False), BarColumn(bar_width=20), TimeRemainingColumn()]
    with Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True) as display:
        display.add_task("reading", total=total)
        yield Meter(total, display=display)
