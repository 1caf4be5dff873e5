"""The article as the names are read from it: its words, where paragraphs begin, and what may be part of a name."""

from functools import lru_cache
from typing import Literal, NamedTuple

from spacy.tokens import Doc

from extractor.pipes.names.lexicon import Lexicon

POSSESSIVES = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
HYPHENS = frozenset({"-", "‐", "‑"})
BREAKS = frozenset({"&", ",", ";", ":", "/", "(", ")", "[", "]", "–", "—", "--", "|", "•"})
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
OTHER_LABELS = frozenset({"WORK_OF_ART", "EVENT", "LAW", "PRODUCT", "NORP", "LANGUAGE"})
NO_NAMES = frozenset("@/\\_=<>{}|0123456789")
"""Characters that no word of a name holds."""
REMEMBERED = 8192
"""Words of which it is kept what they are: an article asks of each of its words a few times."""
Found = Literal["", "byline", "spelled out", "known name", "legal form", "named after", "row of results"]
"""How a name was found that is sure by that alone, so that no other candidate may take its place; "" for all else."""


class Page(NamedTuple):
    """A `Doc`, its text (spaCy puts it together anew at each call), its tokens' texts, where its paragraphs begin.

    `starts` and `ends` are the characters of the tokens: to ask a token for them costs five times as much.
    """

    doc: Doc
    text: str
    texts: list[str]
    borders: frozenset[int]
    lexicon: Lexicon
    starts: list[int]
    ends: list[int]


class Candidate(NamedTuple):
    """A stretch of tokens that may be a name; `label` is the base model's, empty where it saw none.

    `titles` are token ranges before it, `shared` those before another name of the same row. `full` is the name written
    out where the text shares its surname with another, `other` a name in brackets behind it ("Ruth Ellery (Stone)").
    """

    start: int
    end: int
    label: str
    titles: tuple[tuple[int, int], ...] = ()
    couple: bool = False
    full: str = ""
    shared: tuple[tuple[int, int], ...] = ()
    other: str = ""
    found: Found = ""


def text_of(page: Page, start: int, end: int) -> str:
    """The text of a range of tokens, white space folded: a name may be broken over two lines."""
    if start >= end:
        return ""
    text = page.text[page.starts[start] : page.ends[end - 1]]
    return " ".join(text.split()) if "\n" in text or "\r" in text or "  " in text else text


def is_border(page: Page, index: int) -> bool:
    """Whether a paragraph begins at this token or, where it is white space, behind it."""
    if index >= len(page.texts):
        return True
    if page.starts[index] in page.borders:
        return True
    if not page.texts[index].isspace():
        return False
    return index + 1 >= len(page.texts) or page.starts[index + 1] in page.borders


@lru_cache(REMEMBERED)
def is_name_word(text: str) -> bool:
    """Whether a token may stand in a name: it begins with a capital and is a word."""
    first = text[0]
    if first in "'’‘" and len(text) > 1:
        first = text[1]
    elif len(text) > 3 and text[1] in "'’":
        first = text[2]  # "d'Alembert"
    return first.isupper() and NO_NAMES.isdisjoint(text)


def is_initial(text: str) -> bool:
    """Whether a token is one or two initials: "J.", "J.R."."""
    return 2 <= len(text) <= 4 and text.endswith(".") and text[0].isupper() and text.replace(".", "").isupper()


def is_particle(page: Page, index: int) -> bool:
    """Whether the token is a particle of a surname, in lower case or with a capital ("De Benedetti")."""
    return page.texts[index].lower() in page.lexicon.particles


@lru_cache(REMEMBERED)
def folded(name: str) -> str:
    """The key under which one name is counted in an article: without case, full stops and white space at its ends."""
    return name.replace(".", "").lower().strip()
