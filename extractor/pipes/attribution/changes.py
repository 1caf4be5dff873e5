"""Which figure takes another's place: "raised from 32 to 41", "27, down from 41 on Monday", "20, not the 17 he named"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.pipes.attribution.counted import Counted, Surroundings
from extractor.pipes.attribution.words import Words

CHANGES = 60
"""Characters between the two figures of one change: "down from 41"."""
REPLACED = 6
"""Earlier figures of a sentence among which the one that another replaces is looked for."""
RISEN = 24
"""Characters before a figure in which a verb says that a count has changed: "the toll rose to 31"."""
BACK = 12
"""Earlier figures among which the count is looked for that a new one follows."""


class Change(NamedTuple):
    """Indices of the earlier and the later count; `wrong` where the one is denied, not overtaken."""

    earlier: int
    later: int
    wrong: bool = False


def changes(figures: Sequence[Counted], around: Surroundings, words: Words) -> Iterator[Change]:
    """The changes of an article."""
    for at in range(1, len(figures)):
        change = _in_one_sentence(figures, at, around, words) or _since(figures, at, around, words)
        if change is not None:
            yield change


def _in_one_sentence(figures: Sequence[Counted], at: int, around: Surroundings, words: Words) -> Change | None:
    text, one, other = around.layout.text, figures[at - 1], figures[at]
    if _one_count(one, other):
        moved = _moves(text, one, other, words)
        if moved is not None:
            return moved
    between = text[max(one.figure["end"], other.figure["start"] - CHANGES) : other.figure["start"]]
    order = next((order for order, pattern in words.updates.items() if pattern.search(between)), None)
    if order is None:
        return None
    toll = "toll" in between.lower()
    for back in range(at - 1, max(-1, at - 1 - REPLACED), -1):
        earlier = figures[back]
        if earlier.figure["role"] and (not toll or earlier.figure["role"] == "killed") and _one_count(earlier, other):
            if order == "earlier":
                return Change(other.number, earlier.number)
            return Change(earlier.number, other.number, wrong=order == "wrong")
    return None


def _one_count(one: Counted, other: Counted) -> bool:
    """Two values for one count in one sentence: the role of the second may be left out, not be another."""
    a, b = one.figure, other.figure
    if one.sentence != other.sentence or a["kind"] != "count" or b["kind"] != "count":
        return False
    if a["value"] is None or b["value"] is None or a["value"] == b["value"]:
        return False
    units_agree = not a["unit"] or not b["unit"] or a["unit"] == b["unit"]
    return units_agree and len({role for role in (a["role"], b["role"]) if role}) == 1


def _moves(text: str, one: Counted, other: Counted, words: Words) -> Change | None:
    """ "Raised from 32 to 41", "rose to 41 from 32"."""
    between = text[one.figure["end"] : max(one.figure["end"], other.figure["start"])].strip()
    start = one.figure["sentence"]["start"]
    before = text[max(start, one.figure["start"] - CHANGES) : one.figure["start"]].rstrip()
    if not words.updates["later"].search(before):
        return None
    if before.endswith("from") and between == "to":
        return Change(one.number, other.number)
    if before.endswith("to") and between == "from":
        return Change(other.number, one.number)
    return None


def _since(figures: Sequence[Counted], at: int, around: Surroundings, words: Words) -> Change | None:
    """ "Twelve people died on Monday. ... The toll rose to 31": the count before, of the same role."""
    later, text = figures[at], around.layout.text
    role, value = later.figure["role"], later.figure["value"]
    start = max(later.figure["sentence"]["start"], later.figure["start"] - RISEN)
    if role is None or value is None or not later.whole or not words.updates["later"].search(text[start : later.figure["start"]]):
        return None
    for earlier in reversed(figures[max(0, at - BACK) : at]):
        known = earlier.figure["value"]
        if earlier.sentence != later.sentence and earlier.figure["role"] == role and earlier.whole and known is not None:
            return Change(earlier.number, later.number) if 1 < known != value else None
    return None
