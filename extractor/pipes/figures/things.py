"""What a number is of: said beside it, left out because a figure before has said it, or told by the clause."""

import re
from collections.abc import Callable
from typing import NamedTuple

from extractor.pipes.figures import elision, gapping
from extractor.pipes.figures.counted import counted_by
from extractor.pipes.figures.elision import Told
from extractor.pipes.figures.knowledge import Knowledge
from extractor.pipes.figures.measure import Measure
from extractor.pipes.figures.phrases import NOMINAL, Phrase, phrase
from extractor.pipes.figures.place import Place, Seen
from extractor.pipes.figures.retold import of_them
from extractor.pipes.figures.wholes import whole_of

WHEN = re.compile(r"(?:last|this|next)\s")


class Thing(NamedTuple):
    """A noun phrase, the unit's name and the unit as written."""

    noun: Phrase | None
    unit: str | None
    unit_text: str | None


class Asked(NamedTuple):
    """The number of which it is asked what it is of, with the figure before it and the last one that counts."""

    text: str
    seen: Seen
    known: Knowledge
    before: Told | None
    counted: Told | None


def thing(asked: Asked) -> Thing:
    """What a number is of: said beside it, or left out because a figure before has said it."""
    found = _beside(asked.text, asked.seen.measure, asked.seen.place, asked.known)
    for _, step in STEPS:
        found = step(found, asked)
    return found


def _left_out(found: Thing, asked: Asked) -> Thing:
    """The thing of the count before, where a count names none of its own."""
    measure = asked.seen.measure
    known = asked.known
    counted, own = asked.counted, found.noun is not None and not is_pronoun(found.noun)
    if counted is None or own or measure.kind != "count":
        return found
    left = elision.thing(asked.text, counted, asked.seen, known.leaving, nearest=counted is asked.before)
    return Thing(*left) if left.noun is not None else found


def _when(found: Thing, asked: Asked) -> Thing:
    """No noun for a part with only a time beside it: "Sales fell about a third last year", "by a fifth last year"."""
    noun, measure = found.noun, asked.seen.measure
    if noun is None or asked.text[measure.end : noun.start].strip():
        return found
    if noun.start > measure.start and noun.head.tag_ == "NN" and WHEN.match(asked.text, noun.start):
        return Thing(None, measure.unit, measure.unit_text)  # "12 games, as against seven last season"
    if not is_share(asked.text, measure):
        return found
    timed = noun.head.dep_ == "npadvmod" or asked.known.units.time(asked.text, noun.start, noun.end) is not None
    return found._replace(noun=None) if timed else found


def _of_them(found: Thing, asked: Asked) -> Thing:
    """The girls of "three of them girls"."""
    text, known = asked.text, asked.known
    named = of_them(text, asked.seen.place, known.leaving) if asked.seen.measure.kind == "count" else None
    if named is None:
        return found
    return Thing(named, known.nouns.lemma(named.head), text[named.start : named.head.idx + len(named.head)])


def _lasting(found: Thing, asked: Asked) -> Thing:
    """No noun for "4hr 32min 11sec", for "a 60-year-old would tap 2%", for what only says when: "in the past year"."""
    measure, noun = asked.seen.measure, found.noun
    if noun is None or measure.kind not in ("duration", "age"):
        return found
    place = asked.seen.place
    before = measure.kind == "duration" and noun.start < measure.start
    when = before and asked.known.nouns.is_time(place.first, place.end)
    own = measure.kind == "age" and noun.head.lemma_ == "age"  # "under the age of 16"
    return found._replace(noun=None) if when or own or asked.text[noun.start].isdigit() else found


def _again(found: Thing, asked: Asked) -> Thing:
    """What the measure before is of, of its earlier level: "net of $68m, up from $67m"."""
    before, seen = asked.before, asked.seen
    own = found.noun is not None and found.noun.start >= seen.measure.end  # "compared with 11 percent of women"
    if before is None or before.noun is None or own:
        return found
    same = elision.again(asked.text, before.figure, seen.measure, seen.sentence, asked.known.leaving)
    return found._replace(noun=before.noun) if same else found


def _number_of(found: Thing, asked: Asked) -> Thing:
    """The people of "The number of people who need food rose to 2.6 million"."""
    if found.noun is not None or asked.seen.measure.kind != "count":
        return found
    of = asked.known.nouns.number_of(asked.seen.place.root)
    return found if of is None else Thing(of, asked.known.nouns.lemma(of.head), None)


def _of_whole(found: Thing, asked: Asked) -> Thing:
    """The victims of "Of the victims, nine were miners"."""
    if found.noun is not None or asked.seen.measure.kind != "count":
        return found
    whole = whole_of(asked.seen.place)
    if whole is None or whole.tag_ not in ("NNS", "NNPS"):
        return found
    return Thing(phrase(whole), asked.known.nouns.lemma(whole), whole.text)


def _retold(found: Thing, asked: Asked) -> Thing:
    """What the count before counts, told again: "The mayor said four houses burned. The fire service counted nine."."""
    before = asked.before
    if found.noun is not None or before is None or before.noun is None or asked.seen.measure.kind != "count":
        return found
    figure = before.figure
    again = asked.known.retold.is_again(before, asked.seen, asked.text)
    return Thing(before.noun, figure["unit"], figure["unit_text"]) if again else found


STEPS: tuple[tuple[str, Callable[[Thing, Asked], Thing]], ...] = (
    ("when", _when),
    ("left out", _left_out),
    ("of them", _of_them),
    ("lasting", _lasting),
    ("again", _again),
    ("number of", _number_of),
    ("of the whole", _of_whole),
    ("retold", _retold),
)


def further(seen: Seen, known: Knowledge, before: Told | None, kind: str, noun: Phrase | None) -> Phrase | None:
    """What a figure without a role is of where that is not what stands beside it; what is counted stays its unit."""
    measure, _, place, _ = seen
    if kind != "count":
        apart = before is not None and noun is not None and noun.start >= before.figure["end"]
        alone = gapping.absolute(seen, known.leaving.particles)
        return alone or (None if apart or before is None else gapping.gapped(before, seen, known.leaving.particles))
    if noun is None or measure.value == 1 or measure.unit is not None:
        return None
    return known.nouns.outer(noun.head, place.end) or known.nouns.gauged(noun.head, place.first)


def level(text: str, place: Place, known: Knowledge) -> Phrase | None:
    """What a number that counts nothing is the level of: "the index rose to 1,333"; "one" and "all 46" tell nothing."""
    if not text[place.first.idx].isdigit() or place.root.dep_ in ("nsubj", "nsubjpass", "conj", "nummod"):
        return None
    return known.nouns.measured(place.root, place.end.i, range(place.first.i, place.end.i + 1))


def written(text: str, noun: Phrase | None) -> str | None:
    """The phrase as the text has it, on one line."""
    return " ".join(text[noun.start : noun.end].split()) if noun is not None else None


def is_share(text: str, measure: Measure) -> bool:
    """A fraction is a share of something, but "1/2 cup" is half of one cup."""
    return measure.number == "fraction" and not (
        text[measure.last - 1].isdigit()
        and text[measure.last : measure.last + 2].strip().isalpha()
        and not text.startswith(" of ", measure.last)
    )


def _is_changed_share(text: str, measure: Measure, place: Place) -> bool:
    """ "Profit jumped by a fifth", "fell a third to $4m": a share that says how far, and of nothing behind it."""
    ends = place.end.i + 1 >= len(place.end.doc) or place.end.nbor(1).pos_ in (
        "ADP",
        "PART",
        "PUNCT",
        "SCONJ",
        "CCONJ",
        "ADV",
    )
    return ends and measure.unit is None and is_share(text, measure) and not text.startswith(" of ", measure.end)


def _worth(place: Place, measure: Measure) -> Phrase | None:
    """ "Police seized 30 kilograms of cocaine worth $2 million": the noun right before it."""
    first = place.first
    while first.i > 0 and first.idx > measure.start:
        first = first.nbor(-1)
    if first.i < 2 or first.nbor(-1).lower_ != "worth":
        return None
    noun = first.nbor(-2)
    return phrase(noun) if noun.pos_ in NOMINAL else None


def is_pronoun(noun: Phrase) -> bool:
    """ "Four of them": the pronoun is not what is counted."""
    return bool(noun.head.pos_ == "PRON")


def _beside(text: str, measure: Measure, place: Place, known: Knowledge) -> Thing:
    """What the phrase and the clause of the number say, by the first step that knows."""
    return next(found for _, step in BESIDE if (found := step(text, measure, place, known)) is not None)


def _multiplied(text: str, measure: Measure, place: Place, known: Knowledge) -> Thing | None:  # noqa: ARG001
    multiplies = measure.number in ("multiple", "times")
    return Thing(known.nouns.multiplied(place), None, None) if multiplies else None


def _shared(text: str, measure: Measure, place: Place, known: Knowledge) -> Thing | None:
    if not _is_changed_share(text, measure, place):
        return None
    before = place.first.doc[max(0, place.first.i - 2)]
    by = before.lower_ == "by"  # "jumped by a fifth to $90m", which the parser takes for a fifth of the money
    noun = known.nouns.measured(before if by else place.root, place.end.i, _taken(place))
    return Thing(noun if noun is not None and noun.start < measure.start else None, None, None)


def _counted(text: str, measure: Measure, place: Place, known: Knowledge) -> Thing | None:
    """What a bare number counts."""
    if measure.kind not in ("count", "ratio") or measure.unit is not None:
        return None
    noun = counted_by(place.first, place.end, known.nouns.more, singular=measure.value == 1)
    if noun is not None and measure.number == "share" and _is_verb(place, noun):
        noun = None
    if noun is None or measure.kind == "ratio" or is_share(text, measure):
        return Thing(noun, None, None)
    unit_text = " ".join(text[noun.start : noun.head.idx + len(noun.head)].split())
    return Thing(noun, known.nouns.lemma(noun.head), unit_text)


def _is_verb(place: Place, noun: Phrase) -> bool:
    """Whether the noun begins with the clause's verb, of which the parser sees none: "One in eight mentioned tax"."""
    verb = next((token for token in place.end.doc[place.end.i + 1 : noun.head.i]), None)
    root = place.first
    while root.dep_ not in ("ROOT", "ccomp") and root.head.like_num:
        root = root.head
    return (
        verb is not None
        and verb.tag_ in ("VBN", "VBD")
        and (noun.head.dep_ == "ROOT" or (root.dep_ == "ROOT" and root.like_num))
    )


def _placed(text: str, measure: Measure, place: Place, known: Knowledge) -> Thing | None:  # noqa: ARG001
    """Scores and ranks are of nothing."""
    return Thing(None, None, None) if measure.kind in ("score", "rank") else None


def _rated(text: str, measure: Measure, place: Place, known: Knowledge) -> Thing | None:  # noqa: ARG001
    """ "nine deaths per 1,000 births"."""
    if measure.kind != "rate" or not (measure.unit or "").startswith("per 1") or measure.unit_text is not None:
        return None
    noun = counted_by(place.first, place.last, known.nouns.more, singular=False)
    return Thing(noun, measure.unit, None) if noun is not None else None


def _priced(text: str, measure: Measure, place: Place, known: Knowledge) -> Thing | None:  # noqa: ARG001
    worth = _worth(place, measure) if measure.kind == "money" else None
    return Thing(worth, measure.unit, measure.unit_text) if worth is not None else None


def _measured(text: str, measure: Measure, place: Place, known: Knowledge) -> Thing | None:  # noqa: ARG001
    lasting = measure.kind == "duration"
    share = measure.kind == "percent"
    noun = known.nouns.measured(place.root, place.end.i, _taken(place), lasting=lasting, share=share)
    return Thing(noun, measure.unit, measure.unit_text)


def _taken(place: Place) -> range:
    """The tokens of the measure itself."""
    return range(place.first.i, place.end.i + 1)


BESIDE: tuple[tuple[str, Callable[[str, Measure, Place, Knowledge], Thing | None]], ...] = (
    ("multiplied", _multiplied),
    ("a share that changed", _shared),
    ("counted", _counted),
    ("a score or a rank", _placed),
    ("a rate of many", _rated),
    ("worth so much", _priced),
    ("measured", _measured),
)
"""What says what a number is of; the last one always answers."""
