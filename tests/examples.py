"""Examples as inline markup: what the linguist reads in a table is what the tests run.

Quotes: `[The ministry] {warned} <that supplies were low>.` with speaker, cue and content. All else: a stretch and the
fields that are expected of it, `[At least 20](value=20, bound=>=) militants died.` A line may begin with what the
caller knows, `{published=2007-07-10}` or `{title=Two dead in Lima fire}`. Without markup the component must find
nothing at all, and at a stretch with `kind=none` nothing either.
"""

import copy
import csv
import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from extractor import Article, locate
from extractor import annotations as slots
from extractor.pipeline import Extractor
from extractor.record import Event, Figure, Record

KNOWN = re.compile(r"\A\{(?:published=(\d{4}-\d\d-\d\d)|title=([^{}]+))\} ?")
FIELDS = re.compile(r"\[([^\[\]]+)\]\(([^()]*=[^()]*)\)")
COMPONENTS = frozenset({*(name.removeprefix("news_") for name in locate.settings().order), "speakers"})
"""What `check` knows: a component, or the quotes with their speakers' fields."""
QUOTE = re.compile(r"\[([^\[\]]+)\]|\{([^{}]+)\}|<([^<>]+)>")
SLOTTED = frozenset({"structure", "names", "numbers", "reference"})
"""Components whose own slot says more than the record."""
MISSING = object()
NONE = {"kind": "none"}
"""The fields of a stretch at which nothing is to be found: `[Brexit](kind=none)`."""
PARTS = ("speaker", "cue", "content")


@dataclass(frozen=True)
class Expected:
    """A stretch of the text and what is expected of the item there."""

    start: int
    end: int
    fields: dict[str, str]


@dataclass(frozen=True)
class Example:
    """An example without its markup."""

    text: str
    published: date | None
    title: str | None
    expected: tuple[Expected, ...]


def rows(component: str) -> list[tuple[str, str]]:
    """(rule, example) of every row of every table of a component."""
    return [row for table in tables(component) for row in rows_of(component, table)]


@functools.cache
def rows_of(component: str, table: str) -> tuple[tuple[str, str], ...]:
    """(rule, example) of every row of a table."""
    with (locate.language("en") / component / table).open(encoding="utf-8", newline="") as lines:
        return tuple((f"{table}:{next(iter(row.values()))}", row["example"]) for row in csv.DictReader(lines))


def tables(component: str) -> list[str]:
    """The names of a component's tables."""
    return sorted(path.name for path in (locate.language("en") / component).glob("*.csv"))


def parse(marked: str, component: str) -> Example:
    """The example's text with the markup taken out, and what it expects."""
    known = KNOWN.match(marked)
    published = date.fromisoformat(known[1]) if known and known[1] else None
    title = known[2] if known else None
    marked = marked[known.end() :] if known else marked
    pattern = QUOTE if component == "quotes" else FIELDS
    text, at, expected = "", 0, []
    for match in pattern.finditer(marked):
        text += marked[at : match.start()]
        if component == "quotes":
            number = next(i for i in (1, 2, 3) if match.group(i) is not None)
            stretch, fields = match.group(number), {"part": PARTS[number - 1]}
        else:
            stretch = match.group(1)
            fields = dict(pair.strip().split("=", 1) for pair in match.group(2).split(", "))
        expected.append(Expected(len(text), len(text) + len(stretch), fields))
        text, at = text + stretch, match.end()
    return Example(text + marked[at:], published, title, tuple(expected))


def check(loaded: Extractor, component: str, marked: str) -> None:
    """Assert that the component finds in an example what its markup says."""
    wrong = list(faults(loaded, component, marked))
    assert not wrong, "\n".join(wrong)


def check_rows(loaded: Extractor, component: str, rows: Iterable[tuple[str, str]]) -> None:
    """Assert it of many examples, each with a name; says which are wrong, and how."""
    wrong = [f"{name}: {fault}" for name, marked in rows for fault in _once(loaded, component, marked)]
    assert not wrong, "\n".join(wrong)


@functools.cache
def _once(loaded: Extractor, component: str, marked: str) -> tuple[str, ...]:
    """The faults of an example, looked for once: half of the rows of quotes show what another row shows too."""
    return tuple(faults(loaded, component, marked))


def faults(loaded: Extractor, component: str, marked: str) -> Iterator[str]:
    """What the component finds in an example otherwise than its markup says."""
    example = parse(marked, component)
    article = Article(text=example.text, published=example.published, title=example.title)
    if component == "quotes":
        yield from _faults_of_quotes(printed(loaded.record(article)), example)
        return
    if component in SLOTTED:
        found = slotted(up_to(loaded, component).doc(article), component)
    else:
        found = items(printed(loaded.record(article)), component)
    if component == "structure":
        read = loaded.normalized(example.text)
        found = [(read.start(start), read.end(end), fields) for start, end, fields in found]
        found += [(one.start, one.end, {"kind": one.kind}) for one in read.furniture]
    if found and not example.expected:
        yield f"nothing is expected in {example.text!r}; found {found}"
    for one in example.expected:
        yield from _faults_at(one, found, example.text)


def _faults_at(one: Expected, found: list[tuple[int, int, dict[str, Any]]], text: str) -> Iterator[str]:
    """What is wrong at one stretch."""
    stretch = text[one.start : one.end]
    here = [fields for start, end, fields in found if (start, end) == (one.start, one.end)]
    over = [fields for start, end, fields in found if start < one.end and one.start < end]
    if one.fields == NONE:
        if over:
            yield f"nothing is expected at {stretch!r}; found {over}"
    elif not here:
        yield f"nothing at {stretch!r} of {text!r}; found {[(text[s:e], f) for s, e, f in found]}"
    elif not any(_agrees(one.fields, fields) for fields in here):
        yield f"{stretch!r} of {text!r}: {one.fields} expected, found {here}"


def up_to(loaded: Extractor, component: str) -> Extractor:
    """The extractor without the components behind the one."""
    names = [name for name, _ in loaded.rules]
    made = copy.copy(loaded)
    made.rules = loaded.rules[: names.index(f"news_{component}") + 1]
    return made


def slotted(doc: Any, component: str) -> list[tuple[int, int, dict[str, Any]]]:
    """(start, end, fields) of what a component found that the record says less of: of its slot."""
    if component == "structure":
        frame = slots.FRAME.of(doc)
        dateline = [dict(frame["dateline"], kind="place")] if frame["dateline"] else []
        return [(one["start"], one["end"], {**frame, **one}) for one in [*frame["regions"], *dateline]]
    if component == "names":
        return [(name["start"], name["end"], dict(name)) for name in slots.NAMES.of(doc)]
    if component == "numbers":
        return [(number["start"], number["end"], dict(number)) for number in slots.NUMBERS.of(doc)]
    people = slots.PEOPLE.of(doc)
    mentions = slots.REFERENCES.of(doc)["mentions"]
    return [(m["start"], m["end"], {**m, "person": people[m["person"]]["name"]}) for m in mentions]


def items(record: Record, component: str) -> list[tuple[int, int, dict[str, Any]]]:
    """(start, end, fields) of what a component found, as the record has it."""
    if component == "speakers":
        return [(span.start, span.end, _fields(quote)) for quote in record.quotes for span in quote.spans]
    if component == "attribution":
        return [(f.start, f.end, _attribution(f, record)) for f in record.figures]
    if component == "events":
        told = {ident: event for event in record.events for ident in event.figures}
        return [(f.start, f.end, _event(told[f.id], record)) for f in record.figures if f.id in told]
    return [
        (mention.start, mention.end, {**_fields(item), "type": getattr(mention, "type", None)})
        for item in getattr(record, component)
        for mention in getattr(item, "mentions", [item])
    ]


def printed(record: Record) -> Record:
    """The record as its JSON is read back: an example cannot pass where the command would fail."""
    return msgspec.json.decode(msgspec.json.encode(record), type=Record)


def _fields(item: Any) -> dict[str, Any]:
    return {name: getattr(item, name) for name in item.__slots__}


def _attribution(figure: Figure, record: Record) -> dict[str, Any]:
    """The figure's links, with the text of its source, and the names of its place and date."""
    source = figure.attributed_to.text if figure.attributed_to else None
    return {**_fields(figure), **_where_and_when(figure, record), "source": source}


def _event(event: Event, record: Record) -> dict[str, Any]:
    """The event that a figure is of, with its tolls by role: the first is the toll, `disputed` are the others."""
    tolls = {toll.role: toll.value for toll in reversed(event.tolls)}
    by = {f"{toll.role}_by": toll.source.text if toll.source else None for toll in reversed(event.tolls)}
    how = {f"{toll.role}_how": toll.by for toll in reversed(event.tolls)}
    disputed = [str(toll.value) for toll in event.tolls if toll.value != tolls[toll.role]]
    return {**_fields(event), **_where_and_when(event, record), **tolls, **by, **how, "disputed": disputed}


def _where_and_when(item: Figure | Event, record: Record) -> dict[str, Any]:
    return {
        "place": next((place.name for place in record.places if place.id == item.place), None),
        "date": next((date.text for date in record.dates if date.id == item.date), None),
    }


def _agrees(expected: dict[str, str], fields: dict[str, Any]) -> bool:
    return all(_has(name.split("."), value, fields) for name, value in expected.items())


def _has(path: list[str], value: str, fields: Any) -> bool:
    """Whether the field at the end of a path (`speaker.name`) is what the markup says."""
    for name in path:
        fields = fields.get(name, MISSING) if isinstance(fields, dict) else getattr(fields, name, MISSING)
    return fields is not MISSING and _equal(value, fields)


def _equal(expected: str, value: Any) -> bool:
    """Whether a field is what the markup says: numbers as numbers, lists by membership, "null" for None."""
    if value is None:
        return expected == "null"
    if isinstance(value, list):
        return expected in value or (expected == "null" and not value)
    if isinstance(value, bool):
        return expected == str(value).lower()
    if isinstance(value, int | float):
        return expected != "null" and float(expected) == value
    return expected == value


def _faults_of_quotes(record: Record, example: Example) -> Iterator[str]:
    """Where the quotes' parts are not the marked ones, all of them and no others."""
    expected = {(one.fields["part"], one.start, one.end) for one in example.expected}
    found = set()
    for quote in record.quotes:
        found |= {("content", span.start, span.end) for span in quote.spans}
        parts = (("speaker", quote.speaker), ("cue", quote.cue))
        found |= {(part, one.start, one.end) for part, one in parts if one is not None}

    def show(parts: set[tuple[str, int, int]]) -> str:
        shown = [f"{part} {example.text[start:end]!r}" for part, start, end in sorted(parts, key=lambda p: p[1])]
        return ", ".join(shown) or "nothing"

    if found != expected:
        yield f"{show(expected - found)} expected, found {show(found - expected)} in {example.text!r}"


def tables_of(path: Path) -> list[Path]:
    """Every table below a folder."""
    return sorted(path.rglob("*.csv"))
