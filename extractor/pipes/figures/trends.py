"""Reads whether a figure says how far something went up or down: "fell 2.5%", "a rise of 3 points", "up 40 cents".

Only the distance has a trend: in "rose 3% to $40" the dollars are a level.
"""

import re
from collections.abc import Iterable
from typing import Literal

from spacy.tokens import Token

from extractor import tables, vocabulary
from extractor.pipes.figures.lexicon import Lexicon
from extractor.syntax.lists import Lists
from extractor.vocabulary import FigureKind

PARTICLE = re.compile(r"\b(?P<up>up)\s\Z|\b(?P<down>down)\s\Z", re.IGNORECASE)
OFF = re.compile(r"\boff\s\Z")
"""Before a distance behind a noun: "with Kestrel off 4%"; "took off 4%" has it from its verb."""
DISTANCE = frozenset({"dobj", "npadvmod", "advmod", "oprd", "attr", "dep", "nummod", "ccomp", "acomp", "nsubj"})
TO = re.compile(r"\b(?:to|at|from)\s\Z", re.IGNORECASE)
"""Before a level, however the parser reads it: "fell by $2 to $40 a barrel"."""
MARGIN = frozenset({"lose"})
"""Verbs whose "by" tells a margin: "lost the vote by seven"."""
NEAR = 3
MORE = re.compile(r"\s(?:(?P<up>more)|(?P<down>less|fewer))\b")
"""Behind a share: "half a percentage point less than forecast"."""
SIGNED = frozenset({"percent", "money", "other"})
PLAIN = frozenset({"duration", "age", "count", "score", "rank"})


class Trend(tables.Row, frozen=True):
    """A verb or noun of change."""

    KEYS = ("lemma", "kind")

    lemma: str
    kind: Literal["verb", "noun", "particle"]
    trend: vocabulary.Trend


class Trends:
    """The table, by lemma."""

    def __init__(self, rows: Iterable[Trend], lexicon: Lexicon, lists: Lists) -> None:
        self._behind = lists.pattern(r"\s(?:(?P<up>{higher})|(?P<down>{lower}))\b(?!\s(?:to|from)\s)", re.IGNORECASE)
        self._levels = lists.words("levels")
        self._level_before = lists.pattern(r"\b(?:{before a signed level}|\()\s?\Z", re.IGNORECASE)
        """Before a level below zero: "The balance is -15 euros"."""
        rows = tuple(rows)
        self._moved, self._shifted = lexicon.words("moved"), lexicon.words("shifted")
        self._verbs = {row.lemma: row.trend for row in rows if row.kind == "verb"}
        self._nouns = {row.lemma: row.trend for row in rows if row.kind == "noun"}

    def _signed(self, text: str, start: int, kind: FigureKind) -> vocabulary.Trend | None:
        """ "Tin +0.4%, zinc -1.1%": the sign is the direction; of a temperature it is not."""
        signed = kind in SIGNED and text.startswith(("+", "-", "−"), start)
        if not signed or self._level_before.search(text, max(0, start - 8), start):
            return None
        return "up" if text[start] == "+" else "down"

    def changes(self, token: Token) -> bool:
        """Whether a change is told of where the token ("from", or the first number) stands."""
        for word in (token.head, token.head.head, *token.doc[max(0, token.i - 4) : token.i]):
            lemma = word.lemma_.lower()
            if lemma in self._verbs or lemma in self._nouns or (word.lower_ in ("up", "down") and word.i < token.i):
                return True
        return token.head.lemma_ in self._shifted

    def trend(self, text: str, start: int, end: int, root: Token, kind: FigureKind) -> vocabulary.Trend | None:
        """ "up", "down" or None. `start` and `end` are the stretch with its hedge, `root` heads the measure."""
        if kind in ("duration", "age", "score", "rank"):
            return None
        root = _governing(root)
        if TO.search(text, max(0, start - 6), start):
            return None
        beside = self._beside(text, start, end, root, kind)
        if beside is not None:
            return beside
        if root.dep_ == "pobj" and not start <= root.head.idx < end:
            return self._of(root.head, kind)
        return None if kind in PLAIN else self._governed(root) or self._signed(text, start, kind)

    def _beside(self, text: str, start: int, end: int, root: Token, kind: FigureKind) -> vocabulary.Trend | None:
        """From the words right before and behind: "up 3%", "with Kestrel off 4%", "2% higher"."""
        particle = PARTICLE.search(text, max(0, start - 6), start)
        behind = self._behind.match(text, end) if kind not in PLAIN else None
        behind = behind or (MORE.match(text, end) if kind == "percent" else None)
        if kind not in PLAIN and OFF.search(text, max(0, start - 6), start) and _is_behind_noun(root, start):
            return "down"
        if particle and self._is_particle(root, particle.start()):
            return "up" if particle["up"] else "down"
        if behind:
            return "up" if behind["up"] else "down"
        return None

    def _governed(self, root: Token) -> vocabulary.Trend | None:
        """From the verb or noun right above; a preposition between them is the hedge: "rose under 4%"."""
        head = root.head.head if root.dep_ == "pobj" else root.head
        lemma = head.lemma_.lower()
        if head.pos_ == "VERB" and (root.dep_ in DISTANCE or root.dep_ == "pobj") and root.i > head.i:
            return self._verbs.get(lemma) or self._particle(head)
        return self._nouns.get(lemma) if head.i > root.i and head.pos_ == "NOUN" else None

    def _particle(self, verb: Token) -> vocabulary.Trend | None:
        """The direction of "edged up its forecast by 0.1 points"; "gave up 517 yards" has none."""
        if verb.lemma_.lower() not in self._moved:
            return None
        words = {child.lower_ for child in verb.rights if child.dep_ in ("prt", "advmod") and child.i - verb.i < NEAR}
        return "up" if "up" in words else "down" if "down" in words else None

    def _is_particle(self, root: Token, char: int) -> bool:
        """Whether "up" before a number is a direction: "gave up 517 yards" is none."""
        found = root.doc.char_span(char, char + 2, alignment_mode="expand")
        if found is None or found[0].dep_ != "prt":
            return True
        verb = found[0].head.lemma_.lower()
        return verb in self._verbs or verb in self._moved

    def _of(self, prep: Token, kind: FigureKind) -> vocabulary.Trend | None:
        """ "rose by 3 percent", "a fall of 3 percent"."""
        above = prep.head
        if prep.lower_ in self._levels:
            return None
        if above.pos_ == "VERB" and prep.lower_ == "by" and above.lemma_ in MARGIN:
            return None
        if above.pos_ == "VERB" and prep.lower_ == "by":
            return self._verbs.get(above.lemma_.lower()) or self._particle(above)
        if kind == "money" and above.tag_ == "NNS":
            return None  # "capital gains of $48m" are no change
        if above.pos_ == "NOUN" and (prep.lower_ == "by" or (prep.lower_ == "of" and kind != "count")):
            return self._nouns.get(above.lemma_.lower())
        return None


def _governing(root: Token) -> Token:
    """The year of "fell by a fifth last year", which the parser reads as a fifth year; else the root itself."""
    year = root.head
    return year if root.dep_ == "amod" and year.dep_ == "pobj" and year.ent_type_ == "DATE" else root


def _is_behind_noun(root: Token, start: int) -> bool:
    """Whether a noun stands before the word before a character: "Kestrel off 4%"."""
    found = root.doc.char_span(start, start + 1, alignment_mode="expand")
    return found is not None and found.start > 1 and root.doc[found.start - 2].pos_ in ("NOUN", "PROPN")
