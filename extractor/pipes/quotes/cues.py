"""Finds the reporting expression around its word: auxiliaries, negation, particle and manner.

"has not yet said", "went on to say", "said in an interview": what stands apart from the word itself ("told", with its
addressee between it and the rest) stays out.
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from extractor.pipes.quotes.lexicon import Noun, Verb
from extractor.pipes.quotes.page import Page, end_of, mark_at

BEFORE = frozenset(("aux", "auxpass", "neg", "advmod"))


class Cue(NamedTuple):
    """A reporting word with its row, and the stretch of the whole expression."""

    token: Token
    start: int
    end: int
    row: Verb | Noun
    stance: str
    passive: bool


def candidates(page: Page) -> Iterator[Token]:
    """Tokens outside marked statements whose lemma is in the tables, in order."""
    forms, nouns = page.lexicon.forms, page.lexicon.nouns
    for token in page.doc:
        known = token.lower_ in forms or token.lemma_ in forms or token.lemma_ in nouns
        if known and mark_at(page, token.idx) is None:
            yield token


def verb_row(page: Page, token: Token) -> Verb | None:
    """The row of a verb, with its particle where the table has one ("point out")."""
    verbs = page.lexicon.verbs
    lemma = page.lexicon.forms.get(token.lower_) or token.lemma_.lower()
    for child in token.rights:
        if child.dep_ in {"prt", "advmod", "dobj"} and child.i == token.i + 1 and f"{lemma} {child.lower_}" in verbs:
            return verbs[f"{lemma} {child.lower_}"]
    return verbs.get(lemma)


def read(page: Page, token: Token, row: Verb | Noun) -> Cue:
    """The cue of a reporting word."""
    first, last = token, token
    negated = any(child.dep_ == "neg" for child in token.lefts)
    passive = any(_is_passive(child) for child in token.lefts) or (
        token.tag_ == "VBN" and not any(child.dep_ == "aux" for child in token.lefts) and token.dep_ != "conj"
    )
    passive = passive or _is_clipped(token)
    while first.i and page.doc[first.i - 1].dep_ in BEFORE and page.doc[first.i - 1].head.i == token.i:
        before = page.doc[first.i - 1]
        if before.tag_ in {"WRB", "TO"} or mark_at(page, before.idx) is not None:
            break
        first = before
    for child in token.rights:
        if child.i == last.i + 1 and (child.dep_ == "prt" or child.lower_ == row.lemma.partition(" ")[2]):
            last = child
    end = end_of(last)
    manner = _manner(page, token, last.i + 1)
    end = end if manner is None else end_of(manner)
    stance = row.stance
    if negated:
        stance = "declines" if stance == "states" else stance
    return Cue(token, first.idx, end, row, stance, passive)


def _is_passive(child: Token) -> bool:
    """Whether a dependent makes its verb passive; the "'s" of "he's said" is a "has"."""
    if child.dep_ == "nsubjpass":
        return not any(left.dep_ == "auxpass" and left.lower_ in {"'s", "’s"} for left in child.head.lefts)
    return child.dep_ == "auxpass" and child.lower_ not in {"'s", "’s"}


def _is_clipped(token: Token) -> bool:
    """`Asked whether she would go, the mayor smiled`: a participle that the tagger may take for a past tense."""
    if token.dep_ != "advcl" or token.tag_ not in {"VBN", "VBD"}:
        return False
    if token.i > token.head.i and not any(left.tag_ == "WRB" for left in token.lefts):
        return False
    return not any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in token.lefts)


def _manner(page: Page, token: Token, at: int) -> Token | None:
    """The last word of "in a statement" where it follows the verb at once."""
    if at >= len(page.doc):
        return None
    preposition = page.doc[at]
    if preposition.dep_ != "prep" or preposition.head.i != token.i:
        return None
    for noun in preposition.rights:
        if noun.dep_ == "pobj" and noun.lemma_.lower() in page.lexicon.occasions and noun.i - at <= 5:
            return noun
    return None
