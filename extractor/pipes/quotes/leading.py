"""Finds the verb, noun or name that leads up to a marked stretch: `X said: "..."`, by ordered steps over one draft."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from spacy.tokens import Token

from extractor.annotations import trace
from extractor.pipes.quotes import cues
from extractor.pipes.quotes.beside import CARRYING_ON, FINITE, NESTED, REACH, Beside
from extractor.pipes.quotes.page import STOPS, Page, is_statement, is_told_work, mark_at, token_from

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
    is_led = _is_resumed(page, index) or _is_said(page, mark.start) or is_predicate(page, mark.start)
    if (not is_statement(page, mark) and not is_led) or is_told_work(page, mark):
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
        is_whole = token.dep_ not in NESTED and not (token.pos_ == "AUX" and token.dep_ in {"aux", "auxpass"})
        if token.tag_ in FINITE and is_whole and _has_person(page, token):
            other = token
    return None, other


def _of_label(draft: Draft) -> Beside | None:
    """`More from Ann Lee: "..."`: a name before the colon."""
    last, page = draft.last, draft.page
    has_word = last.text == ":" and last.i > 0 and page.starts[last.i - 1] >= draft.start
    if not has_word:
        return None
    is_opened = page.lexicon.openers.match(page.text, draft.start) is not None and _is_brief(page, draft.start, last)
    return _labelled(page, last) if is_opened or _is_label(last.nbor(-1)) else None


def _is_brief(page: Page, start: int, colon: Token) -> bool:
    """`From the mayor's office: "..."`: a noun phrase up to the colon, with no verb in it."""
    words = page.doc[token_from(page, start) : colon.i]
    return len(words) <= NEAR and words[-1].pos_ in {"PROPN", "NOUN"} and all(one.pos_ != "VERB" for one in words)


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


def is_predicate(page: Page, start: int) -> bool:
    """`The judge, Berg told reporters, "got it wrong."`: a mark behind a comma opens with a finite verb."""
    at = token_from(page, start)
    first = next((token for token in page.doc[at : at + 2] if token.text[0].isalpha()), None)
    is_verb = first is not None and first.tag_ in FINITE | {"MD"} and first.text[0].islower()
    if not is_verb or at < 2 or page.doc[at - 1].text != ",":
        return False
    rows = [cues.verb_row(page, token) for token in _since_comma(page, at - 2) if token.pos_ == "VERB"]
    return any(row is not None and "clause" in row.frames and row.needs != "marks" for row in rows)


def _since_comma(page: Page, last: int) -> Iterator[Token]:
    """The tokens from a place back to the comma before it; none where a sentence ends before one is found."""
    words: list[Token] = []
    for place in range(last, max(-1, last - REACH), -1):
        token = page.doc[place]
        if token.text in STOPS or mark_at(page, token.idx) is not None:
            return
        if token.text == ",":
            yield from words
            return
        words.append(token)


def _has_person(page: Page, token: Token) -> bool:
    """Whether a verb that is none of speech has someone for its subject: `Lee went further: "..."`"""
    subjects = [child for child in token.lefts if child.dep_ == "nsubj"]
    listed = page.lexicon.pronouns.keys() | page.lexicon.tellers
    return any(child.pos_ == "PROPN" or child.lower_ in listed for child in subjects)


def _is_resumed(page: Page, index: int) -> bool:
    """Whether a stretch goes on after its reporting clause: `"The bridge," she said, "is safe."`"""
    if not index or page.marks[index - 1].paragraph != page.marks[index].paragraph:
        return False
    previous = page.marks[index - 1]
    gap = page.text[previous.end : page.marks[index].start].strip()
    return page.text[previous.inner_end - 1] in CARRYING_ON and gap.endswith(",") and len(gap) < 200
