"""Who gives a figure without a quote: "Officials put the toll at 41", "The bank expects output to grow by 1.6 percent".

No words are reported here, so `news_quotes` finds nothing; but the subject of the verb vouches for the number. The
verb is looked for up the tree from the number, so that the nearest one wins: in "the Red Cross said, while officials
insisted that no more than 26 had died" it is the officials.
"""

from collections.abc import Callable, Iterable
from typing import ClassVar, Literal, NamedTuple

from msgspec.structs import replace
from spacy.tokens import Token

from extractor import tables
from extractor.annotations import Stretch

PREPOSITIONS = frozenset({"at", "to", "from", "between"})
CLIMB = 12
"""Steps from a number to the verb that gives it."""
FINITE = frozenset({"VBD", "VBZ", "VBP"})
ENDING = frozenset({"PUNCT", "CCONJ", "ADV", "SCONJ"})
ANYTHING = "*"
"""Among a row's objects: whatever it is put on, if the number is bare."""
MOST_CHILDREN = 100
"""A head with more is no verb of a sentence but a list without end, and each of its numbers would look through it."""
MOST_WORDS = 400
"""Nor one with so many words under it: spaCy goes through them all to tell its children."""
LONGEST = 24
"""Tokens in the name of who gives it: "Dr. Salamatou Lawandi, the chief surgeon at the hospital"."""

GivingFrame = Literal["at", "clause", "object", "of", "tag", "total"]


class Giver(tables.Row, frozen=True, kw_only=True):
    """A verb whose subject gives a number: behind "at" or "to" (with one of `objects`), in the clause that it governs,
    as its object, behind "of", behind its object that is a total ("gave a lower toll of 29"), or in the clause
    that it follows as a tag (", the clinic said,").
    """

    KEYS: ClassVar[tuple[str, ...]] = ("verb", "frame")

    verb: str
    frame: GivingFrame
    objects: tuple[str, ...] = ()


class Mute(tables.Row, frozen=True, kw_only=True):
    """A noun that gives no figures though it is the subject of such a verb: "the epidemic claimed 40 lives"."""

    noun: str


class Giving(NamedTuple):
    """Who gives a figure: the stretch, the verb (a token's index) and the row."""

    source: Stretch
    verb: int
    rule: str


class _Step(NamedTuple):
    """One step up the tree: the token below, its head, whether "at" or "of" has been passed since the number; `bare` is
    a number that says no unit and no noun.
    """

    below: Token
    verb: Token
    passed: frozenset[str]
    bare: bool


class Givers:
    """The tables, by verb."""

    def __init__(self, rows: Iterable[Giver], mute: Iterable[Mute], totals: frozenset[str]) -> None:
        rows = (replace(row, objects=tuple(sorted(totals))) if row.frame == "total" else row for row in rows)
        self._rows = {(row.verb, row.frame): row for row in rows}
        self._verbs = {verb for verb, _ in self._rows}
        self._mute = frozenset(row.noun for row in mute)

    def can_speak(self, noun: Token) -> bool:
        """Whether the head of a mention is somebody or something that gives figures."""
        return noun.lemma_.lower() not in self._mute

    def giver(self, number: Token, *, until: int | None = None) -> Giving | None:
        """Who gives the number whose head is the token; looked for below the token `until` (a quote's cue)."""
        token, passed = number, frozenset[str]()
        for _ in range(CLIMB):
            head = token.head
            if head.i == token.i:
                return self._tagged(number, token)
            if token.dep_ == "prep":
                passed |= {token.lower_}
            if head.i == until:
                return None
            if head.pos_ in ("VERB", "AUX"):
                step = _Step(token, head, passed, _is_bare(number))
                found = self._given(step) or self._tagged(number, head)
                if found is not None:
                    return found
                passed = frozenset()  # the "at" of an inner clause is none of the verb above it
            token = head
        return None

    def _given(self, step: _Step) -> Giving | None:
        """By the verb above the number, by the first of the frames that fits."""
        verb = step.verb.lemma_.lower()
        if verb not in self._verbs:
            return self._aware(step)
        for frame, fits in FRAMES:
            row = self._rows.get((verb, frame))
            if row is not None and fits(step, row):
                return self._giving(step.verb, row, before=True)
        return None

    def _aware(self, step: _Step) -> Giving | None:
        """By the adjective under a copula: "The clinic is aware of 19 cases"."""
        below = step.below
        row = self._rows.get((below.lower_, "of")) if below.dep_ == "acomp" and "of" in step.passed else None
        return None if row is None else self._giving(step.verb, row, before=True)

    def tag(self, verb: Token) -> Giver | None:
        """The row of a verb that can stand as a tag, in a tense of its own."""
        return self._rows.get((verb.lemma_.lower(), "tag")) if verb.tag_ in FINITE else None

    def tags(self) -> list[str]:
        """The lemmas of verbs that can stand as a tag."""
        return [verb for verb, frame in self._rows if frame == "tag"]

    def _tagged(self, number: Token, verb: Token) -> Giving | None:
        """ "Nine were hurt, the clinic said, and 40 houses burned": a clause beside the one that gives the number."""
        if verb.n_lefts + verb.n_rights > MOST_CHILDREN or verb.right_edge.i - verb.left_edge.i > MOST_WORDS:
            return None
        for child in verb.children:
            row = self._rows.get((child.lemma_.lower(), "tag"))
            if child.dep_ == "parataxis" and row is not None and child.i > number.i and _bare(child):
                return self._giving(child, row, before=False)
        return None

    def _giving(self, verb: Token, row: Giver, *, before: bool) -> Giving | None:
        subject = _subject(verb)
        if subject is None or not self.can_speak(subject) or subject.ent_type_ in ("DATE", "CARDINAL"):
            return None
        source = stretch_of(subject, verb)
        if source is None or (before and source["end"] > verb.idx):
            return None
        return Giving(source, verb.i, row.rule)


def _behind_at(step: _Step, row: Giver) -> bool:
    """ "Put the toll at 41", "put turnout at 5,000": what it is put on stands between; anything where the number is
    bare, "put the dead at nine", for nobody puts a lamp at nine.
    """
    if not step.passed & PREPOSITIONS:
        return False
    objects = {child.lemma_.lower() for child in step.verb.rights if child.i < step.below.i or child.dep_ == "dobj"}
    counted = step.bare and ANYTHING in row.objects and "at" in step.passed and bool(objects)
    return counted or not objects.isdisjoint(row.objects)


def _in_the_clause(step: _Step, row: Giver) -> bool:  # noqa: ARG001 - one shape for all frames
    below, verb = step.below, step.verb
    if below.i < verb.i and any(token.text == ";" for token in below.doc[below.i : verb.i]):
        return False  # "The government says 85 died; residents count 140 graves."
    return str(below.dep_) in ("ccomp", "xcomp")


def _as_object(step: _Step, row: Giver) -> bool:  # noqa: ARG001
    return str(step.below.dep_) == "dobj"


def _behind_of(step: _Step, row: Giver) -> bool:  # noqa: ARG001
    return str(step.below.dep_) == "prep" and str(step.below.lower_) == "of"


def _of_a_total(step: _Step, row: Giver) -> bool:
    """ "Police confirmed the raid but gave a lower toll of 29." """
    below = step.below
    return "of" in step.passed and str(below.dep_) == "dobj" and below.lemma_.lower() in row.objects


FRAMES: tuple[tuple[GivingFrame, Callable[[_Step, Giver], bool]], ...] = (
    ("at", _behind_at),
    ("clause", _in_the_clause),
    ("total", _of_a_total),
    ("object", _as_object),
    ("of", _behind_of),
)


def _is_bare(number: Token) -> bool:
    """Whether a number counts no noun of its own: "at nine, three of them girls", not "at 40 paces"."""
    following = number.i + 1
    ends = following >= len(number.doc) or number.doc[following].pos_ in ENDING
    return number.pos_ == "NUM" and (number.dep_ == "pobj" or ends)


def _bare(verb: Token) -> bool:
    """Whether a tag has no clause of its own: not "the clinic said that nine were hurt"."""
    return not any(child.dep_ in ("ccomp", "dobj") for child in verb.children)


def _subject(verb: Token) -> Token | None:
    """The subject of an active verb, of the first of joined verbs; for "who" and "that" what they stand for."""
    for _ in range(3):
        for child in verb.children:
            if child.dep_ == "nsubjpass":
                return None
            if child.dep_ == "nsubj":
                if child.tag_ in ("WP", "WDT"):
                    return verb.head if verb.dep_ == "relcl" else None
                return child if child.pos_ in ("NOUN", "PROPN", "PRON") else None
        if verb.dep_ not in ("conj", "xcomp") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def stretch_of(noun: Token, verb: Token) -> Stretch | None:
    """The noun with all that belongs to it, without the clause of the verb: "A report that said ..." is "A report"."""
    first, last = noun.left_edge, noun.right_edge
    if first.i <= verb.i <= last.i and noun.i < verb.i:
        last = verb.left_edge.nbor(-1) if verb.left_edge.i > noun.i else noun
        while last.i > noun.i and last.is_punct:
            last = last.nbor(-1)
    if last.i - first.i > LONGEST:
        return None
    return {"start": first.idx, "end": last.idx + len(last)}
