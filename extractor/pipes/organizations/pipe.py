"""SKELETON of `news_organizations`: replace me."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.annotations import ORGANIZATIONS


@Language.factory("news_organizations", assigns=["doc._.organizations"])
class NewsOrganizations:
    """SKELETON."""

    def __init__(self, nlp: Language, name: str) -> None:  # noqa: ARG002
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        ORGANIZATIONS.put(doc, [])
        return doc
