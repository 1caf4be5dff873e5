"""The record: what the program knows of one article, in the shape that it prints.

Plain frozen dataclasses, one per object of the output contract, fields in the order in which they are printed. Offsets
are half-open, in code points of the article's text: `article.text[x.start:x.end] == x.text` for whatever has the three.
Absent knowledge is None or an empty list. Writers see nothing but these.
"""

from dataclasses import dataclass, field

from extractor.record.entities import Candidate, Organization, Person, Place
from extractor.record.frame import Anchor, Dateline, Failure, Furniture, Provenance
from extractor.record.incidents import Event, Toll
from extractor.record.parts import (
    DateConfidences,
    FigureConfidences,
    Mention,
    PlaceConfidences,
    QuoteConfidences,
    Sentence,
    Source,
    Span,
)
from extractor.record.statements import Cue, Date, Figure, Quote, Speaker

__all__ = [
    "LISTS",
    "SCHEMA_VERSION",
    "STANDING",
    "Anchor",
    "Candidate",
    "Cue",
    "Date",
    "DateConfidences",
    "Dateline",
    "Event",
    "Failure",
    "Figure",
    "FigureConfidences",
    "Furniture",
    "Mention",
    "Organization",
    "Person",
    "Place",
    "PlaceConfidences",
    "Provenance",
    "Quote",
    "QuoteConfidences",
    "Record",
    "Sentence",
    "Source",
    "Span",
    "Speaker",
    "Toll",
]  # fmt: skip

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything found in one article.

    `error` is there only where the article failed; the lists are empty then. `text` is the article itself, there only
    where it was asked for. `sha256` is the article's name by content, None where nothing could be read.
    """

    schema_version: int = SCHEMA_VERSION
    id: str
    source: str | None = None
    sha256: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    dateline: Dateline | None = None
    anchor: Anchor = field(default_factory=lambda: Anchor(date=None, origin="none"))
    agency: str | None = None
    language: str = "en"
    extractor: Provenance
    furniture: list[Furniture] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    organizations: list[Organization] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    dates: list[Date] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    error: Failure | None = None
    text: str | None = None


LISTS = ("people", "organizations", "places", "figures", "quotes", "dates", "events")
STANDING = LISTS[:-1]
"""The lists whose items stand at a place in the text; an event is put together from figures and stands nowhere."""
