"""What stands around the article's text and what made the record."""

from dataclasses import dataclass

from extractor.vocabulary import AnchorOrigin, FurnitureKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where the report was filed: "ISLAMABAD, Pakistan"; `place` is the id of a place."""

    start: int
    end: int
    text: str
    place: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The day (ISO) that relative dates count from, and where it was found; never the day of the run."""

    date: str | None
    origin: AnchorOrigin


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What made the record: versions only, no time and no host, so that the same input gives the same bytes."""

    package: str
    model: str
    tables: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why an article has no record: the error's type and its message."""

    type: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A stretch that is no part of the article's text: a menu, a caption, comments; it was set aside."""

    start: int
    end: int
    kind: FurnitureKind
