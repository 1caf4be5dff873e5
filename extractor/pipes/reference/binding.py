"""Whom a pronoun cannot mean by grammar alone: "Smith saw him", "his brother John", "John and he"."""

from spacy.tokens import Doc, Token

from extractor.pipes.reference.sites import FAR, NOMINAL, SUBJECT, Site


def forbidden(doc: Doc, pronoun: Site, mention: Site) -> bool:
    """Whether grammar keeps the pronoun (not a reflexive one) from meaning what the mention means."""
    if pronoun.sentence != mention.sentence:
        return False
    if pronoun.marks != mention.marks:
        return False  # what a quote says and the frame around it are two texts
    if pronoun.role == "object" and mention.role == "subject" and pronoun.clause == mention.clause:
        return True
    if pronoun.role == mention.role and pronoun.role != "possessive" and pronoun.clause == mention.clause:
        return _coordinated(doc[pronoun.token], doc[mention.token])
    return _within(doc[pronoun.token], doc[mention.token])


def _coordinated(one: Token, other: Token) -> bool:
    """ "Smith and he": members of one enumeration are different people."""
    return bool(_first_of(one).i == _first_of(other).i)


def _first_of(token: Token) -> Token:
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
