"""Gathers all that reference works on: names, pronouns and noun phrases with their sites, roles, and who speaks."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from extractor.annotations import (
    FIGURES,
    NAMES,
    PARAGRAPHS,
    PEOPLE,
    QUOTES,
    OrganizationFound,
    PersonFound,
    PersonMention,
    QuoteFound,
    text_of,
)
from extractor.pipes.reference.entities import Entities, Index
from extractor.pipes.reference.interviews import Interview, interview
from extractor.pipes.reference.nominals import SINGULAR, Nominal, aged, bound, names_by_token, nominals
from extractor.pipes.reference.roles import Roles, before_titles, roles_of
from extractor.pipes.reference.sites import Layout, Site
from extractor.pipes.reference.speakers import named_speaker
from extractor.pipes.reference.voices import Voices, voices
from extractor.pipes.reference.words import Pronoun, Words
from extractor.syntax.columns import columns

EITHER_AFTER = re.compile(r"\s?(?:/|or)\s?(?:she|he|hers?|him|his)(?:self)?\b", re.IGNORECASE)
EITHER_BEFORE = re.compile(r"\b(?:she|he|hers?|him|his|s)(?:self)?\s?(?:/|or)\s?$", re.IGNORECASE)
_key = cache(get_string_id)
"""The number of a word in every vocabulary."""
PRONOUN_TAGS = frozenset({"PRP", "PRP$"})


class Said(NamedTuple):
    """A third-person pronoun and its row of the table."""

    site: Site
    row: Pronoun


class Scene(NamedTuple):
    """All that is resolved: names as (site, person), pronouns and nominals, and who speaks by name already.

    `strangers` are single speakers who are neither people nor organizations of the record: "a clerk", a misspelt name.
    """

    layout: Layout
    words: Words
    voices: Voices
    roles: Roles
    genders: list[str | None]
    names: list[tuple[Site, int]]
    pronouns: list[Said]
    nominals: list[Nominal]
    speakers: dict[int, int]
    speaker_ends: dict[int, tuple[int, int]]
    continues: dict[int, int]
    strangers: dict[int, Site]


def scene_of(doc: Doc, words: Words, entities: Entities) -> Scene:
    """The scene of a `Doc` whose people, organizations, figures and quotes are found."""
    people, quotes = PEOPLE.of(doc), QUOTES.of(doc)
    heard = voices(text_of(doc), quotes)
    layout = Layout(doc, PARAGRAPHS.of(doc), heard.marked)
    named = names_by_token(doc, layout, entities.people.mentions)
    person_at = {start: person for start, _, person in entities.people.mentions}
    roles = roles_of(people, FIGURES.of(doc), before_titles(NAMES.of(doc), person_at, layout), words)
    nouns = sorted({*columns(doc).of(words.nouns, roles.holders), *bound(doc)})
    phrases = nominals(layout, nouns, words, named, roles.holders)
    known, strangers = _speakers(quotes, layout, entities)
    return Scene(
        layout=layout,
        words=words,
        voices=heard,
        roles=roles,
        genders=[person["gender"] for person in people],
        names=[(layout.site(start, end), person) for start, end, person in entities.people.mentions],
        pronouns=_third_person(layout, words, named),
        nominals=[*phrases, *aged(layout, phrases)],
        speakers=known,
        speaker_ends={i: (q["speaker"]["start"], q["speaker"]["end"]) for i, q in enumerate(quotes) if q["speaker"]},
        continues={i: q["inherits"] for i, q in enumerate(quotes) if not q["speaker"] and "inherits" in q},
        strangers=strangers,
    )


def _speakers(
    quotes: Sequence[QuoteFound], layout: Layout, entities: Entities
) -> tuple[dict[int, int], dict[int, Site]]:
    """The quotes whose speaker is a person by name, and those of a stranger."""
    known: dict[int, int] = {}
    strangers: dict[int, Site] = {}
    for index, quote in enumerate(quotes):
        mention = quote["speaker"]
        if mention is None or mention["type"] == "pronoun":
            continue
        person, organization = named_speaker(mention, layout, entities)
        site = layout.site(mention["start"], mention["end"])
        if person is not None:
            known[index] = person
        elif organization is None and layout.doc[site.token].tag_ in SINGULAR:
            strangers[index] = site
    return known, strangers


def entities_of(people: Iterable[PersonFound], organizations: Iterable[OrganizationFound], words: Words) -> Entities:
    """The names of the article in order."""
    named = ((m["start"], m["end"], i) for i, person in enumerate(people) for m in person["mentions"])
    others = ((m["start"], m["end"], i) for i, one in enumerate(organizations) for m in one["mentions"])
    return Entities(Index.of(named), Index.of(others), Index.of(()), words)


def interview_of(scene: Scene, resolved: Sequence[PersonMention]) -> Interview | None:
    """The interview that the article is; `resolved` are the mentions in the third person: a preface says "he" of the
    one who is asked."""
    mentions = [(site.start, person) for site, person in scene.names]
    mentions += [(one["start"], one["person"]) for one in resolved if one["type"] == "pronoun"]
    return interview(scene.layout.text, PARAGRAPHS.of(scene.layout.doc), sorted(mentions), scene.words)


def spoken(scene: Scene, speaking: list[int | None], turns: Interview | None) -> Iterable[PersonMention]:
    """ "I" and "my" in quotation marks are whoever speaks the quote; `speaking` has the person of each quote.

    Outside marks they are the one asked, in an interview, and so is "you" in a question.
    """
    rows, doc = scene.words.pronouns, scene.layout.doc
    for index in columns(doc).of(rows):
        token = doc[index]
        row = rows[token.lower_]
        if row.person == "third" or (token.tag_ not in PRONOUN_TAGS and token.dep_ != "attr"):
            continue  # a coal mine, World War I; but "the house is mine" is a noun to the tagger
        start, end = token.idx, token.idx + len(token)
        marks = scene.layout.site(start, end).marks
        person = None
        if row.person == "first" and marks >= 0:
            person = speaking[scene.voices.quote_of[marks]]
        elif marks < 0 and turns is not None:
            here = turns.speaks(start) if row.person == "first" else turns.is_addressed(start)
            person = turns.asked if here else None
        if person is not None:
            yield {"person": person, "start": start, "end": end, "type": "pronoun", "rule": row.rule}


def _third_person(layout: Layout, words: Words, named: dict[int, int]) -> list[Said]:
    found = (layout.doc[index] for index in columns(layout.doc).of(words.pronouns) if index not in named)
    rows = words.pronouns
    return [
        Said(layout.site(token.idx, token.idx + len(token)), rows[token.lower_])
        for token in found
        if rows[token.lower_].person == "third" and not _of_anyone(layout.text, token)
    ]


def _of_anyone(text: str, token: Token) -> bool:
    """ "The reader and his or her friends", "s/he": nobody in particular."""
    start, end = token.idx, token.idx + len(token)
    return bool(EITHER_AFTER.match(text, end) or EITHER_BEFORE.search(text, max(0, start - 12), start))
