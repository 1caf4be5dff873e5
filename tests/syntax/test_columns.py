"""Values among known ones."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from extractor.syntax.columns import are_among

NUMBERS = st.integers(0, 2**64 - 1) | st.integers(0, 9)


@given(values=st.lists(NUMBERS), known=st.sets(NUMBERS))
def test_values_are_found_as_python_finds_them(values: list[int], known: set[int]) -> None:
    found = are_among(np.array(values, dtype=np.uint64), np.array(sorted(known), dtype=np.uint64))
    assert found.tolist() == [value in known for value in values]
