"""Settles what the finders propose: the outer report wins, and a sentence in marks goes on with its speaker's quote.

One act of reporting is one quote, however many marks, paragraphs and reporting clauses its words are spread over.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable

from extractor.annotations import QuoteFound, SpeakerAt
from extractor.pipes.quotes import kinds, turns
from extractor.pipes.quotes.page import (
    Mention,
    Page,
    Report,
    in_title_case,
    is_statement,
    mark_at,
    paragraph_of,
    sentence_of,
    token_from,
    trim,
)
from extractor.vocabulary import QuoteKind

MIN_WORDS = 4
JOIN = re.compile(r",?\s(?:and|but|or|yet)\s(?:still\s|then\s|that\s)?|;\s|\s?(?:--?|[–—])\s?")
NEAR = 200
LENT = frozenset(("no subject", "subject in marks"))


class Board:
    """Which characters are the content of a report that was accepted."""

    def __init__(self, length: int) -> None:
        self.cover = bytearray(length + 1)
        self.cues = bytearray(length + 1)

    def place(self, report: Report) -> None:
        """Accept a report."""
        for start, end in report.spans:
            self.cover[start:end] = b"\x01" * (end - start)
        if report.cue:
            start, end = report.cue
            self.cues[start:end] = b"\x01" * (end - start)

    def is_covered(self, start: int, end: int) -> bool:
        """Whether a character of the stretch is content already."""
        return self.cover.find(1, start, end) >= 0

    def is_cue(self, start: int, end: int) -> bool:
        """Whether a character of the stretch is a cue already: "statement" in "said in a statement"."""
        return self.cues.find(1, start, end) >= 0

    def free(self, page: Page, start: int, end: int) -> tuple[int, int] | None:
        """The part of the stretch that no accepted report holds, at its beginning or else at its end."""
        firsts = (self.cover.find(1, start, end), self.cues.find(1, start, end))
        first = min((at for at in firsts if at >= 0), default=-1)
        if first < 0:
            return start, end
        last = max(self.cover.rfind(1, start, end), self.cues.rfind(1, start, end)) + 1
        low, high = (start, first), (last, end)
        best = low if low[1] - low[0] >= high[1] - high[0] else high
        return trim(page, *best)


def settle(page: Page, sure: Iterable[Report], likely: Iterable[Report]) -> list[Report]:
    """The reports that stand: the sure ones first, then the longest, none of whose cue is in another's content."""
    board = Board(len(page.text))
    kept: list[Report] = []
    for rank, group in enumerate((sure, likely)):
        for report in sorted(group, key=lambda one: -_size(one)):
            if report.cue and (board.is_covered(*report.cue) or board.is_cue(*report.cue)):
                continue
            if not rank and all(board.is_covered(*span) for span in report.spans):
                continue
            fitted = _fit(page, board, report) if rank else report
            if fitted is not None:
                board.place(fitted)
                kept.append(fitted)
    return sorted(kept, key=lambda one: (one.spans[0], one.at))


def borrow(sure: list[Report], likely: Iterable[Report]) -> list[Report]:
    """`"...," asked Lee, referring to the toll`: a participle without a subject takes the speaker right before it."""
    by_end = {report.clause[1]: report for report in sure}
    lent: list[Report] = []
    for report in likely:
        near = None
        if report.speaker is None and report.cue and report.no_speaker in LENT:
            near = next((by_end[end] for end in range(report.cue[0] - 3, report.cue[0]) if end in by_end), None)
        lent.append(report if near is None else report._replace(speaker=near.speaker, no_speaker=near.no_speaker))
    return lent


def _size(report: Report) -> int:
    return sum(end - start for start, end in report.spans)


def _fit(page: Page, board: Board, report: Report) -> Report | None:
    """The report without what others hold; None where less than half of it is left."""
    spans = [board.free(page, *span) for span in report.spans]
    fitted = report._replace(spans=tuple(span for span in spans if span is not None and span[1] - span[0] > 1))
    return fitted if fitted.spans and 2 * _size(fitted) >= _size(report) else None


def go_on(page: Page, reports: list[Report]) -> list[Report]:
    """The reports with the marked sentences that continue them, and the marked sentences that nobody is given for."""
    grown = list(reports)
    board = Board(len(page.text))
    for report in grown:
        board.place(report)
    ends = sorted((_end(report), number) for number, report in enumerate(grown))
    last: int | None = None
    before: int | None = None
    place = 0
    for mark in page.marks:
        while place < len(ends) and ends[place][0] <= mark.start:
            number, place = ends[place][1], place + 1
            if last is None or not _is_addition(page, grown[last], grown[number]):
                before, last = last, number
        if board.is_covered(mark.start, mark.end) or _is_heading(page, mark.start, mark.end):
            continue
        if last is not None and _joins(page, grown[last], mark.start):
            grown[last] = grown[last]._replace(spans=(*grown[last].spans, (mark.start, mark.end)))
            continue
        if _is_headline(page, mark.start, mark.end):
            grown.append(_without_speaker((mark.start, mark.end), -1)._replace(no_speaker="headline"))
        if not is_statement(page, mark) or page.text[mark.end : mark.end + 1] == ":":
            continue
        turn = turns.answered(page, grown, (before, last), (mark.start, mark.end))
        if turn is not None:
            grown.append(turn)
            before, last = last, len(grown) - 1
        elif last is not None and _continues(page, grown[last], mark.start, mark.end):
            grown[last] = grown[last]._replace(spans=(*grown[last].spans, (mark.start, mark.end)))
        elif _stands_alone(page, mark.start, mark.end):
            grown.append(_without_speaker((mark.start, mark.end), _followed(page, grown, last, mark.start)))
            before, last = last, len(grown) - 1
    return sorted(grown, key=lambda one: (one.spans[0], one.at))


def _is_addition(page: Page, report: Report, other: Report) -> bool:
    """Whether a report in the same sentence only adds to one with marked words: `"...," he said, adding that ...`"""
    if not _has_marks(page, report) or other.cue is None or _has_marks(page, other):
        return False
    gap = page.text[_end(report) : other.cue[0]]
    return len(gap) < 200 and not any(stop in gap for stop in (". ", "\n", "? ", "! "))


def _has_marks(page: Page, report: Report) -> bool:
    return any(mark_at(page, start) is not None or mark_at(page, end - 1) is not None for start, end in report.spans)


def _end(report: Report) -> int:
    return max(report.clause[1], *(end for _, end in report.spans))


def _continues(page: Page, report: Report, start: int, end: int) -> bool:
    """Whether a marked sentence follows a report at once, in its paragraph or as the next paragraph."""
    last = _end(report)
    has_marks = _has_marks(page, report)
    here, there = paragraph_of(page, start), paragraph_of(page, last - 1)
    gap = page.text[last:start]
    if here == there:
        return "\n" not in gap and _one_sentence(page, last, start) and (has_marks or not gap.strip(" .,"))
    if not has_marks or start != here[0] or page.text[end : here[1]].strip():
        return False
    return here[0] > there[1] and not page.text[there[1] : here[0]].strip() and _one_sentence(page, last, there[1])


def _one_sentence(page: Page, start: int, end: int) -> bool:
    """Whether what stands between ends the sentence of the report and begins no other."""
    span = page.doc.char_span(start, end, alignment_mode="contract")
    if span is None or not len(span):
        return True
    inner = [token for token in span[1:] if token.is_sent_start and not token.is_space and not token.is_punct]
    return not inner and end - start < 200


def _joins(page: Page, report: Report, start: int) -> bool:
    """`"I love the man," she said, but "he is wrong."`: marked words that only a conjunction parts from the report."""
    end = _end(report)
    return end == report.clause[1] and _has_marks(page, report) and JOIN.fullmatch(page.text, end, start) is not None


def _is_heading(page: Page, start: int, end: int) -> bool:
    """A line in single marks and capitals between paragraphs: `'Legend of the Locks.'`"""
    low, high = paragraph_of(page, start)
    if page.text[start] not in "'‘" or page.text[start + 1] == "'" or start != low or page.text[end:high].strip():
        return False
    if start == page.paragraphs[0][0] and _has_verb(page, start, end):
        return False  # the article's own headline: `'We Will Never Close'`
    return not any(word[0].islower() and len(word) > 4 for word in page.text[start + 1 : end].split())


def _has_verb(page: Page, start: int, end: int) -> bool:
    return any(token.pos_ in {"VERB", "AUX"} for token in page.doc[token_from(page, start) : token_from(page, end)])


def _is_headline(page: Page, start: int, end: int) -> bool:
    """`'We Will Never Close': Mayor Defends Bridge`."""
    low, high = paragraph_of(page, start)
    line = page.text[end:high].rstrip()
    if not line and page.text[start] in "'‘" and start == page.paragraphs[0][0]:
        return _has_verb(page, start, end)
    return start == low and line[:1] == ":" and line[-1] not in ":.?!" and len(page.text[start:end].split()) > 2


def _stands_alone(page: Page, start: int, end: int) -> bool:
    """Whether a marked stretch is a sentence by itself and no title, motto or scare quote."""
    low, high = paragraph_of(page, start)
    before = page.text[low:start].rstrip()
    if page.text[start] in "'‘" and not before and not page.text[end:high].strip():
        return False  # a headline
    if page.text[end - 2 : end - 1] == "," and in_title_case(page.text[start:end].strip("\"“”,")):
        return False  # `"The Weight of Salt," a first film, won the prize.`
    return (not before or before[-1] in '.?!:”"') and len(page.text[start:end].split()) >= MIN_WORDS


def _followed(page: Page, reports: list[Report], last: int | None, start: int) -> int:
    """The report that stands before a quotation without a cue in its paragraph or at the end of the one before."""
    # quotations signed with a dash stand in lists, each with a signature of its own
    if last is None or reports[last].at < 0 or reports[last].layout == "dash":
        return -1
    gap = page.text[_end(reports[last]) : start]
    if len(gap) >= NEAR or len(gap.split("\n\n")) > 2 or gap.rstrip().endswith(":"):
        return -1
    return reports[last].at if _has_marks(page, reports[last]) or not gap.strip(" .\r\n\t") else -1


def _without_speaker(span: tuple[int, int], follows: int) -> Report:
    rule = "quotation marks" if follows < 0 else "layout:continued"
    return Report((span,), None, "", "states", None, "no cue", rule, -1, span, follows)


def to_items(page: Page, reports: list[Report]) -> list[QuoteFound]:
    """The reports as they go on the `Doc`. `inherits` leads to the first quote up the chain that names a speaker."""
    places = {report.at: index for index, report in enumerate(reports) if report.at >= 0}
    items = [_item(page, report) for report in reports]
    told_by: list[int | None] = []
    for index, (item, report) in enumerate(zip(items, reports, strict=True)):
        before = places.get(report.follows)
        if before is not None and before < index and items[before]["speaker"] is None:
            before = told_by[before] if told_by[before] is not None else before
        told_by.append(before)
        if before is not None:
            item["inherits"] = before
    return items


def _item(page: Page, report: Report) -> QuoteFound:
    speaker = report.speaker
    low, high = sentence_of(page, report.cue[0] if report.cue else report.spans[0][0])
    return {
        "kind": _kind(page, report),
        "spans": [{"start": start, "end": end} for start, end in _ordered(report.spans)],
        "cue": None
        if report.cue is None
        else {"start": report.cue[0], "end": report.cue[1], "lemma": report.lemma, "stance": report.stance},
        "speaker": None if speaker is None else _speaker(page, speaker),
        "no_speaker": report.no_speaker if speaker is None else None,
        "sentence": {"start": low, "end": high},
        "rule": report.rule,
    }


def _speaker(page: Page, speaker: Mention) -> SpeakerAt:
    kind = kinds.of_mention(page, speaker)
    return {"start": speaker.start, "end": speaker.end, "type": speaker.type, "kind": kind}


def _ordered(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order and disjoint."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        low = max(start, found[-1][1]) if found else start
        if low < end:
            found.append((low, end))
    return found


def _kind(page: Page, report: Report) -> QuoteKind:
    """direct, indirect or mixed, by the letters of the content that stand in marks and outside."""
    inside = outside = False
    for start, end in report.spans:
        at = start
        while at < end:
            index = mark_at(page, at)
            stop = min(end, page.marks[index].end) if index is not None else _next_mark(page, at, end)
            if any(char.isalnum() for char in page.text[at:stop]):
                inside, outside = inside or index is not None, outside or index is None
            at = stop
    return "mixed" if inside and outside else "direct" if inside else "indirect"


def _next_mark(page: Page, at: int, end: int) -> int:
    place = bisect_right(page.mark_starts, at)
    return min(end, page.mark_starts[place]) if place < len(page.mark_starts) else end
