"""What a figure leaves out because the one before it has said it: "14 died and 20 were hurt", "from 290 kroner to 255".

Both the counted noun and the unit are only taken over within one sentence, and only where the grammar of the second
figure runs parallel to that of the first.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Doc, Token

from extractor.annotations import FigureFound
from extractor.pipes.figures.frames import Found
from extractor.pipes.figures.measure import Measure
from extractor.pipes.figures.phrases import NOMINAL, Phrase
from extractor.pipes.figures.place import Place, Seen, Sentence
from extractor.syntax import has_subject
from extractor.syntax.lists import Lists
from extractor.vocabulary import Trend

EARLIER = re.compile(r"\b(?:up|down)\sfrom\s(?:about\s|just\s|some\s)?\Z")
"""Before the level that a count had earlier: "3,000 people have fled, up from 800 on Monday"."""
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
LEADING = frozenset({"by", "at", "to", "between", "up", "down"})
"""Words between the noun of a clause without a verb and its figure."""
NAMING = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PART"})
LONGEST = 12
"""Tokens between two figures of which the second has a clause of its own."""


class Leaving(NamedTuple):
    """The words around what is left out.

    `of_which` before a part of what is told ("Of the 40 hostages, three were freed", "22 bodies, of which 14"),
    `of_whom` and `of_them` behind one, `total` before the sum of the same ("bringing the total to 4,300"), `put`
    before what another source says of the same, `there` before a count of what the sentence before counts ("The town
    has had 81 homicides. A year ago there were 94."), `elsewhere` behind a count in another place.
    """

    of_which: re.Pattern[str]
    of_whom: re.Pattern[str]
    of_them: re.Pattern[str]
    total: re.Pattern[str]
    put: re.Pattern[str]
    there: re.Pattern[str]
    elsewhere: re.Pattern[str]

    @classmethod
    def of(cls, lists: Lists) -> "Leaving":
        """The patterns of the lists."""
        of_whom = r"\s(?:more\s)?of\s(?:{of whom})\b"
        some = r"(?:about\s|only\s|just\s|at\sleast\s|some\s)?\Z"
        return cls(
            of_which=lists.pattern(rf"\bof\s(?:(?:{{of whom}}),?|(?:{{the}})\s[^.;,]{{0,40}},)\s{some}", re.IGNORECASE),
            of_whom=lists.pattern(of_whom, re.IGNORECASE),
            of_them=lists.pattern(rf"{of_whom}(?!\s[a-z]+s\b)", re.IGNORECASE),
            total=lists.pattern(
                r"\b(?:{totals raised})\s(?:{whose total})\s(?:[a-z]+\s){0,2}(?:{totals})\s(?:so\sfar\s)?to\s\Z"
            ),
            put=lists.pattern(
                r"\b(?:{put})\s(?:it|the\s(?:number|figure|total))\s(?:(?:much|far)\s)?(?:(?:higher|lower),?\s)?at\s\Z"
            ),
            there=lists.pattern(rf"\bthere\s(?:{{were}})\s{some}", re.IGNORECASE),
            elsewhere=lists.pattern(r"\s(?:more\s|others\s)?(?:{elsewhere})\b"),
        )


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


def _earlier(text: str, before: Told, place: Place, words: Leaving) -> bool:  # noqa: ARG001
    start = place.first.idx
    return EARLIER.search(text, max(0, start - 24), start) is not None


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


def again(text: str, before: FigureFound, measure: Measure, sentence: Sentence) -> bool:
    """Whether a measure is of what the one before it is of: its earlier level, or the same in another unit.

    "net of $68m, or 83 cents a share, up from $67m", "78 per cent will be paid in cash, up from 50".
    """
    if before["sentence"] != sentence.stretch or measure.unit is None or measure.kind in PLAIN:
        return False
    if EARLIER.search(text, max(0, measure.start - 24), measure.start):
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


def gapped(before: Told, seen: Seen) -> Phrase | None:
    """The noun of a clause that leaves out its verb: "Wool rose 3% and hemp 2%", "with fats between 6% and 7%".

    The noun stands right before the figure, and no verb between the two figures.
    """
    measure, hedged, place, sentence = seen
    same = (before.figure["sentence"], before.figure["unit"]) == (sentence.stretch, measure.unit)
    if measure.kind in PLAIN or not same:
        return None
    doc, begin, stop = place.first.doc, before.place.end.i + 1, place.first.i
    while stop > begin and (doc[stop - 1].idx >= hedged.start or doc[stop - 1].lower_ in LEADING):
        stop -= 1
    if stop - begin > LONGEST or any(token.pos_ in ("VERB", "AUX") for token in doc[begin:stop]):
        return None
    return _name_before(doc, begin, stop)


def _name_before(doc: Doc, begin: int, stop: int) -> Phrase | None:
    """The noun phrase that ends before token `stop` and begins a clause at `begin` or behind a comma or "and"."""
    first = stop
    while first > begin and (doc[first - 1].pos_ in NAMING or doc[first - 1].lower_ in ("and", "of", "&")):
        first -= 1
    while first < stop and (doc[first].pos_ in ("CCONJ", "DET") or doc[first].lower_ == "of"):
        first += 1
    if first == stop or not (first == begin or doc[first - 1].pos_ in ("PUNCT", "CCONJ", "SCONJ", "DET")):
        return None
    head = doc[stop - 1]
    if head.pos_ not in NOMINAL or any(token.ent_type_ in ("DATE", "TIME") for token in doc[first:stop]):
        return None
    return Phrase(head, doc[first].idx, head.idx + len(head))


Joining = Callable[[str, Told, Place, Leaving], bool]
JOINING: tuple[tuple[str, Joining], ...] = (
    ("listed", _listed),
    ("followed", _followed),
    ("included", _included),
    ("earlier", _earlier),
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
    left_out = same and (BETWEEN.fullmatch(text[end:start]) or words.total.search(text, max(0, start - 48), start))
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
