"""Makes figures of numbers: one after the other the unit, the neighbours, the hedge, and what the sentence says of it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from extractor.annotations import DATES, NUMBERS, PEOPLE, FigureFound, Stretch, regions_of, sentence_at, within
from extractor.pipes.figures.ages import Ages
from extractor.pipes.figures.exclusions import Exclusions
from extractor.pipes.figures.hedges import Hedged, Hedges
from extractor.pipes.figures.modality import Modalities
from extractor.pipes.figures.nouns import Phrase, counted, measured
from extractor.pipes.figures.ranges import join
from extractor.pipes.figures.roles import Roles
from extractor.pipes.figures.trends import Trends
from extractor.pipes.figures.units import Measure, Units

NOT_TEXT = ("furniture", "byline", "header", "dateline")
SINGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "persons": "person",
    "others": "other",
}
NO_ROLE = frozenset({"time"})
CARRIED = frozenset({">=", ">", "<=", "<"})


class Knowledge(NamedTuple):
    """The tables, compiled."""

    units: Units
    hedges: Hedges
    exclusions: Exclusions
    trends: Trends
    roles: Roles
    modalities: Modalities


class Place(NamedTuple):
    """A measure's tokens: the first and last of its number, the last of all, and the head."""

    first: Token
    last: Token
    end: Token
    root: Token


class Tokens:
    """Character offsets to tokens, by bisection."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._starts: list[int] = doc.to_array("IDX").tolist() if len(doc) else []

    def at(self, char: int) -> Token:
        """The token that holds the character."""
        return self._doc[max(0, bisect_right(self._starts, char) - 1)]

    def place(self, measure: Measure) -> Place:
        """The tokens of a measure."""
        first, last = self.at(measure.first), self.at(measure.last - 1)
        start, end = self.at(measure.start), self.at(measure.end - 1)
        return Place(first, last, end, self._doc[start.i : end.i + 1].root)


def figures(doc: Doc, known: Knowledge) -> list[FigureFound]:
    """The article's figures, in order."""
    text, tokens, ages = doc.text, Tokens(doc), Ages(PEOPLE.of(doc))
    found: list[FigureFound] = []
    before: tuple[FigureFound, Place, Phrase | None] | None = None
    for measure in _measures(doc, text, known, tokens):
        place = tokens.place(measure)
        aged = _aged(text, measure, place, ages)
        if aged is None and known.exclusions.excluded(text, measure, place.first, place.last):
            continue
        figure, noun = _figure(doc, measure, place, known, before)
        if aged is not None:
            figure = _as_age(figure, aged)
        elif measure.kind == "age":
            figure["person"] = ages.whose(text, figure["start"], figure["end"], place.root)
        if _counts(figure, measure, place):
            found.append(figure)
            before = (figure, place, noun)
    return found


def _measures(doc: Doc, text: str, known: Knowledge, tokens: Tokens) -> Iterator[Measure]:
    """Numbers with units, joined, without those that stand in furniture or are a date."""
    skipped = regions_of(doc, *NOT_TEXT)
    dates: list[Stretch] = [
        {"start": date["start"], "end": date["end"]} for date in DATES.of(doc) if date["type"] != "DURATION"
    ]
    measures = [
        known.units.measure(text, number)
        for number in NUMBERS.of(doc)
        if number["kind"] != "ordinal" and not within(skipped, number["start"])
    ]
    for measure in join(text, measures, lambda char: known.trends.changes(tokens.at(char))):
        if not within(dates, measure.first) or measure.kind in ("money", "percent"):
            yield measure


def _figure(
    doc: Doc, measure: Measure, place: Place, known: Knowledge, before: tuple[FigureFound, Place, Phrase | None] | None
) -> tuple[FigureFound, Phrase | None]:
    text = doc.text
    hedged = known.hedges.hedged(text, measure.start, measure.end)
    noun, unit, unit_text = _noun(doc, measure, place)
    if noun is None and measure.kind == "count" and before is not None:
        noun, unit, unit_text = _inherited(before, place)
    nominal = noun.head if noun is not None and noun.head.i >= place.first.i else place.root
    role = None
    if measure.kind == "count" and unit not in NO_ROLE and measure.number not in ("share",):
        role = known.roles.role(nominal, (place.first, place.end))
    bound = _bound(measure, hedged, before, place, nominal)
    figure: FigureFound = {
        "start": hedged.start,
        "end": hedged.end,
        "kind": "ratio" if measure.kind == "count" and _is_share(text, measure) else measure.kind,
        "value": measure.value,
        "low": measure.low,
        "high": measure.high,
        "bound": bound,
        "trend": known.trends.trend(text, hedged.start, hedged.end, place.root, measure.kind),
        "unit": unit,
        "unit_text": unit_text,
        "noun": text[noun.start : noun.end] if noun is not None else None,
        "role": role.role if role else None,
        "person": None,
        "hypothetical": known.modalities.hypothetical(place.root),
        "sentence": sentence_at(doc, measure.first),
        "rule": role.rule if role else hedged.rule or measure.rule,
    }
    return figure, noun


def _bound(
    measure: Measure,
    hedged: Hedged,
    before: tuple[FigureFound, Place, Phrase | None] | None,
    place: Place,
    nominal: Token,
) -> str:
    """The bound; "at least 20 militants and three soldiers" says "at least" once for both."""
    if hedged.bound != "=":
        return hedged.bound
    if measure.number == "vague":
        return "~"
    if (
        before is not None
        and measure.kind == "count"
        and before[0]["kind"] == "count"
        and before[0]["bound"] in CARRIED
    ):
        previous = before[2].head if before[2] is not None else before[1].root
        if nominal.dep_ == "conj" and nominal.head.i == previous.i and before[0]["start"] < place.first.idx:
            return before[0]["bound"]
    return "="


def _noun(doc: Doc, measure: Measure, place: Place) -> tuple[Phrase | None, str | None, str | None]:
    """The noun phrase, the unit's name and the unit as written."""
    if measure.kind in ("count", "ratio") and measure.unit is None:
        noun = counted(doc, place.first, place.end, singular=measure.value == 1)
        if noun is None or measure.kind == "ratio" or _is_share(doc.text, measure):
            return noun, None, None
        written = doc.text[noun.start : noun.head.idx + len(noun.head)]
        return noun, _lemma(noun.head), written
    if measure.kind == "score":
        return None, None, None
    taken = range(place.first.i, place.end.i + 1)
    return measured(place.root, place.end.i, taken), measure.unit, measure.unit_text


def _is_share(text: str, measure: Measure) -> bool:
    """A fraction is a share of something, but "1/2 cup" is half of one cup."""
    return measure.number == "fraction" and not (
        text[measure.last - 1].isdigit()
        and text[measure.last : measure.last + 2].strip().isalpha()
        and not text.startswith(" of ", measure.last)
    )


def _lemma(noun: Token) -> str:
    lower = noun.lower_
    return SINGULAR.get(lower) or SINGULAR.get(noun.lemma_.lower()) or noun.lemma_.lower()


def _inherited(
    before: tuple[FigureFound, Place, Phrase | None], place: Place
) -> tuple[Phrase | None, str | None, str | None]:
    """The noun of the figure before, where this one leaves it out: "68,400 workers ... and 95,800 who"."""
    figure, at, noun = before
    if noun is None or figure["kind"] != "count" or at.first.sent != place.first.sent:
        return None, None, None
    joined = place.root.dep_ == "conj" and place.root.head.i in (noun.head.i, at.root.i)
    following = place.end.i + 1
    joined = joined or (following < len(place.end.doc) and place.end.doc[following].lower_ == "who")
    joined = joined or (place.root.dep_ == "pobj" and place.root.head.lower_ == "including")
    return (noun, figure["unit"], figure["unit_text"]) if joined else (None, None, None)


def _aged(text: str, measure: Measure, place: Place, ages: Ages) -> int | None:
    """The index of the person whose age stands between commas."""
    if measure.unit is not None or measure.kind != "count" or not text[measure.first].isdigit():
        return None
    mention = ages.is_bare(text, measure.start, measure.end, measure.value)
    return mention.person if mention else None


def _as_age(figure: FigureFound, person: int) -> FigureFound:
    return {**figure, "kind": "age", "unit": "year", "unit_text": None, "noun": None, "role": None, "person": person}


def _counts(figure: FigureFound, measure: Measure, place: Place) -> bool:
    """Whether a bare "one" counts something: "one soldier died", not "one wonders"."""
    if measure.value == 1 and place.first.lower_ == "one" and figure["kind"] == "count" and figure["noun"] is None:
        return figure["role"] is not None
    return True


def merge(found: Sequence[FigureFound]) -> list[FigureFound]:
    """The figures in order of their start."""
    return sorted(found, key=lambda figure: (figure["start"], figure["end"]))
