"""The words that belong to a name beside what the base model saw: first names, particles, "Jr.", nicknames."""

from collections.abc import Callable

from extractor.pipes.names.boundaries import QUOTES, bracketed, is_abbreviation
from extractor.pipes.names.page import HYPHENS, Page, is_border, is_initial, is_name_word, is_particle
from extractor.pipes.names.titles import title_start

LONGEST = 9
"""Tokens of the longest name that is grown: "Duarte de Vasconcelos e Sá" has five, hyphens count."""


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


def _next(page: Page, start: int, end: int) -> int:
    """Where the name ends when its next part is taken in; `end` where nothing more belongs to it."""
    if end >= len(page.texts) or is_border(page, end):
        return end
    for way in WAYS:
        if (further := way(page, start, end)) is not None:
            return further
    return end + 1 if _belongs(page, end, end - 1) else end


def _over_space(page: Page, _: int, end: int) -> int | None:
    if not page.texts[end].isspace():
        return None
    return end + 2 if end + 1 < len(page.texts) and _belongs(page, end + 1, end - 1) else end


def _over_hyphen(page: Page, start: int, end: int) -> int | None:
    """ "Kim Jong-un", not "Warhol-like"; "Moon Jae-in" has a preposition to the tagger."""
    texts, doc = page.texts, page.doc
    if texts[end] not in HYPHENS or end + 1 >= len(texts) or doc[end].whitespace_ or doc[end - 1].whitespace_:
        return None
    following = texts[end + 1]
    tied = following.isalpha() and (is_name_word(following) or doc[end + 1].pos_ == "PROPN")
    return end + 2 if tied or (following == "in" and end - start > 1) else end


def _over_suffix(page: Page, start: int, end: int) -> int | None:
    """ "Hostetter Jr.", "Hostetter, Jr.", "Ivan the Great"."""
    texts = page.texts
    if _generation(page, start, end):
        return end + 1
    following = texts[end + 1] if end + 1 < len(texts) else ""
    if texts[end] == "," and following not in {"", "I"} and _generation(page, start, end + 1):
        return end + 2
    return end + 2 if following and f"{texts[end]} {following}" in page.lexicon.suffixes else None


def _over_particles(page: Page, _: int, end: int) -> int | None:
    particle = page.texts[end] in page.lexicon.particles
    particle = particle or (is_particle(page, end) and page.doc[end].pos_ == "PROPN")
    return _past_particles(page, end) if particle else None


def _over_nickname(page: Page, _: int, end: int) -> int | None:
    if page.texts[end] in QUOTES:
        return _past_nickname(page, end)
    bracket = page.texts[end] == "(" and bracketed(page, end, len(page.texts)) and _short_for(page, end)
    return end + 4 if bracket else None


def _over_short_surname(page: Page, start: int, end: int) -> int | None:
    """ "Marites Go", "Anna So": a surname that is a small word, behind a first name, in no headline in capitals."""
    if end - start > 1 or page.texts[end] not in page.lexicon.words.short_surnames or not _is_lone(page, start):
        return None
    behind = page.texts[end + 1] if end + 1 < len(page.texts) and not is_border(page, end + 1) else ""
    return None if behind and is_name_word(behind) else end + 1


WAYS: tuple[Callable[[Page, int, int], int | None], ...] = (
    _over_space,
    _over_hyphen,
    _over_suffix,
    _over_particles,
    _over_nickname,
    _over_short_surname,
)
"""How a name may go on that is no plain word of it; each says where it ends then, None where it is not that."""


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
    if token.ent_type_ == "GPE":
        return _is_surname(page, index, before)
    if is_initial(text) or is_initial(page.texts[before]):
        return bool(token.pos_ == "PROPN")
    previous = page.doc[before]
    first = page.texts[before].lower() in page.lexicon.given and _is_lone(page, before)
    if first and token.ent_type_ in {"", "PERSON"}:
        return bool(token.pos_ == "PROPN") and text not in page.lexicon.heads
    return token.pos_ == "PROPN" and previous.dep_ in {"compound", "flat", "nmod"} and previous.head.i >= index


def _is_surname(page: Page, index: int, before: int) -> bool:
    """Whether of two places to the base model the second is a surname: "Alia Salem", not "Virginia, Georgia"."""
    first = page.texts[before].lower()
    apart = page.doc[before].ent_type_ == "GPE" and page.doc[index].ent_iob_ == "B"
    return apart and first in page.lexicon.given and first not in page.lexicon.places and _is_lone(page, before)


def _is_lone(page: Page, index: int) -> bool:
    """Whether no capitalised word but a title stands before this one: it is the first of the name."""
    if index == 0 or page.starts[index] in page.borders:
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
    inside, surname = page.texts[bracket + 1].lower(), page.texts[bracket + 3].lower()
    short = inside in page.lexicon.given or (inside not in page.lexicon.places and surname in page.lexicon.surnames)
    return short and page.doc[bracket + 3].pos_ == "PROPN" and page.texts[bracket - 1].lower() in page.lexicon.given


def _left(page: Page, start: int, end: int) -> int:
    """First names, initials and particles before it that the base model left out."""
    texts = page.texts
    while start > 0 and end - start < LONGEST and page.starts[start] not in page.borders:
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
        return bool(token.pos_ == "PROPN") and token.ent_type_ not in {"DATE", "TIME"}  # "On Friday al-Rawahi left"
    if token.ent_type_ not in {"", "PERSON"} or token.pos_ != "PROPN":
        return False
    if text.lower() in page.lexicon.nouns or text in page.lexicon.heads or text in page.lexicon.known:
        return False
    known = text.lower() in page.lexicon.given or _may_be_first(page, index, start)
    return known and token.dep_ in {"compound", "flat", "nmod"} and token.head.i >= start


def _may_be_first(page: Page, index: int, start: int) -> bool:
    """Whether an unknown word may be the first name of what begins at `start`, which has none of its own."""
    token, rare = page.doc[index], _is_rare(page, index)
    if page.texts[start].lower() in page.lexicon.given and not rare:
        return False
    return token.ent_type_ == "" and (not token.is_sent_start or rare) and _is_lone(page, index)


def _is_rare(page: Page, index: int) -> bool:
    """Whether a capitalised word is none of the common ones: "Rakeem Scott can be heard" opens with a first name."""
    text = page.texts[index]
    return page.doc[index].is_oov and text.isalpha() and len(text) > 3 and text[1:].islower()
