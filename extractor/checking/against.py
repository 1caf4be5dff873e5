"""A record against its text: the digest, and every stretch that the record says the text has."""

from collections.abc import Iterator

from extractor.article import digest
from extractor.checking.finding import Finding
from extractor.checking.walk import parts, stretched
from extractor.record import Quote, Record

SHOWN = 40
"""Characters of a text that a finding shows."""


def against(record: Record, text: str) -> Iterator[Finding]:
    """What the record says of the text and the text does not have."""
    if record.sha256 is not None and record.sha256 != digest(text):
        yield Finding("digest", "sha256", "the text is another than the one that the record was made of")
    if record.text is not None and record.text != text:
        yield Finding("text", "text", "the record's own copy of the text is another")
    for path, part in parts(record):
        if stretched(part):
            yield from _stretch(path, part.start, part.end, getattr(part, "text", None), text)
        if isinstance(part, Quote) and part.text != " ".join(span.text for span in part.spans):
            yield Finding("quote", f"{path}.text", "is not that of its spans")


def _stretch(path: str, start: int, end: int, said: str | None, text: str) -> Iterator[Finding]:
    """What is wrong with one stretch."""
    if not 0 <= start <= end <= len(text):
        yield Finding("offset", path, f"{start}-{end} lies outside of the text, which has {len(text)} characters")
    elif said is not None and text[start:end] != said:
        yield Finding("offset", path, f'{start}-{end} is "{_short(text[start:end])}", not "{_short(said)}"')


def _short(words: str) -> str:
    one = words.replace("\n", " ")
    return one if len(one) <= SHOWN else f"{one[:SHOWN]}..."
