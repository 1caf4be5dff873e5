"""The words that the base model's lemmatizer knows: 90,000 of WordNet's, which tell a parted word from two words."""

from collections.abc import Callable

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language

ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("er", "e"),
    ("ly", ""),
)
"""What inflection and "-ly" put to a word, and what stood there before."""


def dictionary(nlp: Language) -> Callable[[str], bool]:
    """Whether a word in small letters is one of English, inflected or not; nothing is, without a lemmatizer."""
    if "lemmatizer" not in nlp.pipe_names:
        return lambda _word: False
    lookups = nlp.get_pipe("lemmatizer").lookups
    tables = [frozenset(words) for words in lookups.get_table("lemma_index", {}).values()]
    odd = frozenset(form for forms in lookups.get_table("lemma_exc", {}).values() for form in forms)

    def listed(word: str) -> bool:
        return word in STOP_WORDS or word in odd or any(word in table for table in tables)

    def known(word: str) -> bool:
        return listed(word) or any(
            word.endswith(ending) and listed(word[: -len(ending)] + before) for ending, before in ENDINGS
        )

    return known
