"""SKELETON of `news_quotes`: replace me."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.annotations import QUOTES


@Language.factory("news_quotes", assigns=["doc._.quotes"])
class NewsQuotes:
    """SKELETON."""

    def __init__(self, nlp: Language, name: str) -> None:  # noqa: ARG002
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        QUOTES.put(doc, [])
        return doc
