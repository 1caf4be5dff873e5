"""For which organization a speaker speaks: "a Dow spokeswoman", "Karl Ott, a lawyer for the union"."""

from spacy.tokens import Token

from extractor.annotations import MentionAt
from extractor.pipes.reference.entities import Entities
from extractor.pipes.reference.sites import Layout

BINDING = frozenset({"compound", "poss", "nmod", "amod", "appos", "pobj", "prep"})
"""Relations of an organization, and of what stands between, to the noun that is of it. A relative clause is none."""
STEPS = 6


def affiliation(mention: MentionAt, layout: Layout, entities: Entities) -> int | None:
    """The organization that the mention's head is somebody of, named before its first relative clause."""
    head = layout.doc[layout.site(mention["start"], mention["end"]).token]
    for start, end, organization in entities.organizations.inside(mention["start"], mention["end"]):
        named = layout.doc[layout.site(start, end).token]
        if not start <= head.idx < end and _leads_to(named, head, entities):
            return organization
    return None


def _leads_to(token: Token, head: Token, entities: Entities) -> bool:
    """Whether a noun is of the head by its grammar, over no other nouns than those for people: an expert on the talks
    with the bank is not the bank's."""
    people = entities.words.nouns
    if head.pos_ != "PROPN" and head.lemma_.lower() not in people:
        return False
    for _ in range(STEPS):
        if token.i == head.i:
            return True
        if token.dep_ not in BINDING or token.head.i == token.i:
            return False
        token = token.head
        if token.pos_ == "NOUN" and token.i != head.i and token.lemma_.lower() not in people:
            return False
    return False
