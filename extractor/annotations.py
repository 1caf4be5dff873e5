"""What stands on the `Doc`: the one place where extensions and span groups are declared.

Components talk through these slots and through nothing else. A slot's value is a list of plain dicts (or one dict) of
strings, numbers and character offsets into the article's text: `nlp.pipe(n_process=2)` serialises it with msgpack, and
offsets, unlike tokens, can begin inside a word. For users of spaCy every list is also a span group of the same name
(`doc.spans["figures"]`), spans widened to whole tokens, and `span._.figure` gives the item of such a span.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, Generic, NotRequired, TypedDict, TypeVar

from spacy.tokens import Doc, Span


class Stretch(TypedDict):
    """Half-open character offsets."""

    start: int
    end: int


class Caller(TypedDict):
    """What the caller knows; `published` is an ISO date, `source` the path as given."""

    published: str | None
    title: str | None
    publisher: str | None
    source: str | None


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
    """The article's frame; `dateline` is the stretch of the place alone ("ISLAMABAD, Pakistan")."""

    publisher: str | None
    title: str | None
    byline: str | None
    published: str | None
    dateline: Stretch | None
    anchor: AnchorDay
    regions: list[Region]
    warnings: list[str]


class PersonName(TypedDict):
    """What a person's name says beside its text.

    `given` are the words before the surname, without those of `nickname`, which stood in quotation marks; of a name of
    one word, `surname` is that word. `suffix` is "Jr." or "III". `full` is the name written out, without nickname:
    "Bill Clinton" for the first name in "Bill and Hillary Clinton". `roles` are the stretches of descriptions beside
    it, `gender` what titles, descriptions and first name say ("f", "m" or None), `firm` whether more than the first name
    says it, `couple` whether it stands for two people ("Mr. and Mrs. Smith").
    """

    full: str
    given: list[str]
    surname: str
    suffix: str | None
    nickname: str | None
    roles: list[Stretch]
    gender: str | None
    firm: bool
    couple: bool


class KnownOrganization(TypedDict):
    """An organization that the tables know: its usual name, acronym and kind."""

    name: str
    acronym: str | None
    kind: str


class Name(TypedDict):
    """A name in the text, by the one arbiter. `kind`: person, organization, place.

    `titles` are the stretches of honorifics and ranks before it, which are not part of it. A person's name also has
    `person`, an organization's that the tables know has `known`.
    """

    start: int
    end: int
    kind: str
    titles: list[Stretch]
    rule: str
    person: NotRequired[PersonName]
    known: NotRequired[KnownOrganization]


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


class PlaceFound(TypedDict):
    """A place, resolved or not."""

    name: str
    kind: str | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None
    mentions: list[MentionAt]
    rule: str


class NumberFound(TypedDict):
    """A number expression without its context, such as "twenty-eight thousand", "3 1/2", "dozens", "third".

    `kind`: cardinal, ordinal, fraction, vague (which has `low` and `high`, no value). `scale` is the factor of the scale
    word at its end, else 1: the "billion" that "$3 to $5 billion" says once for two numbers.
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
    """Pronouns and nominals of people, and the speakers of the quotes."""

    mentions: list[PersonMention]
    speakers: list[SpeakerFound]


class Attribution(TypedDict):
    """Who gives a figure, as a stretch and the index of the quote it was found in, and its equals and opposites.

    One item a figure, in the order of the figures; `same_as` and `conflicts_with` are indices of figures.
    """

    quote: int | None
    source: Stretch | None
    same_as: list[int]
    conflicts_with: list[int]


T = TypeVar("T")


class Slot(Generic[T]):
    """One value on the `Doc`, written by one component: `SLOT.put(doc, value)`, `SLOT.of(doc)`."""

    def __init__(self, name: str, component: str, item: str | None = None) -> None:
        """`item` is the name of the span extension, for slots whose items are shown as a span group."""
        self.name, self.component, self.item = name, component, item
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
        if item and not Span.has_extension(item):
            Span.set_extension(item, getter=self._item_of)

    def put(self, doc: Doc, value: T) -> None:
        """Set the value, and the span group where the slot has one."""
        doc._.set(self.name, value)
        if self.item and isinstance(value, list):
            doc.spans[self.name] = list(self._spans(doc, value))

    def of(self, doc: Doc) -> T:
        """The value; raises ValueError, naming the component that is missing, where it was not set."""
        value: T | None = doc._.get(self.name)
        if value is None:
            raise ValueError(f"doc._.{self.name} is not set: add {self.component}, in the order of config.cfg")
        return value

    def _spans(self, doc: Doc, items: list[Any]) -> Iterator[Span]:
        for index, item in enumerate(items):
            label = str(item.get("kind") or item.get("type") or self.item).upper()
            for part in item.get("spans") or item.get("mentions") or [item]:
                span = doc.char_span(part["start"], part["end"], alignment_mode="expand")
                if span is not None:
                    yield Span(doc, span.start, span.end, label=label, span_id=f"{self.item}-{index}")

    def _item_of(self, span: Span) -> object:
        name, _, index = span.id_.rpartition("-")
        return span.doc._.get(self.name)[int(index)] if name == self.item else None


CALLER: Slot[Caller] = Slot("caller", "the caller (extractor.load)")
PARAGRAPHS: Slot[list[Stretch]] = Slot("paragraphs", "news_paragraphs")
FRAME: Slot[Frame] = Slot("frame", "news_structure")
NAMES: Slot[list[Name]] = Slot("names", "news_names", "name")
PEOPLE: Slot[list[PersonFound]] = Slot("people", "news_people", "person")
ORGANIZATIONS: Slot[list[OrganizationFound]] = Slot("organizations", "news_organizations", "organization")
PLACES: Slot[list[PlaceFound]] = Slot("places", "news_places", "place")
NUMBERS: Slot[list[NumberFound]] = Slot("numbers", "news_numbers", "number")
DATES: Slot[list[DateFound]] = Slot("dates", "news_dates", "date")
FIGURES: Slot[list[FigureFound]] = Slot("figures", "news_figures", "figure")
QUOTES: Slot[list[QuoteFound]] = Slot("quotes", "news_quotes", "quote")
REFERENCES: Slot[References] = Slot("references", "news_reference")
ATTRIBUTIONS: Slot[list[Attribution]] = Slot("attributions", "news_attribution")

SLOTS = (
    CALLER, PARAGRAPHS, FRAME, NAMES, PEOPLE, ORGANIZATIONS, PLACES, NUMBERS, DATES, FIGURES, QUOTES, REFERENCES,
    ATTRIBUTIONS,
)  # fmt: skip

NOBODY: Caller = {"published": None, "title": None, "publisher": None, "source": None}


def caller(doc: Doc) -> Caller:
    """What the caller knows; nothing for a `Doc` that came straight from spaCy."""
    known: Caller | None = doc._.caller
    return NOBODY if known is None else known


def sentence_at(doc: Doc, start: int) -> Stretch:
    """The sentence that holds the character, without white space at its ends; all of an unparsed text."""
    found = doc.char_span(start, start + 1, alignment_mode="expand")
    whole = found.sent if found is not None and doc.has_annotation("SENT_START") else doc[:]
    text = whole.text
    return {
        "start": whole.start_char + len(text) - len(text.lstrip()),
        "end": whole.start_char + len(text.rstrip()),
    }


def regions_of(doc: Doc, *kinds: str) -> list[Region]:
    """The frame's regions of these kinds, in order; none where the article's frame was not looked for."""
    frame: Frame | None = doc._.frame
    return [] if frame is None else [region for region in frame["regions"] if region["kind"] in kinds]


def within(stretches: Sequence[Stretch | Region], start: int) -> bool:
    """Whether the character stands in one of the stretches, which are in order and do not overlap."""
    at = bisect_right(stretches, start, key=lambda stretch: stretch["start"]) - 1
    return at >= 0 and start < stretches[at]["end"]
