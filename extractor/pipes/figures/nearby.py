"""The role that the words beside a number give where the parser has lost the thread: "2 dead, 5 hurt", "killing 12"."""

from collections.abc import Iterator

from spacy.tokens import Token

from extractor.pipes.figures.clauses import acts
from extractor.pipes.figures.frames import NONE, Found, Frames
from extractor.pipes.figures.lexicon import Lexicon

MODIFIERS = frozenset({"compound", "amod", "det", "poss"})
OF_THEM = frozenset({"them", "whom", "those", "these"})
REACH = 6
ASIDE = 9


class Nearby:
    """The words right behind and before a number."""

    def __init__(self, frames: Frames, lexicon: Lexicon) -> None:
        self._frames = frames
        self._skipped = lexicon.words("skipped")
        self._asides = lexicon.words("aside")

    def adjacent(self, number: Token) -> Found | None:
        """The word right behind a number: "treated 63 wounded", "12 dead"."""
        word = number.nbor(1) if number.i + 1 < len(number.doc) else None
        if word is None or (word.tag_ == "VBD" and acts(word)):
            return None
        return self._frames.participle(word)

    def degree(self, number: Token) -> Found | None:
        """ "Six were shot, two fatally", "two dozen were hurt, three of them gravely"."""
        doc, at = number.doc, number.i + 1
        if at + 1 < len(doc) and doc[at].lower_ == "of" and doc[at + 1].lower_ in OF_THEM:
            at += 2
        if at >= len(doc) or doc[at].pos_ != "ADV":
            return None
        ends = at + 1 >= len(doc) or doc[at + 1].is_punct or doc[at + 1].lower_ == "and"
        return self._frames.state(doc[at]) or (self._frames.find(doc[at].lower_, "degree", doc[at]) if ends else None)

    def reduced(self, noun: Token) -> Found | None:
        """The participle right behind a noun: "one of two guards slain", wherever the parser hangs it."""
        word = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
        return self._frames.done_to(word) if word is not None and word.tag_ == "VBN" else None

    def behind(self, last: Token) -> Found | None:
        """The nearest words behind a number and its noun."""
        for word in self._following(last):
            found = self._told(word)
            if found:
                return found
        return None

    def before(self, first: Token) -> Found | None:
        """The verb right before a number: "killing 12"."""
        verb = first.nbor(-1) if first.i > 0 else None
        if verb is None or verb.pos_ != "VERB" or any(child.dep_ == "neg" for child in verb.children):
            return None
        return self._frames.done_to(verb)

    def _told(self, word: Token) -> Found | None:
        if word.pos_ == "NOUN" and any(child.dep_ in MODIFIERS for child in word.lefts):
            return NONE  # "a 9-iron approach shot"
        found = self._frames.state(word)
        if found is None and (word.tag_ in ("VBN", "VBD", "JJ") or self._frames.is_participle(word)):
            found = self._frames.done_to(word)
        if found and any(child.dep_ == "neg" for child in word.children):
            return NONE
        if found and word.tag_ == "VBD" and acts(word):
            return NONE  # "one of the suspects shot at people"
        return found or (self._frames.does(word) if word.tag_ == "VBD" else None)

    def _following(self, token: Token) -> Iterator[Token]:
        """The words behind a number up to the first that tells something; "four others seriously injured"."""
        doc, at = token.doc, token.i + 1
        end = min(len(doc), token.i + REACH)
        if at + 1 < len(doc) and doc[at].text == "," and doc[at + 1].lower_ in self._asides:
            at = next((i + 1 for i in range(at + 1, min(len(doc), at + ASIDE)) if doc[i].text == ","), end)
            end = min(len(doc), at + 3)
        for word in doc[at:end]:
            if word.is_punct or word.sent_start is True:
                return
            yield word
            if word.lower_ not in self._skipped:
                return
