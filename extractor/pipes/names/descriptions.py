"""Descriptions of people beside their names: what they tell of whether a name is a person's, and the person's roles."""

from collections.abc import Iterator
from typing import NamedTuple

from extractor.annotations import DescribedAt, RoleAt
from extractor.pipes.names.appositions import before, behind, past_age, past_credentials
from extractor.pipes.names.lexicon import Noun
from extractor.pipes.names.page import HYPHENS, Candidate, Page, text_of
from extractor.pipes.names.phrases import Description
from extractor.pipes.names.predicates import predicates
from extractor.syntax.columns import columns

SUPERLATIVE = frozenset({"JJS", "RBS"})


class Described(NamedTuple):
    """Descriptions of one name, and the nouns that they turn on. `age` is that of "Tring, 19,"; `former` is whether its
    titles are past.
    """

    roles: tuple[Description, ...]
    nouns: tuple[Noun, ...]
    age: bool
    former: bool


def described(page: Page, candidate: Candidate) -> Described:
    """What stands around the name about the person."""
    first = candidate.titles[0][0] if candidate.titles else candidate.start
    former = is_former(page, first)
    aged, age = past_age(page, past_credentials(page, candidate.end))
    found = [*before(page, first, candidate), *behind(page, aged), *predicates(page, candidate.start, candidate.end)]
    nouns = [one.noun for one in found if one.noun is not None and not one.plural]
    return Described(tuple(_roles(page, found)), tuple(nouns), age, former and bool(candidate.titles))


def of_pronouns(page: Page) -> list[DescribedAt]:
    """What verbs say of "he" and "she": "She was the editor of the school's magazine and an assistant professor"."""
    found: list[DescribedAt] = []
    for index in columns(page.doc).of(page.lexicon.words.pronouns):
        roles = [role_at(page, one) for one in _roles(page, list(predicates(page, index, index + 1)))]
        if roles:
            found.append({"start": page.doc[index].idx, "roles": roles})
    return found


def role_at(page: Page, one: Description) -> RoleAt:
    """The role as other components read it."""
    last = page.doc[one.end - 1]
    return {"start": page.doc[one.start].idx, "end": last.idx + len(last.text), "text": text(page, one)}


def is_former(page: Page, first: int) -> bool:
    """Whether a word like "former" or "ex-" stands before the titles."""
    at = first - 2 if first > 1 and page.texts[first - 1] in HYPHENS else first - 1
    return at >= 0 and page.texts[at].lower() in page.lexicon.words.former


def _roles(page: Page, found: list[Description]) -> Iterator[Description]:
    """The descriptions that are roles, each noun once: kinship is none, nor is "his friend" or "the only candidate"."""
    seen: set[int] = set()
    for one in sorted(found):
        if one.end not in seen and _is_role(page, one):
            seen.add(one.end)
            yield one


def _is_role(page: Page, one: Description) -> bool:
    if one.noun is None:
        return True
    owned = one.start > 0 and page.doc[one.start - 1].tag_ == "PRP$"
    if one.noun.kind in {"kin", "human"} or (one.noun.kind == "bond" and (owned or one.plural)):
        return False
    if any(page.doc[at].tag_ in SUPERLATIVE for at in range(max(0, one.start - 1), one.head)):
        return False  # "the most honest student in the class"
    modifiers = {text.lower() for text in page.texts[one.start : one.head]}
    if modifiers & page.lexicon.words.vague and not (modifiers & page.lexicon.words.first and one.head + 1 < one.end):
        return False
    return len(modifiers) > 0 or one.head + 1 < one.end or one.noun.noun not in page.lexicon.words.partial


def text(page: Page, one: Description) -> str:
    """The role as it is printed: in the singular, and "former" before what is past, whatever word says so."""
    start = one.start
    while one.past and start < one.head and _says_past(page, start):
        start += 1
    if one.plural and one.noun is not None:
        told = f"{text_of(page, start, one.head)} {one.noun.noun}".strip()
    else:
        told = text_of(page, start, one.end)
        title = page.lexicon.titles.get(told.rsplit(maxsplit=1)[-1]) if one.noun is None else None
        if title is not None and title.one:
            told = told.removesuffix(title.title) + title.one  # "U.S. Reps. Hall and Stone"
    return f"former {told}" if one.past else told


def _says_past(page: Page, index: int) -> bool:
    return page.texts[index].lower() in page.lexicon.words.former or page.texts[index] in HYPHENS
