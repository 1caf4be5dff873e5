"""What two numbers become that one expression says: the ends of a range, a result, a share, a rate of many."""

import re
from typing import TYPE_CHECKING, NamedTuple

from extractor.pipes.figures.measure import Measure, plain
from extractor.syntax.lists import Lists

if TYPE_CHECKING:
    from extractor.pipes.figures.ranges import Pair

SHARE = re.compile(r"\s?-?(?:in|out\sof|of)-?\s(?:every\s)?|-(?:in|of|for)-", re.IGNORECASE)
VOTES = re.compile(r"\s(?:votes\s)?to\s|-to-", re.IGNORECASE)
LINE = re.compile(r"[^\S\n]*(?=\n|\Z)")
TEAM = re.compile(r"(?:\A|\n)[A-Z][\w.&'’ -]{2,40}\s\Z")
OTHER_TEAM = re.compile(r",?\s(?=[^\n]{0,40}[A-Z])[A-Za-z][\w.&'’ -]{2,40}\s")
PER_MANY = re.compile(r"\s(?:[a-z-]{2,20}\s){0,3}(?:per|(?:in|for|out\sof)\severy)\s", re.IGNORECASE)
MANY = frozenset({100, 1000, 10_000, 100_000, 1_000_000})
LONGEST_TEAM = 46
HIGHEST_SCORE = 200


class JointWords(NamedTuple):
    """The words around two numbers that one expression says."""

    voted: re.Pattern[str]
    tallied: re.Pattern[str]
    among: re.Pattern[str]
    per: frozenset[str]

    @classmethod
    def of(cls, lists: Lists) -> "JointWords":
        """The patterns of the lists."""
        return cls(
            voted=lists.pattern(r"\b(?:{voted})\s\Z", re.IGNORECASE),
            tallied=lists.pattern(r"\b(?:{tallied})(?:\s(?:{behind a tally}))?\s\Z", re.IGNORECASE),
            among=lists.pattern(
                r"\s(?:[\w'’-]+\s){1,3}(?:{relatives})\s(?:{told of relatives})\b"
                r"|\s(?:[\w'’-]+\s){0,2}(?:{told of people})\b"
            ),
            per=lists.words("for every"),
        )


def alike(a: Measure, b: Measure) -> bool:
    """Whether two ends can share a unit: the same, or only one of them says it."""
    if a.unit is None:
        return a.kind in (b.kind, "count")
    if b.unit and b.unit.startswith(f"{a.unit} per "):  # "between $62 and $68 per share"
        return True
    return a.unit == b.unit or (b.unit is None and a.start < a.first)


def in_one_scale(a: Measure, b: Measure) -> tuple[float | int, float | int]:
    """Both values in the scale that the last one names: "$3 to $5 billion"."""
    first, last = a.value or 0, b.value or 0
    unsaid = a.scale == 1 and b.scale > 1 and first < b.scale
    if unsaid and first * b.scale <= last * 1000 and first < last / b.scale * 10:
        first = plain(first * b.scale)
    return first, last


def both_ends(a: Measure, b: Measure, low: float, high: float) -> Measure:
    """The measure from `a` to `b`, in the unit that either says."""
    unit = b if b.unit or b.number == "times" else a
    low, high = plain(round(min(low, high), 9)), plain(round(max(low, high), 9))
    return a._replace(
        end=b.end, last=b.last, value=None, low=low, high=high, kind=unit.kind, unit=unit.unit,
        unit_text=unit.unit_text, scale=b.scale, number="range", rule=unit.rule,
    )  # fmt: skip


def range_of(a: Measure, b: Measure, opening: re.Match[str] | None) -> list[Measure]:
    """The range, with the word that opens it."""
    joined = both_ends(a, b, *in_one_scale(a, b))
    return [joined._replace(start=opening.start()) if opening else joined]


def unit_from(a: Measure, b: Measure) -> Measure:
    """ "from 21 to 23 miles": the first level has the unit of the second."""
    low, _ = in_one_scale(a, b)
    return a._replace(value=low, kind=b.kind, unit=b.unit, unit_text=b.unit_text, rule=b.rule)


def result(pair: "Pair") -> list[Measure] | None:
    """ "Rovers 3 Port Ellery 2" on a line of its own, "by 301 votes to 294"."""
    a, b = pair.a, pair.b
    if a.unit or b.unit or not a.kind == b.kind == "count" or a.value is None or b.value is None:
        return None
    hyphened = pair.gap == "-to-"
    if not hyphened and not (pair.text[a.first].isdigit() and pair.text[b.first].isdigit()):
        return None
    told = _voted if VOTES.fullmatch(pair.gap) else _played
    if not told(pair, a.value, b.value):
        return None
    joined = both_ends(a, b, a.value, b.value)
    return [joined._replace(kind="score", unit=None, unit_text=None, low=a.value, high=b.value)]


def _voted(pair: "Pair", first: float, second: float) -> bool:
    """ "won by 301 votes to 294", "a 5-to-4 majority": the winner's first; "50-to-1" are odds."""
    if pair.gap == "-to-":
        return first > second > 1 and first < HIGHEST_SCORE
    cue, start = pair.words.voted if "votes" in pair.gap else pair.words.tallied, pair.a.start
    return first >= second and cue.search(pair.text, max(0, start - 24), start) is not None


def _played(pair: "Pair", first: float, second: float) -> bool:
    """ "Rovers 3 Port Ellery 2" on a line of its own."""
    if len(pair.gap) > LONGEST_TEAM or max(first, second) >= HIGHEST_SCORE:
        return False
    alone = OTHER_TEAM.fullmatch(pair.gap) is not None and LINE.match(pair.text, pair.b.end) is not None
    return alone and TEAM.search(pair.text, max(0, pair.a.start - 44), pair.a.start) is not None


def share(pair: "Pair") -> list[Measure] | None:
    """ "one in five", "two out of three", "14-of-23", "3-for-4"; b is at most 1000 and larger.

    Of "one of two guards" the two are the figure.
    """
    text, a, b, gap = pair.text, pair.a, pair.b, pair.gap
    if a.unit is not None or b.kind != "count" or not SHARE.fullmatch(gap):
        return None
    if not isinstance(a.value, int) or not isinstance(b.value, int) or not 0 < a.value < b.value <= 1000:
        return None
    if " in " in gap and b.unit is not None:
        return None
    if (
        " of " in gap
        and " out " not in gap
        and a.value == 1
        and (text[a.first].isalpha() or pair.words.among.match(text, b.end))
    ):
        return [b]
    return [a._replace(end=b.end, last=b.last, value=a.value / b.value, kind="ratio", number="share", scale=b.value)]


def per_many(pair: "Pair") -> list[Measure] | None:
    """ "12 per 100,000 people", "nine deaths per 1,000 births": the second number is no figure of its own."""
    a, b = pair.a, pair.b
    many = (
        b.unit is None and b.value in MANY and a.unit is None and a.kind == "count" and (a.value or 0) < (b.value or 0)
    )
    if not many or not PER_MANY.fullmatch(pair.gap):
        return None
    unit = f"per {int(b.value or 0)}"
    if pair.gap.strip() in pair.words.per:
        return [
            a._replace(end=b.end, kind="rate", unit=unit, unit_text=f"{pair.gap.strip()} {pair.text[b.first : b.last]}")
        ]
    return [a._replace(kind="rate", unit=unit, unit_text=None)]
