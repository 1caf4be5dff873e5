"""The shapes of what components say to one another: plain dicts with character offsets, one a kind of item.

They are the contract between the components, as `record.py` is the one with users. What a component found is not yet
what the record prints, which has texts and ids.
"""

from typing import Literal, NotRequired, TypedDict


class Stretch(TypedDict):
    """Half-open character offsets."""

    start: int
    end: int


class Caller(TypedDict):
    """What the caller knows; `published` is an ISO date, `source` the path as given.

    `countries` are codes of ISO 3166-1 in which a doubtful place is, `explain` asks for what was weighed.
    """

    published: str | None
    title: str | None
    publisher: str | None
    source: str | None
    countries: NotRequired[list[str]]
    explain: NotRequired[bool]


class Region(TypedDict):
    """A stretch that is not running text, or that opens it.

    `kind` is one of header, title, byline, dateline, heading, caption, list, transcript, furniture. A dateline's
    region has the agency and the dash; `Frame.dateline` only the place.
    """

    start: int
    end: int
    kind: str
    rule: str


class AnchorDay(TypedDict):
    """The ISO day that relative dates count from, and its origin."""

    date: str | None
    origin: str


class Frame(TypedDict):
    """The article's frame; `dateline` is the stretch of the place alone ("ISLAMABAD, Pakistan").

    `day_first` is whether days in figures stand before their months, where a day of the text tells ("25/12/2013").
    """

    publisher: str | None
    title: str | None
    byline: str | None
    published: str | None
    dateline: Stretch | None
    anchor: AnchorDay
    day_first: bool | None
    regions: list[Region]
    warnings: list[str]


class RoleAt(TypedDict):
    """A description of a person, and how it is printed: "former head of state" for "then head of state"."""

    start: int
    end: int
    text: str


class PersonName(TypedDict):
    """What a person's name says beside its text.

    `given` are the words before the surname, without those of `nickname`, which stood in quotation marks; of a name of
    one word, `surname` is that word. `suffix` is "Jr." or "III". `full` is the name written out, without nickname:
    "Bill Clinton" for the first name in "Bill and Hillary Clinton". `roles` are the stretches of descriptions beside
    it, `gender` what titles, descriptions and first name say ("f", "m" or None), `firm` whether more than the first
    name says it, `couple` whether it stands for two people ("Mr. and Mrs. Smith"), `kin` whether a word of kinship
    beside it makes it somebody's relative ("his son Viktor Dahl").
    """

    full: str
    given: list[str]
    surname: str
    suffix: str | None
    nickname: str | None
    roles: list[RoleAt]
    gender: str | None
    firm: bool
    couple: bool
    kin: NotRequired[bool]


class KnownOrganization(TypedDict):
    """An organization that the tables know: its usual name, acronym and kind."""

    name: str
    acronym: str | None
    kind: str


class Name(TypedDict):
    """A name in the text, by the one arbiter. `kind`: person, organization, place.

    `titles` are the stretches of honorifics and ranks before it, which are not part of it. A person's name also has
    `person`, an organization's that the tables know has `known`. `label` is the base model's label for the stretch, if
    it has one; `stands_for` what a place's name stands for, where the tables know it ("the White House", "Kabul").
    """

    start: int
    end: int
    kind: str
    titles: list[Stretch]
    rule: str
    person: NotRequired[PersonName]
    known: NotRequired[KnownOrganization]
    label: NotRequired[str]
    stands_for: NotRequired[Literal["government"]]


class MentionAt(TypedDict):
    """A mention of an entity; `type`: name, nominal, pronoun."""

    start: int
    end: int
    type: str


class PersonFound(TypedDict):
    """A person. `gender` ("f", "m" or None) serves the reference of pronouns and is never printed."""

    name: str
    titles: list[str]
    roles: list[str]
    gender: str | None
    mentions: list[MentionAt]
    rule: str


class OrganizationFound(TypedDict):
    """An organization."""

    name: str
    acronym: str | None
    kind: str | None
    mentions: list[MentionAt]
    rule: str


class CandidateFound(TypedDict):
    """A place that a name was weighed for, and the parts of its score."""

    name: str
    kind: str
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


class PlaceFound(TypedDict):
    """A place, resolved or not; `candidates` only where the caller asks for them.

    `speaks` is whether the arbiter has it speak for its government.
    """

    name: str
    kind: str | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None
    mentions: list[MentionAt]
    rule: str
    speaks: NotRequired[bool]
    candidates: NotRequired[list[CandidateFound]]


class NumberFound(TypedDict):
    """A number expression without its context, such as "twenty-eight thousand", "3 1/2", "dozens", "third".

    `kind`: cardinal, ordinal, fraction, vague (which has `low` and `high`, no value). `scale` is the factor of the
    scale word at its end, else 1: the "billion" that "$3 to $5 billion" says once for two numbers.
    """

    start: int
    end: int
    kind: str
    value: float | int | None
    low: float | int | None
    high: float | int | None
    scale: int
    rule: str


class DateFound(TypedDict):
    """A TIMEX3 expression."""

    start: int
    end: int
    type: str
    value: str | None
    earliest: str | None
    latest: str | None
    rule: str


class FigureFound(TypedDict):
    """A figure, without who gives it. `person` is an index into the people, for an age."""

    start: int
    end: int
    kind: str
    value: float | int | None
    low: float | int | None
    high: float | int | None
    bound: str
    trend: str | None
    unit: str | None
    unit_text: str | None
    noun: str | None
    role: str | None
    person: int | None
    hypothetical: bool
    sentence: Stretch
    rule: str


class CueFound(TypedDict):
    """The reporting expression."""

    start: int
    end: int
    lemma: str
    stance: str


class QuoteFound(TypedDict):
    """A quote with its speaker's mention; `no_speaker` says why there is none.

    `inherits` is the index of the quote whose speaker this one continues, where it has no speaker of its own.
    """

    kind: str
    spans: list[Stretch]
    cue: CueFound | None
    speaker: MentionAt | None
    no_speaker: str | None
    inherits: NotRequired[int]
    sentence: Stretch
    rule: str


class PersonMention(TypedDict):
    """A pronoun or nominal, and the index of the person it refers to."""

    person: int
    start: int
    end: int
    type: str
    rule: str


class SpeakerFound(TypedDict):
    """To whom a quote's speaker resolves: an index into the people or into the organizations, or why to none.

    One item a quote, in the order of the quotes.
    """

    person: int | None
    organization: int | None
    no_speaker: str | None


class References(TypedDict):
    """Pronouns and nominals of people, the speakers of the quotes, and for each person the organizations (indices) that
    the roles name.
    """

    mentions: list[PersonMention]
    speakers: list[SpeakerFound]
    employers: list[list[int]]


class Attribution(TypedDict):
    """Who gives a figure, as a stretch and the index of the quote it was found in, and its equals and opposites.

    One item a figure, in the order of the figures; `same_as` and `conflicts_with` are indices of figures.
    """

    quote: int | None
    source: Stretch | None
    same_as: list[int]
    conflicts_with: list[int]
