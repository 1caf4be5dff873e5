"""Which figures contradict each other: two sources that give values for one whole that can't both hold."""

from collections.abc import Callable
from typing import NamedTuple

from extractor.pipes.attribution.comparing import PEOPLE, one_ground, one_thing
from extractor.pipes.attribution.counted import Counted, Surroundings
from extractor.pipes.attribution.words import Words

TOLERANCE = 0.1
"""How far "about 30" reaches to either side."""
SUBJECT = (" nsubj", " nsubjpass")
CROWD = "crowd"
NEAR_FAR = 20.0
FAR = 4.0
"""Times by which counts of one whole may differ."""


class Twain(NamedTuple):
    """Two figures of one role that may contradict each other, the earlier first."""

    one: Counted
    other: Counted
    around: Surroundings
    words: Words


def _one_voice(pair: Twain) -> bool | None:
    """One giver, however named: "police" and "a police spokesman"; or the paper twice."""
    one, other = pair.one.voice, pair.other.voice
    return False if one & other or not (one or other) else None


def _allowed(pair: Twain) -> bool | None:
    """Both may hold: "at least 12" and "15"."""
    return False if _overlap(pair.one, pair.other) else None


def _taken_up(pair: Twain) -> bool | None:
    """What is taken up again is no new count: "the three officers", "my two nephews"."""
    return False if pair.one.definite or pair.other.definite else None


def _few(pair: Twain) -> bool | None:
    """One or none is told of single people, not of a whole: "one victim is in critical condition"."""
    return False if any((item.figure["value"] or item.figure["low"] or 0) <= 1 for item in pair[:2]) else None


def _far_apart(pair: Twain) -> bool | None:
    """Counts that differ by more than so many times count two things: the dead of the day and those of the year.

    What is told in one breath may differ by more: "Witnesses said 40 were shot dead. The ministry said three died."
    """
    values = sorted(float(item.figure["value"] or item.figure["low"] or 0) for item in pair[:2])
    far = NEAR_FAR if pair.other.sentence - pair.one.sentence <= 1 and _by_two(pair) else FAR
    return False if values[1] > far * values[0] else None


def _other_things(pair: Twain) -> bool | None:
    """ "Seven people" may have three women among them; "two boys" are no count of people, "20 hurt" is one.

    In the next sentence another source may name the people: more of them than there are, "19 deaths" and "54 children",
    or only so many, "14 dead" and "only 11 of its workers".
    """
    if one_thing(pair.one, pair.other):
        return None
    if pair.other.sentence - pair.one.sentence > 1 or not _by_two(pair):
        return False
    one, other = pair.one.thing or PEOPLE, pair.other.thing or PEOPLE
    if PEOPLE not in (one, other):
        return False
    named, all_told = (pair.other, pair.one) if one == PEOPLE else (pair.one, pair.other)
    return None if named.only or _reach(named)[0] > _reach(all_told)[1] else False


def _other_ground(pair: Twain) -> bool | None:
    """One is told of a place away from where the article is; the other, which names none, is of that."""
    wheres = (pair.one.where, pair.other.where)
    home = pair.around.home
    if home is None or all(wheres) or not any(wheres):
        return None
    named = wheres[0] or wheres[1]
    return None if any(one_ground(pair.around, home, place) for place in named) else False


def _unlike(pair: Twain) -> bool | None:
    """What has no role is the same only in one breath, by two sources, said of the same: "said four houses burned; the
    fire service counted nine"."""
    if pair.one.figure["role"] is not None or pair.other.figure["role"] is not None:
        return None
    if pair.other.sentence - pair.one.sentence > 1 or not _by_two(pair):
        return False
    said = pair.one.predicate or ""
    alike = said == pair.other.predicate and said.endswith(SUBJECT)  # not "The clinic said it treated 40"
    crowd = pair.one.sort is not None and pair.one.sort == pair.other.sort == CROWD
    return None if alike or crowd or pair.other.retold else False


def _by_two(pair: Twain) -> bool | None:
    return True if pair.one.voice and pair.other.voice else None


def _set_apart(pair: Twain) -> bool | None:
    """What the paper says itself contradicts a source only where it says so: "but the rebels put their dead at 40"."""
    return True if _set_against(pair.one, pair.other, pair.around, pair.words) else None


AGAINST: tuple[tuple[str, Callable[[Twain], bool | None]], ...] = (
    ("one voice", _one_voice),
    ("both may hold", _allowed),
    ("taken up again", _taken_up),
    ("one or none", _few),
    ("far apart", _far_apart),
    ("other things", _other_things),
    ("other ground", _other_ground),
    ("unlike", _unlike),
    ("two sources", _by_two),
    ("set against", _set_apart),
)
"""The steps to a contradiction: the first that knows says yes or no."""


def contradicts(pair: Twain) -> str | None:
    """The step by which the figures contradict each other; None where they do not."""
    for name, step in AGAINST:
        found = step(pair)
        if found is not None:
            return name if found else None
    return None


def _set_against(one: Counted, other: Counted, around: Surroundings, words: Words) -> bool:
    """What the paper says itself contradicts a source only where it says so: "but the rebels put their dead at 40"."""
    if other.sentence - one.sentence > 1:
        return False
    layout = around.layout
    between = layout.tokens(one.figure["end"], max(one.figure["end"], other.figure["start"]))
    return any(layout.doc[i].lower_ in words.contrast for i in between)


def _overlap(one: Counted, other: Counted) -> bool:
    least, most = _reach(one)
    low, high = _reach(other)
    return least <= high and low <= most


def _reach(item: Counted) -> tuple[float, float]:
    """The least and the greatest value that a figure allows."""
    figure = item.figure
    if figure["value"] is None:
        if figure["low"] is None or figure["high"] is None:
            return float("-inf"), float("inf")
        return figure["low"], figure["high"]
    value, bound = float(figure["value"]), figure["bound"]
    slack = abs(value) * TOLERANCE
    low = float("-inf") if bound in {"<", "<="} else value - slack if bound == "~" else value
    high = float("inf") if bound in {">", ">="} else value + slack if bound == "~" else value
    return low, high
