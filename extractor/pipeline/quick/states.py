"""The network that scores the moves of a state: of the parser, and of the entity recognizer.

Both have the same one. A token's part in each feature of a state is worked out for all tokens with one product; a
state's scores are the sum of a few such parts, the greater of two halves, and a small product.
"""

from typing import Any

import numpy as np
from spacy.vocab import Vocab
from thinc.api import Model, NumpyOps

from extractor.pipeline.quick.context import Context, context_of
from extractor.pipeline.quick.layers import Floats

PIECES = 2
ABSENT = 3
"""Rows behind the text's: of no token (-1), and of the first two places behind the last token."""


def is_known(pipe: Any, features: int) -> bool:  # noqa: ANN401, a component of any kind
    """Whether the component's moves are chosen greedily by the network that this module knows."""
    model = pipe.model
    return bool(
        pipe.cfg["beam_width"] == 1
        and model.name == "parser_model"
        and model.attrs.get("has_upper")
        and not model.attrs.get("unseen_classes")
        and model.get_ref("lower").get_dim("nF") == features
        and model.get_ref("lower").get_dim("nP") == PIECES
        and all(type(node.ops) is NumpyOps for node in model.walk())
        and _projected(model) is not None
    )


def _projected(model: Model[Any, Any]) -> tuple[Model[Any, Any], Model[Any, Any]] | None:
    """What makes the vectors, and the layer that narrows them; None where there is something else between or behind."""
    layers = model.get_ref("tok2vec").layers
    names = [layer.name for layer in layers[1:]]
    return (layers[0], layers[2]) if names == ["list2array", "linear"] else None


def own_context(pipe: Any, vocab: Vocab) -> Context | None:  # noqa: ANN401, a component of any kind
    """The token-to-vector network that the component has for itself, None where it is of an unknown kind."""
    both = _projected(pipe.model)
    return None if both is None else context_of(both[0], vocab)


class States:
    """The weights. A state is given as the sum of its features' parts, `2 * hidden` numbers."""

    def __init__(self, model: Model[Any, Any]) -> None:
        both = _projected(model)
        assert both is not None, "asked only where `is_known`"
        linear, lower, upper = both[1], model.get_ref("lower"), model.get_ref("upper")
        weights, bias, pad = (lower.get_param(name) for name in ("W", "b", "pad"))
        self.count, self.hidden = int(weights.shape[0]), int(weights.shape[1])
        self._narrow = np.ascontiguousarray(linear.get_param("W").T), linear.get_param("b")
        # (features, hidden, pieces, inputs), in slabs of one piece each
        self._parts = np.ascontiguousarray(weights.transpose(0, 2, 1, 3).reshape(-1, weights.shape[3]).T)
        self._bias = np.ascontiguousarray(bias.T.reshape(-1))
        self._absent = np.ascontiguousarray(pad.transpose(0, 1, 3, 2).reshape(1, -1))
        self._weights, self.bias = np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")

    def parts(self, vectors: Floats) -> Floats:
        """What each token brings to a state as each of its features, (tokens + ABSENT, features, 2 * hidden).

        The first feature brings the bias of all: every state has it, be it of no token.
        """
        weights, bias = self._narrow
        narrow = vectors @ weights
        narrow += bias
        parts = np.empty((len(vectors) + ABSENT, self._parts.shape[1]), dtype=np.float32)
        np.dot(narrow, self._parts, out=parts[:-ABSENT])
        parts[-ABSENT:] = self._absent
        split: Floats = parts.reshape(len(parts), self.count, -1)
        split[:, 0] += self._bias
        return split

    def scores(self, summed: Floats) -> Floats:
        """The moves' scores, less their bias."""
        scores: Floats = np.maximum(summed[:, : self.hidden], summed[:, self.hidden :]) @ self._weights
        return scores
