"""Where a name begins and ends: the base model's spans cut, trimmed and grown.

The base model leaves line breaks and possessives on, breaks names at particles ("Wilhelmina van der" +
"Horst Ames") and quotation marks, and takes titles now in, now out.
"""

from collections.abc import Iterator

from extractor.pipes.names.page import (
    BREAKS,
    HYPHENS,
    POSSESSIVES,
    Page,
    is_border,
    is_initial,
    is_name_word,
)

PLURAL = frozenset("'’")
QUOTES = frozenset("\"“”'‘’«»")


def pieces(page: Page, start: int, end: int, *, person: bool) -> Iterator[tuple[int, int]]:
    """The parts of a base entity: cut at paragraph borders and possessives, a person's also at "and" and commas."""
    at = start
    for index in range(start, end):
        if index > at and page.starts[index] in page.borders:
            yield at, index
            at = index
        if index + 1 < end and is_abbreviation(page, index) and (person or _is_first(page, index + 1)):
            yield at, index
            yield index, index + 1
            at = index + 1
        elif _parts(page, index, end, person=person):
            yield at, index
            at = index + 1
        elif index > at and _closes_all(page, index, end, person=person):
            yield at, index
            return
    yield at, end


def _is_first(page: Page, index: int) -> bool:
    """Whether the word is a first name: "She spoke at the U.N. Peter Hall listened."."""
    return page.texts[index].lower() in page.lexicon.given and page.texts[index] not in page.lexicon.heads


def _parts(page: Page, index: int, end: int, *, person: bool) -> bool:
    """Whether the token stands between two names: the end of a paragraph, or between people "and" and commas."""
    text = page.texts[index]
    if text.isspace() and is_border(page, index):
        return True
    if not person or text in POSSESSIVES:
        return False
    between = text in BREAKS or text in QUOTES or text in page.lexicon.words.cuts or _is_mark(page, text)
    return between and not _tied(page, index) and not bracketed(page, index, end)


def _closes_all(page: Page, index: int, end: int, *, person: bool) -> bool:
    """Whether what follows is no name: a possessive ("Shaw's Pygmalion"), a verb of a headline in capitals."""
    token = page.doc[index]
    if not person and token.pos_ == "VERB" and token.tag_ in {"VBZ", "VBD"}:
        return True  # "Tarnbrook Holdings Opens Lisbon Office"
    if token.text not in POSSESSIVES or token.tag_ != "POS":
        return False
    return person or not _owns_office(page, index, end)


def _owns_office(page: Page, index: int, end: int) -> bool:
    """Whether the possessive is inside a body's name: "Broward Sheriff's Office", "United Nations Children's Fund"."""
    if index + 1 >= end or (head := page.lexicon.heads.get(page.texts[index + 1])) is None:
        return False
    owner = page.texts[index - 1]
    owns = owner in page.lexicon.titles or owner.lower() in page.lexicon.words.owners
    many = owner.endswith("s") and owner[:-1].lower() in page.lexicon.nouns  # "Airline Pilots' Association"
    owns = owns or (many and page.texts[index] in PLURAL)
    return head.kind == "organization" and owns


def _is_mark(page: Page, text: str) -> bool:
    """Whether a lone small letter stands between two names of a table of results ("Wasim Akram b Harris 12")."""
    return len(text) == 1 and text.islower() and text not in page.lexicon.particles


def is_abbreviation(page: Page, index: int) -> bool:
    """Whether the token is a place or body in short, no initials: "U.N.", "N.Y." of "Albany, N.Y. Tom Beck runs it".

    A state's may be initials ("N.C. Wyeth"), unless it stands where states do.
    """
    text = page.texts[index]
    if text.count(".") < 2 or not (text.lower() in page.lexicon.places or text in page.lexicon.known):
        return False
    before = page.texts[index - 1].lower() if index else ""
    return text[0] == "U" or text in page.lexicon.known or before == "," or before in page.lexicon.words.local


def trimmed(page: Page, start: int, end: int) -> tuple[int, int]:
    """Without articles, lower-case words, numbers and punctuation at its ends; particles stay before a name."""
    while start < end and not _opens(page, start, end):
        start += 1
    while end > start and not _closes(page, start, end):
        end -= 1
    return start, end


def _closes(page: Page, start: int, end: int) -> bool:
    """Whether the name may end here: with a name word, or with what a hyphen ties to one ("Kim Jong-un", "Co-op")."""
    text = page.texts[end - 1]
    if is_name_word(text) or is_initial(text):
        return page.lexicon.suffixes.get(text) is None or page.lexicon.suffixes[text].kind != "credential"
    return end - start > 2 and text.isalpha() and _tied(page, end - 1)


def _tied(page: Page, index: int) -> bool:
    """Whether a hyphen without spaces stands before the token."""
    return index > 1 and page.texts[index - 1] in HYPHENS and not page.doc[index - 1].whitespace_


def bracketed(page: Page, index: int, end: int) -> bool:
    """Whether the token is a bracket about a nickname inside a name: "Robert (Bob) Marsh"."""
    opening = index if page.texts[index] == "(" else index - 2
    if opening < 1 or opening + 3 >= end or page.texts[opening] != "(" or page.texts[opening + 2] != ")":
        return False
    return all(is_name_word(page.texts[at]) for at in (opening - 1, opening + 1, opening + 3))


def _opens(page: Page, index: int, end: int) -> bool:
    text = page.texts[index]
    if text in {"The", "A", "An", "Of", "In", "By"}:
        return False
    if is_name_word(text):
        return True
    return text in page.lexicon.particles and any(is_name_word(page.texts[i]) for i in range(index + 1, end))


def with_partner(page: Page, end: int) -> int:
    """Where a firm's name ends behind "&" or what is left of it on a page ("Phillips amp Drew", "Roberts amp Co.")."""
    texts = page.texts
    if end + 1 >= len(texts) or texts[end] not in page.lexicon.words.ampersands or is_border(page, end + 1):
        return end
    at = end + 1
    while at < len(texts) and is_name_word(texts[at]) and not is_border(page, at):
        at += 1
    return at if at > end + 1 else end


def with_rest(page: Page, end: int) -> int:
    """Where the name ends of a place of another land that the base model broke: "Primavera" of "Primavera do Leste"."""
    if _is_rest(page, end):
        return end + 1
    texts, at = page.texts, end
    while at < len(texts) and at - end < 2 and texts[at] in page.lexicon.words.foreign and not is_border(page, at):
        at += 1
    named = end < at < len(texts) and is_name_word(texts[at]) and not is_border(page, at)
    return at + 1 if named else end


def _is_rest(page: Page, end: int) -> bool:
    """Whether a lone name of a person is the rest of an unknown place's: "near Jebbu Bassa"."""
    if end >= len(page.texts) or is_border(page, end) or not is_name_word(page.texts[end]):
        return False
    first, rest = page.doc[end - 1], page.doc[end]
    if rest.ent_type_ != "PERSON" or rest.ent_iob_ != "B" or first.dep_ != "compound" or first.head.i != end:
        return False
    alone = end + 1 == len(page.texts) or page.doc[end + 1].ent_iob_ != "I"
    key = page.texts[end - 1].lower()
    return alone and key not in page.lexicon.places and not page.lexicon.is_town(key)


def with_land(page: Page, end: int) -> int:
    """Where the name ends of a body that is told apart by its land: "Supreme Court of Tasmania"."""
    head = page.lexicon.heads.get(page.texts[end - 1])
    if head is None or head.kind != "organization" or end + 1 >= len(page.texts):
        return end
    if page.texts[end] not in page.lexicon.words.genitives or is_border(page, end + 1):
        return end
    at = end + 1
    while at < len(page.texts) and page.doc[at].ent_type_ == "GPE" and is_name_word(page.texts[at]):
        at += 1
    known = page.texts[at].lower() in page.lexicon.places if at == end + 1 else False
    return at if at > end + 1 else at + 1 if known else end
