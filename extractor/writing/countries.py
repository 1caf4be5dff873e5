"""The English names of countries by their ISO 3166-1 codes, from the table of demonyms."""

import csv
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from extractor import locate


@cache
def names() -> Mapping[str, str]:
    """Code to name; a code that the table lacks is not there."""
    with (locate.language() / "places" / "demonyms.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["kind"] == "country"]
    return MappingProxyType({row["country"]: row["name"] for row in reversed(rows)})
