"""Noun phrases as figures name them: the head with its name or modifiers, and "of ..." behind it."""

from typing import NamedTuple

from spacy.tokens import Token

NOMINAL = frozenset({"NOUN", "PROPN"})
LEFT = frozenset({"compound", "amod", "nmod", "poss", "nummod", "case", "punct", "advmod", "npadvmod", "quantmod"})
JOINTS = frozenset({"-", "&", "‑", "/", "'", "’"})
AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "DATE", "TIME"})
"""Entities that a phrase does not reach into: "a turnover of $3 million", "nine cases of a year"."""


class Phrase(NamedTuple):
    """A noun phrase: its head and its stretch in characters, without determiner."""

    head: Token
    start: int
    end: int


def phrase(head: Token, after: int = -1, upto: int | None = None) -> Phrase:
    """The phrase of a head: its name or modifiers to the left (behind token `after`), and "of ..." to the right.

    It never reaches over the token `upto`: "a turnover of $3 million" is a turnover.
    """
    doc = head.doc
    start, end = _first(head, after), _of(head, _last(head), upto)
    return Phrase(head, doc[start].idx, doc[end].idx + len(doc[end]))


def _first(head: Token, after: int) -> int:
    """The first token of the name or of the modifiers before a head, behind token `after`."""
    doc, start = head.doc, int(head.i)
    while start - 1 > after and _goes_on(doc[start - 1], doc[start]):
        start -= 1
    while start < head.i and (doc[start].is_punct or doc[start].dep_ == "case"):
        start += 1  # "at a 1-year-old's birthday party"
    return start


def _goes_on(token: Token, behind: Token) -> bool:
    """Whether a token belongs to the phrase that begins behind it."""
    if token.dep_ not in LEFT and not (token.ent_iob_ == "I" and behind.ent_iob_ == "I"):
        return False
    if token.head.i < token.i and token.dep_ not in ("punct", "case"):
        return False
    return not token.is_punct or token.text in JOINTS


def _last(head: Token) -> int:
    """The last token of a name that goes on behind its head."""
    doc, end = head.doc, int(head.i)
    while head.pos_ == "PROPN" and end + 1 < len(doc) and doc[end + 1].pos_ == "PROPN" and end - head.i < 4:
        if doc[end + 1].head.i not in (head.i, end) and head.head.i != doc[end + 1].i:
            break
        end += 1  # "Joost van Alphen", of which the parser makes "van" the head
    while head.ent_iob_ != "O" and end + 1 < len(doc) and doc[end + 1].ent_iob_ == "I" and end - head.i < 6:
        end += 1
    return end


def _of(head: Token, end: int, upto: int | None) -> int:
    """The last token of the "of ..." that follows token `end`, else `end`."""
    for child in head.rights:
        if child.lower_ == "of" and child.i == end + 1:
            noun = object_of(child)
            reached = upto is not None and noun is not None and head.i < upto <= noun.i
            if noun is not None and noun.i - head.i < 8 and noun.ent_type_ not in AMOUNTS and not reached:
                end = noun.i
    return end


def object_of(prep: Token) -> Token | None:
    """The noun or clause that a preposition governs."""
    return next((child for child in prep.rights if child.dep_ in ("pobj", "pcomp")), None)
