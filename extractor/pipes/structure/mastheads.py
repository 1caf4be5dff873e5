"""What stands above a headline: a paper's name that is its masthead, the name of a column."""

from collections.abc import Sequence

from extractor.normalization.days import written_days
from extractor.normalization.looks import is_publisher, is_titled
from extractor.normalization.units import Unit
from extractor.normalization.words import Words
from extractor.pipes.structure import bylines
from extractor.pipes.structure.headlines import is_headline

NEAR = 5
"""Lines below a masthead among which the headline is."""
FEWEST = 4
"""Words of a headline that stands below a masthead."""


def is_masthead(units: Sequence[Unit], index: int, words: Words) -> bool:
    """Whether the day is right under the name, or a headline with its byline or day not far below."""
    if any(_is_day(line, words) for line in units[index + 1 : index + 3]):
        return True
    return any(_is_signed(units, at, words) for at in range(index + 1, min(index + 1 + NEAR, len(units))))


def _is_signed(units: Sequence[Unit], at: int, words: Words) -> bool:
    """Whether a line is long enough for a headline, and a byline or a day stands below it."""
    unit, below = units[at], units[at + 1 : at + 4]
    if len(unit.words) < FEWEST or unit.stopped or is_publisher(unit.text, words):
        return False
    return any(bylines.authored(line, words) or _is_day(line, words) for line in below)


def _is_day(line: Unit, words: Words) -> bool:
    return bool(written_days(line.text[:60], words, day_first=True)) and len(line.text) < 80


def is_series(units: Sequence[Unit], index: int, words: Words) -> bool:
    """Whether a few words right above the day are a column's name: the title stands below the day."""
    unit, below = units[index], units[index + 1 : index + 3]
    if len(unit.words) > FEWEST or not is_titled(unit.text, words) or len(below) < 2 or below[0].gap:
        return False
    dated = written_days(below[0].text[:60], words, day_first=True)
    return bool(dated) and len(below[0].text) < 60 and is_headline(below[1], list(units[index + 3 :]), words)


def is_kicker(units: Sequence[Unit], index: int) -> bool:
    """Whether a word or two stand right above a longer line without a stop, and another line right below that one."""
    unit, below = units[index], units[index + 1 : index + 3]
    if len(unit.words) > SHORTEST or unit.stopped or unit.text[-1] in ":;," or len(below) < 2:
        return False
    return not below[0].gap and not below[1].gap and len(below[0].words) > FEWEST and not below[0].stopped


SHORTEST = 2
"""Words of what stands above a headline to say what it is about."""
