"""Reads reporting clauses that close a sentence, where the parser takes the verb for a noun or for content.

`<Dozens of mills have closed>, harbour records show.`, `<Holm claimed Vogt "knew" it>, the court heard.`: the words on
the page tell it, a comma, who holds records or hears witnesses, and the verb as the last word.
"""

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from extractor.pipes.quotes import cues
from extractor.pipes.quotes.page import (
    Mention,
    Page,
    Report,
    end_of,
    mark_at,
    paragraph_of,
    sentence_of,
    token_from,
    trim,
    whole_marks,
)
from extractor.pipes.quotes.rows import Verb
from extractor.syntax.columns import columns

LONGEST = 8
"""Words of who holds the records, at most."""
DAY = 3
"""Words behind the verb, at most: "the court heard on Monday"."""
CLAUSAL = frozenset(("VERB", "AUX"))


def find(page: Page) -> Iterator[Report]:
    """The reports of the verbs that close a sentence behind a comma and a holder of records or a hearer."""
    for at in columns(page.doc).of(page.lexicon.closing):
        report = _closed(page, page.doc[at])
        if report is not None:
            yield report


def _closed(page: Page, verb: Token) -> Report | None:
    """The report of a verb; None where it closes no sentence, or nobody who could tell stands before it."""
    low, high = sentence_of(page, verb.idx)
    if not _is_last(page, verb, high):
        return None
    row = cues.verb_row(page, verb)
    comma = page.text.rfind(", ", max(low, paragraph_of(page, verb.idx)[0]), verb.idx)
    if row is None or comma < 0 or mark_at(page, verb.idx) is not None:
        return None
    who = page.doc[token_from(page, comma + 1) : verb.i]
    if not 0 < len(who) <= LONGEST or not _tells(page, row, verb, who[-1]):
        return None
    if any(word.tag_ in {"VBD", "VBN", "VBG", "MD"} for word in who):
        return None
    start, end = trim(page, max(low, paragraph_of(page, verb.idx)[0]), comma)
    told = page.doc[token_from(page, start) : token_from(page, end)]
    if not any(word.pos_ in CLAUSAL for word in told):
        return None
    found = Mention(who[0].idx, end_of(who[-1]), "nominal")
    cue = (verb.idx, end_of(verb))
    spans = (whole_marks(page, start, end),)
    return Report(spans, cue, row.lemma, row.stance, found, None, row.rule, verb.i, (found.start, cue[1]))


def _is_last(page: Page, verb: Token, high: int) -> bool:
    """Whether a sentence ends behind a verb, or behind a day."""
    rest = range(verb.i + 1, token_from(page, high))
    words = (page.doc[at] for at in rest)
    first = list(islice((word for word in words if not word.is_punct and not word.is_space), DAY + 1))
    return not first or (len(first) <= DAY and first[-1].ent_type_ in {"DATE", "TIME"})


def _tells(page: Page, row: Verb, verb: Token, noun: Token) -> bool:
    """Whether a noun holds records, where its verb was taken for a noun, or hears witnesses."""
    lexicon = page.lexicon
    if row.needs == "hearer":
        return bool({noun.lower_, noun.lemma_.lower()} & lexicon.hearers)
    kind = lexicon.kinds.get(noun.lower_) or lexicon.kinds.get(noun.lemma_.lower())
    is_lost = verb.pos_ not in CLAUSAL or (verb.dep_ == "ccomp" and verb.head.i < noun.i)
    is_named = verb.lower_ != row.lemma and noun.pos_ == "PROPN"
    return is_lost and (kind == "document" or is_named)
