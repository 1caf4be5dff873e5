"""The article sentence by sentence: incident words, places, days and counted people, what all choices are made from."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple, TypeVar

import numpy
from spacy.tokens import Doc

from extractor.annotations import (
    ATTRIBUTIONS,
    DATES,
    FIGURES,
    FRAME,
    PLACES,
    Attribution,
    DateFound,
    FigureFound,
    Frame,
    PlaceFound,
    Region,
    Stretch,
    regions_of,
)
from extractor.pipes.events.words import Kind, Words
from extractor.syntax import Layout
from extractor.syntax.columns import are_among

ASIDE = ("furniture", "header", "byline")
"""Regions in which nothing is told of an incident."""
OPENING = 300
"""Tokens among which an article that counts nobody must name its incident."""
HEADS = ("title", "heading")

T = TypeVar("T")


class Named(NamedTuple):
    """An incident word: its token and its row."""

    at: int
    row: Kind


class Sentence(NamedTuple):
    """A sentence: its order in the article (-1 outside the running text), and what stands in it, as indices."""

    number: int
    start: int
    end: int
    order: int
    title: bool
    named: tuple[Named, ...]
    places: tuple[int, ...]
    dates: tuple[int, ...]
    counts: tuple[int, ...]

    @property
    def tells(self) -> bool:
        """Whether it tells of an incident."""
        return self.order >= 0 and bool(self.named or self.counts)


class Setting(NamedTuple):
    """The article as events see it."""

    layout: Layout
    frame: Frame
    figures: Sequence[FigureFound]
    attributions: Sequence[Attribution]
    places: Sequence[PlaceFound]
    dates: Sequence[DateFound]
    sentences: tuple[Sentence, ...]

    @classmethod
    def of(cls, doc: Doc, words: Words) -> "Setting":
        """The setting of an annotated article."""
        layout, figures, places, dates = Layout(doc), FIGURES.of(doc), PLACES.of(doc), DATES.of(doc)
        named = _by_sentence(layout, ((doc[one.at].idx, one) for one in _incident_words(doc, words)))
        where = _by_sentence(layout, ((m["start"], i) for i, place in enumerate(places) for m in place["mentions"]))
        when = _by_sentence(layout, ((date["start"], i) for i, date in enumerate(dates)))
        counts = _by_sentence(layout, ((one["start"], i) for i, one in enumerate(figures) if is_count(one)))
        spans = layout.sentences
        outside = [_covered(region, spans) for region in (regions_of(doc, *ASIDE), regions_of(doc, *HEADS))]
        orders = accumulate((number not in outside[0] for number in range(len(spans))), initial=0)
        sentences = tuple(
            Sentence(
                number=number,
                start=span["start"],
                end=span["end"],
                order=-1 if number in outside[0] else order,
                title=number in outside[1],
                named=tuple(named.get(number, ())),
                places=tuple(dict.fromkeys(where.get(number, ()))),
                dates=tuple(when.get(number, ())),
                counts=tuple(counts.get(number, ())),
            )
            for number, (span, order) in enumerate(zip(spans, orders, strict=False))
        )
        return cls(layout, FRAME.of(doc), figures, ATTRIBUTIONS.of(doc), places, dates, sentences)

    def before(self, start: int) -> str:
        """The word before a character, in small letters; nothing at the beginning."""
        token = self.layout.at(start)
        return self.layout.doc[token.i - 1].lower_ if token.i else ""


def is_count(figure: FigureFound) -> bool:
    """Whether a figure counts people who are dead, hurt, missing, arrested, ..., and is no fear or guess."""
    return figure["role"] is not None and not figure["hypothetical"]


def names_one(doc: Doc, words: Words) -> bool:
    """Whether there is an incident word at all: most articles without counts have none, and are done with."""
    return bool(are_among(doc.to_array("LEMMA")[:OPENING], words.lemmas).any())


def _covered(regions: Sequence[Region], spans: Sequence[Stretch]) -> set[int]:
    """The numbers of the sentences that begin in one of the regions."""
    starts = [region["start"] for region in regions]
    found = set()
    for number, span in enumerate(spans if regions else ()):
        at = bisect_right(starts, span["start"]) - 1
        if at >= 0 and span["start"] < regions[at]["end"]:
            found.add(number)
    return found


def _by_sentence(layout: Layout, found: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    """By the number of its sentence, what begins in it, in order."""
    by: dict[int, list[T]] = {}
    for start, what in sorted(found, key=lambda one: one[0]):
        by.setdefault(layout.sentence_number(start), []).append(what)
    return by


def _incident_words(doc: Doc, words: Words) -> Iterable[Named]:
    """The words of the table; a noun that only describes another is none: "the fire chief", but "the fire victims"."""
    for at in numpy.flatnonzero(are_among(doc.to_array("LEMMA"), words.lemmas)).tolist():
        token = doc[at]
        lemma = token.lemma_.lower()
        row = words.verbs.get(lemma) if token.pos_ == "VERB" else None
        if token.pos_ in ("NOUN", "PROPN"):
            row = words.nouns.get(lemma)
            if row is not None and token.dep_ == "compound" and token.head.lemma_.lower() not in words.nouns:
                row = None
        if row is not None:
            yield Named(at, row)
