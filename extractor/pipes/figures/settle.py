"""Settles what only the whole article tells: those shot or taken to hospital are not yet known to be wounded.

"Six people were shot, two fatally. Four were wounded." Those shot are wounded as long as nothing else is said of them;
where the dead are among them, or the dead and the wounded add up to them, the number is of neither role.

Those treated are never added to the wounded: where an article counts the wounded, its count of patients has no role.
"A shooting sent four people to hospital" counts nobody else, and says by what they were hurt; a fever does not.
"""

import re
from collections.abc import Sequence

from extractor.annotations import FigureFound
from extractor.pipes.figures.lexicon import Lexicon

UNSETTLED = "figures/roles.csv:shoot/"
TREATED = "treated"
"""The role of patients in the table, which no record has."""
REACH = 700
"""Characters before a count of patients in which the shooting or the blast that hurt them is told."""


class Settling:
    """The words for what hurts people, and the judgement over all figures."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._cause = re.compile(rf"\b(?:{lexicon.pattern('cause')})\b", re.IGNORECASE)

    def settled(self, text: str, found: Sequence[FigureFound]) -> list[FigureFound]:
        """The figures, those shot without a role where killed and wounded are told apart, patients likewise."""
        figures = _shot(found)
        if not any(figure["role"] == TREATED for figure in figures):
            return figures
        counted = any(figure["role"] == "wounded" and (figure["value"] or 2) > 1 for figure in figures)
        return [
            {**figure, "role": None if counted or not self._hurt(text, figure) else "wounded"}
            if figure["role"] == TREATED
            else figure
            for figure in figures
        ]

    def _hurt(self, text: str, figure: FigureFound) -> bool:
        """Whether it is told, in the sentence or shortly before it, by what the patients were hurt."""
        start, end = figure["sentence"]["start"], figure["sentence"]["end"]
        return self._cause.search(text, max(0, start - REACH), min(end, start + REACH)) is not None


def _shot(found: Sequence[FigureFound]) -> list[FigureFound]:
    if not any(_is_shot(figure) for figure in found):
        return list(found)
    killed = [figure for figure in found if figure["role"] == "killed"]
    hurt = {figure["value"] for figure in found if figure["role"] == "wounded" and not _is_shot(figure)}
    mixed = {figure["value"] for figure in found if _is_shot(figure) and _includes(figure, killed, hurt)}
    return [{**figure, "role": None} if _is_shot(figure) and figure["value"] in mixed else figure for figure in found]


def _is_shot(figure: FigureFound) -> bool:
    return figure["role"] == "wounded" and figure["rule"].startswith(UNSETTLED)


def _includes(shot: FigureFound, killed: Sequence[FigureFound], hurt: set[float | int | None]) -> bool:
    """Whether the dead are among those shot: told behind them in one sentence, or adding up with the wounded."""
    value = shot["value"]
    if value is None:
        return False
    for dead in killed:
        if dead["value"] is None or not 0 < dead["value"] < value:
            continue
        behind = dead["sentence"] == shot["sentence"] and dead["start"] > shot["start"]
        if behind or value - dead["value"] in hurt:
            return True
    return False
