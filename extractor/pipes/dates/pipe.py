"""`news_dates`: expressions of time and their values, counted from the article's own day.

Stands behind the names, so that Theresa May is no month, and behind the numbers, whose words it counts with.
"""

from spacy.language import Language
from spacy.tokens import Doc

from extractor import tables
from extractor.annotations import DATES
from extractor.pipes.dates.find import Knowledge, dates
from extractor.pipes.dates.grammar import Grammar
from extractor.pipes.dates.stretches import hints
from extractor.pipes.dates.words import read


@Language.factory(
    "news_dates",
    assigns=["doc._.dates"],
    requires=["doc._.frame", "doc._.names", "doc._.numbers"],
    default_config={"language": "en", "rules": None, "day_first": False},
)
class NewsDates(tables.Tabled):
    """Decides which stretches name a time, and which.

    Reads the text, its tags and parse, `doc._.frame`, `doc._.names` and `doc._.numbers`, writes `doc._.dates`.
    `day_first` reads "10/07/2007" as the tenth of July; another day of the article that tells the order
    beats it.
    """

    component = "dates"

    def __init__(self, nlp: Language, name: str, language: str, rules: str | None, day_first: bool) -> None:
        super().__init__(nlp, name, language, rules)
        self._day_first = day_first

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        DATES.put(doc, dates(doc, self._known, day_first=self._day_first))
        return doc

    def _use(self, folder: tables.Folder) -> None:
        words = read(folder)
        self._known = Knowledge(words, Grammar(), hints(words))
