"""Finds the noun phrase that a number counts or measures: "20 militants", "a fine of $3m", "Its shares fell 3%"."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from extractor.pipes.figures.lexicon import Lexicon
from extractor.pipes.figures.place import Place

NOMINAL = frozenset({"NOUN", "PROPN"})
MODIFIER = frozenset({"nummod", "compound", "amod", "nmod", "quantmod", "npadvmod", "det", "poss", "advmod"})
VERBAL = frozenset({"VERB", "AUX"})
OTHER = frozenset({"PRON", "DET", "VERB", "AUX", "ADV", "SCONJ", "PUNCT", "SYM"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL", "DATE", "TIME", "ORDINAL"})
FOR = ("for", "on", "in")
LOOSE = frozenset({"dep", "nsubj"})
"""Relations of a noun to the measure behind it where no verb stands: "panel strength lower than 9 ksi"."""
LEFT = frozenset({"compound", "amod", "nmod", "poss", "nummod", "case", "punct", "advmod", "npadvmod", "quantmod"})


class Phrase(NamedTuple):
    """A noun phrase: its head and its stretch in characters, without determiner."""

    head: Token
    start: int
    end: int


def counted_by(first: Token, last: Token, *, singular: bool) -> Phrase | None:
    """The noun that a bare number counts: behind it, behind a hyphen, or behind "of". `singular`: the number is one."""
    doc = last.doc
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if after is not None and after.is_space and after.i + 1 < len(doc):
        after = after.nbor(1)
    if after is None:
        return None
    if after.text in ("-", "‑") and not after.whitespace_ and not last.whitespace_ and after.i + 1 < len(doc):
        return _hyphened(first, after.nbor(1), singular=singular)
    if after.tag_ == "DT" and after.lower_ not in ("all", "both"):
        return None  # "had stood at 11 the night before"
    if after.lower_ == "of":
        noun = _object(after)
        return phrase(noun, last.i) if noun is not None and noun.pos_ in NOMINAL else None
    head = _modified(first, last)
    if head is None:
        head = _next_noun(doc, last)
    if head is None:
        return None
    if after.tag_ == "NN" and after.dep_ == "compound" and head.tag_ == "NN" and not singular:
        head = after  # "a 12 page document" has twelve pages
    start = after.i + 1 if after.lower_ in ("more", "further", "additional", "such") and after.i < head.i else after.i
    while start < head.i and (doc[start].is_space or doc[start].is_punct):
        start += 1
    return Phrase(head, doc[start].idx, phrase(head, last.i).end)


def _hyphened(first: Token, word: Token, *, singular: bool) -> Phrase | None:
    """The word behind a hyphen: "a 12-page letter"; "20-odd boats" are boats."""
    if word.lower_ in ("plus", "odd", "strong"):
        return counted_by(first, word, singular=singular)
    counted = word.pos_ in ("NOUN", "PROPN", "ADJ", "X", "VERB")
    return Phrase(word, word.idx, word.idx + len(word)) if counted else None


def _modified(first: Token, last: Token) -> Token | None:
    """The noun whose modifier the number is."""
    for token in (last, first):
        head = token.head
        while head.i <= last.i and head.head.i != head.i and head.i >= first.i:
            head = head.head
        if head.i > last.i and head.pos_ in NOMINAL and head.i - last.i < 8:
            joined = head.doc[last.i + 1 : head.i]
            if all(_inside(word) for word in joined):
                while (
                    head.dep_ in ("compound", "nmod", "nummod")
                    and 0 < head.head.i - head.i < 4
                    and head.head.pos_ in NOMINAL
                ):
                    head = head.head
                return head
    return None


def _inside(word: Token) -> bool:
    """Whether a word can stand between a number and its noun: "4.3 million digital and physical sales"."""
    if word.dep_ == "cc":
        return word.head.dep_ in ("amod", "compound", "nmod")
    return word.dep_ not in ("nsubj", "punct", "prep") or word.text in "-\"“”'"


def _next_noun(doc: Doc, last: Token) -> Token | None:
    """The end of the nouns and adjectives right behind the number, where the parser saw no phrase."""
    at, noun = last.i + 1, None
    while at < len(doc) and at - last.i < 5 and doc[at].sent_start is not True and doc[at].is_alpha:
        token = doc[at]
        if token.ent_type_ in ("DATE", "TIME"):
            break
        if token.pos_ in NOMINAL and not (noun is not None and noun.pos_ != token.pos_):
            noun = token
        elif token.pos_ not in ("ADJ",) or noun is not None:
            break
        at += 1
    return noun


def phrase(head: Token, after: int = -1, upto: int | None = None) -> Phrase:
    """The phrase of a head: its name or modifiers to the left (behind token `after`), and "of ..." to the right.

    It never reaches over the token `upto`: "a turnover of $3 million" is a turnover.
    """
    doc, start, end = head.doc, head.i, head.i
    while start - 1 > after and (
        doc[start - 1].dep_ in LEFT or (doc[start - 1].ent_iob_ == "I" and doc[start].ent_iob_ == "I")
    ):
        if doc[start - 1].head.i < start - 1 and doc[start - 1].dep_ != "punct":
            break
        if doc[start - 1].is_punct and doc[start - 1].text not in ("-", "&", "‑", "/", "'", "’"):
            break
        start -= 1
    while head.pos_ == "PROPN" and end + 1 < len(doc) and doc[end + 1].pos_ == "PROPN" and end - head.i < 4:
        if doc[end + 1].head.i not in (head.i, end) and head.head.i != doc[end + 1].i:
            break
        end += 1  # "Joost van Alphen", of which the parser makes "van" the head
    while head.ent_iob_ != "O" and end + 1 < len(doc) and doc[end + 1].ent_iob_ == "I" and end - head.i < 6:
        end += 1
    for child in head.rights:
        if child.lower_ == "of" and child.i == end + 1:
            noun = _object(child)
            amount = noun is not None and noun.ent_type_ in ("MONEY", "PERCENT", "QUANTITY")
            if (
                noun is not None
                and noun.i - head.i < 8
                and not amount
                and (upto is None or not head.i < upto <= noun.i)
            ):
                end = noun.i
    return Phrase(head, doc[start].idx, doc[end].idx + len(doc[end]))


def _object(prep: Token) -> Token | None:
    return next((child for child in prep.rights if child.dep_ in ("pobj", "pcomp")), None)


def _behind(doc: Doc, last: int) -> Token | None:
    """The token behind a measure, past its conversion: "8 miles (13 kilometres) of tunnels"."""
    at = last + 1
    if at < len(doc) and doc[at].text == "(":
        at = next((i + 1 for i in range(at, min(len(doc), at + 6)) if doc[i].text == ")"), at)
    return doc[at] if at < len(doc) else None


def _lasts(prep: Token) -> bool:
    """Whether what stands right before "for" lasts: a state one is brought into, not what is done to an object."""
    before = prep.nbor(-1) if prep.lower_ == "for" and prep.i > 0 else None
    return before is not None and before.pos_ == "NOUN" and before.dep_ == "pobj"


def _subjects(verb: Token) -> Iterator[Token]:
    """The subject of a verb, or the noun that its clause modifies."""
    for child in verb.lefts:
        named = child.text[:2].isupper() and not child.is_alpha  # "TA-125", whatever the tagger makes of it
        if child.dep_ in ("nsubj", "nsubjpass") and (child.pos_ not in OTHER or named) and not child.is_digit:
            yield child
        elif child.dep_ in ("nsubj", "csubj") and child.tag_ == "VBG":
            yield child  # "sampling came back at 4 ppb"
    if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in NOMINAL:
        yield verb.head


class Nouns:
    """The words that decide which noun a measure is of."""

    def __init__(self, lexicon: Lexicon, units: frozenset[str]) -> None:
        """`units` are the words for units, which are measured and measure nothing."""
        self._units = units
        self._singular = lexicon.forms("singular")
        self._generic = lexicon.words("generic")
        self._changes = lexicon.words("change") | self._generic
        self._spend = lexicon.lists("spend")

    def lemma(self, noun: Token) -> str:
        """The singular in small letters, also where the base model's lemmatizer leaves a plural or cuts too much."""
        text: str = noun.text
        if text.endswith("s") and text[:-1].isupper() and len(text) > 2:
            return text[:-1].lower()  # "18 MPs"
        lemma: str = noun.lemma_.lower()
        return self._singular.get(noun.lower_, lemma)

    def measured(self, root: Token, last: int, taken: range, *, lasting: bool = False) -> Phrase | None:
        """What a measure with a unit is the measure of. `root` heads the measure, `last` is its last token.

        `taken` are the tokens of the measure itself, which are never the answer. `lasting` is said of a duration: what
        lasts is the clause's subject, not the object ("cut prices for three months").
        """
        head = root.head
        if root.dep_ in MODIFIER and 0 < head.i - last < 8 and head.pos_ in NOMINAL and not self._is_unit(head):
            while head.dep_ in ("compound", "nmod") and head.head.pos_ in NOMINAL and head.head.i > head.i:
                head = head.head
            return phrase(head, last)
        following = _behind(root.doc, last)
        if following is not None and following.lower_ == "of":
            noun = _object(following)
            if noun is not None and noun.pos_ in NOMINAL:
                return phrase(noun)
        governing = (*self._upwards(root, lasting), *(c for c in root.lefts if c.dep_ in LOOSE and c.pos_ in NOMINAL))
        named = [noun for noun in governing if noun.i not in taken and self._is_thing(noun)]
        found = next((noun for noun in named if noun.lemma_.lower() not in self._generic), next(iter(named), None))
        return phrase(found, upto=root.i) if found is not None else None

    def _upwards(self, root: Token, lasting: bool) -> Iterator[Token]:
        """Nouns that govern the measure, nearest first: "a price of $3", "rents rose 3%", "cut rates by 3%"."""
        token = root
        for _ in range(8):
            head = token.head
            if head == token:
                yield from _subjects(head) if head.pos_ in VERBAL else ()
                return
            if token.dep_ == "pobj":
                yield from self._over(head, lasting)
            elif head.pos_ in VERBAL and token.dep_ in (
                "dobj",
                "npadvmod",
                "attr",
                "acomp",
                "advmod",
                "oprd",
                "dative",
            ):
                preps = self._spend.get(head.lemma_)
                if preps and token.dep_ == "dobj" and not lasting:
                    spent = next((c for c in head.rights if c.dep_ == "prep" and c.lower_ in preps), None)
                    noun = _object(spent) if spent is not None else None
                    if noun is not None and noun.pos_ in NOMINAL:
                        yield noun
            elif (
                token.dep_ in ("appos", "nmod", "npadvmod", "compound")
                and head.pos_ in NOMINAL
                and head.ent_type_ not in ("MONEY", "PERCENT", "QUANTITY")
            ):
                yield head
            elif token.pos_ == "ADJ" and token.dep_ == "amod" and head.pos_ in NOMINAL and head.i < token.i:
                yield head  # "a panel strength lower than 9 ksi"
            if token.pos_ in VERBAL:
                yield from _subjects(token)
            token = head
            if token.pos_ in VERBAL:
                yield from _subjects(token)
                if any(child.dep_ in SUBJECTS for child in token.lefts):
                    return  # "Officials say it has a range of 40 miles": the range is not the officials'

    def _over(self, prep: Token, lasting: bool) -> Iterator[Token]:
        """What a prepositional phrase with the measure says it of: "a price of $3", "a rise of 3% in rents"."""
        above = prep.head
        if above.pos_ in VERBAL:
            if lasting and _lasts(prep):
                yield prep.nbor(-1)  # "sent one brother to prison for 14 years"
            if not lasting:
                yield from (child for child in above.children if child.dep_ == "dobj" and child.pos_ in NOMINAL)
        elif above.pos_ in NOMINAL and not (lasting and prep.lower_ != "of" and not _lasts(prep)):
            behind = (
                *above.rights,
                *(c for measure in prep.rights for c in measure.rights),
            )  # the parser's guess is 1 in 2
            inner = next((c for c in behind if c.lower_ in FOR and c.dep_ == "prep" and c.i != prep.i), None)
            noun = _object(inner) if inner is not None and prep.lower_ in ("of", "by", "to") else None
            if noun is not None and noun.pos_ in NOMINAL and above.lemma_.lower() in self._changes:
                yield noun
            yield above

    def multiplied(self, place: Place) -> Phrase | None:
        """What is multiplied: the subject of "doubled", or its object where somebody doubles something."""
        verb = place.first
        if verb.pos_ != "VERB":
            return self.measured(place.root, place.end.i, range(place.first.i, place.end.i + 1))
        objects = [c for c in verb.rights if c.dep_ == "dobj" and c.pos_ in NOMINAL and self._is_thing(c)]
        found = next(iter(objects), None) or next((noun for noun in _subjects(verb) if self._is_thing(noun)), None)
        return phrase(found) if found is not None else None

    def _is_thing(self, noun: Token) -> bool:
        """Whether a noun can be measured: an amount cannot, nor "4hr" of a time."""
        named = noun.dep_ in ("nsubj", "nsubjpass") and (noun.text[:2].isupper() or noun.lower_ == "old")
        if self._is_unit(noun):
            return False
        return (noun.ent_type_ not in AMOUNTS or named) and noun.text[0].isalpha()

    def _is_unit(self, noun: Token) -> bool:
        """Whether a noun is the unit of a number before it: "inches" of "6 feet 2 inches"."""
        counted = noun.i > 0 and bool(noun.nbor(-1).like_num)
        return noun.lower_ in self._units and (counted or any(child.dep_ == "nummod" for child in noun.lefts))
