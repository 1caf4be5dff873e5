"""The shapes of what components say to one another: plain dicts with character offsets, one a kind of item.

They are the contract between the components, as `record.py` is the one with users. What a component found is not yet
what the record prints, which has texts and ids: a field that both have has the same name and the same words, and
`collect` copies it (`tests/test_architecture.py` compares their types).
"""

from typing import Literal, NotRequired, TypedDict

from extractor.vocabulary import AnchorOrigin, Gender, MentionType, NameKind, OrganizationKind, PlaceKind


class Stretch(TypedDict):
    """Half-open character offsets."""

    start: int
    end: int


class Caller(TypedDict):
    """What the caller knows; `published` is an ISO date, `source` the path as given.

    `countries` are codes of ISO 3166-1 in which a doubtful place is, `explain` asks for what was weighed.
    `asides` are texts that were set aside as furniture: a credit or a notice may name the agency and the publisher.
    `headlines` are the ends of stretches in title case at the text's beginning, which is read in small letters.
    """

    published: str | None
    title: str | None
    publisher: str | None
    source: str | None
    countries: NotRequired[list[str]]
    explain: NotRequired[bool]
    asides: NotRequired[list[str]]
    headlines: NotRequired[list[int]]


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
    origin: AnchorOrigin


class Frame(TypedDict):
    """The article's frame; `dateline` is the stretch of the place alone ("ISLAMABAD, Pakistan").

    `day_first` is whether days in figures stand before their months, where a day of the text tells ("25/12/2013").
    """

    publisher: str | None
    title: str | None
    byline: str | None
    published: str | None
    dateline: Stretch | None
    agency: NotRequired[str | None]
    anchor: AnchorDay
    day_first: bool | None
    regions: list[Region]
    warnings: list[str]


class RoleAt(TypedDict):
    """A title or description of a person, and how it is printed: "former head" for "then head", "Sen." for "Sens."."""

    start: int
    end: int
    text: str


class TitleAt(RoleAt):
    """A title before a name; `gender` is whose it is: "Mrs.", "Sheikh", None for "Dr."."""

    gender: Gender | None


class DescribedAt(TypedDict):
    """A pronoun that begins there, and the descriptions that the verbs of which it is the subject give."""

    start: int
    roles: list[RoleAt]


class PersonName(TypedDict):
    """What a person's name says beside its text.

    `given` are the words before the surname, without those of `nickname`, which stood in quotation marks; of a name of
    one word, `surname` is that word. `suffix` is "Jr." or "III". `full` is the name written out, without nickname:
    "Bill Clinton" for the first name in "Bill and Hillary Clinton". `roles` are the stretches of descriptions beside
    it, `gender` what titles, descriptions and first name say ("f", "m" or None), `firm` whether more than the first
    name says it, `couple` whether it stands for two people ("Mr. and Mrs. Smith"), `kin` whether a word of kinship
    beside it makes it somebody's relative ("his son Viktor Dahl"), `other` a surname in brackets behind it
    ("Ruth Ellery (Stone)").
    """

    full: str
    given: list[str]
    surname: str
    suffix: str | None
    nickname: str | None
    roles: list[RoleAt]
    gender: Gender | None
    firm: bool
    couple: bool
    kin: NotRequired[bool]
    other: NotRequired[str]


class KnownOrganization(TypedDict):
    """An organization that the tables know: its usual name, acronym and kind."""

    name: str
    acronym: str | None
    kind: OrganizationKind


class Name(TypedDict):
    """A name in the text, by the one arbiter. `kind`: person, organization, place.

    `titles` are the stretches of honorifics and ranks before it, which are not part of it. A person's name also has
    `person`, an organization's that the tables know has `known`. `label` is the base model's label for the stretch, if
    it has one; `stands_for` what a place's name stands for, where the tables know it ("the White House", "Kabul")
    or a page of sport tells it ("Brazil beat Italy").
    """

    start: int
    end: int
    kind: NameKind
    titles: list[TitleAt]
    rule: str
    person: NotRequired[PersonName]
    known: NotRequired[KnownOrganization]
    label: NotRequired[str]
    stands_for: NotRequired[Literal["government", "team"]]


class MentionAt(TypedDict):
    """A mention of an entity."""

    start: int
    end: int
    type: MentionType


class PersonFound(TypedDict):
    """A person. `gender` ("f", "m" or None) serves the reference of pronouns and is never printed."""

    name: str
    aliases: NotRequired[list[str]]
    titles: list[str]
    roles: list[str]
    gender: Gender | None
    mentions: list[MentionAt]
    rule: str


class OrganizationFound(TypedDict):
    """An organization."""

    name: str
    acronym: str | None
    ticker: NotRequired[str | None]
    kind: OrganizationKind | None
    mentions: list[MentionAt]
    rule: str


class CandidateFound(TypedDict):
    """A place that a name was weighed for, and the parts of its score."""

    name: str
    kind: PlaceKind
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

    `speaks` is whether it stands for its government, `within` the index of the place that a facility stands in.
    """

    name: str
    kind: PlaceKind | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None
    mentions: list[MentionAt]
    rule: str
    speaks: NotRequired[bool]
    within: NotRequired[int | None]
    candidates: NotRequired[list[CandidateFound]]
