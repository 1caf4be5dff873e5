"""Names that their own spelling shows, whatever the base model saw: acronyms spelled out, and names the tables know.

"the Front for the Dignity of the Mountains (FDM)" is one name, of which the base model has pieces; "Downing Street
insisted" has no entity at all.
"""

from collections.abc import Iterator

from extractor.pipes.names.boundaries import with_land, with_partner
from extractor.pipes.names.page import POSSESSIVES, Candidate, Page, is_border, is_name_word, text_of
from extractor.syntax.columns import columns

LONGEST = 14
"""Tokens of the longest name that is read back from its acronym, or that stands in quotation marks."""
OPENING = frozenset("“\"‘'«")
CLOSING = frozenset("”\"’'»")


def spelled(page: Page) -> Iterator[Candidate]:
    """Candidates for acronyms in brackets with the names before them, and for known organizations and seats."""
    for index in columns(page.doc).capitals:
        text = page.texts[index]
        if text in page.lexicon.openers and (marked := _marked(page, index)) is not None:
            yield Candidate(index, marked, "FAC" if page.lexicon.openers[text].kind == "place" else "ORG")
        if _is_acronym(page, index):
            start = _spelled_out(page, index)
            if start is not None:
                yield Candidate(start, index - 1, "ORG", found="spelled out")
                yield Candidate(index, index + 1, "ORG", found="spelled out")
        elif (end := _known(page, index)) is not None:
            yield Candidate(index, with_land(page, with_partner(page, end)), "ORG", found="known name")


def _marked(page: Page, index: int) -> int | None:
    """Where a name in quotation marks of its own ends ("Fort of the Wells" in “Fort of the Wells”); None for others."""
    if not index or page.texts[index - 1] not in OPENING:
        return None
    for end in range(index + 1, min(index + LONGEST, len(page.texts))):
        text = page.texts[end]
        if text in CLOSING:
            return end if end - index > 1 and is_name_word(page.texts[end - 1]) else None
        if not is_name_word(text) and text not in page.lexicon.words.small:
            return None
    return None


def _is_acronym(page: Page, index: int) -> bool:
    texts = page.texts
    if index < 2 or index + 1 >= len(texts) or texts[index - 1] != "(" or texts[index + 1] != ")":
        return False
    return 3 <= len(texts[index]) <= 8 and texts[index].isalpha() and texts[index].isupper()


def _spelled_out(page: Page, index: int) -> int | None:
    """Where the name before the bracket begins whose great words have the acronym's letters; None if there is none."""
    letters = page.texts[index]
    at, left = index - 1, len(letters)
    while at > 0 and left and index - at < LONGEST and page.starts[at] not in page.borders:
        at -= 1
        text = page.texts[at]
        if is_name_word(text) and text[0].upper() == letters[left - 1]:
            left -= 1
        elif text.lower() not in page.lexicon.words.small and not text.isspace() and text != "-":
            return None
    return at if not left and is_name_word(page.texts[at]) else None


def _known(page: Page, index: int) -> int | None:
    """Where a name of several words that the tables know ends; None where none begins here."""
    for length in page.lexicon.known_firsts.get(page.texts[index], ()):
        end = index + length
        if end <= len(page.texts) and not any(is_border(page, at) for at in range(index + 1, end)):
            text = text_of(page, index, end)
            if (text in page.lexicon.known or text.lower() in page.lexicon.seats) and not _goes_on(page, index, end):
                # "the White House press corps": the name goes on with a capital only where it is another one.
                return None if end < len(page.texts) and page.texts[end] in page.lexicon.heads else end
    return None


def _goes_on(page: Page, start: int, end: int) -> bool:
    """Whether the base model sees a longer name: "Duluth Chamber of Commerce", "United Nations Children's Fund"."""
    doc = page.doc
    before = doc[start].ent_iob_ == "I" and is_name_word(page.texts[start - 1]) and page.texts[start - 1] != "The"
    if end >= len(page.texts) or is_border(page, end) or doc[end].ent_iob_ != "I":
        return before
    rest = end + 1 if page.texts[end] in POSSESSIVES else end
    return before or (rest < len(page.texts) and doc[rest].ent_iob_ == "I" and is_name_word(page.texts[rest]))
