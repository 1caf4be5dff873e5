"""Cuts the content of a report out of the parse: which stretch of the article the reporting word governs.

The parser gives a tree, a reader sees a stretch: the fronted clause reaches back to the beginning of its sentence, a
marked stretch is never cut in two, and "adding that ..." behind the content belongs to the reporter again.
"""

from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Token

from extractor.annotations import trace
from extractor.pipes.quotes import frames, unsaid
from extractor.pipes.quotes.cues import Cue
from extractor.pipes.quotes.cuts import (
    ASKED,
    SUBJECTS,
    TOLD,
    Cut,
    around,
    before,
    behind,
    clause_of,
    of_passive,
)
from extractor.pipes.quotes.page import (
    Page,
    mark_at,
    marks_in,
)
from extractor.pipes.quotes.rows import Noun

NEAR = 3
"""Characters from a cue to the mark of its object, at most."""
LONGEST = 600
"""Tokens: a longer clause is a list or a text that the parser could make nothing of."""
OPEN_ENDS = frozenset(",?!-–—…")
CLOSING_MARKS = frozenset("\"”'’»`")


def of_cue(page: Page, cue: Cue, governed: list[frames.Governed] | None = None) -> Cut | None:
    """The content's stretches and the reporter's own stretch; None where the cue governs nothing that its row names."""
    governed = governed_by(cue) if governed is None else governed
    allowed = cue.row.frames
    suffered = of_passive(page, cue, governed) if cue.passive and "object" in allowed else None
    return suffered or _first_of(page, cue, governed)


def governed_by(cue: Cue) -> list[frames.Governed]:
    """All frames of a cue, best first."""
    return frames.of_noun(cue.token) if isinstance(cue.row, Noun) else frames.of_verb(cue.token)


class Choice(NamedTuple):
    """A frame that is looked at, with what else its cue governs: what the steps below are asked about."""

    page: Page
    cue: Cue
    one: frames.Governed
    governed: list[frames.Governed]


def _first_of(page: Page, cue: Cue, governed: list[frames.Governed]) -> Cut | None:
    """The content of the best frame that the row of the cue names: the first step that fits a frame tells it."""
    times = page.lexicon.small["time"]
    after_only = any(child.dep_ in {"mark", "advmod"} and child.lower_ in times for child in cue.token.lefts)
    for one in governed:
        if (after_only and one.head.i < cue.token.i) or one.last - one.first > LONGEST:
            continue
        choice = Choice(page, cue, one, governed)
        for name, fits, cut in STEPS:
            if fits(choice):
                found = cut(choice)
                if found is not None:
                    trace.note(page.doc, "quotes", (cue.start, cue.end), f"quotes/content: {name}", outcome=one.frame)
                    return found
                break
    return None


def _stands_around(choice: Choice) -> bool:
    """`The plan, he said, is dead`."""
    return choice.one.frame == "around"


def _cut_around(choice: Choice) -> Cut | None:
    allowed = choice.cue.row.frames
    return around(choice.page, choice.cue, choice.one) if {"clause", "quotation"} & set(allowed) else None


def _says_nothing(choice: Choice) -> bool:
    """Nothing that anybody said: a name, a pronoun, or the clause of a noun that is the content itself."""
    page, cue, one, governed = choice
    if unsaid.is_empty(page, cue, one, governed) or unsaid.names(page, one, governed):
        return True
    return "object" in cue.row.frames and is_of_noun(one, governed)


def _cut_nothing(_: Choice) -> Cut | None:
    return None


def _stands_before(choice: Choice) -> bool:
    return bool(choice.one.head.i < choice.cue.token.i)


def _cut_before(choice: Choice) -> Cut | None:
    """`The plan is dead, he said`."""
    page, cue, one, _ = choice
    leads = _may_lead(page, one, cue.token) and "clause" in cue.row.frames and _leads_up(page, clause_of(cue)[0])
    return before(page, cue, one) if leads else None


def _is_complement(choice: Choice) -> bool:
    """`called him a liar`, where the parser sees an object or a clause."""
    allowed = choice.cue.row.frames
    return choice.one.frame in {"object", "clause"} and choice.one.frame not in allowed and "complement" in allowed


def _cut_complement(choice: Choice) -> Cut | None:
    """`called him "a liar"`, but `called the police`."""
    named = behind(*choice)
    is_said = _is_said_of(choice.one) or any(marks_in(choice.page, *span) for span in named[0])
    return named if is_said else None


def _begins_with_mark(choice: Choice) -> bool:
    return is_marked(choice.page, choice.cue, choice.one)


def _is_taken(choice: Choice) -> bool:
    """Whether the row names the frame, and somebody's words are in it."""
    page, cue, one, governed = choice
    return _takes(page, cue, one) and (unsaid.is_described(page, cue, one) or not unsaid.is_bare(cue, one, governed))


def _cut_behind(choice: Choice) -> Cut | None:
    return behind(*choice)


STEPS: tuple[tuple[str, Callable[[Choice], bool], Callable[[Choice], Cut | None]], ...] = (
    ("around the cue", _stands_around, _cut_around),
    ("says nothing", _says_nothing, _cut_nothing),
    ("before the cue", _stands_before, _cut_before),
    ("complement", _is_complement, _cut_complement),
    ("object in marks", _begins_with_mark, _cut_behind),
    ("behind the cue", _is_taken, _cut_behind),
)


def _is_what(one: frames.Governed) -> bool:
    """`condemned what he called a crime`: a clause that stands for a thing."""
    return one.head.doc[one.first].lower_ in {"what", "whatever"}


def is_marked(page: Page, cue: Cue, one: frames.Governed) -> bool:
    """`The sign read "No swimming"`: a verb of quotation whose object begins with a mark."""
    if one.frame != "object" or "quotation" not in cue.row.frames or one.head.i < cue.token.i:
        return False
    at = page.doc[one.first].idx
    index = mark_at(page, at)
    return index is not None and page.marks[index].start in {at, at - 1} and at - cue.end <= NEAR


def _takes(page: Page, cue: Cue, one: frames.Governed) -> bool:
    """Whether the row of a cue names the frame; who asks or does not say takes questions in any shape."""
    if one.frame == "question":
        return "clause" in cue.row.frames and cue.stance in {"asks", "declines"}
    if one.frame == "infinitive" and cue.passive and "clause" in cue.row.frames and cue.row.stance in TOLD:
        return True  # "is alleged to have sold the key"
    if one.frame == "clause" and "object" in cue.row.frames and _is_what(one):
        return True
    return _names(cue.row.frames, one.frame) and one.head.lower_ not in page.lexicon.small["relative"]


def is_of_noun(one: frames.Governed, governed: list[frames.Governed]) -> bool:
    """`expressed hope that the bridge would reopen`: the clause belongs to the noun, and the noun is the content."""
    if one.frame != "clause" or one.head.dep_ != "acl" or one.first != one.head.head.i + 1:
        return False
    return any(other.frame == "object" and other.head.i == one.head.head.i for other in governed)


def _is_said_of(one: frames.Governed) -> bool:
    """`called the charges unfounded`, `called the change a hoax`, which the parser takes for a noun or a clause."""
    if one.frame == "clause":
        return not any(left.dep_ in {"mark", "aux"} or left.dep_ in SUBJECTS for left in one.head.lefts)
    return any(right.tag_ in {"JJ", "VBN"} and right.i == one.head.i + 1 for right in one.head.rights)


def _names(allowed: tuple[str, ...], frame: str) -> bool:
    """Whether a row names a frame. "urged the crowd to go" may be parsed as a purpose or as a clause of the noun."""
    return frame in allowed or (frame in ASKED and "infinitive" in allowed and "object" not in allowed)


def _may_lead(page: Page, one: frames.Governed, token: Token) -> bool:
    """Whether a stretch before the cue may be its content: a noun phrase is so only where the cue has a subject."""
    if one.frame == "clause":
        first = token.doc[one.first]
        has_rest = one.last > token.i
        return has_rest or first.lower_ not in page.lexicon.small["time"] or first.dep_ not in {"mark", "advmod"}
    return one.frame == "complement" and any(child.dep_ in SUBJECTS for child in token.children)


def _leads_up(page: Page, end: int) -> bool:
    """Whether what stands before a reporting clause is left open for it, by a comma, a dash or a question mark."""
    before = page.text[max(0, end - 20) : end].rstrip()[-2:]
    return before[-1:] in OPEN_ENDS or (before[-1:] in CLOSING_MARKS and before[:1] in OPEN_ENDS)
