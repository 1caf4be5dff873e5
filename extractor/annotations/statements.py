"""The shapes of what an article states: numbers, dates, figures, quotes, and who is behind them."""

from typing import NotRequired, TypedDict

from extractor.annotations.shapes import MentionAt, Stretch
from extractor.vocabulary import (
    Bound,
    CasualtyRole,
    FigureKind,
    FigureStands,
    MentionType,
    NumberKind,
    QuoteKind,
    SpeakerKind,
    Stance,
    TimexMod,
    TimexType,
    Trend,
)


class NumberFound(TypedDict):
    """A number expression without its context, such as "twenty-eight thousand", "3 1/2", "dozens", "third".

    `kind`: cardinal, ordinal, fraction, vague (which has `low` and `high`, no value). `scale` is the factor of the
    scale word at its end, else 1: the "billion" that "$3 to $5 billion" says once for two numbers.
    """

    start: int
    end: int
    kind: NumberKind
    value: float | int | None
    low: float | int | None
    high: float | int | None
    scale: int
    rule: str


class DateFound(TypedDict):
    """A TIMEX3 expression; `range` is the index of the date at the other end of "from A to B"."""

    start: int
    end: int
    type: TimexType
    value: str | None
    mod: NotRequired[TimexMod | None]
    range: NotRequired[int | None]
    earliest: str | None
    latest: str | None
    rule: str


class FigureFound(TypedDict):
    """A figure, without who gives it. `person` is an index into the people, for an age; `beside` is how many share the
    role of those counted and are no count: "he and three others were shot"."""

    start: int
    end: int
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
    person: int | None
    hypothetical: bool
    sentence: Stretch
    rule: str
    beside: NotRequired[int]


class CueFound(TypedDict):
    """The reporting expression."""

    start: int
    end: int
    lemma: str
    stance: Stance


class SpeakerAt(MentionAt):
    """The mention of a quote's speaker, and what sort of speaker it is, where that can be told from the words."""

    kind: NotRequired[SpeakerKind | None]


class QuoteFound(TypedDict):
    """A quote with its speaker's mention; `no_speaker` says why there is none.

    `inherits` is the index of the quote whose speaker this one continues, where it has no speaker of its own: the one
    that names the speaker, however many quotes without a cue stand between.
    """

    kind: QuoteKind
    spans: list[Stretch]
    cue: CueFound | None
    speaker: SpeakerAt | None
    no_speaker: str | None
    inherits: NotRequired[int]
    sentence: Stretch
    rule: str


class PersonMention(TypedDict):
    """A pronoun or nominal, and the index of the person it refers to."""

    person: int
    start: int
    end: int
    type: MentionType
    rule: str


class EntityAt(TypedDict):
    """An index into the people or into the organizations; one of the two is None."""

    person: int | None
    organization: int | None


class SpeakerFound(EntityAt):
    """To whom a quote's speaker resolves, or why to none. One item a quote, in the order of the quotes.

    `entities` are all of them where several speak, `affiliation` is the index of the organization that the speaker
    speaks for ("a Dow spokeswoman").
    """

    no_speaker: str | None
    entities: NotRequired[list[EntityAt]]
    affiliation: NotRequired[int | None]


class References(TypedDict):
    """Pronouns and nominals of people, the speakers of the quotes, and for each person the roles, those that are said
    of pronouns too ("She was the editor"), and the organizations (indices) that they name.
    """

    mentions: list[PersonMention]
    speakers: list[SpeakerFound]
    roles: list[list[str]]
    employers: list[list[int]]


class Attribution(TypedDict):
    """Who gives a figure, as a stretch and the index of the quote it was found in, and its equals and opposites.

    One item a figure, in the order of the figures; `same_as`, `conflicts_with`, `part_of` (the figure of the whole) and
    `updates` (the earlier count) are indices of figures, `place` and `date` of places and dates. `person` and
    `organization` are indices of who gives it, `stands` is what the words beside it make of it.
    """

    quote: int | None
    source: Stretch | None
    person: NotRequired[int | None]
    organization: NotRequired[int | None]
    stands: NotRequired[FigureStands | None]
    same_as: list[int]
    part_of: NotRequired[int | None]
    conflicts_with: list[int]
    updates: NotRequired[int | None]
    place: NotRequired[int | None]
    date: NotRequired[int | None]
