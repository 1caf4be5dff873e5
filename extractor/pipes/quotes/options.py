"""What the content of a cue may be: where its frames begin, up to each joint of the sentence, and what the rules cut.

Of these the weights choose: the parser's own end is one circumstance among others, and so is the rules' choice.
"""

from collections.abc import Iterator
from typing import NamedTuple

from extractor.pipes.quotes import content, edges, frames, joints, limits, unparsed, unsaid
from extractor.pipes.quotes.content import LONGEST
from extractor.pipes.quotes.cues import Cue
from extractor.pipes.quotes.cuts import Stretches
from extractor.pipes.quotes.limits import REACH
from extractor.pipes.quotes.page import (
    Joint,
    Page,
    end_of,
    mark_at,
    marks_in,
    sentence_number,
    sentence_of,
    token_from,
    trim,
    whole_marks,
)
from extractor.pipes.quotes.rows import PREPOSITIONS, Verb
from extractor.pipes.quotes.weights import together, total

UNLISTED = PREPOSITIONS | {"gerund", "object", "complement"}
"""Frames that are no content unless the row of the cue names them."""


class Option(NamedTuple):
    """A content that a cue may have; `names` are what speaks for and against it, `weight` their sum."""

    spans: Stretches
    frame: str
    names: tuple[str, ...]
    weight: float


class Start(NamedTuple):
    """Where content may begin. `before` are the stretches before its last one, `end` where the parse ends it."""

    at: int
    end: int
    frame: str
    before: Stretches
    names: tuple[str, ...]
    weight: float


class Ruled(NamedTuple):
    """What the rules cut: the content, the reporter's own stretch and the frame."""

    spans: Stretches
    clause: tuple[int, int]
    frame: str


def ruled(page: Page, cue: Cue, governed: list[frames.Governed]) -> Ruled | None:
    """The content by the rules, or None."""
    found, frame = content.of_cue(page, cue, governed), None
    if found is None and isinstance(cue.row, Verb) and "clause" in cue.row.frames and cue.row.needs != "marks":
        found, frame = unparsed.rest(page, cue), "unparsed"
    spans = () if found is None else tuple(span for span in found[0] if span[1] - span[0] > 1)
    if found is None or not spans:
        return None
    return Ruled(spans, found[1], frame or _frame(cue, governed, spans))


def _frame(cue: Cue, governed: list[frames.Governed], spans: Stretches) -> str:
    """The frame of what the rules cut: before the cue, around it, or that of the head that it holds."""
    low, high = spans[-1]
    if high <= cue.start:
        return "fronted"
    if spans[0][0] < cue.end:
        return "around"
    heads = (one for one in governed if one.head.i > cue.token.i and low <= one.head.idx < high)
    return next((one.frame for one in heads), "other")


def of_cue(page: Page, cue: Cue, rule: Ruled | None, governed: list[frames.Governed]) -> list[Option]:
    """The options, that of the rules first; none where the cue governs nothing."""
    weights = page.lexicon.weights.content
    if rule is not None and rule.frame == "around":
        return [Option(rule.spans, rule.frame, (), 0.0)]
    found: dict[Stretches, Option] = {}
    high = limits.of_cue(page, cue)
    for start in _starts(page, cue, rule, governed):
        for option in _ends(page, cue, start, rule, high):
            found.setdefault(option.spans, option)
    if rule is None:
        return [*found.values()]
    alone = ("rule alone", f"rule alone {rule.frame}")
    if rule.spans not in found and found and rule.spans[-1][1] > high and rule.spans[0][0] >= cue.end:
        return [*found.values()]
    own = found.pop(rule.spans, None) or Option(rule.spans, rule.frame, alone, total(weights, alone))
    return [own, *found.values()]


def _starts(page: Page, cue: Cue, rule: Ruled | None, governed: list[frames.Governed]) -> list[Start]:
    """Where content may begin behind the cue, each with the frame that begins there."""
    found: dict[int, tuple[str, int]] = {}
    low = _behind_agent(cue)
    for one in governed:
        if not _may_begin(page, cue, one, governed):
            continue
        start, end = trim(page, page.doc[one.first].idx, end_of(page.doc[one.last]))
        start = edges.without_that(page, max(start, low), end)
        start = _with_mark(page, trim(page, start, end)[0] if start < end else start)
        if start not in found or found[start][0] not in cue.row.frames:
            found[start] = one.frame, end
    if rule is not None and rule.spans[-1][0] >= cue.end:
        found.setdefault(rule.spans[-1][0], (rule.frame, rule.spans[-1][1]))
    return [_start(page, cue, rule, (at, frame, end)) for at, (frame, end) in found.items()]


def _may_begin(page: Page, cue: Cue, one: frames.Governed, governed: list[frames.Governed]) -> bool:
    """Whether what a cue governs may be its content: behind it, of a frame that it may have, and somebody's words."""
    if one.frame == "around" or one.first < cue.token.i or one.last - one.first > LONGEST:
        return False
    if one.frame not in cue.row.frames and one.frame in UNLISTED and not content.is_marked(page, cue, one):
        return False
    if content.is_of_noun(one, governed) and one.head.head.lemma_.lower() in page.lexicon.nouns:
        return False  # "offered the explanation that the radar had failed": the noun reports
    return not unsaid.is_unsaid(page, cue, one, governed)


def _with_mark(page: Page, start: int) -> int:
    """A start with the mark before it, which the parser hangs elsewhere: `warned of <"a dark day">`."""
    index = mark_at(page, start)
    return page.marks[index].start if index is not None and page.marks[index].inner_start == start else start


def _behind_agent(cue: Cue) -> int:
    """The end of the cue, or of its agent: `was told by the police to leave`."""
    agents = [one for child in cue.token.rights if cue.passive and child.dep_ == "agent" for one in child.rights]
    return max([cue.end, *(end_of(one) for one in agents if one.dep_ == "pobj")])


def _start(page: Page, cue: Cue, rule: Ruled | None, begun: tuple[int, str, int]) -> Start:
    (at, frame, end), first = begun, None if rule is None else rule.spans[-1][0]
    is_listed = frame in cue.row.frames or frame in {"unparsed", "other"} or at == first
    names = [f"as {frame}", "a frame of the row" if is_listed else "no frame of the row"]
    if first is not None:
        names.append("the rule's start" if at == first else "behind the rule's start" if at > first else "before it")
    token = token_from(page, at)
    if token < len(page.doc) and page.doc[token].ent_type_ == "DATE":
        names.append("begins with a day")
    before = rule.spans[:-1] if rule is not None and at == first else ()
    return Start(at, end, frame, before, tuple(names), total(page.lexicon.weights.content, names))


def _ends(page: Page, cue: Cue, start: Start, rule: Ruled | None, high: int) -> Iterator[Option]:
    """The options that begin at a start: up to each joint, and up to where the parse ends the frame."""
    weights = page.lexicon.weights
    is_here = sentence_number(page, start.at) == sentence_number(page, cue.start)
    first, mark = token_from(page, start.at), mark_at(page, start.at)
    low = 0 if mark is None else page.marks[mark].end
    stop = sentence_of(page, start.at)[1]
    is_marked = len(marks_in(page, start.at, stop)) > 0
    for joint in limits.near(joints.at(page, cue.start if is_here else start.at), first):
        end = page.starts[joint.at] if joint.at < len(page.doc) else len(page.text)
        if end > high + 1:
            break
        if not first < joint.at <= first + REACH or end < low:
            continue
        span = trim(page, start.at, _before_mark(page, cue, start, min(end, high)))
        if is_marked:
            span = whole_marks(page, *span)
            span = span[0], edges.without_date(page, *span)
        told = (
            *_of_joint(page, cue, joint, first, span),
            *_of_span(page, start, span, rule, stop if is_marked else -1),
        )
        names = (*start.names, *told, *joint.names)
        weight = start.weight + joint.weight + total(weights.content, told) + together(weights.content_pairs, names)
        yield Option((*start.before, span), start.frame, names, weight)
    if start.at < (last := min(start.end, high)):
        span = whole_marks(page, *trim(page, start.at, last))
        told = ("between joints", *_of_span(page, start, span, rule, stop))
        names = (*start.names, *told)
        weight = start.weight + total(weights.content, told) + together(weights.content_pairs, names)
        yield Option((*start.before, span), start.frame, names, weight)


def _before_mark(page: Page, cue: Cue, start: Start, end: int) -> int:
    """An end without the question mark of the reporter's own question: `Who said <the dam was weak>?`"""
    is_asked = start.frame == "question" or cue.stance == "asks" or mark_at(page, end - 1) is not None
    return end - 1 if page.text[end - 1] == "?" and not is_asked else end


def _of_joint(page: Page, cue: Cue, joint: Joint, first: int, span: tuple[int, int]) -> Iterator[str]:
    """What a joint is to a cue and to the content that begins at the token `first`."""
    if joint.above >= 0:
        if joint.above >= first:
            yield "the rest hangs on the content"
        else:
            yield f"the rest hangs on the {'cue' if joint.above == cue.token.i else 'more before'}"
        if joint.form and joint.form == cue.token.tag_:
            yield "same form as the cue"
    elif joint.low <= cue.token.i:  # "Holm, who said the pier was safe, left the room"
        yield "the rest holds the cue"
    kind = joint.names[0]
    if kind.startswith("before comma"):
        yield ("first comma", "second comma", "later comma")[min(2, page.text.count(",", *span))]
    elif kind == "sentence end":
        yield f"sentence end behind {min(3, page.text.count(',', *span))} commas"


def _of_span(page: Page, start: Start, span: tuple[int, int], rule: Ruled | None, stop: int) -> Iterator[str]:
    """What an end is to the parse, to the rules and to the marks up to `stop`, -1 where there are none."""
    end, state = span[1], "unmarked"
    if end == start.end:
        yield "where the parse ends"
        yield f"where the parse ends {start.frame}"
    if stop >= 0:
        inside = marks_in(page, *span)
        if len(inside):
            state = "marked"
            yield "ends with marks" if page.marks[inside[-1]].end in {end, end + 1} else "marks inside"
        if len(marks_in(page, end, max(end, stop))):
            yield f"{state} leaves marks behind"
    if rule is None or rule.spans[-1][0] != span[0]:
        return
    ruled_end = rule.spans[-1][1]
    place = "at the rule's end" if end == ruled_end else "beyond the rule's end" if end > ruled_end else "short of it"
    yield f"{place}, {state}"
    yield f"{place}, {start.frame}"
