"""Bodies that are known by whose they are: "the Vogt campaign said", "Vogt's office", "her campaign".

They are listed as organizations of their own where one of them speaks, with every phrase of the article that means
them. "Vogt's campaign began in May" tells of an event, and alone makes nothing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from extractor.annotations import MentionAt, OrganizationFound, PersonFound, QuoteFound
from extractor.pipes.reference.entities import Entities, Index
from extractor.pipes.reference.sites import Layout
from extractor.syntax.phrases import end_of

OWNING = frozenset({"compound", "poss", "nmod", "amod"})
FRONT = 6
"""Words before the noun that are looked at: "the Vogt presidential campaign"."""


class Phrase(NamedTuple):
    """A phrase for a body, and the person it is of; `person` is None for "the campaign", which may mean any."""

    start: int
    end: int
    noun: str
    person: int | None


def with_bodies(
    found: Sequence[OrganizationFound],
    people: Sequence[PersonFound],
    quotes: Sequence[QuoteFound],
    layout: Layout,
    entities: Entities,
) -> list[OrganizationFound]:
    """The organizations of the article, and behind them the bodies that speak."""
    speak = [quote["speaker"] for quote in quotes if quote["speaker"] is not None]
    heads = {layout.site(one["start"], one["end"]).token for one in speak}
    if not any(layout.doc[head].lower_ in entities.words.bodies for head in heads):
        return list(found)
    surnames = _surnames(people)
    phrases = list(_phrases(layout.doc, entities, surnames))
    spoken = {(one.noun, one.person): one.start for one in reversed(phrases) if _is_head(one, heads, layout)}
    keys = sorted((start, noun, person) for (noun, person), start in spoken.items() if person is not None)
    nouns = Counter(noun for _, noun, _ in keys)
    made = []
    for _, noun, person in keys:
        own = [one for one in phrases if (one.noun, one.person) == (noun, person)]
        bare = [one for one in phrases if (one.noun, one.person) == (noun, None) and one.start > own[0].start]
        of_it = sorted(own + bare) if nouns[noun] == 1 else own  # "the campaign" of two that speak is either's
        name = _name(own, layout) or f"{people[person]['name']}'s {noun}"  # "her campaign" alone would be anybody's
        row = entities.words.bodies[noun]
        mentions: list[MentionAt] = [{"start": one.start, "end": one.end, "type": "nominal"} for one in of_it]
        made.append(OrganizationFound(name=name, acronym=None, kind=row.kind, mentions=mentions, rule=row.rule))
    return [*found, *made]


def _name(own: Sequence[Phrase], layout: Layout) -> str | None:
    """The first phrase that names the owner, as written."""
    named = (one for one in own if layout.doc[layout.token_at(one.start)].pos_ != "PRON")
    return next((" ".join(layout.text[one.start : one.end].split()) for one in named), None)


def _surnames(people: Sequence[PersonFound]) -> dict[str, int]:
    """The people by the last words of their names, where it is one person's."""
    last = [one["name"].split()[-1] for one in people]
    return {name: index for index, name in enumerate(last) if last.count(name) == 1}


def extended(organizations: Sequence[OrganizationFound], entities: Entities) -> Entities:
    """The entities with the mentions of these organizations."""
    return entities._replace(
        organizations=Index.of(
            (mention["start"], mention["end"], number)
            for number, one in enumerate(organizations)
            for mention in one["mentions"]
        )
    )


def _phrases(doc: Doc, entities: Entities, surnames: Mapping[str, int]) -> Iterator[Phrase]:
    """Every phrase that may be for a body, in order."""
    keys = {doc.vocab.strings[noun] for noun in entities.words.bodies}
    for index, key in enumerate(doc.to_array("LOWER").tolist()):
        if key in keys and doc[index].tag_ in {"NN", "NNP"}:
            phrase = _phrase(doc[index], entities, surnames)
            if phrase is not None:
                yield phrase


def _phrase(noun: Token, entities: Entities, surnames: Mapping[str, int]) -> Phrase | None:
    lefts = list(noun.lefts)[-FRONT:]
    for child in reversed(lefts):
        if child.dep_ in OWNING:
            start, person = _owner(child, entities, surnames)
            if person is not None:
                return Phrase(start, end_of(noun), noun.lower_, person)
    if [child.lower_ for child in lefts] == ["the"]:
        return Phrase(lefts[0].idx, end_of(noun), noun.lower_, None)
    return None


def _owner(token: Token, entities: Entities, surnames: Mapping[str, int]) -> tuple[int, int | None]:
    """Where the name or pronoun of who owns the body begins, and who it is."""
    for index in (entities.people, entities.references):
        for start, end, person in index.before(0, end_of(token))[-1:]:
            if start <= token.idx < end:
                return start, person
    return token.idx, surnames.get(token.text)  # "the Vogt administration" is no mention of Vogt


def _is_head(phrase: Phrase, heads: set[int], layout: Layout) -> bool:
    return layout.tokens(phrase.start, phrase.end)[1] in heads
