"""What happened, by the article: incidents with their tolls, put together from its figures."""

from dataclasses import dataclass

from extractor.record.parts import Source
from extractor.vocabulary import Bound, CasualtyRole, EventKind, TollBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """What one source says of an event's victims in one role; `by` says how it was come by from `figures` (ids)."""

    role: CasualtyRole
    bound: Bound
    value: float | int | None
    low: float | int | None
    high: float | int | None
    source: Source | None
    figures: list[str]
    by: TollBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An incident that the article reports with its toll; `main` marks the one that the article is about."""

    id: str
    kind: EventKind | None
    main: bool
    place: str | None
    date: str | None
    earliest: str | None
    latest: str | None
    tolls: list[Toll]
    figures: list[str]
    rule: str
    confidence: float | None = None
