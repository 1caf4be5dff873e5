"""Reads headlines, where titles in capitals lead the parser astray: `Bridge Unsafe: Report`, `Vogt Calls Plan 'Mad'`.

Only the first paragraphs of an article are headlines, and only where they are one line without a stop, or in capitals:
the normalization lowers those of title case that it is sure of.
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extractor.pipes.quotes import content, cues
from extractor.pipes.quotes.page import (
    Mention,
    Page,
    Report,
    mark_at,
    marks_in,
    paragraph_of,
    sentence_of,
    token_from,
    trim,
)
from extractor.pipes.quotes.rows import Verb

FIRST = 2
"""Paragraphs that may be a headline: the title and what stands below it."""
MAX_WORDS = 22
SHORT = 4
CLOSING = frozenset('.?!:”"')
SHARE = 0.6
VERBAL = frozenset(("VERB", "AUX"))
SAYS = frozenset(("clause", "complement", "object", "infinitive"))


def find(page: Page) -> Iterator[Report]:
    """The reports of headlines that are told by their layout alone."""
    for start, end in page.paragraphs[:FIRST]:
        if _is_headline(page, start, end):
            report = _teller_behind(page, start, end) or _verb_in_capitals(page, start, end)
            if report is not None:
                yield report


def is_told_by_nobody(page: Page, who: Mention) -> bool:
    """`Storm Claims Three Lives`: a headline whose subject is no one who speaks."""
    paragraph = paragraph_of(page, who.start)
    line = page.text[paragraph[0] : paragraph[1]]
    if paragraph not in page.paragraphs[:FIRST] or line[-1:] in CLOSING or len(line.split()) > MAX_WORDS:
        return False
    words = page.doc[token_from(page, who.start) : token_from(page, who.end)]
    return len(words) > 0 and not _speaks(page, words)


def _is_headline(page: Page, start: int, end: int) -> bool:
    """Whether a line of the top closes without a stop, or most of its long words have a capital."""
    text = page.text[start:end]
    words = [word.strip("'‘’\"“”:,.") for word in text.split()]
    long = [word for word in words if len(word) > SHORT - 1]
    if "\n" in text or not 2 < len(words) <= MAX_WORDS or text[-1] in "?!:":
        return False
    if text[-1] not in CLOSING and ". " not in text:
        return True
    return sum(word[0].isupper() or not word[0].isalpha() for word in long) >= SHARE * len(long) > 0


def _teller_behind(page: Page, start: int, end: int) -> Report | None:
    """`<Bridge Is Unsafe>: [Report]`: someone who speaks stands behind the colon."""
    colon = page.text.rfind(": ", start, end)
    if colon < 0 or mark_at(page, colon) is not None:
        return None
    low, high = trim(page, colon + 1, end)
    told = page.doc[token_from(page, start) : token_from(page, colon)]
    who = page.doc[token_from(page, low) : token_from(page, high)]
    if not 0 < len(who) <= SHORT or any(token.pos_ in VERBAL for token in who):
        return None
    if not any(token.pos_ in VERBAL for token in told):
        return None
    is_named = any(token.ent_type_ in {"PERSON", "ORG"} for token in who)
    if not is_named and not _speaks(page, who):
        return None
    found = Mention(low, high, "name" if is_named else "nominal")
    at = token_from(page, colon)
    return Report(
        (trim(page, start, colon),), (colon, colon + 1), ":", "states", found, None, "layout:colon", at, (colon, high)
    )


def _verb_in_capitals(page: Page, start: int, end: int) -> Report | None:
    """`[Vogt] {Calls} <Plan 'Mad'>`, where the verb is taken for a noun, or its content for its subject."""
    words = page.doc[token_from(page, start) : token_from(page, end)]
    for token in words[1:-1]:
        row = _row(page, token)
        if row is None:
            if token.pos_ == "VERB" and token.tag_ != "VBG":
                return None
            continue
        if content.of_cue(page, cues.read(page, token, row)) is not None:
            return None  # the parser did find its way
        who, span = trim(page, start, token.idx), trim(page, token.idx + len(token), end)
        if span[0] >= span[1] or mark_at(page, who[1] - 1) is not None or ":" in page.text[who[0] : who[1]]:
            return None
        cue = (token.idx, token.idx + len(token))
        subject = page.doc[words.start : token.i]
        if not _speaks(page, subject) and not (token.tag_ == "VBZ" and len(marks_in(page, *span))):
            return None  # "Storm Claims Three Lives", "School Reports Rise in Colds"
        is_named = any(one.ent_type_ == "PERSON" for one in subject)
        speaker = Mention(*who, "name" if is_named else "nominal")
        return Report((span,), cue, row.lemma, row.stance, speaker, None, row.rule, token.i, (start, cue[1]))
    return None


def _speaks(page: Page, words: Span) -> bool:
    """Whether words name someone or something that speaks."""
    last = words[-1]
    if last.tag_ == "POS":
        return False
    return last.ent_type_ in {"PERSON", "ORG"} or bool({last.lower_, last.lemma_.lower()} & page.lexicon.tellers)


def _row(page: Page, token: Token) -> Verb | None:
    """The row of a word that has the form of a verb in the present: "Says", or "Say" behind a plural."""
    if mark_at(page, token.idx) is not None or not token.text[0].isupper():
        return None
    lemma = page.lexicon.forms.get(token.lower_)
    row = page.lexicon.verbs.get(lemma) if lemma else None
    present = token.lower_.endswith("s") or (token.lower_ == lemma and token.nbor(-1).lower_.endswith("s"))
    if row is None or row.needs == "marks" or not present or not SAYS & set(row.frames):
        return None
    if token.nbor().tag_ in {"VBP", "VBZ", "VBD"}:
        return None  # "Power Plant Rules Face Test"
    is_noun = token.tag_ == "NNS" and token.dep_ not in {"ROOT", "ccomp"} and token.nbor(-1).pos_ == "ADJ"
    return None if is_noun or sentence_of(page, token.idx)[1] < token.idx else row
