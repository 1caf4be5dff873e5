"""Whose age a figure is: "Ana Duarte, 34,", "his wife, 58.", "the 52-year-old Mr. Tessoum", "a boxer at 16".

An age is never a victim: "The crash injured a farmer, 61, and his wife, 58." tells of two people. What stands before
the comma decides, a name or a noun for one person, by named steps of which the first that fits wins.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from spacy.tokens import Token

from extractor.annotations import FigureFound
from extractor.pipes.figures.lexicon import Lexicon
from extractor.pipes.figures.measure import Measure
from extractor.pipes.figures.place import Place
from extractor.pipes.figures.whose import Ages, Around
from extractor.syntax.lists import Lists, either

if TYPE_CHECKING:
    from collections.abc import Callable

OPENING = re.compile(r",\s{1,2}(?:now\s)?\Z|\s\(\Z")
PAIR = re.compile(r"\sand\s[0-9]{1,3},")
BEHIND_PAIR = re.compile(r",\s[0-9]{1,3}\sand\s\Z")
END = re.compile(r"[.,;]|\Z")
BEHIND_FIRST = re.compile(r"\sand\s[0-9]{1,3}(?:[.,;]|\Z)")
"""Behind the first of the ages of two."""
NAMED_AGE = re.compile(r"\s(?:and\s[A-Z]|were\b|was\b)|,\s")
VERBS = frozenset({"VERB", "AUX"})
COUNTABLE = frozenset({"NOUN", "PROPN", "ADJ", "SYM"})
OLDEST = 125
FULL_GROWN = 14
"""From here on a number in brackets is an age: "(3)" is the mark of a note or a shirt."""
ASIDE = 16
"""Tokens before "under 18" in which the people are named."""
NAMED_FROM = 2
"""The first token that can be the age of somebody named before it."""
UNDER = frozenset({"pobj", "attr", "acomp"})
IN_WORDS = frozenset({"is so old", "a child of", "people under", "younger than"})
"""Steps for ages that are written as words: "The youngest is four." """


class Aged(NamedTuple):
    """An age, with the index of the person where the person is known."""

    person: int | None
    step: str = ""


class Asked(NamedTuple):
    """A bare number of which it is asked whether it is an age; `opened` is where its comma or bracket stands."""

    text: str
    measure: Measure
    place: Place
    opened: int | None
    around: Around

    @property
    def before(self) -> Token:
        """The token before the comma or bracket, past the "now" of ", now 83,"."""
        at = self.place.first.i - 2
        while at > 0 and self.opened is not None and self.place.first.doc[at].idx >= self.opened:
            at -= 1
        return self.place.first.doc[at]


class Lives:
    """The verbs of a life, and the steps that know an age."""

    def __init__(self, lexicon: Lexicon, lists: Lists, people: frozenset[str]) -> None:
        self.around = Around.of(lists)
        self._under = frozenset(lists.words("under or over"))
        self._people = people | {"people", "person"}
        self._them = lists.words("them")
        self._younger = lists.pattern(r"\b(?:{younger than})\s\Z", re.IGNORECASE)
        self._events = lexicon.words("life")
        self._children = lexicon.words("child")
        self._those = re.compile(
            rf"\b(?:{lexicon.pattern('those')})\s(?:aged\s)?(?P<bound>(?:{either(lists.words('under or over'))})\s)?\Z",
            re.IGNORECASE,
        )
        self.steps: tuple[tuple[str, Callable[[Asked, Ages], Aged | None]], ...] = (
            ("two ages of two", _paired),
            ("ages of two", _of_two),
            ("behind a name", _behind_name),
            ("behind one person", _behind_one),
            ("between commas", _between_commas),
            ("is so old", _is_old),
            ("a child of", self._of_child),
            ("when it happened", self._at_age),
            ("those under", self._of_those),
            ("younger than", self._of_younger),
            ("people under", self._of_people),
            ("behind a name that is no mention", _behind_unknown),
        )

    def aged(self, text: str, measure: Measure, place: Place, ages: Ages) -> Aged | None:
        """The age that a bare number says by where it stands."""
        if measure.unit is not None or measure.kind != "count":
            return None
        words = not text[measure.first].isdigit()
        if words and measure.value == 1:
            return None  # "He was one of them."
        if measure.value is None or not 0 < measure.value <= OLDEST:
            return None
        opened = OPENING.search(text, max(0, measure.start - 8), measure.start)
        asked = Asked(text, measure, place, opened.start() if opened else None, self.around)
        for name, step in self.steps:
            first = place.first.i < NAMED_FROM and name != "when it happened"  # "At 83, she still swims"
            found = None if first or (words and name not in IN_WORDS) else step(asked, ages)
            if found is not None:
                return found._replace(step=name)
        return None

    def _of_child(self, asked: Asked, ages: Ages) -> Aged | None:
        """ "A boy of 6", "a girl of nine,"."""
        prep = asked.place.root.head
        child = prep.head
        if prep.lower_ != "of" or asked.place.root.pos_ != "NUM" or child.lower_ not in self._children:
            return None
        one = any(token.lower_ in asked.around.one for token in child.lefts)
        end = asked.place.end
        ends = asked.around.life_end.match(asked.text, asked.measure.end) or (
            end.i + 1 < len(end.doc) and end.nbor(1).pos_ in VERBS
        )
        return Aged(ages.at(child)) if one and ends else None

    def _of_those(self, asked: Asked, ages: Ages) -> Aged | None:  # noqa: ARG002 - all steps are asked alike
        """ "voters under 30", "those 45 and over"."""
        text, measure = asked.text, asked.measure
        if not 1 < (measure.value or 0) < FULL_GROWN * 8 or measure.scale != 1:
            return None
        before = self._those.search(text, max(0, measure.start - 32), measure.start)
        last = asked.place.end
        following = last.nbor(1) if last.i + 1 < len(last.doc) else last
        if before is None or following.pos_ in COUNTABLE:
            return None
        return Aged(None) if before["bound"] or asked.around.and_over.match(text, measure.end) else None

    def _of_younger(self, asked: Asked, ages: Ages) -> Aged | None:  # noqa: ARG002 - all steps are asked alike
        """ "Four of those killed were younger than 18": nothing else is young."""
        measure = asked.measure
        before = self._younger.search(asked.text, max(0, measure.start - 16), measure.start)
        return Aged(None) if before and _ends(asked.place.end) else None

    def _of_people(self, asked: Asked, ages: Ages) -> Aged | None:  # noqa: ARG002 - all steps are asked alike
        """ "Of the victims, 640 were under 18", "23 people, most of them under 20": of people, no scores."""
        root, first = asked.place.root, asked.place.first
        prep = first.nbor(-1)
        if root.dep_ not in UNDER or prep.lower_ not in self._under or not _ends(asked.place.end):
            return None
        verb = prep.head if root.dep_ == "pobj" else root.head
        before = prep.doc[max(0, prep.i - ASIDE) : prep.i]
        if prep.i > 0 and prep.nbor(-1).lower_ in self._them:
            return Aged(None) if self._tells(before) else None
        subject = _subject(verb) if verb.lemma_ == "be" else None
        return Aged(None) if subject is not None and self._are_people(subject, before) else None

    def _are_people(self, subject: Token, before: Iterable[Token]) -> bool:
        """Whether a subject is people, or so many or most of people named before."""
        partly = subject.like_num or subject.pos_ in ("PRON", "ADJ")
        of = (word for prep in subject.rights if prep.lower_ == "of" for word in prep.rights)
        return self._tells((subject, *of, *(before if partly else ())))

    def _tells(self, words: Iterable[Token]) -> bool:
        """Whether people are among the words."""
        return any(token.lemma_.lower() in self._people for token in words)

    def _at_age(self, asked: Asked, ages: Ages) -> Aged | None:
        """ "He became a boxer at 16", "At 83, she still swims": what happens in a life, to a person."""
        prep = asked.place.root.head
        if (
            prep.lower_ != "at"
            or asked.place.root.dep_ != "pobj"
            or not asked.around.life_end.match(asked.text, asked.measure.end)
        ):
            return None
        if prep.is_sent_start and asked.text.startswith(",", asked.measure.end):
            subject = _subject(prep.head)
            return Aged(ages.at(subject)) if subject is not None and _is_person(subject, ages) else None
        verb = prep.head if prep.head.pos_ in ("VERB", "AUX") else prep.head.head
        subject = _subject(verb)
        begun = verb.head if verb.dep_ == "xcomp" else verb  # "began to paint at 16"
        if subject is None or self._events.isdisjoint((verb.lemma_.lower(), begun.lemma_.lower())):
            return None
        if not _is_person(subject, ages):
            return None
        return Aged(ages.at(subject))


def _paired(asked: Asked, ages: Ages) -> Aged | None:  # noqa: ARG001 - all steps are asked alike
    """ "two men, 33 and 19, were": of nobody in particular."""
    text, measure = asked.text, asked.measure
    second = BEHIND_PAIR.search(text, max(0, measure.start - 12), measure.start) and text.startswith(",", measure.end)
    first = asked.opened is not None and PAIR.match(text, measure.end) and not text[asked.opened - 1].isdigit()
    return Aged(None) if first or second else None


def _of_two(asked: Asked, ages: Ages) -> Aged | None:  # noqa: ARG001 - all steps are asked alike
    """ "two clerks, 25 and 31.": as many numbers as the noun before counts."""
    text, first, end = asked.text, asked.place.first, asked.place.end
    if END.match(text, asked.measure.end) and first.i > 3 and first.nbor(-1).lower_ == "and":
        first = first.nbor(-2)
    elif not BEHIND_FIRST.match(text, asked.measure.end):
        return None
    noun = first.nbor(-2) if first.i > 1 and first.nbor(-1).text == "," and first.like_num else end
    two = any(child.dep_ == "nummod" and child.lower_ in ("two", "2") for child in noun.lefts)
    return Aged(None) if two and noun.tag_ == "NNS" else None


def _behind_name(asked: Asked, ages: Ages) -> Aged | None:
    """ "Ana Duarte, 34,", "Ann Lee of Delmar, 33,", "Jack Hill, a driver, 44, and"."""
    if asked.opened is None or not asked.around.closing.match(asked.text, asked.measure.end) or _is_note(asked):
        return None
    person = ages.described(asked.text, asked.opened)
    return Aged(person) if person is not None else None


def _behind_one(asked: Asked, ages: Ages) -> Aged | None:  # noqa: ARG001 - all steps are asked alike
    """ "his wife, 58.", "a nurse, 29, and": a noun for one person, whom an article or a possessive shows to be one."""
    if asked.opened is None or not asked.around.closing.match(asked.text, asked.measure.end) or _is_note(asked):
        return None
    noun = asked.before
    if noun.tag_ != "NN" or noun.ent_type_ in ("DATE", "TIME", "GPE", "LOC"):
        return None
    one = any(child.lower_ in asked.around.one for child in noun.lefts if child.dep_ in ("det", "poss"))
    return Aged(None) if one else None


def _between_commas(asked: Asked, ages: Ages) -> Aged | None:  # noqa: ARG001 - all steps are asked alike
    """ "Man, 34, killed": set off on both sides."""
    if asked.opened is None or not asked.text.startswith((",", ")", ";"), asked.measure.end) or _is_note(asked):
        return None
    noun = asked.before
    return Aged(None) if noun.text[-1].isalpha() or noun.text in (")", '"', "”", ".") else None


def _is_note(asked: Asked) -> bool:
    """Whether a small number in brackets is rather the mark of a note."""
    return asked.text[asked.measure.start - 1] == "(" and (asked.measure.value or 0) < FULL_GROWN


def _is_old(asked: Asked, ages: Ages) -> Aged | None:
    """ "Ikenna Oruche, who is 21 and": a bare number that a person is."""
    place, measure = asked.place, asked.measure
    verb = place.root.head
    if place.root.dep_ not in ("attr", "acomp") or verb.lemma_ != "be":
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None:
        return None
    person = subject.lower_ in ("he", "she", "who", "i") or subject.ent_type_ == "PERSON"
    if not person and subject.tag_ != "JJS":  # "The youngest is four."
        return None
    following = place.end.i + 1
    if following < len(verb.doc) and verb.doc[following].pos_ in ("NOUN", "ADJ", "ADP", "PROPN", "NUM"):
        return None
    return Aged(ages.whose(asked.text, measure.start, measure.end, place.root))


def _behind_unknown(asked: Asked, ages: Ages) -> Aged | None:  # noqa: ARG001 - all steps are asked alike
    """A person whom no other mention confirms: "Ana Duarte, 66 and Rui Duarte, 64 were"."""
    measure, name = asked.measure, asked.before
    grown = FULL_GROWN < (measure.value or 0) < OLDEST - 15
    named = name.ent_type_ == "PERSON" and asked.place.first.nbor(-1).text == ","
    return Aged(None) if named and grown and NAMED_AGE.match(asked.text, measure.end) else None


def _ends(last: Token) -> bool:
    """Whether no noun follows that the number could count."""
    return last.i + 1 >= len(last.doc) or last.nbor(1).pos_ not in COUNTABLE


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that it is joined to."""
    for _ in range(3):
        subject = next((child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None or verb.dep_ not in ("conj", "xcomp"):
            return subject
        verb = verb.head
    return None


def _is_person(subject: Token, ages: Ages) -> bool:
    return subject.lower_ in ("he", "she", "who", "i") or subject.ent_type_ == "PERSON" or ages.at(subject) is not None


def as_age(figure: FigureFound, person: int | None) -> FigureFound:
    """The figure as the age, in years, of a person by index."""
    plain: FigureFound = {**figure, "kind": "age", "unit": "year", "unit_text": None, "noun": None, "role": None}
    return {**plain, "person": person, "rule": "figures/age"}
