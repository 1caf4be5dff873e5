"""The parts that items of the record share: stretches of the text, sentences, mentions, who gives a figure."""

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
