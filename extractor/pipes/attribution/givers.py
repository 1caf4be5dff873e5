"""Who gives a figure without a quote: "Officials put the toll at 41", "The ministry raised its estimate to 55".

No words are reported here, so `news_quotes` finds nothing; but the subject of the verb vouches for the number.
"""

from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Doc, Token

from extractor import tables
from extractor.annotations import FigureFound, Stretch

PREPOSITIONS = frozenset({"at", "to", "from", "between"})
CLIMB = 5
"""Steps from a number to the verb that gives it."""
LONGEST = 24
"""Tokens in the name of who gives it: "Dr. Salamatou Lawandi, the chief surgeon at the hospital"."""


class Giver(tables.Row, frozen=True, kw_only=True):
    """A verb whose subject gives the number behind "at" or "to", and what its object must be."""

    verb: str
    objects: tuple[str, ...]


class Givers:
    """The table, by verb."""

    def __init__(self, rows: Iterable[Giver]) -> None:
        self._verbs = {row.verb: frozenset(row.objects) for row in rows}

    def giver(self, doc: Doc, figure: FigureFound) -> Stretch | None:
        """The stretch of who gives the figure, or None."""
        span = doc.char_span(figure["start"], figure["end"], alignment_mode="expand")
        found = self._verb(span.root) if span is not None and len(span) else None
        if found is None or not any(child.lemma_.lower() in found.objects for child in found.verb.rights):
            return None
        subject = next((child for child in found.verb.lefts if child.dep_ == "nsubj"), None)
        if subject is None or subject.pos_ not in ("NOUN", "PROPN") or subject.ent_type_ in ("DATE", "CARDINAL"):
            return None
        first, last = subject.left_edge, subject.right_edge
        if last.i - first.i > LONGEST or last.i >= found.verb.i:
            return None
        return {"start": first.idx, "end": last.idx + len(last)}

    def _verb(self, token: Token) -> "Giving | None":
        behind = False
        for _ in range(CLIMB):
            head = token.head
            if head.i == token.i:
                return None
            behind = behind or (token.dep_ == "prep" and token.lower_ in PREPOSITIONS)
            objects = self._verbs.get(head.lemma_.lower()) if head.pos_ == "VERB" else None
            if objects is not None:
                return Giving(head, objects) if behind else None
            if head.pos_ == "VERB":
                return None
            token = head
        return None


class Giving(NamedTuple):
    """A verb of the table with the objects that make it one that gives numbers."""

    verb: Token
    objects: frozenset[str]
