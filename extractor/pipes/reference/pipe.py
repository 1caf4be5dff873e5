"""SKELETON of `news_reference`: replace me."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.annotations import REFERENCES, QUOTES


@Language.factory("news_reference", assigns=["doc._.references"])
class NewsReference:
    """SKELETON."""

    def __init__(self, nlp: Language, name: str) -> None:  # noqa: ARG002
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        REFERENCES.put(doc, {"mentions": [], "speakers": [{"person": None, "organization": None, "no_speaker": quote["no_speaker"]} for quote in QUOTES.of(doc)]})
        return doc
