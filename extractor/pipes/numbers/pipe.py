"""SKELETON of `news_numbers`: replace me."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.annotations import NUMBERS


@Language.factory("news_numbers", assigns=["doc._.numbers"])
class NewsNumbers:
    """SKELETON."""

    def __init__(self, nlp: Language, name: str) -> None:  # noqa: ARG002
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        NUMBERS.put(doc, [])
        return doc
