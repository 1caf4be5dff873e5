"""Which items of a record are right, and which of the choices inside them, by a gold annotation of the article.

The gold is a record without texts: lists of items by their offsets, with the fields that were annotated; what is
`optional` is not judged, and `FIELD_accept` lists further values that are right. An article of `tests/gold` is brought
to that shape by `plain`.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from extractor.record import Record

LISTED = ("people", "organizations", "places", "figures", "quotes", "dates", "events")
Item = Mapping[str, Any]
WORD = re.compile(r"\w+(?:['’]\w+)*")
ALIKE = 0.5
"""Of their words, that a quote and its gold must share."""
NEAR = 161.0
"""Kilometres (100 miles) that a place may lie from the one that is meant, as is usual in geoparsing."""
CLOSE = 25.0
"""Kilometres that an event's place may lie from where it happened."""


class Judged(NamedTuple):
    """What is right of an item: the choices that gold tells of, and all of it."""

    item: Item
    choices: dict[str, bool]


def judged(name: str, found: Sequence[Item], gold: Sequence[Item], text: str) -> Iterator[Judged]:
    """The items of a list with what is right of them, but for those that gold calls optional."""
    pairs = {found_at: gold_at for gold_at, found_at in _pairs(name, found, gold, text)}
    for at, item in enumerate(found):
        if at not in pairs:
            yield Judged(item, {"item": False})
            continue
        wanted = gold[pairs[at]]
        if wanted.get("optional") or wanted.get("speaker_optional"):
            continue
        choices = dict(_CHOICES[name](wanted, item))
        yield Judged(item, {"item": all(choices.values()), **choices})


def with_event(gold: dict[str, Any]) -> dict[str, Any]:
    """The gold of an article; where it tells of one incident ("day", "lat", "killed"), that is its list of events."""
    return gold | {"events": [gold]} if "event" in gold else gold


def main_ones(events: Sequence[dict[str, Any]], record: Record) -> list[dict[str, Any]]:
    """The main event of a record, with its point on the map beside the names of its fields."""
    points = {place.id: (place.lat, place.lon) for place in record.places}
    found = [event for event in events if event["main"]]
    for event in found:
        event["lat"], event["lon"] = points.get(event["place"], (None, None))
    return found


def _pairs(name: str, found: Sequence[Item], gold: Sequence[Item], text: str) -> Iterator[tuple[int, int]]:
    """Gold and found, one to one, those that share most first."""
    if name == "events":
        yield from ((at, at) for at in range(min(len(found), len(gold))))
        return
    mine = [[_letters(each, name, text) for each in _accepted(item, "spans")] for item in gold]
    theirs = [_letters(_stretches(item), name, text) for item in found]
    least = ALIKE if name == "quotes" else 1e-9
    weights = []
    for at, other in enumerate(theirs):
        for index, options in enumerate(mine):
            best = max((len(each & other) / len(each | other) for each in options if each & other), default=0.0)
            if best >= least:
                weights.append((-best, index, at))
    taken: set[int] = set()
    given: set[int] = set()
    for _, index, at in sorted(weights):
        if index not in taken and at not in given:
            taken.add(index)
            given.add(at)
            yield index, at


def _accepted(item: Item, field: str) -> list[Any]:
    if field == "spans" and "spans" not in item:
        return [_stretches(item)]
    return [item.get(field), *item.get(f"{field}_accept", item.get("accept", []) if field == "value" else [])]


def _stretches(item: Item) -> list[Item]:
    if "mentions" in item:
        named = [each for each in item["mentions"] if each.get("type", "name") == "name"]
        return named or list(item["mentions"])
    return list(item.get("spans") or [item])


def _letters(spans: Sequence[Item], name: str, text: str) -> frozenset[int]:
    """The words of a quote, the letters of anything else, by where they stand."""
    if name == "quotes":
        return frozenset(
            span["start"] + match.start()
            for span in spans
            for match in WORD.finditer(text[span["start"] : span["end"]])
        )
    return frozenset(at for span in spans for at in range(span["start"], span["end"]))


def _person(gold: Item, found: Item) -> Iterator[tuple[str, bool]]:
    wanted = [set(_plain(name)) for name in _accepted(gold, "name") if name]
    have = set(_plain(found["name"]))
    yield "name", not wanted or any(have <= each or each <= have for each in wanted)


def _organization(gold: Item, found: Item) -> Iterator[tuple[str, bool]]:
    if gold.get("kind") is not None:
        yield "kind", found["kind"] is None or found["kind"] in _accepted(gold, "kind")


def _place(gold: Item, found: Item) -> Iterator[tuple[str, bool]]:
    if gold.get("lat") is not None:
        same = gold.get("kind") == "country" and gold.get("country") == found["country"]
        yield "place", same or (found["lat"] is not None and _apart(gold, found) <= NEAR)
    elif gold.get("country") is not None:
        yield "place", found["country"] in _accepted(gold, "country")


def _apart(one: Item, other: Item) -> float:
    """Kilometres between two places, near enough for this."""
    across = (one["lon"] - other["lon"] + 180) % 360 - 180
    return math.hypot(one["lat"] - other["lat"], across * math.cos(math.radians(other["lat"]))) * 111.2


def _figure(gold: Item, found: Item) -> Iterator[tuple[str, bool]]:
    ends = ("low", "high") if gold.get("value") is None else ("value",)
    told = {end: found[end] for end in ends if gold.get(end) is not None}
    if told:
        yield "value", all(any(_equal(value, each) for each in _accepted(gold, end)) for end, value in told.items())
    if "noun" in gold or "unit" in gold:
        wanted = [word for field in ("unit", "noun") for each in _accepted(gold, field) for word in _plain(each)]
        have = [word for field in ("unit", "unit_text", "noun") for word in _plain(found[field])]
        yield "noun", not wanted or any(_same(one, other) for one in wanted for other in have)
    if "role" in gold:
        yield "role", found["role"] in _accepted(gold, "role")
    if "attributed_to" in gold:
        got = found["attributed_to"]
        yield "source", any(_touch(each, got) for each in _accepted(gold, "attributed_to"))
    for field in ("bound", "trend", "hypothetical"):
        if field in gold:
            yield field, found[field] in _accepted(gold, field)


def _quote(gold: Item, found: Item) -> Iterator[tuple[str, bool]]:
    right = _touch(gold["speaker"], found["speaker"])
    name = (gold["speaker"] or {}).get("name")
    if right and name and found["speaker"]["name"]:
        have, wanted = (
            set(_plain(found["speaker"]["name"])),
            [set(_plain(each)) for each in _accepted(gold["speaker"], "name")],
        )
        right = any(have <= each or each <= have for each in wanted)
    yield "speaker", right


def _date(gold: Item, found: Item) -> Iterator[tuple[str, bool]]:
    if "value" in gold:
        yield "value", found["value"] in _accepted(gold, "value")


def _event(gold: Item, found: Item) -> Iterator[tuple[str, bool]]:
    if gold.get("lat") is not None:
        yield "place", found["lat"] is not None and _apart(gold, found) <= CLOSE
    if gold.get("day"):
        days = [found[end] and date.fromisoformat(found[end]) for end in ("earliest", "latest")]
        yield "day", all(day and abs((day - date.fromisoformat(gold["day"])).days) <= 1 for day in days)
    for role in ("killed", "wounded"):
        if role in gold:
            yield role, any(toll["role"] == role and toll["value"] in gold[role] for toll in found["tolls"])


_CHOICES = {
    "people": _person,
    "organizations": _organization,
    "places": _place,
    "figures": _figure,
    "quotes": _quote,
    "dates": _date,
    "events": _event,
}


def _plain(words: str | None) -> list[str]:
    """The words without their plural's and their genitive's ends, so that "militants" are "militant"."""
    return [word.lower() for word in WORD.findall(words or "")]


def _same(one: str, other: str) -> bool:
    length = max(3, min(5, len(one), len(other)))
    return one == other or one[:length] == other[:length] or {one, other} <= {"person", "people"}


def _equal(one: float | None, other: float | None) -> bool:
    return one == other or (one is not None and other is not None and math.isclose(one, other, rel_tol=1e-9))


def _touch(one: Item | None, other: Item | None) -> bool:
    if one is None or other is None:
        return one is other
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def plain(items: Mapping[str, Sequence[Any]]) -> dict[str, list[dict[str, Any]]]:
    """The gold of an article of `tests/gold` in the record's shape, with the fields that it annotates."""
    return {name: [_shaped(name, item.spans, dict(item.fields)) for item in listed] for name, listed in items.items()}


def _shaped(name: str, spans: Sequence[tuple[int, int]], fields: dict[str, Any]) -> dict[str, Any]:
    fields = {field: None if value == "" else value for field, value in fields.items()}
    stretches = [{"start": start, "end": end} for start, end in spans]
    if name in ("people", "organizations", "places"):
        return fields | {"mentions": stretches}
    if name == "figures":
        fields.setdefault("role", None)
    if "by" in fields:
        fields["attributed_to"] = _mention(fields.pop("by"))
    if name == "quotes":
        said = _mention(fields.get("speaker"))
        return {"spans": stretches, "speaker": said and said | {"name": fields.get("who")}}
    return fields | stretches[0]


def _mention(at: object) -> dict[str, Any] | None:
    return {"start": at[0], "end": at[1]} if isinstance(at, tuple) else None
