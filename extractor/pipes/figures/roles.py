"""Reads in which role people are counted: killed, wounded, missing, arrested, ...

Named steps in order, of which the first that fits wins; a step that knows that there is no role ends the search. First
what the counted noun is itself, then its clause, then the words beside the number, last the toll.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Token

from extractor.pipes.figures.frames import NONE, Found, Frames, Role, Settled
from extractor.pipes.figures.governing import Governing
from extractor.pipes.figures.lexicon import Lexicon
from extractor.pipes.figures.measure import Measure
from extractor.pipes.figures.nearby import Nearby
from extractor.pipes.figures.wholes import whole
from extractor.pipes.figures.wordless import Wordless
from extractor.syntax.lists import Lists

TOLD_OF = frozenset({"pobj", "attr", "dobj", "npadvmod", "nummod"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})


class Counted(NamedTuple):
    """Who is asked about: the counted noun, or the number where there is none, its lemma, the number's outer tokens;
    `hedge` is the first token of its hedge."""

    nominal: Token
    lemma: str
    first: Token
    last: Token
    zero: bool = False
    hedge: Token | None = None


class Roles:
    """The table, and the steps."""

    def __init__(self, rows: Iterable[Role], lexicon: Lexicon, people: frozenset[str], lists: Lists) -> None:
        self.frames = Frames(rows, lexicon)
        self._governing = Governing(self.frames, lexicon)
        self._nearby = Nearby(self.frames, lexicon)
        self._wordless = Wordless(lexicon, lists, self.frames.lemmas("noun"), self.frames.lemmas("act"))
        self._partial = lexicon.words("partial")
        self._kin = lexicon.words("kin")
        self._people = people
        self._things = lexicon.words("thing")
        self._totals = lexicon.words("total")
        self._but = frozenset(tuple(phrase.split()) for phrase in lexicon.words("except"))
        self._last_but = frozenset(phrase[-1] for phrase in self._but)
        self.steps: tuple[tuple[str, Callable[[Counted], Found | None]], ...] = (
            ("counts things", lambda counted: NONE if counted.lemma in self._things else None),
            ("all but these", lambda counted: NONE if self._is_exception(counted.first) else None),
            ("none of those", self._none_of),
            ("noun", self._of_act),
            ("cases", lambda counted: self._noun(counted, "outbreak")),
            ("headline", self._headline),
            ("manifold act", self._manifold),
            ("children of a parent", lambda counted: NONE if self._of_kin(counted.first) else None),
            ("part of a whole", self._of_whole),
            ("degree", lambda counted: self._nearby.degree(counted.last)),
            ("dies", self._dies),
            ("adjacent", lambda counted: self._nearby.adjacent(counted.last)),
            ("modifier", lambda counted: self._governing.modifiers(counted.nominal)),
            ("clause", lambda counted: self._governing.above(counted.nominal)),
            ("denied", self._denied),
            ("of the dead", self._of_state),
            ("behind", lambda counted: self._nearby.behind(max(counted.nominal, counted.last, key=lambda t: t.i))),
            ("before", lambda counted: self._nearby.before(counted.hedge or counted.first)),
            ("toll", self._toll),
            ("what they are", lambda counted: self._noun(counted, "")),
            ("victims", lambda counted: self._noun(counted, "victims")),
        )

    def pronouns(self, text: str) -> Iterator[Measure]:
        """Counts without a number: "no one was killed", "both men died", "a triple murder"."""
        return self._wordless.found(text)

    def role(self, counted: Counted) -> Found | None:
        """The role of those counted, or None."""
        for name, step in self.steps:
            found = step(counted)
            if found is not None:
                return found._replace(step=name) if found.role is not None else None
        return None

    def single(self, nominal: Token, article: Token) -> Found | None:
        """The role of one person named with "a": by the words of the noun and its clause alone."""
        if self._is_exception(article):
            return None
        found = self._governing.modifiers(nominal) or self._governing.above(nominal)
        return found if found is not None and found.role is not None else None

    def _noun(self, counted: Counted, settled: Settled) -> Found | None:
        """ "12 deaths"; victims only where nothing else is told of them."""
        found = self.frames.find(counted.lemma, "noun", counted.nominal)
        if found is None or found.settled != settled:
            return None
        of_them = settled == "victims" and (
            counted.nominal.dep_ == "pobj" or any(c.dep_ == "det" for c in counted.nominal.lefts)
        )
        return found if not of_them else None  # "two of the victims"

    def _of_act(self, counted: Counted) -> Found | None:
        """ "12 deaths"; of people the clause is asked first: "nine refugees drowned" are no longer displaced."""
        return None if counted.lemma in self._people and counted.lemma != "victim" else self._noun(counted, "")

    def _dies(self, counted: Counted) -> Found | None:
        """ "Five displaced families were killed": a death outweighs what is said of them beside it."""
        if not any(child.dep_ == "amod" for child in counted.nominal.lefts):
            return None
        found = self._governing.above(counted.nominal)
        return found if found is not None and found.role == "killed" else None

    def _none_of(self, counted: Counted) -> Found | None:
        """ "none of the injuries were life-threatening": they are told of, and there are some."""
        doc, at = counted.last.doc, counted.last.i
        of_them = counted.zero and at + 1 < len(doc) and doc[at + 1].lower_ == "of" and counted.nominal.i > at
        return NONE if of_them and self.frames.find(counted.lemma, "noun", counted.nominal) else None

    def _headline(self, counted: Counted) -> Found | None:
        """ "1 Dead, at Least 10 Injured"."""
        return self.frames.state(counted.nominal) if counted.nominal.i > counted.last.i else None

    def _manifold(self, counted: Counted) -> Found | None:
        """ "a triple murder"."""
        folded = counted.first.lower_ in self._wordless.folds
        return self.frames.find(counted.lemma, "act", counted.nominal) if folded else None

    def _is_exception(self, first: Token) -> bool:
        """ "all but four of the pupils who drowned": what is told of all others."""
        doc = first.doc
        if first.i == 0 or first.nbor(-1).lower_ not in self._last_but:
            return False
        return any(
            first.i >= len(phrase) and tuple(word.lower_ for word in doc[first.i - len(phrase) : first.i]) == phrase
            for phrase in self._but
        )

    def _of_kin(self, first: Token) -> bool:
        """Whether the number counts the children of "a father of three"."""
        return first.i > 1 and first.nbor(-1).lower_ == "of" and first.nbor(-2).lower_ in self._kin

    def _of_whole(self, counted: Counted) -> Found | None:
        """Where only a part of those counted is spoken of: "half of the 40 men were hurt"."""
        nominal, above = counted.nominal, counted.nominal.head.head
        whole = nominal.dep_ == "pobj" and nominal.head.lower_ == "of" and above.i < counted.first.i
        if not whole or not (above.lower_ in self._partial or above.like_num):
            return None
        return self._governing.modifiers(nominal) or self._nearby.reduced(nominal) or NONE

    def _of_state(self, counted: Counted) -> Found | None:
        """ "Three of the wounded", "Of those arrested, 61 were men"."""
        of = whole(counted.first, counted.last, counted.nominal) if counted.first.lower_ != "one" else None
        if of is None or counted.zero:
            return None
        if of.lower_ == "those":
            return self._governing.modifiers(of)
        the = of.tag_ not in ("NNS", "NNPS") and any(child.lower_ == "the" for child in of.lefts)
        return (self.frames.state(of) or self.frames.participle(of)) if the else None

    def _denied(self, counted: Counted) -> Found | None:
        """ "Nine were never found": people of whom it is denied; two rifles that were never found are not missing."""
        nominal = counted.nominal
        verb = nominal.head
        if nominal.dep_ != "nsubjpass" or not any(child.dep_ == "neg" for child in verb.children):
            return None
        somebody = nominal.pos_ == "NUM" or counted.lemma in self._people or counted.lemma == "person"
        return self.frames.find(self.frames.stem(verb), "negated", verb) if somebody else None

    def _toll(self, counted: Counted) -> Found | None:
        """ "a death toll of 12", "put the toll at 12", "the toll rose to 12"."""
        nominal = counted.nominal
        if nominal.dep_ == "nummod" and nominal.head.i > nominal.i:
            nominal = nominal.head  # "stood at 11 the night before", read as eleven nights
        head = nominal.head
        if nominal.dep_ not in TOLD_OF:
            return None
        above = head.head if nominal.dep_ == "pobj" else head
        nouns = [above, *(c for c in above.children if c.dep_ in ARGUMENTS and c is not nominal)]
        nouns += [above.head] if above.dep_ == "relcl" else []  # "a toll that had stood at 11"
        return next(filter(None, map(self._total, nouns)), None)

    def _total(self, noun: Token) -> Found | None:
        """What a noun counts: "the death toll", "the number of dead", "the number of people killed"."""
        lemma = noun.lemma_.lower()
        if noun.tag_ not in ("NNS", "NNP", "NNPS") and any(child.lower_ == "the" for child in noun.lefts):
            told = self.frames.state(noun) or self.frames.participle(noun)
            if told is not None:
                return told  # "put the dead at nine", "the missing numbered 15"
        if lemma.endswith("toll"):
            return self.frames.find(lemma, "noun", noun)
        if lemma not in self._totals:
            return None
        of = [word for prep in noun.rights if prep.lower_ == "of" for word in prep.rights]
        return next(filter(None, map(self._counted_by, of)), None)

    def _counted_by(self, word: Token) -> Found | None:
        own = self.frames.state(word) or self.frames.participle(word)
        return own or self.frames.find(word.lemma_.lower(), "noun", word) or self._governing.modifiers(word)
