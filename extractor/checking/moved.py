"""A record led to a text that was edited since: stretches that stand in it still are found again, the others told.

What is long and stands once in the new text is sure; between two of these the others must stand at the distance of
one of them, or once. The method is that of patience diff (Bram Cohen): unique matches in common order come first.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple

from extractor.article import digest
from extractor.checking.finding import Finding
from extractor.checking.inside import first
from extractor.checking.walk import parts, stretched
from extractor.record import LISTS, Quote, Record
from extractor.writing.threshold import without

Stretch = tuple[int, int, str]
NEAR = 4000
"""Characters to either side of its expected place in which a stretch is looked for."""


class Move(NamedTuple):
    """The record in its new place, and what was moved and what was lost."""

    record: Record
    findings: tuple[Finding, ...]


def moved(record: Record, text: str) -> Move:
    """The record of the text as it is now. Items whose words are not found again are left out, and nothing refers to
    them any more."""
    places = _places(_known(record), text)
    shifts = sorted((start, at - start) for (start, _, _), at in places.items())
    lists: dict[str, Any] = {name: [] for name in LISTS}
    lost: list[Finding] = []
    for name, item in ((each, item) for each in LISTS for item in getattr(record, each)):
        left = _left(item, places)
        if left is None:
            lost.append(Finding("lost", item.id, f"{_said(item)} is not found again; left out"))
        else:
            lists[name].append(_led(left, places, shifts, len(text)))
    line = record.dateline if record.dateline is None or _key(record.dateline) in places else None
    made = replace(
        record,
        **lists,
        dateline=None if line is None else _led(line, places, shifts, len(text)),
        furniture=[_led(each, places, shifts, len(text)) for each in record.furniture],
        sha256=digest(text),
        text=None if record.text is None else text,
    )
    return Move(without(made, {each.where for each in lost}), (*_told(places), *lost))


def _known(record: Record) -> list[Stretch]:
    """All stretches with words of a record, in the order of the text."""
    return sorted({_key(part) for _, part in parts(record) if stretched(part) and _words(part)})


def _told(places: Mapping[Stretch, int]) -> Iterator[Finding]:
    changed = sum(at != start for (start, _, _), at in places.items())
    if changed:
        yield Finding("moved", "record", f"{changed} of {len(places)} stretches moved")


def _left(item: Any, places: Mapping[Stretch, int]) -> Any:  # noqa: ANN401, any item of a record
    """What is found again of an item: somebody's mentions one by one, anything else whole; None where nothing is."""
    if not hasattr(item, "mentions"):
        return item if all(each in places for each in _stretches(item)) else None
    mentions = [each for each in item.mentions if _key(each) in places]
    return replace(item, mentions=mentions) if mentions else None


def _words(part: Any) -> bool:  # noqa: ANN401, any part of a record
    return isinstance(getattr(part, "text", None), str)


def _key(part: Any) -> Stretch:  # noqa: ANN401
    return (part.start, part.end, part.text)


def _stretches(item: Any) -> Iterator[Stretch]:  # noqa: ANN401
    """All stretches with words of an item, its own and those of its parts."""
    if isinstance(item, list):
        for each in item:
            yield from _stretches(each)
    elif is_dataclass(item):
        if stretched(item) and _words(item):
            yield _key(item)
        for field in fields(item):
            yield from _stretches(getattr(item, field.name))


def _places(known: list[Stretch], text: str) -> dict[Stretch, int]:
    """Where each stretch stands now; those that are not found, or not surely, are missing."""
    sure = _rising([(each, text.find(each[2])) for each in known if len(each[2]) > 3 and _once(each[2], text)])
    anchors, ends = [start for (start, _, _), _ in sure], [at for _, at in sure]
    sure_ones = list(zip(anchors, ends, strict=True))
    found: dict[Stretch, int] = {}
    for each in known:
        after = bisect_right(anchors, each[0])
        near = {at - anchor for anchor, at in sure_ones[max(0, after - 1) : after + 1]} or {0}
        options = {each[0] + shift for shift in near if text.startswith(each[2], max(0, each[0] + shift))}
        low = ends[after - 1] if after else 0
        high = ends[after] + len(each[2]) if after < len(ends) else len(text)
        options = options or _alone(each[2], text, low, min(high, low + NEAR))
        if options:
            found[each] = min(options, key=lambda at: abs(at - each[0]))
    return found


def _alone(words: str, text: str, low: int, high: int) -> set[int]:
    """Where the words stand between two places, if once."""
    at = text.find(words, low, high) if words else -1
    return {at} if at >= 0 and text.find(words, at + 1, high) < 0 else set()


def _once(words: str, text: str) -> bool:
    at = text.find(words)
    return at >= 0 and text.find(words, at + 1) < 0


def _rising(pairs: list[tuple[Stretch, int]]) -> list[tuple[Stretch, int]]:
    """The longest part of the pairs whose places rise, by patience sorting."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, at) in enumerate(pairs):
        pile = bisect_left(ends, at)
        before.append(tails[pile - 1] if pile else -1)
        if pile == len(tails):
            tails.append(number)
            ends.append(at)
        else:
            tails[pile], ends[pile] = number, at
    kept, number = [], tails[-1] if tails else -1
    while number >= 0:
        kept.append(pairs[number])
        number = before[number]
    return kept[::-1]


def _led(value: Any, places: Mapping[Stretch, int], shifts: list[tuple[int, int]], length: int) -> Any:  # noqa: ANN401
    """A part of the record in its new place; a stretch without words goes with what stands in it."""
    if isinstance(value, list):
        return [_led(each, places, shifts, length) for each in value]
    if not is_dataclass(value):
        return value
    part: Any = value
    changes = {field.name: _led(getattr(part, field.name), places, shifts, length) for field in fields(part)}
    if stretched(part) and _words(part):
        changes["start"] = places[_key(part)]
        changes["end"] = changes["start"] + len(part.text)
    elif stretched(part):
        changes["start"], changes["end"] = _shifted(part.start, part.end, shifts, length)
    if isinstance(part, Quote):
        changes["text"] = " ".join(span.text for span in changes["spans"])
    return replace(part, **changes)


def _shifted(start: int, end: int, shifts: list[tuple[int, int]], length: int) -> tuple[int, int]:
    """Where a sentence begins and ends: it goes with the first stretch behind its start, the last before its end."""
    after, before = bisect_left(shifts, (start, -length)), bisect_right(shifts, (end, length)) - 1
    first = start + (shifts[min(after, len(shifts) - 1)][1] if shifts else 0)
    last = end + (shifts[before][1] if before >= 0 else 0)
    first = min(max(0, first), length)
    return first, min(max(first, last), length)


def _said(item: Any) -> str:  # noqa: ANN401
    words = str(getattr(item, "text", None) or getattr(item, "name", "") or "it")
    at = first(item)
    return f'"{words[:40]}"' + ("" if at is None else f" at {at}")
