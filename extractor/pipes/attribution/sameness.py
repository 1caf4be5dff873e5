"""Which figures say the same again: "14 foreigners ... the 14 foreigners", "Five appear ... five men appeared"."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from extractor.pipes.attribution.comparing import things_agree
from extractor.pipes.attribution.counted import MEASURED, Counted

SMALL = 10
"""Counts below this occur twice by chance."""
KEPT = 4
"""Sentences that say a thing, the last ones, with which another that says it is compared."""


class Twice(NamedTuple):
    """Two figures of one value, the earlier first, and the pairs of sentences that say more than one thing twice."""

    one: Counted
    other: Counted
    repeated: frozenset[tuple[int, int]]


def _ages(pair: Twice) -> bool | None:
    return True if pair.one.figure["kind"] == "age" else None


def _another(pair: Twice) -> bool | None:
    """ "Another six" are other six; "three others" and "the three" are the same."""
    if pair.one.sentence == pair.other.sentence or "each" in (pair.one.stands, pair.other.stands):
        return False
    return False if "part" in (pair.one.stands, pair.other.stands) and not pair.other.definite else None


def _unlike(pair: Twice) -> bool | None:
    return (
        None if things_agree(pair.one, pair.other) and pair.one.figure["trend"] == pair.other.figure["trend"] else False
    )


def _sentence_again(pair: Twice) -> bool | None:
    """A summary that is printed twice: "One man was killed, three hurt"."""
    again = (pair.one.sentence, pair.other.sentence) in pair.repeated
    return True if again and pair.one.figure["role"] == pair.other.figure["role"] else None


def _one_role(pair: Twice) -> bool | None:
    """Casualties of one role and value; one dead man is too little to tell one accident from the next."""
    a, b = pair.one.figure, pair.other.figure
    if a["role"] is None or a["role"] != b["role"]:
        return None
    return True if a["value"] != 1 else None


def _predicate_again(pair: Twice) -> bool | None:
    """ "Five appear in court ... five men have appeared in court"."""
    one, other = pair.one, pair.other
    return True if one.predicate is not None and one.predicate == other.predicate and one.figure["value"] != 1 else None


def _said_again(pair: Twice) -> bool | None:
    """ "14 foreigners ... the 14 foreigners", "three executives ... the three executives"."""
    count = pair.other.figure["kind"] == "count" and pair.other.figure["value"] != 1
    return True if count and pair.other.definite and pair.other.thing is not None else None


def _measured(pair: Twice) -> bool | None:
    """What is measured is named in so many words: "rose 2.5%" twice may be two shares."""
    a, b = pair.one.figure, pair.other.figure
    if a["kind"] not in MEASURED and (a["kind"] != "count" or (a["value"] is not None and a["value"] < SMALL)):
        return None
    noun, again = (a["noun"] or "").lower(), (b["noun"] or "").lower()
    if not noun or not again:
        return None
    named = a["kind"] != "count" and _head(noun) == _head(again) and not pair.one.names.isdisjoint(pair.other.names)
    return True if noun == again or named else None


def _head(noun: str) -> str:
    """The head of what is measured: "share" of "Nestle's share of the market"."""
    return noun.partition(" of ")[0].rpartition(" ")[2]


SAME: tuple[tuple[str, Callable[[Twice], bool | None]], ...] = (
    ("age of one person", _ages),
    ("another", _another),
    ("other things", _unlike),
    ("sentence again", _sentence_again),
    ("one role", _one_role),
    ("predicate again", _predicate_again),
    ("said again", _said_again),
    ("measured alike", _measured),
)
"""The steps to "the same again": the first that knows says yes or no."""


def says_again(pair: Twice) -> str | None:
    """The step by which the later figure says the same again; None where it does not."""
    for name, step in SAME:
        found = step(pair)
        if found is not None:
            return name if found else None
    return None


def repeated(figures: Sequence[Counted]) -> frozenset[tuple[int, int]]:
    """Pairs of sentences of which the second says two things or more that the first says, with the same values."""
    said: dict[object, list[int]] = {}
    found: dict[tuple[int, int], set[object]] = {}
    for item in figures:
        if item.figure["kind"] != "count":
            continue
        what = (item.figure["role"], item.figure["value"], item.thing)
        for sentence in dict.fromkeys(said.get(what, [])[-KEPT:]):
            if sentence != item.sentence:
                found.setdefault((sentence, item.sentence), set()).add(what)
        said.setdefault(what, []).append(item.sentence)
    return frozenset(pair for pair, what in found.items() if len(what) > 1)
