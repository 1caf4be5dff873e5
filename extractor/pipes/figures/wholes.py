"""The whole that a bare number is a part of: "Of the victims, nine were miners", "three of the wounded"."""

from spacy.tokens import Token

from extractor.pipes.figures.place import Place
from extractor.syntax import object_of

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def whole(first: Token, last: Token, root: Token) -> Token | None:
    """The noun, pronoun or state behind "of", right behind the number or in front of its clause."""
    behind = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if behind is not None and behind.lower_ == "of" and behind.dep_ == "prep":
        return object_of(behind)
    if root.dep_ not in SUBJECTS or root.i > last.i:
        return None
    fronted = (
        child
        for child in (*root.head.lefts, *root.lefts)
        if child.lower_ == "of" and child.dep_ == "prep" and child.i < first.i
    )
    prep = next(fronted, None)
    return object_of(prep) if prep is not None and first.nbor(-1).text == "," else None


def whole_of(place: Place) -> Token | None:
    """The whole of a number at its place."""
    return whole(place.first, place.end, place.root)
