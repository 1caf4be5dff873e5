"""Finds the noun phrase that a measure is of: "a fine of $3m", "Its shares fell 3%"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from extractor.pipes.figures.governed import (
    SUBJECTS,
    VERBAL,
    behind,
    beside_verb,
    gives,
    is_given,
    is_subject,
    is_verb,
    lasts,
    subjects,
    uncounted,
)
from extractor.pipes.figures.lexicon import Lexicon
from extractor.pipes.figures.phrases import NOMINAL, Phrase, object_of, phrase
from extractor.pipes.figures.place import Place

MODIFIER = frozenset({"nummod", "compound", "amod", "nmod", "quantmod", "npadvmod", "det", "poss", "advmod"})
OBJECTS = frozenset({"dobj", "npadvmod", "attr", "acomp", "advmod", "oprd", "dative"})
COUNTING = frozenset({"nsubj", "nsubjpass", "dobj"})
AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL", "DATE", "TIME", "ORDINAL"})
BEHIND = frozenset({"for", "to", "with"})
LEVELS = frozenset({"to", "at", "from"})
FOR = ("for", "on", "in")
MODIFIED = 8
"""Tokens from a measure to the noun it stands before, at most."""
LOOSE = frozenset({"dep", "nsubj"})
"""Relations of a noun to the measure behind it where no verb stands: "panel strength lower than 9 ksi"."""


class Nouns:
    """The words that decide which noun a measure is of."""

    def __init__(self, lexicon: Lexicon, units: frozenset[str], more: frozenset[str]) -> None:
        """`units` are the words for units, which are measured and measure nothing; `more` add to a count."""
        self.more = more
        self._units = units
        self._singular = lexicon.forms("singular")
        self._generic = lexicon.words("generic")
        self._changing = lexicon.words("change")
        self._changes = self._changing | self._generic
        self._extremes = lexicon.words("extreme")
        self._gauges = lexicon.words("gauge")
        self._spend, self._give = lexicon.lists("spend"), lexicon.lists("give")
        self._funds = lexicon.words("fund")
        self._ago, self._past = lexicon.words("ago"), lexicon.words("past")
        self._totals = lexicon.words("total")
        self._prefixes = lexicon.words("prefix")

    def lemma(self, noun: Token) -> str:
        """The singular in small letters, also where the base model's lemmatizer leaves a plural or cuts too much."""
        text: str = noun.text
        if text.endswith("s") and text[:-1].isupper() and len(text) > 2:
            return text[:-1].lower()  # "18 MPs"
        lemma: str = noun.lemma_.lower()
        prefixed = noun.i > 1 and noun.nbor(-1).text in "-‑" and noun.nbor(-2).lower_ in self._prefixes
        return self._singular.get(noun.lower_, f"{noun.nbor(-2).lower_}-{lemma}" if prefixed else lemma)

    def measured(
        self, root: Token, last: int, taken: range, *, lasting: bool = False, share: bool = False
    ) -> Phrase | None:
        """What a measure with a unit is the measure of. `root` heads the measure, `last` is its last token.

        `taken` are the tokens of the measure itself, which are never the answer. `lasting` is said of a duration: what
        lasts is the clause's subject, not the object ("cut prices for three months"). `share` is said of a percentage:
        the level of a share is its subject's, "Debt tripled to 61 percent of output".
        """
        return (
            self._modified(root, last, taken)
            or (self._governing(root, taken, lasting=False) if share and _is_level_of(root, last) else None)
            or self._behind(root, last, lasting=lasting)
            or self._governing(root, taken, lasting=lasting)
        )

    def number_of(self, root: Token) -> Phrase | None:
        """What is numbered: the animals of "put the number of dead animals at 45,000", the people of "the number of
        people killed rose to 31"."""
        verb = root.head.head if root.dep_ == "pobj" else root.head
        if root.dep_ not in OBJECTS | {"pobj"} or verb.pos_ not in VERBAL:
            return None
        above = (c for c in verb.children if c.dep_ in COUNTING and c.lemma_.lower() in self._totals and c.i < root.i)
        prep = next((c for noun in above for c in noun.rights if c.lower_ == "of"), None)
        named = object_of(prep) if prep is not None else None
        return phrase(named) if named is not None and named.tag_ == "NNS" else None

    def is_time(self, first: Token, last: Token) -> bool:
        """Whether a duration only says when: "nine days before the vote", "in the past seven days", "weeks ago"."""
        doc = first.doc
        behind = last.i + 1 < len(doc) and doc[last.i + 1].lower_ in self._ago
        return behind or (first.i > 0 and doc[first.i - 1].lower_ in self._past)

    def _modified(self, root: Token, last: int, taken: range) -> Phrase | None:
        """The noun that a measure stands before: "$20 shirts"."""
        head = root.head
        if root.dep_ not in MODIFIER or not 0 < head.i - last < MODIFIED or not self._can_be_measured(head, taken):
            return None
        while head.dep_ in ("compound", "nmod") and head.head.pos_ in NOMINAL and head.head.i > head.i:
            head = head.head
        changed = self._changed_in(head, head.rights) if head.lemma_.lower() in self._changing else None
        return phrase(head, last) if changed is None else phrase(changed)

    def _behind(self, root: Token, last: int, *, lasting: bool) -> Phrase | None:
        """The noun behind "of" or "in": "8 miles of tunnels", "$19bn in dividends"."""
        following = behind(root.doc, last)
        if following is None:
            return None
        noun = object_of(following) if following.lower_ == "of" else None
        if noun is not None and noun.pos_ in NOMINAL:
            return phrase(noun)
        funds = self._in_kind(following) if following.lower_ == "in" and not lasting else None
        return phrase(funds) if funds is not None else None

    def _governing(self, root: Token, taken: range, *, lasting: bool) -> Phrase | None:
        """The nearest noun above that can be measured and says more than "total" or "level"."""
        governing = (*self._upwards(root, lasting), *(c for c in root.lefts if c.dep_ in LOOSE and c.pos_ in NOMINAL))
        named = [noun for noun in governing if noun.i not in taken and self._is_thing(noun)]
        found = next((noun for noun in named if not self._is_generic(noun)), next(iter(named), None))
        return uncounted(phrase(found, upto=root.i)) if found is not None else None

    def _is_generic(self, noun: Token) -> bool:
        """A total, a level, a low: more is said above; "highs of 45 degrees" are highs."""
        lemma = noun.lemma_.lower()
        return lemma in self._generic or (lemma in self._extremes and noun.tag_ == "NN")

    def _can_be_measured(self, head: Token, taken: range) -> bool:
        return head.pos_ in NOMINAL and head.text[0].isalnum() and not self._is_unit(head, taken)

    def _in_kind(self, prep: Token) -> Token | None:
        """The dividends of "a total of $19bn in dividends", the cash of "$17bn in cash": no place and no time."""
        noun = object_of(prep)
        if noun is None or noun.pos_ != "NOUN" or noun.ent_type_ or noun.i - prep.i > 4 or noun.lower_ in self._units:
            return None
        if any(child.dep_ in ("det", "poss", "nummod") for child in noun.lefts):
            return None
        return noun if noun.tag_ == "NNS" or noun.lower_ in self._funds else None

    def _upwards(self, root: Token, lasting: bool) -> Iterator[Token]:
        """Nouns that govern the measure, nearest first: "a price of $3", "rents rose 3%", "cut rates by 3%"."""
        token = root
        for _ in range(8):
            head = token.head
            if head == token:
                yield from subjects(head) if is_verb(head) else ()
                return
            if token.dep_ == "pobj" and is_subject(head):
                return
            yield from self._across(token, lasting)
            if is_verb(token):
                yield from subjects(token)
            token = head
            if is_verb(token):
                given = gives(token, root, self._spend) or (token.lemma_ in self._give and is_given(token, root))
                yield from () if given else subjects(token)
                if any(child.dep_ in SUBJECTS for child in token.lefts):
                    return  # "Officials say it has a range of 40 miles": the range is not the officials'

    def _across(self, token: Token, lasting: bool) -> Iterator[Token]:
        """Nouns that a token on the way up is said of by what governs it."""
        head = token.head
        if token.dep_ == "pobj":
            yield from self._over(head, lasting)
        elif is_verb(head) and token.dep_ in OBJECTS:
            yield from () if lasting or token.dep_ != "dobj" else self._spent(head, token)
        elif (
            token.dep_ in ("appos", "nmod", "npadvmod", "compound")
            and head.pos_ in NOMINAL
            and head.ent_type_ not in ("MONEY", "PERCENT", "QUANTITY")
        ):
            yield head
        elif token.pos_ == "ADJ" and token.dep_ == "amod" and head.pos_ in NOMINAL and head.i < token.i:
            yield head  # "a panel strength lower than 9 ksi"

    def _spent(self, verb: Token, measure: Token) -> Iterator[Token]:
        """What a verb spends its object on: "spent $3m on a barn", "pledged $3 million for a clinic"."""
        preps = self._spend.get(verb.lemma_, ()) or self._give.get(verb.lemma_, ())
        around = (*verb.rights, *measure.rights)
        spent = next((c for c in around if c.dep_ in ("prep", "dative") and c.lower_ in preps), None)
        noun = object_of(spent) if spent is not None else None
        if noun is not None and noun.pos_ in NOMINAL and not _is_preposition(noun):
            yield noun

    def _over(self, prep: Token, lasting: bool) -> Iterator[Token]:
        """What a prepositional phrase with the measure says it of: "a price of $3", "a rise of 3% in rents"."""
        above = prep.head
        if is_verb(above):
            yield from beside_verb(prep, lasting)
        elif above.pos_ in NOMINAL and not (lasting and prep.lower_ != "of" and not lasts(prep)):
            yield from self._changed(prep)
            yield above

    def _changed(self, prep: Token) -> Iterator[Token]:
        """The rents of "a rise of 3% in rents"; where the parser hangs "in" is one guess in two."""
        above = prep.head
        if prep.lower_ not in ("of", "by", "to") or above.lemma_.lower() not in self._changes:
            return
        behind = (*above.rights, *(c for measure in prep.rights for c in measure.rights))
        noun = self._changed_in(prep, behind)
        if noun is not None:
            yield noun

    @staticmethod
    def _changed_in(but: Token, behind: Iterable[Token]) -> Token | None:
        """The rents of "a 3% rise in rents"."""
        inner = next((c for c in behind if c.lower_ in FOR and c.dep_ == "prep" and c.i != but.i), None)
        noun = object_of(inner) if inner is not None else None
        return noun if noun is not None and noun.pos_ in NOMINAL and noun.ent_type_ not in ("DATE", "TIME") else None

    def outer(self, counted: Token, last: Token) -> Phrase | None:
        """What "12-page letter" and "3 cylinder engine" measure: the noun that the counted one modifies."""
        near = counted.i - last.i in (1, 2)
        if not near or counted.tag_ not in ("NN", "JJ") or counted.dep_ not in MODIFIER:
            return None
        head = counted.head
        while head.dep_ in ("compound", "nmod") and head.head.i > head.i and head.head.pos_ in NOMINAL:
            head = head.head
        return phrase(head, counted.i) if head.pos_ in NOMINAL and 0 < head.i - counted.i < 6 else None

    def gauged(self, counted: Token, first: Token) -> Phrase | None:
        """ "The population is 9,000 people", "a run of seven games": the population and the run are what is told."""
        above = counted.head
        if counted.dep_ == "attr" and above.lemma_ == "be":
            noun = next((child for child in above.lefts if child.dep_ == "nsubj"), None)
        else:
            noun = above.head if counted.dep_ == "pobj" and above.lower_ == "of" else None
        if noun is None or noun.i >= first.i or noun.lemma_.lower() not in self._gauges:
            return None
        return phrase(noun, upto=first.i)

    def multiplied(self, place: Place) -> Phrase | None:
        """What is multiplied: the subject of "doubled", or its object where somebody doubles something."""
        verb = place.first
        if verb.pos_ != "VERB":
            return self.measured(place.root, place.end.i, range(place.first.i, place.end.i + 1))
        objects = [c for c in verb.rights if c.dep_ == "dobj" and c.pos_ in NOMINAL and self._is_thing(c)]
        found = next(iter(objects), None) or next((noun for noun in subjects(verb) if self._is_thing(noun)), None)
        return phrase(found) if found is not None else None

    def _is_thing(self, noun: Token) -> bool:
        """Whether a noun can be measured: an amount cannot, nor "4hr" of a time, nor a verb that looks like a noun."""
        if self._is_unit(noun) or any(child.dep_ in ("aux", "auxpass") for child in noun.lefts):
            return False
        named = noun.dep_ in ("nsubj", "nsubjpass") and (noun.text[:2].isupper() or noun.lower_ == "old")
        amount = noun.ent_type_ in AMOUNTS and not named and _has_number(noun)
        return not amount and noun.text[0].isalpha()

    def _is_unit(self, noun: Token, taken: range = range(0)) -> bool:
        """Whether a noun is the unit of a number before it, not of one `taken`: "inches" of "6 feet 2 inches"."""
        if noun.lower_ not in self._units:
            return False
        before = noun.i - (2 if noun.i > 1 and noun.nbor(-1).text == "-" else 1)  # "6-feet-7-inches"
        counted = before >= 0 and before not in taken and bool(noun.doc[before].like_num)
        return counted or any(child.dep_ == "nummod" and child.i not in taken for child in noun.lefts)


def _is_preposition(noun: Token) -> bool:
    """Whether a noun is a part of a preposition: "paid 50 cents in exchange for work"."""
    return noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ in BEHIND and noun.nbor(-1).dep_ == "prep"


def _is_level_of(root: Token, last: int) -> bool:
    """Whether a measure is the level of something with "of" behind it: "fell to 20 percent of output"."""
    following = behind(root.doc, last)
    level = root.dep_ == "pobj" and root.head.lower_ in LEVELS and is_verb(root.head.head)
    return level and following is not None and following.lower_ == "of"


def _has_number(noun: Token) -> bool:
    """Whether the entity that a noun ends or begins holds a number: the dollar of "the US dollar" is no amount."""
    around = noun.doc[max(0, noun.i - 3) : noun.i + 4]
    return any(token.like_num and token.ent_type_ == noun.ent_type_ for token in around)
