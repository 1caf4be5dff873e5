"""A figure while it is made: what its own place says, and what each step adds.

The steps run in order over a frozen draft; each answers one question, and each later one may rest on the answers of
those before it.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from spacy.tokens import Token

from extractor.annotations import FigureFound
from extractor.annotations.trace import is_traced, note
from extractor.pipes.figures import elision
from extractor.pipes.figures.elision import Told
from extractor.pipes.figures.frames import Found
from extractor.pipes.figures.knowledge import Knowledge
from extractor.pipes.figures.measure import Measure
from extractor.pipes.figures.modality import is_given
from extractor.pipes.figures.phrases import Phrase
from extractor.pipes.figures.place import Seen
from extractor.pipes.figures.roles import Counted
from extractor.pipes.figures.things import Asked, further, is_share, level, thing, written
from extractor.vocabulary import Bound, FigureKind, Trend

NO_ROLE = frozenset({"time"})
CARRIED = frozenset({">=", ">", "<=", "<"})


class Earlier(NamedTuple):
    """The figure before, and the last one whose thing a figure may leave out."""

    before: Told | None = None
    counted: Told | None = None


class Draft(NamedTuple):
    """A figure in the making; `counted` is the last figure whose thing it may leave out."""

    text: str
    seen: Seen
    before: Told | None
    counted: Told | None
    kind: FigureKind
    value: float | int | None
    bound: Bound
    trend: Trend | None = None
    unit: str | None = None
    unit_text: str | None = None
    noun: Phrase | None = None
    named: Phrase | None = None
    hypothetical: bool = False
    role: Found | None = None
    converted: Told | None = None

    @property
    def measure(self) -> Measure:
        """The number with its unit."""
        return self.seen.measure


def begin(text: str, seen: Seen, earlier: Earlier) -> Draft:
    """What can be said without the parse."""
    measure, hedged, _, _ = seen
    bound = "~" if measure.number == "vague" and hedged.bound == "=" else hedged.bound
    return Draft(
        text=text,
        seen=seen,
        before=earlier.before,
        counted=earlier.counted,
        kind=measure.kind,
        value=measure.value,
        bound=bound,
        unit=measure.unit,
        unit_text=measure.unit_text,
    )


def finish(draft: Draft, known: Knowledge) -> Draft:
    """The draft after all steps."""
    traced = is_traced(draft.seen.place.root.doc)
    for name, step in STEPS:
        before, draft = draft, step(draft, known)
        if traced and draft != before:
            _note(name, before, draft)
    return draft


def _note(name: str, before: Draft, after: Draft) -> None:
    """What a step changed, for `extract trace`."""
    old: Mapping[str, object] = figure_of(before)
    new: Mapping[str, object] = figure_of(after)
    changed = ", ".join(f"{key} {value}" for key, value in new.items() if value != old[key] and key != "rule")
    doc, hedged = after.seen.place.root.doc, after.seen.hedged
    if changed:
        note(doc, "figures", (hedged.start, hedged.end), f"figures/draft: {name}", outcome=changed)


def figure_of(draft: Draft) -> FigureFound:
    """The figure that a draft has come to."""
    measure, hedged, _, sentence = draft.seen
    return {
        "start": hedged.start,
        "end": hedged.end,
        "kind": draft.kind,
        "value": draft.value,
        "low": measure.low,
        "high": measure.high,
        "bound": draft.bound,
        "trend": draft.trend,
        "unit": draft.unit,
        "unit_text": draft.unit_text,
        "noun": written(draft.text, draft.named or draft.noun),
        "role": draft.role.role if draft.role else None,
        "person": None,
        "hypothetical": draft.hypothetical,
        "sentence": sentence.stretch,
        "rule": draft.role.rule if draft.role else hedged.rule or measure.rule,
    }


def _conversion(draft: Draft, known: Knowledge) -> Draft:  # noqa: ARG001 - all steps are asked alike
    """ "100 kilometres (60 miles)": the second says again what the first says, hedge and all."""
    before, measure, text = draft.before, draft.measure, draft.text
    if before is None:
        return draft
    figure = before.figure
    same = (measure.unit is not None and measure.kind == figure["kind"]) or figure["kind"] == "rate"
    bracketed = text[figure["end"] : measure.start] == " (" and text[measure.end : measure.end + 1] == ")"
    return draft._replace(converted=before) if same and bracketed else draft


def _thing(draft: Draft, known: Knowledge) -> Draft:
    """The noun and the unit."""
    found = thing(Asked(draft.text, draft.seen, known, draft.before, draft.counted))
    noun = draft.converted.noun if draft.converted else found.noun
    return draft._replace(noun=noun, unit=found.unit, unit_text=found.unit_text)


def _bound(draft: Draft, known: Knowledge) -> Draft:  # noqa: ARG001 - all steps are asked alike
    """The bound; "at least 20 militants and three soldiers" says "at least" once for both."""
    hedged, before = draft.seen.hedged, draft.before
    if draft.measure.number == "range" and hedged.bound == "<=":
        return draft._replace(bound="=")  # "from up to 250 miles to 290"
    if draft.bound != "=" or before is None:
        return draft
    figure = before.figure
    if not (draft.measure.kind == figure["kind"] == "count" and figure["bound"] in CARRIED):
        return draft
    nominal, previous = _nominal(draft), before.noun.head if before.noun is not None else before.place.root
    joined = nominal.dep_ == "conj" and nominal.head.i == previous.i and figure["start"] < draft.seen.place.first.idx
    return draft._replace(bound=figure["bound"]) if joined else draft


def _trend(draft: Draft, known: Knowledge) -> Draft:
    """The trend: of a multiple by its value, else by the words around, else that of a parallel before."""
    measure, hedged, place, sentence = draft.seen
    if measure.number == "multiple" and place.first.pos_ == "VERB":
        return draft._replace(trend="up" if (measure.value or 0) > 1 else "down")
    kind = "ratio" if measure.kind == "count" and is_share(draft.text, measure) else measure.kind
    trend = known.trends.trend(draft.text, hedged.start, hedged.end, place.root, kind)
    if trend is None and draft.before is not None:
        trend = elision.trend(draft.text, draft.before.figure, measure, sentence)
    return draft._replace(trend=trend)


def _hypothetical(draft: Draft, known: Knowledge) -> Draft:
    """Whether the clause tells no fact; what is told with "the" is there: "plans to use the $22 million"."""
    root, noun = draft.seen.place.root, draft.noun
    given = is_given(root) or (noun is not None and noun.head.i > root.i and is_given(noun.head))
    if draft.role is None and given:
        return draft
    return draft._replace(hypothetical=known.modalities.hypothetical(root))


def _as_before(draft: Draft, known: Knowledge) -> Draft:  # noqa: ARG001 - all steps are asked alike
    """Bound and trend of what is said again in another unit."""
    if draft.converted is None or draft.seen.hedged.rule is not None:
        return draft
    return draft._replace(bound=draft.converted.figure["bound"], trend=draft.converted.figure["trend"])


def _ratio(draft: Draft, known: Knowledge) -> Draft:  # noqa: ARG001 - all steps are asked alike
    """Shares, and "between a quarter and a third"."""
    measure = draft.measure
    if measure.kind != "count":
        return draft
    if is_share(draft.text, measure):
        return draft._replace(kind="ratio")
    if measure.number == "range" and 0 <= (measure.low or 0) < 1 and (measure.high or 0) < 1:
        return draft._replace(kind="ratio", unit=None, unit_text=None)
    return draft


def _role(draft: Draft, known: Knowledge) -> Draft:
    """The role of those counted, or the one that is left out: "the toll rose from 32 to 41"."""
    measure, place = draft.measure, draft.seen.place
    of_them = measure.number == "share" and " of " in draft.text[measure.first : measure.last]
    role = None
    if measure.kind == "count" or of_them:
        nominal = _nominal(draft)
        zero = measure.number == "zero"
        counted = Counted(nominal, known.nouns.lemma(nominal), place.first, place.end, zero, _hedge(draft))
        role = known.roles.role(counted)
    if role is None and draft.kind == "count":
        role = elision.role(draft.text, draft.before, draft.seen, known.leaving)
        role = role or known.retold.role(draft.before, draft.seen, draft.text)
    return draft._replace(role=role)


def _level(draft: Draft, known: Knowledge) -> Draft:
    """The noun of a number that counts nothing: the points of an index."""
    before, measure, _, place, sentence = draft.before, *draft.seen
    told = draft.role is not None or draft.noun is not None
    if told or draft.kind != "count" or measure.unit is not None:
        return draft
    if before is not None and before.figure["role"] and before.figure["sentence"] == sentence.stretch:
        return draft
    noun = level(draft.text, place, known)
    return draft._replace(noun=noun, kind="count" if noun is None else "other")


def _counted(draft: Draft, known: Knowledge) -> Draft:  # noqa: ARG001 - all steps are asked alike
    """ "three of four hikers died" counts three; "shot three times" counts nobody."""
    if draft.role is None:
        return draft
    if draft.unit in NO_ROLE:
        return draft._replace(role=None)
    measure = draft.measure
    if measure.number == "share" and measure.value is not None:
        return draft._replace(kind="count", value=round(measure.value * measure.scale))
    return draft


def _named(draft: Draft, known: Knowledge) -> Draft:
    """What is measured where that is not what stands beside the number: the letter of "a 12-page letter"."""
    if draft.role is not None and not draft.role.settled:
        return draft
    return draft._replace(named=further(draft.seen, known, draft.before, draft.kind, draft.noun))


STEPS: tuple[tuple[str, Callable[[Draft, Knowledge], Draft]], ...] = (
    ("conversion", _conversion),
    ("thing", _thing),
    ("bound", _bound),
    ("trend", _trend),
    ("as before", _as_before),
    ("ratio", _ratio),
    ("role", _role),
    ("hypothetical", _hypothetical),
    ("level", _level),
    ("counted", _counted),
    ("named", _named),
)


def _hedge(draft: Draft) -> Token:
    """The first token of the hedge, or of the number: "wounded over 5,000"."""
    first = draft.seen.place.first
    while first.i > 0 and first.nbor(-1).idx >= draft.seen.hedged.start:
        first = first.nbor(-1)
    return first


def _nominal(draft: Draft) -> Token:
    """The noun that is counted, or the number where it counts none."""
    noun, place = draft.noun, draft.seen.place
    return noun.head if noun is not None and noun.head.i >= place.first.i else place.root
