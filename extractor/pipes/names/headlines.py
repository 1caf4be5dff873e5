"""Names in headlines, where every word has a capital: "Ruth Calder Slams Harbour Plan" names whom the text names."""

from collections.abc import Sequence
from typing import NamedTuple

from extractor.annotations import PARAGRAPHS, Region, Stretch, within
from extractor.pipes.names.page import Candidate, Page, folded, is_initial, text_of

VERBAL = ("s", "ed", "ing")
"""What verbs of headlines end in: "Vetoes" is in no list of words either."""


class Body(NamedTuple):
    """The names of the running text, folded: whole ones of several words, and all their words; and its other words."""

    full: frozenset[str]
    words: frozenset[str]
    common: frozenset[str]


def shortened(page: Page, found: Sequence[Candidate], headlines: Sequence[Region]) -> list[Candidate]:
    """The candidates, those of headlines cut to a name that the running text has, or to what may be a person's."""
    lines: list[Region | Stretch] = [*headlines]
    paragraphs = PARAGRAPHS.of(page.doc)
    first = paragraphs[:1]
    if len(paragraphs) > 1 and not headlines and page.text[: first[0]["end"]].rstrip()[-1:].isalnum():
        lines = [*first]
    if not lines:
        return list(found)
    inside = [within(lines, page.starts[candidate.start]) for candidate in found]
    body = _body(page, [candidate for candidate, here in zip(found, inside, strict=True) if not here])
    kept = [_cut(page, one, body) if here else one for one, here in zip(found, inside, strict=True)]
    return [one for one in kept if one is not None]


def _body(page: Page, found: Sequence[Candidate]) -> Body:
    names = [folded(text_of(page, candidate.start, candidate.end)) for candidate in found]
    return Body(
        full=frozenset(name for name in names if " " in name),
        words=frozenset(word for name in names for word in name.split()),
        common=frozenset(text for text in page.texts if text.islower()),
    )


def _cut(page: Page, candidate: Candidate, body: Body) -> Candidate | None:
    """The candidate as far as it is a name; None where it is words in capitals alone ("Mayor Vetoes Budget Again")."""
    start, end = candidate.start, candidate.end
    whole = folded(text_of(page, start, end)) in body.full or _says_what(page, end - 1)
    if end - start < 2 or candidate.found or whole:
        return candidate  # "Calder Vale Rovers", where the text has a Calder Vale
    for stop in range(end - 1, start + 1, -1):
        if folded(text_of(page, start, stop)) in body.full:
            return candidate._replace(end=stop)
    return _without_words(page, candidate, body) if _may_have_words(page, candidate) else candidate


def _may_have_words(page: Page, candidate: Candidate) -> bool:
    """Whether it is a person's, or like one's: a line all in capitals says nothing of its words."""
    words = page.texts[candidate.start : candidate.end]
    if candidate.label != "PERSON" and words[0].lower() not in page.lexicon.surnames:
        return False
    return not all(word.isupper() or not word.isalpha() for word in words)


def _without_words(page: Page, candidate: Candidate, body: Body) -> Candidate | None:
    """The candidate up to the first word that is none of a name; None where nothing is left."""
    start, end = candidate.start, candidate.end
    stop = next((at for at in range(start, end) if _is_word(page, at, body)), end)
    if stop == end:
        return candidate
    while stop > start and not _is_name(page, stop - 1, body):
        stop -= 1
    return candidate._replace(end=stop) if stop > start else None


def _is_word(page: Page, index: int, body: Body) -> bool:
    """Whether the word is none of a name: the running text has it in small letters, or it is a small word or a verb."""
    text = page.texts[index]
    lower = text.lower()
    if not text[0].isupper() or _is_name(page, index, body) or lower in page.lexicon.particles:
        return False  # "Kim Jong-un"
    small = lower in page.lexicon.words.cuts or lower in page.lexicon.words.local or lower in page.lexicon.words.links
    return small or lower in body.common or (bool(page.doc[index].is_oov) and lower.endswith(VERBAL))


def _is_name(page: Page, index: int, body: Body) -> bool:
    """Whether the word is in a name of the text, or in the lists of names."""
    text = page.texts[index]
    lower = text.lower()
    known = folded(text) in body.words or lower in page.lexicon.given or lower in page.lexicon.surnames
    return known or is_initial(text) or text in page.lexicon.suffixes


def _says_what(page: Page, index: int) -> bool:
    """Whether the word says that an organization or a place is named."""
    head = page.lexicon.heads.get(page.texts[index])
    return head is not None and head.kind != "none"
