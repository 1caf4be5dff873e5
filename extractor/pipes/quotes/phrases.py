"""Reports without a verb: "according to the police", "in the words of one official".

The phrase takes the clause that it hangs on as its content, the noun phrase behind it as its speaker.
"""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from extractor.pipes.quotes import mentions
from extractor.pipes.quotes.page import Page, Report, mark_at, paragraph_of, sentence_of, token_from, trim, whole_marks

CLAUSAL = frozenset(("VERB", "AUX"))
MAX_STEPS = 12
ADDED = frozenset(("WDT", "WP", "WP$", "WRB", "VBN", "VBG"))


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """One expression for all phrases, words apart by any white space."""
    listed = sorted(phrases, key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in listed) + r")\b", re.I)


def find(page: Page, compiled: re.Pattern[str]) -> Iterator[Report]:
    """The reports of all phrases of the article."""
    for match in compiled.finditer(page.text):
        if mark_at(page, match.start()) is None:
            report = _read(page, match)
            if report is not None:
                yield report


def of_sources(page: Page) -> Iterator[Report]:
    """`In a poll of nurses, most were tired`: a source that opens the sentence."""
    for start, _ in page.sentences:
        at = token_from(page, start)
        token = page.doc[at] if at < len(page.doc) else None
        if token is None or token.lower_ != "in" or mark_at(page, token.idx) is not None:
            continue
        head = next((child for child in token.rights if child.dep_ == "pobj"), None)
        if head is None or head.lemma_.lower() not in page.lexicon.sources:
            continue
        found = mentions.mention(page, head)
        if found is None or page.text[found.end : found.end + 1] != ",":
            continue
        span = trim(page, found.end, min(sentence_of(page, token.idx)[1], paragraph_of(page, token.idx)[1]))
        cue, clause = (token.idx, token.idx + 2), (token.idx, found.end)
        row = page.lexicon.sources[head.lemma_.lower()]
        told = page.doc[token_from(page, span[0]) : token_from(page, span[1])]
        if any(word.pos_ in CLAUSAL for word in told):  # "in the polls, anyway" tells nothing
            yield Report((whole_marks(page, *span),), cue, "in", "states", found, None, row.rule, token.i, clause)


def _read(page: Page, match: re.Match[str]) -> Report | None:
    row = page.lexicon.phrases[" ".join(match.group().lower().split())]
    first, after = token_from(page, match.start()), token_from(page, match.end())
    if after >= len(page.doc) or first >= len(page.doc):
        return None
    head = _object(page, after)
    if head is None:
        return None
    found = mentions.mention(page, head)
    if found is None:
        return None
    clause = (match.start(), max(found.end, match.end()))
    spans = _content(page, page.doc[first], clause)
    if not spans:
        return None
    return Report(spans, (match.start(), match.end()), row.phrase, row.stance, found, None, row.rule, first, clause)


def _object(page: Page, after: int) -> Token | None:
    """The head of the noun phrase behind the phrase."""
    token = page.doc[after]
    for _ in range(MAX_STEPS):
        if token.head.i < after or token.head.i == token.i:
            return token if token.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"} else None
        token = token.head
    return None


def _content(page: Page, phrase: Token, clause: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """The clause that the phrase hangs on, without the phrase."""
    start, end = _held(page, phrase, clause)
    left, right = trim(page, start, clause[0]), trim(page, clause[1], end)
    if left[1] - left[0] > 2 and (page.text[clause[1] : clause[1] + 1] not in {",", ""} or _is_added(page, right[0])):
        right = (0, 0)
    spans = [whole_marks(page, *span) for span in (left, right) if span[1] - span[0] > 2]
    is_joined = spans and spans[0][1] <= clause[0] and page.doc[token_from(page, spans[0][0])].dep_ == "cc"
    if is_joined and token_from(page, spans[0][1]) - token_from(page, spans[0][0]) == 1:
        spans = spans[1:]  # "and, according to Holm, ..."
    return tuple(spans)


def _held(page: Page, phrase: Token, clause: tuple[int, int]) -> tuple[int, int]:
    """The sentence of a phrase, or the clause of it that the phrase is joined to."""
    low, high = paragraph_of(page, phrase.idx)
    sentence = sentence_of(page, phrase.idx)
    start, end = max(low, sentence[0]), min(high, sentence[1])
    verb = _listed(_outermost(_clause(phrase)))
    if verb is None or verb.i > phrase.i:
        return start, end
    if verb.dep_ in {"conj", "ccomp", "advcl"} and _has_subject(verb):
        start = max(start, verb.left_edge.idx)
    return start, min(end, clause[1]) if clause[1] > verb.right_edge.idx else end


def _listed(verb: Token | None) -> Token | None:
    """The first clause of a list that closes with "and": `<powder gained, butter fell and cheddar slipped>`."""
    while verb is not None and verb.dep_ == "conj" and verb.head.i < verb.i:
        join = verb.left_edge.nbor(-1) if verb.left_edge.i else verb
        if join.dep_ not in {"cc", "punct"} or (join.dep_ == "cc" and join.nbor(-1).text == ","):
            break
        verb = verb.head
    return verb


def _is_added(page: Page, start: int) -> bool:
    """Whether what follows describes the source: `according to the paper, published in May`."""
    at = token_from(page, start)
    return at < len(page.doc) and page.doc[at].tag_ in ADDED


def _clause(token: Token) -> Token | None:
    """The verb of the clause that a token stands in."""
    for _ in range(MAX_STEPS):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.pos_ in CLAUSAL and token.dep_ not in {"aux", "auxpass", "amod", "xcomp"}:
            return token
    return None


def _outermost(verb: Token | None) -> Token | None:
    """`<Holm said the vault was empty>, according to Berg`: the phrase takes the outer report, with its inner one."""
    while verb is not None and verb.dep_ == "ccomp" and verb.head.i < verb.i and _has_subject(verb.head):
        verb = verb.head
    return verb


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.lefts)
