"""Whether a figure is told as a fact, or only as what could be, may be or is feared."""

from collections.abc import Iterable
from typing import Literal

from spacy.tokens import Token

from extractor import tables
from extractor.syntax import is_passive

OTHERS = frozenset({"conj", "advcl", "ccomp", "parataxis"})
"""Clauses of their own: "nine drowned and four are missing, presumed dead"."""
OWN = frozenset({"conj", "relcl", "advcl"})
CONDITIONS = frozenset({"if", "unless"})
COMPLEMENT = frozenset({"ccomp", "xcomp", "acl", "advcl", "oprd", "acomp"})


def is_given(noun: Token) -> bool:
    """Whether a noun is there whatever its clause says: "the two-part sale", "$580,000 spent on telephones"."""
    if any(child.dep_ == "det" and _points(child) for child in noun.lefts):
        return True
    return any(child.dep_ == "acl" and child.tag_ == "VBN" for child in noun.rights)


def _points(determiner: Token) -> bool:
    """Whether it is "the" or "these"."""
    return "Def" in determiner.morph.get("Definite") or "Dem" in determiner.morph.get("PronType")


class Modality(tables.Row, frozen=True):
    """A modal verb, a verb whose complement has not happened, or a word that says so by itself."""

    KEYS = ("word", "kind")

    word: str
    kind: Literal["modal", "verb", "word"]


class Modalities:
    """The table."""

    def __init__(self, rows: Iterable[Modality]) -> None:
        rows = tuple(rows)
        self._modals = frozenset(row.word for row in rows if row.kind == "modal")
        self._verbs = frozenset(row.word for row in rows if row.kind == "verb")
        self._words = frozenset(row.word for row in rows if row.kind == "word")

    def hypothetical(self, token: Token) -> bool:
        """Whether a verb above the token takes its clause out of the facts; another clause ends the search."""
        came_from = ""
        for _ in range(8):
            head = token.head
            if token.pos_ in ("VERB", "AUX") and self._unreal(token, came_from):
                return True
            if head == token or (token.dep_ in OWN and token.pos_ in ("VERB", "AUX")):
                return False
            if token.dep_ == "pobj" and head.lower_ == "of" and head.head.pos_ == "NOUN" and is_given(head.head):
                return False  # "may be responsible for the recent death of 5,000 birds"
            if token.dep_ == "prep" and came_from == "pcomp" and token.i < head.i:
                return False  # "Despite spending four days in Bath, she may lose"
            came_from, token = token.dep_, head
        return False

    def _unreal(self, verb: Token, came_from: str) -> bool:
        """Whether a verb is in no fact: by its modal, its condition or what it means for its complement."""
        told = verb.lower_ in self._words and (verb.tag_ != "VBD" or is_passive(verb))  # "he believed that" is no doubt
        if told or (verb.lemma_.lower() in self._verbs and came_from in COMPLEMENT):
            return True
        return any(map(self._makes_unreal, verb.children))

    def _makes_unreal(self, child: Token) -> bool:
        """Whether what hangs on a verb makes it unreal: a modal, a condition, or a word such as "presumed"."""
        if child.dep_ in ("aux", "auxpass") and child.lower_ in self._modals:
            return True
        if child.lower_ in self._words and child.dep_ not in OTHERS:
            return True
        if child.dep_ == "mark":
            return child.lower_ in CONDITIONS
        return child.dep_ == "advcl" and any(c.lower_ in CONDITIONS for c in child.lefts)
