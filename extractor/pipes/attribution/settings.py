"""Where and when each figure holds: the place and the day of its own clause, none where there is a choice."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from extractor.annotations import DateFound, FigureFound, PlaceFound, Stretch
from extractor.pipes.attribution.words import Words
from extractor.syntax import Layout, verb_above

BACK = 3
"""Words before a place in which "in" or "near" says that something happened there: "in the eastern Norland"."""
FAR = 40
"""Tokens from a figure to what says where or when it holds."""


class At(NamedTuple):
    """Indices of the place and of the date of a figure."""

    place: int | None
    date: int | None


class _Named(NamedTuple):
    """Something named in a sentence: the index of its token, of the verb above it, and of the item."""

    token: int
    verb: int | None
    item: int


class Settings:
    """The places and the days of an article by sentence, for the figures of the same sentence."""

    def __init__(self, layout: Layout, places: Sequence[PlaceFound], dates: Sequence[DateFound], words: Words) -> None:
        self._layout, self._words = layout, words
        self._places: Mapping[int, list[_Named]] = self._by_sentence(
            (mention["start"], index)
            for index, place in enumerate(places)
            for mention in place["mentions"]
            if self._happened(mention["start"])
        )
        self._dates: Mapping[int, list[_Named]] = self._by_sentence(
            (date["start"], index) for index, date in enumerate(dates) if date["type"] in ("DATE", "TIME")
        )

    def of(self, figure: FigureFound, source: Stretch | None) -> At:
        """Where and when a figure holds; what names its source says neither."""
        sentence = self._layout.sentence_number(figure["start"])
        return At(
            self._nearest(self._places.get(sentence, []), figure, source),
            self._nearest(self._dates.get(sentence, []), figure, source),
        )

    def where(self, sentence: int) -> frozenset[int]:
        """The places of a sentence in which something happened, as indices."""
        return frozenset(one.item for one in self._places.get(sentence, ()))

    def when(self, sentence: int) -> frozenset[int]:
        """The dates of a sentence, as indices."""
        return frozenset(one.item for one in self._dates.get(sentence, ()))

    def _by_sentence(self, found: Iterable[tuple[int, int]]) -> dict[int, list[_Named]]:
        by: dict[int, list[_Named]] = {}
        for start, item in found:
            token = self._layout.at(start)
            verb = verb_above(token)
            named = _Named(token.i, None if verb is None else verb.i, item)
            by.setdefault(self._layout.sentence_number(start), []).append(named)
        return by

    def _happened(self, start: int) -> bool:
        token = self._layout.at(start)
        before = token.doc[max(0, token.i - BACK) : token.i]
        return any(word.lower_ in self._words.place for word in before)

    def _nearest(self, named: list[_Named], figure: FigureFound, source: Stretch | None) -> int | None:
        """The one of the figure's own clause, the only one of the sentence; None where there are several."""
        if not named:
            return None
        number = self._layout.at(figure["end"] - 1)
        verb = verb_above(number)
        free = [
            one
            for one in named
            if abs(one.token - number.i) <= FAR
            and not (source and source["start"] <= self._layout.doc[one.token].idx < source["end"])
        ]
        own = [one for one in free if verb is not None and one.verb == verb.i]
        items = list(dict.fromkeys(one.item for one in own or free))
        return items[0] if len(items) == 1 else None


def home(figures: Sequence[FigureFound], held: Sequence[At]) -> int | None:
    """The place that most of the counted people are in, the first of several; None where no count has a place."""
    places = [at.place for figure, at in zip(figures, held, strict=True) if figure["role"] and at.place is not None]
    return max(places, key=lambda place: (places.count(place), -places.index(place))) if places else None
