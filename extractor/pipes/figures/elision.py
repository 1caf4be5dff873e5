"""What a figure leaves out because the one before it has said it: "14 died and 20 were hurt", "from 290 kroner to 255".

Both the counted noun and the unit are only taken over within one sentence, and only where the grammar of the second
figure runs parallel to that of the first.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Token

from extractor.annotations import FigureFound
from extractor.pipes.figures.frames import Found
from extractor.pipes.figures.leaving import Leaving
from extractor.pipes.figures.measure import Measure
from extractor.pipes.figures.phrases import Phrase
from extractor.pipes.figures.place import Place, Seen, Sentence
from extractor.syntax import has_subject
from extractor.vocabulary import Trend

EARLIER_REACH = 64
"""Characters of "compared with an earlier total of" before a level."""
FROM = re.compile(r",?\sfrom\s(?:about\s|just\s|only\s|some\s)?\Z")
FROM_REACH = 32
"""Characters from a count to its earlier level behind "from": "19 goals this season, from 11 in the last"."""
COMPARED = re.compile(r"\s(?:more|fewer|less)(?:\sthan\b|\s?[.,;]|\s?\Z)")
"""Behind a difference: "Ten women were elected, two more than in 2022"."""
PUT_REACH = 240
NEXT = 40
"""Characters between two distances of one change."""
BETWEEN = re.compile(r"\s(?:to|from)\s", re.IGNORECASE)
BY = re.compile(r"\bby\s(?:about\s|just\s|some\s)?\Z", re.IGNORECASE)
OR_IN = re.compile(r",?\s(?:or|equal\sto|i\.e\.)\s(?:about\s|around\s|nearly\s|almost\s|some\s|roughly\s)?|\s\(")
"""Before the same distance in another measure."""
JOINED = re.compile(
    r"\s(?:of|from|in|on|to)\s[^,.;:()]{2,48}?,?\s(?:and|or)\s(?:about\s|over\s|nearly\s|almost\s|some\s|more\sthan\s)?"
)
"""Between two distances of one change: "3 percent of the price of wool and over 4 percent"."""
THEN = re.compile(r"(?:,\s|\s)(?:and\s)?(?:then|later|finally)\s(?:up\sto\s|about\s|some\s|another\s)?\Z")
"""Before the next of several counts of the same: "four dead birds, then 16, then 30"."""
PLAIN = frozenset({"count", "ratio", "age", "duration", "rank", "score"})
MONIES = frozenset({"money", "rate"})


AND_THEN = re.compile(r"(?:\band|[,;])\s\Z")
FAR = 24
"""Tokens between two counts of which the second leaves out its verb."""
NEXT_PLACE = 6
"""Tokens from one count in a list of places to the next: "six in Brill and three on the islands"."""


class Told(NamedTuple):
    """A figure with its tokens and its noun phrase, for the one after it."""

    figure: FigureFound
    place: Place
    noun: Phrase | None
    role: Found | None = None


class Left(NamedTuple):
    """A noun phrase, a unit and the unit as written, that a figure leaves out."""

    noun: Phrase | None
    unit: str | None
    unit_text: str | None


NOTHING = Left(None, None, None)


def thing(text: str, before: Told, seen: Seen, words: Leaving, *, nearest: bool) -> Left:
    """The noun of the count before, where this one leaves it out: "68,400 workers ... and 95,800 who".

    `nearest`: no other figure stands between, so that "of them" can mean what is counted there.
    """
    figure, _, noun, _ = before
    _, _, place, sentence = seen
    if noun is None or figure["kind"] != "count":
        return NOTHING
    if nearest and is_there(text, figure, place, words):
        return Left(noun, figure["unit"], figure["unit_text"])
    if figure["sentence"] != sentence.stretch:
        return NOTHING
    joined = any(step(text, before, place, words) for _, step in (*JOINING, *(NEAREST if nearest else ())))
    return Left(noun, figure["unit"], figure["unit_text"]) if joined else NOTHING


def _listed(text: str, before: Told, place: Place, words: Leaving) -> bool:  # noqa: ARG001 - all steps are asked alike
    """ "12 men and nine": joined with the noun or the number before."""
    heads = (before.noun.head.i if before.noun is not None else -1, before.place.root.i)
    return bool(place.root.dep_ == "conj" and place.root.head.i in heads)


def _followed(text: str, before: Told, place: Place, words: Leaving) -> bool:  # noqa: ARG001
    """ "68,400 workers ... and 95,800 who"."""
    following = place.end.i + 1
    return bool(following < len(place.end.doc) and place.end.doc[following].lower_ == "who")


def _included(text: str, before: Told, place: Place, words: Leaving) -> bool:  # noqa: ARG001
    return bool(place.root.dep_ == "pobj" and place.root.head.lower_ == "including")


def _earlier(text: str, before: Told, place: Place, words: Leaving) -> bool:
    start = place.first.idx
    near = start - before.figure["end"] < FROM_REACH and FROM.search(text, max(0, start - 16), start)
    return bool(near) or words.earlier.search(text, max(0, start - EARLIER_REACH), start) is not None


def _compared(text: str, before: Told, place: Place, words: Leaving) -> bool:  # noqa: ARG001
    return COMPARED.match(text, place.end.idx + len(place.end)) is not None


def _then(text: str, before: Told, place: Place, words: Leaving) -> bool:  # noqa: ARG001
    start = place.first.idx
    return THEN.search(text, max(0, start - 32), start) is not None


def _of_alike(text: str, before: Told, place: Place, words: Leaving) -> bool:  # noqa: ARG001
    """Parallel to the one before: joined subjects, or objects of one verb said twice."""
    noun = before.noun
    return noun is not None and (_parallel(place.root, noun.head) or _same_act(place.root, noun.head))


def _of_which(text: str, before: Told, place: Place, words: Leaving) -> bool:  # noqa: ARG001
    start = place.first.idx
    return words.of_which.search(text, max(0, start - 64), start) is not None


def _of_them(text: str, before: Told, place: Place, words: Leaving) -> bool:  # noqa: ARG001
    return words.of_them.match(text, place.end.idx + len(place.end)) is not None


def again(text: str, before: FigureFound, measure: Measure, sentence: Sentence, words: Leaving) -> bool:
    """Whether a measure is of what the one before it is of: its earlier level, or the same in another unit.

    "net of $68m, or 83 cents a share, up from $67m", "78 per cent will be paid in cash, up from 50".
    """
    if before["sentence"] != sentence.stretch:
        return False
    earlier = words.earlier.search(text, max(0, measure.start - EARLIER_REACH), measure.start)
    if measure.unit is None and measure.kind == "count" and before["unit"] is None:
        near = measure.start - before["end"] < NEXT and FROM.search(text, max(0, measure.start - 16), measure.start)
        return bool(earlier or near)  # "The party doubled its seats to 22 from ten"
    if measure.unit is None or measure.kind in PLAIN:
        return False
    if earlier:
        return before["unit"] == measure.unit or {before["kind"], measure.kind} <= MONIES
    return bool(OR_IN.fullmatch(text, before["end"], measure.start)) and before["kind"] not in PLAIN


def trend(text: str, before: FigureFound, measure: Measure, sentence: Sentence) -> Trend | None:
    """The trend that a parallel leaves out: "Wool was down 2.3%, hemp by 2.6%", "rose 40 points, or 0.3%"."""
    if (
        before["sentence"] == sentence.stretch
        and before["trend"]
        and OR_IN.fullmatch(text, before["end"], measure.start)
    ):
        return before["trend"]
    alike = before["sentence"] == sentence.stretch and before["unit"] == measure.unit is not None
    if alike and JOINED.fullmatch(text, before["end"], measure.start):
        return before["trend"]
    near = measure.start - before["end"] < NEXT and BY.search(text, max(0, measure.start - 16), measure.start)
    return before["trend"] if alike and near else None


Joining = Callable[[str, Told, Place, Leaving], bool]
JOINING: tuple[tuple[str, Joining], ...] = (
    ("listed", _listed),
    ("followed", _followed),
    ("included", _included),
    ("earlier", _earlier),
    ("compared", _compared),
    ("then", _then),
    ("alike", _of_alike),
)
"""What joins a number with the count before, so that it can leave out its noun."""
NEAREST: tuple[tuple[str, Joining], ...] = (("of which", _of_which), ("of them", _of_them))
"""What does where no other figure stands between."""


def _parallel(root: Token, head: Token) -> bool:
    """Whether both are subjects of joined clauses: "Eight families got the worst news and six got the best"."""
    if root.dep_ not in ("nsubj", "nsubjpass") or head.dep_ not in ("nsubj", "nsubjpass"):
        return False
    verb = root.head
    for _ in range(3):
        if verb.dep_ not in ("conj", "ccomp", "advcl") or (verb.dep_ == "ccomp" and verb.head.i == head.head.i):
            return False  # "one official said 40 were killed"
        verb = verb.head
        if verb.i == head.head.i:
            return True
    return False


def is_there(text: str, before: FigureFound, place: Place, words: Leaving) -> bool:
    """Whether a bare number counts again what the sentence before counts: "A year ago there were 94."."""
    start, end = place.first.idx, place.end.idx + len(place.end)
    near = 0 < start - before["end"] < PUT_REACH and text[end : end + 1] in (".", ",", ";", "")
    return near and words.there.search(text, max(0, start - 32), start) is not None


def _same_act(root: Token, head: Token) -> bool:
    """Whether both are objects of the same verb, said of others: "Roe has won 25 delegates and Pim has won 13"."""
    verb, other = root.head, head.head
    alike = root.dep_ == head.dep_ == "dobj" and root.i > head.i and verb.i != other.i
    return alike and verb.lemma_ == other.lemma_ and has_subject(verb)


def role(text: str, before: Told | None, seen: Seen, words: Leaving) -> Found | None:
    """The role that a count leaves out: "the toll rose from 32 to 41", "the rebels put it at 60", "two on Samos"."""
    if before is None or before.role is None:
        return None
    start, end = seen.hedged.start, before.figure["end"]
    same = before.figure["sentence"] == seen.sentence.stretch
    left_out = same and (
        BETWEEN.fullmatch(text[end:start])
        or words.total.search(text, max(0, start - 48), start)
        or words.earlier.search(text, max(0, start - EARLIER_REACH), start)
    )
    put = start - end < PUT_REACH and words.put.search(text, max(0, start - 48), start)
    again = (same and is_elsewhere(text, before, seen, words)) or is_there(text, before.figure, seen.place, words)
    return before.role if left_out or put or again else None


def is_elsewhere(text: str, before: Told, seen: Seen, words: Leaving) -> bool:
    """ "At least 85 have died in Norland and two on Samos": the verb is left out, and a place follows."""
    place, start = seen.place, seen.hedged.start
    if not words.elsewhere.match(text, seen.hedged.end) or not AND_THEN.search(text, max(0, start - 8), start):
        return False
    doc, at = place.first.doc, place.end.i + 1
    between = doc[before.place.end.i + 1 : place.first.i]
    chained = words.elsewhere.match(text, before.figure["end"]) and before.figure["role"] and len(between) < NEXT_PLACE
    told = any(token.pos_ in ("VERB", "AUX") for token in between)
    if len(between) > FAR or not (told or chained):
        return False
    while at < len(doc) and doc[at].sent_start is not True and doc[at].text not in (",", ";", "."):
        if doc[at].pos_ in ("VERB", "AUX"):
            return False
        at += 1
    return True
