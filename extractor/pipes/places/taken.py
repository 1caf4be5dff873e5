"""What is taken on a text: stretches that name somebody else, and the spots found so far."""

from bisect import bisect_right
from collections.abc import Iterable

from extractor.pipes.places.spots import Spot


class Taken:
    """Stretches that name somebody or something else."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._stretches = sorted(stretches)
        self._starts = [start for start, _ in self._stretches]

    def reaches_beyond(self, start: int, end: int) -> bool:
        """Whether a stretch overlaps these characters and others beside them."""
        at = bisect_right(self._starts, end - 1) - 1
        return self.crosses(start, end) and not (start <= self._starts[at] and self._stretches[at][1] <= end)

    def last_words(self, text: str) -> set[str]:
        """The last words of the names: "Paris" is no town again where the article has a Melton Paris."""
        return {text[start:end].rpartition(" ")[2] for start, end in self._stretches}

    def crosses(self, start: int, end: int) -> bool:
        """Whether one of the stretches overlaps these characters."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._stretches[at][1] > start


class Found:
    """Spots, of which a later one never crosses an earlier one."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self._spots: list[Spot] = []
        self._starts: list[int] = []
        self.extend(spots)

    def extend(self, spots: Iterable[Spot]) -> None:
        """Add spots, the earlier of two that cross going before the later."""
        for spot in spots:
            self.add(spot)

    def add(self, spot: Spot) -> None:
        """Keep the spot, unless what it covers is named already."""
        at = bisect_right(self._starts, spot.start)
        before = self._spots[at - 1] if at else None
        after = self._spots[at] if at < len(self._spots) else None
        if (before and before.end > spot.start) or (after and after.start < spot.end) or spot.start >= spot.end:
            return
        self._spots.insert(at, spot)
        self._starts.insert(at, spot.start)

    def ordered(self) -> list[Spot]:
        """The spots in the order of the text."""
        return list(self._spots)
