"""Where a number stands: its tokens and its sentence, found by bisection."""

from bisect import bisect_right
from typing import NamedTuple

from spacy.tokens import Doc, Token

from extractor.annotations import Stretch
from extractor.pipes.figures.hedges import Hedged
from extractor.pipes.figures.measure import Measure

LONGEST = 300
"""Tokens in a sentence. The parser takes long lists and tables for one sentence and says nothing true of them."""


class Place(NamedTuple):
    """A measure's tokens: the first and last of its number, the last of all, and the head."""

    first: Token
    last: Token
    end: Token
    root: Token


class Sentence(NamedTuple):
    """A sentence's stretch; `parsed` is False for lists and tables that the parser took for one."""

    stretch: Stretch
    parsed: bool


class Seen(NamedTuple):
    """A number with all that its own place says of it."""

    measure: Measure
    hedged: Hedged
    place: Place
    sentence: Sentence


class Tokens:
    """Character offsets to tokens and to sentences, by bisection."""

    def __init__(self, doc: Doc, text: str) -> None:
        """`text` is the doc's: spaCy puts it together anew at each `doc.text`."""
        self._doc, self._text = doc, text
        self._starts: list[int] = doc.to_array("IDX").tolist() if len(doc) else []
        sentences = doc.sents if doc.has_annotation("SENT_START") else [doc[:]] if len(doc) else []
        self._sentences = [(sent.start_char, sent.end_char, len(sent)) for sent in sentences]

    def sentence(self, char: int) -> Sentence:
        """The sentence that holds the character, and whether it can be one: no writer's sentence has 300 words."""
        start, end, length = self._sentences[bisect_right(self._sentences, char, key=lambda sent: sent[0]) - 1]
        text = self._text[start:end]
        left, right = len(text) - len(text.lstrip()), len(text.rstrip())
        return Sentence({"start": start + left, "end": start + right}, parsed=length < LONGEST)

    def at(self, char: int) -> Token:
        """The token that holds the character."""
        return self._doc[max(0, bisect_right(self._starts, char) - 1)]

    def place(self, measure: Measure) -> Place:
        """The tokens of a measure."""
        first, last = self.at(measure.first), self.at(measure.last - 1)
        start, end = self.at(measure.start), self.at(measure.end - 1)
        root = self._doc[start.i : end.i + 1].root
        if root.pos_ == "ADP":  # "a density of 3 A/cm2 to 5 A/cm2": the parser hangs "to" beside "of"
            root = next((token for token in self._doc[start.i : end.i + 1] if token.dep_ == "pobj"), root)
        return Place(first, last, end, root)
