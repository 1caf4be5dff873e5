"""Goes on with the reports where their words go on: the marked sentences behind them, and those of nobody."""

from extractor.pipes.quotes import turns
from extractor.pipes.quotes.marks import Marked
from extractor.pipes.quotes.merge import Board
from extractor.pipes.quotes.page import (
    Page,
    Report,
    in_title_case,
    is_statement,
    mark_at,
    paragraph_of,
    token_from,
)

MIN_WORDS = 4
NEAR = 200


def go_on(page: Page, reports: list[Report]) -> list[Report]:
    """The reports with the marked sentences that continue them, and the marked sentences that nobody is given for."""
    board = Board(len(page.text))
    for report in reports:
        board.place(report)
    growth = _Growth(page, list(reports))
    for mark in page.marks:
        growth.read_up_to(mark.start)
        if not board.is_covered(mark.start, mark.end) and not _is_heading(page, mark.start, mark.end):
            growth.take(mark)
    return sorted(growth.grown, key=lambda one: (one.spans[0], one.at))


class _Growth:
    """The reports as marked sentences are added to them, `last` and `before` the latest two that were read."""

    def __init__(self, page: Page, grown: list[Report]) -> None:
        self.page = page
        self.grown = grown
        self.last: int | None = None
        self.before: int | None = None
        self._waiting = sorted(((_end(report), number) for number, report in enumerate(grown)), reverse=True)

    def read_up_to(self, start: int) -> None:
        """Pass the reports that end before a character."""
        while self._waiting and self._waiting[-1][0] <= start:
            number = self._waiting.pop()[1]
            if self.last is None or not _is_addition(self.page, self.grown[self.last], self.grown[number]):
                self.before, self.last = self.last, number

    def take(self, mark: Marked) -> None:
        """Give a marked stretch to the latest report, or make a report of it, or leave it."""
        page, span = self.page, (mark.start, mark.end)
        if self.last is not None and _joins(page, self.grown[self.last], mark.start):
            self._extend(self.last, span)
            return
        if _is_headline(page, *span):
            self.grown.append(_without_speaker(span, -1)._replace(no_speaker="headline"))
        if is_statement(page, mark) and page.text[mark.end : mark.end + 1] != ":":
            self._take_statement(span)

    def _take_statement(self, span: tuple[int, int]) -> None:
        """A sentence in marks: a turn of a dialogue, more of the latest report, or a quotation by itself."""
        page = self.page
        turn = turns.answered(page, self.grown, (self.before, self.last), span)
        if turn is not None:
            self._add(turn)
        elif self.last is not None and _continues(page, self.grown[self.last], *span):
            self._extend(self.last, span)
        elif _stands_alone(page, *span):
            self._add(_without_speaker(span, _followed(page, self.grown, self.last, span[0])))

    def _extend(self, number: int, span: tuple[int, int]) -> None:
        self.grown[number] = self.grown[number]._replace(spans=(*self.grown[number].spans, span))

    def _add(self, report: Report) -> None:
        self.grown.append(report)
        self.before, self.last = self.last, len(self.grown) - 1


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
    return (
        end == report.clause[1]
        and _has_marks(page, report)
        and page.lexicon.joins.fullmatch(page.text, end, start) is not None
    )


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
    if page.text[end - 2 : end - 1] == "," and in_title_case(page.text[start:end].strip('"“”,')):
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
