"""Finds the reporting expression around its word: auxiliaries, negation, particle and manner.

"has not yet said", "went on to say", "said bluntly", "said in an interview with the Times": what stands apart from the
word itself ("told", with its addressee between it and the rest) stays out.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from spacy.tokens import Token

from extractor.pipes.quotes.page import Page, end_of, mark_at
from extractor.pipes.quotes.rows import Noun, Verb
from extractor.syntax.columns import are_among, columns
from extractor.vocabulary import Stance

CHAIN = 6
"""Words before "to" in "was quick to say", at most."""
CLEAR = 3
"""Words from "made" to "clear" in "made it very clear", at most."""
WITHHOLDING = frozenset(("declines", "denies"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
BEFORE = frozenset(("aux", "auxpass", "neg", "advmod"))


class Cue(NamedTuple):
    """A reporting word with its row, and the stretch of the whole expression."""

    token: Token
    start: int
    end: int
    row: Verb | Noun
    stance: Stance
    passive: bool


def candidates(page: Page) -> Iterator[Token]:
    """Tokens outside marked statements whose lemma is in the tables, in order."""
    lemmas = np.flatnonzero(are_among(page.doc.to_array("LEMMA"), page.lexicon.cue_hashes)).tolist()
    for at in sorted({*lemmas, *columns(page.doc).of(page.lexicon.forms)}):
        if mark_at(page, page.starts[at]) is None:
            yield page.doc[at]


def verb_row(page: Page, token: Token) -> Verb | None:
    """The row of a verb, with its particle where the table has one ("point out")."""
    verbs = page.lexicon.verbs
    lemma = page.lexicon.forms.get(token.lower_) or token.lemma_.lower()
    if lemma not in page.lexicon.phrasal:
        return verbs.get(lemma)
    for child in token.rights:
        if child.dep_ in {"prt", "advmod", "dobj"} and child.i == token.i + 1 and f"{lemma} {child.lower_}" in verbs:
            return verbs[f"{lemma} {child.lower_}"]
        if child.pos_ == "ADJ" and child.i <= token.i + CLEAR and f"{lemma} {child.lower_}" in verbs:
            return verbs[f"{lemma} {child.lower_}"]  # "made it clear"
    return verbs.get(lemma)


def withholds(page: Page, verb: Token, stance: Stance) -> bool:
    """Whether a verb, or the one that it hangs on, refuses: `would not say`, `declined to say`, `denied`."""
    above = verb_row(page, verb.head) if verb.dep_ == "xcomp" else None
    return stance in WITHHOLDING or (above is not None and above.stance in WITHHOLDING)


def stance_of(page: Page, row: Verb | Noun, token: Token) -> Stance:
    """What a row says of a word, or that it declines: `did not say`, `neither would confirm`."""
    negated = row.stance == "states" and any(child.dep_ == "neg" or _is_none(page, child) for child in token.lefts)
    return "declines" if negated else row.stance


def _is_none(page: Page, child: Token) -> bool:
    """`Neither Vogt nor Holm said how the fire began`, `nobody would say`: a subject that is no one."""
    return child.dep_ == "nsubj" and child.left_edge.lower_ in page.lexicon.small["none"]


def read(page: Page, token: Token, row: Verb | Noun) -> Cue:
    """The cue of a reporting word."""
    passive = any(_is_passive(child) for child in token.lefts) or _is_reduced(token) or _is_clipped(token)
    first = _led_on(page, token, _with_helpers(page, token))
    last = _with_particle(page, token, row)
    manner = _manner(page, token, last.i + 1)
    end = end_of(last) if manner is None else end_of(manner)
    return Cue(token, first.idx, end, row, stance_of(page, row, token), passive)


def _is_reduced(token: Token) -> bool:
    """`the bridge called unsafe by the mayor`: a participle alone."""
    has_helper = any(child.dep_ == "aux" for child in token.lefts)
    return token.tag_ == "VBN" and not has_helper and token.dep_ != "conj"


def _with_helpers(page: Page, token: Token) -> Token:
    """The first of the auxiliaries, the negation and the adverbs right before a reporting word."""
    first = token
    while first.i and page.doc[first.i - 1].dep_ in BEFORE and page.doc[first.i - 1].head.i == token.i:
        before = page.doc[first.i - 1]
        if before.tag_ in {"WRB", "TO"} or mark_at(page, before.idx) is not None:
            break
        first = before
    return first


def _with_particle(page: Page, token: Token, row: Verb | Noun) -> Token:
    """The last of the word, its particle ("point out", "made it clear") and an adverb of manner ("said bluntly")."""
    last, particle = token, row.lemma.partition(" ")[2]
    for child in token.rights:
        is_own = child.lower_ == particle
        if is_own and child.pos_ == "ADJ" and child.i <= token.i + CLEAR:
            last = child
        if child.i == last.i + 1 and (child.dep_ == "prt" or is_own):
            last = child
    following = page.doc[last.i + 1] if last.i + 1 < len(page.doc) else last
    is_manner = following.dep_ == "advmod" and following.head.i == token.i and following.lower_.endswith("ly")
    return following if is_manner else last


def _led_on(page: Page, token: Token, first: Token) -> Token:
    """The first word of a chain that ends in the cue: `went on to say`, `was quick to say`, `was quoted as saying`."""
    doc, start = page.doc, first
    link = doc[first.i - 1] if first.i else first
    if not ((link.tag_ == "TO" and link.head.i == token.i) or (link.lower_ == "as" and token.tag_ == "VBG")):
        return first
    for place in range(link.i - 1, max(-1, link.i - CHAIN), -1):
        word = doc[place]
        if mark_at(page, word.idx) is not None:
            break
        row = verb_row(page, word) if word.pos_ == "VERB" else None
        if row is not None and "infinitive" in row.frames and row.needs != "marks":
            break  # "refused to say" is the report of a refusal
        if word.pos_ in {"VERB", "AUX"}:
            start = word
        elif word.dep_ not in {"prt", "acomp", "advmod", "neg", "xcomp"}:
            break
    return start


def _is_passive(child: Token) -> bool:
    """Whether a dependent makes its verb passive; the "'s" of "he's said" is a "has"."""
    if child.dep_ == "nsubjpass":
        return not any(left.dep_ == "auxpass" and left.lower_ in {"'s", "’s"} for left in child.head.lefts)
    return child.dep_ == "auxpass" and child.lower_ not in {"'s", "’s"}


def _is_clipped(token: Token) -> bool:
    """`Asked whether she would go, the mayor smiled`: a participle that the tagger may take for a past tense."""
    if is_set_in(token) or _is_told_of(token):
        return True
    if token.dep_ != "advcl" or token.tag_ not in {"VBN", "VBD"}:
        return False
    if token.i > token.head.i and not any(left.tag_ == "WRB" for left in token.lefts):
        return False
    return not any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in token.lefts)


def is_set_in(token: Token) -> bool:
    """`Vogt, asked whether she would go, said: "No."`: a clause between commas, before a verb of its own form."""
    above = token.head
    is_inner = token.dep_ in {"ccomp", "advcl"} and token.tag_ in {"VBN", "VBD"} and above.i > token.right_edge.i
    if not is_inner or not token.i or token.nbor(-1).text != "," or above.tag_ not in FINITE:
        return False
    has_aux = any(left.dep_ in {"aux", "auxpass"} for left in token.lefts)
    behind = token.doc[token.right_edge.i]
    closed = behind.text == "," or (behind.i + 1 < len(token.doc) and behind.nbor().text == ",")
    return closed and not has_aux and not any(child.dep_ == "nsubj" for child in above.lefts)


def _is_told_of(token: Token) -> bool:
    """`The plan, criticised as too costly, was dropped`: behind a comma and before "as", a verb without an object."""
    if not 0 < token.i < len(token.doc) - 1 or token.nbor(-1).text != "," or token.nbor().lower_ != "as":
        return False
    return token.tag_ in {"VBN", "VBD"} and not any(
        child.dep_ in {"dobj", "aux", "auxpass"} for child in token.children
    )


def _manner(page: Page, token: Token, at: int) -> Token | None:
    """The last word of "in a statement" where it follows the verb at once."""
    if at >= len(page.doc):
        return None
    preposition = page.doc[at]
    if preposition.dep_ != "prep" or preposition.head.i != token.i:
        return None
    for noun in preposition.rights:
        reporting = page.lexicon.occasions.get(noun.lemma_.lower(), ()) if noun.dep_ == "pobj" else ()
        if preposition.lower_ in reporting and noun.i - at <= 5:
            return _partner(noun)
    return None


def _partner(noun: Token) -> Token:
    """The last word of "in an interview with the Times": the one spoken to belongs to the occasion."""
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "with" and child.i == noun.i + 1:
            words = noun.doc[child.i : child.right_edge.i + 1]
            if len(words) <= CHAIN and not any(word.is_punct or word.pos_ == "VERB" for word in words):
                return child.right_edge
    return noun
