"""Long articles and long words: parsed in pieces, cut where a reader would pause, and joined into one `Doc` again.

The base model's memory grows with the text, and spaCy refuses a million characters. The rules read the joined `Doc`, so
one person stays one person from the first page of a report to its last. spaCy's tokenizer takes the square of a word's
length where the word is all brackets or quotation marks: 40 seconds for 20,000 of them.
"""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

BORDERS = (
    re.compile(r"\n[^\S\n]*\n\s*"),
    re.compile(r"[\n\r]\s*"),
    re.compile(r"[.!?][\"'”’)\]]?\s"),
    re.compile(r"\s"),
)
"""Where to cut, best first: a blank line, a line break, the end of a sentence, any white space."""
SEARCHED = 10_000
"""How far back from the limit a border is looked for, in characters."""

LONGEST_WORD = 300
"""Characters without white space that are given to the tokenizer as one; longer are tracking links and garbage."""
LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")


def tokenize(nlp: Language, text: str) -> Doc:
    """The `Doc` of a text as `nlp.make_doc` gives it, but in linear time: overlong words are cut."""
    ends = [match.end() for match in LONG_WORD.finditer(text)]
    if not ends:
        return nlp.make_doc(text)
    parts = [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
    return Doc.from_docs([nlp.make_doc(part) for part in parts], ensure_whitespace=False)


def join(pieces: list[Doc]) -> Doc:
    """One `Doc` of parsed pieces, without what stands in their extensions."""
    return Doc.from_docs(pieces, ensure_whitespace=False, exclude=["user_data"])


def cut(text: str, length: int) -> Iterator[str]:
    """Pieces of at most `length` characters which together are the text."""
    start = 0
    while len(text) - start > length:
        end = _border(text, max(start, start + length - SEARCHED), start + length)
        yield text[start:end]
        start = end
    yield text[start:]


def _border(text: str, low: int, high: int) -> int:
    """The last best border after `low` up to `high`; `high` itself, inside a word, where there is none."""
    for border in BORDERS:
        ends = [match.end() for match in border.finditer(text, low, high)]
        if ends:
            return ends[-1]
    return high
