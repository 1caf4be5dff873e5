"""Counts that say no role, because a count before has said it: "The Red Cross knows of 350", "two of them girls".

The role of the count before is only taken over where the grammar leaves nothing else: a bare number behind a verb that
tells a count of the same again, or a part that has no verb of its own.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from extractor.pipes.figures.elision import Told
from extractor.pipes.figures.frames import Found
from extractor.pipes.figures.leaving import Leaving
from extractor.pipes.figures.lexicon import Lexicon
from extractor.pipes.figures.phrases import NOMINAL, Phrase, phrase
from extractor.pipes.figures.place import Place, Seen

REACH = 240
"""Characters from a count to one that tells the same again."""
LONGEST = 7
"""Words behind "three of them" that say what they are: "girls", "members of the crew"."""
CLIMB = 3
"""Steps from a bare number to its verb: "knows | of | 350"."""
HELD = frozenset({"dobj", "pobj", "attr", "prep", "advmod", "npadvmod", "ccomp"})


class Retold:
    """The verbs that tell a count again, from the table."""

    def __init__(self, lexicon: Lexicon, leaving: Leaving) -> None:
        self._leaving = leaving
        self._verbs = lexicon.words("retell")
        self._totals = lexicon.words("total") | {"figure", "toll"}

    def role(self, before: Told | None, seen: Seen, text: str) -> Found | None:
        """The role of the count before that a number leaves out."""
        if before is None or before.role is None or before.figure["kind"] != "count":
            return None
        part = (
            before.figure["sentence"] == seen.sentence.stretch and of_them(text, seen.place, self._leaving) is not None
        )
        return before.role if part or self.is_again(before, seen, text) else None

    def _is_so_many(self, verb: Token) -> bool:
        """ "said it was 60", "the true number was 60"."""
        if verb.lemma_ != "be":
            return False
        return any(c.lower_ == "it" or (c.lemma_.lower() in self._totals and not _of(c)) for c in verb.lefts)

    def is_again(self, before: Told, seen: Seen, text: str) -> bool:
        """Whether a bare number tells the count before again: "knows of 350.", "put the number at 350"."""
        start = seen.hedged.start
        gap = start - before.figure["end"]
        if not 0 < gap < REACH or text[seen.hedged.end : seen.hedged.end + 1] not in (".", ",", ";", ""):
            return False
        if before.figure["kind"] != "count" or self._leaving.put.search(text, max(0, start - 48), start):
            return before.figure["kind"] == "count"
        token = seen.place.root
        for _ in range(CLIMB):
            if token.dep_ not in HELD or token.head.i > token.i:
                return False
            token = token.head
            if token.pos_ in ("VERB", "AUX"):
                return self._is_so_many(token) or token.lemma_.lower() in self._verbs
        return False


def _of(noun: Token) -> bool:
    """Whether a noun says what it is of: "the number of houses was 60" tells no toll."""
    return any(child.lower_ == "of" for child in noun.rights)


def of_them(text: str, place: Place, words: Leaving) -> Phrase | None:
    """The girls of "two of them girls": a noun that ends its clause."""
    end = place.end.idx + len(place.end)
    found = words.of_whom.match(text, end)
    if found is None:
        return None
    doc, at = place.end.doc, place.end.i + 1
    while at < len(doc) and doc[at].idx < found.end():
        at += 1
    head = _noun(doc[at : at + LONGEST])
    return phrase(head, at - 1) if head is not None else None


def _noun(words: Iterable[Token]) -> Token | None:
    """The head of words that name somebody and nothing else, up to the end of the clause."""
    head: Token | None = None
    for word in words:
        if word.is_punct or word.sent_start is True or word.pos_ == "CCONJ":
            return head
        if word.pos_ in NOMINAL:
            head = word if head is None or head.i == word.i - 1 else head
        elif word.tag_ == "VBZ" and head is None and word.i + 1 < len(word.doc) and word.nbor(1).is_punct:
            return word  # "four of them guides", which the tagger takes for a verb
        elif word.pos_ not in ("ADJ", "DET", "NUM", *(() if head is None else ("ADP",))):
            return None
    return head
