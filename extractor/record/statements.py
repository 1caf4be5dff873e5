"""What the article states: figures, quotes and dates, each where it stands in the text.

`confidence` is the frequency, 0 to 1, with which items like it are wholly right, `confidences` those of the choices
inside it that can fail by themselves; None in records of older versions.
"""

from dataclasses import dataclass, field

from extractor.record.parts import (
    DateConfidences,
    FigureConfidences,
    QuoteConfidences,
    Sentence,
    Source,
    Span,
)
from extractor.vocabulary import (
    Bound,
    CasualtyRole,
    FigureKind,
    MentionType,
    QuoteKind,
    SpeakerKind,
    Stance,
    TimexMod,
    TimexType,
    Trend,
)


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
    part_of: str | None = None
    conflicts_with: list[str]
    updates: str | None = None
    place: str | None = None
    date: str | None = None
    event: str | None = None
    sentence: Sentence
    rule: str
    confidence: float | None = None
    confidences: FigureConfidences | None = None


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
    """The speaker as written, with modifiers, and the person or organization that the mention resolves to.

    `entities` has more than one id where several speak ("Both Vogt and Holm said"), `organization` is the id of the one
    that the speaker speaks for ("a Dow spokeswoman").
    """

    start: int
    end: int
    text: str
    type: MentionType
    kind: SpeakerKind | None = None
    entity: str | None
    entities: list[str] = field(default_factory=list)
    organization: str | None = None
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
    confidence: float | None = None
    confidences: QuoteConfidences | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A TIMEX3 expression; `earliest` and `latest` are the ISO dates that its value spans.

    `mod` is TIMEX3's, `range` the id of the date at the other end of "from A to B".
    """

    id: str
    start: int
    end: int
    text: str
    type: TimexType
    value: str | None
    mod: TimexMod | None = None
    range: str | None = None
    earliest: str | None
    latest: str | None
    rule: str
    confidence: float | None = None
    confidences: DateConfidences | None = None
