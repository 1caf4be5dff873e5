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
    is_particle,
)
from extractor.pipes.names.titles import title_start

QUOTES = frozenset("\"“”'‘’«»")
LONGEST = 9
"""Tokens of the longest name that is grown: "Duarte de Vasconcelos e Sá" has five, hyphens count."""


def pieces(page: Page, start: int, end: int, *, person: bool) -> Iterator[tuple[int, int]]:
    """The parts of a base entity: cut at paragraph borders and possessives, a person's also at "and" and commas."""
    at = start
    for index in range(start, end):
        text = page.texts[index]
        if index > at and page.doc[index].idx in page.borders:
            yield at, index
            at = index
        if person and index + 1 < end and is_abbreviation(page, index):
            yield at, index
            yield index, index + 1
            at = index + 1
            continue
        if (text.isspace() and is_border(page, index)) or (
            person
            and (text in BREAKS or text in QUOTES or text in page.lexicon.words.cuts or _is_mark(page, text))
            and text not in POSSESSIVES
            and not _tied(page, index)
            and not _bracketed(page, index, end)
        ):
            yield at, index
            at = index + 1
        elif not person and index > at and page.doc[index].pos_ == "VERB" and page.doc[index].tag_ in {"VBZ", "VBD"}:
            yield at, index
            return  # a headline with capitals: "Tarnbrook Holdings Opens Lisbon Office"
        elif not person and text in POSSESSIVES and index > at and _owns_office(page, index, end):
            continue
        elif text in POSSESSIVES and index > at and page.doc[index].tag_ == "POS":
            yield at, index
            return  # what is owned is no name: "Shaw's Pygmalion"
    yield at, end


def _owns_office(page: Page, index: int, end: int) -> bool:
    """Whether the possessive is inside a body's name: "Broward Sheriff's Office", "United Nations Children's Fund"."""
    if index + 1 >= end or (head := page.lexicon.heads.get(page.texts[index + 1])) is None:
        return False
    owner = page.texts[index - 1]
    owns = owner in page.lexicon.titles or owner.lower() in page.lexicon.words.owners
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


def _bracketed(page: Page, index: int, end: int) -> bool:
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


def grown(page: Page, start: int, end: int) -> tuple[int, int]:
    """With the words that belong to the name on either side."""
    end = _right(page, start, end)
    while end - start > 1 and (row := page.lexicon.suffixes.get(page.texts[end - 1])) and row.kind == "credential":
        end -= 1
    return _left(page, start, end), end


def _right(page: Page, start: int, end: int) -> int:
    while end - start < LONGEST:
        following = _next(page, start, end)
        if following == end:
            break
        end = following
    return end


def _next(page: Page, start: int, end: int) -> int:  # noqa: PLR0911 - one line a way to go on
    """Where the name ends when its next part is taken in; `end` where nothing more belongs to it."""
    texts = page.texts
    if end >= len(texts) or is_border(page, end):
        return end
    text = texts[end]
    if text.isspace():
        return end + 2 if end + 1 < len(texts) and _belongs(page, end + 1, end - 1) else end
    if text in HYPHENS and end + 1 < len(texts) and not page.doc[end].whitespace_ and not page.doc[end - 1].whitespace_:
        tied = texts[end + 1].isalpha() and (is_name_word(texts[end + 1]) or page.doc[end + 1].pos_ == "PROPN")
        tied = tied or (texts[end + 1] == "in" and end - start > 1)  # "Moon Jae-in" has a preposition to the tagger
        return end + 2 if tied else end  # "Kim Jong-un", not "Warhol-like"
    if _generation(page, start, end):
        return end + 1
    if text == "," and end + 1 < len(texts) and texts[end + 1] != "I" and _generation(page, start, end + 1):
        return end + 2
    if text == "the" and end + 1 < len(texts) and f"the {texts[end + 1]}" in page.lexicon.suffixes:
        return end + 2
    if text in page.lexicon.particles or (is_particle(page, end) and page.doc[end].pos_ == "PROPN"):
        return _past_particles(page, end)
    if text in QUOTES:
        return _past_nickname(page, end)
    if text == "(" and _bracketed(page, end, len(texts)) and _short_for(page, end):
        return end + 4
    return end + 1 if _belongs(page, end, end - 1) else end


def _generation(page: Page, start: int, index: int) -> bool:
    """Whether the token is "Jr." or "III"; a bare "I" or "V" only stands after a single name ("Louis V")."""
    row = page.lexicon.suffixes.get(page.texts[index])
    if row is None or row.kind != "generation":
        return False
    return len(row.suffix) > 1 or index - start == 1


def _belongs(page: Page, index: int, before: int) -> bool:
    """Whether the capitalised word goes on with the name: the parser has it in the same noun phrase."""
    token, text = page.doc[index], page.texts[index]
    if not is_name_word(text) or text in page.lexicon.titles or token.ent_type_ in {"DATE", "TIME", "NORP"}:
        return False
    if token.ent_type_ == "GPE":  # "Alia Salem": two places to the base model; "Virginia, Georgia" is another thing
        first = page.texts[before].lower()
        apart = page.doc[before].ent_type_ == "GPE" and token.ent_iob_ == "B"
        return apart and first in page.lexicon.given and first not in page.lexicon.places and _is_lone(page, before)
    if is_initial(text) or is_initial(page.texts[before]):
        return bool(token.pos_ == "PROPN")
    previous = page.doc[before]
    if (
        page.texts[before].lower() in page.lexicon.given
        and token.ent_type_ in {"", "PERSON"}
        and _is_lone(page, before)
    ):
        return bool(token.pos_ == "PROPN") and text not in page.lexicon.heads
    return token.pos_ == "PROPN" and previous.dep_ in {"compound", "flat", "nmod"} and previous.head.i >= index


def _is_lone(page: Page, index: int) -> bool:
    """Whether no capitalised word but a title stands before this one: it is the first of the name."""
    if index == 0 or page.doc[index].idx in page.borders:
        return True
    return not is_name_word(page.texts[index - 1]) or page.texts[index - 1] in page.lexicon.titles


def _past_particles(page: Page, end: int) -> int:
    """Behind "de la Torre", where a name follows the particles; `end` else."""
    index = end
    while index < len(page.texts) and index - end < 3 and (is_particle(page, index) or page.texts[index] in HYPHENS):
        index += 1
    if index >= len(page.texts) or is_border(page, index) or not is_name_word(page.texts[index]):
        return end
    # "Rosa y Ines", "Alma e Ugo": a bare vowel joins two names only where the parser sees one phrase.
    if page.texts[end] in {"y", "e", "i", "of"} and page.doc[end].pos_ not in {"PROPN", "X"}:
        return end
    return index + 1


def _past_nickname(page: Page, end: int) -> int:
    """Behind `"Duke" Hostetter`; `end` where no nickname in quotation marks and surname follow."""
    texts = page.texts
    for close in range(end + 2, min(end + 4, len(texts) - 1)):
        if texts[close] in QUOTES:
            inner = all(is_name_word(text) for text in texts[end + 1 : close])
            return close + 2 if inner and is_name_word(texts[close + 1]) and not is_border(page, close + 1) else end
    return end


def _short_for(page: Page, bracket: int) -> bool:
    """Whether the bracket behind a lone first name holds a first name, and a surname follows."""
    inside = page.texts[bracket + 1].lower() in page.lexicon.given
    return inside and page.doc[bracket + 3].pos_ == "PROPN" and page.texts[bracket - 1].lower() in page.lexicon.given


def _left(page: Page, start: int, end: int) -> int:
    """First names, initials and particles before it that the base model left out."""
    texts = page.texts
    while start > 0 and end - start < LONGEST and page.doc[start].idx not in page.borders:
        text = texts[start - 1]
        if text in HYPHENS and start > 1 and is_name_word(texts[start - 2]) and not page.doc[start - 1].whitespace_:
            start -= 2
        elif not (is_name_word(text) or text in page.lexicon.particles) or title_start(page, start) is not None:
            break
        elif _leads(page, start - 1, start):
            start -= 1
        else:
            break
    while start < end and texts[start] in HYPHENS:
        start += 1
    return start


def _leads(page: Page, index: int, start: int) -> bool:
    """Whether the word before the name is its first name, an initial or a particle."""
    text, token = page.texts[index], page.doc[index]
    if is_initial(text):
        return bool(token.pos_ == "PROPN") and not is_abbreviation(page, index)
    if text in page.lexicon.particles:
        return index > 0 and is_name_word(page.texts[index - 1])  # "Carla de Souza", "the Marquis de Lafayette"
    if page.texts[start] in page.lexicon.particles:
        return bool(token.pos_ == "PROPN")
    if token.ent_type_ not in {"", "PERSON"} or token.pos_ != "PROPN":
        return False
    if text.lower() in page.lexicon.nouns or text in page.lexicon.heads or text in page.lexicon.known:
        return False
    opened = page.texts[start].lower() in page.lexicon.given and not _is_rare(page, index)
    known = text.lower() in page.lexicon.given or (
        not opened
        and token.ent_type_ == ""
        and (not token.is_sent_start or _is_rare(page, index))
        and _is_lone(page, index)
    )
    return known and token.dep_ in {"compound", "flat", "nmod"} and token.head.i >= start


def _is_rare(page: Page, index: int) -> bool:
    """Whether a capitalised word is none of the common ones: "Rakeem Scott can be heard" opens with a first name."""
    text = page.texts[index]
    return page.doc[index].is_oov and text.isalpha() and len(text) > 3 and text[1:].islower()


def with_partner(page: Page, end: int) -> int:
    """Where a firm's name ends behind "&" or what is left of it on a page ("Phillips amp Drew", "Roberts amp Co.")."""
    texts = page.texts
    if end + 1 >= len(texts) or texts[end] not in page.lexicon.words.ampersands or is_border(page, end + 1):
        return end
    at = end + 1
    while at < len(texts) and is_name_word(texts[at]) and not is_border(page, at):
        at += 1
    return at if at > end + 1 else end
