"""Joins numbers that say one thing: ranges, scores, odds, shares of a whole, feet and inches.

What two neighbours are is decided by named steps in order, of which the first that fits wins. A change "from 21 to 23"
is two levels and stays two figures; "from 1 to 1.5 percent" without a verb of change is a range.
"""

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from extractor.pipes.figures import joints
from extractor.pipes.figures.composites import Composites
from extractor.pipes.figures.joints import JointWords, alike, both_ends, in_one_scale, range_of, unit_from
from extractor.pipes.figures.lexicon import Lexicon
from extractor.pipes.figures.measure import Measure
from extractor.syntax.lists import Lists

DASH = re.compile(r"\s?[-–—‑]\s?")
TO = re.compile(r"\s(?:to|through|thru)\s(?:about\s|around\s|over\s)?", re.IGNORECASE)
TO_RANGE = re.compile(r"\sto\s\S{1,12}\sto\s[\d$£€]")
"""Behind the first of two ranges: "from 5 to 7 per cent to 3 to 5 per cent"."""
JOINS = re.compile(r"\s(?:to|and)\s")
OR = re.compile(r"\s(?:or|and)\s(?:even\s|perhaps\s|maybe\s|possibly\s)?")
BETWEEN = re.compile(r"\b(between|from)\s(?:about\s|around\s|roughly\s|an\sestimated\s|some\s)?\Z", re.IGNORECASE)
PLUS_MINUS = re.compile(r"\s?(?:±|\+/-|plus or(?:\sminus)?)\s?", re.IGNORECASE)
HANGING = re.compile(r"-\s(or|and|to)\s")
BY = re.compile(r"\bby\s(?:\w+\s)?\Z")
YEARS = range(1500, 2101)
ALONE = frozenset({"zero", "pair", "manifold", "rank", "multiple", "single"})
LONGEST_GAP = 24
LONGEST_RESULT = 46

Joined = list[Measure] | None


class Pair:
    """Two neighbours with what stands between them. `changes`: whether a change is told of at a character."""

    def __init__(self, text: str, a: Measure, b: Measure, changes: Callable[[int], bool], words: JointWords) -> None:
        self.text, self.a, self.b, self.changes, self.words = text, a, b, changes, words
        self.gap = text[a.end : b.start]

    @cached_property
    def opening(self) -> re.Match[str] | None:
        """The "between" or "from" before the first."""
        return BETWEEN.search(self.text, max(0, self.a.start - 32), self.a.start)

    @property
    def opened(self) -> str:
        """The word that opens the range, or ""."""
        return self.opening[1].lower() if self.opening else ""


class Ranges:
    """The words that tell a score from a range, and the joining of neighbours."""

    def __init__(self, lexicon: Lexicon, lists: Lists, composites: Composites) -> None:
        self._words = JointWords.of(lists)
        self._composites = composites
        self._scored = re.compile(rf"[\s-](?:{lexicon.pattern('scored')})\b", re.IGNORECASE)
        self._scoring = re.compile(
            rf"\b(?:{lexicon.pattern('scoring')})\s(?:at\s|by\s|to\s|the\sgame\s|[A-Z]\w+\s(?:[A-Z]\w+\s)?)?\Z"
        )
        self._betting = re.compile(rf"\b(?:{lexicon.pattern('odds')})\b", re.IGNORECASE)
        self.steps: tuple[tuple[str, Callable[[Pair], Joined]], ...] = (
            ("result", joints.result),
            ("apart", lambda pair: [pair.a, pair.b] if _apart(pair) else None),
            ("ages", _ages),
            ("composite", self._composite),
            ("odds", self._odds),
            ("dash", self._dashed),
            ("plus or minus", _plus_minus),
            ("share", joints.share),
            ("rate of many", joints.per_many),
            ("hanging unit", _hanging),
            ("earlier year", lambda pair: [pair.a, pair.b] if _from_year(pair) else None),
            ("two ranges", _first_of_two),
            ("levels of a change", _levels),
            ("distance and level", lambda pair: [pair.a, pair.b] if _distance(pair) else None),
            ("two sides", lambda pair: [pair.a, pair.b] if _two_sides(pair) else None),
            ("to", lambda pair: _range(pair) if TO.fullmatch(pair.gap) else None),
            ("between", lambda pair: _range(pair) if pair.opened == "between" and OR.fullmatch(pair.gap) else None),
            ("or", _or),
        )

    def join(self, text: str, measures: Sequence[Measure], changes: Callable[[int], bool]) -> list[Measure]:
        """The measures, joined where two are one."""
        found: list[Measure] = []
        for measure in measures:
            if found and measure.start < found[-1].end:  # "a dozen" of "64 cents a dozen"
                continue
            if not found:
                found.append(measure)
                continue
            joined = self._pair(Pair(text, found[-1], measure, changes, self._words))
            if len(joined) == 1 and joined[0].unit is None and _is_next_set(text, found, joined[0]):
                joined = [_scored(found[-1], measure)]
            found[-1:] = joined
        return found

    def _pair(self, pair: Pair) -> list[Measure]:
        """What two neighbours become: one measure, or both."""
        for _, step in self.steps:
            joined = step(pair)
            if joined is not None:
                return joined
        return [pair.a, pair.b]

    def _composite(self, pair: Pair) -> Joined:
        whole = self._composites.joined(pair.text, pair.a, pair.b)
        return [whole] if whole else None

    def _odds(self, pair: Pair) -> Joined:
        """ "3:1", "odds of 100-1", "a 50-to-1 outsider": how many to one."""
        a, b, text = pair.a, pair.b, pair.text
        if b.value != 1 or not isinstance(a.value, int) or a.value < 2 or a.unit or b.unit:
            return None
        joint = pair.gap.strip(" -–").lower()
        near = text[max(0, a.start - 32) : a.start] + " | " + text[b.end : b.end + 16]
        named = joint in ("", "to", "/") and self._betting.search(near)
        if not named and (pair.gap != ":" or _is_verse(text, a.start)):
            return None
        return [a._replace(end=b.end, last=b.last, kind="ratio", number="odds")]

    def _dashed(self, pair: Pair) -> Joined:
        """ "18-25%" is a range, "9-2" a score, "2012-13" neither."""
        a, text = pair.a, pair.text
        b, gap = _unsigned(pair)
        if not DASH.fullmatch(gap):
            return None
        if not alike(a, b):
            return [pair.a, pair.b]
        if len(gap) == 1 and _is_season(a, b):
            return [both_ends(a, b, a.value or 0, a.value or 0)]
        low, high = in_one_scale(a, b)
        if len(gap) == 1 and _can_be_score(a, b):
            cue = self._scored.match(text, b.end) or self._scoring.search(text, max(0, a.start - 48), a.start)
            if low >= high or cue:
                return [_scored(a, b)]
        return [both_ends(a, b, low, high)] if low < high else [pair.a, pair.b]


def _unsigned(pair: Pair) -> tuple[Measure, str]:
    """The second number and what joins them, where its sign is their dash: "18 -25"."""
    a, b, gap = pair.a, pair.b, pair.gap
    signed = (b.value or 0) < 0 <= (a.value or 0) and b.start == b.first and pair.text[b.first] in "-−"
    return (b._replace(value=-(b.value or 0)), "-") if signed and gap in ("", " ") else (b, gap)


def _is_season(a: Measure, b: Measure) -> bool:
    """ "2012-13"."""
    return a.value in YEARS and a.unit is None and b.last - b.first == 2 and a.last - a.first == 4


def _is_next_set(text: str, found: Sequence[Measure], joined: Measure) -> bool:
    """ "6-4, 3-6, 7-6"."""
    return len(found) > 1 and found[-2].kind == "score" and text[found[-2].end : joined.start] == ", "


def _apart(pair: Pair) -> bool:
    """Whether two numbers cannot say one thing: too far apart, or one of them vague or a word of its own."""
    a, b = pair.a, pair.b
    return (
        len(pair.gap) > LONGEST_GAP or a.value is None or b.value is None or not ALONE.isdisjoint((a.number, b.number))
    )


def _can_be_score(a: Measure, b: Measure) -> bool:
    whole = isinstance(a.value, int) and isinstance(b.value, int) and max(a.value, b.value) < 200
    return a.unit is None and b.unit is None and whole


def _scored(a: Measure, b: Measure) -> Measure:
    """A score, its sides in the order in which they are printed."""
    joined = both_ends(a, b, a.value or 0, abs(b.value or 0))
    return joined._replace(kind="score", unit=None, unit_text=None, low=a.value, high=abs(b.value or 0))


def _is_verse(text: str, start: int) -> bool:
    """Whether a name stands before: "Luke 3:1"."""
    before = text[max(0, start - 24) : start].split()
    return bool(before) and before[-1][0].isupper() and start > 0 and len(before) > 1


def _plus_minus(pair: Pair) -> Joined:
    if not PLUS_MINUS.fullmatch(pair.gap):
        return None
    middle, reach = pair.a.value or 0, abs(pair.b.value or 0)
    return [both_ends(pair.a, pair.b, middle - reach, middle + reach)]


def _ages(pair: Pair) -> Joined:
    """ "between six months and 88 years old", "aged from three months to nine years": both are ages."""
    a, b = pair.a, pair.b
    if {a.kind, b.kind} != {"age", "duration"} or not pair.opened or a.unit == b.unit:
        return None
    return [a._replace(kind="age"), b._replace(kind="age")] if JOINS.fullmatch(pair.gap) else None


def _hanging(pair: Pair) -> Joined:
    """ "two- and three-year terms": the unit stands once for both."""
    match = HANGING.fullmatch(pair.gap) if pair.b.unit and not pair.a.unit else None
    if match is None:
        return None
    if match[1] == "to":
        return [both_ends(pair.a, pair.b, pair.a.value or 0, pair.b.value or 0)]
    return [unit_from(pair.a, pair.b), pair.b]


def _from_year(pair: Pair) -> bool:
    """ "from 20 mpg in 2008 to 29 mpg in 2020"."""
    a, b = pair.a, pair.b
    year = a.unit is None and a.value in YEARS and b.unit is not None and (b.value or 0) < (a.value or 0)
    return year and TO.fullmatch(pair.gap) is not None


def _first_of_two(pair: Pair) -> Joined:
    """ "from 5 to 7 per cent to 3 to 5 per cent": both levels of a change are ranges."""
    two = pair.opened == "from" and TO.fullmatch(pair.gap) and TO_RANGE.match(pair.text, pair.b.end)
    return range_of(pair.a, pair.b, pair.opening) if two and alike(pair.a, pair.b) else None


def _levels(pair: Pair) -> Joined:
    """ "rose from 21 to 23 miles": two levels, and the unit is of both."""
    a, b = pair.a, pair.b
    if not TO.fullmatch(pair.gap):
        return None
    if pair.opening is not None and pair.opened == "from" and pair.changes(pair.opening.start()):
        return [unit_from(a, b), b] if b.unit and not a.unit else [a, b]
    return [a, b] if not pair.opened and _are_levels(a, b) and pair.changes(a.start) else None


def _are_levels(a: Measure, b: Measure) -> bool:
    """Whether two numbers are no ends of a range: bare ones, or "rose five pence to 913 pence"."""
    if a.unit is None:
        return not b.unit
    each = b.kind == "rate" and a.kind == "money"  # "rose $3.12 to $81.40 a barrel"
    unit = (b.unit or "").partition(" per ")[0] if each else b.unit
    return a.unit == unit and (b.value or 0) >= 2 * (a.value or 0)


def _distance(pair: Pair) -> bool:
    """ "rose by 40 to 410": a distance and a level."""
    if not TO.fullmatch(pair.gap) or not BY.search(pair.text, max(0, pair.a.start - 16), pair.a.start):
        return False
    return (pair.b.value or 0) >= 4 * (pair.a.value or 0)


def _two_sides(pair: Pair) -> bool:
    """ "led by 50 percent to 18 percent": two sides and no range, which begins with the lower end."""
    first, last = in_one_scale(pair.a, pair.b)
    falling = pair.a.kind == pair.b.kind == "percent" and pair.a.unit == pair.b.unit and first > last
    return falling and not pair.opened and TO.fullmatch(pair.gap) is not None


def _range(pair: Pair) -> Joined:
    return range_of(pair.a, pair.b, pair.opening) if alike(pair.a, pair.b) else None


def _or(pair: Pair) -> Joined:
    """ "three or four years": near each other."""
    a, b = pair.a, pair.b
    if not OR.fullmatch(pair.gap) or not pair.gap.lower().startswith(" or") or a.unit is not None or not alike(a, b):
        return None
    first, last = a.value or 0, b.value or 0
    near = pair.gap.lower() == " or " and first < last <= 3 * first + 2
    return range_of(a, b, None) if near else None
