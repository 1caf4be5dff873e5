"""What else a figure's sentence names: the places and days that tell one count from another."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from extractor.annotations import Stretch


def by_sentence(sentences: Sequence[Stretch], found: Iterable[tuple[int, str]]) -> dict[int, frozenset[str]]:
    """By the start of a sentence, what begins in it; `found` has (start, what) in any order."""
    ordered = sorted(found)
    starts = [start for start, _ in ordered]
    return {
        sentence["start"]: frozenset(
            what for _, what in ordered[bisect_left(starts, sentence["start"]) : bisect_left(starts, sentence["end"])]
        )
        for sentence in sentences
    }
