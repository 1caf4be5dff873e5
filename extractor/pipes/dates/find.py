"""Finds the dates of an article: lexemes, grammar, readers, in the order of the text, each told to those after it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from spacy.tokens import Doc

from extractor.annotations import FRAME, NAMES, NUMBERS, DateFound, regions_of, text_of, within
from extractor.pipes.dates import calendar
from extractor.pipes.dates.grammar import Found, Grammar
from extractor.pipes.dates.lexer import Lexed, Source, lex
from extractor.pipes.dates.readers import READERS
from extractor.pipes.dates.story import Story, Value
from extractor.pipes.dates.stretches import Hints, stretches
from extractor.pipes.dates.tense import direction
from extractor.pipes.dates.words import Words

WHOLE = frozenset({"none", "age", "hedged year"})
"""Rules whose stretch is passed over whole where it is no date."""
LONE = frozenset({"month", "weekday", "season", "holiday", "deictic", "year", "vague"})
"""Rules of which one word can be a part of a name: "Theresa May", "USA Today"."""

TITLED = frozenset({"unit", "the unit", "duration", "lasting", "part", "bare units"})
"""Rules of which programmes and papers are named."""
QUOTES = frozenset("\"'“‘`«")


class Telling(NamedTuple):
    """A date found: the rule, its stretch and its value."""

    rule: str
    start: int
    end: int
    value: Value


class Knowledge(NamedTuple):
    """The tables' words, the grammar that joins them, and what tells where they are worth reading."""

    words: Words
    grammar: Grammar
    hints: Hints


def dates(doc: Doc, known: Knowledge, *, day_first: bool) -> list[DateFound]:
    """The dates of a `Doc`, in order and disjoint; none in its furniture."""
    frame, text = FRAME.of(doc), text_of(doc)
    anchor, told = frame["anchor"], frame["day_first"]
    story = Story(
        text,
        date.fromisoformat(anchor["date"]) if anchor["date"] else None,
        (lambda start: direction(doc, start, known.words.prospects)) if doc.has_annotation("DEP") else (lambda _: 0),
        day_first=day_first if told is None else told,
    )
    numbers = NUMBERS.of(doc)
    source = Source(text, {number["start"]: number for number in numbers}, known.words)
    lexed = lex(source, stretches(doc, numbers, known.hints))
    furniture = regions_of(doc, "furniture")
    names = [name for name in NAMES.of(doc) if name["kind"] != "place"]
    found = []
    for telling in _tellings(lexed, story, known.grammar):
        start = telling.start
        lone = telling.rule in LONE and not any(char.isspace() for char in text[start : telling.end])
        if within(furniture, start) or (lone and within(names, start)) or _is_word(doc, text, telling):
            continue
        if _is_title(text, telling):
            continue
        story.tell(start, telling.end, telling.value)
        found.append(_date(telling, anchor["origin"]))
    return found


def _tellings(lexed: Lexed, story: Story, grammar: Grammar) -> Iterator[Telling]:
    """The grammar's finds that are dates. Where one is none, a shorter one may begin inside it."""
    for at, end in grammar.runs(lexed):
        yield from _in_run(lexed, story, grammar, at, end)


def _in_run(lexed: Lexed, story: Story, grammar: Grammar, at: int, stop: int) -> Iterator[Telling]:
    """The dates between two lexemes."""
    while (found := grammar.find(lexed, at, stop)) is not None:
        value = READERS[found.name](found, story)
        if value is None:
            at = found.last + 1 if found.name in WHOLE else found.first + 1
            continue
        end = found.end if value.end is None else value.end
        yield Telling(found.name, found.start if value.start is None else value.start, end, value)
        at = found.last + 1 if value.end is None else _after(found, lexed, value.end)


def _after(found: Found, lexed: Lexed, end: int) -> int:
    """The first lexeme behind a stretch that was cut short."""
    return next((i for i in range(found.first, found.last + 1) if lexed.lexemes[i].start >= end), found.last + 1)


def _is_word(doc: Doc, text: str, telling: Telling) -> bool:
    """Whether a lone month or weekday is another word: "May I", "Sat", "Mar" without its stop."""
    text = text[telling.start : telling.end]
    if telling.rule == "vague" and text.lower() == "current":
        span = doc.char_span(telling.start, telling.end, alignment_mode="expand")
        return span is not None and bool(span[0].tag_ == "NN")  # "a strong current"
    if telling.rule not in ("month", "weekday") or len(text) > 4 or not text.isalpha():
        return False
    if text != "May":
        return text not in ("June", "July")
    span = doc.char_span(telling.start, telling.end, alignment_mode="expand")
    return span is not None and span[0].tag_ == "MD"


def _is_title(text: str, telling: Telling) -> bool:
    """Whether a stretch is a title in quotation marks: "This Week", "48 Hours"."""
    if telling.rule not in TITLED or text[max(0, telling.start - 1) : telling.start] not in QUOTES:
        return False
    words = text[telling.start : telling.end].split()
    return len(words) > 1 and all(word[0].isupper() or word.isdigit() for word in words)


def _date(telling: Telling, origin: str) -> DateFound:
    """The item of the slot. `rule` ends in what the value was counted from: text, story, or the anchor's origin."""
    value = telling.value
    base = origin if value.base == "anchor" else value.base
    span = calendar.interval(value.value) if value.type in ("DATE", "TIME") else None
    return {
        "start": telling.start,
        "end": telling.end,
        "type": value.type,
        "value": value.value,
        "earliest": span[0].isoformat() if span else None,
        "latest": span[1].isoformat() if span else None,
        "rule": f"dates:{telling.rule.replace(' ', '-')}@{base}",
    }
