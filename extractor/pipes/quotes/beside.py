"""Finds the verb of the reporting clause beside a marked stretch: `"...," X said`, `X said: "..."`.

Parsers lose their way in long quotations, so here the order of the words on the page decides and the parse only says
which word is a verb and which its subject.
"""

from typing import NamedTuple

from spacy.tokens import Token

from extractor.pipes.quotes import cues
from extractor.pipes.quotes.page import STOPS, Page, is_statement, mark_at, paragraph_of, token_from, trim

REACH = 40
NEAR = 10
"""Words from a noun to the colon that leads to its quotation, at most."""
CARRYING_ON = frozenset(",?!…-–—")
SKIPPED = frozenset((",", "-", "--", "–", "—", " "))
SUBORDINATORS = frozenset(
    ("when", "as", "who", "which", "after", "before", "while", "because", "although", "that", "if")
)
INNER_CLOSING = " \xa0\u202f\t'’”\"»"
FINITE = frozenset(("VBD", "VBZ", "VBP"))
CONTENT = frozenset(("ccomp", "xcomp"))
OBJECTS = frozenset(("dobj", "oprd", "attr"))
NESTED = frozenset(("relcl", "acl", "amod", "compound"))


class Beside(NamedTuple):
    """The reporting verb beside a marked stretch, and whether it stands after it."""

    token: Token
    after: bool


def after(page: Page, index: int) -> Beside | None:
    """The verb of a reporting clause that follows: `"...," the mayor said`, `"...," said the mayor`."""
    mark = page.marks[index]
    inner = page.text[mark.inner_start : mark.inner_end].rstrip(INNER_CLOSING)
    following = page.text[mark.end : mark.end + 3].lstrip()
    if not inner:
        return None
    if not (inner[-1] in CARRYING_ON or following.startswith((",", "-", "–", "—"))):
        return _behind_stop(page, index) if inner[-1] == "." else None
    stop = paragraph_of(page, mark.start)[1]
    at = token_from(page, mark.end)
    if at < len(page.doc) and page.doc[at].lower_ in SUBORDINATORS:
        return None
    whole = mark.start == page.paragraphs[mark.paragraph][0] or with_fronted(page, index) == mark.start
    for token in page.doc[at : at + REACH]:
        if token.idx >= stop or token.text in STOPS or mark_at(page, token.idx) is not None:
            return None
        if token.pos_ not in {"VERB", "AUX"} or token.tag_ == "VBG" or _is_nested(token, at):
            continue
        if token.pos_ == "AUX" and token.dep_ in {"aux", "auxpass"}:
            continue
        if token.i == at and token.text[0].isupper() and _next_speaks(page, at):
            continue  # a name that looks like a verb: `"...," Cook said`
        return Beside(token, True) if _speaks(page, token, at, mark.start, whole=whole) else None
    return None


def _behind_stop(page: Page, index: int) -> Beside | None:
    """`"The bridge is safe." Vogt said.`: a full stop where a comma should be, and a sentence that says no more."""
    mark = page.marks[index]
    at, stop = token_from(page, mark.end), paragraph_of(page, mark.start)[1]
    words = [token for token in page.doc[at : at + NEAR] if token.idx < stop]
    ends = next((place for place, token in enumerate(words) if token.text in STOPS), None)
    if ends is None or any(mark_at(page, token.idx) is not None for token in words[:ends]):
        return None
    for token in words[:ends]:
        row = cues.verb_row(page, token) if token.pos_ == "VERB" else None
        if row is not None and "quotation" in row.frames and not row.needs:
            is_alone = not any(child.dep_ in CONTENT or child.dep_ in OBJECTS for child in token.children)
            return Beside(token, True) if is_alone and any(child.dep_ == "nsubj" for child in token.children) else None
    return None


def _speaks(page: Page, token: Token, at: int, start: int, *, whole: bool) -> bool:
    """Whether the first verb after a quotation is one of speech, and the quotation its content.

    `whole`: the sentence begins with the mark. Any verb can lead out of such a one ("...," she beamed); where the
    marks are only the end of a clause, the verb has to be one of speech and without content of its own.
    """
    own = next((child for child in token.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if own is not None and own.idx < start:  # `Ann Lee, host of "Late Line," suggested ...`
        return False
    governs = any(child.dep_ in CONTENT and child.i > token.i for child in token.children)
    following = page.doc[token.i + 1].lower_ if token.i + 1 < len(page.doc) else ""
    row = cues.verb_row(page, token)
    if row is None or not {"clause", "quotation"} & set(row.frames):
        return whole and row is None and token.tag_ in FINITE and not governs and _is_short(token, at)
    return whole or not (governs or following in {"that", "he", "she", "it", "they", "if", "whether"})


def _is_nested(token: Token, at: int) -> bool:
    """Whether a verb only describes the speaker: `"...," a source who was not allowed to speak told ...`"""
    for _ in range(4):
        if token.dep_ in NESTED:
            return True
        if (
            token.head.i < at
            or token.head.i == token.i
            or token.dep_ not in {"xcomp", "aux", "auxpass", "conj", "ccomp"}
        ):
            return False
        token = token.head
    return False


def _next_speaks(page: Page, at: int) -> bool:
    return at + 1 < len(page.doc) and cues.verb_row(page, page.doc[at + 1]) is not None


def _is_short(token: Token, at: int) -> bool:
    """Whether a clause is no more than subject, verb and a word or two: `she beamed`, `Lee shot back.`"""
    if token.i - at > 4 or token.lemma_ in {"be", "have", "do"} or token.dep_ in {"conj", "advcl"}:
        return False
    if token.i > at and not any(child.dep_ == "nsubj" for child in token.lefts):
        return False
    return token.right_edge.i - token.i <= 4 and not any(child.dep_ == "dobj" for child in token.children)


def before(page: Page, index: int) -> Beside | None:
    """The verb of a reporting clause that leads up to the quotation: `The mayor said on Monday: "..."`."""
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
    if last.text not in {",", ":", "--", "–", "—", "that"} and cues.verb_row(page, last) is None:
        return None
    if last.text == ":" and at and page.starts[at - 1] >= start and _is_label(page.doc[at - 1]):
        return _labelled(page, last)
    other: Token | None = None
    for place in range(at, max(-1, at - REACH), -1):
        token = page.doc[place]
        if token.idx < start or token.text in STOPS or mark_at(page, token.idx) is not None:
            break
        row = cues.verb_row(page, token)
        if row is not None and token.pos_ == "VERB" and {"clause", "quotation"} & set(row.frames):
            return Beside(token, False)
        if token.tag_ in FINITE and token.pos_ == "VERB" and token.dep_ not in NESTED and _has_person(token):
            other = token
    noun = _noun(page, last, start) if last.text == ":" and is_statement(page, mark) else None
    announced = noun is not None or last.text == ":" or (last.text == "," and other is not None and other.i == at - 1)
    if last.text == "," and at and page.doc[at - 1].lemma_ in page.lexicon.occasions:
        announced = True  # `The mill issued a statement, "We regret ..."`
    other = noun or other
    return Beside(other, False) if other is not None and announced and is_statement(page, mark) else None


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


def _has_person(token: Token) -> bool:
    """Whether a verb that is none of speech has someone for its subject: `Lee went further: "..."`"""
    return any(
        child.dep_ == "nsubj" and (child.lower_ in {"he", "she", "they", "i", "we"} or child.pos_ == "PROPN")
        for child in token.lefts
    )


def _is_resumed(page: Page, index: int) -> bool:
    """Whether a stretch goes on after its reporting clause: `"The bridge," she said, "is safe."`"""
    if not index or page.marks[index - 1].paragraph != page.marks[index].paragraph:
        return False
    previous = page.marks[index - 1]
    gap = page.text[previous.end : page.marks[index].start].strip()
    return page.text[previous.inner_end - 1] in CARRYING_ON and gap.endswith(",") and len(gap) < 200


def with_fronted(page: Page, index: int) -> int:
    """Where the content begins: at the mark, or before it where the sentence began without marks."""
    mark = page.marks[index]
    low = paragraph_of(page, mark.start)[0]
    if index and page.marks[index - 1].end > low:
        previous = page.marks[index - 1]
        low = previous.end if is_statement(page, previous) else low
    at = token_from(page, mark.start)
    begin = at
    while begin > 0 and page.starts[begin - 1] >= low and at - begin < 2 * REACH:
        before = page.doc[begin - 1]
        if mark_at(page, before.idx) is None and (before.text in STOPS or before.text in {":", "("}):
            break
        if begin < at and page.doc[begin].is_sent_start and mark_at(page, page.doc[begin].idx) is None:
            break
        begin -= 1
    if begin == at or _is_own_clause(page, begin, at):
        return mark.start
    return trim(page, page.starts[begin], mark.end)[0]


def _is_own_clause(page: Page, begin: int, at: int) -> bool:
    """Whether the words before the mark report something themselves, or are only its introduction."""
    words = page.doc[begin:at]
    return words[-1].text in {",", ":"} and any(
        cues.verb_row(page, token) is not None and token.pos_ == "VERB" for token in words
    )
