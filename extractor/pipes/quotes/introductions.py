"""Reads quotations that the paragraph before introduces without a colon: `Bo Ray disagreed.`, then `"There was money."`

The introduction is one short sentence that says how somebody spoke, and its words stand in `introductions.csv`.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from extractor.pipes.quotes import mentions
from extractor.pipes.quotes.page import SPACE, Page, Report, end_of, is_statement, mark_at, token_from
from extractor.syntax.clauses import own_subject

LONGEST = 14
"""Tokens of an introduction, at most."""
RULE = "layout:introduction"


def find(page: Page, taken: set[int]) -> Iterator[Report]:
    """The reports of marked sentences that fill a paragraph behind an introduction and have no cue of their own."""
    if not page.lexicon.introductions:
        return
    for index, mark in enumerate(page.marks):
        start, end = page.paragraphs[mark.paragraph]
        if index in taken or not mark.paragraph or mark.start != start or not is_statement(page, mark):
            continue
        if page.text[mark.end : end].strip(SPACE):
            continue
        report = _introduced(page, page.paragraphs[mark.paragraph - 1], (mark.start, mark.end))
        if report is not None:
            yield report


def _introduced(page: Page, before: tuple[int, int], span: tuple[int, int]) -> Report | None:
    """The report of a marked paragraph, by the paragraph before it."""
    words = page.doc[token_from(page, before[0]) : token_from(page, before[1])]
    if not 2 < len(words) <= LONGEST or words[-1].text != "." or mark_at(page, before[0]) is not None:
        return None
    for verb in words:
        last = _last(page, verb) if verb.pos_ in {"VERB", "AUX"} else None
        subject = None if last is None else own_subject(verb)
        if last is None or subject is None or last.i + 2 < words[-1].i:
            continue
        found = mentions.mention(page, subject)
        if found is None:
            return None
        cue = (verb.idx, end_of(last))
        return Report((span,), cue, verb.lemma_.lower(), "states", found, None, RULE, verb.i, (before[0], cue[1]))
    return None


def _last(page: Page, verb: Token) -> Token | None:
    """The last word of an introduction of the table that begins with a verb: `disagreed`, `was blunt`."""
    doc, lemma = verb.doc, verb.lemma_.lower()
    for words in page.lexicon.introductions.get(lemma, ()):
        stop = verb.i + 1 + len(words)
        if tuple(word.lower_ for word in doc[verb.i + 1 : stop]) == words:
            return doc[stop - 1]
    return None
