"""Gives the quotations of a dialogue without reporting clauses to their speakers, who take turns.

A paragraph in marks after another one mostly goes on with the speaker of that; only where a question was put and
answered, and another question follows, do two people talk to each other.
"""

from extractor.pipes.quotes.page import SPACE, Page, Report, paragraph_of

RULE = "layout:turns"
CLOSING = "”\"'’»` "


def answered(
    page: Page, reports: list[Report], latest: tuple[int | None, int | None], span: tuple[int, int]
) -> Report | None:
    """The report of a marked paragraph whose speaker is that of the last paragraph but one; None outside dialogues.

    `latest` are the places of the two reports before it.
    """
    if latest[0] is None or latest[1] is None:
        return None
    asker, answer = reports[latest[0]], reports[latest[1]]
    if not (_is_whole(page, span) and _are_near(page, asker, answer) and _are_near(page, answer, span)):
        return None
    if answer.layout != "turns" and not (_is_asked(page, asker.spans[-1]) and _is_asked(page, span)):
        return None
    if answer.layout != "turns" and (asker.speaker is None or answer.speaker is None or _same(page, asker, answer)):
        return None
    follows = asker.at if asker.at >= 0 else asker.follows
    return Report((span,), None, "", "states", None, "no cue", RULE, -1, span, follows, layout="turns")


def _are_near(page: Page, one: Report, other: Report | tuple[int, int]) -> bool:
    """Whether the other begins in the paragraph right behind the one where the first ends."""
    start = min(start for start, _ in other.spans) if isinstance(other, Report) else other[0]
    end = max(one.clause[1], *(end for _, end in one.spans))
    here, there = paragraph_of(page, end - 1), paragraph_of(page, start)
    return here[0] < there[0] and not page.text[here[1] : there[0]].strip()


def _is_whole(page: Page, span: tuple[int, int]) -> bool:
    low, high = paragraph_of(page, span[0])
    return span[0] == low and not page.text[span[1] : high].strip(SPACE)


def _is_asked(page: Page, span: tuple[int, int]) -> bool:
    return page.text[span[0] : span[1]].rstrip(CLOSING).endswith("?")


def _same(page: Page, one: Report, other: Report) -> bool:
    """Whether two reports name their speaker with the same words."""
    if one.speaker is None or other.speaker is None:
        return False
    return page.text[one.speaker.start : one.speaker.end] == page.text[other.speaker.start : other.speaker.end]
