"""What stands around a measure in its clause: the verb, its subjects, the object beside a preposition."""

from collections.abc import Container, Iterator

from spacy.tokens import Doc, Token

from extractor.pipes.figures.phrases import NOMINAL, Phrase

VERBAL = frozenset({"VERB", "AUX"})
OTHER = frozenset({"PRON", "DET", "VERB", "AUX", "ADV", "SCONJ", "PUNCT", "SYM"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
CLAUSAL = SUBJECTS | {"aux", "auxpass"}
TAKEN = 5
"""Tokens from who is given something to what is given, at most."""


def behind(doc: Doc, last: int) -> Token | None:
    """The token behind a measure, past its conversion: "8 miles (13 kilometres) of tunnels"."""
    at = last + 1
    if at < len(doc) and doc[at].text == "(":
        at = next((i + 1 for i in range(at, min(len(doc), at + 6)) if doc[i].text == ")"), at)
    return doc[at] if at < len(doc) else None


def uncounted(found: Phrase) -> Phrase:
    """The phrase without its own number: of "just 17 players" the players are 21."""
    number = next((c for c in found.head.lefts if c.dep_ == "nummod" and c.i == found.head.i - 1), None)
    return found if number is None else found._replace(start=found.head.idx)


def lasts(prep: Token) -> bool:
    """Whether what stands right before "for" lasts: a state one is brought into, not what is done to an object."""
    before = prep.nbor(-1) if prep.lower_ == "for" and prep.i > 0 else None
    if before is None or before.pos_ != "NOUN":
        return False
    first = before.head if before.dep_ == "conj" else before
    return bool(first.dep_ == "pobj")


def is_verb(token: Token) -> bool:
    """Whether a token is a clause's verb, also where the tagger takes it for a noun: "to trade at 132"."""
    return token.pos_ in VERBAL or any(child.dep_ in CLAUSAL for child in token.lefts)


def is_subject(prep: Token) -> bool:
    """Whether the measure behind a preposition is what its clause is about: "that between 7 and 8 will be sold"."""
    verb = prep.head
    before = prep.i > 0 and prep.nbor(-1).dep_ == "mark" and prep.nbor(-1).head.i == verb.i
    return before and prep.i < verb.i and not any(child.dep_ in SUBJECTS for child in verb.lefts)


def beside(prep: Token) -> Token | None:
    """The object right before a preposition that the parser hangs on a verb farther off: "for raising fees by $3"."""
    noun = prep.nbor(-1) if prep.i > 0 and prep.lower_ in ("by", "to", "from") else None
    near = noun is not None and noun.dep_ == "dobj" and noun.pos_ in NOMINAL and prep.head.i < noun.head.i < noun.i
    return noun if near else None


def beside_verb(prep: Token, lasting: bool) -> Iterator[Token]:
    """The object that a measure behind a preposition is said of, or what lasts."""
    near = None if lasting else beside(prep)
    if near is not None:
        yield near
    if lasting and lasts(prep):
        yield prep.nbor(-1)  # "sent one brother to prison for 14 years"
    if not lasting:
        yield from (child for child in prep.head.children if child.dep_ == "dobj" and child.pos_ in NOMINAL)


def subjects(verb: Token) -> Iterator[Token]:
    """The subject of a verb, or the noun that its clause modifies."""
    for child in verb.lefts:
        named = child.text[:2].isupper() and not child.is_alpha  # "TA-125", whatever the tagger makes of it
        if child.dep_ in ("nsubj", "nsubjpass") and (child.pos_ not in OTHER or named) and not child.is_digit:
            yield child
        elif child.dep_ in ("nsubj", "csubj") and child.tag_ == "VBG":
            yield child  # "sampling came back at 4 ppb"
    if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in NOMINAL:
        yield verb.head


def gives(verb: Token, measure: Token, giving: Container[str]) -> bool:
    """Whether a verb gives the measure to somebody: "awarded her $3m" says it of nothing.

    `giving` are the verbs that do; a ticket that "cost me 150 kuna" is what the kuna are for.
    """
    taker = next((child for child in verb.rights if child.dep_ in ("dative", "dobj") and child.i < measure.i), None)
    owned = measure.dep_ in ("dobj", "npadvmod", "oprd", "dative") and measure.head.i == verb.i
    return verb.lemma_.lower() in giving and owned and taker is not None and measure.i - taker.i < TAKEN


def is_given(verb: Token, measure: Token) -> bool:
    """Whether a measure is what a verb gives or promises: "The minister announced $40m" says it of no minister."""
    if any(child.dep_ == "prt" for child in verb.rights):
        return False  # "a defence that gave up 517 yards"
    return measure.dep_ in ("dobj", "dative", "oprd", "npadvmod") and measure.head.i == verb.i
