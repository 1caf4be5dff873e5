"""`news_paragraphs`: keeps the parser from joining a headline, a dateline or a byline with the sentence after it.

Stands before the base model: a sentence start that is set there is kept by the parser.
"""

import numpy as np
from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from extractor.annotations import PARAGRAPHS, is_normalized, text_of
from extractor.pipes.paragraphs.layout import paragraphs


@Language.factory("news_paragraphs", assigns=["doc._.paragraphs", "token.is_sent_start"])
class NewsParagraphs:
    """Sets `doc._.paragraphs`, and a sentence start at each of them where the text is not parsed yet."""

    def __init__(self, nlp: Language, name: str) -> None:  # noqa: ARG002 - what spaCy calls a factory with
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        found = paragraphs(text_of(doc), wrapped=not is_normalized(doc))
        PARAGRAPHS.put(doc, [{"start": start, "end": end} for start, end in found])
        if not doc.has_annotation("DEP"):
            # all at once: each `token.is_sent_start = True` reads the whole Doc again
            decided = doc.to_array(SENT_START)
            firsts = np.searchsorted(doc.to_array(IDX), [start for start, _ in found])
            decided[firsts[firsts < len(doc)]] = 1
            doc.from_array(SENT_START, decided)
        return doc
