"""SKELETON of `news_structure`: replace me."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.annotations import FRAME, caller


@Language.factory("news_structure", assigns=["doc._.frame"])
class NewsStructure:
    """SKELETON."""

    def __init__(self, nlp: Language, name: str) -> None:  # noqa: ARG002
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        FRAME.put(doc, {"publisher": None, "title": None, "byline": None, "published": caller(doc)["published"], "dateline": None, "anchor": {"date": None, "origin": "none"}, "regions": [], "warnings": []})
        return doc
