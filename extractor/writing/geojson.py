"""GeoJSON (RFC 7946): the places that are on the map, a feature each, for QGIS, Leaflet, kepler.gl or geojson.io.

A feature has the columns that the table of places has everywhere.
"""

from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from extractor.record import Record
from extractor.writing.flat import exported, keyed
from extractor.writing.view import View


def write(records: Iterable[Record], stream: BinaryIO, view: View) -> None:  # noqa: ARG001
    """Writes one FeatureCollection, a feature a line; it is closed even where the run is interrupted."""
    stream.write(b'{"type":"FeatureCollection","features":[')
    between = b"\n"
    try:
        for key, record in keyed(records):
            for row in exported(record, key, "places"):
                if row["lat"] is not None and row["lon"] is not None:
                    stream.write(between + msgspec.json.encode(_feature(row)))
                    between = b",\n"
            stream.flush()
    finally:
        stream.write(b"\n]}\n")


def _feature(row: dict[str, Any]) -> dict[str, Any]:
    point = {"type": "Point", "coordinates": [row["lon"], row["lat"]]}
    return {"type": "Feature", "geometry": point, "properties": row}
