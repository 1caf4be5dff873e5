"""The record: what the program knows of one article, in the shape that it prints.

Plain frozen dataclasses, one per object of the output contract, fields in the order in which they are printed. Offsets
are half-open, in code points of the article's text: `article.text[x.start:x.end] == x.text` for whatever has the three.
Absent knowledge is None or an empty list. Writers see nothing but these.
"""

from dataclasses import dataclass, field
from typing import Literal

SCHEMA_VERSION = 1

MentionType = Literal["name", "nominal", "pronoun"]
AnchorOrigin = Literal["caller", "header", "dateline", "filename", "none"]
OrganizationKind = Literal[
    "company", "government", "armed_group", "media", "party", "team", "court", "school", "international", "other"
]
PlaceKind = Literal["continent", "country", "admin1", "admin2", "city", "facility", "natural", "region", "other"]
FigureKind = Literal[
    "count", "money", "percent", "age", "duration", "length", "area", "volume", "mass", "speed", "temperature",
    "energy", "data", "rate", "ratio", "rank", "score", "other",
]  # fmt: skip
Bound = Literal["=", "~", ">", ">=", "<", "<="]
Trend = Literal["up", "down"]
CasualtyRole = Literal[
    "killed", "wounded", "missing", "arrested", "kidnapped", "displaced", "rescued", "evacuated", "infected"
]
QuoteKind = Literal["direct", "indirect", "mixed"]
Stance = Literal["states", "claims", "denies", "asks", "orders", "promises", "declines"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """The sentence that an item stands in."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of the article's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place where an entity is named, described or referred to; a name goes without title and possessive 's."""

    start: int
    end: int
    text: str
    type: MentionType


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person of the article, however often and however variously named."""

    id: str
    name: str
    titles: list[str]
    roles: list[str]
    organizations: list[str] = field(default_factory=list)
    mentions: list[Mention]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """One organization, with its acronym where the article gives one."""

    id: str
    name: str
    acronym: str | None
    kind: OrganizationKind | None
    mentions: list[Mention]
    rule: str


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
    speaks: bool = False
    mentions: list[Mention]
    rule: str
    candidates: list[Candidate] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who gives a figure: the mention, and the id of the person or organization it stands for."""

    start: int
    end: int
    text: str
    entity: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its hedge and unit, what it counts, and according to whom; a range has `low` and `high`."""

    id: str
    start: int
    end: int
    text: str
    kind: FigureKind
    value: float | int | None
    low: float | int | None
    high: float | int | None
    bound: Bound
    trend: Trend | None
    unit: str | None
    unit_text: str | None
    noun: str | None
    role: CasualtyRole | None
    attributed_to: Source | None
    person: str | None
    hypothetical: bool
    same_as: list[str]
    conflicts_with: list[str]
    sentence: Sentence
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The reporting expression: "told", "according to"."""

    start: int
    end: int
    text: str
    lemma: str
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The speaker as written, with modifiers, and the person or organization that the mention resolves to."""

    start: int
    end: int
    text: str
    type: MentionType
    entity: str | None
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One act of reporting; `no_speaker` says why `speaker` or its `entity` is None."""

    id: str
    kind: QuoteKind
    text: str
    spans: list[Span]
    cue: Cue | None
    speaker: Speaker | None
    no_speaker: str | None
    sentence: Sentence
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A TIMEX3 expression; `earliest` and `latest` are the ISO dates that its value spans."""

    id: str
    start: int
    end: int
    text: str
    type: TimexType
    value: str | None
    earliest: str | None
    latest: str | None
    rule: str


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
    language: str = "en"
    extractor: Provenance
    people: list[Person] = field(default_factory=list)
    organizations: list[Organization] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    dates: list[Date] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    error: Failure | None = None
    text: str | None = None


LISTS = ("people", "organizations", "places", "figures", "quotes", "dates")
