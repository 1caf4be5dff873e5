"""What decides whether one figure may be compared with another: what it counts, how, where, when, and who gives it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from extractor.annotations import DateFound, FigureFound, PlaceFound
from extractor.pipes.attribution.settings import At, Settings
from extractor.pipes.attribution.words import Words
from extractor.syntax import Layout
from extractor.vocabulary import FigureStands

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W_]+)*")
AFTER = 16
"""Characters behind a figure that tell a part of something counted before: "three of them"."""
BEFORE = 24
"""Characters before a figure that tell the same: "among them three", "including two"."""
ELIDED = 48
"""Characters around a figure without a noun in which a word like "toll" says what it counts."""
MEASURED = frozenset({"money", "percent", "area", "mass", "volume", "length", "speed"})
"""Kinds of figures that say the same again by what they measure and whose it is."""
NAMED = 8
"""Tokens to either side of a figure whose names tell what is measured: "Nestle's 7% share"."""


class Counted(NamedTuple):
    """A figure with what may be compared. `thing` is what it counts, "person" for people of no sort, None where the
    text leaves it out; `names` are the names around it; `where` (indices of places) and `when` (indices of dates) are
    its own, else all of its sentence.
    """

    number: int
    figure: FigureFound
    thing: str | None
    sort: str | None
    described: frozenset[str]
    stands: FigureStands | None
    definite: bool
    only: bool
    retold: bool
    predicate: str | None
    names: frozenset[str]
    sentence: int
    where: frozenset[int]
    when: frozenset[int]
    voice: frozenset[str]

    @property
    def whole(self) -> bool:
        """Whether nothing beside it makes it less than all that are counted."""
        return self.stands is None


class Surroundings(NamedTuple):
    """What the article has beside its figures, and, for each figure, who gives it (its voice), where and when it holds;
    `home` is the place that most of the counted people are in.
    """

    layout: Layout
    places: Sequence[PlaceFound]
    dates: Sequence[DateFound]
    settings: Settings
    voices: Sequence[frozenset[str]]
    at: Sequence[At]
    home: int | None


def counted(index: int, figure: FigureFound, around: Surroundings, words: Words) -> Counted:
    """The figure with what may be compared."""
    layout = around.layout
    sentence = layout.sentence_number(figure["start"])
    span = layout.tokens(figure["start"], figure["end"])
    first, root = layout.doc[span[0]], layout.doc[span[0] : span[-1] + 1].root
    at = around.at[index]
    noun = WORD.findall((figure["noun"] or "").lower().partition(" of ")[0])
    return Counted(
        number=index,
        figure=figure,
        thing=_thing(figure, layout.text, words),
        sort=words.sorts.get((figure["unit"] or "").lower()) or _sort(figure, first, layout.text, words),
        only=first.i > 0 and first.nbor(-1).lower_ in words.only,
        described=frozenset(noun[:-1]) - words.definite,
        stands=_stands(figure, layout.text, words),
        definite=_definite(first, words),
        retold=_is_retold(figure, layout.text),
        predicate=_predicate(root),
        sentence=sentence,
        names=_names(root) if figure["kind"] in MEASURED else frozenset(),
        where=around.settings.where(sentence) if at.place is None else frozenset({at.place}),
        when=around.settings.when(sentence) if at.date is None else frozenset({at.date}),
        voice=around.voices[index],
    )


def _names(root: Token) -> frozenset[str]:
    """The names around what is measured."""
    around = root.doc[max(0, root.i - NAMED) : root.i + NAMED]
    return frozenset(word.lower_ for word in around if word.pos_ == "PROPN")


def _thing(figure: FigureFound, text: str, words: Words) -> str | None:
    """What is counted: "person" where the word tells no sort of people, or only a word like "toll" stands near."""
    unit = (figure["unit"] or "").lower()
    if unit and figure["kind"] == "count":
        return "person" if unit in words.things else unit
    if figure["role"] is not None:
        around = text[max(0, figure["start"] - ELIDED) : figure["end"] + ELIDED // 2]
        return "person" if any(word in words.things for word in WORD.findall(around.lower())) else None
    return unit or None


def _is_retold(figure: FigureFound, text: str) -> bool:
    """Whether a number names no noun of its own where it stands: "The fire service counted nine."."""
    return text[figure["end"] : figure["end"] + 1] in (".", ",", ";", "") and figure["unit"] is not None


def _sort(figure: FigureFound, first: Token, text: str, words: Words) -> str | None:
    """The sort of what a level is of, the crowd of "put the crowd at 35,000"; of people who "took part" the same."""
    if figure["kind"] == "count" and words.crowd.search(text, figure["end"], figure["end"] + ELIDED):
        return "crowd"
    noun = WORD.findall((figure["noun"] or "").lower()) if figure["kind"] == "other" else []
    if not noun:
        return None
    near = first.doc[max(0, first.i - NAMED) : first.i + NAMED]
    lemmas = (word.lemma_.lower() for word in near if word.lower_ == noun[-1])  # "put the protesters at 2,000"
    return words.sorts.get(noun[-1]) or words.sorts.get(next(lemmas, ""))


def _stands(figure: FigureFound, text: str, words: Words) -> FigureStands | None:
    """What the words beside a figure make of it: "six of them", "including six", "six others", "another six"."""
    sentence = figure["sentence"]["start"]
    before = text[max(sentence, figure["start"] - BEFORE) : figure["start"]]
    before = before[before.rfind(";") + 1 :]
    for makes, pattern in words.after.items():
        if pattern.match(text[figure["end"] : figure["end"] + AFTER].lstrip()):
            return makes
        if any(found.end() == figure["end"] for found in pattern.finditer(text, figure["start"], figure["end"])):
            return makes
    for makes, pattern in words.before.items():
        if pattern.search(before) or pattern.match(text, figure["start"]):
            return makes
    return None


def _definite(first: Token, words: Words) -> bool:
    """Whether "the", "all" or "both" stands before the number, or is its first word."""
    before = first.doc[first.i - 1] if first.i > 0 else first
    return before.lower_ in words.definite or first.lower_ in words.definite


def _predicate(root: Token) -> str | None:
    """The verb of the figure's clause and its relation to it: "die nsubj" for "twelve people died"."""
    token = root
    for _ in range(4):
        head = token.head
        if head.i == token.i:
            return None
        if head.pos_ == "VERB":
            return f"{head.lemma_.lower()} {token.dep_}"
        if head.pos_ == "AUX":
            return _state(head, token)
        token = head
    return None


def _state(copula: Token, token: Token) -> str | None:
    """ "Be dead nsubj" for "five men are dead"."""
    said = next((child for child in copula.rights if child.dep_ in ("acomp", "attr")), None)
    return None if said is None or said.i == token.i else f"be {said.lemma_.lower()} {token.dep_}"
