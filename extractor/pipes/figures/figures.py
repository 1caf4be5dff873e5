"""Makes figures of numbers: the unit, the neighbours, the hedge, and what the sentence says of it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from extractor.annotations import DATES, NUMBERS, PEOPLE, FigureFound, Stretch, regions_of, text_of, within
from extractor.pipes.figures.ages import Aged, Ages
from extractor.pipes.figures.exclusions import Exclusions
from extractor.pipes.figures.hedges import Hedged, Hedges
from extractor.pipes.figures.modality import Modalities
from extractor.pipes.figures.nouns import Phrase, counted_by, lemma, measured
from extractor.pipes.figures.place import Place, Sentence, Tokens
from extractor.pipes.figures.ranges import join
from extractor.pipes.figures.roles import Roles
from extractor.pipes.figures.settle import settled
from extractor.pipes.figures.trends import Trends
from extractor.pipes.figures.units import Measure, Units

NOT_TEXT = ("furniture", "byline", "header", "dateline")
NO_ROLE = frozenset({"time"})
EARLIER = re.compile(r"\b(?:up|down)\sfrom\s(?:about\s|just\s|some\s)?\Z")
"""Before the level that a count had earlier: "3,000 people have fled, up from 800 on Monday"."""
NAMED_AGE = re.compile(r"\s(?:and\s[A-Z]|were\b|was\b)|,\s")
CARRIED = frozenset({">=", ">", "<=", "<"})


class Knowledge(NamedTuple):
    """The tables, compiled."""

    units: Units
    hedges: Hedges
    exclusions: Exclusions
    trends: Trends
    roles: Roles
    modalities: Modalities


class Seen(NamedTuple):
    """A number with all that its own place says of it."""

    measure: Measure
    hedged: Hedged
    place: Place
    sentence: Sentence


class Told(NamedTuple):
    """A figure with its tokens and its noun phrase, for the one after it."""

    figure: FigureFound
    place: Place
    noun: Phrase | None


def figures(doc: Doc, known: Knowledge) -> list[FigureFound]:
    """The article's figures, in order."""
    text, ages = text_of(doc), Ages(PEOPLE.of(doc))
    tokens = Tokens(doc, text)
    found: list[FigureFound] = []
    before: Told | None = None
    counted: Told | None = None
    for measure in _measures(doc, text, known, tokens):
        place = tokens.place(measure)
        aged = _aged(text, measure, place, ages)
        hedged = known.hedges.hedged(text, measure.start, measure.end)
        if aged is None and known.exclusions.excluded(
            text, measure, place.first, place.last, hedged=hedged.rule is not None
        ):
            continue
        seen = Seen(measure, hedged, place, tokens.sentence(measure.first))
        figure, noun = _figure(text, seen, known, before, counted) if seen.sentence.parsed else (_plain(seen), None)
        if aged is not None:
            figure = _as_age(figure, aged.person)
        elif measure.kind == "age":
            figure["person"] = ages.whose(text, figure["start"], figure["end"], place.root)
        if _counts(figure, measure, place):
            found.append(figure)
            before = Told(figure, place, noun)
            counted = before if figure["kind"] == "count" and noun is not None else counted
    return settled(found)


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
    measures += [zero for zero in known.roles.zeros(text) if not within(skipped, zero.start)]
    measures.sort(key=lambda measure: measure.start)
    for measure in join(text, measures, lambda char: known.trends.changes(tokens.at(char))):
        if not within(dates, measure.first) or measure.kind in ("money", "percent") or _is_count(text, measure, known):
            yield measure


def _is_count(text: str, measure: Measure, known: Knowledge) -> bool:
    """Whether what was taken for a year is counted all the same: nobody says "more than 1999"."""
    hedged = known.hedges.hedged(text, measure.start, measure.end)
    return measure.unit is None and hedged.rule is not None and text[measure.first : measure.last].isdigit()


def _figure(
    text: str, seen: Seen, known: Knowledge, before: Told | None, counted: Told | None
) -> tuple[FigureFound, Phrase | None]:
    """What the sentence says of the number, in the parse; `counted` is the last figure whose thing it may leave out."""
    measure, hedged, place, sentence = seen
    noun, unit, unit_text = _noun(text, measure, place)
    if noun is None and measure.kind == "count" and counted is not None:
        noun, unit, unit_text = _inherited(text, counted, place, sentence)
    converted = before if before is not None and _is_conversion(text, before.figure, measure) else None
    noun = converted.noun if converted else noun
    nominal = noun.head if noun is not None and noun.head.i >= place.first.i else place.root
    figure = _plain(seen)
    figure["unit"], figure["unit_text"] = unit, unit_text
    figure["noun"] = _written(text, noun)
    figure["bound"] = _bound(measure, hedged, before, place, nominal)
    figure["trend"] = known.trends.trend(text, hedged.start, hedged.end, place.root, measure.kind)
    figure["hypothetical"] = known.modalities.hypothetical(place.root)
    if converted and hedged.rule is None:
        figure["bound"], figure["trend"] = converted.figure["bound"], converted.figure["trend"]
    if measure.kind == "count" and _is_share(text, measure):
        figure["kind"] = "ratio"
    countable = measure.kind == "count" or (measure.number == "share" and " of " in text[measure.first : measure.last])
    role = known.roles.role(nominal, lemma(nominal), (place.first, place.end)) if countable else None
    after_role = before is not None and before.figure["role"] and before.figure["sentence"] == sentence.stretch
    if role is None and noun is None and figure["kind"] == "count" and measure.unit is None and not after_role:
        noun = _level(text, place)
        figure["noun"] = _written(text, noun)
        figure["kind"] = "count" if noun is None else "other"  # the points of an index count nothing
    if role is not None and unit not in NO_ROLE:
        figure["role"], figure["rule"] = role
        if measure.number == "share" and measure.value is not None:  # "three of four hikers died" counts three
            figure["kind"], figure["value"] = "count", round(measure.value * measure.scale)
    return figure, noun


def _written(text: str, noun: Phrase | None) -> str | None:
    return " ".join(text[noun.start : noun.end].split()) if noun is not None else None


def _level(text: str, place: Place) -> Phrase | None:
    """What a number that counts nothing is the level of: "the index rose to 1,333"; "one" and "all 46" tell nothing."""
    if not text[place.first.idx].isdigit() or place.root.dep_ in ("nsubj", "nsubjpass", "conj", "nummod"):
        return None
    return measured(place.root, place.end.i, range(place.first.i, place.end.i + 1))


def _plain(seen: Seen) -> FigureFound:
    """What can be said without the parse."""
    measure, hedged, _, sentence = seen
    return {
        "start": hedged.start,
        "end": hedged.end,
        "kind": measure.kind,
        "value": measure.value,
        "low": measure.low,
        "high": measure.high,
        "bound": "~" if measure.number == "vague" and hedged.bound == "=" else hedged.bound,
        "trend": None,
        "unit": measure.unit,
        "unit_text": measure.unit_text,
        "noun": None,
        "role": None,
        "person": None,
        "hypothetical": False,
        "sentence": sentence.stretch,
        "rule": hedged.rule or measure.rule,
    }


def _bound(
    measure: Measure,
    hedged: Hedged,
    before: Told | None,
    place: Place,
    nominal: Token,
) -> str:
    """The bound; "at least 20 militants and three soldiers" says "at least" once for both."""
    if measure.number == "range" and hedged.bound == "<=":
        return "="  # "from up to 250 miles to 290"
    if hedged.bound != "=":
        return hedged.bound
    if measure.number == "vague":
        return "~"
    if (
        before is not None
        and measure.kind == "count"
        and before.figure["kind"] == "count"
        and before.figure["bound"] in CARRIED
    ):
        previous = before.noun.head if before.noun is not None else before.place.root
        if nominal.dep_ == "conj" and nominal.head.i == previous.i and before.figure["start"] < place.first.idx:
            return before.figure["bound"]
    return "="


def _noun(text: str, measure: Measure, place: Place) -> tuple[Phrase | None, str | None, str | None]:
    """The noun phrase, the unit's name and the unit as written."""
    if measure.kind in ("count", "ratio") and measure.unit is None:
        noun = counted_by(place.first, place.end, singular=measure.value == 1)
        if noun is None or measure.kind == "ratio" or _is_share(text, measure):
            return noun, None, None
        written = " ".join(text[noun.start : noun.head.idx + len(noun.head)].split())
        return noun, lemma(noun.head), written
    if measure.kind == "score":
        return None, None, None
    taken = range(place.first.i, place.end.i + 1)
    lasting = measure.kind == "duration"
    return measured(place.root, place.end.i, taken, lasting=lasting), measure.unit, measure.unit_text


def _is_share(text: str, measure: Measure) -> bool:
    """A fraction is a share of something, but "1/2 cup" is half of one cup."""
    return measure.number == "fraction" and not (
        text[measure.last - 1].isdigit()
        and text[measure.last : measure.last + 2].strip().isalpha()
        and not text.startswith(" of ", measure.last)
    )


def _inherited(
    text: str, before: Told, place: Place, sentence: Sentence
) -> tuple[Phrase | None, str | None, str | None]:
    """The noun of the figure before, where this one leaves it out: "68,400 workers ... and 95,800 who"."""
    figure, at, noun = before
    if noun is None or figure["kind"] != "count" or figure["sentence"] != sentence.stretch:
        return None, None, None
    joined = place.root.dep_ == "conj" and place.root.head.i in (noun.head.i, at.root.i)
    following = place.end.i + 1
    joined = joined or (following < len(place.end.doc) and place.end.doc[following].lower_ == "who")
    joined = joined or (place.root.dep_ == "pobj" and place.root.head.lower_ == "including")
    joined = joined or EARLIER.search(text, max(0, place.first.idx - 24), place.first.idx) is not None
    return (noun, figure["unit"], figure["unit_text"]) if joined else (None, None, None)


def _is_conversion(text: str, before: FigureFound, measure: Measure) -> bool:
    """ "100 kilometres (60 miles)": the second says again what the first says, hedge and all."""
    same = (measure.unit is not None and measure.kind == before["kind"]) or before["kind"] == "rate"
    return same and text[before["end"] : measure.start] == " (" and text[measure.end : measure.end + 1] == ")"


def _aged(text: str, measure: Measure, place: Place, ages: Ages) -> Aged | None:
    """The age that stands between commas behind a name."""
    if measure.unit is not None or measure.kind != "count" or not text[measure.first].isdigit():
        return None
    if place.first.i < 2:
        return None
    aged = ages.bare(text, measure.start, measure.end, measure.value) or _is_old(text, measure, place, ages)
    name = place.first.nbor(-2)  # a person whom no other mention confirms: "Ana Duarte, 66 and Rui Duarte, 64 were"
    named = name.ent_type_ == "PERSON" and NAMED_AGE.match(text, measure.end) and 14 < (measure.value or 0) < 110
    return aged or (Aged(None) if named and place.first.nbor(-1).text == "," else None)


def _is_old(text: str, measure: Measure, place: Place, ages: Ages) -> Aged | None:
    """ "Ikenna Oruche, who is 21 and": a bare number that a person is."""
    verb = place.root.head
    if place.root.dep_ not in ("attr", "acomp") or verb.lemma_ != "be" or not 0 < (measure.value or 0) < 125:
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None or (subject.lower_ not in ("he", "she", "who", "i") and subject.ent_type_ != "PERSON"):
        return None
    following = place.end.i + 1
    if following < len(verb.doc) and verb.doc[following].pos_ in ("NOUN", "ADJ", "ADP", "PROPN", "NUM"):
        return None
    return Aged(ages.whose(text, measure.start, measure.end, place.root))


def _as_age(figure: FigureFound, person: int | None) -> FigureFound:
    return {**figure, "kind": "age", "unit": "year", "unit_text": None, "noun": None, "role": None, "person": person}


def _counts(figure: FigureFound, measure: Measure, place: Place) -> bool:
    """Whether a bare "one" or a zero counts something: "one soldier died", not "one wonders", "nobody sang"."""
    if measure.number == "zero":
        return figure["role"] is not None
    if measure.value == 1 and place.first.lower_ == "one" and figure["kind"] == "count":
        following = place.end.i + 1
        among = following < len(place.end.doc) and place.end.doc[following].lower_ == "of"  # "runs one of the shelters"
        return figure["role"] is not None or not (figure["noun"] is None or (among and figure["bound"] == "="))
    return True
