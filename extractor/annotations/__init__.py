"""What stands on the `Doc`: the one place where extensions and span groups are declared.

Components talk through these slots and through nothing else. A slot's value is a list of plain dicts (or one dict) of
strings, numbers and character offsets into the article's text: `nlp.pipe(n_process=2)` serialises it with msgpack, and
offsets, unlike tokens, can begin inside a word. For users of spaCy every list is also a span group of the same name
(`doc.spans["figures"]`), spans widened to whole tokens, and `span._.figure` gives the item of such a span.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from spacy.tokens import Doc, Span

from extractor.annotations.incidents import EventFound, TollFound
from extractor.annotations.shapes import (
    AnchorDay,
    Caller,
    CandidateFound,
    DescribedAt,
    Frame,
    KnownOrganization,
    MentionAt,
    Name,
    OrganizationFound,
    PersonFound,
    PersonName,
    PlaceFound,
    Region,
    RoleAt,
    Stretch,
    TitleAt,
)
from extractor.annotations.statements import (
    Attribution,
    CueFound,
    DateFound,
    EntityAt,
    FigureFound,
    NumberFound,
    PersonMention,
    QuoteFound,
    References,
    SpeakerAt,
    SpeakerFound,
)

__all__ = [
    "ATTRIBUTIONS",
    "CALLER",
    "DATES",
    "DESCRIPTIONS",
    "EVENTS",
    "FAULTS",
    "FIGURES",
    "FRAME",
    "NAMES",
    "NOBODY",
    "NUMBERS",
    "ORGANIZATIONS",
    "PARAGRAPHS",
    "PEOPLE",
    "PLACES",
    "QUOTES",
    "REFERENCES",
    "SLOTS",
    "SPEAKING",
    "AnchorDay",
    "Attribution",
    "Caller",
    "CandidateFound",
    "CueFound",
    "DateFound",
    "DescribedAt",
    "EntityAt",
    "EventFound",
    "FigureFound",
    "Frame",
    "KnownOrganization",
    "MentionAt",
    "Name",
    "NumberFound",
    "OrganizationFound",
    "PersonFound",
    "PersonMention",
    "PersonName",
    "PlaceFound",
    "QuoteFound",
    "References",
    "Region",
    "RoleAt",
    "Slot",
    "SpeakerAt",
    "SpeakerFound",
    "Stretch",
    "TitleAt",
    "TollFound",
    "caller",
    "hide",
    "is_normalized",
    "keep_text",
    "mark_normalized",
    "overlapping",
    "regions_of",
    "sentence_at",
    "text_of",
    "within",
]  # fmt: skip

T = TypeVar("T")
S = TypeVar("S", bound=Mapping[str, Any])


class Slot(Generic[T]):
    """One value on the `Doc`, written by one component: `SLOT.put(doc, value)`, `SLOT.of(doc)`."""

    def __init__(self, name: str, component: str, item: str | None = None) -> None:
        """`item` is the name of the span extension, for slots whose items are shown as a span group."""
        self.name, self.component, self.item = name, component, item
        self._key = ("._.", name, None, None)  # where spaCy keeps it: `doc._.get` takes thirty times as long
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
        if item and not Span.has_extension(item):
            Span.set_extension(item, getter=self._item_of)

    def put(self, doc: Doc, value: T) -> None:
        """Set the value, and the span group where the slot has one."""
        doc._.set(self.name, value)
        if self.item and isinstance(value, list) and not doc.user_data.get(UNSHOWN):
            doc.spans[self.name] = list(self._spans(doc, value))

    def found(self, doc: Doc) -> T | None:
        """The value, None where it was not set."""
        value: T | None = doc.user_data.get(self._key)
        return value

    def of(self, doc: Doc) -> T:
        """The value; raises ValueError, naming the component that is missing, where it was not set."""
        value: T | None = doc.user_data.get(self._key)
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
DESCRIPTIONS: Slot[list[DescribedAt]] = Slot("descriptions", "news_names")
PEOPLE: Slot[list[PersonFound]] = Slot("people", "news_people", "person")
ORGANIZATIONS: Slot[list[OrganizationFound]] = Slot("organizations", "news_organizations", "organization")
PLACES: Slot[list[PlaceFound]] = Slot("places", "news_places", "place")
NUMBERS: Slot[list[NumberFound]] = Slot("numbers", "news_numbers", "number")
DATES: Slot[list[DateFound]] = Slot("dates", "news_dates", "date")
FIGURES: Slot[list[FigureFound]] = Slot("figures", "news_figures", "figure")
QUOTES: Slot[list[QuoteFound]] = Slot("quotes", "news_quotes", "quote")
REFERENCES: Slot[References] = Slot("references", "news_reference")
ATTRIBUTIONS: Slot[list[Attribution]] = Slot("attributions", "news_attribution")
EVENTS: Slot[list[EventFound]] = Slot("events", "news_events")
SPEAKING: Slot[list[int]] = Slot("speaking", "news_attribution")
"""The indices of the places that stand for their government or their people."""

FAULTS: Slot[list[str]] = Slot("faults", "the pipeline (extractor.load)")
"""What went wrong in a component, as warnings: not among the slots, as no component writes it."""

SLOTS = (
    CALLER, PARAGRAPHS, FRAME, NAMES, PEOPLE, ORGANIZATIONS, PLACES, NUMBERS, DATES, FIGURES, QUOTES, REFERENCES,
    ATTRIBUTIONS, SPEAKING, EVENTS, DESCRIPTIONS,
)  # fmt: skip

NOBODY: Caller = {"published": None, "title": None, "publisher": None, "source": None}


def caller(doc: Doc) -> Caller:
    """What the caller knows; nothing for a `Doc` that came straight from spaCy."""
    known = CALLER.found(doc)
    return NOBODY if known is None else known


UNSHOWN = "unshown"
"""The key in `doc.user_data` that says that nobody will look at span groups."""

TEXT = "article_text"
"""The key of the text in `doc.user_data`."""


NORMALIZED = "normalized_text"
"""The key in `doc.user_data` that says that each line of the text is a paragraph."""


def keep_text(doc: Doc, text: str) -> None:
    """Sets what `text_of` gives; `text` must be the doc's."""
    doc.user_data[TEXT] = text


def hide(doc: Doc) -> Doc:
    """Leaves out the span groups from here on: a record has no use for them, and they take 1.3 microseconds a word."""
    doc.user_data[UNSHOWN] = True
    return doc


def mark_normalized(doc: Doc) -> Doc:
    """Says of a `Doc` that its text was normalized: no line break in it is one that an editor made."""
    doc.user_data[NORMALIZED] = True
    return doc


def is_normalized(doc: Doc) -> bool:
    """Whether `mark_normalized` was called of it."""
    return bool(doc.user_data.get(NORMALIZED))


def text_of(doc: Doc) -> str:
    """The text, put together once: spaCy makes `doc.text` anew from the tokens at every call, 0.3 microseconds a word.

    The length is looked at because a part that is made a `Doc` of its own (`span.as_doc(copy_user_data=True)`) brings
    the text of the whole with it.
    """
    known: str | None = doc.user_data.get(TEXT)
    if known is None or len(doc) == 0 or len(known) != doc[-1].idx + len(doc[-1].text_with_ws):
        known = doc.user_data[TEXT] = doc.text
    return known


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
    frame = FRAME.found(doc)
    return [] if frame is None else [region for region in frame["regions"] if region["kind"] in kinds]


def within(stretches: Sequence[Stretch | Region], start: int) -> bool:
    """Whether the character stands in one of the stretches, which are in order and do not overlap."""
    at = bisect_right(stretches, start, key=lambda stretch: stretch["start"]) - 1
    return at >= 0 and start < stretches[at]["end"]


def overlapping(stretches: Sequence[S], start: int, end: int) -> list[S]:
    """Those of the stretches, in order and disjoint, that share a character with the one between two offsets."""
    first = bisect_right(stretches, start, key=lambda stretch: stretch["end"])
    last = bisect_left(stretches, end, lo=first, key=lambda stretch: stretch["start"])
    return list(stretches[first:last])
