"""From resolved spots to the places of the record: one for each place, however it is called in the article."""

from collections.abc import Sequence

from extractor.annotations import MentionAt, PlaceFound
from extractor.pipes.places.gazetteer import Entry, normalise
from extractor.pipes.places.named import Named
from extractor.pipes.places.nominals import Nominal


def places(
    named: Sequence[Named],
    senses: Sequence[Entry | None],
    hosts: Sequence[Entry | None],
    origins: Sequence[Nominal],
) -> list[PlaceFound]:
    """The places in order of first mention; `hosts` are the towns in which unknown facilities stand.

    A country of which the article has only its people ("Pakistani officials") is a place of mentions that are nominal.
    """
    found: dict[tuple[object, ...], PlaceFound] = {}
    for one, entry, host in zip(named, senses, hosts, strict=True):
        mention: MentionAt = {"start": one.spot.start, "end": one.spot.end, "type": "name"}
        if entry is None:
            key: tuple[object, ...] = ("", normalise(one.name) or one.name)
            found.setdefault(key, unknown(one, host))["mentions"].append(mention)
        else:
            key = identity(entry)
            found.setdefault(key, known(entry, one.spot.rule))["mentions"].append(mention)
    for nominal in origins:
        place = found.setdefault(identity(nominal.place), known(nominal.place, nominal.rule))
        place["mentions"].append({"start": nominal.start, "end": nominal.end, "type": "nominal"})
    return sorted(found.values(), key=lambda place: min(mention["start"] for mention in place["mentions"]))


def identity(entry: Entry) -> tuple[object, ...]:
    """What makes two entries one place."""
    return entry.kind, entry.geonames_id or (entry.name, entry.lat, entry.lon), entry.country


def known(entry: Entry, rule: str) -> PlaceFound:
    """A place on the map, without mentions yet."""
    return {
        "name": entry.name,
        "kind": entry.kind,
        "country": entry.country,
        "admin1": entry.admin1,
        "lat": entry.lat,
        "lon": entry.lon,
        "geonames_id": entry.geonames_id,
        "mentions": [],
        "rule": rule,
    }


def unknown(one: Named, host: Entry | None) -> PlaceFound:
    """A place that the map lacks: null where nothing is known, but a facility is where its town is."""
    kind = one.spot.kind or ("facility" if one.spot.rule == "base:FAC" else None)
    near = host if kind == "facility" else None
    return {
        "name": one.name,
        "kind": kind,
        "country": near.country if near else None,
        "admin1": near.admin1 if near else None,
        "lat": None,
        "lon": None,
        "geonames_id": None,
        "mentions": [],
        "rule": one.spot.rule,
    }
