"""Leads a record of the text as it was read back to the text as it came: offsets, and the texts cut at them."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, NamedTuple, TypeVar, get_args

from extractor.article import digest
from extractor.normalization import Normalized
from extractor.record import Furniture, Quote, Record, Span
from extractor.record.changed import changed

T = TypeVar("T")


class _Shape(NamedTuple):
    """What of a class has to do with offsets: the fields that hold parts which have some, and what it has itself."""

    parts: tuple[str, ...]
    stretch: bool
    text: bool


def restored(record: Record, read: Normalized, text: str) -> Record:
    """The record with all offsets in `text`, of which `read` was made. Names, nouns, units stay as they were read:
    "million", where the text has "mil-⏎lion"."""
    if not read.alignments and not read.furniture and read.written is None:
        return record
    furniture = [Furniture(start=each.start, end=each.end, kind=each.kind) for each in read.furniture]
    made = changed(_restored(record, read, text), sha256=digest(text), furniture=furniture)
    if read.written is None or record.title is None:
        return made
    at = read.text.find(record.title)
    return made if at < 0 else changed(made, title=read.written[at : at + len(record.title)])


def _restored(value: T, read: Normalized, text: str) -> T:
    """A part of the record, changed where an offset in it is."""
    part: Any = value
    kind: Any = type(value)
    shape = _shape(kind)
    changes = _parts(part, shape.parts, read, text)
    if shape.stretch:
        first = read.start(part.start)
        last = max(first, read.end(part.end))
        changes["start"], changes["end"] = first, last
        if shape.text:
            changes["text"] = text[first:last]
    if isinstance(value, Quote) and "spans" in changes:
        changes["spans"] = [part for span in changes["spans"] for part in _around(span, read, text)]
        changes["text"] = " ".join(span.text for span in changes["spans"])
    return changed(part, **changes) if changes else value


def _parts(value: Any, names: tuple[str, ...], read: Normalized, text: str) -> dict[str, Any]:  # noqa: ANN401, any part
    """The fields that hold parts of the record in which an offset changes."""
    changes: dict[str, Any] = {}
    for name in names:
        old = getattr(value, name)
        if isinstance(old, list):
            new: Any = [_restored(item, read, text) for item in old]
            if any(one is not other for one, other in zip(new, old, strict=True)):
                changes[name] = new
        elif old is not None:
            changes[name] = _restored(old, read, text)
    return changes


@cache
def _shape(kind: type) -> _Shape:
    """The shape of a class of the record."""
    known = {field.name: field.type for field in fields(kind)}
    parts = tuple(name for name, given in known.items() if any(map(_has_offsets, _classes(given))))
    return _Shape(parts, stretch={"start", "end"} <= known.keys(), text="text" in known)


def _has_offsets(kind: type) -> bool:
    """Whether objects of a class have offsets, in themselves or in one of their parts."""
    shape = _shape(kind)
    return shape.stretch or bool(shape.parts)


def _classes(given: object) -> Iterator[type]:
    """The classes of the record that a field's type names: of `list[Mention]`, of `Dateline | None`."""
    if isinstance(given, type) and is_dataclass(given):
        yield given
    for inside in get_args(given):
        yield from _classes(inside)


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
