"""Makes figures of numbers: the unit, the neighbours, the hedge, and what the sentence says of it."""

from collections.abc import Iterator, Sequence
from typing import cast

from spacy.tokens import Doc, Token

from extractor.annotations import (
    DATES,
    NUMBERS,
    PEOPLE,
    FigureFound,
    NumberFound,
    regions_of,
    text_of,
    within,
)
from extractor.pipes.figures import elision
from extractor.pipes.figures.ages import Ages, aged, as_age
from extractor.pipes.figures.counted import counted_by
from extractor.pipes.figures.elision import NOTHING, Told, thing
from extractor.pipes.figures.frames import Found
from extractor.pipes.figures.hedges import Hedged
from extractor.pipes.figures.knowledge import Knowledge, Seen
from extractor.pipes.figures.measure import Measure
from extractor.pipes.figures.phrases import Phrase
from extractor.pipes.figures.place import Place, Tokens
from extractor.pipes.figures.times import Times
from extractor.vocabulary import Bound, CasualtyRole, Trend

NOT_TEXT = ("furniture", "byline", "header", "dateline")
NO_ROLE = frozenset({"time"})
VERBS_OR_NOUNS = frozenset({"double", "doubles", "triple", "triples", "treble", "quadruple"})
CARRIED = frozenset({">=", ">", "<=", "<"})


def figures(doc: Doc, known: Knowledge) -> list[FigureFound]:
    """The article's figures, in order."""
    text, ages = text_of(doc), Ages(PEOPLE.of(doc))
    skipped = regions_of(doc, *NOT_TEXT)
    tokens = Tokens(doc, text)
    found: list[FigureFound] = []
    before: Told | None = None
    counted: Told | None = None
    times = Times(text, DATES.of(doc), skipped)
    for measure in _measures(text, NUMBERS.of(doc), known, tokens, times):
        place = tokens.place(measure)
        if measure.number == "multiple" and not _multiplies(measure, place):
            continue
        age = aged(text, measure, place, ages)
        hedged = known.hedges.hedged(text, measure.start, measure.end)
        if age is None and known.exclusions.excluded(
            text, measure, place.first, place.last, hedged=hedged.rule is not None
        ):
            continue
        seen = Seen(measure, hedged, place, tokens.sentence(measure.first))
        if before is not None and measure.unit is None and measure.kind == "count":
            full = elision.unit(text, found, measure, seen.sentence)
            seen = seen._replace(measure=full) if full and _is_level(text, measure, place) else seen
        figure, noun = _figure(text, seen, known, before, counted) if seen.sentence.parsed else (_plain(seen), None)
        if further := _further(seen, known, before, figure, noun):
            figure["noun"] = _written(text, further)
        if noun is not None and within(skipped, noun.start):
            figure["noun"] = None  # the town of the dateline is what nothing is measured of
        if age is not None:
            figure = as_age(figure, age.person)
        elif measure.kind == "age":
            figure["person"] = ages.whose(text, figure["start"], figure["end"], place.root)
        if _counts(figure, measure, place):
            elision.levels(text, found, figure)
            found.append(figure)
            before = Told(figure, place, noun)
            counted = before if figure["kind"] == "count" and noun is not None else counted
    return known.settling.settled(text, times.apart(found))


def _measures(
    text: str, numbers: Sequence[NumberFound], known: Knowledge, tokens: Tokens, times: Times
) -> Iterator[Measure]:
    """Numbers with units, joined, without those that stand in furniture or belong to a date."""
    found: list[Measure] = []
    for number in numbers:
        if times.holds(number["start"], number["end"]):
            continue
        if number["kind"] != "ordinal":
            measure = known.units.measure(text, number, times.after(number["end"]))
            found.append(known.multiples.compared(text, measure))
        elif rank := known.multiples.rank(text, number):
            found.append(rank)
    words = (*known.roles.pronouns(text), *known.multiples.verbs(text))
    found += [word for word in words if not times.holds(word.start, word.end)]
    found.sort(key=lambda measure: measure.start)
    for measure in known.ranges.join(text, found, lambda char: known.trends.changes(tokens.at(char))):
        yield times.lasting(text, measure, known.units)


def _multiplies(measure: Measure, place: Place) -> bool:
    """Whether "doubled" is the verb; "double digits" and the tennis player's doubles are not."""
    return place.first.pos_ == "VERB" or measure.first != measure.start or place.first.lower_ not in VERBS_OR_NOUNS


def _is_level(text: str, measure: Measure, place: Place) -> bool:
    """Whether a bare number can be a level at all: it counts no noun of its own."""
    return counted_by(place.first, place.end, singular=False) is None or text[measure.end : measure.end + 1] in ".,;"


def _figure(
    text: str, seen: Seen, known: Knowledge, before: Told | None, counted: Told | None
) -> tuple[FigureFound, Phrase | None]:
    """What the sentence says of the number, in the parse; `counted` is the last figure whose thing it may leave out."""
    measure, hedged, place, sentence = seen
    converted = before if before is not None and _is_conversion(text, before.figure, measure) else None
    noun, unit, unit_text = _thing(text, seen, known, before, counted)
    noun = converted.noun if converted else noun
    nominal = noun.head if noun is not None and noun.head.i >= place.first.i else place.root
    figure = _plain(seen)
    figure["unit"], figure["unit_text"] = unit, unit_text
    figure["noun"] = _written(text, noun)
    figure["bound"] = _bound(measure, hedged, before, place, nominal)
    figure["trend"] = _direction(text, seen, known, before)
    figure["hypothetical"] = known.modalities.hypothetical(place.root)
    if converted and hedged.rule is None:
        figure["bound"], figure["trend"] = converted.figure["bound"], converted.figure["trend"]
    if measure.kind == "count" and _is_share(text, measure):
        figure["kind"] = "ratio"
    if figure["kind"] == "count" and measure.number == "range" and (measure.high or 0) < 1:
        figure["kind"], figure["unit"], figure["unit_text"] = "ratio", None, None  # "between a quarter and a third"
    countable = measure.kind == "count" or (measure.number == "share" and " of " in text[measure.first : measure.last])
    role = known.roles.role(nominal, known.nouns.lemma(nominal), (place.first, place.end)) if countable else None
    role = role or (Found(*left_out) if (left_out := elision.role(text, before, figure)) else None)
    after_role = before is not None and before.figure["role"] and before.figure["sentence"] == sentence.stretch
    if role is None and noun is None and figure["kind"] == "count" and measure.unit is None and not after_role:
        noun = _level(text, place, known)
        figure["noun"] = _written(text, noun)
        figure["kind"] = "count" if noun is None else "other"  # the points of an index count nothing
    if role is not None and unit not in NO_ROLE:
        figure["role"], figure["rule"] = cast("CasualtyRole", role.role), role.rule  # patients until `settle`
        if measure.number == "share" and measure.value is not None:  # "three of four hikers died" counts three
            figure["kind"], figure["value"] = "count", round(measure.value * measure.scale)
    return figure, noun


def _further(
    seen: Seen, known: Knowledge, before: Told | None, figure: FigureFound, noun: Phrase | None
) -> Phrase | None:
    """What a figure is of where that is not what stands beside it; what is counted stays its unit."""
    measure, hedged, place, sentence = seen
    if not sentence.parsed:
        return None
    if figure["kind"] != "count":
        apart = before is not None and noun is not None and noun.start >= before.figure["end"]
        return None if apart or before is None else elision.gapped(before, place, hedged.start, figure)
    if figure["role"] is not None or noun is None or measure.value == 1 or measure.unit is not None:
        return None
    return known.nouns.outer(noun.head, place.end) or known.nouns.gauged(noun.head, place.first)


def _thing(
    text: str, seen: Seen, known: Knowledge, before: Told | None, counted: Told | None
) -> tuple[Phrase | None, str | None, str | None]:
    """What a number is of: said beside it, or left out because a figure before has said it."""
    measure, _, place, sentence = seen
    noun, unit, unit_text = _noun(text, measure, place, known)
    if counted is not None and measure.kind == "count" and (noun is None or measure.unit is None):
        own = noun is not None and not _is_pronoun(noun)
        left = NOTHING if own else thing(text, counted, place, sentence, nearest=counted is before)
        noun, unit, unit_text = left if left.noun is not None else (noun, unit, unit_text)
    if noun is not None and measure.kind in ("duration", "age") and text[noun.start].isdigit():
        noun = None  # "4hr 32min 11sec", "a 60-year-old would tap 2%, a 65-year-old 3%"
    if noun is None and before is not None and elision.earlier(text, before.figure, measure, sentence):
        noun = before.noun
    return noun, unit, unit_text


def _direction(text: str, seen: Seen, known: Knowledge, before: Told | None) -> Trend | None:
    """The trend: of a multiple by its value, else by the words around, else that of a parallel before."""
    measure, hedged, place, sentence = seen
    if measure.number == "multiple" and place.first.pos_ == "VERB":
        return "up" if (measure.value or 0) > 1 else "down"
    trend = known.trends.trend(text, hedged.start, hedged.end, place.root, measure.kind)
    if trend is None and before is not None:
        return elision.trend(text, before.figure, measure, sentence)
    return trend


def _written(text: str, noun: Phrase | None) -> str | None:
    return " ".join(text[noun.start : noun.end].split()) if noun is not None else None


def _level(text: str, place: Place, known: Knowledge) -> Phrase | None:
    """What a number that counts nothing is the level of: "the index rose to 1,333"; "one" and "all 46" tell nothing."""
    if not text[place.first.idx].isdigit() or place.root.dep_ in ("nsubj", "nsubjpass", "conj", "nummod"):
        return None
    return known.nouns.measured(place.root, place.end.i, range(place.first.i, place.end.i + 1))


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
) -> Bound:
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


def _noun(text: str, measure: Measure, place: Place, known: Knowledge) -> tuple[Phrase | None, str | None, str | None]:
    """The noun phrase, the unit's name and the unit as written."""
    if measure.number in ("multiple", "times"):
        return known.nouns.multiplied(place), None, None
    if measure.kind in ("count", "ratio") and measure.unit is None:
        noun = counted_by(place.first, place.end, singular=measure.value == 1)
        if noun is None or measure.kind == "ratio" or _is_share(text, measure):
            return noun, None, None
        written = " ".join(text[noun.start : noun.head.idx + len(noun.head)].split())
        return noun, known.nouns.lemma(noun.head), written
    if measure.kind in ("score", "rank"):
        return None, None, None
    taken = range(place.first.i, place.end.i + 1)
    lasting = measure.kind == "duration"
    return known.nouns.measured(place.root, place.end.i, taken, lasting=lasting), measure.unit, measure.unit_text


def _is_share(text: str, measure: Measure) -> bool:
    """A fraction is a share of something, but "1/2 cup" is half of one cup."""
    return measure.number == "fraction" and not (
        text[measure.last - 1].isdigit()
        and text[measure.last : measure.last + 2].strip().isalpha()
        and not text.startswith(" of ", measure.last)
    )


def _is_pronoun(noun: Phrase) -> bool:
    """ "Four of them": the pronoun is not what is counted."""
    return bool(noun.head.pos_ == "PRON")


def _is_conversion(text: str, before: FigureFound, measure: Measure) -> bool:
    """ "100 kilometres (60 miles)": the second says again what the first says, hedge and all."""
    same = (measure.unit is not None and measure.kind == before["kind"]) or before["kind"] == "rate"
    return same and text[before["end"] : measure.start] == " (" and text[measure.end : measure.end + 1] == ")"


def _counts(figure: FigureFound, measure: Measure, place: Place) -> bool:
    """Whether a bare "one" or a zero counts something: "one soldier died", not "one wonders", "nobody sang"."""
    if measure.number in ("zero", "pair", "manifold"):
        return figure["role"] is not None
    if measure.value == 1 and place.first.lower_ == "one" and figure["kind"] == "count":
        following = place.end.i + 1
        among = following < len(place.end.doc) and place.end.doc[following].lower_ == "of"  # "runs one of the shelters"
        if among and place.root.dep_ == "attr":
            return False  # "she was one of six people who were wounded"
        return figure["role"] is not None or not (figure["noun"] is None or (among and figure["bound"] == "="))
    return True
