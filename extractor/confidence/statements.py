"""The circumstances of figures, quotes, dates and events."""

from collections.abc import Callable, Iterator

from extractor.confidence.setting import Setting, made
from extractor.record import Date, Event, Figure, Quote, Source

CROWDED = 3
FAR = 150
"""Characters between a figure and who gives it, that make another source likely."""
LONG = 250
SHORT_QUOTE, LONG_QUOTE = 4, 40


def of_figure(figure: Figure, setting: Setting) -> Iterator[str]:
    """What is known of a figure of the record."""
    yield from made(figure.rule)
    yield f"kind {figure.kind}"
    yield f"role {figure.role}" if figure.role else "without a role"
    if figure.bound != "=":
        yield f"bound {figure.bound}"
    yield from _counted(figure)
    yield from _placed(figure, setting)
    yield from _given(figure, figure.attributed_to, setting)


def _counted(figure: Figure) -> Iterator[str]:
    yield from (name for name, holds in _COUNTED if holds(figure))


_COUNTED: tuple[tuple[str, Callable[[Figure], object]], ...] = (
    ("with a trend", lambda figure: figure.trend),
    ("a range", lambda figure: figure.value is None),
    ("in letters", lambda figure: not any(map(str.isdigit, figure.text))),
    ("without a noun", lambda figure: figure.noun is None),
    ("with a long noun", lambda figure: figure.noun is not None and len(figure.noun.split()) > 3),
    ("without a unit", lambda figure: figure.unit is None),
    ("hypothetical", lambda figure: figure.hypothetical),
    ("less than two", lambda figure: figure.value is not None and figure.value < 2),
    ("linked to another figure", lambda figure: figure.same_as or figure.part_of or figure.updates),
    ("in conflict", lambda figure: figure.conflicts_with),
    ("an age of nobody named", lambda figure: figure.kind == "age" and figure.person is None),
)


def _placed(figure: Figure, setting: Setting) -> Iterator[str]:
    crowd = setting.crowd(figure.sentence.start)
    if crowd == 1:
        yield "alone in its sentence"
    elif crowd > CROWDED:
        yield "among many figures"
    if figure.sentence.end - figure.sentence.start > LONG:
        yield "in a long sentence"
    if figure.end <= setting.headline:
        yield "in the headline"
    if len(setting.line(figure.start).split()) < 8:
        yield "in a short line"
    after = setting.text[figure.end : figure.end + 1]
    if after and not after.isspace():
        yield f"before {after}" if after in ",.-;:)" else "glued to a letter"


def _given(figure: Figure, source: Source | None, setting: Setting) -> Iterator[str]:
    quoted = setting.quoted(figure.start)
    if source is None:
        yield "without a source in a quote" if quoted else "without a source"
        return
    yield "with a source in a quote" if quoted else "with a source outside of a quote"
    if source.entity is None:
        yield "with a source that is no entity"
    if not figure.sentence.start <= source.start < figure.sentence.end:
        yield "with a source in another sentence"
    elif abs(source.start - figure.start) > FAR:
        yield "with a source far away"


def of_quote(quote: Quote, setting: Setting) -> Iterator[str]:
    """What is known of a quote of the record."""
    yield from made(quote.rule)
    yield f"kind {quote.kind}"
    yield from _content(quote, setting)
    yield from _cued(quote)
    yield from _spoken(quote, setting)


def _content(quote: Quote, setting: Setting) -> Iterator[str]:
    words = sum(len(span.text.split()) for span in quote.spans)
    if words < SHORT_QUOTE:
        yield "short"
    elif words > LONG_QUOTE:
        yield "long"
    if len(quote.spans) > 1:
        yield "in several stretches"
    if quote.spans[0].start < setting.headline:
        yield "in the headline"
    last = quote.spans[-1]
    if last.text[-1:] not in ".!?\"”'’" and setting.text[last.end : last.end + 1] not in (".", ",", "?", "!"):
        yield "ends within a clause"
    if not setting.opens(quote.spans[0].start):
        yield "begins within a sentence"


def _cued(quote: Quote) -> Iterator[str]:
    cue = quote.cue
    if cue is None:
        yield "without a cue"
        return
    yield f"stance {cue.stance}"
    first, last = quote.spans[0], quote.spans[-1]
    if cue.start >= last.end:
        yield "cue behind the content"
    elif cue.end <= first.start:
        yield "cue before the content"
        if first.start - cue.end > 30:
            yield "cue far from the content"
    else:
        yield "cue within the content"


def _spoken(quote: Quote, setting: Setting) -> Iterator[str]:
    speaker = quote.speaker
    if speaker is None:
        yield f"no speaker: {quote.no_speaker}"
        return
    yield f"speaker by {speaker.type}"
    yield f"speaker {speaker.kind or 'of no kind'}"
    if speaker.entity is None:
        yield f"speaker by {speaker.type} and no entity"
    elif speaker.entity in setting.described:
        yield "speaker with a title or role"
    if len(speaker.text.split()) > 6:
        yield "speaker of many words"
    if not quote.sentence.start <= speaker.start < quote.sentence.end:
        yield "speaker in another sentence"
    cue = quote.cue
    if cue is not None and abs(cue.start - speaker.start) > 60:
        yield "speaker far from the cue"
    if setting.quoted(speaker.start):
        yield "speaker in another quote"


def of_date(date: Date, setting: Setting) -> Iterator[str]:
    """What is known of a date of the record."""
    yield f"rule {date.rule}"
    yield f"type {date.type}"
    yield f"anchor {setting.record.anchor.origin}"
    if date.value is None:
        yield "without a value"
    elif date.value.endswith("_REF"):
        yield "a vague time"
    else:
        yield f"value of {_grain(date.value)}"
    if date.mod:
        yield "with a modifier"
    if date.range:
        yield "an end of a range"
    if date.earliest is None and date.type in ("DATE", "TIME"):
        yield "on no calendar"
    yield f"of {min(4, len(date.text.split()))} words" if " " in date.text else "of one word"
    if any(map(str.isdigit, date.text)):
        yield "with a number"
    if setting.quoted(date.start):
        yield "in a quote"
    if date.end <= setting.headline:
        yield "in the headline"


def _grain(value: str) -> str:
    """The shape of a TIMEX3 value: "9999-99-99" for a day, "P9M" for a span of months."""
    shape = "".join("9" if each.isdigit() else each for each in value)
    while "99999" in shape:
        shape = shape.replace("99999", "9999")
    return shape.replace("P99", "P9")


def of_event(event: Event, setting: Setting) -> Iterator[str]:
    """What is known of an event of the record."""
    yield f"kind {event.kind}"
    yield "the main event" if event.main else "beside the main event"
    if event.place is None:
        yield "without a place"
    if event.date is None:
        yield "without a date"
    if len(setting.record.events) > 1:
        yield "one of several"
    roles = [toll.role for toll in event.tolls]
    for role in sorted(set(roles)):
        yield f"toll of {role}"
    if len(set(roles)) < len(roles):
        yield "several tolls of one role"
    if any(toll.by != "stated" for toll in event.tolls):
        yield "a toll put together"
    if any(toll.bound != "=" for toll in event.tolls):
        yield "a toll with a bound"
