"""The parts that items of the record share: stretches of the text, sentences, mentions, sources, confidences."""

from dataclasses import dataclass

from extractor.vocabulary import MentionType


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
class Source:
    """Who gives a figure: the mention, and the id of the person or organization it stands for."""

    start: int
    end: int
    text: str
    entity: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceConfidences:
    """How often the place on the map, for a name like this, is the one that is meant: 0 to 1."""

    place: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureConfidences:
    """How often each of these is right of figures like this one, also where it is None: 0 to 1."""

    value: float
    noun: float
    role: float
    source: float


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteConfidences:
    """How often the speaker of a quote like this is right, also where it is None: 0 to 1."""

    speaker: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DateConfidences:
    """How often the value of a date like this is right: 0 to 1."""

    value: float
