"""The layers of which the base model's networks are made: maxout with layer norm, and embeddings by hash.

The sums are thinc's, without its glue: the three pieces of a maxout lie in slabs, so that the greatest is found with
two passes, and all is done in stretches of `STRETCH` rows that stay in the processor's cache. What a row becomes
depends on the row and on how many rows stand in its stretch, never on which.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model, NumpyOps

Floats = NDArray[np.float32]
STRETCH = 256
"""Rows a product; two stretches of windows and their products are half a megabyte."""
PIECES = 3
EPSILON = np.float32(1e-8)
"""What thinc adds to a variance."""
OPERATIONS = NumpyOps(use_blis=False)


class Maxout:
    """Units that each take the greatest of three sums, normed a row at a time: (rows, inputs) to (rows, units)."""

    def __init__(self, maxout: Model[Any, Any], norm: Model[Any, Any]) -> None:
        weights, bias = maxout.get_param("W"), maxout.get_param("b")  # (units, pieces, inputs), (units, pieces)
        self.units = int(weights.shape[0])
        self._weights = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T)
        self._bias = np.ascontiguousarray(bias.T.reshape(-1))
        self._scale, self._shift = norm.get_param("G"), norm.get_param("b")
        self._mean = np.full((self.units, 1), 1 / self.units, dtype=np.float32)

    def __call__(self, rows: Floats, room: Floats | None = None) -> Floats:
        """The layer's values; `room` is where the sums may be put, of `rows` rows and three times `units` columns."""
        units = self.units
        products = np.dot(rows, self._weights, out=room)
        products += self._bias
        greatest: Floats = np.maximum(products[:, :units], products[:, units : 2 * units])
        np.maximum(greatest, products[:, 2 * units :], out=greatest)
        greatest -= greatest @ self._mean
        spread = np.einsum("ij,ij->i", greatest, greatest)
        spread *= self._mean[0]
        spread += EPSILON
        np.sqrt(spread, out=spread)
        np.reciprocal(spread, out=spread)
        greatest *= spread[:, None]
        greatest *= self._scale
        greatest += self._shift
        return greatest


class Hashed:
    """An embedding of one attribute: the sum of the rows to which a number is hashed four times."""

    def __init__(self, layer: Model[Any, Any]) -> None:
        self.column = int(layer.attrs["column"])
        self._table, self._seed = layer.get_param("E"), layer.attrs["seed"]

    def __call__(self, values: NDArray[np.uint64]) -> Floats:
        """A row for each value."""
        keys = OPERATIONS.hash(np.ascontiguousarray(values), self._seed) % len(self._table)
        rows: Floats = OPERATIONS.gather_add(self._table, keys)
        return rows
