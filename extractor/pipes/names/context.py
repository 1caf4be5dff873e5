"""The circumstances beside a name: titles, descriptions, articles, and nouns that say what is named.

"Photo: Ines Dahl", "Arvela is a port", "a Dane", "the Bill".
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from extractor.annotations import regions_of, within
from extractor.pipes.names.descriptions import Described
from extractor.pipes.names.lexicon import Head
from extractor.pipes.names.markets import is_rated, is_staffed, is_traded
from extractor.pipes.names.page import PLACE_LABELS, POSSESSIVES, Candidate, Page, is_border, is_initial, is_name_word
from extractor.pipes.names.phrases import BEFORE_NOUN, NOUNS
from extractor.pipes.names.works import in_law, in_marked_title, of_works

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
COMMON = frozenset({"NNS", "RB", "VBG"})
"""Tags of words that are no names: "Revelers ran away", "Realistically, it is over"."""
SHORT = 3
"""Letters of the longest word in capitals that is rather an acronym."""
DASHES = frozenset({"—", "–", "--"})
SCORED = 14
"""Tokens behind a name in which the result of its match is looked for."""
NEAR = 8
"""Tokens behind "is a" in which a kind of place is looked for."""


class Around(NamedTuple):
    """A name with what is told of it and the words on both sides, "" where a paragraph ends."""

    page: Page
    candidate: Candidate
    described: Described
    before: str
    after: str
    next: str


def beside(page: Page, candidate: Candidate, described: Described) -> Iterator[str]:
    """The circumstances of titles, descriptions and the next words."""
    start, end = candidate.start, candidate.end
    before = page.texts[start - 1] if start and page.starts[start] not in page.borders else ""
    after = page.texts[end] if end < len(page.texts) and not is_border(page, end) else ""
    following = page.texts[end + 1] if after and end + 1 < len(page.texts) else ""
    around = Around(page, candidate, described, before, after, following)
    yield from _of_descriptions(page, candidate, described)
    yield from _of_articles(page, candidate, before)
    yield from (name for name, holds in CIRCUMSTANCES if holds(around))
    yield from _of_place_kinds(page, candidate, before, after)
    yield from _of_organization_kinds(page, candidate, before)
    yield from of_works(page, candidate)


def _is_before_state(around: Around) -> bool:
    """ "Duluth, Minnesota"."""
    state = around.next if around.after == "," else ""
    return bool(state) and is_name_word(state) and state.lower() in around.page.lexicon.places


def _is_before_kind(around: Around) -> bool:
    """ "the ACV union"."""
    words, unseen = around.page.lexicon.words, around.candidate.label in {"ORG", ""}
    return unseen and around.before in words.definite and around.after in words.organization_kinds


def _is_behind_street(around: Around) -> bool:
    """ "of Upper Abbey Street, Cahir"."""
    page, start = around.page, around.candidate.start
    if around.before != "," or start < 2 or around.candidate.end - start > 1 or around.candidate.titles:
        return False
    head = page.lexicon.heads.get(page.texts[start - 2])
    return head is not None and head.kind == "place" and is_name_word(page.texts[start - 3])


def _is_dateline(around: Around) -> bool:
    """ "HAMILTON — The county sued": a town in capitals at the beginning of a paragraph, or with its land."""
    page, start = around.page, around.candidate.start
    if around.before != "(" and within(regions_of(page.doc, "dateline"), page.starts[start]):
        return True
    opens = start == 0 or page.starts[start] in page.borders
    return opens and around.after in DASHES and all(map(str.isupper, page.texts[start : around.candidate.end]))


def _is_office(around: Around) -> bool:
    """ "the Secretary of Defense"."""
    page, start = around.page, around.candidate.start
    lone = around.candidate.end - start == 1 and around.candidate.label == "ORG" and start > 1
    return lone and around.before == "of" and page.texts[start - 2].lower() in page.lexicon.words.portfolios


def _is_practice(around: Around) -> bool:
    """ "the consultants Bower Hale" are a firm; "the ministers Karl Dorn and Ann Lee" are two people."""
    page, candidate = around.page, around.candidate
    words = page.texts[candidate.start : candidate.end]
    if len(words) < 2 or candidate.titles or words[0].lower() in page.lexicon.given or is_initial(words[0]):
        return False
    following = page.doc[candidate.end].pos_ if around.after else ""
    if following in {"ADP", "CCONJ"} or (around.after == "," and around.next[:1].isupper()):
        return False  # "politicians Bower Hale of the Labour Party and Ann Lee"
    beside = (one for one in around.described.roles if one.plural and one.end == candidate.start)
    return any(one.noun is not None and one.noun.kind == "role" for one in beside)


def _brings_out(around: Around) -> bool:
    """ "published by Melville House and Echo Point", not "by Ruth Calder" nor "by M. Calder"."""
    page, candidate = around.page, around.candidate
    first = page.texts[candidate.start]
    seen = candidate.label not in {"PERSON", ""}
    if candidate.titles or (not seen and (first.lower() in page.lexicon.given or is_initial(first))):
        return False
    head = page.doc[candidate.end - 1]
    while head.dep_ == "conj":
        head = head.head
    agent = head.head if head.dep_ == "pobj" else None
    return agent is not None and agent.dep_ == "agent" and agent.head.lemma_ in page.lexicon.words.publishes


def _is_politician(around: Around) -> bool:
    """ "the Halloran administration", "a Marsh delegate"; an Iowa delegate is a state's."""
    page, candidate = around.page, around.candidate
    surname = page.texts[candidate.end - 1].lower()
    age = around.after in page.lexicon.words.ages  # "the Saffavid era"
    known = surname in page.lexicon.surnames or (candidate.label == "PERSON" and not age)
    known = known and surname not in page.lexicon.places
    return known and candidate.end - candidate.start == 1 and around.after in page.lexicon.words.followings


def _is_inhabited(around: Around) -> bool:
    """ "residents of Jebbu Bassa", not "the mayor of Ruth Calder's town"."""
    page, start, end = around.page, around.candidate.start, around.candidate.end
    if around.before != "of" or start < 2 or around.candidate.titles:
        return False
    owned = end < len(page.texts) and page.texts[end] in POSSESSIVES
    return not owned and page.texts[start - 2].lower() in page.lexicon.words.dwellers


def _is_brand(around: Around) -> bool:
    """ "the Old Mill brand", "the Barley Lane and Old Mill brands"."""
    page, brands, end = around.page, around.page.lexicon.words.brands, around.candidate.end
    if around.after in brands:
        return True
    if around.after not in page.lexicon.words.joints:
        return False
    while end + 1 < len(page.texts) and is_name_word(page.texts[end + 1]) and not is_border(page, end + 1):
        end += 1
    return end > around.candidate.end and end + 1 < len(page.texts) and page.texts[end + 1] in brands


def _in_capitals(page: Page, candidate: Candidate) -> bool:
    """Whether the name is part of a line in capitals of which it may be any word: "RED STATES OUTNUMBER BLUE ONES"."""
    start, end = candidate.start, candidate.end
    words = page.texts[start:end]
    if not all(word.isupper() for word in words) or "".join(words).lower() in page.lexicon.places:
        return False
    if any(word.lower() in page.lexicon.given or word.lower() in page.lexicon.surnames for word in words):
        return False
    beside = [page.texts[at] for at in (start - 1, end) if 0 <= at < len(page.texts)]
    around = sum(text.isupper() and text.isalpha() and len(text) > 1 for text in beside)
    return len(words[0]) > SHORT and around > 0


def _is_portfolio(around: Around) -> bool:
    """ "the Education secretary", not "the UEFA secretary"."""
    minister = around.after in around.page.lexicon.words.portfolios
    return minister and around.candidate.label == "ORG" and not around.page.texts[around.candidate.end - 1].isupper()


CIRCUMSTANCES: tuple[tuple[str, Callable[[Around], bool]], ...] = (
    ("people in general", lambda around: _is_people(around.page, around.candidate)),
    ("title of a work", lambda around: in_marked_title(around.page, around.candidate)),
    ("title of a law", lambda around: in_law(around.page, around.candidate)),
    ("behind a street", _is_behind_street),
    ("opens a paragraph before a dash", _is_dateline),
    ("in a line of capitals", lambda around: _in_capitals(around.page, around.candidate)),
    ("behind a minister's title", _is_office),
    ("before what politicians have", _is_politician),
    ("brings out what is made", _brings_out),
    ("behind several of a trade", _is_practice),
    ("behind what markets have", lambda around: is_rated(around.page, around.candidate)),
    ("traded", lambda around: is_traded(around.page, around.candidate)),
    ("behind its staff", lambda around: is_staffed(around.page, around.candidate)),
    ("behind its people", _is_inhabited),
    ("before a brand's noun", _is_brand),
    ("before an age", lambda around: around.after in around.page.lexicon.words.ages),
    ("before a group's noun", lambda around: around.after in around.page.lexicon.groups),
    ("before a state", _is_before_state),
    ("before a minister's title", _is_portfolio),
    ("before a kind of organization", _is_before_kind),
    ("before where", lambda around: around.after == "," and around.next in around.page.lexicon.words.where),
    (
        "beside a score",
        lambda around: around.candidate.label != "PERSON" and beside_a_score(around.page, around.candidate),
    ),
)
"""What the words next to a name may be."""


def _of_descriptions(page: Page, candidate: Candidate, described: Described) -> Iterator[str]:
    surname = page.texts[candidate.end - 1].lower() in page.lexicon.surnames  # "Sens. Hall, Stone and Dahl"
    if (candidate.titles or candidate.shared) and (surname or _head_of(page, candidate) is None):
        yield "title"
    if described.nouns and (candidate.label not in PLACE_LABELS or page.texts[candidate.start - 1] != "of"):
        either = all(noun.noun in page.lexicon.words.either for noun in described.nouns)
        personal = not either and _is_personal(page, candidate, described)
        yield "described" if personal else "described in passing"  # "Mozilla Firefox, its main rival"
    if described.age:
        yield "age"


def _head_of(page: Page, candidate: Candidate) -> Head | None:
    """The row of the name's last word, where it says what is named."""
    last = page.texts[candidate.end - 1]
    return page.lexicon.heads.get(last.title() if last.isupper() and len(last) > 3 else last)


def _is_personal(page: Page, candidate: Candidate, described: Described) -> bool:
    """Whether a description makes the name a person's: by its label or first name, or by standing right before it."""
    texts, start = page.texts, candidate.start
    if candidate.label in {"PERSON", ""} or texts[start].lower() in page.lexicon.given:
        return True
    # "fashion designer Halvorsen", "chief executive Riikka Salo"
    return start > 0 and texts[start - 1].lower() == described.nouns[0].noun and _head_of(page, candidate) is None


def _is_people(page: Page, candidate: Candidate) -> bool:
    """Whether a word that has its capital from the beginning of the sentence is taken for a name: "Rebels fled"."""
    token, text = page.doc[candidate.start], page.texts[candidate.start].lower()
    if candidate.end - candidate.start > 1 or candidate.titles:
        return False
    opens = candidate.start == 0 or token.is_sent_start is True or token.idx in page.borders
    common = token.tag_ in COMMON and not page.lexicon.is_town(text)
    return opens and (common or (text.endswith("s") and text[:-1] in page.lexicon.nouns))


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
    if candidate.label == "PERSON":
        return False
    root = page.doc[candidate.end - 1]
    verb = root.head if root.dep_ in {"nsubj", "dobj"} else root.head.head if root.dep_ == "pobj" else root
    if verb.lemma_.lower() not in page.lexicon.words.beats:
        return False
    behind = page.texts[max(0, candidate.start - SCORED // 2) : candidate.end + SCORED]
    return any(SCORE.fullmatch("".join(behind[at : at + length])) for at in range(len(behind)) for length in (1, 3))
