"""Leads a record of the text as it was read back to the text as it came: offsets, and the texts cut at them."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from extractor.article import digest
from extractor.normalization import Normalized
from extractor.record import Furniture, Quote, Record, Span

T = TypeVar("T")


def restored(record: Record, read: Normalized, text: str) -> Record:
    """The record with all offsets in `text`, of which `read` was made. Names, nouns, units stay as they were read:
    "million", where the text has "mil-⏎lion"."""
    if not read.alignments and not read.furniture and read.written is None:
        return record
    furniture = [Furniture(start=each.start, end=each.end, kind=each.kind) for each in read.furniture]
    made = replace(_restored(record, read, text), sha256=digest(text), furniture=furniture)
    if read.written is None or record.title is None:
        return made
    at = read.text.find(record.title)
    return made if at < 0 else replace(made, title=read.written[at : at + len(record.title)])


def _restored(value: T, read: Normalized, text: str) -> T:
    """A part of the record, changed where an offset in it is."""
    made: Any = value
    if isinstance(value, list):
        made = [_restored(item, read, text) for item in value]
        return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
    if not is_dataclass(value):
        return value
    changes = {**_parts(value, read, text), **_stretch(made, read, text)}
    if isinstance(value, Quote) and "spans" in changes:
        changes["spans"] = [part for span in changes["spans"] for part in _around(span, read, text)]
        changes["text"] = " ".join(span.text for span in changes["spans"])
    return replace(made, **changes) if changes else value


def _parts(value: Any, read: Normalized, text: str) -> dict[str, Any]:  # noqa: ANN401, any part of the record
    """The fields that hold parts of the record in which an offset changes."""
    changes: dict[str, Any] = {}
    for field in fields(value):
        old = getattr(value, field.name)
        if isinstance(old, list) or is_dataclass(old):
            new = _restored(old, read, text)
            if new is not old:
                changes[field.name] = new
    return changes


def _around(span: Span, read: Normalized, text: str) -> Iterator[Span]:
    """A stretch of a quote without what stands in it of the page's furniture: a running head between two pages."""
    at = span.start
    inside = [one for one in read.furniture if span.start < one.start and one.end < span.end]
    for start, end in [*((one.start, one.end) for one in inside), (span.end, span.end)]:
        part = text[at:start]
        first, last = at + len(part) - len(part.lstrip()), at + len(part.rstrip())
        if first < last:
            yield Span(start=first, end=last, text=text[first:last])
        at = end


def _stretch(value: Any, read: Normalized, text: str) -> dict[str, Any]:  # noqa: ANN401, any part of the record
    """What changes of something that has offsets."""
    start, end = getattr(value, "start", None), getattr(value, "end", None)
    if not isinstance(start, int) or not isinstance(end, int):
        return {}
    first = read.start(start)
    last = max(first, read.end(end))
    changes: dict[str, Any] = {"start": first, "end": last}
    if hasattr(value, "text"):
        changes["text"] = text[first:last]
    return changes
