"""Which figure is a part of which: "twelve people, three of them children", "five were shot; two died"."""

import re
from collections.abc import Sequence

from extractor.pipes.attribution.counted import Counted

BACK = 8
"""Figures before a part among which its whole is looked for."""
NEXT = 24
"""Characters between a part and the whole behind it: "eleven of the 19"."""
NEAR = 1
"""Sentences from a part back to its whole."""
INCLUDED = {"shot": frozenset({"killed", "wounded"})}
"""Roles that are a part of another role: those shot are dead or wounded."""


def parts(figures: Sequence[Counted], text: str, of: re.Pattern[str]) -> dict[int, int]:
    """The whole of each part, by index; `of` is what stands between "eleven" and "19" in "eleven of the 19"."""
    found: dict[int, int] = {}
    for at, one in enumerate(figures):
        behind = _whole_behind(figures, at, text, of)
        if behind is not None:
            found[one.number] = behind
            continue
        whole = _whole_of(figures, at) if one.stands == "part" else _shot(figures, at)
        if whole is not None:
            found[one.number] = whole
    found.update(_elided(figures, found))
    return found


def _whole_behind(figures: Sequence[Counted], at: int, text: str, of: re.Pattern[str]) -> int | None:
    """The 19 of "eleven of the 19 people inside": right behind the part."""
    if at + 1 == len(figures):
        return None
    one, whole = figures[at], figures[at + 1]
    between = text[one.figure["end"] : max(one.figure["end"], whole.figure["start"])]
    return whole.number if len(between) <= NEXT and of.fullmatch(between) and _fits(one, whole) else None


def _fits(one: Counted, whole: Counted) -> bool:
    """Whether a figure can be part of another: both counts of things or people, the part no larger."""
    a, b = one.figure, whole.figure
    if a["kind"] != "count" or b["kind"] != "count" or b["hypothetical"] or whole.stands == "each":
        return False
    most = b["value"] if b["value"] is not None else b["high"]
    least = a["value"] if a["value"] is not None else a["low"]
    return most is not None and least is not None and most > least


def _whole_of(figures: Sequence[Counted], at: int) -> int | None:
    """The nearest larger count before a part, of the same things where both name them."""
    one = figures[at]
    for whole in reversed(figures[max(0, at - BACK) : at]):
        if one.sentence - whole.sentence > NEAR:
            return None
        if whole.stands != "part" and _fits(one, whole) and _alike(one, whole):
            return whole.number
    return None


def _alike(one: Counted, whole: Counted) -> bool:
    """ "Three of them" may be of any; "three children" are of people, not of houses."""
    if one.thing is None or whole.thing is None or one.thing == whole.thing:
        return True
    if one.figure["role"] is not None:
        return whole.figure["role"] == one.figure["role"] or whole.figure["role"] == "shot"
    return whole.figure["role"] is not None or whole.thing == "person"


def _shot(figures: Sequence[Counted], at: int) -> int | None:
    """ "Five men were shot; two died": the dead are of those shot, if one sentence or the next says so.

    Not whom another thing killed: "Five men were shot. A fire killed two."
    """
    one = figures[at]
    role = one.figure["role"]
    if (one.predicate or "").endswith(" dobj"):
        return None
    for whole in reversed(figures[max(0, at - BACK) : at]):
        if one.sentence - whole.sentence > NEAR:
            return None
        if role in INCLUDED.get(whole.figure["role"] or "", ()) and whole.whole and _fits(one, whole):
            return whole.number
    return None


def _elided(figures: Sequence[Counted], known: dict[int, int]) -> dict[int, int]:
    """A number without a noun behind a larger one without: "all 46: 38 were freed, two were found dead"."""
    found: dict[int, int] = {}
    for at, one in enumerate(figures):
        if one.figure["unit"] or one.number in known or one.figure["kind"] != "count" or one.stands is not None:
            continue
        for whole in reversed(figures[max(0, at - BACK) : at]):
            if whole.sentence != one.sentence:
                break
            if not whole.figure["unit"] and not whole.figure["role"] and _fits(one, whole):
                found[one.number] = whole.number
                break
    return found
