"""The columns of GDELT's Global Knowledge Graph 2.1, as far as they can be told: a line an article, 27 columns with
tabs.

Counts are of victims, protesters and the like by role, quotations those in quotation marks, amounts all other figures.
Themes, tone, GCAM, images and translation are not ours to tell and stay empty. Offsets are in code points of the text.
"""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from extractor.record import Date, Figure, Place, Record
from extractor.writing.keys import Keys
from extractor.writing.view import View

COLUMNS = (
    "GKGRECORDID", "V2.1DATE", "V2SOURCECOLLECTIONIDENTIFIER", "V2SOURCECOMMONNAME", "V2DOCUMENTIDENTIFIER", "V1COUNTS",
    "V2.1COUNTS", "V1THEMES", "V2ENHANCEDTHEMES", "V1LOCATIONS", "V2ENHANCEDLOCATIONS", "V1PERSONS",
    "V2ENHANCEDPERSONS", "V1ORGANIZATIONS", "V2ENHANCEDORGANIZATIONS", "V1.5TONE", "V2.1ENHANCEDDATES", "V2GCAM",
    "V2.1SHARINGIMAGE", "V2.1RELATEDIMAGES", "V2.1SOCIALIMAGEEMBEDS", "V2.1SOCIALVIDEOEMBEDS", "V2.1QUOTATIONS",
    "V2.1ALLNAMES", "V2.1AMOUNTS", "V2.1TRANSLATIONINFO", "V2EXTRASXML",
)  # fmt: skip
COUNTS = {
    "killed": "KILL", "wounded": "WOUND", "shot": "WOUND", "arrested": "ARREST", "kidnapped": "KIDNAP",
    "displaced": "DISPLACED", "evacuated": "EVACUATION", "infected": "SICKENED", "missing": "MISSING",
}  # fmt: skip
"""GDELT's word for a role; a role that it has none for is an amount."""
NOWHERE = "#".join([""] * 7)
WEB, OTHER = "1", "6"
"""Where a document is from: the web, or elsewhere."""


def write(records: Iterable[Record], stream: BinaryIO, view: View) -> None:  # noqa: ARG001, a report of its own
    """Writes the lines, as GDELT without a line of names."""
    keys = Keys()
    for record in records:
        stream.write("\t".join(columns(record, keys.of(record))).encode() + b"\n")
        stream.flush()


def columns(record: Record, key: str) -> list[str]:
    """The 27 columns of an article."""
    places = {place.id: place for place in record.places}
    told = {**_document(record, key), **_entities(record), **_figures(record.figures, places), **_statements(record)}
    return [told.get(name, "") for name in COLUMNS]


def _document(record: Record, key: str) -> dict[str, str]:
    """What is known of the article as a whole."""
    day = (record.published or record.anchor.date or "").replace("-", "")
    source = record.source or ""
    return {
        "GKGRECORDID": f"{day or '0'}000000-{key}",
        "V2.1DATE": f"{day}000000" if day else "",
        "V2SOURCECOLLECTIONIDENTIFIER": WEB if source.startswith(("http://", "https://")) else OTHER,
        "V2SOURCECOMMONNAME": record.publisher or "",
        "V2DOCUMENTIDENTIFIER": source or record.id,
    }


def _entities(record: Record) -> dict[str, str]:
    """Places that have coordinates, people and organizations: once each, and each time that they are named."""
    return {
        "V1LOCATIONS": _joined(dict.fromkeys(_place(place) for place in record.places if place.lat is not None)),
        "V2ENHANCEDLOCATIONS": _joined(_located(record.places)),
        "V1PERSONS": _joined(dict.fromkeys(_safe(each.name).lower() for each in record.people)),
        "V2ENHANCEDPERSONS": _joined(_named(record.people)),
        "V1ORGANIZATIONS": _joined(dict.fromkeys(_safe(each.name).lower() for each in record.organizations)),
        "V2ENHANCEDORGANIZATIONS": _joined(_named(record.organizations)),
        "V2.1ALLNAMES": _joined(_named([*record.people, *record.organizations, *record.places])),
    }


def _figures(figures: Iterable[Figure], places: dict[str, Place]) -> dict[str, str]:
    """Counts of victims and the like; all other figures are amounts."""
    victims: list[Figure] = []
    others: list[Figure] = []
    for figure in figures:
        (victims if figure.role in COUNTS and not figure.hypothetical else others).append(figure)
    return {
        "V1COUNTS": _joined(_count(figure, places) for figure in victims),
        "V2.1COUNTS": _joined(f"{_count(figure, places)}#{figure.start}" for figure in victims),
        "V2.1AMOUNTS": _joined(_amount(figure) for figure in others if figure.value is not None),
    }


def _statements(record: Record) -> dict[str, str]:
    """Dates, and what stands in quotation marks."""
    quoted = (
        f"{span.start}|{len(span.text)}|{_safe(quote.cue.text) if quote.cue else ''}|{_safe(span.text)}"
        for quote in record.quotes
        if quote.kind != "indirect"
        for span in quote.spans
    )
    return {
        "V2.1ENHANCEDDATES": _joined(filter(None, map(_date, record.dates))),
        "V2.1QUOTATIONS": "#".join(quoted),
    }


def _joined(parts: Iterable[str]) -> str:
    return ";".join(parts)


def _safe(text: str) -> str:
    """The text without what separates columns and parts of them."""
    return re.sub(r"[\t\r\n#;|,\x00-\x1f]+", " ", text).strip()


def _count(figure: Figure, places: dict[str, Place]) -> str:
    place = places.get(figure.place or "")
    where = _place(place) if place is not None and place.lat is not None else NOWHERE
    number = figure.value if figure.value is not None else figure.low
    return f"{COUNTS[figure.role or '']}#{_number(number)}#{_safe(figure.noun or '')}#{where}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"


def _kind(place: Place) -> str:
    american = place.country == "US"
    return {"country": "1", "admin1": "2" if american else "5", "city": "3" if american else "4"}.get(
        place.kind or "", "4"
    )


def _place(place: Place) -> str:
    name = " ".join(dict.fromkeys(filter(None, (place.name, place.admin1, place.country))))
    where = (_safe(place.admin1 or ""), place.lat, place.lon, place.geonames_id or "")
    return "#".join(map(str, (_kind(place), _safe(name), place.country or "", *where)))


def _located(places: Iterable[Place]) -> Iterator[str]:
    for place in places:
        if place.lat is not None:
            kind, name, country, admin1, lat, lon, ident = _place(place).split("#")
            for mention in place.mentions:
                yield "#".join((kind, name, country, admin1, "", lat, lon, ident, str(mention.start)))


def _named(entities: Iterable[object]) -> Iterator[str]:
    for entity in entities:
        for mention in entity.mentions:  # type: ignore[attr-defined]
            if mention.type == "name":
                yield f"{_safe(entity.name)},{mention.start}"  # type: ignore[attr-defined]


def _date(date: Date) -> str | None:
    """Resolution 4 for a day, 2 for a month, 1 for a year."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?", date.value or "")
    if not found:
        return None
    year, month, day = found.groups()
    resolution = 4 if day else 2 if month else 1
    return f"{resolution}#{int(month or 0)}#{int(day or 0)}#{year}#{date.start}"


def _amount(figure: Figure) -> str:
    return f"{_number(figure.value)},{_safe(figure.noun or figure.unit or '')},{figure.start}"
