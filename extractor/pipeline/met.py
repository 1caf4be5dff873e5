"""Words that were met before, for spaCy's tokenizer: to look one up takes a fifth of the time that parting it takes.

By itself it remembers next to nothing of an article: once a word was among its exceptions ("don't", "Mr."), it keeps
none of those behind it, as a flag for the one is never taken back. So each new word is given to it before the article
is, with others that are no exceptions. What the words are parted into is the same, word by word.
"""

import string

from spacy.language import Language

CHUNK = 64
"""New words that are given to it together: an exception that was not foreseen costs no more than those behind it."""
MOST = 40_000
"""So many words are kept, in some 8 MB; news has 32,000 of them, with the marks they are written with, by the time
that as many are kept in the vocabulary as may be."""
MARKS = string.punctuation + "“”‘’…—–"


class Met:
    """What a tokenizer was given already."""

    def __init__(self, nlp: Language) -> None:
        self._tokenizer, self._met = nlp.tokenizer, set[str]()
        self._known = hasattr(self._tokenizer, "rules") and hasattr(self._tokenizer, "max_cache_size")
        self._exceptions = frozenset(self._tokenizer.rules or ()) if self._known else frozenset[str]()
        if self._known:
            self._tokenizer.max_cache_size = max(MOST, self._tokenizer.max_cache_size)

    def meet(self, text: str, longest: int) -> None:
        """Lets the tokenizer remember the words of a text; those longer than `longest` are none. Not in a memory zone:
        in one it remembers nothing."""
        new = set(text.split()) - self._met if self._known else set()
        if len(self._met) + len(new) > MOST:
            return
        self._met |= new
        plain = sorted(word for word in new if len(word) <= longest and not self._is_exception(word))
        for start in range(0, len(plain), CHUNK):
            self._tokenizer(" ".join(plain[start : start + CHUNK]))

    def _is_exception(self, word: str) -> bool:
        """Whether a word is an exception, without the marks around it or with its period."""
        bare = word.strip(MARKS)
        return not self._exceptions.isdisjoint((word, bare, f"{bare}."))
