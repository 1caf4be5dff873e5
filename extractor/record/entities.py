"""Who and what the article names: people, organizations and places.

`confidence` is the frequency, 0 to 1, with which items like it are wholly right; None in records of older versions.
"""

from dataclasses import dataclass, field

from extractor.record.parts import Mention, PlaceConfidences
from extractor.vocabulary import OrganizationKind, PlaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person of the article, however often and however variously named."""

    id: str
    name: str
    aliases: list[str] = field(default_factory=list)
    titles: list[str]
    roles: list[str]
    organizations: list[str] = field(default_factory=list)
    mentions: list[Mention]
    rule: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """One organization, with its acronym where the article gives one."""

    id: str
    name: str
    acronym: str | None
    ticker: str | None = None
    kind: OrganizationKind | None
    mentions: list[Mention]
    rule: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a name was weighed for; `score` is the sum of the four parts, in powers of ten of inhabitants."""

    name: str
    kind: PlaceKind | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None
    score: float
    prior: float
    beside: float
    caller: float
    votes: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place; `country` ISO 3166-1 alpha-2, `lat` and `lon` decimal degrees (WGS 84), None where not resolved.

    `speaks` is whether it stands for its government or its people ("Washington said"), `candidates` what was weighed,
    the best first, there only where it was asked for.
    """

    id: str
    name: str
    kind: PlaceKind | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None
    within: str | None = None
    speaks: bool = False
    mentions: list[Mention]
    rule: str
    confidence: float | None = None
    confidences: PlaceConfidences | None = None
    candidates: list[Candidate] | None = None
