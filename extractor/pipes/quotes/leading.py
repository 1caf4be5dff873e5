"""Finds the verb, noun or name that leads up to a marked stretch: `X said: "..."`, by ordered steps over one draft."""

from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Token

from extractor.annotations import trace
from extractor.pipes.quotes import cues
from extractor.pipes.quotes.beside import CARRYING_ON, FINITE, NESTED, REACH, Beside
from extractor.pipes.quotes.page import STOPS, Page, is_statement, mark_at, token_from

NEAR = 10
"""Words from a noun to the colon that leads to its quotation, at most."""
LEADING = frozenset((",", ":", "--", "–", "—"))


class Draft(NamedTuple):
    """What stands before the marked stretch `number`: `last` is the last token before it, `start` where looking ends.

    `verb` is the nearest verb of speech, `other` the nearest other verb that has someone for its subject.
    """

    page: Page
    number: int
    start: int
    last: Token
    verb: Token | None
    other: Token | None


def before(page: Page, index: int) -> Beside | None:
    """The verb of a reporting clause that leads up to the quotation: `The mayor said on Monday: "..."`."""
    draft = _draft(page, index)
    if draft is None:
        return None
    for name, step in STEPS:
        found = step(draft)
        if found is not None:
            at = (found.token.idx, found.token.idx + len(found.token))
            trace.note(page.doc, "quotes", at, f"quotes/leading: {name}", outcome=found.token.text)
            return found
    return None


def _draft(page: Page, index: int) -> Draft | None:
    """The draft; None where the stretch is no statement, or what stands before it cannot lead up to it."""
    mark = page.marks[index]
    if not is_statement(page, mark) and not _is_resumed(page, index) and not _is_said(page, mark.start):
        return None
    start = _opening(page, index)
    at = token_from(page, mark.start) - 1
    while at >= 0 and page.doc[at].is_space and page.starts[at] >= start:
        at -= 1
    if at < 0 or page.starts[at] < start or mark_at(page, page.starts[at]) is not None:
        return None
    last = page.doc[at]
    if last.text not in LEADING and last.lower_ != "that" and cues.verb_row(page, last) is None:
        return None
    return Draft(page, index, start, last, *_verbs_before(page, at, start))


def _verbs_before(page: Page, at: int, start: int) -> tuple[Token | None, Token | None]:
    """The nearest verb of speech before a place in its sentence, and the nearest other one with a person."""
    other: Token | None = None
    for place in range(at, max(-1, at - REACH), -1):
        token = page.doc[place]
        if token.idx < start or token.text in STOPS or mark_at(page, token.idx) is not None:
            break
        row = cues.verb_row(page, token)
        if row is not None and token.pos_ == "VERB" and {"clause", "quotation"} & set(row.frames):
            return token, other
        if token.tag_ in FINITE and token.pos_ == "VERB" and token.dep_ not in NESTED and _has_person(page, token):
            other = token
    return None, other


def _of_label(draft: Draft) -> Beside | None:
    """`More from Ann Lee: "..."`: a name before the colon."""
    last, page = draft.last, draft.page
    has_word = last.text == ":" and last.i > 0 and page.starts[last.i - 1] >= draft.start
    if not has_word:
        return None
    is_opened = page.lexicon.openers.match(page.text, draft.start) is not None and last.nbor(-1).pos_ == "PROPN"
    return _labelled(page, last) if is_opened or _is_label(last.nbor(-1)) else None


def _of_speech(draft: Draft) -> Beside | None:
    """`The mayor said on Monday: "..."`."""
    return None if draft.verb is None else Beside(draft.verb, False)


def _of_noun(draft: Draft) -> Beside | None:
    """`Berg's answer was short: "Never."`"""
    noun = _noun(draft.page, draft.last, draft.start) if _is_colon(draft) else None
    return None if noun is None else Beside(noun, False)


def _of_colon(draft: Draft) -> Beside | None:
    """`Lee went further: "..."`: any verb of somebody, where a colon follows."""
    return Beside(draft.other, False) if draft.other is not None and _is_colon(draft) else None


def _of_comma(draft: Draft) -> Beside | None:
    """`Lee laughed, "..."`, `The mill issued a statement, "..."`."""
    last, other = draft.last, draft.other
    if other is None or last.text != "," or not is_statement(draft.page, draft.page.marks[draft.number]):
        return None
    is_near = other.i == last.i - 1 or (last.i > 0 and last.nbor(-1).lemma_ in draft.page.lexicon.occasions)
    return Beside(other, False) if is_near else None


def _is_colon(draft: Draft) -> bool:
    return draft.last.text == ":" and is_statement(draft.page, draft.page.marks[draft.number])


STEPS: tuple[tuple[str, Callable[[Draft], Beside | None]], ...] = (
    ("name before a colon", _of_label),
    ("verb of speech", _of_speech),
    ("noun of speech", _of_noun),
    ("any verb before a colon", _of_colon),
    ("any verb before a comma", _of_comma),
)


def _noun(page: Page, colon: Token, start: int) -> Token | None:
    """The noun that announces the words: `Berg's answer was short: "Never."`"""
    for place in range(colon.i - 1, max(-1, colon.i - NEAR), -1):
        token = page.doc[place]
        if token.idx < start or token.text in STOPS or mark_at(page, token.idx) is not None:
            return None
        row = page.lexicon.nouns.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
        if row is not None and "quotation" in row.frames:
            return token
    return None


def _is_label(name: Token) -> bool:
    """Whether a name before a colon is the speaker, and not a time or a place: `told reporters in Turin: "..."`."""
    head = name
    while head.dep_ in {"compound", "conj"} and head.head.i != head.i:
        head = head.head
    if name.pos_ != "PROPN" or name.ent_type_ in {"DATE", "TIME", "GPE", "LOC"}:
        return False
    return head.dep_ != "pobj" or head.head.lower_ in {"from", "by"}


def _labelled(page: Page, colon: Token) -> Beside | None:
    """`More from Ann Lee: "..."`: the colon is the cue, unless a verb of speech stands before the name."""
    verb = page.doc[colon.i - 1].head
    if verb.pos_ == "VERB" and verb.i < colon.i and cues.verb_row(page, verb) is not None:
        return Beside(verb, False)
    return Beside(colon, False)


def _opening(page: Page, index: int) -> int:
    """Where to stop looking back: the paragraph's beginning, or that of the one before where a colon announces."""
    mark = page.marks[index]
    start = page.paragraphs[mark.paragraph][0]
    if mark.start == start and mark.paragraph and page.text[page.paragraphs[mark.paragraph - 1][1] - 1] == ":":
        return page.paragraphs[mark.paragraph - 1][0]
    return start


def _is_said(page: Page, start: int) -> bool:
    """Whether a verb of speech and a comma stand right before: `she said, "not on my watch"`."""
    at = token_from(page, start)
    if at < 2 or page.doc[at - 1].text not in {",", ":"}:
        return False
    row = cues.verb_row(page, page.doc[at - 2])
    return row is not None and "quotation" in row.frames


def _has_person(page: Page, token: Token) -> bool:
    """Whether a verb that is none of speech has someone for its subject: `Lee went further: "..."`"""
    return any(
        child.dep_ == "nsubj" and (child.lower_ in page.lexicon.pronouns or child.pos_ == "PROPN")
        for child in token.lefts
    )


def _is_resumed(page: Page, index: int) -> bool:
    """Whether a stretch goes on after its reporting clause: `"The bridge," she said, "is safe."`"""
    if not index or page.marks[index - 1].paragraph != page.marks[index].paragraph:
        return False
    previous = page.marks[index - 1]
    gap = page.text[previous.end : page.marks[index].start].strip()
    return page.text[previous.inner_end - 1] in CARRYING_ON and gap.endswith(",") and len(gap) < 200
