"""From resolved spots to the places of the record: one for each place, however it is called in the article."""

from collections.abc import Collection, Mapping, Sequence

from extractor.annotations import CandidateFound, MentionAt, PlaceFound
from extractor.pipes.places.gazetteer import Entry, normalise
from extractor.pipes.places.hosts import Host
from extractor.pipes.places.named import Named, in_full
from extractor.pipes.places.nominals import Nominal


def places(  # noqa: PLR0913, what is known of the names
    named: Sequence[Named],
    senses: Sequence[Entry | None],
    hosts: Sequence[Host | None],
    origins: Sequence[Nominal],
    *,
    speaking: Collection[int] = (),
    why: Sequence[list[CandidateFound]] | None = None,
) -> list[PlaceFound]:
    """The places in order of first mention; `hosts` are the places in which facilities stand.

    `speaking` are the starts of names that speak for a government, `why` is what was weighed for each name.

    A country of which the article has only its people ("a Pakistani nurse") is none: nobody says that it was there.
    """
    found: dict[tuple[object, ...], PlaceFound] = {}
    inside: dict[tuple[object, ...], Entry] = {}
    wholes = in_full(named)
    for index, (one, entry, host) in enumerate(zip(named, senses, hosts, strict=True)):
        mention: MentionAt = {"start": one.spot.start, "end": one.spot.end, "type": "name"}
        if entry is None:
            name = wholes.get(index, one).name
            key: tuple[object, ...] = ("", normalise(name) or name)
            place = found.setdefault(key, unknown(wholes.get(index, one), host))
        else:
            key = identity(entry)
            place = found.setdefault(key, known(entry, one.spot.rule))
        place["mentions"].append(mention)
        if host is not None and host.told:
            inside.setdefault(key, host.place)
        if one.spot.start in speaking:
            place["speaks"] = True
        if why is not None:
            place.setdefault("candidates", why[index])
    _join(found, origins)
    ordered = sorted(found.items(), key=lambda one: min(mention["start"] for mention in one[1]["mentions"]))
    at = {key: index for index, (key, _) in enumerate(ordered)}
    for key, place in ordered:
        holder = at.get(identity(inside[key])) if key in inside else None
        place["within"] = holder if holder != at[key] else None
    return [place for _, place in ordered]


def _join(found: Mapping[tuple[object, ...], PlaceFound], origins: Sequence[Nominal]) -> None:
    """Give the places that are named their people."""
    for nominal in origins:
        if (whose := found.get(identity(nominal.place))) is not None:
            whose["mentions"].append({"start": nominal.start, "end": nominal.end, "type": "nominal"})


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


def unknown(one: Named, host: Host | None) -> PlaceFound:
    """A place that the map lacks: null where nothing is known, but a facility is where its town is."""
    kind = one.spot.kind or ("facility" if one.spot.built else None)
    near = host.place if host is not None and kind == "facility" else None
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
