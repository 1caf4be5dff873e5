"""What the grammar takes for a date and is none by what stands around it: a name, a title, another word."""

import re
from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Doc

from extractor.annotations import Name, Region, within
from extractor.pipes.dates.compose import Telling
from extractor.pipes.dates.story import Story

LONE = frozenset({"month", "weekday", "season", "holiday", "deictic", "year", "vague"})
"""Rules of which one word can be a part of a name: "Theresa May", "USA Today"."""
TITLED = frozenset({"unit", "the unit", "duration", "lasting", "part", "bare units"})
"""Rules of which programmes and papers are named."""
QUOTES = frozenset("\"'“‘`«")
SHORT = 4
"""Letters of a month or weekday that can be another word: "Sat", "Mar"."""
LED = re.compile(r"\b(?:in|after|until|till|since|from|before|by|last|next)\s\Z", re.IGNORECASE)


class Around(NamedTuple):
    """What a stretch is looked at beside: the `Doc`, the story told so far, furniture, and names that are no places."""

    doc: Doc
    story: Story
    furniture: list[Region]
    names: list[Name]


def in_furniture(telling: Telling, around: Around) -> bool:
    """A copyright's year, a page's own stamp."""
    return within(around.furniture, telling.start)


def in_name(telling: Telling, around: Around) -> bool:
    """ "Theresa May", "USA Today"; but "April Jones left in April"."""
    shown = around.story.text[telling.start : telling.end]
    lone = telling.form in LONE and not any(char.isspace() for char in shown)
    return lone and within(around.names, telling.start) and not _is_month(telling, around)


def _is_month(telling: Telling, around: Around) -> bool:
    """Whether a month that is a name elsewhere is a month here: "April Jones left in April", "will be held by May"."""
    story = around.story
    if telling.form != "month" or not any(name["start"] == telling.start for name in around.names):
        return False
    behind = story.text[telling.end : telling.end + 2]
    if behind[:1] == " " and behind[1:].isupper():
        return False
    ahead = story.direction(telling.start) > 0
    return story.follows(telling.start, "before a month") or (ahead and story.follows(telling.start, "before a day"))


def is_word(telling: Telling, around: Around) -> bool:
    """A lone month or weekday that is another word: "May I", "Sat", "Mar" without its stop, "a strong current"."""
    text = around.story.text
    shown = text[telling.start : telling.end]
    if telling.form == "vague" and shown.lower() == "current":
        return _tag(around.doc, telling) == "NN"
    if telling.form not in ("month", "weekday") or len(shown) > SHORT or not shown.isalpha():
        return False
    if shown == "May":
        return _tag(around.doc, telling) == "MD"
    led = LED.search(text, max(0, telling.start - 8), telling.start) or telling.value.base == "text"
    return shown not in ("June", "July") and not (telling.form == "month" and led)


def _tag(doc: Doc, telling: Telling) -> str:
    span = doc.char_span(telling.start, telling.end, alignment_mode="expand")
    return str(span[0].tag_) if span is not None else ""


def is_title(telling: Telling, around: Around) -> bool:
    """A title in quotation marks: "This Week", "48 Hours"."""
    text = around.story.text
    if telling.form not in TITLED or text[max(0, telling.start - 1) : telling.start] not in QUOTES:
        return False
    words = text[telling.start : telling.end].split()
    return len(words) > 1 and all(word[0].isupper() or word.isdigit() for word in words)


REFUSALS: tuple[tuple[str, Callable[[Telling, Around], bool]], ...] = (
    ("in furniture", in_furniture),
    ("part of a name", in_name),
    ("another word", is_word),
    ("a title", is_title),
)
"""The grounds by name; the first that holds refuses."""


def refusal(telling: Telling, around: Around) -> str | None:
    """The name of the ground on which a find is no date; None where it is one."""
    return next((name for name, holds in REFUSALS if holds(telling, around)), None)
