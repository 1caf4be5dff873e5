"""Verbs and what they govern: subject, agent, object, passive, negation, finite, tense.

The relations are those of spaCy's English models (ClearNLP's labels). A clause is known by its verb.
"""

from typing import Literal

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
"""The relations of a subject. "there" in "there were ten" (expl) fills its place and is none."""
AUXILIARIES = frozenset({"aux", "auxpass"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SHARED = frozenset({"conj", "xcomp"})
"""Relations of a verb without a subject of its own to the verb whose subject it has."""
MODIFYING = frozenset({"acl", "relcl"})
STEPS = 12
"""Verbs above one another, at most: the parse of a list that is no sentence is a chain as long as the list."""

Tense = Literal["past", "present", "future"]
FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo"})


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb itself, the nearest to it: in "said Ann Lee" it stands behind."""
    found = [child for child in verb.children if child.dep_ in SUBJECTS]
    return min(found, key=lambda child: abs(child.i - verb.i), default=None)


def has_subject(verb: Token) -> bool:
    """Whether a subject, or "there", hangs on the verb itself."""
    return any(child.dep_ in SUBJECTS or child.dep_ == "expl" for child in verb.children)


def subject(verb: Token) -> Token | None:
    """The verb's subject: its own, else that of the verb it is joined to ("He came and [saw]", "He began to [run]"),
    else the noun that its clause modifies ("the man [shot] on Friday")."""
    for _ in range(STEPS):
        found = own_subject(verb)
        if found is not None:
            return found
        if verb.dep_ in MODIFYING:
            return verb.head
        if verb.dep_ not in SHARED or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def agent(verb: Token) -> Token | None:
    """Who does it, of a passive: "by" and its noun ("was shot by the [police]")."""
    by = next((child for child in verb.rights if child.dep_ == "agent"), None)
    return None if by is None else next((child for child in by.rights if child.dep_ == "pobj"), None)


def objects(verb: Token) -> list[Token]:
    """The verb's objects and predicate nouns, in order."""
    return [child for child in verb.children if child.dep_ in OBJECTS]


def auxiliaries(verb: Token) -> list[Token]:
    """The verb's auxiliaries, in order."""
    return [child for child in verb.lefts if child.dep_ in AUXILIARIES]


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive: by its auxiliary, its subject or its agent."""
    return any(child.dep_ in ("auxpass", "nsubjpass", "csubjpass", "agent") for child in verb.children)


def is_negated(verb: Token) -> bool:
    """Whether "not" hangs on the verb."""
    return any(child.dep_ == "neg" for child in verb.children)


def is_finite(verb: Token) -> bool:
    """Whether the verb, or an auxiliary of it, has a tense or is a modal."""
    return verb.tag_ in FINITE or any(child.tag_ in FINITE for child in auxiliaries(verb))


def tense(verb: Token) -> Tense | None:
    """The tense of the verb's clause by its finite form; the perfect is past, None for what is not finite.

    "has died", "died" and "had died" are past, "will die" is future, "dies" and "is dying" present, and "may die" too.
    """
    helpers = auxiliaries(verb)
    if any(helper.lower_ in FUTURE for helper in helpers):
        return "future"
    if any(helper.lemma_ == "have" for helper in helpers):
        return "past" if not any(helper.tag_ == "MD" for helper in helpers) else "present"
    finite = next((helper for helper in helpers if helper.tag_ in FINITE), verb)
    if finite.tag_ == "VBD":
        return "past"
    return "present" if finite.tag_ in FINITE else None


def verb_above(token: Token) -> Token | None:
    """The verb of the clause that a token stands in; the token itself where it is one."""
    for _ in range(STEPS):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in AUXILIARIES:
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None
