"""Where a mention stands: its sentence, its paragraph, its part in the clause. What all rules of reference weigh."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore
from spacy.tokens import Doc

from extractor.annotations import Stretch, text_of

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl", "agent"})
OBJECT = frozenset({"dobj", "obj", "iobj", "dative", "oprd", "attr"})
ROLES = {**dict.fromkeys(OBJECT, "object"), "pobj": "oblique", "poss": "possessive"}
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


class Layout:
    """What turns offsets into sites: sentence numbers by token, starts of tokens, paragraphs, and marks.

    Heads, relations and parts of speech are read as columns once: an article asks for some hundred sites, and a token
    of a `Doc` is dear.
    """

    def __init__(self, doc: Doc, paragraphs: Sequence[Stretch], marked: Sequence[Stretch]) -> None:
        """The layout of a `Doc`; an unparsed one is a single sentence."""
        columns = doc.to_array(["SENT_START", "IDX", "HEAD", "DEP", "POS"]).astype(np.int64)
        strings = doc.vocab.strings
        self.doc, self.text, self.marked = doc, text_of(doc), marked
        self.sentences: list[int] = np.cumsum(columns[:, 0] == 1).tolist()
        self.starts: list[int] = columns[:, 1].tolist()
        self.heads: list[int] = (columns[:, 2] + np.arange(len(columns))).tolist()
        self.deps: list[str] = _texts(columns[:, 3], strings)
        self.tags: list[str] = _texts(columns[:, 4], strings)
        self._paragraphs = [paragraph["start"] for paragraph in paragraphs]
        self._marks = [stretch["start"] for stretch in marked]
        self._sites: dict[tuple[int, int], Site] = {}

    def token_at(self, char: int) -> int:
        """The index of the token that holds the character or is the last before it."""
        return max(0, bisect_right(self.starts, char) - 1)

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """First and last token of a stretch."""
        first = self.token_at(start)
        return first, max(first, self.token_at(max(start, end - 1)))

    def site(self, start: int, end: int) -> Site:
        """Where the stretch stands."""
        site = self._sites.get((start, end))
        if site is None:
            site = self._sites[start, end] = self._site(start, end)
        return site

    def _site(self, start: int, end: int) -> Site:
        token = self.root(*self.tokens(start, end))
        role, clause = self.stand(token)
        at = bisect_right(self._marks, start) - 1
        inside = at >= 0 and start < self.marked[at]["end"]
        return Site(
            token=token,
            start=start,
            end=end,
            sentence=self.sentences[token],
            paragraph=bisect_right(self._paragraphs, start) - 1,
            role=role,
            clause=clause,
            marks=at if inside else -1,
        )

    def opens(self, site: Site) -> bool:
        """Whether the site's sentence is the first of its paragraph."""
        first = self.starts[bisect_left(self.sentences, site.sentence)]
        return site.paragraph < 0 or first <= self._paragraphs[site.paragraph]

    def apart(self, one: int, other: int) -> int:
        """How many sentences begin outside marks behind the first of two sentences, up to the other."""
        starts = (self.starts[bisect_left(self.sentences, number)] for number in range(one + 1, other + 1))
        return sum(not self._is_marked(start) for start in starts)

    def _is_marked(self, char: int) -> bool:
        at = bisect_right(self._marks, char) - 1
        return at >= 0 and char < self.marked[at]["end"]

    def root(self, first: int, last: int) -> int:
        """The head of the tokens: the first whose own head stands outside them, the last where they are a circle."""
        for index in range(first, min(last, first + FAR) + 1):
            head = self.heads[index]
            if not first <= head <= last or head == index:
                return index
        return last

    def stand(self, token: int) -> tuple[str, int]:
        """The role of a noun or pronoun, and its clause; a conjunct and an apposition have those of their heads."""
        heads, deps, tags = self.heads, self.deps, self.tags
        for _ in range(FAR):
            if deps[token] not in CHAINED or heads[token] == token or tags[heads[token]] not in NOMINAL:
                break
            token = heads[token]
        clause = next(self.verbs(token), token)
        dep = deps[token]
        if dep == "nsubj" and self.doc[token].lower_ in {"him", "her"}:
            # "Smith let him go": the parser makes him the subject of going, but Smith may not be him.
            return "object", heads[clause]
        if dep in SUBJECT:
            return "subject", clause
        return ROLES.get(dep, "other"), clause

    def verbs(self, token: int) -> Iterator[int]:
        """The verbs above a token, from its own clause outwards."""
        heads, tags = self.heads, self.tags
        for _ in range(FAR):
            if heads[token] == token:
                return
            token = heads[token]
            if tags[token] in {"VERB", "AUX"}:
                yield token


def _texts(column: NDArray[np.int64], strings: StringStore) -> list[str]:
    """The texts of a column of keys, each asked for once."""
    known = {key: strings[key % 2**64] if key else "" for key in set(column.tolist())}
    return [known[key] for key in column.tolist()]
