"""The circumstances beside a name: titles, descriptions, articles, and nouns that say what is named.

"the film Easy Rider", "Photo: Ines Dahl", "Arvela is a port", "a Dane", "the Bill".
"""

import re
from collections.abc import Iterator

from extractor.pipes.names.descriptions import Described
from extractor.pipes.names.page import PLACE_LABELS, Candidate, Page, is_border, is_name_word
from extractor.pipes.names.phrases import BEFORE_NOUN, NOUNS

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
SCORED = 14
"""Tokens behind a name in which the result of its match is looked for."""
NEAR = 8
"""Tokens behind "is a" in which a kind of place is looked for."""


def beside(page: Page, candidate: Candidate, described: Described) -> Iterator[str]:
    """The circumstances of titles, descriptions and the next words."""
    start, end = candidate.start, candidate.end
    before = page.texts[start - 1] if start and page.starts[start] not in page.borders else ""
    after = page.texts[end] if end < len(page.texts) and not is_border(page, end) else ""
    yield from _of_descriptions(page, candidate, described)
    yield from _of_articles(page, candidate, before)
    if after in page.lexicon.groups:
        yield "before a group's noun"
    state = page.texts[end + 1] if after == "," and end + 1 < len(page.texts) else ""
    if state and is_name_word(state) and state.lower() in page.lexicon.places:
        yield "before a state"
    if candidate.label == "ORG" and after in page.lexicon.words.portfolios:
        yield "before a minister's title"
    yield from _of_place_kinds(page, candidate, before, after)
    yield from _of_organization_kinds(page, candidate, before)
    if candidate.label != "PERSON" and beside_a_score(page, candidate):
        yield "beside a score"
    yield from _of_works(page, candidate)


def _of_descriptions(page: Page, candidate: Candidate, described: Described) -> Iterator[str]:
    texts, start, end = page.texts, candidate.start, candidate.end
    last = texts[end - 1]
    if (candidate.titles or candidate.shared) and page.lexicon.heads.get(
        last.title() if last.isupper() and len(last) > 3 else last
    ) is None:
        yield "title"
    if described.nouns and (candidate.label not in PLACE_LABELS or texts[start - 1] != "of"):
        personal = candidate.label in {"PERSON", ""} or texts[start].lower() in page.lexicon.given
        # "fashion designer Halvorsen"
        personal = personal or (end - start == 1 and start > 0 and texts[start - 1].lower() == described.nouns[0].noun)
        either = all(noun.noun in page.lexicon.words.either for noun in described.nouns)
        yield "described" if personal and not either else "described in passing"  # "Mozilla Firefox, its main rival"
    if described.age:
        yield "age"


def _of_articles(page: Page, candidate: Candidate, before: str) -> Iterator[str]:
    texts, start, end = page.texts, candidate.start, candidate.end
    if before.lower() not in page.lexicon.words.articles or candidate.titles or page.doc[end - 1].dep_ == "compound":
        return
    if before.lower() in page.lexicon.words.definite:
        yield "behind the article"
        if end - start == 1 and texts[start] in page.lexicon.heads and texts[start] not in page.lexicon.known:
            yield "last word behind the article"  # "the Bill", which is a first name elsewhere
    elif end - start == 1:
        yield "behind a or an"  # "a Dane", "an Aussie", "a Boeing"


def _of_place_kinds(page: Page, candidate: Candidate, before: str, after: str) -> Iterator[str]:
    """What kinds of places beside it say: "Arvela is a port", "the port of Arvela"."""
    texts, start, end = page.texts, candidate.start, candidate.end
    window = {text.lower() for text in texts[end + 2 : end + NEAR]} if after else set()
    copula = after and page.doc[end].lemma_ in page.lexicon.words.copulas and texts[end + 1 : end + 2] != []
    if copula and texts[end + 1] in page.lexicon.words.articles and window & page.lexicon.words.place_kinds:
        yield "is a kind of place"
    if before == "of" and start > 1 and texts[start - 2].lower() in page.lexicon.words.place_kinds:
        yield "behind a kind of place"


def _of_organization_kinds(page: Page, candidate: Candidate, before: str) -> Iterator[str]:
    """What kinds of organizations beside it say: "Sorell, a charity", "Sorell is a law firm", "the firm Sorell"."""
    texts, end, kinds = page.texts, candidate.end, page.lexicon.words.organization_kinds
    if before in kinds and not candidate.titles:
        yield "behind a kind of organization"
    if end + 2 >= len(texts) or is_border(page, end):
        return
    told = texts[end] == "," or page.doc[end].lemma_ in page.lexicon.words.copulas
    if told and texts[end + 1] in page.lexicon.words.articles:
        head = _head(page, end + 2)
        if head is not None and texts[head].lower() in kinds:
            yield "is a kind of organization"


def _head(page: Page, start: int) -> int | None:
    """The noun that the phrase beginning here turns on."""
    last = None
    for at in range(start, min(start + NEAR, len(page.texts))):
        if page.doc[at].pos_ not in BEFORE_NOUN or is_border(page, at):
            break
        last = at if page.doc[at].pos_ in NOUNS else last
    return last


def beside_a_score(page: Page, candidate: Candidate) -> bool:
    """Whether it beats another, or is beaten, with a result in figures: "Georgetown beat Villanova 70-61"."""
    root = page.doc[candidate.end - 1]
    verb = root.head if root.dep_ in {"nsubj", "dobj"} else root.head.head if root.dep_ == "pobj" else root
    if verb.lemma_.lower() not in page.lexicon.words.beats:
        return False
    behind = page.texts[candidate.end : candidate.end + SCORED]
    return any(SCORE.fullmatch("".join(behind[at : at + length])) for at in range(len(behind)) for length in (1, 3))


def _of_works(page: Page, candidate: Candidate) -> Iterator[str]:
    """What the noun before the name says: "the film Easy Rider", "the ferry Queen Ines", "Photo: Ines Dahl"."""
    texts = page.texts
    first = candidate.titles[0][0] if candidate.titles else candidate.start
    if first < 1 or page.starts[first] in page.borders:
        return
    at = _opener_before(page, first)
    if texts[at] == ":" and at and texts[at - 1].lower() in page.lexicon.words.credits:
        if candidate.label == "PERSON":
            yield "behind a credit"
        return
    if texts[at] == "," and at and _has_year(page, candidate.end):
        at -= 1  # "a comedy, Silent Harbor (2003)"
    noun, opened = texts[at].lower(), page.lexicon.openers.get(texts[at])
    if noun in page.lexicon.words.ships or (opened is not None and opened.kind == "none"):
        yield "behind a ship's noun"
    elif noun in page.lexicon.words.works and page.doc[candidate.end - 1].dep_ not in SUBJECTS:
        yield "behind a work's noun"


def _opener_before(page: Page, first: int) -> int:
    """The first word of a ship's name of which the base model has the last ("USS Abraham Lincoln"), else the word
    before the name."""
    at = first - 1
    while first - at < 3 and at > 0 and is_name_word(page.texts[at]) and page.texts[at] not in page.lexicon.openers:
        at -= 1
    return at if page.texts[at] in page.lexicon.openers else first - 1


def _has_year(page: Page, end: int) -> bool:
    return page.texts[end : end + 1] == ["("] and end + 1 < len(page.texts) and page.texts[end + 1].isdigit()
