"""SKELETON of `news_dates`: replace me."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.annotations import DATES


@Language.factory("news_dates", assigns=["doc._.dates"])
class NewsDates:
    """SKELETON."""

    def __init__(self, nlp: Language, name: str) -> None:  # noqa: ARG002
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        DATES.put(doc, [])
        return doc
