"""Descriptions that stand beside a name: "army spokesman Gen. Arshad", "Lan, 42, a hydrologist and mother of two,",
"The governor, Ramon", "a spokeswoman for the Fund, Ana Ruiz,", "community leaders like Tory Dahl".
"""

from collections.abc import Iterator

from extractor.pipes.names.lexicon import Noun
from extractor.pipes.names.page import POSSESSIVES, Candidate, Page, is_border, text_of
from extractor.pipes.names.phrases import (
    NOUNS,
    REACH,
    Description,
    before_age,
    forward,
    is_past,
    noun_at,
    plural_at,
    start_of,
)
from extractor.pipes.names.titles import title_row

OPENING = frozenset({",", "(", "–", "—", "--"})
CLOSING = frozenset({",", ";", ".", ")", "–", "—", "--", ":", "!", "?"})
CLIMBED = frozenset({"pobj", "prep", "compound", "nmod", "poss", "amod", "conj", "cc", "case", "punct"})
TAGGED = NOUNS | {"ADJ"}
"""Parts of speech of a noun right before a name: "chief executive Riikka Salo" has an adjective to the tagger."""
CREDENTIALS = 4
"""Credentials between commas behind a name that are passed over."""


def before(page: Page, first: int, candidate: Candidate) -> Iterator[Description]:
    """The description that ends before the titles, or before a comma that sets the name off ("The governor, Ramon")."""
    if first < 1 or page.starts[first] in page.borders:
        return
    if first > 1 and page.texts[first - 1] == "," and not is_border(page, first):
        if not _acts(page, candidate) and not _is_acronym(page, candidate):
            yield from _set_off(page, first - 1)
        return
    start = start_of(page, first)
    if start == first:
        yield from _listed(page, first)
        return
    noun = noun_at(page, first - 1)
    if noun is not None and page.doc[first - 1].pos_ in TAGGED:
        yield Description(start, first, first - 1, noun, past=is_past(page, start))
    elif (several := plural_at(page, first - 1)) is not None:
        yield Description(start, first, first - 1, several, past=is_past(page, start), plural=True)
    elif candidate.titles:
        yield from _of_title(page, start, candidate)


def _is_acronym(page: Page, candidate: Candidate) -> bool:
    """Whether the name is nobody's: "a spokeswoman for the railway, SNCB"."""
    return candidate.end - candidate.start == 1 and page.texts[candidate.start].isupper()


def _of_title(page: Page, start: int, candidate: Candidate) -> Iterator[Description]:
    """An office with what tells it from others of its kind: "British Prime Minister", "former President"."""
    first, end = candidate.titles[0][0], candidate.titles[-1][1]
    past = is_past(page, start)
    for at in range(start, first if not past else start):
        if _is_loose(page, at):
            start = at + 1  # "I am disappointed Judge Dahl did not", "two Democrats currently back Sen. Marsh"
    if past or (start < first and _is_office(page, start, first, candidate)):
        yield Description(start, end, end - 1, None, past=past)


def _is_office(page: Page, start: int, first: int, candidate: Candidate) -> bool:
    """Whether what stands before a title makes an office of it: "Romanian Minister", "Assistant U.S. Attorney"."""
    office = title_row(page, *candidate.titles[-1]).kind == "office"
    return office or not page.lexicon.words.countries.isdisjoint(page.texts[start:first])


def _is_loose(page: Page, index: int) -> bool:
    """Whether the token before a title is no part of the office: an adverb, a plural, an adjective in small letters."""
    token = page.doc[index]
    return bool(token.pos_ == "ADV" or token.tag_ == "NNS" or (token.text.islower() and token.dep_ != "compound"))


def _set_off(page: Page, end: int) -> Iterator[Description]:
    """The description that ends before a comma: "The governor, Ramon", "a spokeswoman for the Fund, Ana Ruiz"."""
    start = start_of(page, end)
    noun = noun_at(page, end - 1) if start < end else None
    if noun is not None:
        # "To speak to his mother, Ames was put through to a clerk": he is not his mother.
        if _is_definite(page, before_age(page, start), end) or noun.kind == "kin":
            yield Description(start, end, end - 1, noun, past=is_past(page, start))
        return
    if (several := _one_of(page, start, end)) is not None:
        yield Description(start, end, end - 1, several, past=is_past(page, start), plural=True)
        return
    head = _governor(page, end)
    if head is not None and (noun := noun_at(page, head)) is not None and noun.kind != "kin":
        start = start_of(page, head + 1)
        if _is_definite(page, start, head) or _opens(page, start):
            yield Description(start, end, head, noun, past=is_past(page, start))


def _one_of(page: Page, start: int, end: int) -> Noun | None:
    """The row of the plural noun of whom the name is one: "one of the elders, Haji Malang"."""
    first = start - 1 if _has_determiner(page, start) else start
    if first < 2 or start == end or [text.lower() for text in page.texts[first - 2 : first]] != ["one", "of"]:
        return None
    return plural_at(page, end - 1)


def _opens(page: Page, start: int) -> bool:
    """Whether the phrase opens its sentence: "Counsel for the families, Aoife Brennan, agreed"."""
    return start == 0 or page.starts[start] in page.borders or page.doc[start].is_sent_start is True


def _governor(page: Page, end: int) -> int | None:
    """The noun on which the phrase before the comma hangs: "spokeswoman" of "a spokeswoman for the Fund"."""
    token = page.doc[end - 1]
    while token.dep_ in CLIMBED and end - REACH < token.head.i < end:
        token = token.head
        if token.pos_ in NOUNS and noun_at(page, token.i) is not None:
            return int(token.i)
    return None


def _listed(page: Page, first: int) -> Iterator[Description]:
    """The people of whom the name is an example: "community leaders like Tory Dahl"."""
    like = first - 1
    if page.texts[like] == "as" and like > 1:
        like -= 1
    if page.texts[like].lower() not in page.lexicon.words.likes or like < 1:
        return
    end = like - 1 if page.texts[like - 1] == "," else like
    if end > 0 and (noun := plural_at(page, end - 1)) is not None and noun.kind == "role":
        start = start_of(page, end)
        yield Description(start, end, end - 1, noun, past=is_past(page, start), plural=True)


def _acts(page: Page, candidate: Candidate) -> bool:
    """Whether a verb follows the name at once: no comma closes the apposition."""
    following = page.doc[candidate.end] if candidate.end < len(page.texts) else None
    return following is not None and following.pos_ in {"VERB", "AUX"} and following.tag_ in {"VBD", "VBZ", "VBP", "MD"}


def _is_definite(page: Page, start: int, end: int) -> bool:
    """Whether an article, a pronoun or a possessor says whose or which: "the governor", "Sorell's chairwoman"."""
    owned = any(token.tag_ == "POS" for token in page.doc[start:end])
    return owned or _has_determiner(page, start)


def _has_determiner(page: Page, start: int) -> bool:
    return start > 0 and (page.doc[start - 1].pos_ in {"DET", "PRON"} or page.texts[start - 1] in POSSESSIVES)


def behind(page: Page, end: int) -> Iterator[Description]:
    """The appositions behind the name, of which "and" may join several: "chairman and chief executive of Sorell"."""
    texts = page.texts
    at = past_credentials(page, end)
    if at >= len(texts) or is_border(page, at) or texts[at] not in OPENING:
        return
    at = _past_article(page, at + 1)
    found = forward(page, at, closed=True) if at < len(texts) else None
    while found is not None:
        yield found
        at = found.end
        if at + 1 >= len(texts) or is_border(page, at) or texts[at] not in page.lexicon.words.joints:
            return
        found = forward(page, _past_article(page, at + 1), closed=True)
        if found is not None and found.end < len(texts) and texts[found.end] not in CLOSING:
            return  # "Dahl, the mayor, and the governor met"


def _past_article(page: Page, at: int) -> int:
    """Behind the article, possessive pronoun or adverb that may open an apposition."""
    texts = page.texts
    while at < len(texts) and texts[at].lower() in page.lexicon.words.now:
        at += 1
    if at < len(texts) and page.doc[at].pos_ in {"DET", "PRON"} and texts[at].lower() in page.lexicon.words.determiners:
        at += 1
    return at


def past_credentials(page: Page, end: int) -> int:
    """Behind the credentials of a name: ", M.D., Ph.D." and "(R-Ohio)"."""
    at = end
    for _ in range(CREDENTIALS):
        inside = at + 1 if at + 1 < len(page.texts) and page.texts[at] == "," else at
        stop = _credential(page, inside)
        if stop is None:
            break
        at = stop
    return at


def _credential(page: Page, start: int) -> int | None:
    """Where the credential ends that begins there, of at most three tokens; None where none does."""
    if start >= len(page.texts) or page.texts[start][:2] not in page.lexicon.credentials:
        return None
    for stop in range(start + 1, min(start + 4, len(page.texts) + 1)):
        if is_border(page, stop - 1):
            return None
        row = page.lexicon.suffixes.get(text_of(page, start, stop))
        if row is not None and row.kind == "credential":
            return stop
    return None


def past_age(page: Page, end: int) -> tuple[int, bool]:
    """Behind ", 34" and whether there is such an age."""
    texts = page.texts
    if end + 2 >= len(texts) or texts[end] != ",":
        return end, False
    aged = texts[end + 1].isdigit() and len(texts[end + 1]) < 3
    if not aged:
        return end, False
    if texts[end + 2] in {",", ";", ".", "who", "of", "and"}:
        return end + 2, True
    return end, False
