"""GeoJSON (RFC 7946): the places that are on the map, a feature each, for QGIS, Leaflet, kepler.gl or geojson.io."""

from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from extractor.record import Place, Record
from extractor.writing.view import View


def write(records: Iterable[Record], stream: BinaryIO, view: View) -> None:  # noqa: ARG001
    """Writes one FeatureCollection, a feature a line; it is closed even where the run is interrupted."""
    stream.write(b'{"type":"FeatureCollection","features":[')
    between = b"\n"
    try:
        for record in records:
            for place in record.places:
                if place.lat is not None and place.lon is not None:
                    stream.write(between + msgspec.json.encode(_feature(record, place)))
                    between = b",\n"
            stream.flush()
    finally:
        stream.write(b"\n]}\n")


def _feature(record: Record, place: Place) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "article": record.id,
            "source": record.source,
            "published": record.published,
            "title": record.title,
            "id": place.id,
            "name": place.name,
            "kind": place.kind,
            "country": place.country,
            "admin1": place.admin1,
            "geonames_id": place.geonames_id,
            "mentions": len(place.mentions),
            "offsets": [[each.start, each.end] for each in place.mentions],
        },
    }
