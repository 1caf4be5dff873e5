"""The base model's parser, with the pieces of a text side by side.

spaCy's parser goes from word to word, and its network answers one state at a time. A state with an empty stack, at a
token that has no left child yet and behind which no break is set, does not depend on what came before. So the text is
cut where sentences seem to begin (`pieces`), and the states of all pieces are scored with one product a step. The guess
may be wrong: a piece whose parse goes beyond its end takes over the next one, which is forgotten and begun anew inside.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, ORTH, SENT_START
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc

from extractor.pipeline.quick.layers import Floats
from extractor.pipeline.quick.pieces import Answers, Pieces
from extractor.pipeline.quick.states import States, is_known
from extractor.pipeline.quick.transitions import ARCS, BREAK, KINDS, REDUCE, SHIFT
from extractor.syntax.columns import are_among

FEATURES = 8
"""What the network sees of a state: two tokens ahead, three on the stack, the leftmost child of the first ahead, the
leftmost and the rightmost child of the top of the stack."""
ENDS = (".", "!", "?", "...", "…")
CLOSES = ('"', "”", "''", "’", ")", "]", "'")
BEGINS = 1
ALLOWED = ((SHIFT, "S"), (REDUCE, "D"), (ARCS, "LR"), (BREAK, "B"))


def quick(pipe: Any) -> Callable[[Doc], Doc] | None:  # noqa: ANN401, a component of any kind
    """A function that does what the parser does, None where the component is not the one it knows."""
    if type(pipe) is not DependencyParser or not is_known(pipe, FEATURES):
        return None
    listener = pipe.model.get_ref("tok2vec").layers[0]
    names = [str(pipe.moves.get_class_name(move)) for move in range(pipe.moves.n_moves)]
    in_order = [KINDS.index(name[0]) if name[0] in KINDS else -1 for name in names]
    known = listener.name == "tok2vec-listener" and in_order == sorted(in_order) and set(in_order) == set(range(5))
    return Parser(pipe, names) if known and names[0] == "S" and names[1] == "D" else None


class Parser:
    """The parser's heads, labels and sentence starts."""

    def __init__(self, pipe: DependencyParser, names: list[str]) -> None:
        self._pipe, self._states = pipe, States(pipe.model)
        self._kinds = [KINDS.index(name[0]) for name in names]
        strings = pipe.vocab.strings
        self._labels = np.array([strings.as_int(name[2:]) if len(name) > 2 else 0 for name in names], dtype=np.uint64)
        self._ends = np.array(sorted(strings.add(mark) for mark in ENDS), dtype=np.uint64)
        self._closes = np.array(sorted(strings.add(mark) for mark in CLOSES), dtype=np.uint64)
        self._masks = np.full((1 << len(ALLOWED), len(names)), -np.inf, dtype=np.float32)
        for allowed in range(len(self._masks)):
            for bit, kinds in ALLOWED:
                if allowed & bit:
                    self._masks[allowed, [name[0] in kinds for name in names]] = 0
        self._masks += self._states.bias

    def __call__(self, doc: Doc) -> Doc:
        """The document with its parse."""
        if not len(doc) or doc.to_array([DEP, HEAD]).any():
            done: Doc = self._pipe(doc)  # what is annotated already binds the parser's moves
            return done
        orths, given = doc.to_array([ORTH, SENT_START]).astype(np.int64).T
        pieces = Pieces(self._starts(orths.astype(np.uint64), given), given, self._kinds)
        pieces.parse(self._answers(self._states.parts(doc.tensor)))
        heads, moves = np.array(pieces.heads[: len(doc)]), np.array(pieces.moves[: len(doc)])
        relative = np.where(heads < 0, 0, heads - np.arange(len(doc)))
        labels = np.where(relative == 0, np.uint64(self._pipe.moves.root_label), self._labels[moves])
        doc.from_array([HEAD, DEP], np.stack([relative.astype(np.uint64), labels], axis=1))
        for then in self._pipe.postprocesses:
            then(doc)
        return doc

    def _starts(self, orths: NDArray[np.uint64], given: NDArray[np.int64]) -> list[int]:
        """Where sentences seem to begin: behind an end with its closing mark, and where it is known."""
        end, close = are_among(orths, self._ends), are_among(orths, self._closes)
        starts = given == BEGINS
        starts[1:] |= end[:-1] & ~end[1:] & ~close[1:]
        starts[2:] |= end[:-2] & close[1:-1] & ~end[2:] & ~close[2:]
        starts[0] = True
        return np.flatnonzero(starts).tolist()

    def _answers(self, parts: Floats) -> Answers:
        """What answers the questions of many states, one after another in a list, with the best move of each."""
        rows, features = parts.reshape(-1, parts.shape[2]), np.arange(FEATURES)
        ones, masks, states = np.ones(FEATURES, dtype=np.float32), self._masks, self._states

        def answers(asked: list[int]) -> list[int]:
            questions = np.array(asked, dtype=np.intp).reshape(-1, FEATURES + 1)
            places = questions[:, :FEATURES] * FEATURES
            places += features
            scores = states.scores(ones @ rows.take(places, axis=0))
            scores += masks.take(questions[:, FEATURES], axis=0)
            best: list[int] = scores.argmax(axis=1).tolist()
            return best

        return answers
