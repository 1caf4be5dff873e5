"""Settles what the finders propose: the outer report wins.

One act of reporting is one quote, however many marks, paragraphs and reporting clauses its words are spread over.
"""

from bisect import bisect_right
from collections.abc import Iterable

from extractor.annotations import QuoteFound, SpeakerAt
from extractor.pipes.quotes import kinds
from extractor.pipes.quotes.page import (
    Mention,
    Page,
    Report,
    mark_at,
    sentence_of,
    trim,
)
from extractor.vocabulary import QuoteKind

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
