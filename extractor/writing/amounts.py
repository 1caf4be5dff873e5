"""Figures as newspapers print them: $8bn, 2.5 million people, half; and what each is of."""

import unicodedata
from typing import NamedTuple

from extractor.record import Figure
from extractor.writing.safe import visible
from extractor.writing.words import BOUNDS, TRENDS, number

SCALES = ((1_000_000_000_000, "tn", " trillion"), (1_000_000_000, "bn", " billion"), (1_000_000, "m", " million"))
"""From here a number stands with its scale: of money in letters, of all else in words."""
DIGITS = 5
"""Digits that a number before its scale has at most: 1,234,567 people stay as they are, so that nothing is rounded."""


NEAR = 20
"""Characters between a figure and what it counts, at most: "dozens of wounded people"."""


class _Signs(NamedTuple):
    """What stands before and after a number, and whether it is of money."""

    before: str
    after: str
    money: bool


def amount(figure: Figure) -> str:
    """The value behind its sign, "≥ 20", "~ $1.5m", "12–120"; the article's words for "half" and for what has none."""
    ends = [figure.value] if figure.value is not None else [figure.low, figure.high]
    known = [end for end in ends if end is not None and abs(end) < 1e15]
    if len(known) < len(ends) or in_words(figure):
        return visible(figure.text)
    shown = f"{TRENDS.get(figure.trend or '', '')} {BOUNDS[figure.bound]} {_scaled(known, _signs(figure))}"
    return " ".join(shown.split())


def in_words(figure: Figure) -> bool:
    """Whether the article writes a part in words, as in "half", "two-thirds", "one in five": its value is no number
    that anybody would print."""
    broken = any(end is not None and end % 1 for end in (figure.value, figure.low, figure.high))
    return broken and not any(map(str.isdigit, figure.text))


def _signs(figure: Figure) -> _Signs:
    unit = figure.unit_text or ""
    sign = visible(unit) if is_sign(unit) else ""
    return _Signs(sign, "%" if figure.kind == "percent" else "", figure.kind == "money")


def is_sign(unit: str) -> bool:
    """Whether a unit is a sign of money, "$" or "A$", and goes before the number."""
    return unicodedata.category(unit[-1:] or " ") == "Sc"


def _scaled(ends: list[float], signs: _Signs) -> str:
    """The number, or the two ends, with one scale for both: "12–120", "$1–10m"."""
    for size, letters, words in SCALES:
        short = [f"{end / size:.10g}" for end in ends]
        if all(abs(end) >= size for end in ends) and all(
            len(each.strip("-").replace(".", "")) <= DIGITS for each in short
        ):
            return f"{signs.before}{'–'.join(short)}{letters if signs.money else words}{signs.after}"
    return f"{signs.before}{'–'.join(map(number, ends))}{signs.after}"


def counted(figure: Figure) -> str:
    """What the amount is of: a unit that is a word, and the noun; of a count the noun."""
    unit, noun = figure.unit_text or figure.unit or "", figure.noun or ""
    if figure.kind == "count":
        return visible(noun or unit)
    told = figure.kind == "percent" or is_sign(unit)
    return " · ".join(part for part in (visible("" if told or unit in noun else unit), visible(noun)) if part)


def phrase(figure: Figure, text: str) -> str:
    """The figure with what it counts, as it is written where that stands behind it: "dozens of people", "20 militants",
    else put together: "$3.5 million, damage"."""
    words, noun = visible(figure.text), visible(figure.noun or "")
    if not noun or noun.casefold() in words.casefold():
        return words
    behind = text[figure.end : figure.end + NEAR + len(figure.noun or "")] if figure.end > figure.start >= 0 else ""
    between, found, _ = behind.partition(figure.noun or "")
    if found and not set(between) & set('.;:!?\n"“”()'):
        return visible(f"{figure.text}{between}{found}")
    return f"{words} {noun}" if figure.kind == "count" else f"{words}, {noun}"
