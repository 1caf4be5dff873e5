"""The base model's lemmatizer, with each word form looked up once.

spaCy's rules for a lemma read the word, its part of speech and its morphology, and nothing else. The lemma of a form
met before is therefore remembered, also where spaCy decides anew each time (singular nouns, infinitives). A new form
is looked for in lists of up to 57,528 words from their beginning: here they are found by their hash.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.attrs import LEMMA, MORPH, ORTH, POS
from spacy.lang.en import EnglishLemmatizer
from spacy.tokens import Doc

from extractor.pipeline.quick.keys import keys

REMEMBERED = 50_000
"""So many forms are remembered (about 10 MB), then all are forgotten: a long run must not grow."""


class Words(list[str]):
    """A list, as the table must be to be saved, in which a word is found by its hash."""

    def __init__(self, words: list[str]) -> None:
        super().__init__(words)
        self._found = frozenset(words)

    def __contains__(self, word: object) -> bool:
        return word in self._found


def quick(lemmatizer: Any) -> Callable[[Doc], Doc] | None:  # noqa: ANN401, a component of any kind
    """A function that does what the lemmatizer does, None where it is another than spaCy's rules for English."""
    if type(lemmatizer) is not EnglishLemmatizer or lemmatizer.mode != "rule" or lemmatizer.overwrite:
        return None
    return Lemmas(lemmatizer)


class Lemmas:
    """The lemmatizer's lemmas by word, part of speech and morphology."""

    def __init__(self, lemmatizer: EnglishLemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self._known: dict[int, str] = {}
        table = lemmatizer.lookups.get_table("lemma_index", {})
        for part in list(table):
            if type(table[part]) is list:
                table[part] = Words(table[part])

    def __call__(self, doc: Doc) -> Doc:
        """The document, with a lemma on every token that had none."""
        if len(self._known) > REMEMBERED:
            self._known.clear()
            self._lemmatizer.cache.clear()
        if not len(doc):
            return doc
        found, known = keys(doc.to_array([ORTH, POS, MORPH])), self._known
        for place, key in enumerate(found):
            if key not in known:
                known[key] = self._lemmatizer.lemmatize(doc[place])[0]
        add, had = doc.vocab.strings.add, doc.to_array(LEMMA)
        numbers = {key: add(known[key]) for key in {*found}}
        lemmas = np.array([numbers[key] for key in found], dtype=np.uint64)
        doc.from_array([LEMMA], np.where(had == 0, lemmas, had))
        return doc
