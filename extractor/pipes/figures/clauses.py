"""Small questions about a verb and what stands around it, for `roles`."""

import re

from spacy.tokens import Token

CLAUSE_ENDS = frozenset({",", ".", ";", ":", "—", "–", "--", "(", ")"})
OWN = frozenset({"nsubj", "nsubjpass", "dobj", "neg"})


def acts(verb: Token) -> bool:
    """Whether a past tense has an object or a target: what is said of others."""
    return any(child.dep_ == "dobj" or (child.dep_ == "prep" and child.lower_ == "at") for child in verb.rights)


def plural(noun: str) -> str:
    """The noun with its regular plural, as an expression."""
    return f"{re.escape(noun)}s?" if noun[-1] != "y" else f"{re.escape(noun[:-1])}(?:y|ies)"


def passive(verb: Token) -> bool:
    """Whether a verb is in the passive."""
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def joined(verb: Token) -> list[Token]:
    """Verbs joined to this one that share its subject: "shot and killed"."""
    return [
        child
        for child in verb.rights
        if child.dep_ == "conj" and child.pos_ == "VERB" and not any(c.dep_ in OWN for c in child.children)
    ]


def near(at: Token, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands within a few words of the token, in its sentence."""
    doc, low, high = at.doc, max(0, at.i - 3), at.i + 1
    while high < min(len(doc), at.i + 10) and doc[high].text not in CLAUSE_ENDS:
        high += 1
    words = [word for word in doc[low:high] if not word.is_space]
    text = f" {' '.join(word.lower_ for word in words)} "
    stems = f" {' '.join(word.lemma_.lower() for word in words)} "
    return any(f" {phrase} " in text or f" {phrase} " in stems for phrase in phrases)


def counted_as(verb: Token) -> str:
    """How those counted stand to a verb that "including" hangs on: "12 people died, including three children"."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            return str(child.dep_)
    return "nsubj"
