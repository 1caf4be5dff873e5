"""The shapes of events: what happened where and when, and the tolls, put together from figures."""

from typing import TypedDict

from extractor.vocabulary import Bound, CasualtyRole, EventKind, TollBasis


class TollFound(TypedDict):
    """What is said of an event's victims in one role. `figures` are indices, `source` is the one of them whose giver
    gives the toll, None where the paper says it itself."""

    role: CasualtyRole
    bound: Bound
    value: float | int | None
    low: float | int | None
    high: float | int | None
    source: int | None
    figures: list[int]
    by: TollBasis


class EventFound(TypedDict):
    """An incident; `place`, `date` and `figures` are indices, `earliest` and `latest` ISO days."""

    kind: EventKind | None
    main: bool
    place: int | None
    date: int | None
    earliest: str | None
    latest: str | None
    tolls: list[TollFound]
    figures: list[int]
    rule: str
