"""Bodies that are known by whose they are: "the Vogt campaign said", "Vogt's office", "her campaign".

They are listed as organizations of their own where one of them speaks, with every phrase of the article that means
them. "Vogt's campaign began in May" tells of an event, and alone makes nothing.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from extractor.annotations import MentionAt, OrganizationFound, PersonFound, QuoteFound, SpeakerAt
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
    heads |= set(_going_on(speak, layout, entities))
    if not any(layout.doc[head].lower_ in entities.words.bodies for head in heads):
        return list(found)
    phrases = list(_phrases(layout.doc, entities, _surnames(people)))
    keys = _speaking(phrases, heads, layout)
    made = []
    for key in keys:
        own, all_of_it = _meaning(key, keys, phrases)
        # "Her campaign" alone would be anybody's.
        name = _name(own, layout) or f"{people[key[1]]['name']}'s {key[0]}"
        row = entities.words.bodies[key[0]]
        mentions: list[MentionAt] = [{"start": one.start, "end": one.end, "type": "nominal"} for one in all_of_it]
        made.append(OrganizationFound(name=name, acronym=None, kind=row.kind, mentions=mentions, rule=row.rule))
    return [*found, *made]


def _going_on(speak: Sequence[SpeakerAt], layout: Layout, entities: Entities) -> Iterator[int]:
    """The subject of the sentence before an "it" that speaks: "The Vogt campaign was late. It said ..." """
    for one in speak:
        at = layout.token_at(one["start"])
        if one["type"] == "pronoun" and layout.doc[at].lower_ in entities.words.neuter:
            first = bisect_left(layout.sentences, layout.sentences[at] - 1)
            yield from (place for place in range(first, at) if layout.deps[place] == "nsubj")


def _meaning(
    key: tuple[str, int], keys: Sequence[tuple[str, int]], phrases: Sequence[Phrase]
) -> tuple[list[Phrase], list[Phrase]]:
    """The phrases that say whose it is, and with them "the campaign" behind the first, unless another one speaks."""
    own = [one for one in phrases if (one.noun, one.person) == key]
    alone = sum(other == key[0] for other, _ in keys) == 1
    bare = [one for one in phrases if alone and (one.noun, one.person) == (key[0], None) and one.start > own[0].start]
    return own, sorted(own + bare)


def _speaking(phrases: Sequence[Phrase], heads: set[int], layout: Layout) -> list[tuple[str, int]]:
    """The noun and the owner of each body that speaks, also as "the administration" if one alone has an owner."""
    spoken = [one for one in phrases if _is_head(one, heads, layout)]
    found: dict[tuple[str, int], None] = {}
    for one in spoken:
        owners = dict.fromkeys(other.person for other in phrases if other.noun == one.noun and other.person is not None)
        for person in owners if one.person is None and len(owners) == 1 else [one.person]:
            if person is not None:
                found[one.noun, person] = None
    return list(found)


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
    if any(child.like_num for child in lefts):
        return None  # "Vogt's 2008 campaign" is another than hers of today
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
