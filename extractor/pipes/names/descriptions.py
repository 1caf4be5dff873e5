"""Descriptions of people beside their names: "army spokesman Gen. Arshad", "Lan, a hydrologist", "her husband, Vernon".

They tell that a name is a person's, and they are the person's roles. Read from the words in a row rather than from the
parse, which attaches an apposition wrongly as often as not.
"""

from typing import NamedTuple

from extractor.pipes.names.lexicon import Noun
from extractor.pipes.names.page import HYPHENS, POSSESSIVES, Candidate, Page, is_border, is_name_word

BEFORE_NOUN = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "ADV", "NUM"})
FURTHER = frozenset({"ADJ", "NOUN", "PROPN", "DET", "NUM", "ADP", "PART"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VB", "WRB"})
REACH = 12
"""Tokens of the longest description that is followed."""


class Described(NamedTuple):
    """Descriptions of one name: token ranges, and the nouns that they turn on. `age` is that of "Tring, 19,"."""

    roles: tuple[tuple[int, int], ...]
    nouns: tuple[Noun, ...]
    age: bool
    former: bool


def described(page: Page, candidate: Candidate) -> Described:
    """What stands before and behind the name about the person."""
    roles: list[tuple[int, int]] = []
    nouns: list[Noun] = []
    first = candidate.titles[0][0] if candidate.titles else candidate.start
    former = _is_former(page, first)
    _add(_before(page, first, candidate), roles, nouns)
    behind, age = _past_age(page, candidate.end)
    _add(_behind(page, behind), roles, nouns)
    return Described(tuple(roles), tuple(nouns), age, former and bool(candidate.titles))


def _add(found: tuple[int, int, Noun | None] | None, roles: list[tuple[int, int]], nouns: list[Noun]) -> None:
    if found is None:
        return
    start, end, noun = found
    if noun is not None:
        nouns.append(noun)
    if noun is None or noun.kind == "role":
        roles.append((start, end))


def _is_former(page: Page, first: int) -> bool:
    return first > 0 and page.texts[first - 1].lower() in page.lexicon.words.former


def _before(page: Page, first: int, candidate: Candidate) -> tuple[int, int, Noun | None] | None:
    """The description that ends before the titles, or before a comma that sets the name off ("The governor, Ramon")."""
    end, apposed = first, False
    if end > 1 and page.texts[end - 1] == "," and not is_border(page, end):
        end, apposed = end - 1, True
    if end < 1 or page.doc[first].idx in page.borders:
        return None
    start = _phrase_start(page, end)
    noun = _noun(page, end - 1) if start < end else None
    if noun is not None and (not apposed or _has_determiner(page, start) or noun.kind == "kin"):
        # "To speak to his mother, Ames was put through to a clerk": he is not his mother.
        return None if apposed and _acts(page, candidate) else (start, end, noun)
    if candidate.titles and start < end and not apposed and _is_former(page, first):
        return start, candidate.titles[-1][1], None
    return None


def _acts(page: Page, candidate: Candidate) -> bool:
    """Whether a verb follows the name at once: no comma closes the apposition."""
    following = page.doc[candidate.end] if candidate.end < len(page.texts) else None
    return following is not None and following.pos_ in {"VERB", "AUX"} and following.tag_ in {"VBD", "VBZ", "VBP", "MD"}


def _phrase_start(page: Page, end: int) -> int:
    """Where the nouns and adjectives before `end` begin, without determiner and possessor."""
    start = end
    while start > 0 and end - start < REACH:
        token, text = page.doc[start - 1], page.texts[start - 1]
        hyphen = text in HYPHENS and start > 1 and not token.whitespace_
        if not hyphen and (
            token.pos_ not in BEFORE_NOUN or token.is_space or token.tag_ in {"VBD", "VBZ", "VBP", "VB", "WRB"}
        ):
            break
        start -= 1
        if token.idx in page.borders:
            break
    while start < end and (page.doc[start].pos_ in {"ADV", "NUM"} or page.texts[start] in HYPHENS):
        start += 1
    return start


def _has_determiner(page: Page, start: int) -> bool:
    return start > 0 and (page.doc[start - 1].pos_ in {"DET", "PRON"} or page.texts[start - 1] in POSSESSIVES)


def _noun(page: Page, index: int) -> Noun | None:
    """The row of a noun for one person: "her two sons, Mrs. Ames" says nothing of her."""
    return page.lexicon.nouns.get(page.texts[index].lower())


def _past_age(page: Page, end: int) -> tuple[int, bool]:
    """Behind ", 34" and whether there is such an age."""
    texts = page.texts
    if end + 2 >= len(texts) or texts[end] != ",":
        return end, False
    aged = texts[end + 1].isdigit() and len(texts[end + 1]) < 3
    return (end + 2, True) if aged and texts[end + 2] in {",", ";", ".", "who", "of", "and"} else (end, False)


def _behind(page: Page, end: int) -> tuple[int, int, Noun | None] | None:
    """The apposition or the predicate behind the name: ", a hydrologist at ...", "is the mayor", ", who was a cook"."""
    texts, doc = page.texts, page.doc
    at = end
    if at >= len(texts) or is_border(page, at):
        return None
    comma = texts[at] in {",", "(", "–", "—", "--"}
    at += comma
    if at < len(texts) and texts[at] == "who":
        at, comma = at + 1, False
    copula = (
        not comma
        and at < len(texts)
        and doc[at].lemma_ in page.lexicon.words.copulas
        and texts[at] not in {"be", "been", "being"}
    )
    if copula:
        at += 1 + (at + 1 < len(texts) and texts[at + 1] == "as")
    if not comma and not copula:
        return None
    if at < len(texts) and doc[at].pos_ in {"DET", "PRON"} and texts[at].lower() in page.lexicon.words.determiners:
        at += 1
    elif copula:
        return None
    return _forward(page, at)


def _forward(page: Page, start: int) -> tuple[int, int, Noun | None] | None:
    """The noun phrase that begins here, if its head describes people, with the phrases that hang on it."""
    texts, doc = page.texts, page.doc
    at, last, noun = start, None, None
    while at < len(texts) and at - start < REACH and not is_border(page, at):
        token = doc[at]
        if token.pos_ in BEFORE_NOUN and token.tag_ not in FINITE:
            if token.pos_ in {"NOUN", "PROPN"}:
                last, noun = at, _noun(page, at)
        elif texts[at] not in HYPHENS and not (texts[at] in POSSESSIVES and token.tag_ == "POS"):
            break
        at += 1
    if noun is None or last is None or last != at - 1:
        return None
    end = at
    while end < len(texts) and end - start < REACH and not is_border(page, end) and doc[end].pos_ in FURTHER:
        if end == at and texts[end] not in page.lexicon.words.links:
            break
        end += 1
    while end > at and (doc[end - 1].pos_ not in {"NOUN", "PROPN"} or (doc[end - 1].is_space)):
        end -= 1
    if end == at and at < len(texts) and is_name_word(texts[at]) and not is_border(page, at):
        return None  # "Dahl, spokesman Okafor and ...": the noun belongs to the next name
    return start, end, noun
