"""Columns of a document's attributes, asked for all tokens at once."""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def are_among(values: NDArray[Any], known: NDArray[Any]) -> NDArray[np.bool_]:
    """Which values are among the known ones, which must be in rising order; `np.isin` would import `numpy.ma`."""
    if not len(known):
        return np.zeros(values.shape, dtype=bool)
    found: NDArray[np.bool_] = known[np.searchsorted(known, values).clip(max=len(known) - 1)] == values
    return found
