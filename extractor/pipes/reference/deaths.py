"""Whose death a clause tells: "Dorn died", "the fire killed Dorn", "Dorn was killed"."""

from spacy.tokens import Doc

from extractor.pipes.reference.sites import Site
from extractor.pipes.reference.words import Words
from extractor.syntax.clauses import auxiliaries, is_negated, is_passive

ASIDE = frozenset({"advcl", "pcomp", "relcl"})

NEAR = 12
"""Tokens behind a verb in which it says that somebody is found dead."""


def dies(doc: Doc, site: Site, words: Words) -> bool:
    """Whether what is mentioned at the site dies there; what may happen, or did not, is no death, nor is
    what only tells a time ("the night before he died")."""
    verb = doc[site.clause]
    lemma = verb.lemma_
    behind = doc[verb.i + 1 : verb.i + NEAR]
    shot = any(word.lower_ in words.dead and word.head.i == verb.i for word in behind)  # "was shot dead", "found dead"
    if lemma not in words.dying and lemma not in words.killing and not shot:
        return False
    if verb.dep_ in ASIDE or is_negated(verb) or any(helper.tag_ == "MD" for helper in auxiliaries(verb)):
        return False
    suffers = site.role == "subject" if lemma in words.dying or is_passive(verb) else site.role == "object"
    return suffers and doc[site.token].dep_ != "agent"
