"""Joins numbers that say one thing: ranges, scores, shares of a whole, dollars and cents.

A change "from 21 to 23" is two levels and stays two figures; "from 1 to 1.5 percent" without a verb of change is a
range.
"""

import re
from collections.abc import Callable, Sequence

from extractor.pipes.figures.lexicon import Lexicon
from extractor.pipes.figures.measure import Measure, plain

DASH = re.compile(r"\s?[-–—‑]\s?")
TO = re.compile(r"\sto\s(?:about\s|around\s|over\s)?", re.IGNORECASE)
TO_RANGE = re.compile(r"\sto\s\S{1,12}\sto\s[\d$£€]")
"""Behind the first of two ranges: "from 5 to 7 per cent to 3 to 5 per cent"."""
OR = re.compile(r"\s(?:or|and)\s(?:even\s|perhaps\s|maybe\s|possibly\s)?")
BETWEEN = re.compile(r"\b(between|from)\s(?:about\s|around\s|roughly\s|an\sestimated\s|some\s)?\Z", re.IGNORECASE)
SHARE = re.compile(r"\s?-?(?:in|out\sof|of)-?\s(?:every\s)?|-in-", re.IGNORECASE)
PLUS_MINUS = re.compile(r"\s?(?:±|\+/-|plus or(?:\sminus)?)\s?", re.IGNORECASE)
HANGING = re.compile(r"-\s(?:or|and|to)\s")
BY = re.compile(r"\bby\s(?:\w+\s)?\Z")
YEARS = range(1500, 2101)
ALONE = frozenset({"zero", "pair", "manifold", "rank", "multiple"})
CENTS = re.compile(r"\s(?:and\s)?")
COINED = frozenset({"dollar", "euro", "pound sterling", "australian dollar", "canadian dollar", "swiss franc", "rupee"})
NO_MORE = re.compile(r"\s?(?:[.,;:!?)](?!\d)|\Z)|\s(?:for|to|each|a|per)\b")
VOTES = re.compile(r"\s(?:votes\s)?to\s", re.IGNORECASE)
VOTED = re.compile(r"\b(?:by|voted|vote|of)\s\Z", re.IGNORECASE)
TALLIED = re.compile(
    r"\b(?:vote|votes|voted|ruled|score|won|lost|beat|defeated|tally)(?:\s(?:was|of|is|by|stood\sat))?\s\Z",
    re.IGNORECASE,
)
LINE = re.compile(r"[^\S\n]*(?=\n|\Z)")
TEAM = re.compile(r"(?:\A|\n)[A-Z][\w.&'’ -]{2,40}\s\Z")
OTHER_TEAM = re.compile(r",?\s[A-Z][\w.&'’ -]{2,40}\s")
AMONG = re.compile(
    r"\s(?:[\w'’-]+\s){1,3}(?:who|that|which)\s(?:were|was|have|had|are|died|did)\b"
    r"|\s(?:[\w'’-]+\s){0,2}(?:killed|wounded|injured|hurt|shot|arrested|detained|stabbed|rescued|evacuated|kidnapped|missing)\b"
)
"""Behind "one of six": the six are killed, not the one ("she was one of six people who were killed")."""


class Ranges:
    """The words that tell a score from a range, and the joining of neighbours."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._scored = re.compile(rf"[\s-](?:{lexicon.pattern('scored')})\b", re.IGNORECASE)
        self._scoring = re.compile(
            rf"\b(?:{lexicon.pattern('scoring')})\s(?:at\s|by\s|to\s|the\sgame\s)?\Z", re.IGNORECASE
        )

    def join(self, text: str, measures: Sequence[Measure], changes: Callable[[int], bool]) -> list[Measure]:
        """The measures, joined where two are one. `changes`: whether a change is told of where a character stands."""
        found: list[Measure] = []
        for measure in measures:
            if found and measure.start < found[-1].end:  # "a dozen" of "64 cents a dozen"
                continue
            joined = self._pair(text, found[-1], measure, changes) if found else None
            if joined:
                sets = len(joined) == 1 and len(found) > 1 and found[-2].kind == "score" and joined[0].unit is None
                if sets and text[found[-2].end : joined[0].start] == ", ":  # "6-4, 3-6, 7-6"
                    joined = [joined[0]._replace(kind="score")]
                found[-1:] = joined
            else:
                found.append(measure)
        return found

    def _pair(self, text: str, a: Measure, b: Measure, changes: Callable[[int], bool]) -> list[Measure] | None:
        """What two neighbours become, or None where they stay apart."""
        gap = text[a.end : b.start]
        if _is_result(text, a, b, gap):
            return [_ends(a, b, a.value or 0, b.value or 0)._replace(kind="score", unit=None, unit_text=None)]
        if len(gap) > 24 or a.value is None or b.value is None or not ALONE.isdisjoint((a.number, b.number)):
            return None
        if b.value < 0 <= a.value and b.start == b.first and text[b.first] in "-−" and gap in ("", " "):
            return self._dashed(text, a, b._replace(value=-b.value), "-")
        if DASH.fullmatch(gap):
            return self._dashed(text, a, b, gap)
        cents = a.kind == "money" and b.unit in ("cent", "penny") and CENTS.fullmatch(gap) and b.value < 100
        if cents or _is_change(text, a, b, gap):
            return [a._replace(end=b.end, last=b.last, value=plain(round(a.value + b.value / 100, 4)))]
        return _spoken(text, (a, b), gap, changes)

    def _dashed(self, text: str, a: Measure, b: Measure, gap: str) -> list[Measure] | None:
        """ "18-25%" is a range, "9-2" a score, "2012-13" neither."""
        if a.value is None or b.value is None or not _alike(a, b):
            return None
        if a.value in YEARS and a.unit is None and b.last - b.first == 2 and len(gap) == 1 and a.last - a.first == 4:
            return [_ends(a, b, a.value, a.value)]  # a season: "2012-13"
        low, high = _levels(a, b)
        whole = isinstance(a.value, int) and isinstance(b.value, int) and max(a.value, b.value) < 200
        bare = a.unit is None and b.unit is None and whole and len(gap) == 1
        behind = self._scored.match(text, b.end)
        if bare and (low >= high or behind or self._scoring.search(text, max(0, a.start - 24), a.start)):
            return [_ends(a, b, low, high)._replace(kind="score")]
        if low < high:
            return [_ends(a, b, low, high)]
        return None


def _is_result(text: str, a: Measure, b: Measure, gap: str) -> bool:
    """ "Rovers 3 Port Ellery 2" on a line of its own, "by 301 votes to 294"."""
    votes = a.unit is None and b.unit is None and a.kind == b.kind == "count" and None not in (a.value, b.value)
    if not votes or not text[a.first].isdigit() or not text[b.first].isdigit():
        return False
    if VOTES.fullmatch(gap):
        cue = VOTED if "votes" in gap else TALLIED
        return (a.value or 0) >= (b.value or 0) and cue.search(text, max(0, a.start - 24), a.start) is not None
    if len(gap) > 46 or OTHER_TEAM.fullmatch(gap) is None or LINE.match(text, b.end) is None:
        return False
    return max(a.value or 0, b.value or 0) < 200 and TEAM.search(text, max(0, a.start - 44), a.start) is not None


def _spoken(text: str, ends: tuple[Measure, Measure], gap: str, changes: Callable[[int], bool]) -> list[Measure] | None:
    """Two neighbours that a word or a sign joins."""
    a, b = ends
    if PLUS_MINUS.fullmatch(gap):
        middle, reach = a.value or 0, abs(b.value or 0)
        return [_ends(a, b, middle - reach, middle + reach)]
    if a.unit is None and b.kind == "count" and SHARE.fullmatch(gap):
        return _share(text, a, b)
    if HANGING.fullmatch(gap) and b.unit and not a.unit:
        return [_unit_from(a, b), b] if "to" not in gap else [_ends(a, b, a.value or 0, b.value or 0)]
    opening = BETWEEN.search(text, max(0, a.start - 32), a.start)
    if TO.fullmatch(gap):
        return _to(text, (a, b), opening, changes)
    return _or(a, b, opening, gap.strip().lower())


def _is_change(text: str, a: Measure, b: Measure, gap: str) -> bool:
    """ "15 dollars 50", "thirteen dollars and forty-five": nothing follows that the cents could count."""
    if a.kind != "money" or a.unit not in COINED or a.start != a.first or not CENTS.fullmatch(gap):
        return False
    cents = b.unit is None and b.kind == "count" and b.number == "cardinal" and 1 <= (b.value or 0) < 100
    return cents and isinstance(a.value, int) and a.scale == 1 and NO_MORE.match(text, b.end) is not None


def _to(
    text: str, ends: tuple[Measure, Measure], opening: re.Match[str] | None, changes: Callable[[int], bool]
) -> list[Measure] | None:
    """ "20 to 30", "from 1 per cent to 1.5 per cent"; a change "from 21 to 23 miles" gives its unit to both levels."""
    a, b = ends
    if a.unit is None and a.value in YEARS and b.unit and (b.value or 0) < (a.value or 0):
        return None  # "from 20 mpg in 2008 to 29 mpg in 2020"
    opened = opening[1].lower() if opening else ""
    if opening and opened == "from" and TO_RANGE.match(text, b.end) and _alike(a, b):
        return _range(a, b, opening)
    if opening and opened == "from" and changes(opening.start()):
        return [_unit_from(a, b), b] if b.unit and not a.unit else None
    if not opened and not a.unit and not b.unit and changes(a.start):
        return None
    if BY.search(text, max(0, a.start - 16), a.start) and (b.value or 0) >= 4 * (a.value or 0):
        return None  # "rose by 40 to 410": a distance and a level
    return _range(a, b, opening) if _alike(a, b) else None


def _or(a: Measure, b: Measure, opening: re.Match[str] | None, word: str) -> list[Measure] | None:
    """ "between five and six", "three or four years"."""
    if not OR.fullmatch(f" {word} ") or not _alike(a, b):
        return None
    if opening and opening[1].lower() == "between":
        return _range(a, b, opening)
    first, last = a.value or 0, b.value or 0
    near = a.unit is None and word == "or" and first < last <= 3 * first + 2
    return _range(a, b, None) if near else None


def _range(a: Measure, b: Measure, opening: re.Match[str] | None) -> list[Measure]:
    low, high = _levels(a, b)
    joined = _ends(a, b, low, high)
    return [joined._replace(start=opening.start()) if opening else joined]


def _share(text: str, a: Measure, b: Measure) -> list[Measure] | None:
    """ "one in five", "two out of three", "one of four"; b is at most 1000 and larger."""
    if not isinstance(a.value, int) or not isinstance(b.value, int) or not 0 < a.value < b.value <= 1000:
        return None
    if " in " in text[a.end : b.start] and b.unit is not None:
        return None
    if " of " in text[a.end : b.start] and a.value == 1 and AMONG.match(text, b.end):
        return None
    share = a._replace(end=b.end, last=b.last, value=a.value / b.value, kind="ratio", number="share", scale=b.value)
    return [share]


def _alike(a: Measure, b: Measure) -> bool:
    """Whether two ends can share a unit: the same, or only one of them says it."""
    if a.unit is None:
        return a.kind in (b.kind, "count")
    if b.unit and b.unit.startswith(f"{a.unit} per "):  # "between $62 and $68 per share"
        return True
    return a.unit == b.unit or (b.unit is None and a.start < a.first)


def _levels(a: Measure, b: Measure) -> tuple[float | int, float | int]:
    """Both ends in the scale that the last one names: "$3 to $5 billion"."""
    first, last = a.value or 0, b.value or 0
    if (
        a.scale == 1
        and b.scale > 1
        and first * b.scale <= last * 1000
        and first < last / b.scale * 10
        and first < b.scale
    ):
        first = plain(first * b.scale)
    return first, last


def _ends(a: Measure, b: Measure, low: float, high: float) -> Measure:
    unit = b if b.unit or b.number == "times" else a
    low, high = plain(round(min(low, high), 9)), plain(round(max(low, high), 9))
    return a._replace(
        end=b.end, last=b.last, value=None, low=low, high=high, kind=unit.kind, unit=unit.unit,
        unit_text=unit.unit_text, scale=b.scale, number="range", rule=unit.rule,
    )  # fmt: skip


def _unit_from(a: Measure, b: Measure) -> Measure:
    """ "from 21 to 23 miles": the first level has the unit of the second."""
    low, _ = _levels(a, b)
    return a._replace(value=low, kind=b.kind, unit=b.unit, unit_text=b.unit_text, rule=b.rule)
