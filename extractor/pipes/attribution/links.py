"""Which figures of an article say the same again, which are part of another, which take its place, which contradict.

When in doubt, figures are not linked: a reader takes a link for a finding. Each link is made by a named step of
`sameness`, `contradiction`, `changes` or `parts`.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from extractor.annotations.trace import note
from extractor.pipes.attribution.changes import changes
from extractor.pipes.attribution.comparing import comparable
from extractor.pipes.attribution.contradiction import Twain, contradicts
from extractor.pipes.attribution.counted import Counted, Surroundings
from extractor.pipes.attribution.parts import parts
from extractor.pipes.attribution.sameness import Twice, repeated, says_again
from extractor.pipes.attribution.words import Words
from extractor.vocabulary import FigureStands

BACK = 24
"""Earlier figures of the same value, or of the same role, that one is compared with."""
MANY, FEW = 100, 4
"""So many figures of one value are a table or a list, in which nobody says a thing again: few are compared then."""


class Links(NamedTuple):
    """Indices of the figures that repeat one, that contradict it, of its whole, and of the count that it follows."""

    same_as: list[int]
    conflicts_with: list[int]
    part_of: int | None
    updates: int | None
    stands: FigureStands | None


class _Pairs:
    """Links that go both ways, by the index of a figure."""

    def __init__(self, around: Surroundings, word: str) -> None:
        self._around, self._word = around, word
        self._found: dict[int, set[int]] = {}

    def of(self, number: int) -> set[int]:
        return self._found.get(number, set())

    def add(self, one: Counted, other: Counted, step: str) -> None:
        self._found.setdefault(one.number, set()).add(other.number)
        self._found.setdefault(other.number, set()).add(one.number)
        layout, earlier = self._around.layout, one.figure
        said = layout.text[earlier["start"] : earlier["end"]]
        at = (other.figure["start"], other.figure["end"])
        note(layout.doc, "attribution", at, f"attribution/{step}", outcome=f"{self._word} {said!r}")


def links(figures: Sequence[Counted], around: Surroundings, words: Words) -> list[Links]:
    """The links of each figure, in the order of the figures; equals and opposites both ways, none to itself."""
    wholes = parts(figures, around.layout.text, words.of_whole)
    figures = [one._replace(stands="part") if one.stands is None and one.number in wholes else one for one in figures]
    changed = list(changes(figures, around, words))
    same, against = _Pairs(around, "the same as"), _Pairs(around, "contradicts")
    again = repeated(figures)
    for one, other in _pairs(figures, _value, around):
        step = says_again(Twice(one, other, again))
        if step is not None:
            same.add(one, other, f"sameness: {step}")
    moved = {frozenset((change.earlier, change.later)) for change in changed}
    for one, other in (*_pairs(figures, _role, around), *_pairs(figures, _sorted, around)):
        step = contradicts(Twain(one, other, around, words))
        if step is not None and frozenset((one.number, other.number)) not in moved:
            against.add(one, other, f"contradiction: {step}")
    for change in changed:
        if change.wrong:
            against.add(figures[change.earlier], figures[change.later], "changes: wrong")
    followed = {change.later: change.earlier for change in changed if not change.wrong}
    return [
        Links(
            sorted(same.of(number)),
            sorted(against.of(number) - same.of(number)),
            wholes.get(number),
            followed.get(number),
            one.stands,
        )
        for number, one in enumerate(figures)
    ]


def _value(item: Counted) -> object:
    figure = item.figure
    return None if figure["hypothetical"] else (figure["kind"], figure["value"], figure["low"], figure["high"])


def _role(item: Counted) -> object:
    figure = item.figure
    return None if figure["hypothetical"] or not item.whole else figure["role"]


def _sorted(item: Counted) -> object:
    """The sort of what is counted by a source, where it has no role."""
    figure = item.figure
    plain = figure["role"] is None and figure["kind"] in ("count", "other") and not figure["hypothetical"]
    return (item.sort or item.thing) if plain and item.whole and item.voice else None


def _pairs(
    figures: Sequence[Counted], key: Callable[[Counted], object], around: Surroundings
) -> Iterator[tuple[Counted, Counted]]:
    """Figures of one key, each with those shortly before it; none of the key None."""
    groups: dict[object, list[Counted]] = {}
    for item in figures:
        found = key(item)
        if found is not None:
            group = groups.setdefault(found, [])
            back = BACK if len(group) < MANY else FEW
            yield from ((one, item) for one in group[-back:] if comparable(one, item, around))
            group.append(item)
