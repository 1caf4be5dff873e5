"""Noun phrases: their heads and edges, and stretches without what does not belong to them at their ends."""

from spacy.tokens import Token

CLAUSES = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "conj", "cc", "punct"})
"""What hangs on a noun behind it and is no part of its name: a relative clause, an apposition, another conjunct."""
LOOSE = " \t\r\n\f\v\u00a0\u2028\u2029,;:-–—"


def end_of(token: Token) -> int:
    """The character after the token."""
    return int(token.idx + len(token))


def object_of(preposition: Token) -> Token | None:
    """The noun or clause that a preposition governs."""
    return next((child for child in preposition.rights if child.dep_ in ("pobj", "pcomp")), None)


def head_of(first: Token, last: Token) -> Token:
    """The head of the tokens from the first to the last: the one whose own head stands outside."""
    return first.doc[first.i : last.i + 1].root


def left_edge(head: Token) -> Token:
    """The first token of a noun phrase: its determiner, modifiers and possessor, of one unbroken stretch."""
    at = head
    for child in reversed(list(head.lefts)):
        if child.dep_ in ("punct", "cc", "preconj") or child.right_edge.i != at.i - 1:
            break
        at = child.left_edge
    return at


def right_edge(head: Token) -> Token:
    """The last token of a noun phrase with what follows by a preposition ("the mayor of Bath"), without a relative
    clause, an apposition or another conjunct."""
    at = head
    for child in head.rights:
        if child.dep_ in CLAUSES or child.left_edge.i != at.i + 1:
            break
        at = child.right_edge
    return at


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space, commas, colons and dashes at its ends."""
    while start < end and text[start] in LOOSE:
        start += 1
    while end > start and text[end - 1] in LOOSE:
        end -= 1
    return start, end
