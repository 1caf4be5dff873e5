"""One article as the template shows it: the text with its marks, and everything that stands beside it."""

from collections.abc import Collection
from typing import NamedTuple

from markupsafe import Markup

from extractor.record import Record
from extractor.writing import cast, incidents, ledger, sureness, timeline, titles
from extractor.writing.html import atlas
from extractor.writing.html.text import text
from extractor.writing.locations import AREAS, Location, places
from extractor.writing.marks import LETTERS, labels

SHORT = 90
"""Characters of a quote in the list of what to check."""


class Shown(NamedTuple):
    """An article, ready for its template; `key` is its name in the page, `lists` those shown with their counts."""

    key: str
    record: Record
    title: str
    published: str
    cited: str
    lists: dict[str, int]
    paragraphs: list[Markup]
    checks: list[sureness.Doubt]
    events: list[incidents.Incident]
    people: list[cast.Member]
    organizations: list[cast.Member]
    speeches: list[cast.Speech]
    figures: dict[str, ledger.Entry]
    weighed: list[tuple[ledger.Weight, list[ledger.Entry]]]
    contradictions: list[ledger.Dispute]
    places: list[Location]
    map: atlas.Map | None
    dates: timeline.Timeline


def article(record: Record, number: int, only: Collection[str]) -> Shown:
    """The article with this number in the page, with the lists that are asked for."""
    key, known = f"a{number}", labels(record)
    entries = ledger.ledger(record, known) if "figures" in only else []
    return Shown(
        key=key,
        record=record,
        title=titles.title(record),
        published=titles.published(record),
        cited=titles.source_line(record),
        lists={name: len(getattr(record, name)) for name in LETTERS if name in only},
        paragraphs=text(record, key, only),
        checks=_checks(record, only),
        events=incidents.incidents(record, known) if "events" in only else [],
        people=cast.people(record) if "people" in only else [],
        organizations=cast.organizations(record) if "organizations" in only else [],
        speeches=cast.speeches(record, known, only) if "quotes" in only else [],
        figures={each.label: each for each in entries},
        weighed=ledger.weighed(entries),
        contradictions=ledger.contradictions(entries),
        places=places(record) if "places" in only else [],
        map=atlas.atlas(spots(record, key)) if "places" in only else None,
        dates=timeline.timeline(record) if "dates" in only else timeline.Timeline([], [], []),
    )


def _checks(record: Record, only: Collection[str]) -> list[sureness.Doubt]:
    return [doubt._replace(words=_short(doubt.words)) for doubt in sureness.doubts(record, only)]


def _short(words: str) -> str:
    return words if len(words) <= SHORT else f"{words[:SHORT]}…"


def spots(record: Record, key: str) -> list[atlas.Spot]:
    """What goes on the map."""
    return [
        atlas.Spot(
            f"{key}-L{number}",
            each.name,
            each.lat,
            each.lon,
            len(each.mentions),
            each.kind in AREAS,
            each.country if each.kind == "country" else None,
        )
        for number, each in enumerate(record.places, start=1)
        if each.lat is not None and each.lon is not None
    ]
