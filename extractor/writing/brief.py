"""An article in five lines: what happened where and when, the toll by source, what is disputed, who speaks most, and
how much there is to check."""

from collections.abc import Mapping
from typing import NamedTuple

from extractor.record import STANDING, Organization, Person, Record
from extractor.writing import cast, incidents, ledger, sureness, titles
from extractor.writing.marks import labels
from extractor.writing.safe import visible

MOST = 3
"""Speakers and doubts that a line names."""

SHORT = 24
"""Characters of an item to check."""


class Line(NamedTuple):
    """A line: what it tells of, and what; `warned` is whether there is something to look at."""

    head: str
    words: str
    warned: bool = False


def brief(record: Record) -> list[Line]:
    """The five lines, always in this order."""
    known = labels(record)
    happened = incidents.incidents(record, known)
    disputes = ledger.contradictions(ledger.ledger(record, known))
    return [
        Line("What", _what(record, happened)),
        Line("Toll", _toll(happened)),
        Line("Disputed", "; ".join(map(_dispute, disputes)) or "nothing", warned=bool(disputes)),
        Line("Speaking", _speaking(record, known)),
        _check(record),
    ]


def _what(record: Record, happened: list[incidents.Incident]) -> str:
    """The main event; of an article without one, whom it is about, where it was filed and its day."""
    main = next((event for event in happened if event.main), None)
    if main is not None:
        return _joined(" · ", main.what, main.place, main.when)
    named: list[Person | Organization] = [*record.people, *record.organizations]
    about = sorted(named, key=lambda each: -len(each.mentions))[:MOST]
    place = record.dateline.text if record.dateline else next((each.name for each in record.places), "")
    names = _joined(", ", *(each.name for each in about))
    return _joined(" · ", names, place, titles.published(record)) or "no incident"


def _toll(happened: list[incidents.Incident]) -> str:
    """The main event's victims by role and source."""
    main = next((event for event in happened if event.main), None)
    roles: dict[str, list[str]] = {}
    for line in main.lines if main else ():
        giver = f" ({visible(line.source)})" if line.source else ""
        roles.setdefault(line.role, []).append(f"{line.value}{giver}")
    return "; ".join(f"{role} {', '.join(values)}" for role, values in roles.items()) or "none told"


def _dispute(dispute: ledger.Dispute) -> str:
    sides = [
        f"{visible(side.value)} ({_joined(', ', *dict.fromkeys(each.source or 'no source' for each in side.entries))})"
        for side in dispute.sides
    ]
    return f"{visible(dispute.what)}: {' against '.join(sides)}" if dispute.what else " against ".join(sides)


def _speaking(record: Record, known: Mapping[str, str]) -> str:
    """Who is quoted most, and how much of it in their words."""
    if not record.quotes:
        return "nobody"
    speeches = [speech for speech in cast.speeches(record, known, ()) if speech.named]
    most = sorted(speeches, key=lambda speech: -len(speech.quotes))[:MOST]
    told = [f"{visible(speech.name)} {len(speech.quotes)}" for speech in most]
    direct = sum(quote.kind != "indirect" for quote in record.quotes)
    number = f"{len(record.quotes)} quote{'' if len(record.quotes) == 1 else 's'}"
    return f"{', '.join([*told[:-1], f'{told[-1]} of {number}'] if told else [number])}; {direct} in quotation marks"


def _check(record: Record) -> Line:
    """How many items are to be checked, the least sure first; of a record without confidences what is open in it."""
    if sureness.told(record):
        doubts = sureness.doubts(record)
        number = sum(len(getattr(record, name)) for name in STANDING)
        least = ", ".join(map(_doubtful, doubts[:MOST]))
        words = f"{len(doubts)} of {number} items" + (f", first {least}" if least else "")
        return Line("To check", words, warned=bool(doubts))
    silent = sum(each.speaker is None for each in record.quotes)
    lost = sum(each.lat is None for each in record.places)
    told = [
        f"{number} {what}{'' if number == 1 else 's'} {how}"
        for number, what, how in ((silent, "quote", "without a known speaker"), (lost, "place", "not on the map"))
        if number
    ]
    return Line("To check", ", ".join(told) or "nothing open", warned=bool(told))


def _doubtful(doubt: sureness.Doubt) -> str:
    """A doubt in few words: "22 F11 47%"."""
    words = visible(doubt.words)
    short = words if len(words) <= SHORT else f"{words[:SHORT]}…"
    return f"{short} {doubt.label} {doubt.sure.least:.0%}"


def _joined(separator: str, *parts: str) -> str:
    return separator.join(shown for part in parts if (shown := visible(part)))
