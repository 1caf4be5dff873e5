"""Single victims without a number: "a man was killed", "the blast hurt a nurse".

They are figures only where the words put a person into a role; no other "a" counts. Where the article
counts those in the role, one of them is no count of its own, unless it stands in a list with other counts: "six Iraqis,
six Sudanese and a Turk were arrested".
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from spacy.attrs import LEMMA
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from extractor import tables
from extractor.annotations import FigureFound, Stretch, overlapping, text_of, within
from extractor.pipes.figures.companions import coordinated
from extractor.pipes.figures.frames import Found
from extractor.pipes.figures.phrases import phrase
from extractor.pipes.figures.place import Tokens
from extractor.pipes.figures.settle import Settled
from extractor.syntax.columns import columns

if TYPE_CHECKING:
    from extractor.pipes.figures.knowledge import Knowledge

ARTICLE = re.compile(r"\b(?:an?|another)\s", re.IGNORECASE)
HIT = frozenset({"shot", "wounded"})
"""Those shot are counted with the wounded."""
FAR = 30
"""Tokens between a noun and the word that tells of its role."""


class Person(tables.Row, frozen=True):
    """A noun for one person."""

    noun: str


class Singles:
    """The nouns, and the words without which nobody has a role."""

    def __init__(self, people: frozenset[str], words: Iterable[str]) -> None:
        self._people = people
        self._words = frozenset(words)
        self._lemmas = frozenset(map(get_string_id, self._words))

    def found(
        self, doc: Doc, tokens: Tokens, known: "Knowledge", counted: Sequence[FigureFound], skipped: Sequence[Stretch]
    ) -> list[Settled]:
        """The single people in a role, in order; `counted` are the article's other figures."""
        telling = self._telling(doc)
        if not telling:
            return []
        text, found = text_of(doc), []
        stretches: list[Stretch] = [{"start": figure["start"], "end": figure["end"]} for figure in counted]
        for match in ARTICLE.finditer(text):
            article = tokens.at(match.start())
            noun = article.head
            if article.dep_ != "det" or noun.tag_ not in ("NN", "NNP") or not article.i < noun.i < article.i + 8:
                continue
            if not _is_near(telling, noun.i) or known.nouns.lemma(noun) not in self._people:
                continue
            role = known.roles.single(noun, article)
            if role is None or _describes(noun) or within(skipped, match.start()) or _is_part(noun, role, counted):
                continue
            figure = _figure(text, article, noun, role)
            figure["unit"], figure["sentence"] = known.nouns.lemma(noun), tokens.sentence(noun.idx).stretch
            figure["hypothetical"] = known.modalities.hypothetical(noun)
            if overlapping(stretches, figure["start"], figure["end"]):
                figure["start"] = noun.idx
            found.append(Settled(figure, role.settled))
        return found

    def _telling(self, doc: Doc) -> list[int]:
        """The tokens that may tell of a role."""
        lemmas = doc.to_array(LEMMA).tolist() if len(doc) else []
        known = self._lemmas
        return sorted({*columns(doc).of(self._words), *(at for at, lemma in enumerate(lemmas) if lemma in known)})


def _is_near(telling: Sequence[int], at: int) -> bool:
    index = bisect_left(telling, at - FAR)
    return index < len(telling) and telling[index] <= at + FAR


def _describes(noun: Token) -> bool:
    """Whether the noun only says what somebody was who died once: "Her husband, a surgeon, died in 1979"; whom somebody
    or something killed is a victim: "Roe, a nurse, was shot"."""
    return bool(noun.dep_ == "appos" and noun.head.dep_ == "nsubj")


def _is_part(noun: Token, role: Found, counted: Sequence[FigureFound]) -> bool:
    """Whether the article counts those in the role, and this one is not listed with other counts."""
    others = (member for member in coordinated(noun) if member.i != noun.i)
    if any(child.dep_ == "nummod" for member in others for child in member.lefts):
        return False
    family = HIT if role.role in HIT else frozenset({role.role})
    return any(figure["role"] in family and (figure["value"] or 2) > 1 for figure in counted)


def _figure(text: str, article: Token, noun: Token, role: Found) -> FigureFound:
    """One person in a role; sentence, unit and hypothetical are filled in by those who know."""
    named = phrase(noun, article.i)
    return {
        "start": article.idx,
        "end": noun.idx + len(noun),
        "kind": "count",
        "value": 1,
        "low": None,
        "high": None,
        "bound": "=",
        "trend": None,
        "unit": None,
        "unit_text": noun.text,
        "noun": " ".join(text[named.start : named.end].split()),
        "role": role.role,
        "person": None,
        "hypothetical": False,
        "sentence": {"start": article.idx, "end": noun.idx + len(noun)},
        "rule": role.rule,
    }
