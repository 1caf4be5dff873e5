"""Time grows with the text, whatever the text: each pattern by itself, and the whole pipeline."""

import gc
import json
import math
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractor import Article
from tests.thorough import only_slow

ROOT = Path(__file__).resolve().parent.parent
EXPONENT, TIMES = 1.15, 10
"""How the time of the processor may grow with the length; and how many times that of news a character may take."""
FEW = ("$ ", "Cap ", "said ", "½ ", "20 killed, ", "“No,” Ann said. ", "1. ", "\n", "\u0301", "He said that ")
MORE = (
    "dates, ",
    "2007 ",
    "2007 2008 ",
    "10 a.m., ",
    "5 p.m. ",
    "a",
    "a ",
    "A",
    "A ",
    "AB ",
    "Aa",
    "\u202e",
    "\u200f",
    "\x00",
    "“",
    "”",
    '"',
    "'",
    "' ",
    "‘",
    "’",
    "``",
    "''",
    "( ",
    "(",
    ")",
    "[",
    "]",
    "{",
    "<",
    "<p>",
    ">",
    "- ",
    "-",
    "--",
    "—",
    "– ",
    "_",
    "_ ",
    "/",
    "\\",
    "|",
    "| ",
    "*",
    "* a\n",
    "•",
    "#",
    "@",
    "a@b.c ",
    "&",
    "&amp;",
    "%",
    "10% ",
    "$5 ",
    "$5 million ",
    "£1.5bn ",
    "May 5, ",
    "May ",
    "Monday ",
    "5 May 2007, ",
    "2007-07-10 ",
    "10/07/2007 ",
    "Ann ",
    "Ann-",
    "Ann Lee, ",
    "Ann Lee said. ",
    "Dr. Ann Lee ",
    "Mr. ",
    "Gen. ",
    "U.S. ",
    "St. ",
    "A. ",
    "a. ",
    "Paris, Texas ",
    "city of ",
    "west of ",
    "of ",
    "of the ",
    "the ",
    "and ",
    "or ",
    "to ",
    "that ",
    "who ",
    "he ",
    "He ",
    "I ",
    "it was ",
    "two ",
    "three ",
    "third ",
    "one in three ",
    "half ",
    "7",
    "7 ",
    "1,000 ",
    "1.000.",
    "1,",
    "1:",
    "1/2 ",
    "²",
    "中",
    "。",
    "あ",
    "한 ",
    "ب",
    "א ",
    "\U0001f600",
    "\U0001f1fa\U0001f1f8",
    "\u00a0",
    "\u2028",
    "\t",
    " ",
    "\r\n",
    "\n\n",
    "a\n",
    "a\n\n",
    "- a\n",
    "Q: a\n",
    "By Ann Lee\n",
    "PHOTO: ",
    "; ",
    ": ",
    "...",
    "?",
    "! ",
    "http://a.b/c ",
    "said that ",
    "according to ",
    "10 men ",
    "men, women ",
    "“a” ",
    "fell 2% ",
)


class Overtime(BaseException):
    """A text that takes longer than any should."""


def taken(loaded, unit, characters, *, most=60.0):
    """Seconds of the processor for the unit, repeated to so many characters."""
    text = (unit * (characters // len(unit) + 1))[:characters]

    def ring(_number, _frame):
        raise Overtime

    gc.disable()
    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    begun = time.thread_time()
    try:
        loaded.record(Article(text=text))
    except Overtime:
        return math.inf
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
        gc.enable()
    return time.thread_time() - begun


def growth(loaded, unit, small, *, factor=4):
    """The exponent, and the seconds a character of the larger text; the best of some tries, as others work here too."""
    best = math.inf, math.inf
    for _ in range(3):
        few, many = taken(loaded, unit, small), taken(loaded, unit, factor * small)
        best = min(best, (math.log(many / few, factor), many / (factor * small)))
        if best[0] <= EXPONENT:
            break
    return best


@pytest.fixture(scope="module")
def news(loaded):
    """Seconds a character that news takes."""
    text = (ROOT / "samples" / "siege.txt").read_text(encoding="utf-8")
    loaded.record(Article(text=text))
    begun = time.thread_time()
    loaded.record(Article(text=text))
    return (time.thread_time() - begun) / len(text)


@pytest.mark.parametrize("unit", FEW)
def test_time_grows_with_the_text(loaded, news, unit):
    exponent, character = growth(loaded, unit, 2_000)
    assert exponent <= EXPONENT + 0.1 or character <= news  # what costs next to nothing tells little of its growth
    assert character <= TIMES * news


@only_slow
@pytest.mark.parametrize("unit", [*FEW, *MORE])
def test_time_grows_with_the_text_at_length(loaded, news, unit):
    exponent, character = growth(loaded, unit, 4_000)
    assert exponent <= EXPONENT
    assert character <= TIMES * news


@only_slow
@pytest.mark.parametrize("unit", [*FEW, *MORE[::8]])
def test_time_grows_with_the_text_at_great_length(loaded, news, unit):
    exponent, character = growth(loaded, unit, 16_000)
    assert exponent <= EXPONENT
    assert character <= TIMES * news


def patterns(*arguments):
    """What the program of `tests/patterns.py` finds."""
    command = [sys.executable, "tests/patterns.py", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    *grown, last = map(json.loads, done.stdout.splitlines())
    return grown, last["patterns"]


def test_patterns_take_a_line_of_time():
    grown, number = patterns()
    assert grown == []
    assert number > 400


@only_slow
def test_patterns_take_a_line_of_time_over_all_units():
    assert patterns("--all")[0] == []


def test_there_are_units_enough():
    assert len({*FEW, *MORE}) >= 120
