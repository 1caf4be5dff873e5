"""The base model's entities, decided for all tokens at once where they do not depend on one another.

spaCy's recognizer goes from token to token, and at each asks every one of its 74 moves whether it is allowed; under
spaCy 3.8 that takes twice the time of the network itself, most of it around Python's lock. As long as no entity is
open, the scores of a token depend on the token alone: they are computed here for all tokens with one product of
matrices, and only what may open an entity is followed further. The network, its weights and the rules of what is
allowed are spaCy's.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ENT_IOB, IS_SPACE, SENT_START
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from extractor.pipeline.quick.context import Context
from extractor.pipeline.quick.layers import Floats
from extractor.pipeline.quick.states import States, is_known, own_context

FEATURES = 3
"""What the network sees of a state: the token, the open entity's first token, the token before."""
NO_TOKEN = -1
STARTS_SENTENCE = 1


class Moves(NamedTuple):
    """The moves by the columns of their scores. `opens` and `single` say what a move does where no entity is open;
    `inside` and `last` are the columns of the two moves that may follow one that opens."""

    names: list[str]
    opens: NDArray[np.bool_]
    single: NDArray[np.bool_]
    never: NDArray[np.bool_]
    inside: NDArray[np.intp]
    last: NDArray[np.intp]


def quick(pipe: Any) -> Callable[[Doc], Doc] | None:  # noqa: ANN401, a component of any kind
    """A function that does what the recognizer does, None where the component is not the one it knows."""
    if type(pipe) is not EntityRecognizer or not is_known(pipe, FEATURES) or getattr(pipe, "postprocesses", None):
        return None
    context = own_context(pipe, pipe.vocab)
    return None if context is None else Entities(pipe, context)


class Entities:
    """The recognizer's entities."""

    def __init__(self, pipe: EntityRecognizer, context: Context) -> None:
        self._pipe, self._context = pipe, context
        self._states, self._moves = States(pipe.model), _moves(pipe)
        masks = np.zeros((2, 2, len(self._moves.names)), dtype=np.float32)  # by: must close, is white space
        masks[:, :, self._moves.never] = -np.inf
        masks[1, :, self._moves.opens] = masks[:, 1, self._moves.opens] = -np.inf
        masks[:, 1, self._moves.single] = -np.inf
        self._masks = (masks + self._states.bias).reshape(4, -1)

    def __call__(self, doc: Doc) -> Doc:
        """The document with its entities."""
        if not len(doc) or doc.to_array(ENT_IOB).any():
            done: Doc = self._pipe(doc)  # what is annotated already binds the recognizer's moves
            return done
        space, sentences = doc.to_array([IS_SPACE, SENT_START]).T
        closes = np.ones(len(doc), dtype=bool)
        closes[:-1] = sentences[1:] == STARTS_SENTENCE
        parts = self._states.parts(self._context(doc))
        best = self._best(parts, 2 * closes + (space != 0))
        growing = Growing(self._states, self._moves, parts, closes, best)
        names = self._moves.names
        doc.set_ents([Span(doc, *at, label=names[move][2:]) for *at, move in growing.found()], default="outside")
        return doc

    def _best(self, parts: Floats, masks: NDArray[np.intp]) -> NDArray[np.intp]:
        """The best allowed move at every token if no entity is open there."""
        scores = self._states.scores(parts[: len(masks), 0] + (parts[NO_TOKEN, 1] + parts[NO_TOKEN, 2]))
        scores += self._masks[masks]
        best: NDArray[np.intp] = scores.argmax(axis=1)
        return best


def _moves(pipe: EntityRecognizer) -> Moves:
    """The moves of the recognizer ("B-ORG", "I-ORG", "O")."""
    names = [str(pipe.moves.get_class_name(column)) for column in range(pipe.moves.n_moves)]
    number = {name: column for column, name in enumerate(names)}
    opens = np.array([name.startswith("B-") and len(name) > 2 for name in names])
    single = np.array([name.startswith("U-") and len(name) > 2 for name in names])
    return Moves(
        names=names,
        opens=opens,
        single=single,
        never=~(opens | single | np.array([name == "O" for name in names])),
        inside=np.array([number[f"I-{name[2:]}"] if opens[i] else 0 for i, name in enumerate(names)], dtype=np.intp),
        last=np.array([number[f"L-{name[2:]}"] if opens[i] else 0 for i, name in enumerate(names)], dtype=np.intp),
    )


class Growing:
    """Entities of one text, grown side by side from where they may begin.

    One that reaches a token where another began stops that one: it never began, unless the first is itself stopped by
    one before it. So of "$5 $5 $5 ..." not every beginning is followed to the end, and time stays a line.
    """

    def __init__(
        self, states: States, moves: Moves, parts: Floats, closes: NDArray[np.bool_], best: NDArray[np.intp]
    ) -> None:
        self._states, self._parts, self._closes, self._best = states, parts, closes, best
        self._may_begin = np.flatnonzero((moves.opens | moves.single)[best])
        self._starts = np.flatnonzero(moves.opens[best])
        self._inside, self._last = moves.inside[best[self._starts]], moves.last[best[self._starts]]
        self._inside_bias, self._last_bias = states.bias[self._inside], states.bias[self._last]
        self._number = np.full(len(best) + 1, -1, dtype=np.intp)
        self._number[self._starts] = np.arange(len(self._starts))
        self._at = self._starts + 1
        self._ended = np.zeros(len(self._starts), dtype=bool)

    def found(self) -> list[tuple[int, int, int]]:
        """Start, end and move of the entities, left to right: what would begin inside another never begins."""
        self._grow_all()
        best, free, found = self._best, 0, []
        for start in self._may_begin.tolist():
            if start >= free:
                free = self._end(start) + 1
                found.append((start, free, int(best[start])))
        return found

    def _goes_on(self, lanes: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Whether these entities go on behind the tokens that they have come to."""
        at, starts, parts = self._at[lanes], self._starts[lanes], self._parts
        inside, last, row = self._inside[lanes], self._last[lanes], np.arange(len(lanes))
        scores = self._states.scores(parts[at, 0] + parts[starts, 1] + parts[at - 1, 2])
        go_on, stop = scores[row, inside] + self._inside_bias[lanes], scores[row, last] + self._last_bias[lanes]
        goes_on: NDArray[np.bool_] = ((go_on > stop) | ((go_on == stop) & (inside < last))) & ~self._closes[at]
        return goes_on

    def _grow_all(self) -> None:
        lanes = np.arange(len(self._starts))
        while len(lanes):
            goes_on = self._goes_on(lanes)
            stopped = set()
            reached = self._number[self._at[lanes]]
            for lane, other in zip(lanes[reached >= 0].tolist(), reached[reached >= 0].tolist(), strict=True):
                if lane not in stopped:  # from left to right: one that is stopped now stops none
                    stopped.add(other)
            self._ended[lanes[~goes_on]] = True
            lanes = lanes[goes_on]
            self._at[lanes] += 1
            if stopped:
                lanes = np.array([lane for lane in lanes.tolist() if lane not in stopped], dtype=np.intp)

    def _end(self, start: int) -> int:
        """The last token of the entity that begins here; one that was stopped grows to its end now."""
        lane = self._number[start]
        if lane < 0:
            return start  # of one token
        one = np.array([lane])
        while not self._ended[lane]:
            if self._goes_on(one)[0]:
                self._at[lane] += 1
            else:
                self._ended[lane] = True
        return int(self._at[lane])
