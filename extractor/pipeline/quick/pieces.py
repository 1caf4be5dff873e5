"""The pieces of a text that the parser reads side by side: each is a generator that asks for the move of its state."""

from collections.abc import Callable, Generator

import numpy as np
from numpy.typing import NDArray

from extractor.pipeline.quick.transitions import (
    ALLOWED,
    BEYOND,
    BITS,
    BOUND,
    FORCED,
    IS_REDUCE,
    MAKE,
    STARTS,
    State,
)

Question = tuple[int, ...]
"""The tokens of a state's features, and what it allows."""
DONE: Question = ()
Answers = Callable[[list[int]], list[int]]
"""From questions, one after another in one list, to the best move of each."""
NONE = (-1, -1, -1)


class Pieces:
    """A text in pieces. `heads` and `moves` are, once it is parsed, of each token its head, -1 for none, and the move
    that gave it."""

    def __init__(self, starts: list[int], given: NDArray[np.int64], kinds: list[int]) -> None:
        self._starts, self._ends, self._length = starts, [*starts[1:], len(given)], len(given)
        self._number = {start: number for number, start in enumerate(starts)}
        self._gone = [False] * len(starts)
        self._kinds = kinds
        facts = np.where(given > 0, STARTS, np.where(given < 0, BOUND, 0)).tolist()
        self._state = State([*facts, BEYOND, BEYOND, BEYOND])
        self.heads, self.moves = self._state.heads, self._state.moves

    def parse(self, answers: Answers) -> None:
        """Parses all pieces in step."""
        waiting = []
        for number in range(len(self._starts)):
            piece = self._piece(number)
            question = DONE if self._gone[number] else next(piece)
            if question:
                waiting.append((number, piece.send, question))
        while waiting:
            asked: list[int] = []
            for _, _, question in waiting:
                asked += question
            following = []
            for (number, send, _), move in zip(waiting, answers(asked), strict=True):
                if not self._gone[number]:
                    question = send(move)
                    if question:
                        following.append((number, send, question))
            waiting = following

    def _piece(self, number: int) -> Generator[Question, int, None]:
        """Parses one piece: yields questions, is sent moves; `DONE` is its last."""
        state, kinds, ends, length = self._state, self._kinds, self._ends, self._length
        facts, left, right = state.facts, state.left, state.right
        stack, ahead = [*NONE], [self._starts[number] + 1, self._starts[number]]
        while True:
            top, below, first, second = stack[-1], stack[-2], ahead[-1], ahead[-2]
            border = first == ends[number]
            if border and top < 0:
                yield DONE
            depth = 0 if top < 0 else 1 if below < 0 else 2
            # behind the border the breaks are the next piece's; and one is only set between neighbours
            then = state.given[second] if border else facts[second]
            if second != first + 1:
                then |= BOUND
            allowed = ALLOWED[(depth << BITS | facts[first]) << BITS | then]
            forced = FORCED.get(allowed)
            if forced is None:
                move = yield first, second, top, below, stack[-3], left[first], left[top], right[top], allowed
            else:
                move = forced
            kind = kinds[move]
            if border and kind != IS_REDUCE and first < length:
                self._take_over(number)
            else:
                MAKE[kind](state, stack, ahead, move)

    def _take_over(self, number: int) -> None:
        """Makes the piece as long as it and the next; what was found in that is forgotten."""
        start = self._ends[number]
        other = self._number[start]
        self._gone[other] = True
        self._ends[number] = self._ends[other]
        self._state.forget(start, self._ends[other])
