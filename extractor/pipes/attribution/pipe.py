"""SKELETON of `news_attribution`: replace me."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.annotations import ATTRIBUTIONS, FIGURES


@Language.factory("news_attribution", assigns=["doc._.attributions"])
class NewsAttribution:
    """SKELETON."""

    def __init__(self, nlp: Language, name: str) -> None:  # noqa: ARG002
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        ATTRIBUTIONS.put(doc, [{"quote": None, "source": None, "same_as": [], "conflicts_with": []} for _ in FIGURES.of(doc)])
        return doc
