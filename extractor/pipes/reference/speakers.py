"""To which person or organization the speaker of each quote resolves, and why to none.

What counts is the head of the mention: "Microsoft spokesman John Roe" is Roe, "a Microsoft spokesman" is nobody named.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from extractor.annotations import MentionAt, QuoteFound, SpeakerFound
from extractor.pipes.reference.sites import FAR, NOMINAL, Layout
from extractor.pipes.reference.words import Words

NEAR = 2
"""Sentences between an organization that spoke and the "it" that goes on."""
NOBODY: SpeakerFound = {"person": None, "organization": None, "no_speaker": "ambiguous"}


class Index(NamedTuple):
    """Mentions in order of their starts, each with the number of its entity."""

    starts: list[int]
    mentions: list[tuple[int, int, int]]

    @classmethod
    def of(cls, mentions: Iterable[tuple[int, int, int]]) -> "Index":
        """The index of (start, end, entity)."""
        found = sorted(mentions)
        return cls([start for start, _, _ in found], found)

    def over(self, start: int, end: int) -> int | None:
        """The entity whose mention covers the stretch."""
        at = bisect_right(self.starts, start) - 1
        for begin, stop, entity in reversed(self.mentions[max(0, at - 3) : at + 1]):
            if begin <= start and end <= stop:
                return entity
        return None

    def inside(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """The first mentions that begin in the stretch."""
        at = bisect_right(self.starts, start - 1)
        return [one for one in self.mentions[at : at + FAR] if one[0] < end and one[1] <= end]


class Entities(NamedTuple):
    """Names of people and of organizations, and the pronouns and nominals that were resolved to people."""

    people: Index
    organizations: Index
    references: Index
    words: Words


def speakers(quotes: Sequence[QuoteFound], layout: Layout, entities: Entities) -> list[SpeakerFound]:
    """One item a quote, in order: its entity, or why there is none."""
    found: list[SpeakerFound] = []
    for quote in quotes:
        found.append(_speaker(quote, layout, entities))
        if len(found) > 1 and _goes_on_as_it(quote, quotes[len(found) - 2], layout, entities.words):
            found[-1] = found[-2] if found[-2]["organization"] is not None else found[-1]
    for index, quote in enumerate(quotes):
        if quote["speaker"] is None and "inherits" in quote:  # it has no mention still
            found[index] = {**found[quote["inherits"]], "no_speaker": found[index]["no_speaker"]}
    return found


def _goes_on_as_it(quote: QuoteFound, last: QuoteFound, layout: Layout, words: Words) -> bool:
    """ "The board denied it. It said the letter was lost": whether "it" follows the last speaker closely."""
    mention, before = quote["speaker"], last["speaker"]
    if mention is None or before is None or mention["type"] != "pronoun" or before["end"] > mention["start"]:
        return False
    if layout.doc[layout.token_at(mention["start"])].lower_ not in words.neuter:
        return False
    sentences = [layout.sentences[layout.token_at(one["start"])] for one in (before, mention)]
    return sentences[1] - sentences[0] <= NEAR


def named_speaker(mention: MentionAt, layout: Layout, entities: Entities) -> tuple[int | None, int | None]:
    """(person, organization) of a speaker that is a name, by the head of the mention or else by what stands in it."""
    head = _head(layout, mention["start"], mention["end"])
    start, end = head.idx, head.idx + len(head)
    person = entities.people.over(start, end)
    organization = None if person is not None else entities.organizations.over(start, end)
    if person is None and organization is None:
        person = _placed(entities, mention, layout.text)
    if person is None and organization is None:
        organization = _whole(entities, mention, layout)
    return person, organization


def _speaker(quote: QuoteFound, layout: Layout, entities: Entities) -> SpeakerFound:
    mention = quote["speaker"]
    if mention is None:
        silent = quote["no_speaker"] or ("no cue" if quote["cue"] is None else "unnamed")
        return {"person": None, "organization": None, "no_speaker": silent}
    if mention["type"] == "pronoun":
        return _pronoun(mention, layout, entities)
    person, organization = named_speaker(mention, layout, entities)
    if person is None and organization is None:
        head = _head(layout, mention["start"], mention["end"])
        person = entities.references.over(head.idx, head.idx + len(head))
    if person is not None and organization is None and _several(mention, layout, entities.people, person):
        return {"person": None, "organization": None, "no_speaker": "several"}
    none = person is None and organization is None
    reason = (quote["no_speaker"] or "unnamed") if none else None
    return {"person": person, "organization": organization, "no_speaker": reason}


def _pronoun(mention: MentionAt, layout: Layout, entities: Entities) -> SpeakerFound:
    """ "He" by reference, "who" by the noun that it follows, "they" to nobody."""
    token = layout.doc[layout.token_at(mention["start"])]
    person = entities.references.over(mention["start"], mention["end"])
    if person is not None:
        return {"person": person, "organization": None, "no_speaker": None}
    if token.lower_ not in entities.words.relative:
        return {**NOBODY, "no_speaker": "unnamed" if token.lower_ in entities.words.plural else "ambiguous"}
    noun = _antecedent(token)
    if noun is None:
        return NOBODY
    start, end = noun.idx, noun.idx + len(noun)
    person = entities.people.over(start, end)
    person = entities.references.over(start, end) if person is None else person
    organization = entities.organizations.over(start, end) if person is None else None
    reason = "unnamed" if person is None and organization is None else None
    return {"person": person, "organization": organization, "no_speaker": reason}


def _antecedent(token: Token) -> Token | None:
    """The noun that a relative clause describes."""
    for _ in range(FAR):
        if token.dep_ == "relcl":
            return token.head
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _head(layout: Layout, start: int, end: int) -> Token:
    """The head of the mention: the first of its tokens whose own head stands outside it."""
    return layout.doc[layout.site(start, end).token]


def _placed(entities: Entities, mention: MentionAt, text: str) -> int | None:
    """A person at the end of the mention or before a comma, where the parser took another word for the head.

    Not one who owns what speaks, or whom a preposition joins: "Smith's lawyer", "a spokesman for Smith".
    """
    for start, end, person in entities.people.inside(mention["start"], mention["end"]):
        before = text[mention["start"] : start].split()
        if any(word.lower() in entities.words.joints for word in before):
            return None
        after = text[end : mention["end"]].lstrip()
        if not after or after[0] in ",(;":
            return person
    return None


def _whole(entities: Entities, mention: MentionAt, layout: Layout) -> int | None:
    """An organization that is the mention but for its article."""
    for start, end, organization in entities.organizations.inside(mention["start"], mention["end"]):
        before = layout.text[mention["start"] : start].lower().split()
        if set(before) <= entities.words.determiners and not layout.text[end : mention["end"]].strip(" .,"):
            return organization
    return None


def _several(mention: MentionAt, layout: Layout, people: Index, first: int) -> bool:
    """ "Smith and Jones said": nobody alone."""
    head = _head(layout, mention["start"], mention["end"])
    for _, conjunct in zip(range(FAR), head.conjuncts, strict=False):
        inside = mention["start"] <= conjunct.idx < mention["end"]
        if inside and conjunct.pos_ in NOMINAL and people.over(conjunct.idx, conjunct.idx + 1) not in {None, first}:
            return True
    return False
