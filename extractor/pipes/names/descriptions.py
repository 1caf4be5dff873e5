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
    beside = [*before(page, first, candidate), *behind(page, aged)]
    said = list(predicates(page, candidate.start, candidate.end))
    nouns = [one.noun for one in (*beside, *said) if one.noun is not None and not one.plural]
    roles = [one for one in (*beside, *(one for one in said if not _is_kin(one))) if _is_role(page, one)]
    return Described(tuple(_once(roles)), tuple(nouns), age, former and bool(candidate.titles))


def of_pronouns(page: Page) -> list[DescribedAt]:
    """What verbs say of "he" and "she": "She was the editor of the school's magazine and an assistant professor"."""
    found: list[DescribedAt] = []
    for index in columns(page.doc).of(page.lexicon.words.pronouns):
        said = [one for one in predicates(page, index, index + 1) if not _is_kin(one) and _is_role(page, one)]
        roles = [role_at(page, one) for one in _once(said)]
        if roles:
            found.append({"start": page.starts[index], "roles": roles})
    return found


def role_at(page: Page, one: Description) -> RoleAt:
    """The role as other components read it."""
    last = page.doc[one.end - 1]
    return {"start": page.starts[one.start], "end": last.idx + len(last.text), "text": text(page, one)}


def is_former(page: Page, first: int) -> bool:
    """Whether a word like "former" or "ex-" stands before the titles."""
    at = first - 2 if first > 1 and page.texts[first - 1] in HYPHENS else first - 1
    return at >= 0 and page.texts[at].lower() in page.lexicon.words.former


def _once(roles: list[Description]) -> Iterator[Description]:
    """The roles in order, each noun once."""
    seen: set[int] = set()
    for one in sorted(roles):
        if one.end not in seen:
            seen.add(one.end)
            yield one


def _is_kin(one: Description) -> bool:
    return one.noun is not None and one.noun.kind == "kin"


def _is_role(page: Page, one: Description) -> bool:
    """Whether a description is a role: "a man", "his friend" and "the only candidate" are none."""
    return one.noun is None or not any(unfit(page, one, one.noun) for unfit in UNFIT)


def _is_anybody(page: Page, one: Description, noun: Noun) -> bool:
    """ "a man", "his friends", "their daughters, Ana and Luz"."""
    return (
        noun.kind == "human"
        or (noun.kind == "bond" and (_is_owned(page, one) or one.plural))
        or (noun.kind == "kin" and one.plural)
    )


def _is_superlative(page: Page, one: Description, _: Noun) -> bool:
    """ "the most honest student in the class"."""
    return any(page.doc[at].tag_ in SUPERLATIVE for at in range(max(0, one.start - 1), one.head))


def _is_vague(page: Page, one: Description, _: Noun) -> bool:
    """ "the real winner"; "the first black reporter hired by the Herald" says more."""
    modifiers = _modifiers(page, one)
    first = bool(modifiers & page.lexicon.words.first) and one.head + 1 < one.end
    return bool(modifiers & page.lexicon.words.vague) and not first


def _is_partial(page: Page, one: Description, noun: Noun) -> bool:
    """ "a chief": of what is not said; "its chief" says it."""
    whole = bool(_modifiers(page, one)) or one.head + 1 < one.end or _is_owned(page, one)
    return not whole and noun.noun in page.lexicon.words.partial


def _is_owned(page: Page, one: Description) -> bool:
    return one.start > 0 and page.doc[one.start - 1].tag_ == "PRP$"


def _modifiers(page: Page, one: Description) -> set[str]:
    return {text.lower() for text in page.texts[one.start : one.head]}


UNFIT = (_is_anybody, _is_superlative, _is_vague, _is_partial)
"""What makes a description no role."""


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
