"""Days other than the paper's from which "today" counts: that of a hearing that is quoted, a live blog's stamps."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc, Token

from extractor.pipes.dates import calendar
from extractor.pipes.dates.compose import Telling
from extractor.pipes.dates.story import Story, Value

BACK, AHEAD = 300, 300
"""Characters before and behind a quoted "today" within which the day of its occasion is told."""
UP = 3
"""Steps from a day to the occasion or the verb that it dates."""
SHORT = 48
"""A stamp's line has no more characters: "Tuesday 10 July 2007, 10:42am BST"."""
FAR = 60
"""Days that a stamp can be from the paper's."""
DAYED = re.compile(r"(?!Noon|Midnight)[A-Z][a-z]{2,}|\d[-/.]\d{1,2}[-/.]\d")
"""In a time that has its day: "9:15 a.m. on Monday"."""
OPENS = re.compile(r"[^\S\n]*(?::|[–—]|-[^\S\n]|\|)[^\S\n]*[^\s\d]")
"""Between a stamp and what was written then: "July 9, 6:10 p.m.: The mill burns"."""
BLANK = re.compile(r"[^\S\n]*+(?:(?:[|,:·–—-]|at)[^\S\n]*+)?(?:\d{1,2}[:.]\d\d[^\S\n]*+)?")


def quoted(doc: Doc, tellings: list[Telling], story: Story) -> list[Telling]:
    """The dates, with a quoted "today" counted from the day when it was said: "At a hearing in June he said: ..."."""
    if story.anchor is None or not doc.has_annotation("DEP"):
        return tellings
    found = list(tellings)
    for index, telling in enumerate(tellings):
        if telling.form != "deictic" or telling.value.value is None or not _is_quoted(story.text, telling.start):
            continue
        said = _said_on(doc, tellings, index, story)
        if said is not None:
            found[index] = telling._replace(value=_moved(telling.value, said, story.anchor))
    return found


def _is_quoted(text: str, at: int) -> bool:
    """Whether a quotation is open at a place, by the marks of its paragraph."""
    before = text[max(text.rfind("\n\n", 0, at), at - 2000, 0) : at]
    curly = before.rfind("“") > before.rfind("”")
    return curly or before.count('"') % 2 == 1


def _said_on(doc: Doc, tellings: Sequence[Telling], index: int, story: Story) -> Telling | None:
    """The date of the occasion on which a quotation was said, in its sentence or right behind it."""
    here = tellings[index]
    near = [*reversed(tellings[max(0, index - 3) : index]), *tellings[index + 1 : index + 3]]
    for telling in near:
        between = story.text[min(telling.end, here.end) : max(telling.start, here.start)]
        span = calendar.interval(telling.value.value) if telling.value.type == "DATE" else None
        if span is None or "\n\n" in between or len(between) > (BACK if telling.start < here.start else AHEAD):
            continue
        past = story.anchor is not None and span[1] < story.anchor
        if past and not _is_quoted(story.text, telling.start) and _is_occasion(doc, telling.start, story):
            return telling
    return None


def _is_occasion(doc: Doc, start: int, story: Story) -> bool:
    """Whether a date hangs on a hearing, a speech, or on the verb that reports: "told the panel in June"."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    token: Token | None = span[0] if span is not None else None
    for _ in range(UP):
        if token is None or token.head == token:
            return False
        token = token.head
        if token.lemma_.lower() in story.context["occasion"] or token.lemma_ in story.context["reports"]:
            return True
        if token.pos_ not in ("ADP", "PROPN", "NUM", "NOUN"):
            return False
    return False


def _moved(value: Value, said: Telling, anchor: date) -> Value:
    """The value as it counts from another day; from a month, "today" is that month and all else unknown."""
    span, own = calendar.interval(said.value.value), calendar.interval(value.value)
    if span is None or own is None or value.value is None:
        return value
    offset = (own[0] - anchor).days
    if span[0] != span[1]:
        return Value("DATE", said.value.value if offset == 0 else None, "story")
    day = calendar.shifted(span[0], offset)
    rest = value.value[len("2007-07-10") :]
    return value._replace(value=f"{day.isoformat()}{rest}" if day else None, base="story")


def stamps(tellings: Sequence[Telling], story: Story) -> dict[int, Value]:
    """Where the stamps of a live blog begin, and their values by the paper's day: two at least and not all of one day.

    A stamp is a line that is a day alone, or a day with its hour before what was written then.
    """
    starts = [telling.start for telling in tellings]
    found = [telling for telling in tellings if _is_stamp(telling, tellings, starts, story)]
    days = {(telling.value.value or "")[:10] for telling in found}
    return {telling.start: telling.value for telling in found} if len(days) > 1 else {}


def _is_stamp(telling: Telling, tellings: Sequence[Telling], starts: Sequence[int], story: Story) -> bool:
    """Whether a day stands alone in its line, but for a time, or opens it with one."""
    if not _is_day_near(telling, story):
        return False
    first = story.text.rfind("\n", 0, telling.start) + 1
    last = story.text.find("\n", telling.end)
    last = len(story.text) if last < 0 else last
    at, timed = first, False
    for part in tellings[bisect_left(starts, first) : bisect_left(starts, last)]:
        if part.end <= last and BLANK.fullmatch(story.text, at, part.start):
            at, timed = part.end, timed or part.value.type == "TIME"
    if at < telling.end:
        return False
    alone = last - first <= SHORT and BLANK.fullmatch(story.text, at, last) is not None
    return alone or (timed and OPENS.match(story.text, at, last) is not None)


def _is_day_near(telling: Telling, story: Story) -> bool:
    """Whether a date is a day, or an hour with its own day, not far from the paper's."""
    span = calendar.interval(telling.value.value)
    own = telling.value.type != "TIME" or DAYED.search(story.text, telling.start, telling.end) is not None
    single = span is not None and span[0] == span[1]
    return bool(own and single and span and story.anchor and abs((span[0] - story.anchor).days) <= FAR)
