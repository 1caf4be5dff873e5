#!/usr/bin/env python3
"""What a store costs: made-up articles written, updated and linked; seconds of processor time, memory and disk.

    python benchmarks/store.py 10000 [--folder DIR] [--records FILE] [--no-link]

The records are made up: a few hundred words, names drawn from lists so that many collide, a shooting in one of ten.
With `--records` they are those of a file that `extract --format jsonl --with-text` made of real articles, again and
again: under other ids and sources, one word in three another of the same file's, people and organizations with other
names; one article in twenty is a wire copy with a word changed. Some of that file's texts are extracted too, ten times
on the way, so that the shares are of one run on one machine. Printed is a line of JSON, and one on standard error every
ten thousand articles.
"""

import argparse
import json
import random
import re
import resource
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import msgspec

import extractor
from extractor import Article
from extractor.article import digest
from extractor.record import (
    Date,
    Event,
    Figure,
    Mention,
    Organization,
    Person,
    Place,
    Provenance,
    Quote,
    Record,
    Sentence,
    Span,
    Speaker,
    Toll,
)
from extractor.store.link import link
from extractor.writing.database import Database, copies
from extractor.writing.keys import key

MADE = Provenance(package="p 1", model="m 1", tables="t 1")
LAST = [f"{start}{end}" for start in ("Cal", "Hal", "Mar", "Or", "Lin", "Rey", "Sto", "Bran", "Fen", "Gar") for end in
        ("der", "loran", "sh", "lov", "dell", "nard", "stone", "wick", "berg", "tano")]  # fmt: skip
FIRST = ["Ruth", "Dale", "Ann", "William", "Bill", "Alexei", "A.", "Ines", "Bo", "Cy", "Maria", "Jose", "Eve", "Di"]
WORDS = [
    f"{one}{two}"
    for one in ("bo", "ri", "co", "bri", "ma", "te", "lo", "sa")
    for two in ("at", "ver", "uncil", "dge", "rk", "nd")
]


def records(number: int) -> Iterator[Record]:
    """Made-up records, always the same."""
    draw = random.Random(1)
    for place in range(number):
        yield record(draw, place)


def record(draw: random.Random, number: int) -> Record:
    """One of them: as many items as an article of 300 words has."""
    text = " ".join(draw.choice(WORDS) + str(draw.randrange(200)) for _ in range(300))
    here = Sentence(start=0, end=120)
    day = f"2024-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"

    def mentions(name: str) -> list[Mention]:
        return [Mention(start=at, end=at + len(name), text=name, type="name") for at in range(0, 60, 20)]

    names = list(dict.fromkeys(f"{draw.choice(FIRST)} {draw.choice(LAST)}{draw.randrange(60)}" for _ in range(5)))
    people = [
        Person(id=f"person-{at}", name=name, titles=[], roles=draw.choice([[], ["senator"], ["goalkeeper"]]),
               mentions=mentions(name), rule="r")
        for at, name in enumerate(names, start=1)
    ]  # fmt: skip
    known = [f"{draw.choice(LAST)} {draw.choice(['Board', 'Bank', 'Front'])} {draw.randrange(300)}" for _ in range(4)]
    organizations = [
        Organization(id=f"organization-{at}", name=name, acronym=None, kind=None, mentions=mentions(name), rule="r")
        for at, name in enumerate(known, start=1)
    ]
    places = [
        Place(id=f"place-{at}", name=f"{draw.choice(LAST)}ville", kind="city", country="US", admin1=None,
              lat=draw.uniform(25, 48), lon=draw.uniform(-120, -70), geonames_id=draw.randrange(20_000),
              mentions=mentions("place"), rule="r")
        for at in range(1, 5)
    ]  # fmt: skip
    figures = [
        Figure(id=f"figure-{at}", start=at, end=at + 2, text="20", kind="count", value=draw.randrange(90), low=None,
               high=None, bound="=", trend=None, unit="boat", unit_text="boats", noun="boats", role=None,
               attributed_to=None, person=None, hypothetical=False, same_as=[], conflicts_with=[], sentence=here,
               rule="r")
        for at in range(1, 13)
    ]  # fmt: skip
    quotes = [
        Quote(id=f"quote-{at}", kind="direct", text=text[at * 10 : at * 10 + 90], no_speaker=None, cue=None,
              spans=[Span(start=at * 10, end=at * 10 + 90, text=text[at * 10 : at * 10 + 90])], sentence=here, rule="r",
              speaker=Speaker(start=0, end=4, text="C", type="name", kind="person", entity="person-1", name=names[0]))
        for at in range(1, 7)
    ]  # fmt: skip
    dates = [
        Date(
            id=f"date-{at}",
            start=at,
            end=at + 6,
            text="Monday",
            type="DATE",
            value=day,
            earliest=day,
            latest=day,
            rule="r",
        )
        for at in range(1, 7)
    ]
    toll = Toll(
        role="killed", bound="=", value=draw.randint(1, 9), low=None, high=None, source=None, figures=[], by="stated"
    )
    events = [
        Event(id="event-1", kind="shooting", main=True, place="place-1", date="date-1", earliest=day, latest=day,
              tolls=[toll], figures=[], rule="r")
    ] if number % 10 == 0 else []  # fmt: skip
    return Record(
        id=f"a{number}", source=f"a{number}.txt", sha256=digest(text), published=day, extractor=MADE, people=people,
        organizations=organizations, places=places, figures=figures, quotes=quotes, dates=dates, events=events,
        text=text,
    )  # fmt: skip


SYLLABLES = (
    ("Ab", "Bor", "Cal", "Dor", "El", "Fen", "Gar", "Hal", "Is", "Jor", "Kel", "Lin", "Mar", "Nor", "Or", "Pel", "Quin",
     "Rav", "Sel", "Tor", "Ul", "Ver", "Wal", "Yar", "Zim"),
    ("a", "an", "ber", "den", "e", "er", "i", "in", "lo", "man", "mo", "ne", "o", "or", "ra", "ri", "sa", "ta", "vi"),
    ("berg", "bury", "dale", "den", "dorf", "field", "ford", "gren", "ham", "horn", "ka", "lund", "low", "mer", "ney",
     "quist", "rell", "sen", "ski", "sky", "son", "stone", "tano", "ton", "vic", "ward", "well", "wick", "witz"),
)  # fmt: skip
"""Thirteen thousand surnames; of twenty that are drawn five are among the two hundred that many people bear."""


def surname(draw: random.Random) -> str:
    """One of them."""
    if draw.random() < 0.25:
        draw = random.Random(draw.randrange(200))
    return "".join(map(draw.choice, SYLLABLES))


def varied(number: int, path: Path) -> Iterator[Record]:
    """Records of real articles, made as many as are wanted; always the same."""
    lines = path.read_text(encoding="utf-8").splitlines()
    saved = [msgspec.json.decode(line, type=Record) for line in lines]
    words = [word for each in saved for word in (each.text or "").split(" ")]
    called = [_called(each) for each in saved]
    for place in range(number):
        one, draw = place % len(saved), random.Random(place)
        each, text = saved[one], (saved[one].text or "").split(" ")
        if place >= len(saved) and place % 20 == 0:
            text[draw.randrange(len(text))] = "indeed"
        elif place >= len(saved):
            text = [draw.choice(words) if draw.random() < 1 / 3 else word for word in text]
            each = renamed(lines[one], called[one], draw)
        told = " ".join(text)
        source = f"in/{place // 1000}/a{place}.txt"
        yield replace(each, id=f"a{place}", source=source, sha256=digest(told), text=told)


def renamed(line: str, names: list[str], draw: random.Random) -> Record:
    """A saved record with other names in the place of these, wherever they stand."""
    others = {name: surname(draw) for name in names}
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in others) or "$^")
    return msgspec.json.decode(pattern.sub(lambda found: others[found[0]], line), type=Record)


def _called(record: Record) -> list[str]:
    """The surnames of a record's people, and a word of each organization's name, longest first."""
    found = {person.name.split()[-1] for person in record.people}
    found |= {max(each.name.split(), key=len) for each in record.organizations}
    return sorted(
        (name for name in found if name.isalpha() and name.istitle() and len(name) > 3),
        key=lambda name: (-len(name), name),
    )


class Extraction:
    """Some texts of the saved records, extracted now and again beside the store, for the share of its time."""

    def __init__(self, path: Path, *, texts: int = 40) -> None:
        with path.open("rb") as stream:
            saved = [msgspec.json.decode(line, type=Record) for line in islice(stream, texts)]
        self.texts = [each.text or "" for each in saved]
        self.words = sum(len(text.split()) for text in self.texts)
        self.loaded = extractor.load()
        self.seconds: list[float] = []
        self.again()
        self.seconds.clear()

    def again(self) -> None:
        """Extracts them once more."""
        begun = time.process_time()
        for text in self.texts:
            self.loaded.record(Article(text=text))
        self.seconds.append(time.process_time() - begun)

    def word(self) -> float:
        """Seconds a word, the median of all times."""
        return statistics.median(self.seconds) / self.words


def written(database: Database, made: Iterator[Record], number: int, extraction: Extraction | None) -> dict[str, float]:
    """Writes all records, and says what it took, the search for copies apart."""
    seconds = words = 0.0
    apart = Apart()
    for start in range(0, number, database.together):
        several = [*islice(made, min(database.together, number - start))]
        words += sum(len((each.text or "").split()) for each in several)
        begun = time.process_time()
        with database.transaction():
            for each in several:
                database.put(key(each.source, each.id), each)
        seconds += time.process_time() - begun
        if extraction and start % max(2000, number // 10) == 0:
            extraction.again()
        if start % 10_000 == 0:
            print(start, round(seconds, 1), file=sys.stderr, flush=True)
    told = {
        "words an article": round(words / number),
        "write ms an article": round(1000 * seconds / number, 2),
        "of these for copies": round(1000 * apart.seconds / number, 2),
        "memory after writing MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    if extraction:
        told["extraction ms an article"] = round(1000 * extraction.word() * words / number, 1)
        told["extraction us a word"] = round(1e6 * extraction.word(), 1)
        told["write percent of it"] = round(100 * seconds / words / extraction.word(), 2)
    return told


class Apart:
    """The time that the search for copies takes."""

    def __init__(self) -> None:
        self.seconds, learn = 0.0, copies.learn

        def timed(connection: sqlite3.Connection, sha256: str, text: str) -> None:
            begun = time.process_time()
            learn(connection, sha256, text)
            self.seconds += time.process_time() - begun

        copies.learn = timed


def linked(database: Database, night: Iterator[Record]) -> dict[str, float]:
    """Links all, then another night, and says what that took."""
    (number,) = database.connection.execute("SELECT count(*) FROM articles").fetchone()
    begun, clock = time.process_time(), time.monotonic()
    done = link(database)
    told = {
        "link ms an article": round(1000 * (time.process_time() - begun) / number, 2),
        "link seconds of the clock": round(time.monotonic() - clock),
        "memory after linking MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "entities": done.entities,
        "incidents": done.incidents,
    }
    begun = time.process_time()
    with database.transaction():
        for each in night:
            database.put(key(each.source, each.id), each)
    link(database)
    return {**told, "another night of 200, seconds": round(time.process_time() - begun, 2)}


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--records", type=Path)
    parser.add_argument("--no-link", action="store_true")
    asked = parser.parse_args()
    folder = asked.folder or Path(tempfile.mkdtemp())
    path = folder / "made-up.db"
    path.unlink(missing_ok=True)
    extraction = Extraction(asked.records) if asked.records else None
    made = varied(asked.number, asked.records) if asked.records else records(asked.number)
    told: dict[str, float] = {"articles": asked.number}
    clock = time.monotonic()
    with Database(path) as database:
        told |= written(database, made, asked.number, extraction)
        told["seconds of the clock"] = round(time.monotonic() - clock)
        if not asked.no_link:
            told |= linked(database, records(200))
    told["disk KB an article"] = round(path.stat().st_size / 1024 / asked.number, 1)
    print(json.dumps(told))
    if not asked.folder:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
