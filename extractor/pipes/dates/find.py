"""Finds the dates of an article: lexemes, grammar, readers, in the order of the text, each told to those after it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from spacy.tokens import Doc

from extractor.annotations import FRAME, NAMES, NUMBERS, DateFound, Name, regions_of, text_of, within
from extractor.pipes.dates.compose import Telling, counted_from, linked
from extractor.pipes.dates.grammar import Found, Grammar
from extractor.pipes.dates.lexer import Lexed, Source, lex
from extractor.pipes.dates.occasions import quoted, stamps
from extractor.pipes.dates.readers import READERS
from extractor.pipes.dates.story import NOTHING, Story
from extractor.pipes.dates.stretches import Hints, stretches
from extractor.pipes.dates.tense import Looks
from extractor.pipes.dates.words import Words
from extractor.vocabulary import TimexMod

WHOLE = frozenset({"none", "age", "hedged year"})
"""Rules whose stretch is passed over whole where it is no date."""
LONE = frozenset({"month", "weekday", "season", "holiday", "deictic", "year", "vague"})
"""Rules of which one word can be a part of a name: "Theresa May", "USA Today"."""

TITLED = frozenset({"unit", "the unit", "duration", "lasting", "part", "bare units"})
"""Rules of which programmes and papers are named."""
QUOTES = frozenset("\"'“‘`«")


class Knowledge(NamedTuple):
    """The tables' words, the grammar that joins them, and what tells where they are worth reading."""

    words: Words
    grammar: Grammar
    hints: Hints


def dates(doc: Doc, known: Knowledge, *, day_first: bool) -> list[DateFound]:
    """The dates of a `Doc`, in order and disjoint; none in its furniture."""
    frame, text, words = FRAME.of(doc), text_of(doc), known.words
    anchor, told = frame["anchor"], frame["day_first"]
    looks = Looks(doc, words.prospects, words.context) if doc.has_annotation("DEP") else _nowhere
    numbers = NUMBERS.of(doc)
    source = Source(text, {number["start"]: number for number in numbers}, words)
    lexed = lex(source, stretches(doc, numbers, known.hints))

    def read(stamped: frozenset[int]) -> tuple[list[Telling], Story]:
        """The dates of one reading; the days of a live blog's stamps are known in the second."""
        story = Story(
            text,
            date.fromisoformat(anchor["date"]) if anchor["date"] else None,
            looks,
            day_first=day_first if told is None else told,
            context=words.context,
            feasts=words.feasts,
            stamps=stamped,
        )
        return _kept(doc, _tellings(lexed, story, known.grammar), story), story

    found, story = read(frozenset())
    stamped = stamps(found, story)
    if stamped:
        found, story = read(stamped)
    return linked(quoted(doc, found, story), text, anchor["origin"])


def _nowhere(_start: int) -> int:
    """The direction of every place of a text without a parse."""
    return 0


def _kept(doc: Doc, tellings: Iterator[Telling], story: Story) -> list[Telling]:
    """The dates that are none of the furniture's, no names and no titles, each told to those after it."""
    furniture = regions_of(doc, "furniture")
    names = [name for name in NAMES.of(doc) if name["kind"] != "place"]
    found: list[Telling] = []
    for telling in tellings:
        start = telling.start
        lone = telling.rule in LONE and not any(char.isspace() for char in story.text[start : telling.end])
        if within(furniture, start) or (lone and within(names, start) and not _is_timed(telling, story, names)):
            continue
        if _is_word(doc, story.text, telling) or _is_title(story.text, telling):
            continue
        whole = counted_from(found[-1], telling, story) if found else None
        if whole is not None:
            found.pop()
        found.append(whole or telling)
        story.tell(found[-1].start, found[-1].end, found[-1].value)
    return found


def _tellings(lexed: Lexed, story: Story, grammar: Grammar) -> Iterator[Telling]:
    """The grammar's finds that are dates. Where one is none, a shorter one may begin inside it."""
    for at, end in grammar.runs(lexed):
        yield from _in_run(lexed, story, grammar, at, end)


def _in_run(lexed: Lexed, story: Story, grammar: Grammar, at: int, stop: int) -> Iterator[Telling]:
    """The dates between two lexemes."""
    while (found := grammar.find(lexed, at, stop)) is not None:
        value = READERS[found.name](found, story)
        if value is None or value is NOTHING:
            at = found.last + 1 if found.name in WHOLE or value is NOTHING else found.first + 1
            continue
        end = found.end if value.end is None else value.end
        start = found.start if value.start is None else value.start
        yield Telling(found.name, start, end, value, _mod(found, lexed, start, end))
        if value.then is not None and value.then.start is not None and value.then.end is not None:
            end = value.then.end
            yield Telling(found.name, value.then.start, end, value.then, value.then.mod, ends=value.joins)
        at = found.last + 1 if end == found.end else _after(found, lexed, end)


def _mod(found: Found, lexed: Lexed, start: int, end: int) -> TimexMod | None:
    """The modifier that a word inside a date's stretch gives its value: "early", "the end of", "about"."""
    for lexeme in lexed.lexemes[found.first : found.last + 1]:
        if lexeme.mod and start <= lexeme.start < end:
            return lexeme.mod
    return None


def _after(found: Found, lexed: Lexed, end: int) -> int:
    """The first lexeme behind a stretch that was cut short."""
    return next((i for i in range(found.first, found.last + 1) if lexed.lexemes[i].start >= end), found.last + 1)


def _is_word(doc: Doc, text: str, telling: Telling) -> bool:
    """Whether a lone month or weekday is another word: "May I", "Sat", "Mar" without its stop."""
    led = telling.rule == "month" and (
        telling.value.base == "text" or LED.search(text, max(0, telling.start - 8), telling.start)
    )
    text = text[telling.start : telling.end]
    if telling.rule == "vague" and text.lower() == "current":
        span = doc.char_span(telling.start, telling.end, alignment_mode="expand")
        return span is not None and bool(span[0].tag_ == "NN")  # "a strong current"
    if telling.rule not in ("month", "weekday") or len(text) > 4 or not text.isalpha():
        return False
    if text != "May":
        return text not in ("June", "July") and not led
    span = doc.char_span(telling.start, telling.end, alignment_mode="expand")
    return span is not None and span[0].tag_ == "MD"


def _is_timed(telling: Telling, story: Story, names: list[Name]) -> bool:
    """Whether a lone month that is a name elsewhere is a month here: "April Jones left in April", "held by May"."""
    if telling.rule != "month" or not any(name["start"] == telling.start for name in names):
        return False
    if story.text[telling.end : telling.end + 2].strip().isalpha() and story.text[telling.end + 1].isupper():
        return False
    ahead = story.direction(telling.start) > 0
    return story.follows(telling.start, "before a month") or (ahead and story.follows(telling.start, "before a day"))


LED = re.compile(r"\b(?:in|after|until|till|since|from|before|by|last|next)\s\Z", re.IGNORECASE)


def _is_title(text: str, telling: Telling) -> bool:
    """Whether a stretch is a title in quotation marks: "This Week", "48 Hours"."""
    if telling.rule not in TITLED or text[max(0, telling.start - 1) : telling.start] not in QUOTES:
        return False
    words = text[telling.start : telling.end].split()
    return len(words) > 1 and all(word[0].isupper() or word.isdigit() for word in words)
