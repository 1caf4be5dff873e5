"""Normalization: from the text as it came to the text as the components read it, and back.

A reporter pastes: lines are wrapped at some width, words are hyphenated, characters are odd, a page stands around the
article. The tokens, and with them all components, see the text without these; the article's text never changes, and an
`Alignment` leads each offset back to it. Each module knows one thing that goes wrong: `wrapping`, `hyphenation`,
`characters`, `running` heads, `mail`, `furniture` in a paragraph and `blocks` of it.
"""

from extractor.normalization.normalized import Aside, Normalized, Normalizer
from extractor.normalization.words import Words, read

__all__ = ["Aside", "Normalized", "Normalizer", "Words", "read"]
