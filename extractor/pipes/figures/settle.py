"""Settles what only the whole article tells: who was shot is not yet known to be wounded.

"Six people were shot, two fatally. Four were wounded." Those shot are wounded as long as nothing else is said of them;
where the dead are among them, or the dead and the wounded add up to them, the number is of neither role.
"""

from collections.abc import Sequence

from extractor.annotations import FigureFound

UNSETTLED = "figures/roles.csv:shoot/"


def settled(found: Sequence[FigureFound]) -> list[FigureFound]:
    """The figures, those shot without a role where killed and wounded are told apart."""
    if not any(figure["rule"].startswith(UNSETTLED) and figure["role"] == "wounded" for figure in found):
        return list(found)
    killed = [figure for figure in found if figure["role"] == "killed"]
    hurt = {figure["value"] for figure in found if figure["role"] == "wounded" and not _is_shot(figure)}
    return [
        {**figure, "role": None} if _is_shot(figure) and _includes(figure, killed, hurt) else figure for figure in found
    ]


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
