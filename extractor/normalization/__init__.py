"""Normalization: from the text as it came to the text as the components read it, and back.

A reporter pastes: lines are wrapped at some width, words are hyphenated, characters are odd, a page stands around the
article. The tokens, and with them all components, see the text without these; the article's text never changes, and an
`Alignment` leads each offset back to it. Each module knows one thing that goes wrong: `wrapping`, `hyphenation`,
`characters`.
"""

from extractor.normalization.normalized import Normalized, normalized
from extractor.normalization.words import Known

__all__ = ["Known", "Normalized", "normalized"]
