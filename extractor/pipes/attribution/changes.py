"""Which figure takes another's place: "raised from 32 to 41", "27, down from 41", "20, not the 17 he named"."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from extractor.pipes.attribution.comparing import one_thing
from extractor.pipes.attribution.counted import Counted, Surroundings
from extractor.pipes.attribution.words import Words

CHANGES = 60
"""Characters between the two figures of one change: "down from 41"."""
CLOSE = 8
"""Characters before a figure in which a denial of it ends: "20 buildings, not the 17 that he named"."""
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
        change = next(filter(None, (step(figures, at, around, words) for _, step in CHANGED)), None)
        if change is not None:
            yield change


def _moved(figures: Sequence[Counted], at: int, around: Surroundings, words: Words) -> Change | None:
    """Two levels of one change side by side: "raised from 32 to 41"."""
    one, other = figures[at - 1], figures[at]
    return _moves(around.layout.text, one, other, words) if _one_count(one, other) else None


def _replaced(figures: Sequence[Counted], at: int, around: Surroundings, words: Words) -> Change | None:
    """What the words between two counts of a sentence make of them: "41, up from 32", "20, not 17"."""
    text, one, other = around.layout.text, figures[at - 1], figures[at]
    if one.sentence != other.sentence:
        return None
    between = text[max(one.figure["end"], other.figure["start"] - CHANGES) : other.figure["start"]]
    order = next((one for one, pattern in words.updates.items() if one != "before" and pattern.search(between)), None)
    found = words.updates["wrong"].finditer(between) if order == "wrong" else ()
    close = any(one.end() >= len(between) - CLOSE for one in found)
    earlier = None if order is None else _before_in_sentence(figures, at, between, denied=close)
    if earlier is None:
        return None
    if order == "earlier":
        return Change(other.number, earlier.number)
    return Change(earlier.number, other.number, wrong=order == "wrong")


def _before_in_sentence(figures: Sequence[Counted], at: int, between: str, *, denied: bool) -> Counted | None:
    """The count that another takes the place of: the last with a role, the last of all where the other is denied."""
    other, toll = figures[at], "toll" in between.lower()
    if denied and _denied(figures[at - 1], other):
        return figures[at - 1]
    for earlier in reversed(figures[max(0, at - REPLACED) : at]):
        role = earlier.figure["role"]
        if role and (not toll or role == "killed") and _one_count(earlier, other):
            return earlier
    return None


def _denied(one: Counted, other: Counted) -> bool:
    """ "20 buildings burned, not 17": of anything, as long as no other unit is named."""
    a, b = one.figure, other.figure
    plain = a["kind"] == "count" and b["kind"] in ("count", "other") and a["value"] is not None
    return plain and b["value"] not in (None, a["value"]) and (not b["unit"] or a["unit"] == b["unit"])


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
    if later.figure["role"] is None:
        return None
    start = max(later.figure["sentence"]["start"], later.figure["start"] - RISEN)
    if not words.updates["later"].search(text[start : later.figure["start"]]):
        return None
    earlier = _count_before(figures, at)
    return None if earlier is None else Change(earlier.number, later.number)


def _said_before(figures: Sequence[Counted], at: int, around: Surroundings, words: Words) -> Change | None:
    """ "Three agents were hurt. ... Police said earlier that four were hurt": the count told first is the later one."""
    told, text = figures[at], around.layout.text
    if told.figure["role"] is None:
        return None
    start = max(told.figure["sentence"]["start"], told.figure["start"] - CHANGES)
    if not words.updates["before"].search(text[start : told.figure["start"]]):
        return None
    newer = _count_before(figures, at)
    return None if newer is None else Change(told.number, newer.number)


def _count_before(figures: Sequence[Counted], at: int) -> Counted | None:
    """The last whole count of the same role in a sentence before, if it says another number; one man is no count."""
    one = figures[at]
    role, value = one.figure["role"], one.figure["value"]
    if role is None or value is None or not one.whole:
        return None
    for other in reversed(figures[max(0, at - BACK) : at]):
        known = other.figure["value"]
        if other.sentence != one.sentence and other.figure["role"] == role and other.whole and one_thing(one, other):
            return other if 1 < (known or 0) != value else None
    return None


Step = Callable[[Sequence[Counted], int, Surroundings, Words], Change | None]
CHANGED: tuple[tuple[str, Step], ...] = (
    ("said before", _said_before),
    ("moved", _moved),
    ("replaced", _replaced),
    ("since", _since),
)
"""The steps to a change; the first that finds one wins."""
