"""Pairs quotation marks within a paragraph, so that one odd mark costs its own paragraph at most.

Real text mixes curly, straight, doubled single and angle marks, closes with opening marks and forgets marks. What a
mark does is therefore read from the characters beside it first and from its shape second.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

DOUBLE = re.compile(r"''|``|[\"“”„‟«»＂]")
SINGLE = re.compile(r"['‘’‚‹›]")
OPENING = frozenset(("“", "„", "‟", "«", "``", "‘", "‹", "‚"))
CLOSING = frozenset(("”", "»", "›"))
ELISION = re.compile(r"['‘’](?:\d0s|em\b|til\b|tis\b|twas\b|cause\b|n['’]|s\b|re\b|ll\b|ve\b)", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.?!](?=\s|$)")
NOBODY = re.compile(r"(?!)")
BEFORE_OPENING = frozenset("([{—–-/…\"“‘'«:,>")
AFTER_CLOSING = frozenset(".,;:?!)]}—–-/…\"”’'»|<")
SENTENCE_ENDS = frozenset(".?!")
BEGUN = frozenset(".?!:”")
FARTHEST = 8
"""Paragraphs from an opening mark to the one that closes it, at most."""
CLOSED_WORD = frozenset(".,?!…;")


class Marked(NamedTuple):
    """A stretch with its quotation marks. `runs_on`: no closing mark, and the next paragraph opens with one."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    runs_on: bool


class _Mark(NamedTuple):
    start: int
    end: int
    opens: bool
    closes: bool
    neutral: bool


def leading_out(verbs: Iterable[str]) -> re.Pattern[str]:
    """Where a quotation ends whose closing mark is missing: `"The bridge is safe, she said.`

    The reporting clause must be a whole one: `"You know, he said we should leave` goes on.
    """
    verb = "(?:" + "|".join(re.escape(one) for one in sorted(verbs)) + ")"
    someone = r"(?:he|she|they|[Tt]he\s\w+|(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w’'-]*)"
    end = r"(?=[.,;:]|(?<=told)\s|\s(?:on|in|at|after|during|of)\s|\s[A-Z]\w+day\b|\s*$)"
    return re.compile(rf"[,?!](?=\s(?:{someone}\s{verb}{end}|{verb}\s{someone}{end}))", re.MULTILINE)


def pair(text: str, paragraphs: Sequence[tuple[int, int]], led_out: re.Pattern[str] = NOBODY) -> list[Marked]:
    """The marked stretches, in order and disjoint; a stretch inside another is not given.

    `led_out` is where an unclosed quotation ends, of `leading_out`.
    """
    found: list[Marked] = []
    for number, (start, end) in enumerate(paragraphs):
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else end
        doubles = list(_doubles(text, (start, end, following), number, led_out))
        outer = list(_outer(text, start, end, doubles, number))
        doubles = sorted([*outer, *(one for one in doubles if not any(o.start < one.start < o.end for o in outer))])
        singles = list(_singles(text, start, end, doubles, number))
        low = singles[-1].end if singles else start
        left_open = [] if doubles else list(_left_open(text, (low, end, following), number))
        found.extend(sorted([*doubles, *singles, *left_open]))
    found = _over_paragraphs(text, paragraphs, found)
    return sorted([*found, *_single_over_paragraphs(text, paragraphs, found)])


def _over_paragraphs(text: str, paragraphs: Sequence[tuple[int, int]], found: list[Marked]) -> list[Marked]:
    """The stretches with those of a quotation that opens with one mark and closes some paragraphs later.

    Between the two no paragraph has a mark: each of them is a stretch that runs on.
    """
    first: dict[int, Marked] = {}
    for one in found:
        first.setdefault(one.paragraph, one)
    whole: list[Marked] = []
    for place, one in enumerate(found):
        is_last = place + 1 == len(found) or found[place + 1].paragraph != one.paragraph
        left_open = is_last and not one.runs_on and one.inner_end == one.end == paragraphs[one.paragraph][1]
        closed = _closed_in(text, paragraphs, first, one.paragraph) if left_open else None
        whole.append(one if closed is None else one._replace(runs_on=True))
        for number in range(one.paragraph + 1, closed or 0):
            start, end = paragraphs[number]
            whole.append(Marked(start, end, start, end, number, True))
    return whole


def _single_over_paragraphs(text: str, paragraphs: Sequence[tuple[int, int]], found: list[Marked]) -> Iterator[Marked]:
    """Quotations that one single mark opens in a paragraph, and one closes at the end of a later one.

    `‘We checked every bolt.`, a paragraph without marks, and `Nobody need be afraid.’`. The closing mark must follow a
    stop: elsewhere it may be an apostrophe.
    """
    behind = {one.paragraph: one.end for one in found}
    for number, (start, end) in enumerate(paragraphs):
        opened = max(_opening_singles(text, start, end), default=-1)
        if opened < behind.get(number, start):
            continue
        for last in range(number + 1, min(number + FARTHEST, len(paragraphs))):
            low, high = paragraphs[last]
            if last in behind or any(_opening_singles(text, low, high)):
                break
            if SINGLE.match(text, high - 1) is not None and text[high - 2 : high - 1] in SENTENCE_ENDS:
                yield Marked(opened, end, opened + 1, end, number, True)
                yield from (Marked(*paragraphs[one] * 2, one, True) for one in range(number + 1, last))
                yield Marked(low, high, low, high - 1, last, False)
                break


def _opening_singles(text: str, start: int, end: int) -> Iterator[int]:
    """Where single marks open sentences of a paragraph."""
    for match in SINGLE.finditer(text, start, end):
        before = text[start : match.start()].rstrip()
        if (not before or before[-1] in BEGUN) and _opens_single(text, match.start()):
            yield match.start()


def _closed_in(text: str, paragraphs: Sequence[tuple[int, int]], first: dict[int, Marked], opened: int) -> int | None:
    """The paragraph whose first mark closes what an earlier one opened; None where another mark stands between."""
    for number in range(opened + 1, min(opened + FARTHEST, len(paragraphs))):
        one = first.get(number)
        if one is not None:
            return number if one.inner_start == one.start == paragraphs[number][0] else None
        if DOUBLE.search(text, *paragraphs[number]) is not None:
            return None
    return None


def _read(text: str, match: re.Match[str], start: int, end: int) -> _Mark:
    """What the mark can do where it stands."""
    mark, at, to = match.group(), match.start(), match.end()
    before = text[at - 1] if at > start else " "
    after = text[to] if to < end else " "
    left_free = before.isspace() or before in BEFORE_OPENING
    right_free = after.isspace() or after in AFTER_CLOSING
    opens = left_free and not after.isspace() and to < end
    closes = right_free and not before.isspace() and at > start
    if mark in "«»" and before.isspace() and right_free:  # `« Le pont »`
        opens = closes = False
    if opens == closes:  # `--"Now"--` or a mark inside a word: its shape decides
        opens, closes = mark in OPENING, mark in CLOSING
    return _Mark(at, to, opens, closes, not opens and not closes)


def _doubles(text: str, edges: tuple[int, int, int], number: int, led_out: re.Pattern[str]) -> Iterator[Marked]:
    """The stretches in double marks of a paragraph; `edges` are its own and the beginning of the next one."""
    start, end, _ = edges
    opened: _Mark | None = None
    last_straight = text.rfind('"', start, end)
    for place, match in enumerate(DOUBLE.finditer(text, start, end)):
        mark = _read(text, match, start, end)
        if opened is None:
            opened = mark if mark.opens or (mark.neutral and not _is_inch(text, mark.start)) else None
            if not place and _closes_alone(text, mark):
                yield Marked(start, mark.end, start, mark.start, number, False)
        elif text[opened.start] == '"' and match.group() in "“”" and mark.start < last_straight:
            continue  # curly marks inside straight ones
        elif not mark.opens:
            yield Marked(opened.start, mark.end, opened.end, mark.start, number, False)
            opened = None
        elif match.group() not in OPENING or text[opened.start : opened.end] == match.group():
            yield from _led_out(text, opened, mark.start, number, led_out)
            opened = mark  # the closing mark before it is missing
    if opened is not None:
        yield from _unclosed(text, opened, edges, number, led_out)


def _closes_alone(text: str, mark: _Mark) -> bool:
    """`We go," he said.`: a closing mark whose opening one is missing."""
    return mark.closes and text[mark.start - 1] in CLOSED_WORD


def _led_out(text: str, opened: _Mark, stop: int, number: int, led_out: re.Pattern[str]) -> Iterator[Marked]:
    """A stretch without a closing mark before another one opens.

    It ends at its reporting clause, `"The bridge is safe, she said. "It stays open."`, or is a paragraph of a longer
    quotation whose line breaks are lost: `"The bridge is safe. "It stays open," she said.`
    """
    left = led_out.search(text, opened.end, stop)
    end = left.end() if left is not None else opened.end + len(text[opened.end : stop].rstrip())
    before = text[max(0, opened.start - 20) : opened.start].rstrip(" ")[-1:]
    begins = not before or before == "\n" or before in BEGUN
    if left is not None or (begins and end > opened.end and text[end - 1] in SENTENCE_ENDS):
        yield Marked(opened.start, end, opened.end, end, number, False)


def _unclosed(
    text: str, opened: _Mark, edges: tuple[int, int, int], number: int, led_out: re.Pattern[str]
) -> Iterator[Marked]:
    """A stretch without a closing mark: up to its reporting clause, else to the end of the paragraph or sentence."""
    start, end, following = edges
    begins = (
        not text[start : opened.start].strip()
        or text[max(start, opened.start - 20) : opened.start].rstrip()[-1:] in BEGUN
    )
    stop = end if begins else _sentence_end(text, opened.end, end)
    left = led_out.search(text, opened.end, stop)
    runs_on = left is None and begins and following >= end and DOUBLE.match(text, following) is not None
    stop = stop if left is None else left.end()
    if stop > opened.end:
        yield Marked(opened.start, stop, opened.end, stop, number, runs_on)


def _is_inch(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isdigit()


def _sentence_end(text: str, start: int, end: int) -> int:
    found = SENTENCE_END.search(text, start, end)
    return found.end() if found else end


def _singles(text: str, start: int, end: int, doubles: list[Marked], number: int) -> Iterator[Marked]:
    """Stretches in single marks outside the double ones, apostrophes told apart."""
    edges = [start, *(edge for one in doubles for edge in (one.start, one.end)), end]
    for low, high in zip(edges[::2], edges[1::2], strict=True):
        opened: int | None = None
        for match in SINGLE.finditer(text, low, high):
            at = match.start()
            if _may_open(text, at, start, end):
                opened = opened if ELISION.match(text, at) else at
            elif opened is not None and _may_close(text, at, start, end, high):
                yield Marked(opened, at + 1, opened + 1, at, number, False)
                opened = None


def _may_open(text: str, at: int, start: int, end: int) -> bool:
    """Whether a single mark may open a stretch: a space or a bracket before it, a word behind it."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return (before.isspace() or before in "([—–-") and (after.isalnum() or after in "…[$#@")


def _may_close(text: str, at: int, start: int, end: int, high: int) -> bool:
    """Whether a single mark may close a stretch: behind a word, before none, and no genitive: `'The voters' choice'`"""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return not before.isspace() and not after.isalnum() and not (before == "s" and _closes_later(text, at, high))


def _left_open(text: str, edges: tuple[int, int, int], number: int) -> Iterator[Marked]:
    """A paragraph of a long quotation in single marks: opened where a sentence begins, and opened anew in the next."""
    low, end, following = edges
    if following == end or not _opens_single(text, following):
        return
    for match in SINGLE.finditer(text, low, end):
        before = text[low : match.start()].rstrip()
        if (not before or before[-1] in BEGUN) and _opens_single(text, match.start()):
            yield Marked(match.start(), end, match.end(), end, number, True)
            return


def _opens_single(text: str, at: int) -> bool:
    is_mark = SINGLE.match(text, at) is not None and ELISION.match(text, at) is None
    return is_mark and text[at + 1 : at + 2].isalnum()


def _outer(text: str, start: int, end: int, doubles: list[Marked], number: int) -> Iterator[Marked]:
    """Stretches in single marks that hold double ones: `'She told me, "Go," and I went,' he said.`"""
    if not doubles or SINGLE.search(text, start, doubles[0].start) is None:
        return
    for one in _singles(text, start, end, [], number):
        if text[one.inner_end - 1] not in CLOSED_WORD:
            continue
        held = [two for two in doubles if two.start < one.end and one.start < two.end]
        if held and all(one.start < two.start and two.end <= one.end for two in held):
            yield one


def _closes_later(text: str, at: int, high: int) -> bool:
    """Whether a surer closing mark follows in the next 200 characters, before another opening one."""
    for match in SINGLE.finditer(text, at + 1, min(high, at + 200)):
        before, after = text[match.start() - 1], text[match.end() : match.end() + 1]
        if before.isspace():
            return False
        if not after.isalnum():
            return True
    return False
