"""`news_names`: the one arbiter of what is a person's, an organization's and a place's name."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor import tables
from extractor.annotations import NAMES
from extractor.pipes.names.lexicon import Lexicon, read
from extractor.pipes.names.naming import names


@Language.factory(
    "news_names",
    assigns=["doc._.names", "doc._.descriptions"],
    requires=["doc._.paragraphs", "doc._.frame"],
    default_config={"language": "en", "rules": None},
)
class NewsNames(tables.Tabled):
    """Decides where names begin and end, and jointly, once per name and article, what they name.

    Reads the base model's entities and parse, the paragraphs and the frame, writes `doc._.names`.
    """

    component = "names"

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        NAMES.put(doc, names(doc, self._lexicon))
        return doc

    def _use(self, folder: tables.Folder) -> None:
        self._lexicon: Lexicon = read(folder)
