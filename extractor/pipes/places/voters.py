"""Places that are not mentioned but speak for others: where the paper is at home, and what organizations are named for.

A town in an article of the "Indiana State Police", of the "University of Kentucky" or printed in the "Wichita Eagle" is
near at hand.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from extractor.annotations import FRAME, NAMES
from extractor.pipes.places.gazetteer import Entry, normalise
from extractor.pipes.places.words import Words
from extractor.syntax.words import runs

if TYPE_CHECKING:
    from extractor.pipes.places.rows import Publisher

LONGEST = 3
"""Words of a place in the name of a paper."""
LARGE = 30_000
"""Inhabitants of the smallest town that is read out of a paper's name."""
COUNTY = re.compile(r"[^\W\d_a-z][\w'’.-]{0,40}+(?: [^\W\d_a-z][\w'’.-]{0,40}+)? (?:County|Parish)\b")


def voters(doc: Doc, text: str, words: Words) -> list[Entry]:
    """The places that the names of the article's organizations speak for, each once."""
    found: dict[int | None, Entry] = {}
    for name in _organizations(doc, text):
        for entry in _named_for(name, words):
            found.setdefault(entry.geonames_id, entry)
    return list(found.values())


def counties(doc: Doc, text: str, words: Words) -> list[tuple[Entry, ...]]:
    """The counties that offices are named for, each as what it may be: "Olmsted County District Court"."""
    named = {match.group() for name in _organizations(doc, text) for match in COUNTY.finditer(name)}
    found = (words.gazetteer.lookup(name) for name in sorted(named))
    return [entries for entries in (tuple(e for e in each if e.kind == "admin2") for each in found) if entries]


def homes(doc: Doc, words: Words) -> list[Entry]:
    """The town of the article's publisher, where it is known."""
    publisher = FRAME.of(doc)["publisher"]
    home = home_of(publisher, words) or _home_in(publisher, words) if publisher else None
    return [home] if home else []


def _home_in(publisher: str, words: Words) -> Entry | None:
    """The town, state or country in the name of a paper that the table does not have: "The Denver Star", "Lagos Daily".

    The largest of its name, as nothing else is known of the paper; its last word says what it is, if not alone.
    """
    parts = [part for part in publisher.split() if part.lower() != "the"]
    for start in range(max(1, len(parts) - 1)):
        for end in range(min(len(parts), start + LONGEST), start, -1):
            found = [entry for entry in words.gazetteer.lookup(" ".join(parts[start:end])) if _is_home(entry)]
            if found:
                return max(found, key=lambda entry: (entry.kind == "country", entry.population or 0))
    return None


def _is_home(entry: Entry) -> bool:
    """Whether a place is large enough that a paper's name is rather from it than from a common word."""
    if entry.via == "alternate" or entry.kind not in ("country", "admin1", "city"):
        return False
    return entry.kind != "city" or (entry.population or 0) >= LARGE


def hinted(text: str, words: Words) -> list[Entry]:
    """The countries for which words of the text speak, once for each such word."""
    return [words.hints[word] for word in sorted(words.hints.keys() & runs(text))]


def home_of(publisher: str, words: Words) -> Entry | None:
    """The town of a paper, by its name as the table has it, with or without ".com"; None where it is not known."""
    row: Publisher | None = words.homes.get(normalise(publisher))
    if row is None:
        return None
    towns = words.gazetteer.lookup(row.city)
    fitting = [
        town
        for town in towns
        if town.kind == "city" and town.country == row.country and row.admin1 in ("", town.admin1_code)
    ]
    return next((town for town in fitting if town.via == "name"), fitting[0] if fitting else None)


def _organizations(doc: Doc, text: str) -> Iterator[str]:
    names = NAMES.of(doc)
    if names:
        yield from (text[name["start"] : name["end"]] for name in names if name["kind"] == "organization")
        return
    yield from (ent.text for ent in doc.ents if ent.label_ == "ORG")


def _named_for(name: str, words: Words) -> Iterator[Entry]:
    parts = name.split()
    for at, part in enumerate(parts):
        pair = f"{part} {parts[at + 1]}" if at + 1 < len(parts) else part
        entry = words.divisions.get(pair) or words.divisions.get(part)
        if entry is not None:
            yield entry
    home = home_of(name, words)
    if home is not None:
        yield home
