"""The base model's token-to-vector networks: words with four neighbours to each side, without thinc's glue.

The tagger and the parser share one such network, the recognizer has its own. What a word is by itself is kept from
article to article (`forms`); what it is among its neighbours is the greatest part of the arithmetic that is left, and
runs at the speed of the processor's products.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.attrs import ORTH
from spacy.pipeline import Tok2Vec
from spacy.tokens import Doc
from spacy.vectors import Mode
from spacy.vocab import Vocab
from thinc.api import Model, NumpyOps

from extractor.pipeline.quick.forms import Forms
from extractor.pipeline.quick.layers import PIECES, STRETCH, Floats, Maxout

RESIDUAL = "residual(expand_window>>maxout>>layernorm>>dropout)"


def quick(pipe: Any) -> Callable[[Doc], Doc] | None:  # noqa: ANN401, a component of any kind
    """A function that does what the shared network does, None where it is of another kind."""
    if type(pipe) is not Tok2Vec:
        return None
    context = context_of(pipe.model, pipe.vocab)
    return None if context is None else Shared(pipe, context)


def context_of(model: Model[Any, Any], vocab: Vocab) -> "Context | None":
    """The network that a model is, None where it is of another kind than this module knows."""
    nodes: dict[str, list[Model[Any, Any]]] = {}
    for node in model.walk(order="dfs_pre"):
        nodes.setdefault(node.name, []).append(node)
    hashed, windows = nodes.get("hashembed", []), nodes.get("expand_window", [])
    embeddings = "|".join("ints-getitem>>hashembed" for _ in hashed)
    name = (
        f"extract_features>>list2ragged>>with_array({embeddings})|static_vectors"
        f">>with_array(maxout>>layernorm>>dropout)>>ragged2list>>with_array({'>>'.join([RESIDUAL] * len(windows))})"
    )
    if model.name != name or not windows or not all(type(node.ops) is NumpyOps for node in model.walk()):
        return None
    same = {layer.get_dim("nO") for layer in (*hashed, *nodes["static_vectors"], *nodes["maxout"])}
    pieces = {layer.get_dim("nP") for layer in nodes["maxout"]}
    known = len(same) == 1 and pieces == {PIECES} and {node.attrs["window_size"] for node in windows} == {1}
    vectors = vocab.vectors
    static = vectors.mode == Mode.default and getattr(vectors, "attr", ORTH) == ORTH
    return Context(model, nodes, vocab) if known and static else None


class Context:
    """A network from tokens to vectors, (tokens, width)."""

    def __init__(self, model: Model[Any, Any], nodes: dict[str, list[Model[Any, Any]]], vocab: Vocab) -> None:
        self._forms = Forms(nodes, vocab)
        self._layers = [Maxout(*both) for both in zip(nodes["maxout"][1:], nodes["layernorm"][1:], strict=True)]
        self._pad = int(model.layers[-1].attrs["pad"])
        self._windows, self._sums = np.empty((2, STRETCH, 3 * self._forms.width), dtype=np.float32)

    def __call__(self, doc: Doc) -> Floats:
        """The vectors of the tokens. Rows of zeros stand before and behind the text, as thinc puts them there."""
        width, edge = self._forms.width, self._pad + 1
        rows = np.zeros((len(doc) + 2 * edge, width), dtype=np.float32)
        rows[edge:-edge] = self._forms(doc)
        for layer in self._layers:
            self._widen(rows, layer)
        return np.ascontiguousarray(rows[edge:-edge])

    def _widen(self, rows: Floats, layer: Maxout) -> None:
        """Adds to every row but the first and last what the layer makes of it with its two neighbours."""
        count, width = len(rows) - 2, rows.shape[1]
        windows = np.lib.stride_tricks.as_strided(rows, (count, 3 * width), rows.strides)
        before = rows[0].copy()
        for start in range(0, count, STRETCH):
            end = min(start + STRETCH, count)
            among = self._windows[: end - start]
            among[:] = windows[start:end]
            among[0, :width] = before  # as it was: its own row has been added to
            before = rows[end].copy()
            rows[start + 1 : end + 1] += layer(among, self._sums[: end - start])


class Shared:
    """The component `tok2vec`: the vectors of the tokens are the document's tensor, where the others find them."""

    def __init__(self, pipe: Tok2Vec, context: Context) -> None:
        self._pipe, self._context = pipe, context

    def __call__(self, doc: Doc) -> Doc:
        """The document with its tensor."""
        if not len(doc):
            done: Doc = self._pipe(doc)
            return done
        doc.tensor = self._context(doc)
        return doc
