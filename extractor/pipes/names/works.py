"""Names of works, laws, ships and storms: what stands around a name that is part of theirs, or one.

"the film Easy Rider", "the ferry Queen Ines", "“The Weight of Salt”", "the George Calder Justice in Housing Act".
"""

from collections.abc import Iterator

from extractor.pipes.names.page import Candidate, Page, is_border, is_name_word

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OPENING = frozenset("“\"‘'«")
CLOSING = frozenset("”\"’'»")
MARKED = 6
"""Tokens on either side of a name in which the marks of a title are looked for."""


def in_marked_title(page: Page, candidate: Candidate) -> bool:
    """Whether the name is part of a longer one in quotation marks: "Salt" in “The Weight of Salt”."""
    opening = _mark(page, range(candidate.start - 1, max(-1, candidate.start - MARKED), -1), OPENING)
    closing = _mark(page, range(candidate.end, min(len(page.texts), candidate.end + MARKED)), CLOSING)
    if opening is None or closing is None:
        return False
    inside = page.texts[opening + 1 : closing]
    return len([text for text in inside if is_name_word(text)]) > candidate.end - candidate.start


def in_law(page: Page, candidate: Candidate) -> bool:
    """Whether the name is the beginning of a law's or a prize's: "the George Calder Justice in Housing Act"."""
    end = candidate.end
    if end >= len(page.texts) or page.texts[end] not in page.lexicon.words.small or is_border(page, end):
        return False
    for at in range(end + 1, min(end + MARKED, len(page.texts))):
        text = page.texts[at]
        if not is_name_word(text) and text not in page.lexicon.words.small:
            return False
        head = page.lexicon.heads.get(text)
        if head is not None and head.kind == "none":
            return True
    return False


def _mark(page: Page, along: range, marks: frozenset[str]) -> int | None:
    """The first mark on the way, where there is nothing but words of a title before it."""
    for at in along:
        text = page.texts[at]
        if text in marks:
            return at
        if not is_name_word(text) and text not in page.lexicon.words.small and text not in {",", "the", "a"}:
            return None
    return None


def of_works(page: Page, candidate: Candidate) -> Iterator[str]:
    """What the noun before the name says: "the film Easy Rider", "the ferry Queen Ines", "Photo: Ines Dahl"."""
    texts = page.texts
    first = candidate.titles[0][0] if candidate.titles else candidate.start
    if first < 1 or page.starts[first] in page.borders:
        return
    at = _opener_before(page, first)
    if texts[at] == ":" and at and texts[at - 1].lower() in page.lexicon.words.credits:
        yield from ["behind a credit"] * (candidate.label == "PERSON")
        return
    if texts[at] == "," and at and _has_year(page, candidate.end):
        at -= 1  # "a comedy, Silent Harbor (2003)"
    if _is_ship(page, at):
        yield "behind a ship's noun"
    elif texts[at].lower() in page.lexicon.words.works and page.doc[candidate.end - 1].dep_ not in SUBJECTS:
        yield "behind a work's noun"


def _is_ship(page: Page, index: int) -> bool:
    """Whether the word names ships, or opens the name of one."""
    opened = page.lexicon.openers.get(page.texts[index])
    return page.texts[index].lower() in page.lexicon.words.ships or (opened is not None and opened.kind == "none")


def _opener_before(page: Page, first: int) -> int:
    """The first word of a ship's name of which the base model has the last ("USS Abraham Lincoln"), else the word
    before the name."""
    at = first - 1
    while first - at < 3 and at > 0 and is_name_word(page.texts[at]) and page.texts[at] not in page.lexicon.openers:
        at -= 1
    return at if page.texts[at] in page.lexicon.openers else first - 1


def _has_year(page: Page, end: int) -> bool:
    return page.texts[end : end + 1] == ["("] and end + 1 < len(page.texts) and page.texts[end + 1].isdigit()
