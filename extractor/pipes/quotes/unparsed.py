"""Reads the content of a verb of saying off the page where the parser has lost its way.

`She said fathers who adopt and step-parents would not be eligible`: where a finite "said" with a subject governs
nothing that the parse shows, and the words behind it hold a finite verb with a subject, they are what was said.
"""

from spacy.tokens import Span, Token

from extractor.pipes.quotes.cues import Cue
from extractor.pipes.quotes.cuts import Stretches, clause_of
from extractor.pipes.quotes.page import Page, mark_at, paragraph_of, sentence_of, token_from, trim, whole_marks

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj"))
OPENERS = frozenset(("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"))
ADVERBIAL = frozenset(("prep", "npadvmod", "advmod", "dative"))
REACH = 15
MIN_WORDS = 4


def rest(page: Page, cue: Cue) -> tuple[Stretches, tuple[int, int]] | None:
    """What stands behind the cue to the end of its sentence; None where that is no clause."""
    token = cue.token
    if cue.passive or not _is_finite(token) or mark_at(page, token.idx) is not None:
        return None
    high = min(sentence_of(page, cue.start)[1], paragraph_of(page, cue.start)[1])
    first = _first(page, token_from(page, cue.end), high)
    if first is None or first >= len(page.doc):
        return None  # the text may end in "said that"
    if page.text[cue.end : page.starts[first]].strip() == ";":
        return None  # "..., the director said; no patient was harmed"
    start, end = trim(page, page.doc[first].idx, high)
    words = page.doc[first : token_from(page, end)]
    if len(words) < MIN_WORDS or not _may_open(page, words):
        return None
    is_marked = page.doc[first - 1].lower_ == "that" and page.doc[first - 2].i == token.i
    is_small = "gerund" in cue.row.frames and any(word.tag_ == "VBG" for word in words[1:MIN_WORDS])
    if not (is_marked or is_small or _is_clause(words)):
        return None
    return (whole_marks(page, start, end),), (clause_of(cue)[0], cue.end)


def _may_open(page: Page, words: Span) -> bool:
    """Whether words may be a clause; none begins in `disputes that, saying only a third had joined`."""
    is_but_a_thing = words[1].text == "," and words[0].lower_ in page.lexicon.small["thing"]
    return words[0].pos_ in OPENERS and not is_but_a_thing


def _is_clause(words: Span) -> bool:
    """Whether a finite verb comes whose subject opens the stretch: "found a way that works" is none."""
    opens = False
    for word in words:
        if word.tag_ in {"WP", "WRB"} or (word.pos_ == "SCONJ" and word.lower_ != "that"):
            return False
        if word.tag_ in FINITE and word.dep_ != "relcl":
            return opens
        opens = opens or (word.dep_ in SUBJECTS and word.left_edge.i <= words.start)
    return False


def _is_finite(token: Token) -> bool:
    """Whether a verb is in the past or present with a subject of its own before it."""
    has_subject = any(child.dep_ == "nsubj" and child.tag_ not in {"WDT", "WP"} for child in token.lefts)
    has_aux = any(child.dep_ == "aux" and child.tag_ != "TO" for child in token.lefts)
    return has_subject and (token.tag_ in FINITE or has_aux) and token.dep_ in {"ROOT", "conj", "ccomp", "parataxis"}


def _first(page: Page, at: int, high: int) -> int | None:
    """The first token of the clause: behind "that", or behind "on Monday", else right behind the cue."""
    doc = page.doc
    for word in doc[at : at + REACH]:
        if word.idx >= high or word.tag_ in FINITE:
            break
        if word.lower_ == "that" and word.tag_ == "IN":
            return int(word.i) + 1
    while at < len(doc) and doc[at].idx < high and _is_adverbial(doc[at]):
        behind = _behind(doc[at])
        if behind is None:
            return None
        at = behind
    return at if at < len(doc) and doc[at].idx < high and not doc[at].is_punct else None


def _is_adverbial(word: Token) -> bool:
    return word.dep_ in ADVERBIAL and word.pos_ in {"ADP", "ADV", "PROPN"}


def _behind(word: Token) -> int | None:
    """The token behind an adverb, or behind a preposition and its noun; None where that is long."""
    if word.pos_ != "ADP":
        return int(word.i) + 1
    noun = next((child for child in word.rights if child.dep_ == "pobj"), None)
    return None if noun is None or noun.right_edge.i - word.i > REACH else int(noun.i) + 1
