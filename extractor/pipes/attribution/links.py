"""Which figures of an article say the same again, which are part of another, which take its place, which contradict.

When in doubt, figures are not linked: a reader takes a link for a finding. Each link is one of several named steps;
the first that fits makes it.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from extractor.annotations import DateFound
from extractor.pipes.attribution.changes import Change, changes
from extractor.pipes.attribution.counted import Counted, Surroundings
from extractor.pipes.attribution.parts import parts
from extractor.pipes.attribution.words import Words
from extractor.vocabulary import FigureStands

BACK = 24
"""Earlier figures of the same value, or of the same role, that one is compared with."""
TOLERANCE = 0.1
"""How far "about 30" reaches to either side."""
LOOSE = frozenset({"region", "natural", "other"})
"""Kinds of places that may hold any other of their country or lie in it."""
FAR = 4.0
"""Times by which counts of one whole may differ."""
SMALL = 10
"""Counts below this occur twice by chance."""
MEASURED = frozenset({"money", "percent", "area", "mass", "volume", "length", "speed"})


class Links(NamedTuple):
    """Indices of the figures that repeat one, that contradict it, of its whole, and of the count that it follows."""

    same_as: list[int]
    conflicts_with: list[int]
    part_of: int | None
    updates: int | None
    stands: FigureStands | None


def links(figures: Sequence[Counted], around: Surroundings, words: Words) -> list[Links]:
    """The links of each figure, in the order of the figures; equals and opposites both ways, none to itself."""
    wholes = parts(figures, around)
    whole = [
        one._replace(stands="part") if one.stands is None and one.number in wholes else one for one in figures
    ]
    changed = list(changes(whole, around, words))
    same: list[set[int]] = [set() for _ in figures]
    against: list[set[int]] = [set() for _ in figures]
    repeated = _repeated(whole)
    for one, other in _pairs(whole, _value, around):
        if _same(one, other, repeated):
            same[one.number].add(other.number)
            same[other.number].add(one.number)
    moved = {frozenset((change.earlier, change.later)) for change in changed}
    for one, other in _pairs(whole, _role, around):
        if frozenset((one.number, other.number)) not in moved and _contradict(one, other, around, words):
            against[one.number].add(other.number)
            against[other.number].add(one.number)
    for change in changed:
        if change.wrong:
            against[change.earlier].add(change.later)
            against[change.later].add(change.earlier)
    followed = {change.later: change.earlier for change in changed if not change.wrong}
    return [
        Links(sorted(same[i]), sorted(against[i] - same[i]), wholes.get(i), followed.get(i), figures[i].stands)
        for i in range(len(figures))
    ]


def _value(item: Counted) -> object:
    figure = item.figure
    return None if figure["hypothetical"] else (figure["kind"], figure["value"], figure["low"], figure["high"])


def _role(item: Counted) -> object:
    figure = item.figure
    return None if figure["hypothetical"] or not item.whole else figure["role"]


def _pairs(
    figures: Sequence[Counted], key: Callable[[Counted], object], around: Surroundings
) -> Iterator[tuple[Counted, Counted]]:
    """Figures of one key, each with those shortly before it; none of the key None."""
    groups: dict[object, list[Counted]] = {}
    for item in figures:
        found = key(item)
        if found is not None:
            group = groups.setdefault(found, [])
            yield from ((one, item) for one in group[-BACK:] if _comparable(one, item, around))
            group.append(item)


def _comparable(one: Counted, other: Counted, around: Surroundings) -> bool:
    """Whether both may be about the same: not "Iraqi soldiers" and "French soldiers", not two towns or days."""
    a, b = one.figure, other.figure
    if one.described and other.described and one.described.isdisjoint(other.described):
        return False
    if one.where and other.where and not any(_one_ground(around, p, q) for p in one.where for q in other.where):
        return False
    if one.when and other.when and not any(one_time(around.dates[p], around.dates[q]) for p in one.when for q in other.when):
        return False
    if a["kind"] == "age" and (a["person"] is None or a["person"] != b["person"]):
        return False
    return a["role"] == b["role"] or a["role"] is None or b["role"] is None


def _one_ground(around: Surroundings, one: int, other: int) -> bool:
    """Whether two places may be one, or one lies in the other: "Lima" and "Peru", not "Lima" and "Cusco"."""
    if one == other:
        return True
    a, b = around.places[one], around.places[other]
    if a["country"] is None or b["country"] is None:
        return "continent" in (a["kind"], b["kind"]) or a["kind"] in LOOSE or b["kind"] in LOOSE
    if a["country"] != b["country"]:
        return False
    if "country" in (a["kind"], b["kind"]):
        return True
    wide = [place for place in (a, b) if place["kind"] in ("admin1", "admin2", "region", "natural")]
    return bool(wide) and (a["admin1"] == b["admin1"] or a["admin1"] is None or b["admin1"] is None)


def one_time(one: DateFound, other: DateFound) -> bool:
    """Whether two dates may be one: no more than a day apart, for what began in the night; by value where unresolved."""
    spans = (one["earliest"], one["latest"], other["earliest"], other["latest"])
    if any(day is None for day in spans):
        return one["value"] == other["value"] or one["value"] is None or other["value"] is None
    first, last, begin, end = (date.fromisoformat(day[:10]).toordinal() for day in spans if day)
    return begin <= last + 1 and first <= end + 1


def _things_agree(one: Counted, other: Counted) -> bool:
    """Whether both may count the same: one word, "the four" for any; "two people died" is "two sons died", not "his sons"."""
    if one.thing == other.thing:
        return True
    if one.thing is None or other.thing is None:
        return True
    roles = {one.figure["role"], other.figure["role"]}
    return other.thing == "person" or (one.thing == "person" and len(roles) == 1 and None not in roles)


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
    return None if _things_agree(pair.one, pair.other) and pair.one.figure["trend"] == pair.other.figure["trend"] else False


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


def _same(one: Counted, other: Counted, repeated: frozenset[tuple[int, int]]) -> bool:
    pair = Twice(one, other, repeated)
    return next((found for _, step in SAME if (found := step(pair)) is not None), False)


def _repeated(figures: Sequence[Counted]) -> frozenset[tuple[int, int]]:
    """Pairs of sentences of which the second says two things or more that the first says, with the same values."""
    said: dict[object, list[int]] = {}
    found: dict[tuple[int, int], set[object]] = {}
    for item in figures:
        if item.figure["kind"] != "count":
            continue
        what = (item.figure["role"], item.figure["value"], item.thing)
        for sentence in dict.fromkeys(said.get(what, [])[-4:]):
            if sentence != item.sentence:
                found.setdefault((sentence, item.sentence), set()).add(what)
        said.setdefault(what, []).append(item.sentence)
    return frozenset(pair for pair, what in found.items() if len(what) > 1)


class Twain(NamedTuple):
    """Two figures of one role that may contradict each other, the earlier first."""

    one: Counted
    other: Counted
    around: Surroundings
    words: Words


def _one_voice(pair: Twain) -> bool | None:
    return False if pair.one.source == pair.other.source else None


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
    """Counts that differ by more than so many times count two things: the dead of the day and those of the year."""
    values = sorted(float(item.figure["value"] or item.figure["low"] or 0) for item in pair[:2])
    return False if values[1] > FAR * values[0] else None


def _other_things(pair: Twain) -> bool | None:
    """ "Seven people" may have three women among them; "two boys" are no count of people."""
    return None if pair.one.thing == pair.other.thing else False


def _other_ground(pair: Twain) -> bool | None:
    """One is told of a place away from where the article is; the other, which names none, is of that."""
    wheres = (pair.one.where, pair.other.where)
    home = pair.around.home
    if home is None or all(wheres) or not any(wheres):
        return None
    named = wheres[0] or wheres[1]
    return None if any(_one_ground(pair.around, home, place) for place in named) else False


def _by_two(pair: Twain) -> bool | None:
    return True if pair.one.source is not None and pair.other.source is not None else None


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
    ("two sources", _by_two),
    ("set against", _set_apart),
)
"""The steps to a contradiction: the first that knows says yes or no."""


def _contradict(one: Counted, other: Counted, around: Surroundings, words: Words) -> bool:
    """Counts of one whole by two sources that can't both be right."""
    pair = Twain(one, other, around, words)
    return next((found for _, step in AGAINST if (found := step(pair)) is not None), False)


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


def trail(change: Change) -> str:
    """The name of the step by which one figure takes another's place."""
    return "wrong" if change.wrong else "update"
