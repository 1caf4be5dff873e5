"""Whom a pronoun cannot mean by grammar alone: "Smith saw him", "his brother John", "John and he"."""

from spacy.tokens import Token

from extractor.pipes.reference.sites import FAR, NOMINAL, OBJECT, SUBJECT, Layout, Site

SAID = frozenset({"ccomp", "xcomp", "aux", "auxpass"})
"""Relations of a clause to the verb that it completes."""
CONTROLLED = frozenset({"xcomp", "conj", "advcl", "pcomp", "prep", "aux", "acomp"})
"""Relations of a verb without a subject, and of what stands between, to where its subject is."""


def forbidden(layout: Layout, pronoun: Site, mention: Site) -> bool:
    """Whether grammar keeps the pronoun (not a reflexive one) from meaning what the mention means."""
    if pronoun.sentence != mention.sentence:
        return False
    if pronoun.marks != mention.marks:
        return False  # what a quote says and the frame around it are two texts
    return any(excludes(layout, pronoun, mention) for excludes in EXCLUSIONS)


def _is_its_subject(layout: Layout, pronoun: Site, mention: Site) -> bool:
    """ "Smith saw him", and "Smith was careful to court him": an object is not its verb's subject."""
    if pronoun.role != "object":
        return False
    if mention.role == "subject" and pronoun.clause == mention.clause:
        return True
    found = _understood(layout.doc[pronoun.clause])
    return found is not None and found.i == mention.token


def _is_named_below(layout: Layout, pronoun: Site, mention: Site) -> bool:
    """ "She advised Smith", "He said Smith was late": a subject is none that its clause, or what it says, names later.

    A clause that stands freer may name it ("He was in Rome when Smith, he said, ..."), and so may a bracket.
    """
    if pronoun.role != "subject" or mention.start < pronoun.start:
        return False
    deps = layout.deps
    if deps[mention.token] == "attr":
        return False
    if deps[mention.token] == "appos" and layout.heads[mention.token] == pronoun.token:
        return False
    for verb in layout.verbs(mention.token):
        if verb == pronoun.clause:
            return "(" not in layout.text[pronoun.end : mention.start]
        if deps[verb] not in SAID:
            return False
    return False


def _is_joined(layout: Layout, pronoun: Site, mention: Site) -> bool:
    """ "Smith and he": members of one enumeration are different people."""
    same = pronoun.role == mention.role != "possessive" and pronoun.clause == mention.clause
    return same and _coordinated(layout.doc[pronoun.token], layout.doc[mention.token])


def _is_owned(layout: Layout, pronoun: Site, mention: Site) -> bool:
    return _within(layout.doc[pronoun.token], layout.doc[mention.token])


EXCLUSIONS = (_is_its_subject, _is_named_below, _is_joined, _is_owned)


def _understood(verb: Token) -> Token | None:
    """The subject of a verb; the subject above of one without, unless an object between may be meant: "Smith asked
    Jones to help him"."""
    for _ in range(FAR):
        found = next((child for child in verb.lefts if child.dep_ in SUBJECT), None)
        if found is not None:
            return found
        if verb.dep_ not in CONTROLLED or verb.head.i == verb.i:
            return None
        if verb.dep_ != "conj" and any(child.dep_ in OBJECT for child in verb.head.children):
            return None
        verb = verb.head
    return None


def _coordinated(one: Token, other: Token) -> bool:
    return bool(first_of(one).i == first_of(other).i)


def first_of(token: Token) -> Token:
    """The first member of the enumeration that a noun is in: itself, where it is in none."""
    for _ in range(FAR):
        if token.dep_ not in {"conj", "appos"} or token.head.pos_ not in NOMINAL:
            break
        token = token.head
    return token


def _within(pronoun: Token, mention: Token) -> bool:
    """ "his brother John", "John, his brother": the possessor is not the one possessed, whichever heads the phrase."""
    if pronoun.dep_ != "poss":
        return False
    owned = pronoun.head
    for _ in range(FAR):
        if owned.i == mention.i:
            return True
        if owned.dep_ not in {"appos", "compound"} or owned.head.i == owned.i:
            break
        if owned.dep_ == "appos" and any(child.dep_ == "conj" for child in owned.rights):
            return False  # "Lopez, her mother and her sister" is an enumeration, whatever the parser says
        owned = owned.head
    possessed = pronoun.head
    named = mention
    for _ in range(FAR):
        if named.i == possessed.i:
            return True
        if named.dep_ not in {"appos", "compound", "nmod"} or named.head.i == named.i:
            return False
        named = named.head
    return False


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, also the one understood: "She tried to calm herself", "He rose and hanged himself"."""
    for _ in range(FAR):
        for child in verb.lefts:
            if child.dep_ in SUBJECT:
                return child
        if verb.dep_ not in {"xcomp", "conj", "advcl", "pcomp", "prep", "aux"} or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None
