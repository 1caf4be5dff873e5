"""Columns of values, and of a document's words."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.syntax.columns import are_among, columns

NUMBERS = st.integers(0, 2**64 - 1) | st.integers(0, 9)


@given(values=st.lists(NUMBERS), known=st.sets(NUMBERS))
def test_values_are_found_as_python_finds_them(values: list[int], known: set[int]) -> None:
    found = are_among(np.array(values, dtype=np.uint64), np.array(sorted(known), dtype=np.uint64))
    assert found.tolist() == [value in known for value in values]


def test_words_are_found_in_any_case_and_in_order() -> None:
    doc = Doc(Vocab(), words=["He", "said", "THE", "he"], spaces=[True, True, True, False])
    found = columns(doc)
    assert (found.starts, found.ends) == ([0, 3, 8, 12], [2, 7, 11, 14])
    assert found.texts == ["He", "said", "THE", "he"]
    assert found.of({"he": 1, "she": 2}) == [0, 3]
    assert found.of(frozenset({"the"}), {"said": 1}) == [1, 2]
    assert found.capitals == [0, 2]
    assert columns(Doc(Vocab())).of({"he": 1}) == []
