"""The base model's tagger, with all tags of an article written at once."""

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.attrs import TAG
from spacy.pipeline import Tagger
from spacy.tokens import Doc

NAME = "tok2vec-listener>>with_array(softmax)"


def quick(pipe: Any) -> Callable[[Doc], Doc] | None:  # noqa: ANN401, a component of any kind
    """A function that does what the tagger does, None where it is of another kind."""
    if type(pipe) is not Tagger or pipe.model.name != NAME or not pipe.labels:
        return None
    return Tags(pipe)


class Tags:
    """The tagger's tags: the greatest of the sums, which the softmax behind them leaves the greatest."""

    def __init__(self, pipe: Tagger) -> None:
        self._pipe = pipe
        softmax = next(node for node in pipe.model.walk() if node.name == "softmax")
        self._weights, self._bias = np.ascontiguousarray(softmax.get_param("W").T), softmax.get_param("b")
        self._labels = np.array([pipe.vocab.strings.add(label) for label in pipe.labels], dtype=np.uint64)

    def __call__(self, doc: Doc) -> Doc:
        """The document with its tags."""
        if not len(doc) or doc.to_array(TAG).any():
            done: Doc = self._pipe(doc)
            return done
        sums = doc.tensor @ self._weights
        sums += self._bias
        doc.from_array([TAG], self._labels[sums.argmax(axis=1)])
        return doc
