"""The base model's entities, decided for all tokens at once where they do not depend on one another.

spaCy's recognizer goes from token to token, and at each asks every one of its 74 moves whether it is allowed; under
spaCy 3.8 that takes twice the time of the network itself, most of it around Python's lock. As long as no entity is
open, the scores of a token depend on the token alone: they are computed here for all tokens with one product of
matrices, and only what may open an entity is followed further. The network, its weights, the order of the sums and the
rules of what is allowed are spaCy's.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ENT_IOB, IS_SPACE, SENT_START
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

Floats = NDArray[np.float32]
FEATURES = 3
"""What the network sees of a state: the token, the open entity's first token, the token before."""
STARTS_SENTENCE = 1


class Moves(NamedTuple):
    """The columns of the scores: of the moves that may follow where no entity is open, and of those inside each."""

    names: list[str]
    opening: NDArray[np.intp]
    single: NDArray[np.intp]
    never: NDArray[np.intp]
    inside: dict[int, int]
    last: dict[int, int]


class Network(NamedTuple):
    """The weights behind the token vectors: bias of the hidden layer, weights and bias of the scores."""

    hidden: Floats
    weights: Floats
    bias: Floats


def quick(pipe: Any) -> Callable[[Doc], Doc] | None:  # noqa: ANN401, a component of any kind
    """A function that does what the recognizer does, None where the component is not the one it knows."""
    if type(pipe) is not EntityRecognizer or not _is_known(pipe):
        return None
    return partial(_recognize, pipe)


def _is_known(pipe: EntityRecognizer) -> bool:
    model = pipe.model
    return bool(
        pipe.cfg["beam_width"] == 1
        and model.attrs.get("has_upper")
        and not model.attrs.get("unseen_classes")
        and model.get_ref("lower").get_dim("nF") == FEATURES
        and isinstance(model.get_ref("lower").get_param("b"), np.ndarray)
        and not getattr(pipe, "postprocesses", None)
    )


def _recognize(pipe: EntityRecognizer, doc: Doc) -> Doc:
    if not len(doc) or doc.to_array(ENT_IOB).any():
        return pipe(doc)  # what is annotated already binds the recognizer's moves
    lower, upper = pipe.model.get_ref("lower"), pipe.model.get_ref("upper")
    vectors = pipe.model.get_ref("tok2vec").predict([doc])
    features = lower.predict(vectors)
    network = Network(lower.get_param("b"), upper.get_param("W"), upper.get_param("b"))
    moves = _moves(pipe)
    closes = _closes(doc)
    best = _best(features, network, moves, closes, doc.to_array(IS_SPACE) != 0)
    ends = _ends(features, network, moves, closes, best)
    doc.set_ents(_spans(doc, moves, best, ends), default="outside")
    return doc


def _moves(pipe: EntityRecognizer) -> Moves:
    """The moves by name ("B-ORG", "I-ORG", "O"): their numbers are the columns of the scores."""
    names = [str(pipe.moves.get_class_name(column)) for column in range(pipe.moves.n_moves)]
    number = {name: column for column, name in enumerate(names)}
    begin = {column: name[2:] for column, name in enumerate(names) if name.startswith("B-") and len(name) > 2}
    single = [column for column, name in enumerate(names) if name.startswith("U-") and len(name) > 2]
    free = {number["O"], *begin, *single}
    return Moves(
        names=names,
        opening=np.array(sorted(begin), dtype=np.intp),
        single=np.array(single, dtype=np.intp),
        never=np.array([column for column in range(len(names)) if column not in free], dtype=np.intp),
        inside={column: number[f"I-{label}"] for column, label in begin.items()},
        last={column: number[f"L-{label}"] for column, label in begin.items()},
    )


def _closes(doc: Doc) -> NDArray[np.bool_]:
    """Whether an entity must end with the token: the last one, and every one before a sentence's start."""
    closes = np.ones(len(doc), dtype=bool)
    closes[:-1] = doc.to_array(SENT_START)[1:] == STARTS_SENTENCE
    return closes


def _scores(summed: Floats, network: Network) -> Floats:
    """The scores of states whose features are summed up, a row a state."""
    hidden: Floats = (summed + network.hidden).max(axis=-1)
    return hidden @ network.weights.T + network.bias


def _best(
    features: Floats, network: Network, moves: Moves, closes: NDArray[np.bool_], space: NDArray[np.bool_]
) -> NDArray[np.intp]:
    """The best allowed move at every token if no entity is open there."""
    scores = _scores(features[1:, 0] + features[0, 1] + features[0, 2], network)
    scores[:, moves.never] = -np.inf
    scores[np.ix_(closes | space, moves.opening)] = -np.inf
    scores[np.ix_(space, moves.single)] = -np.inf
    best: NDArray[np.intp] = scores.argmax(axis=1)
    return best


def _ends(
    features: Floats, network: Network, moves: Moves, closes: NDArray[np.bool_], best: NDArray[np.intp]
) -> dict[int, int]:
    """The last token of each entity that may begin, by its first: all of them grow together, a token at a time."""
    starts = np.flatnonzero(_are(best, moves.opening, moves))
    inside = np.array([moves.inside.get(move, 0) for move in range(len(moves.names))], dtype=np.intp)
    last = np.array([moves.last.get(move, 0) for move in range(len(moves.names))], dtype=np.intp)
    ends: dict[int, int] = {}
    at = starts + 1
    while len(starts):
        scores = _scores(features[at + 1, 0] + features[starts + 1, 1] + features[at, 2], network)
        row, move = np.arange(len(starts)), best[starts]
        go_on, stop = scores[row, inside[move]], scores[row, last[move]]
        goes_on = ((go_on > stop) | ((go_on == stop) & (inside[move] < last[move]))) & ~closes[at]
        ends.update(zip(starts[~goes_on].tolist(), at[~goes_on].tolist(), strict=True))
        starts, at = starts[goes_on], at[goes_on] + 1
    return ends


def _are(best: NDArray[np.intp], chosen: Sequence[int] | NDArray[np.intp], moves: Moves) -> NDArray[np.bool_]:
    """Whether the best move is one of these, token by token."""
    among = np.zeros(len(moves.names), dtype=bool)
    among[np.asarray(chosen, dtype=np.intp)] = True
    return among[best]


def _spans(doc: Doc, moves: Moves, best: NDArray[np.intp], ends: dict[int, int]) -> list[Span]:
    """The entities from left to right: what would begin inside another never begins."""
    spans, free = [], 0
    for start in np.flatnonzero(_are(best, [*moves.opening, *moves.single], moves)).tolist():
        if start >= free:
            free = ends.get(start, start) + 1
            spans.append(Span(doc, start, free, label=moves.names[best[start]][2:]))
    return spans
