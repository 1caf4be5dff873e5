"""Finds the noun that a bare number counts: behind it, behind a hyphen, or behind "of"."""

from spacy.tokens import Doc, Token

from extractor.pipes.figures.phrases import NOMINAL, Phrase, object_of, phrase

PREFIX = 4
"""Letters of the longest prefix that a hyphen parts from its noun: "one co-sponsor"."""
SINGULAR, PLURAL = frozenset({"NN", "NNP"}), frozenset({"NNS", "NNPS"})


def counted_by(first: Token, last: Token, more: frozenset[str], *, singular: bool) -> Phrase | None:
    """The noun that a bare number counts: behind it, behind a hyphen, or behind "of". `singular`: the number is one.

    `more` are the words that say of a count that it comes on top: "four more boats" are boats.
    """
    after = _after(last)
    if after is None:
        return None
    if after.text in ("-", "‑") and not after.whitespace_ and not last.whitespace_ and after.i + 1 < len(last.doc):
        return _hyphened(first, after.nbor(1), more, singular=singular)
    if after.tag_ == "DT" and after.lower_ not in ("all", "both"):
        return None  # "had stood at 11 the night before"
    if after.lower_ == "of":
        noun = object_of(after)
        return phrase(noun, last.i) if noun is not None and noun.pos_ in NOMINAL else None
    head = _modified(first, last) or _next_noun(last.doc, last)
    if head is None:
        return None
    return _phrased(
        head, after.nbor(1) if after.lower_ in more and after.i < head.i else after, last, singular=singular
    )


def _after(last: Token) -> Token | None:
    """The token behind a number, past a line break."""
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    return after.nbor(1) if after is not None and after.is_space and after.i + 1 < len(last.doc) else after


def _phrased(head: Token, after: Token, last: Token, *, singular: bool) -> Phrase:
    """The phrase of the counted noun, which begins at `after` without "more" and the like."""
    doc = last.doc
    head = _hyphened_on(head) if singular else _plural(_hyphened_on(head))
    if after.tag_ == "NN" and after.dep_ == "compound" and head.tag_ == "NN" and not singular:
        head = after  # "a 12 page document" has twelve pages
    start = after.i
    while start < head.i and (doc[start].is_space or doc[start].is_punct):
        start += 1
    return Phrase(head, doc[start].idx, phrase(head, last.i).end)


def _hyphened(first: Token, word: Token, more: frozenset[str], *, singular: bool) -> Phrase | None:
    """The word behind a hyphen: "a 12-page letter"; "20-odd boats" are boats."""
    if word.lower_ in ("plus", "odd", "strong"):
        return counted_by(first, word, more, singular=singular)
    counted = word.pos_ in ("NOUN", "PROPN", "ADJ", "X", "VERB")
    return Phrase(word, word.idx, word.idx + len(word)) if counted else None


def _hyphened_on(head: Token) -> Token:
    """The founders of "three co-founders", of which the tokenizer makes three words."""
    doc, at = head.doc, head.i
    if head.whitespace_ or at + 2 >= len(doc) or doc[at + 1].text not in "-‑" or doc[at + 1].whitespace_:
        return head
    noun = doc[at + 2]
    joined = noun.pos_ in NOMINAL and noun.is_alpha and (noun.tag_ in PLURAL or len(head) <= PREFIX)
    return noun if joined else head


def _modified(first: Token, last: Token) -> Token | None:
    """The noun whose modifier the number is."""
    for token in (last, first):
        head = token.head
        while head.i <= last.i and head.head.i != head.i and head.i >= first.i:
            head = head.head
        if head.i > last.i and head.pos_ in NOMINAL and head.i - last.i < 8:
            joined = head.doc[last.i + 1 : head.i]
            if all(_inside(word) for word in joined):
                while (
                    head.dep_ in ("compound", "nmod", "nummod")
                    and 0 < head.head.i - head.i < 6
                    and head.head.pos_ in NOMINAL
                ):
                    head = head.head
                return head
    return None


def _plural(head: Token) -> Token:
    """The spoons of "40 gold and silver spoons", where the parser takes the gold for counted."""
    joined = next((child for child in head.rights if child.dep_ == "conj"), None)
    if joined is None or head.tag_ not in SINGULAR or joined.tag_ not in PLURAL:
        return head
    between = head.doc[head.i + 1 : joined.i]
    plain = len(between) < 4 and all(word.dep_ == "cc" or word.head.i == joined.i for word in between)
    return joined if plain and not any(word.dep_ in ("det", "nummod", "poss", "punct") for word in between) else head


def _inside(word: Token) -> bool:
    """Whether a word can stand between a number and its noun: "4.3 million digital and physical sales"."""
    if word.dep_ == "cc":
        return word.head.dep_ in ("amod", "compound", "nmod")
    return word.dep_ not in ("nsubj", "punct", "prep") or word.text in "-\"“”'"


def _next_noun(doc: Doc, last: Token) -> Token | None:
    """The end of the nouns and adjectives right behind the number, where the parser saw no phrase."""
    at, noun = last.i + 1, None
    while at < len(doc) and at - last.i < 5 and doc[at].sent_start is not True and doc[at].is_alpha:
        token = doc[at]
        if token.ent_type_ in ("DATE", "TIME"):
            break
        if token.pos_ in NOMINAL and not (noun is not None and noun.pos_ != token.pos_):
            noun = token
        elif token.pos_ not in ("ADJ",) or noun is not None:
            break
        at += 1
    return noun
