"""One number for each combination of attributes that a token has, so that what follows from it is looked up once."""

import numpy as np
from numpy.typing import NDArray

MIX = np.uint64(0x9E3779B97F4A7C15)
"""2 to the 64 by the golden ratio: spreads small numbers over all bits, as spaCy's hashes of strings are spread."""


def keys(attributes: NDArray[np.uint64]) -> list[int]:
    """A number for each row of (tokens, attributes); as likely the same for two combinations as two hashes are."""
    mixed = attributes[:, 0].copy()
    for column in attributes.T[1:]:
        mixed *= MIX
        mixed ^= column + (mixed >> np.uint64(32))
    listed: list[int] = mixed.tolist()
    return listed
