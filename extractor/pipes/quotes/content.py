"""Cuts the content of a report out of the parse: which stretch of the article the reporting word governs.

The parser gives a tree, a reader sees a stretch: the fronted clause reaches back to the beginning of its sentence, a
marked stretch is never cut in two, and "adding that ..." behind the content belongs to the reporter again.
"""

import re

from spacy.tokens import Token

from extractor.pipes.quotes import frames, unsaid
from extractor.pipes.quotes.cues import Cue, verb_row
from extractor.pipes.quotes.lexicon import Noun
from extractor.pipes.quotes.page import (
    Page,
    end_of,
    mark_at,
    marks_in,
    paragraph_of,
    sentence_of,
    token_from,
    trim,
    whole_marks,
)

Stretches = tuple[tuple[int, int], ...]
LONGEST = 600
"""Tokens: a longer clause is a list or a text that the parser could make nothing of."""
COMMENT = 60
LINK = re.compile(r",?\s?(?:(?:but|and|or|as|is|was|are|were)\s)?")
THAT = re.compile(r"[\s,]*(?:only\s+)?that,?\s+", re.IGNORECASE)
SOURCE = re.compile(r",\s+according\s+to\s")
DASH = re.compile(r"\s(?:--?|[–—])\s|—")
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
ASKED = frozenset(("infinitive", "request", "purpose"))
ADDRESSED = frozenset(("object", "on", "upon"))
SAID_OF = frozenset(("complement", "as"))
OPEN_ENDS = frozenset(",?!-–—…")
CLOSING_MARKS = frozenset("\"”'’»`")
TIMES = frozenset(("after", "when", "while", "before", "if", "because", "since", "although", "though", "until"))
RELATIVES = frozenset(("which", "who", "whom", "that"))


def of_cue(page: Page, cue: Cue) -> tuple[Stretches, tuple[int, int]] | None:
    """The content's stretches and the reporter's own stretch; None where the cue governs nothing that its row names."""
    token = cue.token
    governed = frames.of_noun(token) if isinstance(cue.row, Noun) else frames.of_verb(token)
    allowed = cue.row.frames
    after_only = any(child.dep_ in {"mark", "advmod"} and child.lower_ in TIMES for child in token.lefts)
    for one in governed:
        if (after_only and one.head.i < token.i) or one.last - one.first > LONGEST:
            continue
        if one.frame == "around":
            if "clause" in allowed or "quotation" in allowed:
                return _around(page, cue, one)
        elif unsaid.names(page, one, governed):
            continue
        elif one.head.i < cue.token.i:
            if _may_lead(one, token) and "clause" in allowed and _leads_up(page, clause_of(cue)[0]):
                return _fronted_report(page, cue, one)
        elif one.frame == "object" and "object" not in allowed and "complement" in allowed:
            named = _found(page, cue, one, governed)
            if any(marks_in(page, *span) for span in named[0]):  # `called him "a liar"`, but "called the police"
                return named
        elif unsaid.is_bare(cue, one, governed):
            continue
        elif _names(allowed, one.frame) and one.head.lower_ not in RELATIVES:
            return _found(page, cue, one, governed)
    return None


def _names(allowed: tuple[str, ...], frame: str) -> bool:
    """Whether a row names a frame. "urged the crowd to go" may be parsed as a purpose or as a clause of the noun."""
    return frame in allowed or (frame in ASKED and "infinitive" in allowed and "object" not in allowed)


def _fronted_report(page: Page, cue: Cue, one: frames.Governed) -> tuple[Stretches, tuple[int, int]]:
    clause = clause_of(cue)
    return _fronted(page, cue, one, clause), clause


def _may_lead(one: frames.Governed, token: Token) -> bool:
    """Whether a stretch before the cue may be its content: a noun phrase is so only where the cue has a subject."""
    if one.frame == "clause":
        return True
    return one.frame == "complement" and any(child.dep_ in SUBJECTS for child in token.children)


def _leads_up(page: Page, end: int) -> bool:
    """Whether what stands before a reporting clause is left open for it, by a comma, a dash or a question mark."""
    before = page.text[max(0, end - 20) : end].rstrip()[-2:]
    return before[-1:] in OPEN_ENDS or (before[-1:] in CLOSING_MARKS and before[:1] in OPEN_ENDS)


def clause_of(cue: Cue) -> tuple[int, int]:
    """The reporter's own stretch: cue, subject and what else hangs on the cue except clauses."""
    first, last = cue.start, cue.end
    for child in cue.token.children:
        if child.dep_ in SUBJECTS or child.dep_ in {"agent", "dative", "npadvmod"} or child.lower_ == "as":
            first, last = min(first, child.left_edge.idx), max(last, end_of(child.right_edge))
        elif child.dep_ in {"prep", "dobj", "prt", "advmod"} and child.i > cue.token.i:
            last = max(last, end_of(child.right_edge))
    return first, last


def _found(
    page: Page, cue: Cue, one: frames.Governed, governed: list[frames.Governed]
) -> tuple[Stretches, tuple[int, int]]:
    """The content of a governed stretch, before or behind its cue."""
    doc, clause = page.doc, clause_of(cue)
    first, last = _joined(cue, one, governed)
    start, end = doc[first].idx, end_of(doc[last])
    if start < cue.start < end:
        start = max(start, cue.end)
    end = _without_addition(page, cue, one, end)
    end = _without_comment(page, one, start, end)
    start, end = whole_marks(page, *trim(page, start, end))
    end = _with_next_mark(page, cue, end)
    if start < cue.end <= end and one.head.i > cue.token.i:
        start = cue.end
    spans = [(_without_that(page, start, end), end)]
    before = _protasis(page, cue, clause, start)
    return tuple(trim(page, *span) for span in ([before, *spans] if before else spans)), clause


def _joined(cue: Cue, one: frames.Governed, governed: list[frames.Governed]) -> tuple[int, int]:
    """An object and what is said of it are one content: `praised <the team for its work>`."""
    first, last = one.first, one.last
    if one.frame in {"clause", "gerund"}:
        return first, last
    for other in governed:
        if other.frame in ADDRESSED and one.frame in ASKED | SAID_OF and cue.token.i < other.first < first:
            first = other.first  # "urged <the crowd to go home>", "portrayed <him as a thief>"
        if other.frame == "purpose" and one.frame == "object" and other.first == last + 1:
            last = other.last  # "proposed $1 million to help the towns"
        if one.frame in ASKED or other.frame not in cue.row.frames or other.frame == "clause":
            continue
        if other.first > last and other.head.lower_ not in RELATIVES:
            last = other.last
    return first, last


def _without_that(page: Page, start: int, end: int) -> int:
    """The conjunction "that" belongs to the reporter: `said that <it rains>`."""
    match = THAT.match(page.text, start, end)
    if match is None:
        return start
    after = token_from(page, match.end())
    if after >= len(page.doc) or (page.doc[after].pos_ in {"VERB", "AUX"} and page.doc[after - 1].dep_ != "mark"):
        return start  # "said that is wrong"
    return int(match.end())


def _protasis(page: Page, cue: Cue, clause: tuple[int, int], start: int) -> tuple[int, int] | None:
    """What of the content stands before a reporting clause in commas: `If it rains, he said, we stay.`"""
    text = page.text
    between = text[cue.end : start].strip()
    before = text[max(0, clause[0] - 20) : clause[0]].rstrip()
    if between != "," or not before.endswith(",") or sentence_of(page, cue.start)[0] >= clause[0]:
        return None
    first = cue.token.left_edge.idx
    return trim(page, first, clause[0]) if first < clause[0] else None


def _fronted(page: Page, cue: Cue, one: frames.Governed, clause: tuple[int, int]) -> Stretches:
    """A clause before its reporter: from the beginning of the sentence, or of the coordinated clause."""
    start, end = page.doc[one.first].idx, clause[0]
    if cue.token.dep_ in {"ROOT", "ccomp", "parataxis"} and sentence_of(page, cue.start)[0] < start:
        start = _sentence_start(page, cue.token, start)
    start, end = trim(page, start, end)
    start = min([start, *(page.marks[index].start for index in marks_in(page, start, end))])
    rest = _after_clause(page, one, clause)
    return ((start, end), rest) if rest else ((start, end),)


def _sentence_start(page: Page, token: Token, start: int) -> int:
    """The beginning of the sentence, never before the paragraph nor before the end of an earlier quotation."""
    low: int = max(sentence_of(page, token.idx)[0], paragraph_of(page, start)[0])
    for index in marks_in(page, low, start):
        mark = page.marks[index]
        if mark.end <= start and page.text[mark.inner_end - 1 : mark.inner_end] in {".", "?", "!"}:
            low = max(low, mark.end)
    return low


def _after_clause(page: Page, one: frames.Governed, clause: tuple[int, int]) -> tuple[int, int] | None:
    """The second half of a clause that its reporter interrupts."""
    end = end_of(page.doc[one.last])
    if end <= clause[1]:
        return None
    start, end = trim(page, clause[1], end)
    return (start, end) if end - start > 2 else None


def _around(page: Page, cue: Cue, one: frames.Governed) -> tuple[Stretches, tuple[int, int]] | None:
    """A clause that holds its reporter in commas."""
    clause = clause_of(cue)
    start, end = page.doc[one.first].idx, end_of(page.doc[one.last])
    if one.head.dep_ == "ROOT":
        low, high = sentence_of(page, one.head.idx)
        start, end = min(start, low), max(end, high)
    clause = clause[0], min(max(clause[1], end_of(cue.token.right_edge)), end)
    start = max(start, paragraph_of(page, cue.start)[0])
    stop = page.text.rfind("; ", start, clause[0]) + 1
    start = stop if stop and mark_at(page, stop) is None else start
    left, right = trim(page, start, clause[0]), trim(page, clause[1], end)
    if left[1] - left[0] <= 0 and one.head.pos_ not in {"VERB", "AUX"}:  # `We lost, he added, all of us`
        low = max(sentence_of(page, cue.start)[0], paragraph_of(page, cue.start)[0])
        left, right = trim(page, low, clause[0]), (0, 0)
    spans = tuple(whole_marks(page, *span) for span in (left, right) if span[1] - span[0] > 2)
    return (spans, clause) if spans else None


def _with_next_mark(page: Page, cue: Cue, end: int) -> int:
    """`called the plan <"a gift">`, `argued it was better, <"because ...">`: marks that follow at once belong to it."""
    match = LINK.match(page.text, end)
    at = match.end() if match else end
    index = mark_at(page, at)
    if index is None or page.marks[index].start != at or at >= sentence_of(page, cue.start)[1]:
        return end
    return page.marks[index].end


def _without_addition(page: Page, cue: Cue, one: frames.Governed, end: int) -> int:
    """`said it failed, adding that ...`, `said it failed but praised ...`: a second report is the reporter's."""
    doc = page.doc
    for child in one.head.rights:
        if verb_row(page, child) is None or mark_at(page, child.idx) is not None:
            continue
        first = child.left_edge
        if child.dep_ == "advcl" and child.tag_ == "VBG" and first.i:
            before = doc[first.i - 1]
            before = doc[first.i - 2] if before.text in CLOSING_MARKS and first.i > 1 else before
            if before.text in {",", "--", "—", "–", "-"}:
                return int(min(end, first.idx))
        elif child.dep_ == "conj" and child.tag_ == cue.token.tag_ and not _has_own_subject(child):
            join = next((left for left in one.head.rights if left.dep_ == "cc" and left.i < child.i), child)
            return int(min(end, join.idx))
    return end


def _without_comment(page: Page, one: frames.Governed, start: int, end: int) -> int:
    """The writer's own comment at the end: `said he backed Lee, who is 61`, `said he would go - a long journey`."""
    doc = page.doc
    last = token_from(page, end) - 1
    for token in reversed(doc[one.first : last + 1]):
        if token.dep_ == "relcl" and token.right_edge.i >= last - 1 and token.left_edge.i > one.first + 1:
            first = token.left_edge
            if doc[first.i - 1].text == "," and mark_at(page, first.idx) is None and first.idx > start:
                end = min(end, doc[first.i - 1].idx)
        if last - token.i > COMMENT:
            break
    told = SOURCE.search(page.text, start, end)
    if told is not None and mark_at(page, told.start()) is None:
        end = told.start()  # "said it rained, according to the report": the outer report takes the inner one
    dashes = [match.start() for match in DASH.finditer(page.text, start, end) if mark_at(page, match.start()) is None]
    if len(dashes) != 1 or mark_at(page, _end_of_dash(page, dashes[0])) is not None:
        return end  # `said it told of the overlooked -- "the slave and the porter"`
    return dashes[0]


def _end_of_dash(page: Page, at: int) -> int:
    """The first character after a dash and its white space."""
    while at < len(page.text) - 1 and (page.text[at].isspace() or page.text[at] in "-–—"):
        at += 1
    return at


def _has_own_subject(verb: Token) -> bool:
    return any(left.dep_ in SUBJECTS for left in verb.lefts)
