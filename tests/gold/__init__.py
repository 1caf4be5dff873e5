"""Sixty articles of our own writing with everything in them annotated, and how a record is scored against them.

An article is a TOML file: its `text`, what the caller knows, and the lists of the record by their words. A word, or a
stretch of words, stands for its first place in the text; `#2` behind it for the second (`"Lee#2"`). `compiled` makes
offsets of them and refuses what the text does not have.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
COUNTED = re.compile(r"(.*)#(\d+)\Z", re.DOTALL)
LISTS = ("people", "organizations", "places", "figures", "quotes", "dates")

Spans = list[tuple[int, int]]


@dataclass(frozen=True)
class Item:
    """One item of the gold: its stretches, and the fields that are compared."""

    spans: Spans
    fields: dict[str, Any]


@dataclass(frozen=True)
class Gold:
    """An article with its items by list."""

    name: str
    text: str
    published: date | None
    title: str | None
    items: dict[str, list[Item]]


def articles() -> list[Gold]:
    """All articles, in order of their names."""
    return [compiled(path) for path in sorted(FOLDER.glob("*.toml"))]


def compiled(path: Path) -> Gold:
    """The article of a file; raises ValueError, naming the file and the words, where the text does not have them."""
    known = tomllib.loads(path.read_text(encoding="utf-8"))
    text = known["text"]
    unknown = known.keys() - {*LISTS, "text", "published", "title"}
    if unknown:
        raise ValueError(f"{path.name}: no list {', '.join(sorted(unknown))}")
    items = {name: [_item(path.name, text, name, each) for each in known.get(name, [])] for name in LISTS}
    return Gold(path.stem, text, known.get("published"), known.get("title"), items)


def _item(name: str, text: str, kind: str, known: dict[str, Any]) -> Item:
    fields = dict(known)
    at = fields.pop("at", None) or fields["name"]
    stretches = [at] if isinstance(at, str) else at
    spans = [place(name, text, words) for words in stretches]
    if kind == "places":
        del fields["name"]  # a resolved place has the gazetteer's spelling
    for field in ("roles", "titles"):
        if field in fields:
            fields[field] = [" ".join(each.split()) for each in fields[field]]
    for field in ("speaker", "by"):  # a mention elsewhere in the text
        if isinstance(fields.get(field), str):
            fields[field] = place(name, text, fields[field])
    return Item(spans, fields)


def place(name: str, text: str, words: str) -> tuple[int, int]:
    """Where the words stand, as whole words; `words#2` is their second place."""
    counted = COUNTED.match(words)
    wanted, number = (counted.group(1), int(counted.group(2))) if counted else (words, 1)
    pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)" if wanted[-1].isalnum() else re.escape(wanted))
    found = [match.span() for match in pattern.finditer(text)]
    if len(found) < number:
        raise ValueError(f"{name}: {wanted!r} stands {len(found)} times in the text, not {number}")
    return found[number - 1]


@dataclass
class Tally:
    """Hits of so many, by measure."""

    cells: dict[str, list[int]]

    def add(self, measure: str, hit: bool) -> None:
        """Count one."""
        cell = self.cells.setdefault(measure, [0, 0])
        cell[0] += hit
        cell[1] += 1

    def percent(self) -> dict[str, float]:
        """The share of each measure, in percent."""
        return {name: round(100 * hits / all_, 1) for name, (hits, all_) in sorted(self.cells.items())}


def score(gold: Gold, record: dict[str, Any], tally: Tally) -> Iterator[str]:
    """Counts what the record (as JSON) has right; yields a line for each miss, surplus and wrong field."""
    for kind in LISTS:
        pairs = _paired(gold.items[kind], record[kind], kind)
        for index, item in enumerate(gold.items[kind]):
            found = pairs.get(index)
            tally.add(f"{kind} recall", found is not None)
            if found is None:
                yield f"{gold.name} {kind}: - {_words(gold.text, item.spans)}"
                continue
            for field, wanted in item.fields.items():
                right = _agrees(kind, field, wanted, record[kind][found], record)
                tally.add(f"{kind} {field}", right)
                if not right:
                    got = record[kind][found].get({"by": "attributed_to", "who": "speaker"}.get(field, field))
                    yield f"{gold.name} {kind}: x {_words(gold.text, item.spans)}: {field} {wanted!r}, got {got!r}"
        for number, other in enumerate(record[kind]):
            tally.add(f"{kind} precision", number in pairs.values())
            if number not in pairs.values():
                yield f"{gold.name} {kind}: + {_words(gold.text, _stretches(other, kind))}"


def _paired(items: list[Item], found: list[dict[str, Any]], kind: str) -> dict[int, int]:
    """{gold: found}, one to one, those that share most first."""
    weights = sorted(
        (
            (-_shared(item.spans, _stretches(other, kind)), i, j)
            for i, item in enumerate(items)
            for j, other in enumerate(found)
        )
    )
    pairs: dict[int, int] = {}
    for weight, i, j in weights:
        if weight < -0.3 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _stretches(item: dict[str, Any], kind: str) -> Spans:
    if kind in ("people", "organizations", "places"):
        named = [m for m in item["mentions"] if m["type"] == "name"] or item["mentions"]
        return [(m["start"], m["end"]) for m in named]
    return [(s["start"], s["end"]) for s in item.get("spans") or [item]]


def _shared(one: Spans, other: Spans) -> float:
    """The share of characters that two lists of stretches have in common (Jaccard)."""
    mine, theirs = ({at for start, end in spans for at in range(start, end)} for spans in (one, other))
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0


def _agrees(kind: str, field: str, wanted: Any, item: dict[str, Any], record: dict[str, Any]) -> bool:
    """Whether a field is right: mentions and sources by place, names by their words, all else by value."""
    return FIELDS.get(field, _is_same)(field, wanted, item, record)


def _is_same(field: str, wanted: Any, item: dict[str, Any], record: dict[str, Any]) -> bool:
    return bool(item.get(field) == (None if wanted == "" else wanted))


def _is_given(field: str, wanted: Any, item: dict[str, Any], record: dict[str, Any]) -> bool:
    return _touches(wanted, item["attributed_to" if field == "by" else field])


def _is_speaker(field: str, wanted: Any, item: dict[str, Any], record: dict[str, Any]) -> bool:
    return bool((item["speaker"] or {}).get("name") == wanted)


def _is_person(field: str, wanted: Any, item: dict[str, Any], record: dict[str, Any]) -> bool:
    return wanted in {each["name"] for each in record["people"] if each["id"] == item["person"]}


def _has_words(field: str, wanted: Any, item: dict[str, Any], record: dict[str, Any]) -> bool:
    have = [name.lower() for name in item[field]]
    return all(any(want.lower() in one or one in want.lower() for one in have) for want in wanted)


def _are_linked(field: str, wanted: Any, item: dict[str, Any], record: dict[str, Any]) -> bool:
    texts = {each["id"]: each["text"] for each in record["figures"]}
    return sorted(texts[one] for one in item[field]) == sorted(wanted)


def _is_part(field: str, wanted: Any, item: dict[str, Any], record: dict[str, Any]) -> bool:
    return wanted in {each["text"] for each in record["figures"] if each["id"] == item["part_of"]}


def _is_noun(field: str, wanted: Any, item: dict[str, Any], record: dict[str, Any]) -> bool:
    return _head(wanted) in (item["noun"] or "").lower() or _head(wanted) in (item["unit"] or "")


FIELDS: dict[str, Callable[[str, Any, dict[str, Any], dict[str, Any]], bool]] = {
    "by": _is_given,
    "speaker": _is_given,
    "who": _is_speaker,
    "person": _is_person,
    "roles": _has_words,
    "titles": _has_words,
    "same_as": _are_linked,
    "conflicts_with": _are_linked,
    "part_of": _is_part,
    "noun": _is_noun,
}
"""How each field is compared; all others by value."""


def _head(noun: str) -> str:
    return noun.lower().split()[-1][:5]


def _touches(wanted: object, mention: dict[str, Any] | None) -> bool:
    if not isinstance(wanted, tuple):
        return mention is None
    return mention is not None and mention["start"] < wanted[1] and wanted[0] < mention["end"]


def _words(text: str, spans: Spans) -> str:
    return " | ".join(" ".join(text[start:end].split()) for start, end in spans)[:90]
