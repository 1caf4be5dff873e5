"""Whose death a clause tells: "Dorn died", "the fire killed Dorn", "Dorn was killed"."""

from spacy.tokens import Doc, Token

from extractor.pipes.reference.sites import Site
from extractor.pipes.reference.words import Words
from extractor.syntax.clauses import auxiliaries, is_negated, is_passive
from extractor.syntax.columns import columns

ASIDE = frozenset({"advcl", "pcomp", "relcl"})

NEAR = 12
"""Tokens behind a verb in which it says that somebody is found dead."""


def _is_found_dead(doc: Doc, verb: Token, words: Words) -> bool:
    """ "Was shot dead", "was found dead"."""
    behind = columns(doc).texts[verb.i + 1 : verb.i + NEAR]
    found = (at for at, word in enumerate(behind, verb.i + 1) if word.lower() in words.dead)
    return any(doc[at].head.i == verb.i for at in found)


def dies(doc: Doc, site: Site, words: Words) -> bool:
    """Whether what is mentioned at the site dies there; what may happen, or did not, is no death, nor is
    what only tells a time ("the night before he died")."""
    verb = doc[site.clause]
    lemma = verb.lemma_
    if lemma not in words.dying and lemma not in words.killing and not _is_found_dead(doc, verb, words):
        return False
    if verb.dep_ in ASIDE or is_negated(verb) or any(helper.tag_ == "MD" for helper in auxiliaries(verb)):
        return False
    suffers = site.role == "subject" if lemma in words.dying or is_passive(verb) else site.role == "object"
    return suffers and doc[site.token].dep_ != "agent"
