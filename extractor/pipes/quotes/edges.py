"""Where the content of a report begins and ends: the conjunction before it, and what behind it is the reporter's.

"adding that ..." behind the content belongs to the reporter again, "who is 61" and "- a long journey" to the writer.
"""

import re

from spacy.tokens import Token

from extractor.pipes.quotes.cues import Cue, verb_row
from extractor.pipes.quotes.frames import Governed
from extractor.pipes.quotes.page import Page, mark_at, marks_in, sentence_of, token_from

COMMENT = 60
THAT = re.compile(r"[\s,]*(?:only\s+)?that,?\s+", re.IGNORECASE)
SOURCE = re.compile(r",\s+according\s+to\s")
DASH = re.compile(r"\s(?:--?|[–—])\s|—")
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
ADDING = frozenset((",", "--", "—", "–", "-"))
CLOSING_MARKS = frozenset("\"”'’»`")


def with_next_mark(page: Page, cue: Cue, end: int) -> int:
    """`called the plan <"a gift">`, `argued it was better, <"because ...">`: marks that follow at once belong to it."""
    match = page.lexicon.links.match(page.text, end)
    at = match.end() if match else end
    index = mark_at(page, at)
    if index is None or page.marks[index].start != at or at >= sentence_of(page, cue.start)[1]:
        return end
    return page.marks[index].end


def without_addition(page: Page, cue: Cue, one: Governed, end: int) -> int:
    """`said it failed, adding that ...`, `said it failed but praised ...`: a second report is the reporter's."""
    for child in one.head.rights:
        row = verb_row(page, child)
        if row is None or row.needs == "hearer" or mark_at(page, child.idx) is not None:
            continue
        first = _added(one.head, child, cue.token.tag_)
        if first is not None:
            return int(min(end, first.idx))
    return end


def _added(head: Token, child: Token, form: str) -> Token | None:
    """The first word of what is added: a participle behind a comma or dash, or a conjunct in the form of the cue."""
    first = child.left_edge
    if child.dep_ == "advcl" and child.tag_ == "VBG" and first.i:
        before = first.nbor(-1)
        before = first.nbor(-2) if before.text in CLOSING_MARKS and first.i > 1 else before
        return first if before.text in ADDING else None
    if child.dep_ == "conj" and child.tag_ == form and not has_own_subject(child):
        return next((left for left in head.rights if left.dep_ == "cc" and left.i < child.i), child)
    return None


def without_comment(page: Page, one: Governed, start: int, end: int) -> int:
    """The writer's own comment at the end: `said he backed Lee, who is 61`, `said he would go - a long journey`."""
    doc = page.doc
    last = token_from(page, end) - 1
    for token in reversed(doc[one.first : last + 1]):
        if token.dep_ == "relcl" and token.right_edge.i >= last - 1 and token.left_edge.i > one.first + 1:
            first = token.left_edge
            if _is_comment(page, first, token.right_edge) and first.idx > start:
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


def _is_comment(page: Page, first: Token, last: Token) -> bool:
    """Whether a relative clause is one behind a comma, but not `a pension, when funds allow, with a bonus`."""
    if first.tag_ == "WRB" and any(word.text == "," for word in first.doc[first.i : last.i]):
        return False
    return bool(first.nbor(-1).text == ",") and mark_at(page, first.idx) is None


def _end_of_dash(page: Page, at: int) -> int:
    """The first character after a dash and its white space."""
    while at < len(page.text) - 1 and (page.text[at].isspace() or page.text[at] in "-–—"):
        at += 1
    return at


def has_own_subject(verb: Token) -> bool:
    """Whether a verb has a subject before it."""
    return any(left.dep_ in SUBJECTS for left in verb.lefts)


def without_that(page: Page, start: int, end: int) -> int:
    """The conjunction "that" belongs to the reporter: `said that <it rains>`."""
    match = THAT.match(page.text, start, end)
    if match is None:
        return start
    after = token_from(page, match.end())
    if page.doc[after - 1].dep_ == "det" or (after < len(page.doc) and page.doc[after].tag_ == "TO"):
        return start  # "disputed that account", "expects that to happen"
    if after >= len(page.doc) or (page.doc[after].pos_ in {"VERB", "AUX"} and page.doc[after - 1].dep_ != "mark"):
        return start  # "said that is wrong"
    return int(match.end())


def without_date(page: Page, start: int, end: int) -> int:
    """`called him <"a disgrace"> Wednesday on the radio`: the day behind the last marks is that of the report."""
    inside = marks_in(page, start, end)
    if not inside:
        return end
    last = page.marks[inside[-1]]
    at = token_from(page, last.end)
    if last.end >= end or at >= len(page.doc) or page.doc[at].idx >= end:
        return end
    day = page.doc[at + 1] if page.doc[at].lower_ in {"on", "last", "this"} and at + 1 < len(page.doc) else page.doc[at]
    is_day = day.ent_type_ == "DATE" and day.pos_ in {"PROPN", "NOUN"} and page.text[last.end - 1] in CLOSING_MARKS
    goes_on = any(token.pos_ in {"VERB", "AUX"} for token in page.doc[at : token_from(page, end)])
    return last.end if is_day and not goes_on else end
