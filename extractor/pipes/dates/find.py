"""Finds the dates of an article: lexemes, grammar, readers, in the order of the text, each told to those after it."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc

from extractor.annotations import FRAME, NAMES, NUMBERS, DateFound, regions_of, text_of
from extractor.annotations.trace import note
from extractor.pipes.dates.compose import Telling, counted_from, linked
from extractor.pipes.dates.grammar import Found, Grammar
from extractor.pipes.dates.lexer import Lexed, Source, lex
from extractor.pipes.dates.occasions import quoted, stamps
from extractor.pipes.dates.readers import READERS
from extractor.pipes.dates.refusals import Around, refusal
from extractor.pipes.dates.story import NOTHING, Story, Value
from extractor.pipes.dates.stretches import Hints, stretches
from extractor.pipes.dates.tense import Looks
from extractor.pipes.dates.words import Words
from extractor.vocabulary import TimexMod

WHOLE = frozenset({"none", "age", "hedged year"})
"""Rules whose stretch is passed over whole where it is no date."""


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

    def read(stamped: Mapping[int, Value]) -> tuple[list[Telling], Story]:
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
        return _kept(doc, _tellings(Reading(doc, lexed, story, known.grammar)), story), story

    found, story = read({})
    stamped = stamps(found, story)
    if stamped:
        found, story = read(stamped)
    return linked(quoted(doc, found, story), story, anchor["origin"])


def _nowhere(_start: int) -> int:
    """The direction of every place of a text without a parse."""
    return 0


def _kept(doc: Doc, tellings: Iterator[Telling], story: Story) -> list[Telling]:
    """The finds that are dates, each told to those after it."""
    names = [name for name in NAMES.of(doc) if name["kind"] != "place"]
    around = Around(doc, story, regions_of(doc, "furniture"), names)
    found: list[Telling] = []
    for read in tellings:
        # "Tuesday, 9:15" below "Monday, 10:15" is counted from the paper's day, not from the stamp above it
        telling = read._replace(value=story.stamps.get(read.start, read.value))
        refused = refusal(telling, around)
        if refused is not None:
            note(
                doc, "dates", (telling.start, telling.end), f"dates/refusals: {refused}", outcome=None, row=telling.row
            )
            continue
        whole = counted_from(found[-1], telling, story) if found else None
        if whole is not None:
            found.pop()
        found.append(whole or telling)
        story.tell(found[-1].start, found[-1].end, found[-1].value)
        _note(doc, found[-1])
    return found


def _note(doc: Doc, telling: Telling) -> None:
    """Which rule of the grammar found a date, and what its value was counted from."""
    step = f"dates/readers: {telling.form}, counted from {telling.value.base}"
    note(doc, "dates", (telling.start, telling.end), step, outcome=telling.value.value, row=telling.row)


class Reading(NamedTuple):
    """One reading of a `Doc`."""

    doc: Doc
    lexed: Lexed
    story: Story
    grammar: Grammar


def _tellings(reading: Reading) -> Iterator[Telling]:
    """The grammar's finds that are dates. Where one is none, a shorter one may begin inside it."""
    for at, end in reading.grammar.runs(reading.lexed):
        yield from _in_run(reading, at, end)


def _in_run(reading: Reading, at: int, stop: int) -> Iterator[Telling]:
    """The dates between two lexemes."""
    doc, lexed, story, grammar = reading
    while (found := grammar.find(lexed, at, stop)) is not None:
        value = READERS[found.name](found, story)
        if value is None or value is NOTHING:
            note(doc, "dates", (found.start, found.end), f"dates/readers: {found.name}, refused", outcome=None)
            at = found.last + 1 if found.name in WHOLE or value is NOTHING else found.first + 1
            continue
        end = found.end if value.end is None else value.end
        start = found.start if value.start is None else value.start
        yield Telling(found.name, start, end, value, _mod(found, lexed, start, end), row=_row(found, lexed))
        for told, then in pairwise(_chain(value)):
            if then.start is not None and then.end is not None:
                end = then.end
                yield Telling(found.name, then.start, end, then, then.mod, ends=told.joins)
        at = _after(found, lexed, end)


def _chain(value: Value) -> Iterator[Value]:
    """A value and those that the same sequence tells behind it: of "2, 3 and 4 July" three."""
    told: Value | None = value
    while told is not None:
        yield told
        told = told.then


def _mod(found: Found, lexed: Lexed, start: int, end: int) -> TimexMod | None:
    """The modifier that a word inside a date's stretch gives its value: "early", "the end of", "about"."""
    for lexeme in lexed.lexemes[found.first : found.last + 1]:
        if lexeme.mod and start <= lexeme.start < end:
            return lexeme.mod
    return None


def _row(found: Found, lexed: Lexed) -> str | None:
    """The first row of a table that a sequence has."""
    return next((lexeme.rule for lexeme in lexed.lexemes[found.first : found.last + 1] if lexeme.rule), None)


def _after(found: Found, lexed: Lexed, end: int) -> int:
    """The first lexeme behind a stretch, which may have been cut short."""
    return next((i for i in range(found.first, found.last + 1) if lexed.lexemes[i].start >= end), found.last + 1)
