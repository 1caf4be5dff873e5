"""To which person or organization the speaker of each quote resolves, and why to none.

What counts is the head of the mention: "Microsoft spokesman John Roe" is Roe, "a Microsoft spokesman" is nobody named.
"""

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from extractor.annotations import EntityAt, MentionAt, QuoteFound, SpeakerFound
from extractor.annotations.trace import note
from extractor.pipes.reference.affiliations import affiliation
from extractor.pipes.reference.entities import Entities
from extractor.pipes.reference.several import meant_by_plural, named_together
from extractor.pipes.reference.sites import FAR, NOMINAL, Layout
from extractor.pipes.reference.words import Words

NEAR = 2
"""Sentences between an organization that spoke and the "it" that goes on."""
FARTHEST = 400
"""Characters between an organization and an "it" that means it."""
ANSWER = "A"
"""The letter of the answers in an interview, before a colon or a full stop."""
MAIN = frozenset({"ROOT", "conj"})
Way = Callable[[MentionAt, Layout, Entities], list[EntityAt]]
NOBODY: EntityAt = {"person": None, "organization": None}


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
    if person is None and organization is None:
        organization = _told_behind(entities, mention, layout.text)
    return person, organization


def _speaker(quote: QuoteFound, layout: Layout, entities: Entities) -> SpeakerFound:
    mention = quote["speaker"]
    if mention is None:
        silent = quote["no_speaker"] or ("no cue" if quote["cue"] is None else "unnamed")
        return _nobody(silent)
    if mention["type"] == "pronoun":
        return _pronoun(mention, layout, entities)
    asked = _asked(mention, layout, entities)
    if asked is not None:
        return _one({"person": asked, "organization": None}, None)
    steps = (
        ("named together", named_together),
        ("alone", _alone),
        ("a plural", meant_by_plural),
        ("an organization by the noun of its name", _by_its_noun),
        ("an organization called otherwise", _called_otherwise),
    )
    step, found = _first_found(steps, mention, layout, entities)
    note(layout.doc, "reference", (mention["start"], mention["end"]), f"reference/speakers: {step}", outcome=str(found))
    if len(found) > 1 or (found and _is_joined(mention, layout)):
        return _nobody("several", found)
    reason = None if found else quote["no_speaker"] or "unnamed"
    one = _one(found[0] if found else NOBODY, reason)
    of = affiliation(mention, layout, entities)
    return {**one, "affiliation": None if of == one["organization"] else of}


def _is_joined(mention: MentionAt, layout: Layout) -> bool:
    """ "The company and a minister, Ann Lee": of two who speak, one alone is known."""
    head = _head(layout, mention["start"], mention["end"])
    joined = (child for child in head.rights if child.dep_ == "conj" and child.pos_ in NOMINAL)
    return any(child.idx < mention["end"] for child in joined)


def _asked(mention: MentionAt, layout: Layout, entities: Entities) -> int | None:
    """ "A: Because nobody looked.": the one asked, where questions and answers have letters."""
    is_answer = mention["end"] - mention["start"] == 1 and layout.text[mention["start"]] == ANSWER
    return entities.asked if is_answer else None


def _one(entity: EntityAt, reason: str | None) -> SpeakerFound:
    return {"person": entity["person"], "organization": entity["organization"], "no_speaker": reason}


def _nobody(reason: str, several: Sequence[EntityAt] = ()) -> SpeakerFound:
    """Nobody alone; `several` are all who speak."""
    return {"person": None, "organization": None, "no_speaker": reason, "entities": list(several)}


def _first_found(
    steps: Sequence[tuple[str, Way]], mention: MentionAt, layout: Layout, entities: Entities
) -> tuple[str, list[EntityAt]]:
    """The first step that knows somebody, a step of several only if it knows more than one; else nobody."""
    for step, way in steps:
        found = way(mention, layout, entities)
        if len(found) > (1 if way in {named_together, meant_by_plural} else 0):
            return step, found
    return "nobody", []


def _alone(mention: MentionAt, layout: Layout, entities: Entities) -> list[EntityAt]:
    """Whom the mention names, describes or is in apposition to: "Ann Lee", "the mayor", "Lee, a baker at ten"."""
    person, organization = named_speaker(mention, layout, entities)
    head = _head(layout, mention["start"], mention["end"])
    if person is None and organization is None:
        person = entities.references.over(head.idx, head.idx + len(head))
    if person is None and organization is None and head.dep_ == "appos" and head.head.i < head.i:
        person = entities.people.over(head.head.idx, head.head.idx + len(head.head))
    return [] if person is None and organization is None else [{"person": person, "organization": organization}]


def _by_its_noun(mention: MentionAt, layout: Layout, entities: Entities) -> list[EntityAt]:
    """The last organization before the mention whose name ends in its noun, or begins with it and "of".

    "The International Monetary Fund" and "the fund", "the Order of Bakers" and "the order".
    """
    head = _head(layout, mention["start"], mention["end"])
    words = layout.text[mention["start"] : mention["end"]].split()
    if len(words) != 2 or words[0].lower() != "the" or not words[1].islower() or head.lower_ in entities.words.nouns:
        return []  # "the star" is no paper
    for start, end, organization in reversed(entities.organizations.mentions):
        *first, last = layout.text[start:end].split() or [""]
        is_begun = len(first) > 1 and first[0].lower() == head.lower_ and first[1] == "of"
        if end < mention["start"] and first and (is_begun or last.lower() == head.lower_) and last[0].isupper():
            return [{"person": None, "organization": organization}]
    return []


def _called_otherwise(mention: MentionAt, layout: Layout, entities: Entities) -> list[EntityAt]:
    """The organization that the sentence before is about, by a noun for such: "the oil giant", "the Detroit lender"."""
    head = _head(layout, mention["start"], mention["end"])
    first = layout.doc[layout.token_at(mention["start"])]
    if head.lower_ not in entities.words.ventures or first.lower_ != "the":
        return []
    organization = _subject_before(mention, layout, entities)
    if organization is None or not _may_be(head, organization, layout, entities):
        return []
    return [{"person": None, "organization": organization}]


def _may_be(head: Token, organization: int, layout: Layout, entities: Entities) -> bool:
    """Whether an organization may be "the council": its name has the word, or is initials; the Met Office is none."""
    if head.lower_ not in entities.words.offices:
        return True
    mentions = entities.organizations.mentions
    names = (layout.text[start:end] for start, end, number in mentions if number == organization)
    return any(head.lower_ in name.lower().split() or name.isupper() for name in names)


def _pronoun(mention: MentionAt, layout: Layout, entities: Entities) -> SpeakerFound:
    """ "He" by reference, "who" by the noun that it follows, "they" by who was named together, "it" by a subject."""
    token = layout.doc[layout.token_at(mention["start"])]
    person = entities.references.over(mention["start"], mention["end"])
    if person is not None:
        return {"person": person, "organization": None, "no_speaker": None}
    if token.lower_ in entities.words.relative:
        noun = _antecedent(token)
        found = NOBODY if noun is None else entities.at(noun.idx, noun.idx + len(noun))
        known = found["person"] is not None or found["organization"] is not None
        return _one(found, None if known else "ambiguous" if noun is None else "unnamed")
    if token.lower_ in entities.words.neuter:
        organization = _subject_before(mention, layout, entities)
        reason = "ambiguous" if organization is None else None
        return {"person": None, "organization": organization, "no_speaker": reason}
    several = meant_by_plural(mention, layout, entities)
    if len(several) > 1:
        return _nobody("several", several)
    return _nobody("unnamed" if token.lower_ in entities.words.plural else "ambiguous")


def _subject_before(mention: MentionAt, layout: Layout, entities: Entities) -> int | None:
    """The organization that the sentence before "it", or what stands before it in its own, is about."""
    sentence = layout.sentences[layout.token_at(mention["start"])]
    for start, end, organization in reversed(
        entities.organizations.before(mention["start"] - FARTHEST, mention["start"])
    ):
        site = layout.site(start, end)
        if sentence - site.sentence > 1:
            return None
        if site.role == "subject" and (site.sentence == sentence or _is_main(layout, site.clause)):
            return organization
    return None


def _is_main(layout: Layout, verb: int) -> bool:
    """Whether a verb is its sentence's, or joined to it."""
    return layout.heads[verb] == verb or all(layout.deps[one] in MAIN for one in (verb, *layout.verbs(verb)))


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
        before = text[mention["start"] : start].rpartition(",")[2].split()  # "the widow of Karl Ott, Ruth Ott"
        if any(word.lower() in entities.words.joints for word in before):
            continue
        after = text[end : mention["end"]].lstrip()
        if not after or after[0] in ",(;":
            return person
    return None


def _told_behind(entities: Entities, mention: MentionAt, text: str) -> int | None:
    """The organization behind a comma that ends the mention: "the developer, Lakeshore Homes"."""
    for start, end, organization in entities.organizations.inside(mention["start"], mention["end"]):
        if end == mention["end"] and text[mention["start"] : start].rstrip().endswith(","):
            return organization
    return None


def _whole(entities: Entities, mention: MentionAt, layout: Layout) -> int | None:
    """An organization that is the mention but for its article."""
    for start, end, organization in entities.organizations.inside(mention["start"], mention["end"]):
        before = layout.text[mention["start"] : start].lower().split()
        if set(before) <= entities.words.determiners and not layout.text[end : mention["end"]].strip(" .,"):
            return organization
    return None
