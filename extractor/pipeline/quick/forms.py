"""What the base model's networks know of a word before they see its neighbours, worked out once a form.

The norm, the first and last letters, the shape and the word vector are functions of the word as written; with the white
space behind it they are all that the embedding reads. Of the words of an article two in three have been met before, and
the embedding is two fifths of the network's work.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import NORM, ORTH, SPACY
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

from extractor.pipeline.quick.keys import keys
from extractor.pipeline.quick.layers import Floats, Hashed, Maxout

KEPT = 16_384
"""So many forms are kept (6 MB a network), then all are forgotten: a long run must not grow."""
TOGETHER = 32
"""Forms are worked out so many at a time, never fewer: a product of another shape may differ in its last bit, and an
article must not come out otherwise for the articles that were read before it."""


class Forms:
    """The embedding of one network; rows of `width` numbers."""

    def __init__(self, nodes: dict[str, list[Model[Any, Any]]], vocab: Vocab) -> None:
        self._vocab = vocab
        self._columns: list[int] = nodes["extract_features"][0].attrs["columns"]
        self._hashed = [Hashed(node) for node in nodes["hashembed"]]
        self._static = np.ascontiguousarray(nodes["static_vectors"][0].get_param("W").T)
        self._mixed = Maxout(nodes["maxout"][0], nodes["layernorm"][0])
        self.width = self._mixed.units
        self._known: dict[int, int] = {}
        self._rows = np.empty((0, self.width), dtype=np.float32)

    def __call__(self, doc: Doc) -> Floats:
        """A row for each token."""
        found, known = keys(doc.to_array([ORTH, NORM, SPACY])), self._known
        try:
            rows = [known[key] for key in found]
        except KeyError:
            if len(known) > KEPT:
                known.clear()
            self._learn(doc, {key: place for place, key in enumerate(found) if key not in known})
            rows = [known[key] for key in found]
        return self._rows.take(rows, axis=0)

    def _learn(self, doc: Doc, new: dict[int, int]) -> None:
        """Keeps the rows of new forms, each with the place of a token that has it."""
        first, needed = len(self._known), len(self._known) + len(new)
        if needed > len(self._rows):
            self._rows = np.resize(self._rows, (max(needed, min(2 * len(self._rows), KEPT)), self.width))
        places = np.fromiter(new.values(), dtype=np.intp)
        orths = doc.to_array(ORTH)[places]
        attributes = doc.to_array(self._columns)[places]
        for start in range(0, len(places), TOGETHER):
            end = min(start + TOGETHER, len(places))
            self._rows[first + start : first + end] = self._embedded(orths[start:end], attributes[start:end])
        self._known.update(zip(new, range(first, needed), strict=True))

    def _embedded(self, orths: NDArray[np.uint64], attributes: NDArray[np.uint64]) -> Floats:
        """The rows of at most `TOGETHER` forms; the products are filled up to that many with zeros."""
        count, vectors = len(orths), self._vocab.vectors
        found = vectors.find(keys=orths)
        static = np.zeros((TOGETHER, len(self._static)), dtype=np.float32)
        static[:count] = vectors.data[found]
        static[:count][found < 0] = 0
        whole = np.zeros((TOGETHER, (len(self._hashed) + 1) * self.width), dtype=np.float32)
        parts = [hashed(attributes[:, hashed.column]) for hashed in self._hashed]
        whole[:count, : -self.width] = np.concatenate(parts, axis=1)
        whole[:, -self.width :] = static @ self._static
        return self._mixed(whole)[:count]
