"""Settles what only the whole article tells: whether patients were hurt, and whether those shot live.

"Six people were shot, two fatally." Those shot are neither killed nor wounded as long as nobody says; where nobody died
and the text tells of hospitals and wounds, they are wounded. Those treated are never added to the wounded: where an
article counts the wounded, its count of patients has no role. "A shooting sent four people to hospital" counts nobody
else, and says by what they were hurt; a fever does not. What a row leaves to the article, its column `settled` says.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from extractor.annotations import FigureFound
from extractor.pipes.figures.lexicon import Lexicon
from extractor.vocabulary import CasualtyRole

HIT = frozenset({"shot", "wounded"})
NEXT = 100
"""Characters behind a sentence with those shot in which the dead among them are told."""
REACH = 700
"""Characters before a count of patients in which the shooting or the blast that hurt them is told."""


class Settled(NamedTuple):
    """A figure, and what its role's row leaves to the article."""

    figure: FigureFound
    settled: str


class Settling:
    """The words for what hurts people and for those who live, and the judgement over all figures."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._cause = re.compile(rf"\b(?:{lexicon.pattern('cause')})\b", re.IGNORECASE)
        self._gunfire = re.compile(rf"\b(?:{lexicon.pattern('gunfire')})\b", re.IGNORECASE)
        self._disease = re.compile(rf"\b(?:{lexicon.pattern('disease')})\b", re.IGNORECASE)
        self._others = re.compile(rf"\b(?:{lexicon.pattern('remaining')})\s\Z", re.IGNORECASE)
        self._alive = re.compile(rf"\b(?:{lexicon.pattern('alive')})\b", re.IGNORECASE)
        self.judges: dict[str, Callable[[str, FigureFound, Sequence[Settled]], CasualtyRole | None]] = {
            "patients": self._patient,
            "victims": self._victim,
            "survivors": self._survivor,
            "outbreak": self._case,
        }

    def settled(self, text: str, found: Sequence[Settled]) -> list[FigureFound]:
        """The figures with the roles that the article leaves them."""
        return [
            {**item.figure, "role": self.judges[item.settled](text, item.figure, found)}
            if item.settled
            else item.figure
            for item in found
        ]

    def _patient(self, text: str, figure: FigureFound, found: Sequence[Settled]) -> CasualtyRole | None:
        """Wounded where the text says by what, and counts no wounded; "the other four" are not counted with them."""
        counted = any(
            item.figure["role"] in HIT and item.settled != "patients" and (item.figure["value"] or 2) > 1
            for item in found
        )
        rest = self._others.search(text, max(0, figure["start"] - 16), figure["start"])
        return None if (counted and not rest) or not _told(self._cause, text, figure) else figure["role"]

    def _victim(self, text: str, figure: FigureFound, found: Sequence[Settled]) -> CasualtyRole | None:
        """The victims of gunfire are those shot; of other victims nobody knows."""
        return self._survivor(text, figure, found) if _told(self._gunfire, text, figure) else None

    def _case(self, text: str, figure: FigureFound, found: Sequence[Settled]) -> CasualtyRole | None:  # noqa: ARG002
        """Cases of a disease, where the text tells of one; those of a court have no role."""
        return figure["role"] if _told(self._disease, text, figure) else None

    def _survivor(self, text: str, figure: FigureFound, found: Sequence[Settled]) -> CasualtyRole | None:
        """Wounded where the text tells that they live, and the dead are not among them."""
        hurt = {item.figure["value"] for item in found if item.figure["role"] == "wounded" and not item.settled}
        killed = [item.figure for item in found if item.figure["role"] == "killed"]
        mixed = any(_includes(figure, dead, hurt) for dead in killed)
        return figure["role"] if mixed or not self._alive.search(text) else "wounded"


def _includes(shot: FigureFound, dead: FigureFound, hurt: set[float | int | None]) -> bool:
    """Whether the dead are among those shot: told right behind them, or adding up to them with the wounded."""
    if shot["value"] is None or dead["value"] is None or not 0 < dead["value"] < shot["value"]:
        return False
    behind = 0 < dead["start"] - shot["sentence"]["end"] < NEXT or dead["sentence"] == shot["sentence"]
    return (behind and dead["start"] > shot["start"]) or shot["value"] - dead["value"] in hurt


def _told(words: re.Pattern[str], text: str, figure: FigureFound) -> bool:
    """Whether a word stands in the figure's sentence or shortly before it."""
    start, end = figure["sentence"]["start"], figure["sentence"]["end"]
    return words.search(text, max(0, start - REACH), min(end, start + REACH)) is not None
