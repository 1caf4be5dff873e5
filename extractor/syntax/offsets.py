"""From characters to tokens, sentences and paragraphs, by bisection over tables made once an article.

`token.sent` walks through the sentence at each call and `doc.char_span` compares every token: an article asks both
thousands of times.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from extractor.annotations import PARAGRAPHS, Stretch, text_of


class Layout:
    """The places of an article's tokens, sentences and paragraphs. All offsets are in characters, half-open."""

    def __init__(self, doc: Doc, paragraphs: Sequence[Stretch] | None = None) -> None:
        """`paragraphs` are those of the slot where they are not given; none for a `Doc` without that slot."""
        self.doc, self.text = doc, text_of(doc)
        self._starts: list[int] = doc.to_array("IDX").tolist() if len(doc) else []
        self.sentences = sentences(doc, self.text)
        """The sentences' stretches without white space at their ends; all of an unparsed text."""
        self._sentence_starts = [sentence["start"] for sentence in self.sentences]
        if paragraphs is None:
            paragraphs = PARAGRAPHS.of(doc) if doc._.get(PARAGRAPHS.name) is not None else ()
        self.paragraphs = paragraphs
        self._paragraph_starts = [paragraph["start"] for paragraph in paragraphs]

    def at(self, char: int) -> Token:
        """The token that holds the character, or stands last before it. The `Doc` is not empty."""
        return self.doc[max(0, bisect_right(self._starts, char) - 1)]

    def first_from(self, char: int) -> int:
        """The index of the first token that begins at the character or after it; `len(doc)` where none does."""
        return bisect_left(self._starts, char)

    def tokens(self, start: int, end: int) -> range:
        """The indices of the tokens that share a character with the stretch."""
        first = max(0, bisect_right(self._starts, start) - 1)
        return range(first, max(first, bisect_left(self._starts, end)))

    def sentence(self, char: int) -> Stretch:
        """The sentence that holds the character, or stands before it."""
        return self.sentences[self.sentence_number(char)] if self.sentences else {"start": 0, "end": len(self.text)}

    def sentence_number(self, char: int) -> int:
        """The number of that sentence, from 0."""
        return max(0, bisect_right(self._sentence_starts, char) - 1)

    def paragraph(self, char: int) -> Stretch:
        """The paragraph that holds the character, or stands before it."""
        number = self.paragraph_number(char)
        return self.paragraphs[number] if self.paragraphs else {"start": 0, "end": len(self.text)}

    def paragraph_number(self, char: int) -> int:
        """The number of that paragraph, from 0."""
        return max(0, bisect_right(self._paragraph_starts, char) - 1)


def sentences(doc: Doc, text: str) -> list[Stretch]:
    """The sentences' stretches without white space at their ends, found once: `token.sent` walks through each time."""
    if not len(doc):
        return []
    if not doc.has_annotation("SENT_START"):
        return [_stripped(text, 0, len(text))]
    return _joined(text, [_stripped(text, sentence.start_char, sentence.end_char) for sentence in doc.sents])


def _joined(text: str, cut: Sequence[Stretch]) -> list[Stretch]:
    """The sentences, those whole that the parser cut where none ends: "Teenagers | who eat late sleep less".

    One begins in small letters behind a letter or a comma, in the same line.
    """
    found: list[Stretch] = []
    for one in cut:
        start, before = one["start"], found[-1]["end"] if found else 0
        inside = (
            before and text[start : start + 1].islower() and (text[before - 1].isalpha() or text[before - 1] == ",")
        )
        if inside and "\n" not in text[before:start]:
            found[-1] = {"start": found[-1]["start"], "end": one["end"]}
        else:
            found.append(one)
    return found


def _stripped(text: str, start: int, end: int) -> Stretch:
    inside = text[start:end]
    return {"start": end - len(inside.lstrip()), "end": start + len(inside.rstrip())}
