#!/usr/bin/env python3
"""What a store costs: made-up articles written, updated and linked; seconds of processor time, memory and disk.

    python benchmarks/store.py 10000 [--folder DIR]

The records are made up: a few hundred words, names drawn from lists so that many collide, a shooting in one of ten.
Printed is a line of JSON.
"""

import argparse
import json
import random
import resource
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

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
from extractor.writing.database import Database
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


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    folder = asked.folder or Path(tempfile.mkdtemp())
    path = folder / "made-up.db"
    path.unlink(missing_ok=True)
    told: dict[str, float] = {"articles": asked.number}
    begun = time.process_time()
    for _ in records(asked.number):
        pass
    making = time.process_time() - begun
    begun = time.process_time()
    with Database(path) as database:
        made = records(asked.number)
        for start in range(0, asked.number, 200):
            with database.transaction():
                for _ in range(min(200, asked.number - start)):
                    each = next(made)
                    database.put(key(each.source, each.id), each)
        told["write ms an article"] = round(1000 * (time.process_time() - begun - making) / asked.number, 2)
        told["memory after writing MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        begun = time.process_time()
        done = link(database)
        told["link ms an article"] = round(1000 * (time.process_time() - begun) / asked.number, 2)
        told["memory after linking MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        told["entities"], told["incidents"] = done.entities, done.incidents
        begun = time.process_time()
        with database.transaction():
            for each in records(200):
                database.put(key(each.source, each.id), each)
        link(database)
        told["another night of 200, seconds"] = round(time.process_time() - begun, 2)
    told["disk KB an article"] = round(path.stat().st_size / 1024 / asked.number, 1)
    print(json.dumps(told))
    if not asked.folder:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
