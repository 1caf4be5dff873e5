"""`news_names`: the one arbiter of what is a person's, an organization's and a place's name."""

from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor import tables
from extractor.annotations import NAMES
from extractor.pipes.names.lexicon import Lexicon, read
from extractor.pipes.names.naming import names


@Language.factory(
    "news_names",
    assigns=["doc._.names"],
    requires=["doc._.paragraphs", "doc._.frame"],
    default_config={"language": "en", "rules": None},
)
class NewsNames:
    """Decides where names begin and end, and jointly, once per name and article, what they name.

    Reads the base model's entities and parse, the paragraphs and the frame, writes `doc._.names`.
    """

    def __init__(self, nlp: Language, name: str, language: str, rules: str | None) -> None:  # noqa: ARG002
        self.name = name
        self._use(tables.folder("names", language=language, rules=rules))

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        NAMES.put(doc, names(doc, self._lexicon))
        return doc

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002 - spaCy's signature
        """Write the tables."""
        self._folder.to_disk(path)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "NewsNames":  # noqa: ARG002
        """Read the tables that `to_disk` wrote."""
        self._use(tables.Folder.from_disk("names", path))
        return self

    def _use(self, folder: tables.Folder) -> None:
        self._folder = folder
        self._lexicon: Lexicon = read(folder)
