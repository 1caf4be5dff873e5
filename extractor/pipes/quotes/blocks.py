"""Reads block quotes: a reporting clause that ends in a colon, and its words in the next paragraph without marks."""

from collections.abc import Iterator

from spacy.tokens import Token

from extractor.pipes.quotes import cues, speaker
from extractor.pipes.quotes.page import STOPS, Page, Report, marks_in, token_from, trim

REACH = 25
INDENT = frozenset(" \t>")
ENDS = frozenset(".?!…")
MIN_WORDS = 4


def find(page: Page) -> Iterator[Report]:
    """`She wrote to the council:` and the paragraph below, with those that are indented like it."""
    for number, (start, end) in enumerate(page.paragraphs[:-1]):
        if page.text[end - 1] != ":" or not _is_prose(page, page.paragraphs[number + 1]):
            continue
        verb = _verb(page, start, end)
        row = None if verb is None else cues.verb_row(page, verb)
        if verb is None or row is None:
            continue
        cue = cues.read(page, verb, row)
        who, why = speaker.of_verb(page, verb, passive=cue.passive)
        if who is not None:
            spans = tuple(trim(page, *span) for span in _block(page, number + 1))
            yield Report(spans, (cue.start, cue.end), row.lemma, cue.stance, who, why, row.rule, verb.i, (start, end))


def _verb(page: Page, start: int, end: int) -> Token | None:
    """The verb of quotation in the last clause of a paragraph, where nothing else is its content."""
    last = token_from(page, end) - 1
    for token in reversed(page.doc[max(0, last - REACH) : last]):
        if token.idx < start or token.text in STOPS:
            return None
        row = cues.verb_row(page, token) if token.pos_ == "VERB" else None
        if row is not None and "quotation" in row.frames and row.needs != "marks":
            return None if any(child.dep_ == "ccomp" for child in token.children) else token
    return None


def _is_prose(page: Page, paragraph: tuple[int, int]) -> bool:
    """Whether a paragraph is a sentence without marks, and no entry of a list."""
    start, end = paragraph
    text = page.text[start:end]
    if len(text.split()) < MIN_WORDS or text[-1] not in ENDS or not text[0].isalpha():
        return False
    has_verb = any(token.pos_ in {"VERB", "AUX"} for token in page.doc[token_from(page, start) : token_from(page, end)])
    return has_verb and len(marks_in(page, start, start + 1)) == 0


def _block(page: Page, number: int) -> Iterator[tuple[int, int]]:
    """The paragraph and the following ones of its indentation; one alone where it is not indented."""
    yield page.paragraphs[number]
    margin = _margin(page, number)
    while margin and number + 1 < len(page.paragraphs) and _margin(page, number + 1) == margin:
        number += 1
        yield page.paragraphs[number]


def _margin(page: Page, number: int) -> str:
    start = first = page.paragraphs[number][0]
    while first and page.text[first - 1] in INDENT:
        first -= 1
    return page.text[first:start] if first == 0 or page.text[first - 1] == "\n" else ""
