"""What the content of a cue may be: where its frames begin, up to each joint of the sentence, and what the rules cut.

Of these the weights choose: the parser's own end is one circumstance among others, and so is the rules' choice.
"""

from bisect import bisect
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from spacy.tokens import Token

from extractor.pipes.quotes import content, cues, edges, frames, joints, unparsed, unsaid
from extractor.pipes.quotes.content import LONGEST
from extractor.pipes.quotes.cues import Cue
from extractor.pipes.quotes.cuts import Stretches
from extractor.pipes.quotes.lexicon import PREPOSITIONS, Noun, Verb
from extractor.pipes.quotes.page import (
    Joint,
    Page,
    end_of,
    mark_at,
    marks_in,
    paragraph_of,
    sentence_number,
    sentence_of,
    token_from,
    trim,
    whole_marks,
)
from extractor.pipes.quotes.weights import total

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
AUXILIARIES = frozenset(("aux", "auxpass", "neg", "advmod"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
REACH = 80
"""Tokens from the beginning of content to a joint where it may end, at most."""
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
    for start in _starts(page, cue, rule, governed):
        for option in _ends(page, cue, start, rule):
            found.setdefault(option.spans, option)
    if rule is None:
        return [*found.values()]
    alone = ("rule alone", f"rule alone {rule.frame}")
    if rule.spans not in found and found and rule.spans[-1][1] > _limit(page, cue) and rule.spans[0][0] >= cue.end:
        return [*found.values()]
    own = found.pop(rule.spans, None) or Option(rule.spans, rule.frame, alone, total(weights, alone))
    return [own, *found.values()]


def _starts(page: Page, cue: Cue, rule: Ruled | None, governed: list[frames.Governed]) -> list[Start]:
    """Where content may begin behind the cue, each with the frame that begins there."""
    found: dict[int, tuple[str, int]] = {}
    listed, low = cue.row.frames, _behind_agent(cue)
    for one in governed:
        if one.frame == "around" or one.first < cue.token.i or one.last - one.first > LONGEST:
            continue
        if (
            one.frame not in listed and one.frame in UNLISTED and not content.is_marked(page, cue, one)
        ) or unsaid.is_unsaid(page, cue, one, governed):
            continue
        if content.is_of_noun(one, governed) and one.head.head.lemma_.lower() in page.lexicon.nouns:
            continue  # "offered the explanation that the radar had failed": the noun reports
        start, end = trim(page, page.doc[one.first].idx, end_of(page.doc[one.last]))
        start = edges.without_that(page, max(start, low), end)
        start = _with_mark(page, trim(page, start, end)[0] if start < end else start)
        if start not in found or found[start][0] not in listed:
            found[start] = one.frame, end
    first = None if rule is None else rule.spans[-1][0]
    if rule is not None and first is not None and first >= cue.end:
        found.setdefault(first, (rule.frame, rule.spans[-1][1]))
    return [_start(page, cue, rule, (at, frame, end)) for at, (frame, end) in found.items()]


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
    return Start(at, end, frame, before, tuple(names))


def _ends(page: Page, cue: Cue, start: Start, rule: Ruled | None) -> Iterator[Option]:
    """The options that begin at a start: up to each joint, and up to where the parse ends the frame."""
    weights = page.lexicon.weights.content
    is_here = sentence_number(page, start.at) == sentence_number(page, cue.start)
    listed = joints.at(page, cue.start if is_here else start.at)
    first, mark = token_from(page, start.at), mark_at(page, start.at)
    low, high = 0 if mark is None else page.marks[mark].end, _limit(page, cue)
    stop = sentence_of(page, start.at)[1]
    for joint in _near(listed, first):
        end = page.starts[joint.at] if joint.at < len(page.doc) else len(page.text)
        if end > high + 1:
            break
        if not first < joint.at <= first + REACH or end < low:
            continue
        span = whole_marks(page, *trim(page, start.at, _before_mark(page, cue, start, min(end, high))))
        span = span[0], edges.without_date(page, *span)
        names = (*start.names, *_of_joint(page, cue, joint, (first, span)), *_of_span(page, start, span, rule, stop))
        yield Option((*start.before, span), start.frame, names + joint.names, total(weights, names) + joint.weight)
    if start.at < (last := min(start.end, high)):
        span = whole_marks(page, *trim(page, start.at, last))
        names = (*start.names, "between joints", *_of_span(page, start, span, rule, stop))
        yield Option((*start.before, span), start.frame, names, total(weights, names))


def _before_mark(page: Page, cue: Cue, start: Start, end: int) -> int:
    """An end without the question mark of the reporter's own question: `Who said <the dam was weak>?`"""
    is_asked = start.frame == "question" or cue.stance == "asks" or mark_at(page, end - 1) is not None
    return end - 1 if page.text[end - 1] == "?" and not is_asked else end


def _limit(page: Page, cue: Cue) -> int:
    """The last place where content may end: that of the paragraph, or the verb whose subject a noun is.

    `His claim that the law was outdated won few friends`.
    """
    high, noun = _next_report(page, cue, paragraph_of(page, cue.start)[1]), cue.token
    if not isinstance(cue.row, Noun) or noun.dep_ not in SUBJECTS or noun.head.i < noun.i:
        return high
    verb = next((left for left in noun.head.lefts if left.i > noun.i and left.dep_ in AUXILIARIES), noun.head)
    return min(high, int(verb.idx))


def _next_report(page: Page, cue: Cue, high: int) -> int:
    """Where another report begins in the sentence: `while the council said`, `before adding that`, `but said`."""
    high = _behind_sign(page, cue, high)
    for joint in _near(joints.at(page, cue.start), cue.token.i):
        if joint.at >= len(page.doc) - 1 or page.starts[joint.at] >= high:
            break
        if joint.at <= cue.token.i:
            continue
        if _is_next(page, cue, joint):
            return min(high, max(page.starts[joint.at], cue.end))
    return high


def _near(listed: list[Joint], token: int) -> list[Joint]:
    """The joints that are of interest at a token: in "said that he said that he said" each would see all others."""
    place = attrgetter("at")
    return listed[bisect(listed, token - REACH, key=place) : bisect(listed, token + 2 * REACH, key=place)]


def _behind_sign(page: Page, cue: Cue, high: int) -> int:
    """`A note that said <"Back soon"> lay on the desk`: of a noun, up to the mark, where a verb follows."""
    following = token_from(page, cue.end)
    if cue.token.dep_ not in {"relcl", "acl"} or following >= len(page.doc):
        return high
    index = mark_at(page, page.starts[following])
    if index is None or page.marks[index].start not in {page.starts[following], page.starts[following] - 1}:
        return high
    behind = token_from(page, page.marks[index].end)
    is_verb = behind < len(page.doc) and page.doc[behind].tag_ in FINITE | {"MD"}
    return page.marks[index].end if is_verb else high


def _is_next(page: Page, cue: Cue, joint: Joint) -> bool:
    """Whether what follows a joint reports anew.

    With a subject of its own behind `while`, in the form of the cue; without one behind `but`, after a refusal, or
    where the content has another form: `declined to say who would play but said`, while in `said she came and told
    him` the verb may be the content's.
    """
    small, word, token = page.lexicon.small, page.doc[joint.at], cue.token
    if word.lower_ in small["turn"]:
        return token.tag_ in FINITE and _adds(page, page.doc[joint.at + 1])
    if joint.at == token.i + 1 or "then a verb of saying" not in joint.names:
        return False
    top = page.doc[joint.top]
    if "then a verb with a subject" in joint.names:
        return word.lower_ in small["contrast"] and token.tag_ in FINITE and top.tag_ == token.tag_
    if word.lower_ not in small["adversative"] or top.tag_ not in FINITE:
        return False
    return cues.withholds(page, cue.token, cue.stance) or (top.tag_ == token.tag_ and top.head.tag_ in {"VB", "VBG"})


def _adds(page: Page, word: Token) -> bool:
    """`said it was late before adding that ...`: a participle of a verb of saying with content of its own."""
    row = cues.verb_row(page, word) if word.tag_ == "VBG" else None
    return row is not None and row.needs != "marks" and any(child.dep_ == "ccomp" for child in word.rights)


def _of_joint(page: Page, cue: Cue, joint: Joint, begun: tuple[int, tuple[int, int]]) -> Iterator[str]:
    """What a joint is to a cue and to the content that begins at a token, `begun` with its stretch."""
    first, span = begun
    if joint.above >= 0:
        where = "content" if joint.above >= first else "cue" if joint.above == cue.token.i else "more before"
        yield f"the rest hangs on the {where}"
        top = page.doc[joint.top]
        if top.tag_ == cue.token.tag_ and top.pos_ == "VERB":
            yield "same form as the cue"
    kind = joint.names[0]
    if kind.startswith("before comma"):
        yield ("first comma", "second comma", "later comma")[min(2, page.text.count(",", *span))]
    elif kind == "sentence end":
        commas = min(3, page.text.count(",", *span))
        yield f"sentence end behind {commas} commas"


def _of_span(page: Page, start: Start, span: tuple[int, int], rule: Ruled | None, stop: int) -> Iterator[str]:
    """What an end is to the parse, to the rules and to the marks of the sentence."""
    end = span[1]
    if end == start.end:
        yield "where the parse ends"
        yield f"where the parse ends {start.frame}"
    inside, rest = marks_in(page, *span), marks_in(page, end, max(end, stop))
    state = "marked" if len(inside) else "unmarked"
    if len(inside):
        yield "ends with marks" if page.marks[inside[-1]].end in {end, end + 1} else "marks inside"
    if len(rest):
        yield f"{state} leaves marks behind"
    if rule is None or rule.spans[-1][0] != span[0]:
        return
    ruled_end = rule.spans[-1][1]
    place = "at the rule's end" if end == ruled_end else "beyond the rule's end" if end > ruled_end else "short of it"
    yield f"{place}, {state}"
    yield f"{place}, {start.frame}"
