"""`news_structure`: header, title, byline, dateline, section heads, lists, furniture, and the anchor date.

Runs before all that reads names and dates: they need the anchor, and they find nothing in furniture.
"""

from spacy.language import Language
from spacy.tokens import Doc

from extractor import tables
from extractor.annotations import FRAME, caller
from extractor.normalization.looks import is_telling
from extractor.normalization.words import Words, read
from extractor.pipes.structure.frame import frame
from extractor.pipes.structure.units import units


@Language.factory(
    "news_structure",
    assigns=["doc._.frame"],
    requires=["doc._.paragraphs"],
    default_config={"language": "en", "rules": None, "day_first": False},
)
class NewsStructure(tables.Tabled):
    """Decides what is not running text, and the day that relative dates count from.

    Reads the text, its paragraphs and what the caller knows, writes `doc._.frame`. `day_first` says how to read
    "10/07/2007" in a header, where no other day of the article does.
    """

    component = "structure"

    def __init__(self, nlp: Language, name: str, language: str, rules: str | None, day_first: bool) -> None:
        super().__init__(nlp, name, language, rules)
        self._day_first = day_first

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        found = units(doc, lambda line: is_telling(line, self._words))
        FRAME.put(doc, frame(doc, found, caller(doc), self._words, day_first=self._day_first))
        return doc

    def _use(self, folder: tables.Folder) -> None:
        self._words: Words = read(folder)
