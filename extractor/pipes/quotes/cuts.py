"""Cuts the stretch of a content that a frame stands for: behind its cue, before it, or around it.

A fronted clause reaches back to the beginning of its sentence, a marked stretch is never cut in two, and what the
reporter interrupts goes on behind the reporting clause.
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from extractor.pipes.quotes import edges, frames
from extractor.pipes.quotes.cues import Cue, verb_row
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
Cut = tuple[Stretches, tuple[int, int]]
"""The content's stretches, and the reporter's own stretch."""
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
ASKED = frozenset(("infinitive", "request", "purpose"))
TOLD = frozenset(("states", "claims"))
ADDRESSED = frozenset(("object", "on", "upon"))
SAID_OF = frozenset(("complement", "as"))
JOIN = 3
"""Words from the conjunction to the subject of another report, at most."""


def before(page: Page, cue: Cue, one: frames.Governed) -> Cut:
    """A clause before its reporter: `<The plan is dead>, he said`."""
    clause = clause_of(cue)
    return _fronted(page, cue, one, clause), clause


def clause_of(cue: Cue) -> tuple[int, int]:
    """The reporter's own stretch: cue, subject and what else hangs on the cue except clauses."""
    first, last = cue.start, cue.end
    behind = any(child.dep_ in SUBJECTS for child in cue.token.rights)
    for child in cue.token.children:
        if behind and child.i < cue.token.i and child.dep_ in SUBJECTS:
            continue  # "The tunnel, said the mayor, will cost too much"
        if child.dep_ in SUBJECTS or child.dep_ in {"agent", "dative", "npadvmod"} or child.lower_ == "as":
            first, last = min(first, child.left_edge.idx), max(last, end_of(child.right_edge))
        elif child.dep_ in {"prep", "dobj", "prt", "advmod"} and child.i > cue.token.i:
            last = max(last, end_of(child.right_edge))
    return first, last


def behind(page: Page, cue: Cue, one: frames.Governed, governed: list[frames.Governed]) -> Cut:
    """The content of a governed stretch, before or behind its cue."""
    doc, clause = page.doc, clause_of(cue)
    first, last = _joined(page, cue, one, governed)
    start, end = doc[first].idx, end_of(doc[last])
    if start < cue.start < end:
        start = max(start, cue.end)
    end = edges.without_addition(page, cue, one, end)
    end = edges.without_comment(page, one, start, end)
    end = edges.without_date(page, start, end)
    start, end = whole_marks(page, *trim(page, start, end))
    end = edges.with_next_mark(page, cue, end)
    if start < cue.end <= end and one.head.i > cue.token.i:
        start = cue.end
    if page.text[cue.end : start].strip() == ":" and page.text[end : end + 1] in {"?", "!"}:
        end += 1  # "She asked: Is the bridge safe?"
    spans = [(edges.without_that(page, start, end), end)]
    before = _protasis(page, cue, clause, start)
    return tuple(trim(page, *span) for span in ([before, *spans] if before else spans)), clause


def _joined(page: Page, cue: Cue, one: frames.Governed, governed: list[frames.Governed]) -> tuple[int, int]:
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
        if other.first > last and other.head.lower_ not in page.lexicon.small["relative"]:
            last = other.last
    return first, last


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
    rest = _unless_anew(page, _after_clause(page, one, clause) or _second_half(page, cue, clause))
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


def _second_half(page: Page, cue: Cue, clause: tuple[int, int]) -> tuple[int, int] | None:
    """`<The bridge is safe>, the mayor said Monday, <and will stay open>`: a clause that the parser joins to the cue.

    In `the mayor said, and left the room` the second verb has the form of the first and no subject: the mayor left.
    """
    verb = next((child for child in cue.token.rights if child.dep_ == "conj"), None)
    if verb is None or page.text[clause[1] : clause[1] + 1] != "," or verb_row(page, verb) is not None:
        return None
    join = next((child for child in cue.token.rights if child.dep_ == "cc" and child.i < verb.i), None)
    has_aux = any(left.dep_ in {"aux", "auxpass"} for left in verb.lefts) or verb.pos_ == "AUX"
    own = edges.has_own_subject(verb)
    if join is None or join.idx > clause[1] + 2 or not (has_aux if not own else join.lower_ == "and"):
        return None
    start, end = trim(page, join.idx, end_of(verb.right_edge))
    return start, end


def around(page: Page, cue: Cue, one: frames.Governed) -> Cut | None:
    """A clause that holds its reporter in commas."""
    clause = clause_of(cue)
    if page.text[clause[1] : clause[1] + 1] == ";":  # "The hall was dark, she said; nobody was harmed"
        low = max(sentence_of(page, cue.start)[0], paragraph_of(page, cue.start)[0])
        return (whole_marks(page, *trim(page, low, clause[0])),), clause
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
    rest = _unless_anew(page, right) or (0, 0)
    spans = tuple(whole_marks(page, *span) for span in (left, rest) if span[1] - span[0] > 2)
    return (spans, clause) if spans else None


def _unless_anew(page: Page, rest: tuple[int, int] | None) -> tuple[int, int] | None:
    """What follows a reporting clause, unless somebody else reports there: `, some say, but Ott says it is not`."""
    if rest is None or rest[0] >= rest[1]:
        return None
    first, last = token_from(page, rest[0]), token_from(page, rest[1])
    for word in page.doc[first:last]:
        row = verb_row(page, word) if word.pos_ == "VERB" and mark_at(page, word.idx) is None else None
        if row is not None and row.needs != "marks" and any(child.dep_ == "ccomp" for child in word.rights):
            own = [left for left in word.lefts if left.dep_ in SUBJECTS]
            return None if own and own[0].left_edge.i - first <= JOIN else rest
    return rest


def with_subject(page: Page, cue: Cue, frame: str, spans: Stretches) -> Stretches:
    """`<The bridge> is said <to have cost two million>`: who it is said of is part of what nobody is given for."""
    is_asked = frame in ASKED or page.text.startswith("to ", spans[0][0])
    if not cue.passive or not is_asked or cue.row.stance not in TOLD or "addressee" in cue.row.frames:
        return spans
    subject = next((child for child in cue.token.lefts if child.dep_ == "nsubjpass"), None)
    if subject is None or subject.lower_ == "it" or subject.tag_ in {"WDT", "WP"}:
        return spans
    return trim(page, subject.left_edge.idx, end_of(subject.right_edge)), *spans


def of_passive(page: Page, cue: Cue, governed: list[frames.Governed]) -> Cut | None:
    """`<The raid> was condemned by the mayor`, `<Berg> was accused by the mayor of <hiding the key>`."""
    subject = next((child for child in cue.token.lefts if child.dep_ == "nsubjpass"), None)
    agent = next((child for child in cue.token.rights if child.dep_ == "agent"), None)
    if subject is None or agent is None or subject.pos_ not in {"NOUN", "PROPN"}:
        return None
    suffered = Suffered(page, cue, subject, agent, governed)
    spans = [trim(page, *span) for part in PARTS for span in part(suffered)]
    return tuple(whole_marks(page, *span) for span in spans), (cue.start, end_of(agent))


class Suffered(NamedTuple):
    """A passive with who it is said of and who says it."""

    page: Page
    cue: Cue
    subject: Token
    agent: Token
    governed: list[frames.Governed]


def _of_whom(one: Suffered) -> Iterator[tuple[int, int]]:
    yield one.subject.left_edge.idx, end_of(one.subject.right_edge)


def _of_what(one: Suffered) -> Iterator[tuple[int, int]]:
    """`accused by the mayor of <hiding the key>`: the parser gives the mayor the "of"."""
    if "of" in one.cue.row.frames:
        for sayer in one.agent.rights:
            yield from ((end_of(of), end_of(of.right_edge)) for of in sayer.rights if of.lower_ == "of")


def _for_what(one: Suffered) -> Iterator[tuple[int, int]]:
    """`praised by the mayor for <saving the key>`."""
    for held in one.governed:
        if held.frame in GROUNDS and held.frame in one.cue.row.frames and held.head.i > one.agent.i:
            yield one.page.doc[held.first].idx, end_of(one.page.doc[held.last])


PARTS = (_of_whom, _of_what, _for_what)
GROUNDS = frozenset(("as", "of", "for"))
