"""Where a mention stands: its sentence, its paragraph, its part in the clause. What all rules of reference weigh."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc, Token

from extractor.annotations import Stretch, text_of

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl", "agent"})
OBJECT = frozenset({"dobj", "obj", "iobj", "dative", "oprd", "attr"})
CHAINED = frozenset({"conj", "appos", "compound", "nmod"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
FAR = 30
"""How many heads are climbed at most: a parse of garbage may be one long chain."""


class Site(NamedTuple):
    """A mention in its surroundings; `token` is its head, `clause` the verb that governs it, both token indices.

    `role`: subject, object, oblique, possessive, other. `marks` is the number of the quotation marks' stretch that it
    stands in, -1 outside.
    """

    token: int
    start: int
    end: int
    sentence: int
    paragraph: int
    role: str
    clause: int
    marks: int


class Layout(NamedTuple):
    """What turns offsets into sites: sentence numbers by token, starts of tokens, paragraphs, and marks."""

    doc: Doc
    text: str
    sentences: list[int]
    starts: list[int]
    paragraphs: list[int]
    marked: Sequence[Stretch]

    @classmethod
    def of(cls, doc: Doc, paragraphs: Sequence[Stretch], marked: Sequence[Stretch]) -> "Layout":
        """The layout of a `Doc`; an unparsed one is a single sentence."""
        firsts = doc.to_array("SENT_START") == 1
        return cls(
            doc=doc,
            text=text_of(doc),
            sentences=np.cumsum(firsts).tolist(),
            starts=doc.to_array("IDX").tolist(),
            paragraphs=[paragraph["start"] for paragraph in paragraphs],
            marked=marked,
        )

    def token_at(self, char: int) -> int:
        """The index of the token that holds the character or is the last before it."""
        return max(0, bisect_right(self.starts, char) - 1)

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """First and last token of a stretch."""
        return self.token_at(start), max(self.token_at(start), self.token_at(max(start, end - 1)))

    def site(self, start: int, end: int) -> Site:
        """Where the stretch stands."""
        first, last = self.tokens(start, end)
        token = root(self.doc, first, last)
        role, clause = stand(token)
        at = bisect_right(self.marked, start, key=lambda stretch: stretch["start"]) - 1
        inside = at >= 0 and start < self.marked[at]["end"]
        return Site(
            token=token.i,
            start=start,
            end=end,
            sentence=self.sentences[token.i],
            paragraph=bisect_right(self.paragraphs, start) - 1,
            role=role,
            clause=clause,
            marks=at if inside else -1,
        )


def root(doc: Doc, first: int, last: int) -> Token:
    """The head of the tokens: the first whose own head stands outside them, the last where they are a circle."""
    for index in range(first, min(last, first + FAR) + 1):
        token = doc[index]
        if not first <= token.head.i <= last or token.head.i == index:
            return token
    return doc[last]


def stand(token: Token) -> tuple[str, int]:
    """The role of a noun or pronoun, and its clause; a conjunct and an apposition have those of what they hang on."""
    for _ in range(FAR):
        if token.dep_ not in CHAINED or token.head.i == token.i or token.head.pos_ not in NOMINAL:
            break
        token = token.head
    clause = next(verbs(token), token)
    if token.dep_ == "nsubj" and token.lower_ in {"him", "her"}:
        # "Smith let him go": the parser makes him the subject of going, but Smith may not be him.
        return "object", clause.head.i
    if token.dep_ in SUBJECT:
        return "subject", clause.i
    if token.dep_ in OBJECT:
        return "object", clause.i
    if token.dep_ == "pobj":
        return "oblique", clause.i
    return ("possessive" if token.dep_ == "poss" else "other"), clause.i


def verbs(token: Token) -> Iterator[Token]:
    """The verbs above a token, from its own clause outwards."""
    for _ in range(FAR):
        if token.head.i == token.i:
            return
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            yield token
