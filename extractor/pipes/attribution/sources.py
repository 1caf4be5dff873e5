"""Who gives a figure: the nearest verb's subject that vouches for it, else the speaker of the innermost quote.

Never a relative pronoun ("a report that said 40 had died" gives it, not "that"), and nobody that can't speak.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from extractor.annotations import FigureFound, QuoteFound, Stretch, text_of
from extractor.annotations.trace import note
from extractor.pipes.attribution.givers import Givers, stretch_of
from extractor.pipes.attribution.tags import Tags

NESTED = 12
"""How many spans back a figure's quote is looked for: reports are nested two or three deep."""


class Given(NamedTuple):
    """Who gives a figure, None for what the paper says itself: the index of the quote it stands in, the stretch of who
    gives it, whether that stretch is the quote's speaker as it stands, and the step and the row that found it.
    """

    quote: int | None
    source: Stretch | None
    speaker: bool = False
    step: str = "none"
    row: str | None = None


NOBODY = Given(None, None)


def innermost(figures: Sequence[FigureFound], quotes: Sequence[QuoteFound]) -> list[int | None]:
    """The quote that each figure stands in, the shortest where there are several."""
    spans = sorted((span["start"], span["end"], index) for index, quote in enumerate(quotes) for span in quote["spans"])
    starts = [start for start, _, _ in spans]
    found: list[int | None] = []
    for figure in figures:
        at = bisect_right(starts, figure["start"])
        holding = [span for span in spans[max(0, at - NESTED) : at] if figure["end"] <= span[1]]
        found.append(min(holding, key=lambda span: (span[1] - span[0], span[2]))[2] if holding else None)
    return found


def sources(doc: Doc, figures: Sequence[FigureFound], quotes: Sequence[QuoteFound], givers: Givers) -> list[Given]:
    """Who gives each figure, in the order of the figures."""
    found, tags = [], Tags(doc, quotes, givers)
    for figure, quote in zip(figures, innermost(figures, quotes), strict=True):
        given = _given(doc, figure, quotes, quote, givers)
        if given is NOBODY and quote is None:
            given = _by_tag(doc, figure, quotes, tags, givers)
        if given.source is not None:
            words = text_of(doc)[given.source["start"] : given.source["end"]]
            step, at = f"attribution/sources: {given.step}", (figure["start"], figure["end"])
            note(doc, "attribution", at, step, outcome=f"given by {words!r}", row=given.row)
        found.append(given)
    return found


def _given(doc: Doc, figure: FigureFound, quotes: Sequence[QuoteFound], quote: int | None, givers: Givers) -> Given:
    number = _root(doc, figure)
    if quote is None:
        found = givers.giver(number) if number is not None else None
        return NOBODY if found is None else Given(None, found.source, step="the verb above", row=found.rule)
    cue = quotes[quote]["cue"]
    said = None if cue is None else _token(doc, cue["start"])
    found = givers.giver(number, until=None if said is None else said.i) if number is not None else None
    if found is not None and _nearer(doc, found.verb, said, quotes[quote]) and not _pronoun(doc, found.source):
        return Given(quote, found.source, step="the verb above", row=found.rule)
    speaker = _speaker(quotes, quote)
    if speaker is None:
        return Given(quote, None, step="speaker of the quote")
    return _spoken(doc, quote, speaker, givers)


def _by_tag(doc: Doc, figure: FigureFound, quotes: Sequence[QuoteFound], tags: Tags, givers: Givers) -> Given:
    """By the tag behind the figure, where no quote reaches back to it."""
    text = text_of(doc)
    quote = tags.quote(text, figure)
    if quote is not None:
        speaker = _speaker(quotes, quote)
        return NOBODY if speaker is None else _spoken(doc, quote, speaker, givers)._replace(step="tag of all clauses")
    number = _root(doc, figure)
    found = None if number is None else tags.verb(text, number, figure)
    return NOBODY if found is None else Given(None, found[0], step="tag behind", row=found[1])


def _nearer(doc: Doc, verb: int, said: Token | None, quote: QuoteFound) -> bool:
    """Whether a verb gives the number within what the quote says, or stands between its cue and the number."""
    at = doc[verb].idx
    if any(span["start"] <= at < span["end"] for span in quote["spans"]):
        return True
    return said is not None and said.i != verb and said.is_ancestor(doc[verb])


def _spoken(doc: Doc, quote: int, speaker: Stretch, givers: Givers) -> Given:
    """The speaker; for "who" and "that" what they stand for; nobody where it is nobody who could speak."""
    span = doc.char_span(speaker["start"], speaker["end"], alignment_mode="expand")
    if span is None or not len(span):
        return Given(quote, speaker, speaker=True, step="speaker of the quote")
    head = span.root
    if head.tag_ in ("WDT", "WP"):
        verb = head.head
        named = stretch_of(verb.head, verb) if verb.dep_ == "relcl" else None
        return Given(quote, named, step="what the pronoun stands for")
    if not givers.can_speak(head):
        return NOBODY
    return Given(quote, speaker, speaker=True, step="speaker of the quote")


def _speaker(quotes: Sequence[QuoteFound], quote: int) -> Stretch | None:
    """The speaker's stretch, for a quote that goes on from another the other's."""
    own = quotes[quote]
    speaker = own["speaker"] or (quotes[own["inherits"]]["speaker"] if "inherits" in own else None)
    return None if speaker is None else {"start": speaker["start"], "end": speaker["end"]}


def _root(doc: Doc, figure: FigureFound) -> Token | None:
    span = doc.char_span(figure["start"], figure["end"], alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def _token(doc: Doc, start: int) -> Token | None:
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def _pronoun(doc: Doc, source: Stretch) -> bool:
    token = _token(doc, source["start"])
    return token is not None and token.pos_ == "PRON" and token.idx + len(token) == source["end"]
