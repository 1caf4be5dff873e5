"""`news_events`: what happened, where, when, and the toll by source."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor import tables
from extractor.annotations import EVENTS, FIGURES, EventFound, caller
from extractor.pipes.events.gather import gather
from extractor.pipes.events.headline import counts
from extractor.pipes.events.setting import Setting, is_count, names_one
from extractor.pipes.events.words import Words


@Language.factory(
    "news_events",
    assigns=["doc._.events"],
    requires=["doc._.frame", "doc._.places", "doc._.dates", "doc._.figures", "doc._.attributions"],
    default_config={"language": "en", "rules": None},
)
class NewsEvents(tables.Tabled):
    """Puts the incidents of an article together from its figures, places and dates; sets `doc._.events`."""

    component = "events"

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        EVENTS.put(doc, self._found(doc))
        return doc

    def _found(self, doc: Doc) -> list[EventFound]:
        headline = list(counts(caller(doc)["title"] or "", self._words))
        if not headline and not any(map(is_count, FIGURES.of(doc))) and not names_one(doc, self._words):
            return []
        return gather(Setting.of(doc, self._words), headline, self._words)

    def _use(self, folder: tables.Folder) -> None:
        self._words = Words.of(folder)
