"""Which figures of an article repeat one another, and which contradict.

"The army said 20 rebels died" and "rebels put their dead at 40" contradict; "three of them" does not, nor do
the dead of another town or day. When in doubt, figures are not linked: a reader takes a link for a finding.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import ClassVar, Literal, NamedTuple

from extractor import tables
from extractor.annotations import FigureFound

BACK = 24
"""Earlier figures of the same role and thing that one is compared with."""
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W_]+)*")
AFTER = 16
"""Characters behind a figure that tell a part of something counted before: "three of them"."""
BEFORE = 24
"""Characters before a figure that tell the same: "among them three", "including two"."""
ELIDED = 48
"""Characters around a figure without a noun in which a word like "toll" says what it counts."""
REPLACED = 6
"""Earlier figures of a sentence among which the one that another replaces is looked for."""
CHANGES = 60
"""Characters between the two figures of one change: "down from 41"."""
TOLERANCE = 0.1
"""How far "about 30" reaches to either side."""


class Thing(tables.Row, frozen=True, kw_only=True):
    """A word for the counted that tells no sort of people: "20 bodies" and "20 dead" are the same 20."""

    noun: str


class Part(tables.Row, frozen=True, kw_only=True):
    """A word beside a figure that makes it part of another, or more than another."""

    KEYS: ClassVar[tuple[str, ...]] = ("word", "stands")

    word: str
    stands: Literal["before", "after"]


class Update(tables.Row, frozen=True, kw_only=True):
    """A word by which one figure takes the place of another."""

    word: str


class Words(NamedTuple):
    """The tables: generic things, and the patterns of parts and updates."""

    things: frozenset[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    updates: re.Pattern[str]

    @classmethod
    def of(cls, folder: tables.Folder) -> "Words":
        """The look-ups of a folder of tables; raises TableError where a row is wrong."""
        parts = folder.rows("parts.csv", Part)
        return cls(
            things=frozenset(row.noun for row in folder.rows("things.csv", Thing)),
            before=re.compile(rf"\b(?:{_any([row.word for row in parts if row.stands == 'before'])})\b", re.IGNORECASE),
            after=re.compile(rf"\b(?:{_any([row.word for row in parts if row.stands == 'after'])})\b", re.IGNORECASE),
            updates=re.compile(
                rf"\b(?:{_any([row.word for row in folder.rows('updates.csv', Update)])})\b", re.IGNORECASE
            ),
        )


class Counted(NamedTuple):
    """A figure with what decides whether another may be compared with it. `source` is who gives it, None the paper."""

    number: int
    figure: FigureFound
    thing: str
    described: frozenset[str]
    part: bool
    where: frozenset[str]
    when: frozenset[str]
    source: str | None


class Links(NamedTuple):
    """Indices of the figures that repeat one, and that contradict it."""

    same_as: list[int]
    conflicts_with: list[int]


class Context(NamedTuple):
    """What surrounds the figures: places and dates of a sentence by its start, sources by figure."""

    places: Mapping[int, frozenset[str]]
    dates: Mapping[int, frozenset[str]]
    sources: Sequence[str | None]


def links(text: str, figures: Sequence[FigureFound], words: Words, context: Context) -> list[Links]:
    """The links of each figure, in the order of the figures; both ways, and none to itself."""
    counted = [_counted(text, index, figure, words, context) for index, figure in enumerate(figures)]
    counted = [item._replace(part=item.part or _is_elided_part(figures, item.number)) for item in counted]
    found = [Links([], []) for _ in figures]
    for one, other in _pairs(counted, lambda item: (item.figure["role"] or "", item.thing)):
        if _same(one, other):
            _link(found, one.number, other.number, 0)
        elif _contradict(one, other):
            _link(found, one.number, other.number, 1)
    for before, after in _changed(text, figures, words):
        if after not in found[before].conflicts_with:
            _link(found, before, after, 1)
    return [Links(sorted(link.same_as), sorted(link.conflicts_with)) for link in found]


def _link(found: list[Links], one: int, other: int, which: int) -> None:
    found[one][which].append(other)
    found[other][which].append(one)


def _is_elided_part(figures: Sequence[FigureFound], index: int) -> bool:
    """Whether a number without a noun is of a larger one without: "all 46: 38 were freed, two were found dead"."""
    figure, value = figures[index], figures[index]["value"]
    if figure["kind"] != "count" or figure["unit"] or value is None:
        return False
    for other in reversed(figures[:index]):
        if other["sentence"] != figure["sentence"]:
            return False
        bare = other["kind"] == "count" and not other["unit"] and not other["role"]
        if bare and (other["value"] or other["low"] or 0) > value:
            return True
    return False


def _counted(text: str, index: int, figure: FigureFound, words: Words, context: Context) -> Counted:
    unit = (figure["unit"] or "").lower()
    noun = WORD.findall((figure["noun"] or "").lower())
    generic = figure["kind"] == "count" and figure["role"] is not None and unit in words.things
    if figure["role"] is not None and not unit:  # "a toll of 19"; not "38 were rescued, two killed", which is of them
        around = text[max(0, figure["start"] - ELIDED) : figure["end"] + ELIDED // 2]
        generic = any(word in words.things for word in WORD.findall(around.lower()))
    sentence = figure["sentence"]["start"]
    before = text[max(sentence, figure["start"] - BEFORE) : figure["start"]]
    part = words.before.search(before[before.rfind(";") + 1 :]) or words.after.search(
        text, figure["end"], min(len(text), figure["end"] + AFTER)
    )
    return Counted(
        number=index,
        figure=figure,
        thing="person" if generic else f"{figure['kind']} {unit or index}",
        described=frozenset(noun[:-1]) - {"the", "a", "an", "other"},
        part=part is not None or words.before.match(text, figure["start"]) is not None,
        where=context.places.get(sentence, frozenset()),
        when=context.dates.get(sentence, frozenset()),
        source=context.sources[index],
    )


def _pairs(counted: Sequence[Counted], key: Callable[[Counted], object]) -> Iterator[tuple[Counted, Counted]]:
    """Figures that count the same, each with those shortly before it."""
    groups: dict[object, list[Counted]] = {}
    for item in counted:
        if not item.part and not item.figure["hypothetical"]:
            group = groups.setdefault(key(item), [])
            yield from ((one, item) for one in group[-BACK:] if _comparable(one, item))
            group.append(item)


def _comparable(one: Counted, other: Counted) -> bool:
    """Whether both may be about the same: not "Iraqi soldiers" and "French soldiers", not two towns or days."""
    if one.described and other.described and one.described.isdisjoint(other.described):
        return False
    if one.where and other.where and one.where.isdisjoint(other.where):
        return False
    if one.figure["kind"] == "age" and one.figure["person"] != other.figure["person"]:
        return False
    return not (one.when and other.when and one.when.isdisjoint(other.when))


def _same(one: Counted, other: Counted) -> bool:
    """The same value of the same thing; one dead man is too little to tell one accident from the next."""
    a, b = one.figure, other.figure
    if (a["value"], a["low"], a["high"], a["kind"]) != (b["value"], b["low"], b["high"], b["kind"]):
        return False
    if a["role"] is None:
        return _measured_alike(a, b)
    return a["value"] is None or a["value"] > 1 or a["value"] == 0


def _measured_alike(a: FigureFound, b: FigureFound) -> bool:
    """Whether figures without a role name the same thing in so many words: "rose 2.5%" twice may be two shares."""
    if a["kind"] == "age":
        return a["person"] is not None
    if a["kind"] not in {"count", "money", "percent", "area", "mass", "volume"} or a["trend"] != b["trend"]:
        return False
    small = a["kind"] == "count" and a["value"] is not None and a["value"] < 10
    return bool(a["noun"]) and not small and (a["noun"] or "").lower() == (b["noun"] or "").lower()


def _contradict(one: Counted, other: Counted) -> bool:
    """Counts of the same casualties by different sources that cannot both be right."""
    if one.figure["role"] is None or one.source == other.source:
        return False
    low, high = _reach(one.figure)
    least, most = _reach(other.figure)
    return high < least or most < low


def _reach(figure: FigureFound) -> tuple[float, float]:
    """The least and the greatest value that a figure allows."""
    if figure["value"] is None:
        if figure["low"] is None or figure["high"] is None:
            return float("-inf"), float("inf")
        return figure["low"], figure["high"]
    value, bound = float(figure["value"]), figure["bound"]
    slack = abs(value) * TOLERANCE
    low = float("-inf") if bound in {"<", "<="} else value - slack if bound == "~" else value
    high = float("inf") if bound in {">", ">="} else value + slack if bound == "~" else value
    return low, high


def _changed(text: str, figures: Sequence[FigureFound], words: Words) -> Iterator[tuple[int, int]]:
    """Figures of a sentence of which one replaces the other: "raised from 32 to 41", "27, down from 41 on Monday"."""
    for index in range(1, len(figures)):
        other = figures[index]
        between = text[max(figures[index - 1]["end"], other["start"] - CHANGES) : other["start"]]
        if _one_count(figures[index - 1], other) and _moves(text, figures[index - 1], other, words):
            yield index - 1, index
        elif words.updates.search(between):
            for back in range(index - 1, max(-1, index - 1 - REPLACED), -1):
                toll = "toll" not in between.lower() or figures[back]["role"] == "killed"
                if figures[back]["role"] and toll and _one_count(figures[back], other):
                    yield back, index
                    break


def _one_count(one: FigureFound, other: FigureFound) -> bool:
    """Two values for one count in one sentence: the role of the second may be left out, not be another."""
    if one["sentence"] != other["sentence"] or one["kind"] != other["kind"] or one["kind"] != "count":
        return False
    if one["value"] is None or other["value"] is None or one["value"] == other["value"]:
        return False
    units_agree = not one["unit"] or not other["unit"] or one["unit"] == other["unit"]
    roles = {role for role in (one["role"], other["role"]) if role}
    return units_agree and len(roles) == 1


def _moves(text: str, one: FigureFound, other: FigureFound, words: Words) -> bool:
    """ "Raised from 32 to 41", "rose to 41 from 32"."""
    between = text[one["end"] : max(one["end"], other["start"])].strip()
    before = text[max(one["sentence"]["start"], one["start"] - CHANGES) : one["start"]].rstrip()
    pair = (before.endswith("from") and between == "to") or (before.endswith("to") and between == "from")
    return pair and words.updates.search(before) is not None


def _any(words: Sequence[str]) -> str:
    """A pattern's alternatives, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
