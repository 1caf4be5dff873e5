"""The events in words: what happened, where and when, the toll by source, and what is disputed."""

from collections.abc import Mapping
from typing import NamedTuple

from extractor.record import Event, Record, Toll
from extractor.writing.timeline import in_words, parsed
from extractor.writing.words import extent

SIGNS: Mapping[str, str] = {"stated": ", ", "sum": " + ", "difference": " − "}


class Line(NamedTuple):
    """What one source says of the victims in one role. `rests` are the labels of the figures, with what was done with
    them; `disputed` is whether another source says otherwise, `against` whether this is that other one.
    """

    role: str
    value: str
    source: str
    source_label: str
    rests: str
    figures: tuple[str, ...]
    reckoned: bool
    disputed: bool
    against: bool


class Incident(NamedTuple):
    """An event; `place` and `when` are empty where the article does not say them."""

    label: str
    what: str
    main: bool
    place: str
    place_label: str
    when: str
    date_label: str
    lines: tuple[Line, ...]
    rule: str


def incidents(record: Record, labels: Mapping[str, str]) -> list[Incident]:
    """The events, the main one first."""
    found = [_incident(event, number, record, labels) for number, event in enumerate(record.events, start=1)]
    return sorted(found, key=lambda incident: not incident.main)


def _incident(event: Event, number: int, record: Record, labels: Mapping[str, str]) -> Incident:
    ends = parsed(event.earliest), parsed(event.latest)
    opposed = {figure.id: frozenset(figure.conflicts_with) for figure in record.figures}
    names = {person.id: person.name for person in record.people} | {each.id: each.name for each in record.organizations}
    return Incident(
        label=f"E{number}",
        what=event.kind or "incident",
        main=event.main,
        place=next((place.name for place in record.places if place.id == event.place), ""),
        place_label=labels.get(event.place or "", ""),
        when=in_words(ends[0], ends[1]) if ends[0] and ends[1] else "",
        date_label=labels.get(event.date or "", ""),
        lines=tuple(_line(toll, event, names, labels, opposed) for toll in event.tolls),
        rule=event.rule,
    )


def _line(
    toll: Toll, event: Event, names: Mapping[str, str], labels: Mapping[str, str], opposed: Mapping[str, frozenset[str]]
) -> Line:
    first = next(other for other in event.tolls if other.role == toll.role)
    others = {ident for other in event.tolls if other.role == toll.role for ident in other.figures}
    disputed = any(opposed.get(ident, frozenset()) & others for ident in toll.figures)
    entity = (toll.source.entity or "") if toll.source else ""
    rests = tuple(labels[ident] for ident in toll.figures if ident in labels)
    return Line(
        role=toll.role,
        value=extent(toll.value, toll.low, toll.high, toll.bound),
        source=names.get(entity, toll.source.text) if toll.source else "",
        source_label=labels.get(entity, ""),
        rests=SIGNS[toll.by].join(rests),
        figures=rests,
        reckoned=toll.by != "stated",
        disputed=disputed,
        against=disputed and toll is not first,
    )
