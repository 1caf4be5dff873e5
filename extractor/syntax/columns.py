"""Columns of a document's attributes, asked for all tokens at once; those of its words are made once for all."""

from collections import defaultdict
from collections.abc import Mapping, Set
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDX, LENGTH
from spacy.tokens import Doc

from extractor.annotations import text_of


def are_among(values: NDArray[Any], known: NDArray[Any]) -> NDArray[np.bool_]:
    """Which values are among the known ones, which must be in rising order; `np.isin` would import `numpy.ma`."""
    if not len(known):
        return np.zeros(values.shape, dtype=bool)
    found: NDArray[np.bool_] = known[np.searchsorted(known, values).clip(max=len(known) - 1)] == values
    return found


class Columns:
    """What no component changes of a document's tokens: where they stand, and what they are."""

    def __init__(self, doc: Doc) -> None:
        starts, lengths = doc.to_array([IDX, LENGTH]).T.tolist() if len(doc) else ([], [])
        text = text_of(doc)
        self.starts: list[int] = starts
        """The tokens' first characters."""
        self.ends: list[int] = [start + length for start, length in zip(starts, lengths, strict=True)]
        """The characters behind the tokens."""
        self.texts: list[str] = [text[start:end] for start, end in zip(starts, self.ends, strict=True)]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands, by its small letters."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(map(str.lower, self.texts)):
            found[word].append(at)
        return dict(found)

    @cached_property
    def capitals(self) -> list[int]:
        """The tokens that begin with a capital."""
        return [at for at, word in enumerate(self.texts) if word[0].isupper()]

    def of(self, *tables: Mapping[str, object] | Set[str]) -> list[int]:
        """The tokens that are words of one of the tables, which are in small letters; in order."""
        places, words = self.places, set[str]()
        for table in tables:
            words |= places.keys() & (table.keys() if isinstance(table, Mapping) else table)
        return sorted(at for word in words for at in places[word])


@lru_cache(maxsize=1)
def columns(doc: Doc) -> Columns:
    """The columns of a document; of the one that is being read they are kept."""
    return Columns(doc)
